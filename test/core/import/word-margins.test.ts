import { describe, expect, it } from 'vitest';
import { importDocx } from '#core/import/docx.ts';
import { unsaidInMargins } from '#core/import/page-margins.ts';
import { readPolicy } from '#core/policy/parse.ts';
import { para, run, table, wordFile } from './word-xml.ts';

const PAGE =
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
const BODY = para('Elm Bank School attendance policy') + para('The register closes at 9.20am.');
const footer = (inner: string): string => `<w:ftr>${inner}</w:ftr>`;
const read = async (margins: Record<string, string>) => importDocx(wordFile(BODY, margins));

describe('the head and foot of Word’s pages', () => {
  it('stand once at the end where they say what the text does not, and the notes say so', async () => {
    const line = footer(para('Approved by governors: 12 May 2026, review May 2027'));
    const { markdown, notes } = await read({ footer1: line, footer2: line, header1: '<w:hdr><w:p/></w:hdr>' });
    expect(markdown).toBe(
      'Elm Bank School attendance policy\n\nThe register closes at 9.20am.\n\n## At the head and foot of the pages\n\nApproved by governors: 12 May 2026, review May 2027\n',
    );
    expect(notes).toEqual([
      {
        kind: 'kept',
        message:
          'What only the head or foot of the pages says stands at the end, under “At the head and foot of the pages”.',
      },
    ]);
  });

  it.each<[string, string, string | null]>([
    ['the title with the number of the page', para(run('Attendance policy') + run(' Page ') + PAGE), null],
    ['the school’s name', para('Elm Bank School'), null],
    [
      'the number of the page in a simple field',
      para(`${run('Page ')}<w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple>`),
      null,
    ],
    ['the name of the file', para('attendance policy final v3.docx'), null],
    [
      'dates beside the number of the page',
      para(`${run('Reviewed September 2026')}<w:r><w:tab/></w:r>${run('Page ')}${PAGE}`),
      'Reviewed September 2026',
    ],
    ['cells of a row', table(['Approved', 'May 2026'], ['Next review', 'May 2027']), 'Approved | May 2026'],
    ['a figure that XML escapes', para('Mill Lane &amp; Co, Elmdale'), 'Mill Lane & Co, Elmdale'],
  ])('%s', async (_, inner, expected) => {
    const { markdown } = await read({ footer1: footer(inner) });
    const kept = markdown.split('## At the head and foot of the pages\n\n')[1]?.split('\n')[0] ?? null;
    expect(kept).toBe(expected);
  });

  it('are read as part of the policy', async () => {
    const { markdown } = await read({ footer1: footer(table(['Approved', 'May 2026'], ['Next review', 'May 2027'])) });
    const dates = readPolicy(markdown).parsed.facts.flatMap((fact) =>
      fact.kind === 'date' ? [`${fact.field} ${fact.value}`] : [],
    );
    expect(dates).toEqual(['approved 2026-05', 'nextReview 2027-05']);
  });
});

describe('what the margins of printed pages say', () => {
  it.each<[string, string[], string[]]>([
    ['nothing that the text does not say', ['Attendance Policy\tPage 3 of 9'], []],
    ['only a date that the text has', ['Attendance policy | 12 May 2026'], []],
    ['a date that the text does not have', ['Attendance policy | 12 May 2027'], ['Attendance policy | 12 May 2027']],
    [
      'where the page was printed from',
      ['https://elm.example.org/attendance\t1/3', '22/11/2026, 10:14\tAttendance policy'],
      [],
    ],
    ['one thing twice', ['Owner: Mrs Bell\t2', 'Owner: Mrs Bell\t3'], ['Owner: Mrs Bell']],
  ])('%s', (_, lines, expected) => {
    expect(unsaidInMargins('# Attendance policy\n\nApproved on 12 May 2026.\n', lines)).toEqual(expected);
  });
});

describe('a list to choose from', () => {
  const control = (items: string, words: string, isOpen: boolean): string =>
    para(
      `${run('Registers are taken by ')}<w:sdt><w:sdtPr>${isOpen ? '<w:showingPlcHdr/>' : ''}<w:dropDownList>${items}</w:dropDownList></w:sdtPr><w:sdtContent>${run(words, isOpen ? '<w:rStyle w:val="PlaceholderText"/>' : '')}</w:sdtContent></w:sdt>${run(' each day.')}`,
    );
  const ITEMS =
    '<w:listItem w:value="Choose an item."/><w:listItem w:displayText="the form tutor" w:value="1"/><w:listItem w:displayText="the class teacher" w:value="2"/>';

  it('keeps what was chosen', async () => {
    expect((await importDocx(wordFile(control(ITEMS, 'the form tutor', false)))).markdown).toBe(
      'Registers are taken by the form tutor each day.\n',
    );
  });

  it('is a choice with its options where nobody has chosen', async () => {
    const { markdown } = await importDocx(wordFile(control(ITEMS, 'Choose an item.', true)));
    expect(markdown).toBe('Registers are taken by ==[the form tutor/the class teacher]== each day.\n');
    expect(readPolicy(markdown).parsed.placeholders).toMatchObject([
      { kind: 'choice', options: ['the form tutor', 'the class teacher'] },
    ]);
  });

  it('is a fill-in where its options could not be told apart', async () => {
    const items =
      '<w:listItem w:displayText="Head/deputy" w:value="1"/><w:listItem w:displayText="Governor" w:value="2"/>';
    const { markdown } = await importDocx(wordFile(control(items, 'Choose an item.', true)));
    expect(markdown).toBe('Registers are taken by ==Choose an item.== each day.\n');
    expect(readPolicy(markdown).parsed.placeholders).toHaveLength(1);
  });
});
