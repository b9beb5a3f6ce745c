import { matchesOf } from '../text/matches.ts';
import { Notes } from '../text/notes.ts';
import type { Span } from '../text/span.ts';
import { SourceText } from '../text/span.ts';
import type { Block } from './blocks.ts';
import { createChunkReader, type ReadChunk } from './chunk-reader.ts';
import { areSame } from './same-words.ts';

/** A block at its place in the document. */
export interface PlacedBlock {
  readonly block: Block;
  /** Offset of the block's first unit in the document. */
  readonly offset: number;
  /** 1-based line of the document. */
  readonly line: number;
  readonly index: number;
  /** Plain words of the headings above it, outermost first; for a heading, those above it. */
  readonly headings: readonly string[];
}

/** A sentence of a block: offsets in the block's `raw`, text from its `plain` with line breaks as spaces. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Hit {
  readonly placed: PlacedBlock;
  readonly match: RegExpExecArray;
  readonly sentence: Sentence;
  /** Offsets in the document. */
  readonly start: number;
  readonly end: number;
}

/** A policy's text as blocks with exact positions: what readers and rules work on. */
export class PolicyDocument {
  readonly text: string;
  readonly source: SourceText;
  readonly blocks: readonly PlacedBlock[];
  /** The stretches it was read by; one that no edit touched is the very object that it was before. */
  readonly chunks: readonly ReadChunk[];

  constructor(text: string, chunks: readonly ReadChunk[], before?: PolicyDocument) {
    this.text = text;
    this.chunks = chunks;
    this.source = new SourceText(text);
    this.blocks = placeBlocks(chunks, before?.blocks ?? []);
  }

  span(start: number, end: number): Span {
    return this.source.span(start, end);
  }

  /** The last block that begins at the offset or before it; undefined before the first. */
  blockAt(offset: number): PlacedBlock | undefined {
    let low = -1;
    let high = this.blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.blocks[middle]?.offset ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.blocks[low];
  }

  /** The span of a stretch of a block, given as offsets in the block. */
  spanIn(placed: PlacedBlock, start: number, end: number): Span {
    return this.source.span(placed.offset + start, placed.offset + wordEnd(placed.block.raw, start, end));
  }

  /**
   * Every match of a global pattern in the levelled text of the document, in order, with its sentence.
   * Matches never cross blocks, and are remembered per chunk: pass a pattern that lives at module level, with a small one
   * that matches in every block in which it does.
   */
  *search(pattern: RegExp, mayMatch: RegExp): Generator<Hit> {
    let first = 0;
    for (const chunk of this.chunks) {
      for (const { index, matches } of foundIn(chunk, pattern, mayMatch)) {
        const placed = this.blocks[first + index];
        if (!placed) continue;
        for (const match of matches) {
          const start = match.index;
          const end = start + match[0].length;
          yield {
            placed,
            match,
            sentence: sentenceAt(placed.block, start),
            start: placed.offset + start,
            end: placed.offset + end,
          };
        }
      }
      first += chunk.blocks.length;
    }
  }
}

/** Reads texts into documents and remembers the last one, so that an edit re-reads only what it touches. */
export function createDocumentReader(): (text: string) => PolicyDocument {
  const readChunks = createChunkReader();
  let last: PolicyDocument | undefined;
  return (text) => (last = new PolicyDocument(text, readChunks(text), last));
}

/** All matches of a global pattern in a block's levelled text; comments and fenced code have none. */
export function matchesIn(block: Block, pattern: RegExp): readonly RegExpExecArray[] {
  return block.kind === 'comment' || block.kind === 'code' ? [] : matchesOf(block.plain, pattern);
}

/** The blocks of a chunk in which a pattern matches. */
interface Found {
  /** The block's place in its chunk. */
  readonly index: number;
  readonly matches: readonly RegExpExecArray[];
}

const foundMemory = new WeakMap<ReadChunk, Map<RegExp, readonly Found[]>>();

function foundIn(chunk: ReadChunk, pattern: RegExp, mayMatch: RegExp): readonly Found[] {
  let memory = foundMemory.get(chunk);
  if (!memory) foundMemory.set(chunk, (memory = new Map()));
  let found = memory.get(pattern);
  if (!found) {
    const all: Found[] = [];
    for (const [index, block] of chunk.blocks.entries()) {
      const matches = mayMatch.test(block.plain) ? matchesIn(block, pattern) : [];
      if (matches.length > 0) all.push({ index, matches });
    }
    memory.set(pattern, (found = all));
  }
  return found;
}

const sentenceMemory = new Notes<readonly Sentence[]>();
const SENTENCE_END = /[.!?]["')\]]{0,2}\s+(?=["'([]?[A-Z0-9£])/g;
const NO_END =
  /(?:\b(?:e\.g|i\.e|etc|mr|mrs|ms|miss|dr|prof|rev|st|no|nos|tel|ext|reg|regs|para|paras|sec|p|pp|vs|approx|a\.m|p\.m)\.|(?<!\b(?:an?|codes?|coded|marks?|marked|as|letter|receives?|gets?|given)\s)\b[A-Z]\.)$/i;
const CLOCK_SUFFIX = /\b[ap]\.\s?m\.$/i;

/** The sentences of a block; a row of a table gives one for each cell. */
export function sentencesOf(block: Block): readonly Sentence[] {
  let sentences = sentenceMemory.get(block);
  if (!sentences)
    sentenceMemory.set(
      block,
      (sentences = block.cells ? cellSentences(block) : splitSentences(block.plain, block.bodyAt, block.plain.length)),
    );
  return sentences;
}

/** The sentence that holds the offset (in the block); the whole block when none does. */
export function sentenceAt(block: Block, at: number): Sentence {
  const sentences = sentencesOf(block);
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const found = sentences[low];
  if (found && at >= found.start && at < found.end) return found;
  return { start: 0, end: block.plain.length, text: block.plain.replace(/\n/g, ' ') };
}

function cellSentences(block: Block): Sentence[] {
  return (block.cells ?? []).flatMap((cell) => splitSentences(block.plain, cell.start, cell.end));
}

function splitSentences(plain: string, from: number, to: number): Sentence[] {
  const text = plain.slice(from, to).replace(/\n/g, ' ');
  const sentences: Sentence[] = [];
  let start = 0;
  for (const match of matchesOf(text, SENTENCE_END)) {
    const before = text.slice(Math.max(0, match.index - 12), match.index + 1);
    // "by 9.30 a.m. Parents must" ends a sentence; "at 9 a.m. and" cannot match, being lower case.
    if (NO_END.test(before) && !(CLOCK_SUFFIX.test(before) && /[A-Z]/.test(text[match.index + match[0].length] ?? '')))
      continue;
    const end = match.index + match[0].trimEnd().length;
    if (text.slice(start, end).trim() !== '') sentences.push(sentence(text, from, start, end));
    start = match.index + match[0].length;
  }
  if (text.slice(start).trim() !== '') sentences.push(sentence(text, from, start, text.length));
  return sentences;
}

function sentence(text: string, from: number, start: number, end: number): Sentence {
  const words = text.slice(start, end);
  const lead = words.length - words.trimStart().length;
  const tail = words.length - words.trimEnd().length;
  return { start: from + start + lead, end: from + end - tail, text: words.trim() };
}

/** The blocks at their places; one that stands where it stood before, under the same headings, is the very same object. */
function placeBlocks(chunks: readonly ReadChunk[], before: readonly PlacedBlock[]): PlacedBlock[] {
  const placed: PlacedBlock[] = [];
  const open: { depth: number; words: string }[] = [];
  let offset = 0;
  let firstLine = 1;
  let headings: string[] = [];
  for (const { text, lines, blocks, places } of chunks) {
    for (const [index, block] of blocks.entries()) {
      const place = places[index];
      if (!place) continue;
      if (block.kind === 'heading') {
        while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= block.depth) open.pop();
        headings = open.map((heading) => heading.words);
      }
      const at = offset + place.at;
      const line = firstLine + place.line;
      const known = before[placed.length];
      placed.push(
        known?.block === block && known.offset === at && known.line === line && areSame(known.headings, headings)
          ? known
          : { block, offset: at, line, index: placed.length, headings },
      );
      if (block.kind === 'heading') {
        open.push({ depth: block.depth, words: headingWords(block) });
        headings = open.map((heading) => heading.words);
      }
    }
    offset += text.length;
    firstLine += lines;
  }
  return placed;
}

const wordsMemory = new Notes<string>();

function headingWords(block: Block): string {
  let words = wordsMemory.get(block);
  if (words === undefined) {
    words = block.plain
      .slice(block.bodyAt)
      .replace(/(?<![#\s:])[#\s:]+$/, '')
      .trim();
    wordsMemory.set(block, words);
  }
  return words;
}

const LETTER = /[a-z]/;
const HYPHEN_LAST = /-[ \t\r]{0,9}$/;

/** A word that a line's end breaks is whole in the view, and its last letters lie further on in the text. */
function wordEnd(raw: string, start: number, end: number): number {
  // Within the stretch only: a line may be a whole document long.
  const at = start + raw.slice(start, end).lastIndexOf('\n');
  if (at <= start || !HYPHEN_LAST.test(raw.slice(Math.max(start, at - 10), at))) return end;
  if (!LETTER.test(raw[end - 1] ?? '')) return end;
  let whole = end;
  while (LETTER.test(raw[whole] ?? '')) whole++;
  return whole;
}
