import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTables } from '../../../cli/input/rows.ts';
import { workFolder } from '../call.ts';

const folder = workFolder();

async function read(file: string) {
  const io = { cwd: folder.path, readStdin: async () => new Uint8Array() };
  const tables = [];
  // Only what reading touches of the terminal.
  for await (const { sheet, rows } of readTables(file, io as never)) {
    const all = [];
    for await (const batch of rows) all.push(...batch);
    tables.push({ sheet, rows: all });
  }
  return tables;
}

describe('a workbook', () => {
  beforeAll(async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('Cover').addRow(['Whitlow Green School']);
    workbook.addWorksheet('Lists', { state: 'hidden' }).addRow(['not shown']);
    const marks = workbook.addWorksheet('Marks');
    marks.addRow(['pupil_id', 'date', 'code', 'percent', 'name']);
    marks.addRow([4127, new Date('2026-09-07'), '/', 0.9, { richText: [{ text: 'Ann ' }, { text: 'Lee' }] }]);
    marks.getCell('D2').numFmt = '0.0%';
    marks.addRow([]);
    marks.addRow([{ formula: '4127+1', result: 4128 }, { formula: 'B2+1', result: 46_273 }, '\\', 0.07, 'Bo Fox']);
    marks.getCell('B4').numFmt = 'dd/mm/yyyy';
    marks.getCell('D4').numFmt = '0%';
    marks.addRow(['P3', '08/09/2026', 'C1', 91.25, { error: '#N/A' }]);
    await workbook.xlsx.writeFile(join(folder.path, 'marks.xlsx'));
  });

  it('gives its visible sheets, each row with its number, dates as days and percentages as shown or stored', async () => {
    expect(await read('marks.xlsx')).toEqual([
      { sheet: 'Cover', rows: [{ line: 1, cells: ['Whitlow Green School'] }] },
      {
        sheet: 'Marks',
        rows: [
          { line: 1, cells: ['pupil_id', 'date', 'code', 'percent', 'name'] },
          { line: 2, cells: ['4127', '2026-09-07', '/', '90.0%', 'Ann Lee'] },
          { line: 4, cells: ['4128', '2026-09-08', '\\', '7%', 'Bo Fox'] },
          { line: 5, cells: ['P3', '08/09/2026', 'C1', '91.25', '#N/A'] },
        ],
      },
    ]);
  });

  it('is read past sheets that the caller leaves', async () => {
    const io = { cwd: folder.path, readStdin: async () => new Uint8Array() };
    const sheets = [];
    for await (const { sheet } of readTables('marks.xlsx', io as never)) sheets.push(sheet);
    expect(sheets).toEqual(['Cover', 'Marks']);
  });
});

describe('a CSV file', () => {
  it.each([
    ['UTF-8 with a byte-order mark', Buffer.from('\ufeffname\nZoë\n')],
    ['Windows-1252, as Excel saves CSV', Buffer.from('name\nZo\u00eb\n', 'latin1')],
    ['UTF-16, as Excel saves Unicode text', Buffer.from('\ufeffname\nZoë\n', 'utf16le')],
  ])('%s', async (_, bytes) => {
    folder.write('names.csv', bytes);
    expect(await read('names.csv')).toEqual([
      {
        sheet: null,
        rows: [
          { line: 1, cells: ['name'] },
          { line: 2, cells: ['Zoë'] },
        ],
      },
    ]);
  });

  it('keeps letters whole that stand across the pieces in which a long file is read', async () => {
    folder.write('long.csv', `name\n${'Zoë Łuczak 學\n'.repeat(60_000)}`);
    const [table] = await read('long.csv');
    expect(new Set(table?.rows.slice(1).map(({ cells }) => cells.join('|')))).toEqual(new Set(['Zoë Łuczak 學']));
    expect(table?.rows).toHaveLength(60_001);
  });
});

describe('a web page under another name', () => {
  it.each([
    '<table><tr><td>Pupil',
    '\ufeff\n <!DOCTYPE html>\n<html>',
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel">',
  ])('%j is told as one', async (text) => {
    await writeFile(join(folder.path, 'page.csv'), text);
    await expect(read('page.csv')).rejects.toThrow(/is a web page \(HTML\) under another name/);
    await writeFile(join(folder.path, 'page.csv'), `\ufeff${text}`, 'utf16le');
    await expect(read('page.csv')).rejects.toThrow(/is a web page/);
  });

  it('a table that holds a sign "<" is none', async () => {
    await writeFile(join(folder.path, 'signs.csv'), '<10 sessions,name\n1,Ann');
    expect(await read('signs.csv')).toHaveLength(1);
  });
});
