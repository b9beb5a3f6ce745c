import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { InputProblem } from '../problem.ts';
import { cellText } from './cell-text.ts';
import type { Row, Table } from './row.ts';

const BATCH = 1000;

/** The sheets of an Excel workbook that are not hidden, row by row. Read each before the next. @throws InputProblem */
export async function* xlsxTables(pieces: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Table> {
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from(pieces, { objectMode: false }), {
    entries: 'emit',
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
  });
  const sheets = reader[Symbol.asyncIterator]();
  const unreadable = new InputProblem(
    `${name}: is not an Excel workbook that can be read; save it again as .xlsx, or as .csv.`,
  );
  let sawSheet = false;
  for (;;) {
    const next = await sheets.next().catch(() => Promise.reject(unreadable));
    if (next.done) break;
    sawSheet = true;
    const rows = sheetRows(next.value, unreadable);
    if (wordOf(next.value, 'state') === null || wordOf(next.value, 'state') === 'visible') {
      yield { sheet: wordOf(next.value, 'name') ?? 'sheet', rows };
    }
    // Rows that the caller left would hold up the next sheet.
    while (!(await rows.next()).done);
  }
  if (!sawSheet) throw unreadable;
}

async function* sheetRows(
  sheet: ExcelJS.stream.xlsx.WorksheetReader,
  unreadable: InputProblem,
): AsyncGenerator<readonly Row[]> {
  const rows = sheet[Symbol.asyncIterator]();
  let batch: Row[] = [];
  for (;;) {
    const next = await rows.next().catch(() => Promise.reject(unreadable));
    if (next.done) break;
    const cells: string[] = [];
    next.value.eachCell({ includeEmpty: true }, (cell, column) => {
      cells[column - 1] = cellText(cell.value, cell.numFmt);
    });
    batch.push({ line: next.value.number, cells: Array.from(cells, (cell) => cell ?? '') });
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** The reader gives a sheet's name and state, which its type leaves out. */
function wordOf(sheet: object, key: 'name' | 'state'): string | null {
  const value: unknown = Reflect.get(sheet, key);
  return typeof value === 'string' ? value : null;
}
