import { type Block, type BlockInChunk, type Chunk, withoutPlace } from './blocks.ts';
import { areSame } from './same-words.ts';

// A long chunk is a list or a table without a blank line, and much of what such have is alike.
const MANY = 100;

/**
 * The blocks of a chunk that was never read before, apart from their places. Those of a long chunk that are alike are one,
 * so that what is remembered of a block is found for all of them.
 */
export function newBlocks({ blocks }: Chunk): Block[] {
  const known = blocks.length > MANY ? new KnownBlocks() : null;
  return blocks.map((placed) => known?.oneFor(placed) ?? withoutPlace(placed));
}

/**
 * The blocks of chunks that stand where others stood, apart from their places: each the very one that stood there where
 * nothing of it changed. Most are found from both ends, in step; only those between are looked up by what they say.
 */
export function keptBlocks(
  chunks: readonly Chunk[],
  touched: readonly { readonly blocks: readonly Block[] }[],
): Block[][] {
  const read = chunks.flatMap(({ blocks }) => blocks);
  const old = touched.flatMap(({ blocks }) => blocks);
  const headers = new Headers(old);
  const most = Math.min(read.length, old.length);
  let before = 0;
  while (before < most && says(read[before], old[before], headers)) before++;
  let behind = 0;
  while (behind < most - before && says(read.at(-1 - behind), old.at(-1 - behind), headers)) behind++;
  const between = new OldBlocks(old.slice(before, old.length - behind), headers);
  const shift = old.length - read.length;
  let first = 0;
  return chunks.map(({ blocks }) => {
    const from = first;
    first += blocks.length;
    return blocks.map((placed, index) => {
      const at = from + index;
      const kept = at < before ? old[at] : at >= read.length - behind ? old[at + shift] : undefined;
      return kept ?? between.oneFor(placed);
    });
  });
}

/** Whether a block as read says what one of the text before says, in a table with the same header. */
function says(read: BlockInChunk | undefined, old: Block | undefined, headers: Headers): boolean {
  return (
    read !== undefined &&
    old !== undefined &&
    read.kind === old.kind &&
    read.depth === old.depth &&
    read.bodyAt === old.bodyAt &&
    read.marker === old.marker &&
    read.raw === old.raw &&
    haveSameEdges(read.cells, old.cells) &&
    headers.areOne(read.header, old.header)
  );
}

function haveSameEdges(one: Block['cells'], other: Block['cells']): boolean {
  if (!one || !other) return one === other;
  return (
    one.length === other.length &&
    one.every(({ start, end }, index) => start === other[index]?.start && end === other[index]?.end)
  );
}

type Header = readonly string[];

/** Rows of one table share their header, and those of two tables do not: each new header is one old one at most. */
class Headers {
  readonly #old: readonly Block[];
  readonly #ofNew = new Map<Header, Header>();
  readonly #taken = new Set<Header>();
  #all: ReadonlySet<Header> | null = null;

  constructor(old: readonly Block[]) {
    this.#old = old;
  }

  /** Whether the one is the other of the text before; from then on it is no other. */
  areOne(read: Header | undefined, old: Header | undefined): boolean {
    if (!read || !old) return read === old;
    const known = this.#ofNew.get(read);
    if (known) return known === old;
    if (this.#taken.has(old) || !areSame(read, old)) return false;
    this.#ofNew.set(read, old);
    this.#taken.add(old);
    return true;
  }

  /** The old header that says the same and was not taken by another; the new one itself where there is none. */
  oneFor(read: Header): Header {
    this.#all ??= new Set(this.#old.flatMap(({ header }) => (header ? [header] : [])));
    for (const old of this.#all) if (this.areOne(read, old)) return old;
    return read;
  }
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

/** What tells one block from another. */
class BlockKeys {
  readonly #headers = new Map<Header, number>();

  keyOf({ kind, depth, marker, bodyAt, cells, header, raw }: Omit<Block, 'plain' | 'notes'>): string {
    let table = -1;
    if (header) {
      table = this.#headers.get(header) ?? this.#headers.size;
      this.#headers.set(header, table);
    }
    const edges = cells ? cells.map(({ start, end }) => `${start}-${end}`).join() : '';
    return `${kind} ${depth} ${bodyAt} ${table} ${edges} ${marker ?? ''}\n${raw}`;
  }
}

/** Blocks of the text before, to be found again by what they say. */
class OldBlocks {
  readonly #blocks = new Map<string, Block[]>();
  readonly #keys = new BlockKeys();
  readonly #headers: Headers;

  constructor(blocks: readonly Block[], headers: Headers) {
    this.#headers = headers;
    for (const block of blocks) {
      const key = this.#keys.keyOf(block);
      const known = this.#blocks.get(key);
      if (known) known.push(block);
      else this.#blocks.set(key, [block]);
    }
  }

  /** The old block that says the same, each once; a new one where there is none. */
  oneFor(placed: BlockInChunk): Block {
    const own = placed.header ? { ...placed, header: this.#headers.oneFor(placed.header) } : placed;
    return this.#blocks.get(this.#keys.keyOf(own))?.shift() ?? withoutPlace(own);
  }
}
