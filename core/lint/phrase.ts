import type { Block } from '../policy/blocks.ts';
import type { ReadChunk } from '../policy/chunk-reader.ts';
import { type Hit, matchesIn, type PolicyDocument, type Sentence, sentenceAt } from '../policy/document.ts';
import { Letters, runsOf } from './letters.ts';

/** A global pattern, with words of which at least one stands in every block that it matches. */
export interface Phrase {
  readonly pattern: RegExp;
  readonly words: readonly string[];
  /** Of each word, the runs of letters that a text with it has: see letters.ts. */
  readonly runs: readonly (readonly number[])[];
  /** Its number among all phrases: chunks keep what they know of it at that place. */
  readonly number: number;
}

let phrases = 0;

/**
 * Names a pattern for searching. The words (lower case, as typed on a plain keyboard) spare the pattern
 * nearly all of the document; they live at module level with it, so that matches are remembered per block.
 */
export function phrase(pattern: RegExp, ...words: [string, ...string[]]): Phrase {
  if (!pattern.global) throw new Error(`Unexpected pattern ${pattern} without the flag g, expected a global one`);
  return { pattern: loose(pattern), words, runs: words.map(runsOf), number: phrases++ };
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

/** What words are looked for in: a block's plain text in small letters; nothing of comments and fenced code. */
export function searched({ kind, plain }: Block): string {
  if (kind === 'comment' || kind === 'code') return '';
  // A line break within a block is a space between words. "İ" is the one letter that grows when it is made small.
  return plain.replace(/\n/g, ' ').replace(/İ/g, 'I').toLowerCase();
}

const matchMemory = new WeakMap<Block, Map<RegExp, readonly RegExpExecArray[]>>();

/** The matches of a phrase's pattern in a block, remembered with it: its chunk may be edited elsewhere. */
export function rememberedMatches(block: Block, pattern: RegExp): readonly RegExpExecArray[] {
  let memory = matchMemory.get(block);
  if (!memory) matchMemory.set(block, (memory = new Map()));
  let matches = memory.get(pattern);
  if (!matches) memory.set(pattern, (matches = matchesIn(block, pattern)));
  return matches;
}

/** The matches of a phrase in one block of a chunk. */
interface Found {
  /** The block's place in its chunk. */
  readonly index: number;
  readonly matches: readonly RegExpExecArray[];
}

const NOTHING: readonly Found[] = [];

/** Where words and phrases stand in a chunk: each is looked up once for as long as the chunk is not edited. */
class ChunkWords {
  readonly #blocks: readonly Block[];
  readonly #starts: number[] = [];
  readonly #text: string;
  readonly #letters: Letters;
  readonly #known = new Map<string, readonly number[]>();
  readonly #phrases: (readonly Found[] | undefined)[] = [];

  constructor({ blocks }: ReadChunk) {
    this.#blocks = blocks;
    let at = 0;
    const texts: string[] = [];
    for (const block of blocks) {
      this.#starts.push(at);
      const text = searched(block);
      texts.push(text);
      at += text.length + 1;
    }
    this.#text = texts.join('\n');
    this.#letters = new Letters(this.#text);
  }

  has(word: string): boolean {
    return this.#text.includes(word);
  }

  /** The matches of the phrase, block by block. */
  find(phrase: Phrase): readonly Found[] {
    return (this.#phrases[phrase.number] ??= this.#search(phrase));
  }

  #search({ pattern, words, runs }: Phrase): readonly Found[] {
    let indexes = NOWHERE;
    for (let index = 0; index < words.length; index++) {
      // Most words stand nowhere in the chunk, and to know so from their letters is quick.
      if (!this.#letters.mayHave(runs[index] ?? [])) continue;
      const blocks = this.#blocksOf(words[index] ?? '');
      if (blocks.length > 0) indexes = indexes.length === 0 ? blocks : joined(indexes, blocks);
    }
    if (indexes.length === 0) return NOTHING;
    const found: Found[] = [];
    for (const index of indexes) {
      const block = this.#blocks[index];
      const matches = block ? rememberedMatches(block, pattern) : [];
      if (matches.length > 0) found.push({ index, matches: matches.slice(0, MOST_IN_A_BLOCK) });
    }
    return found.length > 0 ? found : NOTHING;
  }

  /** Indexes, in the chunk, of the blocks that have the word. */
  #blocksOf(word: string): readonly number[] {
    let blocks = this.#known.get(word);
    if (!blocks) this.#known.set(word, (blocks = this.#look(word)));
    return blocks;
  }

  #look(word: string): readonly number[] {
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

function joined(one: readonly number[], other: readonly number[]): readonly number[] {
  return [...new Set([...one, ...other])].sort((a, b) => a - b);
}

function wordsOf(chunk: ReadChunk): ChunkWords {
  let words = wordMemory.get(chunk);
  if (!words) wordMemory.set(chunk, (words = new ChunkWords(chunk)));
  return words;
}

/** Where words and phrases stand in a document. */
export class WordIndex {
  readonly #document: PolicyDocument;
  readonly #chunks: readonly { readonly first: number; readonly words: ChunkWords }[];

  constructor(document: PolicyDocument) {
    this.#document = document;
    let first = 0;
    this.#chunks = document.chunks.map((chunk) => {
      const words = { first, words: wordsOf(chunk) };
      first += chunk.blocks.length;
      return words;
    });
  }

  /** Every match of the phrase, in the order of the text. */
  *search(phrase: Phrase): Generator<Hit> {
    for (const { first, words } of this.#chunks) {
      for (const { index, matches } of words.find(phrase)) {
        const placed = this.#document.blocks[first + index];
        if (!placed) continue;
        for (const match of matches) {
          const start = match.index;
          const end = start + match[0].length;
          const sentence = near(sentenceAt(placed.block, start), start, end);
          yield { placed, match, sentence, start: placed.offset + start, end: placed.offset + end };
        }
      }
    }
  }
}
