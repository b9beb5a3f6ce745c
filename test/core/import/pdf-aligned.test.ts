import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { importPdf, type PdfReader } from '#core/import/pdf.ts';
import { pdfFile, type Words } from './pdf-file.ts';

// pdf.js types its own classes; only what importPdf asks for is used.
const reader = pdfjs as unknown as PdfReader;
const read = async (words: readonly Words[]): Promise<string[]> =>
  (await importPdf(pdfFile([{ words }]), reader)).markdown.trim().split('\n');

const COLUMNS = [50, 150, 300, 460];
type Row = readonly (readonly string[])[];
/** Rows of cells from the top, each cell the lines it was broken into; `apart` is the white between two rows, in points. */
function table(rows: readonly Row[], apart: readonly number[]): Words[] {
  const words: Words[] = [];
  let y = 760;
  rows.forEach((row, index) => {
    row.forEach((cell, column) => {
      cell.forEach((text, line) => {
        if (text) words.push({ x: COLUMNS[column] ?? 0, y: y - line * 12, text });
      });
    });
    y -= Math.max(...row.map(({ length }) => length)) * 12 + (apart[index] ?? apart.at(-1) ?? 0);
  });
  return words;
}

describe('a table that only white parts', () => {
  it.each<[string, readonly Row[], readonly number[], string[]]>([
    [
      'has a row where the white is, though every cell of it is broken over two lines',
      [
        [['Attendance'], ['We call it'], ['What we do']],
        [
          ['92.1% -', '94.9%'],
          ['Amber', 'Plus'],
          ['Letter one and', 'a call home'],
        ],
        [['92% and', 'below'], ['Red'], ['Meeting in', 'school']],
        [
          ['Less than', '50%'],
          ['Deep', 'Red'],
          ['Plan with', 'the council'],
        ],
      ],
      [8],
      [
        '| Attendance | We call it | What we do |',
        '| - | - | - |',
        '| 92.1% - 94.9% | Amber Plus | Letter one and a call home |',
        '| 92% and below | Red | Meeting in school |',
        '| Less than 50% | Deep Red | Plan with the council |',
      ],
    ],
    [
      'has a row for every line where only the head stands apart',
      [
        [['Lates'], ['Step']],
        [['3'], ['Call home']],
        [['5'], ['Letter']],
        [['8'], ['Meeting']],
      ],
      [8, 0],
      ['| Lates | Step |', '| - | - |', '| 3 | Call home |', '| 5 | Letter |', '| 8 | Meeting |'],
    ],
    [
      'has a row for every line where blank lines part its groups',
      [
        [['Lates'], ['Step']],
        [['3'], ['Call home']],
        [['5'], ['Letter']],
        [['8'], ['Meeting']],
        [['9'], ['Panel']],
      ],
      [8, 0, 8, 0],
      ['| Lates | Step |', '| - | - |', '| 3 | Call home |', '| 5 | Letter |', '| 8 | Meeting |', '| 9 | Panel |'],
    ],
    [
      'keeps its head where the first column has none',
      [
        [[''], ['Infants'], ['Juniors']],
        [['Gates open'], ['8.35 am'], ['8.30 am']],
        [['Register closes'], ['9.15 am'], ['9.10 am']],
      ],
      [4],
      [
        '|  | Infants | Juniors |',
        '| - | - | - |',
        '| Gates open | 8.35 am | 8.30 am |',
        '| Register closes | 9.15 am | 9.10 am |',
      ],
    ],
  ])('%s', async (_name, rows, apart, expected) => {
    expect(await read(table(rows, apart))).toEqual(expected);
  });
});

describe('a heading of a PDF', () => {
  const body =
    'We telephone home on the first morning of an absence that nobody has told us about, and then write to you.';
  it.each<[string, string[], string[]]>([
    [
      'that is too long for its line is one',
      ['If your child is away from nursery, from Reception, or from one of the Years 1', 'or Year 2'],
      ['## If your child is away from nursery, from Reception, or from one of the Years 1 or Year 2'],
    ],
    ['below another is another', ['Absence', 'First day'], ['## Absence', '', '## First day']],
  ])('%s', async (_name, titles, expected) => {
    const words = [
      ...titles.map((text, line) => ({ x: 50, y: 760 - line * 18, text, size: 20 * 0.65 })),
      ...[0, 1, 2].map((line) => ({ x: 50, y: 700 - line * 12, text: body, size: 9.5 })),
    ];
    expect((await read(words)).slice(0, expected.length)).toEqual(expected);
  });
});
