import { type Block, type BlockInChunk, type Chunk, readChunk } from './blocks.ts';
import { chunksFrom, LOOK_AHEAD } from './chunks.ts';

/** A chunk as read. One that an edit did not touch is the very object that it was before, and so is each of its blocks. */
export interface ReadChunk {
  readonly text: string;
  readonly lines: number;
  readonly blocks: readonly Block[];
  /** Where each block begins: its offset and its 0-based line in the chunk. */
  readonly places: readonly { readonly at: number; readonly line: number }[];
}

// An edit touches a chunk or two; where more is new, looking for old blocks in it costs more than reading them.
const MOST_TOUCHED = 8;

/** Reads texts into chunks and remembers the last text's, so that an edit re-reads only what it touches. */
export function createChunkReader(): (text: string) => readonly ReadChunk[] {
  let known = new Map<string, ReadChunk>();
  let last: readonly ReadChunk[] = [];
  return (text) => {
    const { kept, pieces, rest } = cutAgain(text, last);
    const touched = last.slice(kept.length, last.length - rest.length);
    if (touched.length > 0 && touched.length <= MOST_TOUCHED) {
      const old = new OldBlocks(touched);
      last = [...kept, ...pieces.map((piece) => freed(readChunk(piece), old)), ...rest];
      return last;
    }
    const seen = new Map<string, ReadChunk>();
    for (const chunk of kept) seen.set(chunk.text, chunk);
    for (const chunk of rest) seen.set(chunk.text, chunk);
    const read = pieces.map((piece) => {
      const chunk = seen.get(piece) ?? known.get(piece) ?? freed(readChunk(piece), null);
      seen.set(piece, chunk);
      return chunk;
    });
    known = seen;
    last = [...kept, ...read, ...rest];
    return last;
  };
}

/** Comparing with a slice, which is no copy, goes many letters at a time; `startsWith` goes one by one. */
function isAt(text: string, words: string, at: number): boolean {
  return text.slice(at, at + words.length) === words;
}

/** Cuts a text anew only from the first chunk that an edit may have touched to the first that follows it unchanged. */
function cutAgain(
  text: string,
  last: readonly ReadChunk[],
): { kept: readonly ReadChunk[]; pieces: string[]; rest: readonly ReadChunk[] } {
  let same = 0;
  let at = 0;
  for (let chunk = last[same]; chunk && isAt(text, chunk.text, at); chunk = last[same]) {
    at += chunk.text.length;
    same++;
  }
  const agreed = at;
  // The last of all ends where its text ended: behind it anything may be new.
  while (same > 0 && at + LOOK_AHEAD > agreed) {
    same--;
    at -= last[same]?.text.length ?? 0;
  }
  // Where each chunk of the unchanged end begins in the new text.
  const starts = new Map<number, number>();
  let end = text.length;
  for (let index = last.length - 1; index >= same; index--) {
    const chunk = last[index];
    const begin = end - (chunk?.text.length ?? 0);
    if (!chunk || begin < at || !isAt(text, chunk.text, begin)) break;
    end = begin;
    starts.set(end, index);
  }
  const pieces: string[] = [];
  let from = at;
  let first = starts.get(from);
  if (first === undefined)
    for (const piece of chunksFrom(text, at)) {
      pieces.push(piece);
      from += piece.length;
      first = starts.get(from);
      if (first !== undefined) break;
    }
  return { kept: last.slice(0, same), pieces, rest: first === undefined ? [] : last.slice(first) };
}

// A long chunk is a list or a table without a blank line, and much of what such have is alike.
const MANY = 100;

/**
 * The chunk with its blocks apart from their places, each the very one that stood in the touched text where nothing of it
 * changed. Blocks of a long chunk that are alike are one, so that what is remembered of a block is found for all of them.
 */
function freed(chunk: Chunk, old: OldBlocks | null): ReadChunk {
  const headers = old?.headersFor(chunk);
  const known = old === null && chunk.blocks.length > MANY ? new KnownBlocks() : null;
  return {
    text: chunk.text,
    lines: chunk.lines,
    blocks: chunk.blocks.map((placed) => {
      if (known) return known.oneFor(placed);
      const block = withoutPlace(placed);
      const header = block.header && headers?.get(block.header);
      const fresh: Block = header ? { ...block, header } : block;
      return old?.take(fresh) ?? fresh;
    }),
    places: chunk.blocks.map(({ at, lineInChunk }) => ({ at, line: lineInChunk })),
  };
}

/** Field by field: leaving two out of a copy costs more than all else that is done with a block here. */
function withoutPlace({ kind, raw, plain, depth, bodyAt, marker, cells, header }: BlockInChunk): Block {
  const block = { kind, raw, plain, depth, bodyAt };
  if (cells) return header ? { ...block, cells, header } : { ...block, cells };
  return marker === undefined ? block : { ...block, marker };
}

/** The blocks of a chunk, to be found by what they say. */
class KnownBlocks {
  readonly #blocks = new Map<string, Block>();
  readonly #keys = new BlockKeys();

  /** The block that says the same as this one, the first of them all. */
  oneFor(placed: BlockInChunk): Block {
    const key = this.#keys.keyOf(placed);
    let block = this.#blocks.get(key);
    if (!block) this.#blocks.set(key, (block = withoutPlace(placed)));
    return block;
  }
}

/** What tells one block from another; rows of one table share their header, and those of two tables do not. */
class BlockKeys {
  readonly headers = new Map<readonly string[], number>();

  keyOf({ kind, depth, marker, bodyAt, cells, header, raw }: Block): string {
    let table = -1;
    if (header) {
      table = this.headers.get(header) ?? this.headers.size;
      this.headers.set(header, table);
    }
    const edges = cells ? cells.map(({ start, end }) => `${start}-${end}`).join() : '';
    return `${kind} ${depth} ${bodyAt} ${table} ${edges} ${marker ?? ''}\n${raw}`;
  }
}

/** The blocks of touched chunks, to be found again by what they say. */
class OldBlocks {
  readonly #blocks = new Map<string, Block[]>();
  readonly #keys = new BlockKeys();
  readonly #freeHeaders: (readonly string[])[];

  constructor(chunks: readonly ReadChunk[]) {
    for (const { blocks } of chunks)
      for (const block of blocks) {
        const key = this.#keys.keyOf(block);
        const known = this.#blocks.get(key);
        if (known) known.push(block);
        else this.#blocks.set(key, [block]);
      }
    this.#freeHeaders = [...this.#keys.headers.keys()];
  }

  /** Rows of one table share their header, and those of two tables do not: each new header finds at most one old one. */
  headersFor({ blocks }: Chunk): Map<readonly string[], readonly string[]> {
    const free = this.#freeHeaders;
    const found = new Map<readonly string[], readonly string[]>();
    for (const { header } of blocks) {
      if (!header || found.has(header)) continue;
      const words = header.join('\n');
      const at = free.findIndex((one) => one.length === header.length && one.join('\n') === words);
      const [old] = at < 0 ? [] : free.splice(at, 1);
      if (old) found.set(header, old);
    }
    return found;
  }

  /** The old block that says the same, once. */
  take(block: Block): Block | undefined {
    return this.#blocks.get(this.#keys.keyOf(block))?.shift();
  }
}
