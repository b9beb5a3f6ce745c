import type { Block } from '../policy/blocks.ts';
import type { ReadChunk } from '../policy/chunk-reader.ts';
import { type Hit, matchesIn, type PolicyDocument, type Sentence, sentenceAt } from '../policy/document.ts';
import { type Needs, needsOf } from './needs.ts';
import { Vocabulary } from './vocabulary.ts';

/** A global pattern, with words of which at least one stands in every block that it matches. */
export interface Phrase {
  readonly pattern: RegExp;
  readonly words: readonly string[];
  /** The words, and what else must stand in a block for the pattern to match there; any of the ways will do. */
  readonly ways: readonly Needs[];
  /** Its number among all phrases. */
  readonly number: number;
}

const phrases: Phrase[] = [];
let vocabulary = new Vocabulary([]);
let known = 0;

/** The words of all phrases; those of the rule book are all there before the first document is searched. */
function vocabularyNow(): Vocabulary {
  if (known < phrases.length) {
    vocabulary = new Vocabulary(phrases);
    known = phrases.length;
  }
  return vocabulary;
}

/**
 * Names a pattern for searching. The words (lower case, as typed on a plain keyboard) spare the pattern
 * nearly all of the document; they live at module level with it, so that matches are remembered per block.
 */
export function phrase(pattern: RegExp, ...words: [string, ...string[]]): Phrase {
  if (!pattern.global) throw new Error(`Unexpected pattern ${pattern} without the flag g, expected a global one`);
  const loosened = loose(pattern);
  const made = { pattern: loosened, words, ways: waysOf(loosened, words), number: phrases.length };
  phrases.push(made);
  return made;
}

function waysOf(pattern: RegExp, words: readonly string[]): readonly Needs[] {
  return needsOf(pattern).map((needs) => {
    const isSaid = needs.some((texts) => texts.every((text) => words.some((word) => text.includes(word))));
    return isSaid ? needs : [...needs, words];
  });
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

/** Where phrases stand in a chunk: each is looked up once for as long as the chunk is not edited. */
class ChunkWords {
  readonly vocabulary: Vocabulary;
  readonly #blocks: readonly Block[];
  /** Of each phrase that may stand in the chunk, the blocks in which it may. */
  readonly #candidates = new Map<number, number[]>();
  readonly #found = new Map<number, readonly Found[]>();

  constructor({ blocks }: ReadChunk, vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    this.#blocks = blocks;
    for (const [index, block] of blocks.entries())
      for (const number of vocabulary.mayBeIn(searched(block))) {
        const candidates = this.#candidates.get(number);
        if (candidates) candidates.push(index);
        else this.#candidates.set(number, [index]);
      }
  }

  /** The numbers of the phrases that may stand in it. */
  get numbers(): Iterable<number> {
    return this.#candidates.keys();
  }

  /** The matches of the phrase, block by block. */
  find({ number, pattern }: Phrase): readonly Found[] {
    let found = this.#found.get(number);
    if (!found) this.#found.set(number, (found = this.#search(this.#candidates.get(number) ?? [], pattern)));
    return found;
  }

  #search(indexes: readonly number[], pattern: RegExp): readonly Found[] {
    const found: Found[] = [];
    for (const index of indexes) {
      const block = this.#blocks[index];
      const matches = block ? rememberedMatches(block, pattern) : [];
      if (matches.length > 0) found.push({ index, matches: matches.slice(0, MOST_IN_A_BLOCK) });
    }
    return found.length > 0 ? found : NOTHING;
  }
}

const wordMemory = new WeakMap<ReadChunk, ChunkWords>();

function wordsOf(chunk: ReadChunk): ChunkWords {
  const vocabulary = vocabularyNow();
  let words = wordMemory.get(chunk);
  if (words?.vocabulary !== vocabulary) wordMemory.set(chunk, (words = new ChunkWords(chunk, vocabulary)));
  return words;
}

/** A chunk in a document, with the index of its first block there. */
interface PlacedWords {
  readonly first: number;
  readonly words: ChunkWords;
}

/** Where phrases stand in a document. */
export class WordIndex {
  readonly #document: PolicyDocument;
  #vocabulary: Vocabulary;
  /** At the number of each phrase the chunks in which it may stand. */
  #chunks: (PlacedWords[] | undefined)[];

  constructor(document: PolicyDocument) {
    this.#document = document;
    this.#vocabulary = vocabularyNow();
    this.#chunks = chunksByPhrase(document);
  }

  /** Every match of the phrase, in the order of the text. */
  *search(phrase: Phrase): Generator<Hit> {
    for (const { first, words } of this.#chunksWith(phrase)) {
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

  #chunksWith({ number }: Phrase): readonly PlacedWords[] {
    // A phrase that was made after the document was first searched.
    if (this.#vocabulary !== vocabularyNow()) {
      this.#vocabulary = vocabularyNow();
      this.#chunks = chunksByPhrase(this.#document);
    }
    return this.#chunks[number] ?? [];
  }
}

function chunksByPhrase({ chunks }: PolicyDocument): (PlacedWords[] | undefined)[] {
  const byPhrase: (PlacedWords[] | undefined)[] = new Array(phrases.length);
  let first = 0;
  for (const chunk of chunks) {
    const placed = { first, words: wordsOf(chunk) };
    for (const number of placed.words.numbers) (byPhrase[number] ??= []).push(placed);
    first += chunk.blocks.length;
  }
  return byPhrase;
}
