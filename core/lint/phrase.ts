import type { Block } from '../policy/blocks.ts';
import type { ReadChunk } from '../policy/chunk-reader.ts';
import {
  type Hit,
  matchesIn,
  type PlacedBlock,
  type PolicyDocument,
  type Sentence,
  sentenceAt,
} from '../policy/document.ts';
import { Notes } from '../text/notes.ts';
import { type Alternative, alternativesOf, type Needs } from './needs.ts';
import { PREPARED, type Prepared } from './prepared.ts';
import { Vocabulary } from './vocabulary.ts';

/** A global pattern, with words of which at least one stands in every block that it matches. */
export interface Phrase {
  /** As its author wrote it. */
  readonly written: RegExp;
  readonly pattern: RegExp;
  readonly words: readonly string[];
  /** The alternatives at the top of the pattern: only those of which the words stand in a block are tried there. */
  readonly ways: readonly Way[];
  /** Its number among all phrases. */
  readonly number: number;
}

/** One alternative of a phrase, as a pattern by itself. */
interface Way {
  readonly phrase: number;
  readonly pattern: RegExp;
  /** What must stand in a block for it to match there: of each list one. */
  readonly needs: Needs;
}

const ways: Way[] = [];
const phrases: Phrase[] = [];
let vocabulary = new Vocabulary([]);
let known = 0;

/** The words of all phrases; those of the rule book are all there before the first document is searched. */
function vocabularyNow(): Vocabulary {
  if (known < ways.length) {
    vocabulary = new Vocabulary(ways.map(({ needs }) => needs));
    known = ways.length;
  }
  return vocabulary;
}

/**
 * Names a pattern for searching. The words (lower case, as typed on a plain keyboard) spare the pattern
 * nearly all of the document; they live at module level with it, so that matches are remembered per block.
 */
export function phrase(pattern: RegExp, ...words: [string, ...string[]]): Phrase {
  if (!pattern.global) throw new Error(`Unexpected pattern ${pattern} without the flag g, expected a global one`);
  const { source, alternatives } = PREPARED.get(keyOf(pattern)) ?? prepare(pattern);
  const named = { written: pattern, pattern: new RegExp(source, pattern.flags), words, number: phrases.length };
  const made = { ...named, ways: waysOf(named, alternatives) };
  phrases.push(made);
  ways.push(...made.ways);
  return made;
}

const keyOf = ({ source, flags }: RegExp): string => `${flags} ${source}`;

function prepare(pattern: RegExp): Prepared {
  const searched = loose(pattern);
  return { source: searched.source, alternatives: alternativesOf(searched) };
}

/** All phrases that were named so far, prepared: for a build, which then need not do it at every start. */
export function preparePhrases(): [string, Prepared][] {
  return phrases.map(({ written }) => [keyOf(written), prepare(written)]);
}

function waysOf({ pattern, words, number }: Omit<Phrase, 'ways'>, alternatives: readonly Alternative[]): Way[] {
  // What refers back to a group cannot stand without it.
  const isOne = alternatives.length === 1 || /\\[1-9k]/.test(pattern.source);
  return alternatives.map(({ source, groupsBefore, needs }) => {
    // Groups keep their numbers; repeated no times, those of the alternatives before cost nothing.
    const own = groupsBefore === 0 ? source : `(?:${'()'.repeat(groupsBefore)}){0}${source}`;
    const isSaid = needs.some((texts) => texts.every((text) => words.some((word) => text.includes(word))));
    return {
      phrase: number,
      pattern: isOne ? pattern : new RegExp(own, pattern.flags),
      needs: isSaid ? needs : [...needs, words],
    };
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

const matchMemory = new Notes<Map<Phrase, readonly RegExpExecArray[]>>();

/** The matches of a phrase in a block, remembered with it: its chunk may be edited elsewhere. */
export function rememberedMatches(
  block: Block,
  phrase: Phrase,
  tried: readonly Way[] = phrase.ways,
): readonly RegExpExecArray[] {
  let memory = matchMemory.get(block);
  if (!memory) matchMemory.set(block, (memory = new Map()));
  let matches = memory.get(phrase);
  if (!matches) memory.set(phrase, (matches = matchesOfWays(block, tried)));
  return matches;
}

/** Every match of the alternatives, in order: what the pattern that has all of them between bars would give. */
function matchesOfWays(block: Block, tried: readonly Way[]): readonly RegExpExecArray[] {
  const [first] = tried;
  if (!first) return [];
  if (tried.every(({ pattern }) => pattern === first.pattern)) return matchesIn(block, first.pattern);
  const all = tried.map(({ pattern }) => matchesIn(block, pattern));
  if (all.filter(({ length }) => length > 0).length <= 1) return all.find(({ length }) => length > 0) ?? [];
  return inTurn(block.plain, tried);
}

function inTurn(text: string, tried: readonly Way[]): readonly RegExpExecArray[] {
  const next = tried.map(({ pattern }) => nextFrom(text, pattern, 0));
  const matches: RegExpExecArray[] = [];
  for (;;) {
    const first = next.reduce((one, other) => (other && (!one || other.index < one.index) ? other : one), null);
    if (!first) return matches;
    matches.push(first);
    const end = first.index + Math.max(1, first[0].length);
    for (const [index, match] of next.entries()) {
      const pattern = tried[index]?.pattern;
      if (match && pattern && match.index < end) next[index] = nextFrom(text, pattern, end);
    }
  }
}

function nextFrom(text: string, pattern: RegExp, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

/** The matches of a phrase in one block of a chunk. */
interface Found {
  /** The block's place in its chunk. */
  readonly index: number;
  readonly matches: readonly RegExpExecArray[];
}

/** A block of a chunk in which a phrase may stand, with the alternatives that may match there. */
interface Candidate {
  readonly index: number;
  readonly ways: Way[];
}

const NOTHING: readonly Found[] = [];

const wayMemory = new Notes<{ readonly vocabulary: Vocabulary; readonly ways: readonly Way[] }>();

/** The alternatives that may match in a block, in their order: of two that match at one place the first is meant. */
function waysIn(block: Block, vocabulary: Vocabulary): readonly Way[] {
  const known = wayMemory.get(block);
  if (known?.vocabulary === vocabulary) return known.ways;
  const found = vocabulary
    .mayBeIn(searched(block))
    .sort((a, b) => a - b)
    .flatMap((number) => ways[number] ?? []);
  wayMemory.set(block, { vocabulary, ways: found });
  return found;
}

/** The phrases that stand in a block. */
export function phrasesOf(block: Block): readonly Phrase[] {
  const tried = new Map<number, Way[]>();
  for (const way of waysIn(block, vocabularyNow())) {
    const known = tried.get(way.phrase);
    if (known) known.push(way);
    else tried.set(way.phrase, [way]);
  }
  return [...tried].flatMap(([number, own]) => {
    const phrase = phrases[number];
    return phrase && rememberedMatches(block, phrase, own).length > 0 ? phrase : [];
  });
}

/** Where phrases stand in a chunk: each is looked up once for as long as the chunk is not edited. */
class ChunkWords {
  readonly vocabulary: Vocabulary;
  readonly #blocks: readonly Block[];
  readonly #candidates = new Map<number, Candidate[]>();
  readonly #found = new Map<number, readonly Found[]>();

  constructor({ blocks }: ReadChunk, vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    this.#blocks = blocks;
    for (const [index, block] of blocks.entries()) for (const way of waysIn(block, vocabulary)) this.#add(way, index);
  }

  /** The numbers of the phrases that may stand in it. */
  get numbers(): Iterable<number> {
    return this.#candidates.keys();
  }

  /** The matches of the phrase, block by block. */
  find(phrase: Phrase): readonly Found[] {
    let found = this.#found.get(phrase.number);
    if (!found) this.#found.set(phrase.number, (found = this.#search(phrase)));
    return found;
  }

  #add(way: Way, index: number): void {
    const candidates = this.#candidates.get(way.phrase);
    const last = candidates?.at(-1);
    if (last?.index === index) last.ways.push(way);
    else if (candidates) candidates.push({ index, ways: [way] });
    else this.#candidates.set(way.phrase, [{ index, ways: [way] }]);
  }

  #search(phrase: Phrase): readonly Found[] {
    const found: Found[] = [];
    for (const { index, ways: tried } of this.#candidates.get(phrase.number) ?? []) {
      const block = this.#blocks[index];
      const matches = block ? rememberedMatches(block, phrase, tried) : [];
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

/** Where phrases stand in a document. */
export class WordIndex {
  readonly #document: PolicyDocument;
  #words: readonly ChunkWords[];
  /** The index of each chunk's first block. */
  readonly #firstBlocks: readonly number[];
  #vocabulary: Vocabulary;
  /** At the number of each phrase the chunks in which it may stand. */
  #chunks: ByPhrase;

  /** Of the version before it takes over what is said of chunks that stand in both. */
  constructor(document: PolicyDocument, before?: WordIndex) {
    this.#document = document;
    this.#vocabulary = vocabularyNow();
    this.#words = document.chunks.map(wordsOf);
    let first = 0;
    this.#firstBlocks = document.chunks.map(({ blocks }) => {
      first += blocks.length;
      return first - blocks.length;
    });
    this.#chunks = (before && this.#after(before)) ?? byPhrase(this.#words);
  }

  /** Every match of the phrase, in the order of the text. */
  *search(phrase: Phrase): Generator<Hit> {
    for (const { placed, matches } of this.blocksWith(phrase)) {
      for (const match of matches) {
        const start = match.index;
        const end = start + match[0].length;
        const sentence = near(sentenceAt(placed.block, start), start, end);
        yield { placed, match, sentence, start: placed.offset + start, end: placed.offset + end };
      }
    }
  }

  /** Every block in which the phrase stands, in the order of the text, with its matches there. */
  *blocksWith(
    phrase: Phrase,
  ): Generator<{ readonly placed: PlacedBlock; readonly matches: readonly RegExpExecArray[] }> {
    for (const chunk of this.#chunksWith(phrase)) {
      const first = this.#firstBlocks[chunk] ?? 0;
      for (const { index, matches } of this.#words[chunk]?.find(phrase) ?? []) {
        const placed = this.#document.blocks[first + index];
        if (placed) yield { placed, matches };
      }
    }
  }

  #chunksWith({ number }: Phrase): readonly number[] {
    // A phrase that was made after the document was first searched.
    if (this.#vocabulary !== vocabularyNow()) {
      this.#vocabulary = vocabularyNow();
      this.#words = this.#document.chunks.map(wordsOf);
      this.#chunks = byPhrase(this.#words);
    }
    return this.#chunks[number] ?? [];
  }

  /** Where phrases stand after an edit that changed a few chunks and left their number; null for any other. */
  #after(before: WordIndex): ByPhrase | null {
    const many = this.#words.length;
    if (before.#words.length !== many || before.#vocabulary !== this.#vocabulary) return null;
    const changed: number[] = [];
    for (let chunk = 0; chunk < many && changed.length <= MOST_CHANGED; chunk++)
      if (this.#words[chunk] !== before.#words[chunk]) changed.push(chunk);
    if (changed.length > MOST_CHANGED) return null;
    const now = [...before.#chunks];
    for (const chunk of changed) {
      for (const number of before.#words[chunk]?.numbers ?? [])
        now[number] = now[number]?.filter((one) => one !== chunk);
      for (const number of this.#words[chunk]?.numbers ?? [])
        now[number] = [...(now[number] ?? []), chunk].sort((a, b) => a - b);
    }
    return now;
  }
}

/** At the number of each phrase the numbers of the chunks in which it may stand, in their order. */
type ByPhrase = (readonly number[] | undefined)[];

const MOST_CHANGED = 4;

function byPhrase(words: readonly ChunkWords[]): ByPhrase {
  const chunks: (number[] | undefined)[] = new Array(phrases.length);
  for (const [chunk, { numbers }] of words.entries()) for (const number of numbers) (chunks[number] ??= []).push(chunk);
  return chunks;
}
