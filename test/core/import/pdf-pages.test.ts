import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { importPdf, type PdfReader } from '#core/import/pdf.ts';
import { lines, type Page, pdfFile, type Words } from './pdf-file.ts';

// pdf.js types its own classes; only what importPdf asks for is used.
const reader = pdfjs as unknown as PdfReader;
const read = async (pages: readonly Page[]): Promise<string> => (await importPdf(pdfFile(pages), reader)).markdown;

describe('a table of contents', () => {
  const body = (titles: readonly string[]): Page => ({
    words: titles.flatMap((title, index) => [
      { x: 50, y: 780 - index * 60, text: title, size: 14 },
      {
        x: 50,
        y: 756 - index * 60,
        text: `What we do about ${title.toLowerCase()} is told here, in words enough to be text.`,
      },
    ]),
  });
  const TITLES = ['Aims', 'Registers', 'Lateness', 'Penalty notices'];

  it.each<[string, Words[]]>([
    [
      'with its pages behind dots',
      lines(
        TITLES.map((title, at) => `${title} ${'.'.repeat(60)} ${at + 2}`),
        740,
      ),
    ],
    [
      'with its pages at the edge',
      lines(
        TITLES.map(
          (title, at) =>
            [
              [50, title],
              [500, String(at + 2)],
            ] as const,
        ),
        740,
      ),
    ],
    ['of titles alone', TITLES.map((text, at) => ({ x: 50, y: 740 - at * 22, text }))],
    [
      'with one title worded otherwise',
      ['Aims', 'Our registers', 'Lateness', 'Penalty notices'].map((text, at) => ({ x: 50, y: 740 - at * 22, text })),
    ],
  ])('%s is left out, and the notes say so', async (_, entries) => {
    const { markdown, notes } = await importPdf(
      pdfFile([{ words: [{ x: 50, y: 780, text: 'Contents', size: 14 }, ...entries] }, body(TITLES)]),
      reader,
    );
    expect(markdown).toMatch(/^## Aims\n\nWhat we do about aims/);
    expect(markdown.match(/Lateness/g)).toHaveLength(1);
    expect(notes.map(({ message }) => message).join(' ')).toContain('table of contents was left out');
  });

  it('is not what else stands under such a title', async () => {
    const words = [
      { x: 50, y: 780, text: 'Contents', size: 14 },
      ...lines(['The first aid box holds plasters.', 'It holds a blanket too.', 'And it holds gloves.'], 740),
    ];
    expect(await read([{ words }, body(TITLES)])).toContain('plasters');
  });
});

describe('the foot of every page', () => {
  const page = (number: number): Page => ({
    words: [
      ...lines([`Part ${number} says what it says about attendance.`, 'And goes on.'], 700),
      { x: 50, y: 30, text: 'Approved by governors 12 May 2026, next review May 2027' },
      { x: 500, y: 30, text: `Page ${number} of 3` },
    ],
  });

  it('stands once at the end where it says what the text does not', async () => {
    const markdown = await read([page(1), page(2), page(3)]);
    expect(markdown.match(/Approved by/g)).toHaveLength(1);
    expect(markdown).toMatch(
      /\n## At the head and foot of the pages\n\nApproved by governors 12 May 2026, next review May 2027\n$/,
    );
  });
});
