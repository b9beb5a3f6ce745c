import { createReadStream } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Io } from '../io.ts';
import { InputProblem } from '../problem.ts';
import { csvRows } from './csv.ts';
import { binaryFormat } from './decode.ts';
import { readBytes, readProblem, shownName } from './files.ts';
import type { Row, Table } from './row.ts';
import { decodeStream } from './text-stream.ts';
import type { ByteSource } from './xlsx/archive.ts';

/** The tables of a CSV or Excel file, row by row. Read each before the next. @throws InputProblem, also while reading. */
export async function* readTables(file: string, io: Io): AsyncGenerator<Table> {
  const { head, pieces, anywhere } = await openBytes(file, io);
  const name = shownName(file);
  if (head.length === 0) throw new InputProblem(`${name}: is empty; export the table again, with its header.`);
  if (head[0] === 0x50 && head[1] === 0x4b) {
    const { xlsxTables } = await import('./rows-xlsx.ts');
    yield* anywhere((source) => xlsxTables(source, name));
    return;
  }
  const format = binaryFormat(head);
  if (format) throw new InputProblem(`${name}: is ${format}; save the table as .csv or .xlsx.`);
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (!isWide && head.includes(0)) throw new InputProblem(`${name}: is not text; save the table as .csv or .xlsx.`);
  if (WEB_PAGE.test(Buffer.from(head).toString('latin1').replaceAll('\0', '')))
    throw new InputProblem(
      `${name}: is a web page (HTML) under another name; open it in Excel and save it as .xlsx or .csv.`,
    );
  yield { sheet: null, rows: rowsOfText(pieces(), name) };
}

/** Some systems export a page's table as ".xls" or ".csv"; the first bytes may be a byte-order mark. */
const WEB_PAGE = /^[\xef\xbb\xbf\xff\xfe\s]{0,40}<(?:!doctype html|!--|html|head|body|table|meta|style|div)\b/i;

/** The first bytes of a table, and ways to all of them: piece by piece, or from any place. */
interface OpenBytes {
  readonly head: Uint8Array;
  pieces(): AsyncIterable<Uint8Array>;
  /** Gives a source that is open until `use` is done with it. */
  anywhere<T>(use: (source: ByteSource) => AsyncGenerator<T>): AsyncGenerator<T>;
}

const HEAD = 4096;
const PIECE = 1 << 18;

async function openBytes(file: string, io: Io): Promise<OpenBytes> {
  if (file === '-') return bytesInMemory(await io.readStdin());
  const path = resolve(io.cwd, file);
  try {
    const about = await stat(path);
    if (about.isDirectory()) throw new InputProblem(`${file}: is a folder; name a file in it.`);
    // A pipe (of the shell's "<(…)") can be read but once and from its beginning.
    if (!about.isFile()) return bytesInMemory(await readBytes(file, io));
    const handle = await open(path);
    try {
      return {
        head: await readAt(handle, 0, HEAD),
        pieces: () => createReadStream(path, { highWaterMark: PIECE }),
        anywhere,
      };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw readProblem(file, error);
  }

  async function* anywhere<T>(use: (source: ByteSource) => AsyncGenerator<T>): AsyncGenerator<T> {
    const handle = await open(path);
    try {
      const { size } = await handle.stat();
      yield* use({ size, read: (from, length) => readAt(handle, from, length) });
    } finally {
      await handle.close();
    }
  }
}

async function readAt(handle: FileHandle, from: number, length: number): Promise<Uint8Array> {
  const { bytesRead, buffer } = await handle.read(new Uint8Array(length), 0, length, from);
  return buffer.subarray(0, bytesRead);
}

function bytesInMemory(bytes: Uint8Array): OpenBytes {
  return {
    head: bytes.subarray(0, HEAD),
    pieces: () => inPieces(bytes),
    anywhere: (use) =>
      use({ size: bytes.length, read: (from, length) => Promise.resolve(bytes.subarray(from, from + length)) }),
  };
}

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

async function* rowsOfText(pieces: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<readonly Row[]> {
  try {
    yield* csvRows(decodeStream(pieces), name);
  } catch (error) {
    throw readProblem(name, error);
  }
}
