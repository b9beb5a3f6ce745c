import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Io } from '../io.ts';
import { InputProblem } from '../problem.ts';
import { csvRows } from './csv.ts';
import { binaryFormat } from './decode.ts';
import { readProblem, shownName } from './files.ts';
import type { Row, Table } from './row.ts';
import { decodeStream } from './text-stream.ts';

/** The tables of a CSV or Excel file, row by row. Read each before the next. @throws InputProblem, also while reading. */
export async function* readTables(file: string, io: Io): AsyncGenerator<Table> {
  const { head, pieces } = await openBytes(file, io);
  const name = shownName(file);
  if (head.length === 0) throw new InputProblem(`${name}: is empty; export the table again, with its header.`);
  if (head[0] === 0x50 && head[1] === 0x4b) {
    const { xlsxTables } = await import('./rows-xlsx.ts');
    yield* xlsxTables(pieces, name);
    return;
  }
  const format = binaryFormat(head);
  if (format) throw new InputProblem(`${name}: is ${format}; save the table as .csv or .xlsx.`);
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (!isWide && head.includes(0)) throw new InputProblem(`${name}: is not text; save the table as .csv or .xlsx.`);
  yield { sheet: null, rows: rowsOfText(pieces, name) };
}

/** The first bytes of a file, and all of it in pieces. */
async function openBytes(file: string, io: Io): Promise<{ head: Uint8Array; pieces: AsyncIterable<Uint8Array> }> {
  if (file === '-') {
    const bytes = await io.readStdin();
    return { head: bytes.subarray(0, 4096), pieces: inPieces(bytes) };
  }
  const path = resolve(io.cwd, file);
  try {
    if ((await stat(path)).isDirectory()) throw new InputProblem(`${file}: is a folder; name a file in it.`);
    const handle = await open(path);
    try {
      const head = new Uint8Array(4096);
      const { bytesRead } = await handle.read(head, 0, head.length, 0);
      return { head: head.subarray(0, bytesRead), pieces: createReadStream(path, { highWaterMark: 1 << 18 }) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw readProblem(file, error);
  }
}

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1 << 18) yield bytes.subarray(at, at + (1 << 18));
}

async function* rowsOfText(pieces: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<readonly Row[]> {
  try {
    yield* csvRows(decodeStream(pieces), name);
  } catch (error) {
    throw readProblem(name, error);
  }
}
