import { readFileSync } from 'node:fs';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { ImportError } from '#core/import/imported.ts';
import { importPdf, type PdfReader } from '#core/import/pdf.ts';
import { layOut } from '#core/import/pdf-layout.ts';
import type { PdfPage } from '#core/import/pdf-lines.ts';
import { parsePolicy } from '#core/index.ts';
import { survivingWords } from './surviving-words.ts';

// pdf.js types its own classes; only what importPdf asks for is used.
const reader = pdfjs as unknown as PdfReader;
const file = (name: string): Uint8Array => new Uint8Array(readFileSync(`test/fixtures/import/${name}`));
const original = readFileSync('samples/policies/hartsmere-primary.md', 'utf8');

const EMPTY_PAGE = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>';

describe('a PDF becomes policy Markdown', () => {
  it.each(['hartsmere-libreoffice.pdf', 'hartsmere-chromium.pdf'])(
    '%s keeps its words and drops page furniture',
    async (name) => {
      const { markdown } = await importPdf(file(name), reader);
      expect(survivingWords(original, markdown)).toBeGreaterThan(0.995);
      expect(markdown).not.toMatch(/Page \d+ of \d+/);
    },
  );

  it('a ruled table is a table, cell by cell', async () => {
    const { markdown } = await importPdf(file('hartsmere-chromium.pdf'), reader);
    expect(markdown).toContain('| Amber | 92% to 94.9% | At risk of falling behind |');
    expect(markdown).toContain('| 9.20 am | Morning register closes |');
  });

  it('says the same times as the text that it was printed from', async () => {
    const times = (text: string): string[] =>
      parsePolicy(text)
        .facts.flatMap((fact) => (fact.kind === 'time' ? [`${fact.field} ${fact.value}`] : []))
        .toSorted();
    const { markdown } = await importPdf(file('hartsmere-chromium.pdf'), reader);
    expect(new Set(times(markdown))).toEqual(new Set(times(original)));
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['no PDF', new TextEncoder().encode('hello'), /is not a PDF/],
    ['a PDF cut short to nothing', new TextEncoder().encode('%PDF-1.7\n'), /damaged/],
    ['a PDF whose page is written wrongly', pdfOf(EMPTY_PAGE.slice(1)), /damaged/],
    ['a PDF whose pages are pictures', pdfOf(EMPTY_PAGE), /pictures \(a scan\)/],
  ])('%s is refused with a sentence', async (_, bytes, expected) => {
    const failure = await importPdf(bytes, reader).then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(ImportError);
    expect((failure as ImportError).message).toMatch(expected);
  });
});

/** A page from rows of [x, text]; 14 points from row to row. */
function page(rows: readonly [number, string][][]): PdfPage {
  const runs = rows.flatMap((row, index) =>
    row.map(([x, text]) => ({ text, x, y: 100 + index * 14, width: text.length * 5, size: 10, bold: false })),
  );
  return { width: 595, height: 842, runs, rules: { horizontal: [], vertical: [] } };
}

describe('a page is read in the order in which a person reads it', () => {
  it('two columns one after the other', () => {
    const left = [
      'Parents tell us before nine each day that',
      'a child is away, and we call home when we',
      'have not heard by half past nine, then try',
      'each contact that the family gave to us so',
      'that we know every child is safe and well.',
      'We record a reason as soon as we know it,',
      'and we ask again when there is none given',
      'so that no mark stays without one for long',
    ];
    const right = [
      'Registers close at half past nine in all',
      'classes, and a child who comes after that',
      'is marked as absent without our leave for',
      'the morning, unless there is a good reason',
      'such as a medical appointment with a card',
      'or letter that the office has already seen',
      'in the week before, or a bus that came too',
      'late for anybody to be on time that day.',
    ];
    const { markdown } = layOut([
      page(
        left.map((text, index) => [
          [50, text],
          [310, right[index] ?? ''],
        ]),
      ),
    ]);
    expect(markdown.replace(/\s+/g, ' ').trim()).toBe([...left, ...right].join(' '));
  });

  it.each([
    [
      'a word broken by a hyphen is whole where the document knows it whole',
      ['attendance matters, and good attend-', 'ance is a habit'],
      'attendance matters, and good attendance is a habit',
    ],
    [
      'a hyphen that belongs to its word stays',
      ['we agree a part-', 'time timetable'],
      'we agree a part-time timetable',
    ],
  ])('%s', (_, rows, expected) => {
    expect(layOut([page(rows.map((text) => [[50, text]]))]).markdown.trim()).toBe(expected);
  });

  it('aligned cells without rules are a table', () => {
    const { markdown } = layOut([
      page([
        [
          [50, 'Code'],
          [150, 'Meaning'],
        ],
        [
          [50, 'L'],
          [150, 'Late'],
        ],
        [
          [50, 'U'],
          [150, 'Late after close'],
        ],
      ]),
    ]);
    expect(markdown).toBe('| Code | Meaning |\n| - | - |\n| L | Late |\n| U | Late after close |\n');
  });
});

/** The least PDF with one empty page. */
/** A PDF of one page, which is what is given. */
function pdfOf(page: string): Uint8Array {
  return new TextEncoder().encode(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj${page}endobj\ntrailer<</Root 1 0 R>>\n`,
  );
}
