import type { ReadChunk } from '../policy/chunk-reader.ts';
import {
  type Hit,
  matchesIn,
  type PlacedBlock,
  type PolicyDocument,
  type Sentence,
  sentenceAt,
} from '../policy/document.ts';

/** A global pattern, with words of which at least one stands in every block that it matches. */
export interface Phrase {
  readonly pattern: RegExp;
  readonly words: readonly string[];
}

/**
 * Names a pattern for searching. The words (lower case, as typed on a plain keyboard) spare the pattern
 * nearly all of the document; they live at module level with it, so that matches are remembered per block.
 */
export function phrase(pattern: RegExp, ...words: [string, ...string[]]): Phrase {
  if (!pattern.global) throw new Error(`Unexpected pattern ${pattern} without the flag g, expected a global one`);
  return { pattern: loose(pattern), words };
}

// Bounded, so that a page of blanks cannot make a pattern slow.
const BLANKS = '\\s{1,8}';
const BLANKS_OR_NONE = '\\s{0,8}';

/** The pattern with every blank in it standing for any blanks, so that double spaces and line breaks do not matter. */
export function loose(pattern: RegExp): RegExp {
  const { source } = pattern;
  let loosened = '';
  let inClass = false;
  for (let at = 0; at < source.length; at++) {
    const unit = source[at] ?? '';
    const isBlank = unit === ' ' || (unit === '\\' && source[at + 1] === 's');
    const length = unit === '\\' ? 2 : 1;
    const next = source[at + length] ?? '';
    if (inClass && unit === ' ') loosened += '\\s';
    else if (!inClass && isBlank && '*+?'.includes(next) && next !== '') {
      loosened += next === '+' ? BLANKS : BLANKS_OR_NONE;
      at += length;
    } else if (!inClass && unit === ' ') loosened += BLANKS;
    else if (unit === '\\') {
      loosened += unit + (source[at + 1] ?? '');
      at++;
    } else {
      if (unit === '[') inClass = true;
      else if (unit === ']') inClass = false;
      loosened += unit;
    }
  }
  return new RegExp(loosened, pattern.flags);
}

// No author writes more; a page that is one block of one phrase must not make every look around a match a look at all of it.
const MOST_IN_A_BLOCK = 100;
const LONGEST_SENTENCE = 3000;
const AROUND = 1000;

/** A sentence, or what stands around the match where the sentence has no end. */
function near(sentence: Sentence, start: number, end: number): Sentence {
  if (sentence.text.length <= LONGEST_SENTENCE) return sentence;
  const from = Math.max(sentence.start, start - AROUND);
  const to = Math.min(sentence.end, end + AROUND);
  return { start: from, end: to, text: sentence.text.slice(from - sentence.start, to - sentence.start) };
}

/** Where words stand in a chunk: each word is looked up once for as long as the chunk is not edited. */
class ChunkWords {
  readonly #starts: number[] = [];
  readonly #text: string;
  readonly #known = new Map<string, readonly number[]>();

  constructor({ blocks }: ReadChunk) {
    let at = 0;
    const plains: string[] = [];
    for (const block of blocks) {
      this.#starts.push(at);
      const plain = block.kind === 'comment' || block.kind === 'code' ? '' : block.plain;
      plains.push(plain);
      at += plain.length + 1;
    }
    // A line break within a block is a space between words. "İ" is the one letter that grows when it is made small.
    this.#text = plains
      .map((plain) => plain.replace(/\n/g, ' '))
      .join('\n')
      .replace(/İ/g, 'I')
      .toLowerCase();
  }

  /** Indexes, in the chunk, of the blocks that have the word. */
  blocksOf(word: string): readonly number[] {
    let blocks = this.#known.get(word);
    if (!blocks) this.#known.set(word, (blocks = this.#find(word)));
    return blocks;
  }

  #find(word: string): readonly number[] {
    let at = this.#text.indexOf(word);
    if (at < 0) return NOWHERE;
    const found: number[] = [];
    let block = 0;
    while (at >= 0) {
      while ((this.#starts[block + 1] ?? Number.POSITIVE_INFINITY) <= at) block++;
      found.push(block);
      const next = this.#starts[block + 1];
      if (next === undefined) break;
      at = this.#text.indexOf(word, next);
    }
    return found;
  }
}

const NOWHERE: readonly number[] = [];
const wordMemory = new WeakMap<ReadChunk, ChunkWords>();

function wordsOf(chunk: ReadChunk): ChunkWords {
  let words = wordMemory.get(chunk);
  if (!words) wordMemory.set(chunk, (words = new ChunkWords(chunk)));
  return words;
}

/** Where words stand in a document. Each word is looked up once. */
export class WordIndex {
  readonly #document: PolicyDocument;
  readonly #chunks: readonly { readonly first: number; readonly words: ChunkWords }[];
  readonly #known = new Map<string, readonly number[]>();

  constructor(document: PolicyDocument) {
    this.#document = document;
    let first = 0;
    this.#chunks = document.chunks.map((chunk) => {
      const words = { first, words: wordsOf(chunk) };
      first += chunk.blocks.length;
      return words;
    });
  }

  /** Whether the document has any of the words. */
  hasAny(words: readonly string[]): boolean {
    return words.some((word) => this.#blocksOf(word).length > 0);
  }

  /** The blocks with at least one of the words, in the order of the text. */
  blocksWith(words: readonly string[]): PlacedBlock[] {
    const indexes =
      words.length === 1
        ? this.#blocksOf(words[0] ?? '')
        : [...new Set(words.flatMap((word) => this.#blocksOf(word)))].sort((a, b) => a - b);
    return indexes.flatMap((index) => this.#document.blocks[index] ?? []);
  }

  /** Every match of the phrase, in the order of the text. */
  *search({ pattern, words }: Phrase): Generator<Hit> {
    for (const placed of this.blocksWith(words)) {
      for (const match of matchesIn(placed.block, pattern).slice(0, MOST_IN_A_BLOCK)) {
        const start = match.index;
        const end = start + match[0].length;
        const sentence = near(sentenceAt(placed.block, start), start, end);
        yield { placed, match, sentence, start: placed.offset + start, end: placed.offset + end };
      }
    }
  }

  #blocksOf(word: string): readonly number[] {
    let blocks = this.#known.get(word);
    if (!blocks) {
      const found: number[] = [];
      for (const { first, words } of this.#chunks) for (const index of words.blocksOf(word)) found.push(first + index);
      this.#known.set(word, (blocks = found));
    }
    return blocks;
  }
}
