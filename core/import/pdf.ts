import { ImportError, type Imported } from './imported.ts';
import { MARGINS_KEPT } from './page-margins.ts';
import { refusePdfBombs } from './pdf-bombs.ts';
import { layOut } from './pdf-layout.ts';
import type { PdfPage } from './pdf-lines.ts';
import { type PdfFilePage, readPage } from './pdf-page.ts';
import type { DrawingNames } from './pdf-rules.ts';

const MOST_PAGES = 400;
/** Fewer letters a page than this is a picture of a page. */
const SCANNED_BELOW = 25;

/** The part of pdf.js that reading needs; the command and the editor each bring their own build of it. */
export interface PdfReader {
  OPS: DrawingNames;
  getDocument(source: {
    data: Uint8Array;
    isEvalSupported: boolean;
    disableFontFace: boolean;
    verbosity: number;
    stopAtErrors?: boolean;
  }): {
    promise: Promise<PdfFile>;
    destroy(): Promise<void>;
  };
}
interface PdfFile {
  numPages: number;
  getPage(number: number): Promise<PdfFilePage>;
}
/**
 * A PDF as policy Markdown: text in reading order, headings by size, repeated headers and footers left out, aligned tables kept.
 * @throws ImportError for a damaged, protected or scanned file, naming the problem
 */
export async function importPdf(bytes: Uint8Array, reader: PdfReader): Promise<Imported> {
  if (!String.fromCharCode(...bytes.subarray(0, 1024)).includes('%PDF-'))
    throw new ImportError('The file is named .pdf but is not a PDF.');
  refusePdfBombs(bytes);
  const task = reader.getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    verbosity: 0,
  });
  try {
    const file = await readable(task.promise);
    if (file.numPages > MOST_PAGES)
      throw new ImportError(
        `The PDF has ${file.numPages} pages; a policy has at most ${MOST_PAGES}. Save the policy’s pages as a file of their own.`,
      );
    const pages: PdfPage[] = [];
    for (let number = 1; number <= file.numPages; number++)
      pages.push(await readable(readPage(await readable(file.getPage(number)), reader.OPS)));
    const letters = pages.reduce(
      (sum, page) => sum + page.runs.reduce((all, run) => all + run.text.trim().length, 0),
      0,
    );
    if (letters < SCANNED_BELOW * pages.length)
      throw new ImportError(
        'The PDF’s pages are pictures (a scan), so there is no text to read. Ask for the Word file it was made from, or have it run through text recognition.',
      );
    const { markdown, dropped, hadContents, margins } = layOut(pages);
    const notes: Imported['notes'] = [
      {
        kind: 'changed',
        message:
          'A PDF keeps the look of a page and not its structure: check headings and tables against the original.',
      },
    ];
    if (dropped.length > 0)
      notes.push({
        kind: 'lost',
        message: `Repeated page headers and footers were left out (${dropped.length} different).`,
      });
    if (hadContents)
      notes.push({ kind: 'lost', message: 'The table of contents was left out: its headings stand in the text.' });
    if (margins.length > 0) notes.push({ kind: 'kept', message: MARGINS_KEPT });
    return { markdown, notes };
  } finally {
    await task.destroy();
  }
}

/** What the reader of PDF files gives, or what is wrong with the file: it looks at a page when it is asked for it. */
async function readable<T>(given: Promise<T>): Promise<T> {
  return given.catch((error: unknown) => {
    throw explain(error);
  });
}

function explain(error: unknown): ImportError {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException')
    return new ImportError('The PDF is protected by a password. Save a copy without it and try again.');
  return new ImportError('The PDF is damaged and cannot be read. Save or download it again, and try once more.');
}
