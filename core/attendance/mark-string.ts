import { isInForce, registerCode } from '../guidance/codes.ts';
import { addDays, type Day, weekday } from './day.ts';

/** Codes of a mark string in order, or why it cannot be cut into codes. */
export type MarkStringReading = { codes: string[] } | { problem: string };

const SEPARATED = /[,;|]|\S {1,3}\S/;
const NO_MARK = new Set(['-', '.', '@']);

/**
 * Cuts "/\/\LNC1Y7" into codes, the longest that is in force first. A digit that completes no code is refused; commas or
 * spaces may stand between the codes; a space in an unbroken string is a session without a mark.
 */
export function readMarkString(text: string, from: Day): MarkStringReading {
  const plain = text.replace(/[\r\n\t]/g, '');
  if (SEPARATED.test(plain)) {
    const codes = plain.split(/\s*[,;|]\s*|\s+/).map((code) => code.trim());
    while (codes.length > 0 && codes.at(-1) === '') codes.pop();
    const odd = codes.find((code) => code.length > 2);
    return odd === undefined ? { codes } : { problem: `${JSON.stringify(odd)} is no register code` };
  }
  const codes: string[] = [];
  for (let at = 0; at < plain.length; ) {
    const two = plain.slice(at, at + 2).toUpperCase();
    const date = dayOfSession(from, codes.length);
    const pair = two.length === 2 ? registerCode(two) : undefined;
    if (pair && isInForce(pair, date)) {
      codes.push(two);
      at += 2;
      continue;
    }
    const one = plain.charAt(at);
    if (/\d/.test(one)) return { problem: `the digit ${one} at character ${at + 1} completes no code` };
    codes.push(one === ' ' ? '' : NO_MARK.has(one) ? one : one.toUpperCase());
    at++;
  }
  return { codes };
}

/** The date of the `index`-th session (from 0) of weekdays that begin with the day. */
export function dayOfSession(from: Day, index: number): Day {
  const start = weekday(from);
  const first = start >= 5 ? addDays(from, 7 - start) : from;
  const days = Math.floor(index / 2) + weekday(first);
  return addDays(first, -weekday(first) + Math.floor(days / 5) * 7 + (days % 5));
}

/** Weekdays from the first to the last day, both in. */
export function weekdaysBetween(from: Day, to: Day): number {
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) if (weekday(day) < 5) count++;
  return count;
}
