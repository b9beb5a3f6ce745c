import { matchAt } from '../../../text/match-at.ts';
import { cardinalsIn, type PrintedNumber } from '../../../text/numbers.ts';

// A number that counts: no clock time, sum, fraction or percentage, and no part of a name.
const COUNTS_BEFORE = /(?:[\w.£/:]|(?:^|\D)-)$/;
const COUNTS_BEHIND = /(?!\.\d|\d|:|%|\s?per\s?cent)/iy;

/** "… or more" behind what is counted. */
export const OR_MORE = /\s?\+|\s*\(?(?:or|and)\s+(?:more|over|above)/iy;

/** A counted thing as a text prints it: its number, and the words between the number and the thing. */
export interface Counted {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly between: string;
}

/** Every number of a text that has behind it what a sticky pattern says, and stands where numbers count. */
export function countedIn(text: string, behind: RegExp): Counted[] {
  const found: Counted[] = [];
  for (const { start, end, value } of cardinalsIn(text)) {
    const match = isCount(text, start, end) ? matchAt(text, end, behind) : null;
    if (!match) continue;
    const to = end + match[0].length;
    const more = matchAt(text, to, OR_MORE)?.[0].length ?? 0;
    found.push({ start, end: to + more, value, between: match[2] ?? '' });
  }
  return found;
}

/** Whether the number at a place counts something. */
export function isCount(text: string, start: number, end: number): boolean {
  return matchAt(text, end, COUNTS_BEHIND) !== null && !COUNTS_BEFORE.test(text.slice(Math.max(0, start - 2), start));
}

/** The numbers and ordinals of a text that have behind them what a sticky pattern says. */
export function followed(text: string, numbers: readonly PrintedNumber[], behind: RegExp): Counted[] {
  return numbers.flatMap(({ start, end, value }): Counted[] => {
    const match = matchAt(text, end, behind);
    return match ? [{ start, end: end + match[0].length, value, between: '' }] : [];
  });
}

/** The words before a place, as far back as a pattern looks that ends there. */
export function wordsBefore(text: string, at: number): string {
  return text.slice(Math.max(0, at - REACH), at);
}
const REACH = 110;
