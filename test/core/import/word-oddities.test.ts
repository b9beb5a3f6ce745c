import { describe, expect, it } from 'vitest';
import { importDocx } from '#core/import/docx.ts';
import { parsePolicy } from '#core/index.ts';
import { para, run, table, tableCell, wordFile } from './word-xml.ts';

const STYLES = `<w:styles>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Trust"><w:name w:val="Trust's heading"/><w:basedOn w:val="Heading1"/></w:style>
<w:style w:type="paragraph" w:styleId="Deep"><w:name w:val="Sub section"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Plain"><w:name w:val="Looks big"/><w:basedOn w:val="Heading1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
</w:styles>`;
const style = (id: string): string => `<w:pStyle w:val="${id}"/>`;
const YELLOW = '<w:highlight w:val="yellow"/>';
const TAB = '<w:r><w:tab/></w:r>';
const boxOf = (words: string): string => `<w:txbxContent>${para(words)}</w:txbxContent>`;
const drawn = (words: string): string =>
  `<w:drawing><wp:anchor><a:graphic><a:graphicData uri="shape"><wps:wsp><wps:txbx>${boxOf(words)}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`;
const old = (words: string): string => `<w:pict><v:shape><v:textbox>${boxOf(words)}</v:textbox></v:shape></w:pict>`;
const field = (instruction: string, words: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(words)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('an honest Word file as schools have them', () => {
  it.each<[string, Uint8Array, string]>([
    [
      'a table in a cell is a part of that cell',
      wordFile(
        table(['Time', 'What'], ['8.45 am', `${table(['Doors', 'open'], ['Bell', 'rings'])}${para('then lessons')}`]),
      ),
      '| Time | What |\n| - | - |\n| 8.45 am | Doors open / Bell rings then lessons |\n',
    ],
    [
      'cells merged across and down keep their columns',
      wordFile(
        table(
          ['Code', 'Meaning', 'Class'],
          ['L', tableCell('Late before close', '<w:gridSpan w:val="2"/>')],
          [tableCell('U', '<w:vMerge w:val="restart"/>'), 'Late after close', 'Unauthorised'],
          [tableCell('', '<w:vMerge/>'), 'in the afternoon too', 'Unauthorised'],
        ),
      ),
      '| Code | Meaning | Class |\n| - | - | - |\n| L | Late before close | |\n| U | Late after close | Unauthorised |\n| | in the afternoon too | Unauthorised |\n',
    ],
    [
      'a title over all columns of a table stands before it',
      wordFile(table([tableCell('Attendance codes', '<w:gridSpan w:val="2"/>')], ['Code', 'Meaning'], ['L', 'Late'])),
      'Attendance codes\n\n| Code | Meaning |\n| - | - |\n| L | Late |\n',
    ],
    [
      'a box made of a table with one cell is its text',
      wordFile(
        para('Before.') + table([para('Our day', style('Heading1')) + para('Doors open at 8.40 am.')]) + para('After.'),
        {
          styles: STYLES,
        },
      ),
      'Before.\n\n# Our day\n\nDoors open at 8.40 am.\n\nAfter.\n',
    ],
    [
      'a page laid out by a table is read column by column',
      wordFile(
        table([
          para('Our day', style('Heading1')) + para('Doors open at 8.40 am.') + para('Lessons begin at 9 am.'),
          para('Absence', style('Heading1')) + para('Ring 01632 960 118.') + para('Or write to us.'),
        ]),
        { styles: STYLES },
      ),
      '# Our day\n\nDoors open at 8.40 am.\n\nLessons begin at 9 am.\n\n# Absence\n\nRing 01632 960 118.\n\nOr write to us.\n',
    ],
    [
      'a style of the trust that is based on a heading, or has a level in the outline, makes a heading',
      wordFile(para('Registers', style('Trust')) + para('Closing', style('Deep')) + para('At nine.', style('Plain')), {
        styles: STYLES,
      }),
      '# Registers\n\n## Closing\n\nAt nine.\n',
    ],
    [
      'headings that are only bold stay bold',
      wordFile(para(run('Registers', '<w:b/>')) + para('They open at 8.50 am.')),
      '**Registers**\n\nThey open at 8.50 am.\n',
    ],
    [
      'a footnote is Markdown’s own',
      wordFile(para(`${run('Absence is 10%')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' or more.')}`), {
        footnotes: `<w:footnotes><w:footnote w:id="2">${para('As the DfE counts it.')}</w:footnote></w:footnotes>`,
      }),
      'Absence is 10%[^1] or more.\n\n[^1]: As the DfE counts it.\n',
    ],
    [
      'smart tags, fields and custom markup keep their words',
      wordFile(
        para(
          `<w:smartTag w:uri="x" w:element="time">${run('9.20 am')}</w:smartTag>${run(' as in ')}<w:fldSimple w:instr=" REF x ">${run('section 4')}</w:fldSimple>${run(' or ')}<w:customXml w:element="y">${run('section 5')}</w:customXml>${run(' and ')}${field(' PAGEREF y ', 'page 7')}${run('.')}`,
        ),
      ),
      '9.20 am as in section 4 or section 5 and page 7.\n',
    ],
    [
      'a control that nobody has filled in is a fill-in',
      wordFile(
        para(
          `${run('Registers close at ')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Click to enter a time', '<w:rStyle w:val="PlaceholderText"/>')}</w:sdtContent></w:sdt>${run(' sharp.')}`,
        ),
      ),
      'Registers close at ==Click to enter a time== sharp.\n',
    ],
    [
      'a text box is read once, whichever Word wrote it',
      wordFile(
        para(
          `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawn('In both.')}</mc:Choice><mc:Fallback>${old('In both.')}</mc:Fallback></mc:AlternateContent></w:r>${run('First.')}`,
        ) +
          para(`<w:r>${drawn('In a drawing alone.')}</w:r>${run('Second.')}`) +
          para(
            `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawn('In a choice alone.')}</mc:Choice></mc:AlternateContent></w:r>${run('Third.')}`,
          ),
      ),
      'First.\n\nIn both.\n\nSecond.\n\nIn a drawing alone.\n\nThird.\n\nIn a choice alone.\n',
    ],
    [
      'the words of a diagram are a list in its place',
      wordFile(
        para('Our steps:') +
          para(
            '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="diagram"><dgm:relIds r:dm="diagrams/data1" r:lo="x"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
          ),
        {
          'diagrams/data1':
            '<dgm:dataModel><dgm:ptLst><dgm:pt modelId="0" type="doc"/><dgm:pt modelId="1"><dgm:t><a:p><a:r><a:t>Stage 1: </a:t></a:r><a:r><a:t>below 95%</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt modelId="2"><dgm:t><a:p><a:r><a:t>Stage 2: below 90%</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>',
        },
      ),
      'Our steps:\n\n• Stage 1: below 95%\n\n• Stage 2: below 90%\n',
    ],
    [
      'one highlight that Word cut into pieces is one fill-in',
      wordFile(
        para(run('By ') + run('9', YELLOW) + run('.30 ', YELLOW) + run('am ', `<w:b/>${YELLOW}`) + run('sharp.')),
      ),
      'By ==9.30 **am**== sharp.\n',
    ],
    ['a fill-in may begin its line', wordFile(para(run('xxx a.m.', YELLOW))), '==xxx a.m.==\n'],
    [
      'tabs part columns, but not a number from its words',
      wordFile(
        para(`${run('1.')}${TAB}${run('Codes')}`) +
          para(`${run('L')}${TAB}${run('Late before close')}`) +
          para(`${TAB}${run('U')}${TAB}${TAB}${run('Late after close')}`),
      ),
      '1. Codes\n\nL\tLate before close\n\nU\tLate after close\n',
    ],
    [
      'addresses and typed bullets are as their writer typed them',
      wordFile(para('- See www.elm.example.org, https://elm.example.org/a_b or office@elm.example.org')),
      '- See www.elm.example.org, https://elm.example.org/a_b or office@elm.example.org\n',
    ],
    [
      'a soft hyphen is no letter',
      wordFile(para(`${run('attend')}<w:r><w:softHyphen/></w:r>${run('ance')}`)),
      'attendance\n',
    ],
    ['a file of Word on the web', wordFile(para('Doors open.'), {}, 'document2'), 'Doors open.\n'],
  ])('%s', async (_, file, expected) => expect((await importDocx(file)).markdown).toBe(expected));

  it('hidden words are left out, and it says so', async () => {
    const { markdown, notes } = await importDocx(wordFile(para(run('Seen.') + run(' Not seen.', '<w:vanish/>'))));
    expect(markdown).toBe('Seen.\n');
    expect(notes.map(({ message }) => message)).toEqual(['Words that are hidden in Word were left out.']);
  });

  it('what was moved is reported and stands where it was moved to', async () => {
    const { markdown, notes } = await importDocx(
      wordFile(
        para(`<w:moveFrom w:id="1" w:author="A">${run('Moved.')}</w:moveFrom>${run('Kept.')}`) +
          para(`<w:moveTo w:id="2" w:author="A">${run('Moved.')}</w:moveTo>`),
      ),
    );
    expect(markdown).toBe('Kept.\n\nMoved.\n');
    expect(notes[0]?.message).toContain('tracked changes: 1 move followed.');
  });

  it('comments are counted and left out', async () => {
    const { markdown, notes } = await importDocx(
      wordFile(para(`${run('We ask.')}<w:r><w:commentReference w:id="1"/></w:r>`), {
        comments: `<w:comments><w:comment w:id="1" w:author="A">${para('Really?')}</w:comment></w:comments>`,
      }),
    );
    expect(markdown).toBe('We ask.\n');
    expect(notes.map(({ message }) => message)).toEqual(['1 comment in the margin was left out.']);
  });

  it('codes in columns that tabs part are read', async () => {
    const rows = ['L', 'U', 'I'].map((code, index) =>
      para(
        `${run(code)}${TAB}${run(['Late before registers close', 'Late after registers close', 'Illness'][index] ?? '')}`,
      ),
    );
    const { markdown } = await importDocx(wordFile(para('Attendance codes') + rows.join('')));
    expect(parsePolicy(markdown).facts.flatMap((fact) => (fact.kind === 'code' ? [fact.code] : []))).toEqual([
      'L',
      'U',
      'I',
    ]);
  });
});
