import { strToU8, zipSync, zlibSync } from 'fflate';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { importDocx } from '#core/import/docx.ts';
import { importHtml } from '#core/import/html.ts';
import { ImportError } from '#core/import/imported.ts';
import { importPdf, type PdfReader } from '#core/import/pdf.ts';
import { refusePdfBombs } from '#core/import/pdf-bombs.ts';
import { lines, pdfFile } from './pdf-file.ts';
import { para, wordFile } from './word-xml.ts';

const zip = (...names: string[]): Uint8Array => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));

describe('what is no Word file is refused as what it is', () => {
  it.each<[string, Uint8Array, RegExp]>([
    ['rich text', strToU8('{\\rtf1\\ansi Registers close at 9.20am.}'), /rich text \(RTF\)/],
    ['OpenDocument', zip('mimetype', 'content.xml'), /OpenDocument file \(\.odt\)/],
    ['Pages', zip('Index/Document.iwa', 'preview.jpg'), /Pages document.*Export To/],
    ['a workbook', zip('xl/workbook.xml'), /Excel workbook/],
    ['slides', zip('ppt/presentation.xml'), /PowerPoint/],
    ['an archive of anything else', zip('photo.jpg'), /holds no Word text/],
    ['a book of forty thousand paragraphs', wordFile(para('We meet.').repeat(40_000)), /a thousand pages/],
  ])('%s', async (_, bytes, expected) => {
    const failure = await importDocx(bytes).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ImportError);
    expect((failure as ImportError).message).toMatch(expected);
  });
});

describe('a web page', () => {
  it('of more words than any policy is refused', () => {
    expect(() => importHtml(`<p>${'We meet. '.repeat(500_000)}</p>`)).toThrow(/a thousand pages/);
  });

  it('with long scripts and pictures in itself is read', () => {
    const bulk = 'a'.repeat(5_000_000);
    expect(
      importHtml(`<p>We meet.</p><img alt="" src="data:image/png;base64,${bulk}"><script>${bulk}</script>`).markdown,
    ).toBe('We meet.\n');
  });
});

describe('a PDF', () => {
  const stream = (dictionary: string, data: Uint8Array): Uint8Array =>
    Uint8Array.from([
      ...strToU8(`5 0 obj\n<<${dictionary}/Length ${data.length}>>stream\n`),
      ...data,
      ...strToU8('\nendstream\nendobj\n'),
    ]);
  const bomb = zlibSync(new Uint8Array(31_000_000).fill(32));

  it.each([
    ['that unpacks to far more than pages hold', stream('/Filter/FlateDecode', bomb)],
    ['that is packed twice', stream('/Filter[/FlateDecode /FlateDecode]', zlibSync(bomb))],
    [
      'that does so behind other streams',
      Uint8Array.from([
        ...stream('/Filter/FlateDecode', zlibSync(strToU8('BT ET'))),
        ...stream('/Filter /FlateDecode', bomb),
      ]),
    ],
  ])('%s is refused before it is read', (_, bytes) => {
    expect(() => refusePdfBombs(bytes)).toThrow(/unpacks to far more than a policy can hold/);
  });

  it('with a large picture, or with damage, is not taken for such', () => {
    expect(() => refusePdfBombs(stream('/Subtype /Image/Filter/FlateDecode', bomb))).not.toThrow();
    expect(() => refusePdfBombs(stream('/Filter/FlateDecode', bomb.subarray(40, 900)))).not.toThrow();
    expect(() => refusePdfBombs(strToU8('stream'))).not.toThrow();
  });

  it('of too many pages is refused with their number', async () => {
    const pages = Array.from({ length: 401 }, () => ({ words: lines(['We meet.']) }));
    await expect(importPdf(pdfFile(pages), pdfjs as unknown as PdfReader)).rejects.toThrow(/has 401 pages/);
  });
});
