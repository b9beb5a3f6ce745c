import { InputProblem } from '../problem.ts';
import type { Row, Table } from './row.ts';
import { Archive, type ByteSource } from './xlsx/archive.ts';
import { sharedStrings } from './xlsx/shared-strings.ts';
import { type SheetContext, SheetRows, UnfitSheet } from './xlsx/sheet-rows.ts';
import { readWorkbook } from './xlsx/workbook.ts';

/** Cells handed on together: a million single awaits take seconds, and a wide grid has a thousand cells in a row. */
const BATCH_CELLS = 8_000;

/** The sheets of an Excel workbook that are not hidden, row by row; only a few rows are held at a time. @throws InputProblem */
export async function* xlsxTables(source: ByteSource, name: string): AsyncGenerator<Table> {
  const archive = await Archive.open(source).catch((error: unknown) => refuse(name, CUT_SHORT, error));
  if (archive.isLocked) refuse(name, 'is locked by a password; save a copy without it.');
  const book = await readWorkbook(archive).catch((error: unknown) => refuse(name, DAMAGED, error));
  if (!book) refuse(name, otherKind(archive));
  const strings = await sharedStrings(archive.pieces(book.strings ?? '')).catch((error: unknown) =>
    refuse(name, DAMAGED, error),
  );
  const context: SheetContext = { strings, formats: book.formats };
  for (const sheet of book.sheets)
    if (sheet.isVisible) yield { sheet: sheet.name, rows: sheetRows(archive.pieces(sheet.part), context, name) };
}

async function* sheetRows(
  pieces: AsyncIterable<Uint8Array>,
  context: SheetContext,
  name: string,
): AsyncGenerator<readonly Row[]> {
  const sheet = new SheetRows(context);
  try {
    for await (const piece of pieces) {
      sheet.push(piece);
      if (sheet.cellsReady > BATCH_CELLS) yield sheet.take();
    }
  } catch (error) {
    // What the caller throws at a yield does not come here: only reading does.
    refuse(name, error instanceof UnfitSheet ? error.message : DAMAGED, error);
  }
  yield sheet.take();
}

const CUT_SHORT = 'is cut short or damaged; download or save the workbook again, or save it as .csv.';
const DAMAGED = 'is not an Excel workbook that can be read; save it again as .xlsx, or as .csv.';

/** What an archive without a workbook in XML is. */
function otherKind(archive: Archive): string {
  if (archive.has('xl/workbook.bin')) return 'is a binary workbook (.xlsb); save it as .xlsx, or as .csv.';
  if (archive.has('content.xml')) return 'is an OpenDocument file; save the table as .xlsx, or as .csv.';
  if (archive.has('Index/Document.iwa')) return 'is a Numbers file; export it as Excel (.xlsx) or .csv.';
  if (archive.has('word/document.xml')) return 'is a Word file; save the table as .xlsx, or as .csv.';
  return DAMAGED;
}

function refuse(name: string, why: string, cause?: unknown): never {
  if (cause instanceof InputProblem) throw cause;
  throw new InputProblem(`${name}: ${why}`, { cause });
}
