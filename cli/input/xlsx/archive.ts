import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { inUtf8 } from './encoding.ts';

/** Bytes that can be read from any place: a file, or what came on standard input. */
export interface ByteSource {
  readonly size: number;
  /** The bytes from a place on, fewer where the source ends. */
  read(from: number, length: number): Promise<Uint8Array>;
}

interface Entry {
  readonly at: number;
  readonly packed: number;
  readonly method: number;
  readonly isLocked: boolean;
}

/** Bytes read and unpacked at a time. */
const PIECE = 1 << 17;
/** More than a sheet of a million rows unpacks to, and what a zip bomb stops at. */
const LARGEST_UNPACKED = 3_000_000_000;
const MOST_DIRECTORY = 16_000_000;
const DIRECTORY_END = 0x06054b50;
const DIRECTORY_END_64 = 0x06064b50;
const ENTRY = 0x02014b50;
const DEFLATED = 8;

/**
 * The parts of a zip archive, found by the directory at its end, so that each is unpacked alone, in pieces and in any order:
 * a workbook names its strings and styles behind the sheets that need them.
 */
export class Archive {
  readonly #source: ByteSource;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(source: ByteSource, entries: ReadonlyMap<string, Entry>) {
    this.#source = source;
    this.#entries = entries;
  }

  /** @throws Error when there is no whole directory at the end: the file is cut short, or no archive. */
  static async open(source: ByteSource): Promise<Archive> {
    return new Archive(source, await directoryOf(source));
  }

  /** Names are compared without case, and "\\" parts folders as "/" does: some programs write them so. */
  has(name: string): boolean {
    return this.#entries.has(plainName(name));
  }

  /** Whether some part is locked by a password. */
  get isLocked(): boolean {
    return [...this.#entries.values()].some(({ isLocked }) => isLocked);
  }

  /** A part's XML in pieces, in UTF-8; none where there is no such part. @throws Error for a damaged or endless one */
  pieces(name: string): AsyncGenerator<Uint8Array> {
    return inUtf8(this.#unpacked(name));
  }

  async *#unpacked(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.#entries.get(plainName(name));
    if (!entry) return;
    const packed = Readable.from(this.#packed(entry), { objectMode: false });
    let unpacked: AsyncIterable<Uint8Array> = packed;
    if (entry.method === DEFLATED) {
      const inflate = createInflateRaw({ chunkSize: PIECE });
      packed.on('error', (error) => inflate.destroy(error));
      unpacked = packed.pipe(inflate);
    } else if (entry.method !== 0) throw new Error(`packed by method ${entry.method}`);
    let size = 0;
    for await (const piece of unpacked) {
      size += piece.length;
      if (size > LARGEST_UNPACKED) throw new Error('unpacks to more than any workbook');
      yield piece;
    }
  }

  /** The whole text of a small part; empty where there is none. @throws Error where it is larger than `most` bytes */
  async text(name: string, most: number): Promise<string> {
    const pieces: Uint8Array[] = [];
    let size = 0;
    for await (const piece of this.pieces(name)) {
      size += piece.length;
      if (size > most) throw new Error('is larger than such a part can be');
      pieces.push(piece);
    }
    return Buffer.concat(pieces).toString('utf8');
  }

  async *#packed({ at, packed }: Entry): AsyncGenerator<Uint8Array> {
    // The entry's own head repeats the directory's words, at lengths of its own.
    const head = viewOf(await this.#source.read(at, 30));
    let from = at + 30 + head.getUint16(26, true) + head.getUint16(28, true);
    const end = from + packed;
    while (from < end) {
      const piece = await this.#source.read(from, Math.min(PIECE, end - from));
      if (piece.length === 0) throw new Error('ends too early');
      yield piece;
      from += piece.length;
    }
  }
}

async function directoryOf(source: ByteSource): Promise<Map<string, Entry>> {
  const tailAt = Math.max(0, source.size - 66_000);
  const tail = viewOf(await source.read(tailAt, source.size - tailAt));
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== DIRECTORY_END) end--;
  if (end < 0) throw new Error('has no directory');
  let size = tail.getUint32(end + 12, true);
  let at = tail.getUint32(end + 16, true);
  // Where a number is too large for this record, a longer one before it has it.
  if (end >= 20 && (at === 0xffffffff || size === 0xffffffff)) {
    const wide = viewOf(await source.read(Number(tail.getBigUint64(end - 12, true)), 56));
    if (wide.getUint32(0, true) !== DIRECTORY_END_64) throw new Error('has no directory');
    size = Number(wide.getBigUint64(40, true));
    at = Number(wide.getBigUint64(48, true));
  }
  if (size > MOST_DIRECTORY || at + size > source.size) throw new Error('has no directory');
  return entriesOf(await source.read(at, size));
}

function entriesOf(directory: Uint8Array): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const view = viewOf(directory);
  for (let at = 0; at + 46 <= directory.length && view.getUint32(at, true) === ENTRY; ) {
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const nameAt = at + 46;
    const name = Buffer.from(directory.subarray(nameAt, nameAt + nameLength)).toString('utf8');
    const extra = directory.subarray(nameAt + nameLength, nameAt + nameLength + extraLength);
    const [packed, offset] = wideNumbers(view, at, extra);
    entries.set(plainName(name), {
      at: offset,
      packed,
      method: view.getUint16(at + 10, true),
      isLocked: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at = nameAt + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** How many bytes an entry has and where; numbers too large for the directory stand in its extra field 1, in this order. */
function wideNumbers(view: DataView, at: number, extra: Uint8Array): [packed: number, offset: number] {
  const [unpacked, packed, offset] = [20 + 4, 20, 42].map((where) => view.getUint32(at + where, true));
  const wide: number[] = [];
  const fields = viewOf(extra);
  for (let field = 0; field + 4 <= extra.length; field += 4 + fields.getUint16(field + 2, true))
    if (fields.getUint16(field, true) === 1)
      for (let number = field + 4; number + 8 <= extra.length; number += 8)
        wide.push(Number(fields.getBigUint64(number, true)));
  const next = (small = 0): number => (small === 0xffffffff ? (wide.shift() ?? small) : small);
  next(unpacked);
  return [next(packed), next(offset)];
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function plainName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();
}
