import { AlignmentType, Document, HeadingLevel, type ILevelsOptions, LevelFormat, Packer, Paragraph } from 'docx';
import { describe, expect, it } from 'vitest';
import { importDocx } from '#core/import/docx.ts';
import { wordNumbering } from '#core/import/word-levels.ts';
import { withPrintedNumbers } from '#core/import/word-numbers.ts';
import { parsePolicy } from '#core/index.ts';
import { rewritePart } from './word-files.ts';

type Level = readonly [format: ILevelsOptions['format'], text: string, start?: number];
type Line = readonly [
  text: string,
  level?: number | undefined,
  heading?: (typeof HeadingLevel)[keyof typeof HeadingLevel],
];

/** A Word file whose paragraphs are numbered by Word itself: a level, or none for a plain paragraph. */
async function numberedFile(levels: readonly Level[], lines: readonly Line[]): Promise<Uint8Array> {
  const file = new Document({
    numbering: {
      config: [
        {
          reference: 'own',
          levels: levels.map(([format, text, start], level) => ({
            level,
            format: format ?? LevelFormat.DECIMAL,
            text,
            start: start ?? 1,
            alignment: AlignmentType.LEFT,
          })),
        },
      ],
    },
    sections: [
      {
        children: lines.map(
          ([text, level, heading]) =>
            new Paragraph({
              text,
              ...(heading ? { heading } : {}),
              ...(level === undefined ? {} : { numbering: { reference: 'own', level } }),
            }),
        ),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

const { DECIMAL, LOWER_LETTER, LOWER_ROMAN, UPPER_LETTER } = LevelFormat;

describe("Word's own numbers are words of the policy", () => {
  it.each<[string, Level[], Line[], string]>([
    [
      'headings carry their decimal numbers',
      [
        [DECIMAL, '%1.'],
        [DECIMAL, '%1.%2'],
      ],
      [
        ['Aims', 0, HeadingLevel.HEADING_1],
        ['Registers', 0, HeadingLevel.HEADING_1],
        ['Lateness', 1, HeadingLevel.HEADING_2],
        ['Absence', 1, HeadingLevel.HEADING_2],
        ['Leave', 0, HeadingLevel.HEADING_1],
      ],
      '# 1. Aims\n\n# 2. Registers\n\n## 2.1 Lateness\n\n## 2.2 Absence\n\n# 3. Leave\n',
    ],
    [
      'stages are named',
      [[DECIMAL, 'Stage %1:']],
      [
        ['Below 95% we write home.', 0],
        ['Below 90% we meet parents.', 0],
      ],
      'Stage 1: Below 95% we write home.\n\nStage 2: Below 90% we meet parents.\n',
    ],
    [
      'letters in brackets, under clauses of two numbers',
      [
        [DECIMAL, '%1'],
        [DECIMAL, '%1.%2'],
        [LOWER_LETTER, '(%3)'],
      ],
      [
        ['Registers', 0],
        ['A mark is made', 1],
        ['each morning', 2],
        ['each afternoon', 2],
        ['A mark is kept', 1],
      ],
      '1 Registers\n\n1.1 A mark is made\n\n(a) each morning\n\n(b) each afternoon\n\n1.2 A mark is kept\n',
    ],
    [
      'a plain list stays a list',
      [[DECIMAL, '%1.']],
      [
        ['First we ask.', 0],
        ['Then we meet.', 0],
      ],
      '1. First we ask.\n2. Then we meet.\n',
    ],
    [
      'a list that goes on behind a paragraph keeps its count',
      [[DECIMAL, '%1.']],
      [['Ask.', 0], ['A word between.'], ['Meet.', 0], ['Refer.', 0]],
      '1. Ask.\n\nA word between.\n\n2. Meet.\n\n3. Refer.\n',
    ],
    ['a list that begins at four does', [[DECIMAL, '%1.', 4]], [['Refer.', 0]], '4. Refer.\n'],
    [
      'Roman numbers and capital letters',
      [
        [UPPER_LETTER, 'Part %1'],
        [LOWER_ROMAN, '%2)'],
      ],
      [
        ['Aims', 0],
        ['one', 1],
        ['two', 1],
        ['Law', 0],
        ['one again', 1],
      ],
      'Part A Aims\n\ni) one\n\nii) two\n\nPart B Law\n\ni) one again\n',
    ],
  ])('%s', async (_, levels, lines, expected) => {
    expect((await importDocx(await numberedFile(levels, lines))).markdown).toBe(expected);
  });

  it('a number that a heading style brings is printed too', async () => {
    const file = rewritePart(
      await numberedFile(
        [[DECIMAL, '%1.']],
        [
          ['Aims', undefined, HeadingLevel.HEADING_1],
          ['Law', undefined, HeadingLevel.HEADING_1],
          ['x', 0],
        ],
      ),
      (xml) =>
        xml.replace(
          /(<w:style [^>]*w:styleId="Heading1"[^>]*>)([\s\S]*?)(<w:pPr>|<\/w:style>)/,
          (_, open: string, middle: string, end: string) =>
            end === '<w:pPr>'
              ? `${open}${middle}<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr>`
              : `${open}${middle}<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>`,
        ),
      'word/styles.xml',
    );
    expect((await importDocx(file)).markdown).toContain('# 1. Aims\n\n# 2. Law');
  });

  it('the stages are read as steps', async () => {
    const { markdown } = await importDocx(
      await numberedFile(
        [[DECIMAL, 'Stage %1:']],
        [
          ['Attendance falls below 95%. We write to parents.', 0],
          ['Attendance falls below 90%. We meet parents.', 0],
        ],
      ),
    );
    expect(parsePolicy(markdown).escalation.map(({ order }) => order)).toEqual([1, 2]);
  });

  it.each([
    ['no numbering at all', '<w:document><w:body><w:p><w:r><w:t>Words.</w:t></w:r></w:p></w:body></w:document>', ''],
    [
      'a list that is not defined',
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>',
      '<w:numbering/>',
    ],
    ['a file cut short', '<w:p><w:pPr><w:numPr><w:numId w:val="1"', '<w:numbering><w:num w:numId="1"'],
  ])('%s changes nothing', (_, xml, numbering) => {
    expect(withPrintedNumbers(xml, wordNumbering(numbering, ''))).toBe(xml);
  });
});
