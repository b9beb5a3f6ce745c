import type { Block } from '../blocks.ts';
import { type Sentence, sentencesOf } from '../document.ts';

/** The words of a sentence on both sides of a place in it. */
export interface Around {
  /** From the sentence's beginning to the place, line breaks as spaces. */
  readonly before: string;
  /** From behind the place to the sentence's end. */
  readonly after: string;
  /** Both, with what stands at the place between them. */
  readonly sentence: string;
}

/** So far one looks in a sentence that has no end, as in a text without full stops. */
const REACH = 400;

/** The words around a stretch of a block, within its sentence. */
export function around(block: Block, start: number, end: number): Around {
  const { start: from, end: to } = bounds(block, start);
  const before = inOneLine(block.plain.slice(Math.max(from, start - REACH), start));
  const after = inOneLine(block.plain.slice(end, Math.max(end, Math.min(to, end + REACH))));
  return { before, after, sentence: before + inOneLine(block.plain.slice(start, end)) + after };
}

/** "Notice to\r\nImprove" is "Notice to Improve", however many blanks its line ends in. */
function inOneLine(words: string): string {
  return words.replace(LINE_END, ' ');
}

const LINE_END = / {0,8}\n/g;

/** Where the sentence that holds an offset begins and ends; the block's own bounds when none does. */
export function bounds(block: Block, at: number): { start: number; end: number } {
  const sentences: readonly Sentence[] = sentencesOf(block);
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const found = sentences[low];
  return found && at >= found.start && at < found.end ? found : { start: 0, end: block.plain.length };
}
