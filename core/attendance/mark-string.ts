import { isInForce, registerCode } from '../guidance/codes.ts';
import { addDays, type Day, weekday } from './day.ts';

/** Codes of a mark string in order, or why it cannot be cut into codes. */
export type MarkStringReading = { codes: string[] } | { problem: string };

const TWO_MARKS = /^.\D$/;
const SEPARATED = /[,;|]|\S {1,3}\S/;
const NO_MARK = new Set(['-', '.', '@']);

/**
 * Cuts "/\/\LNC1Y7" into codes, the longest that is in force first. A digit that completes no code is refused; commas or
 * spaces may stand between the codes, or the days or the weeks of them; a space in an unbroken string is a session without
 * a mark.
 */
export function readMarkString(text: string, from: Day): MarkStringReading {
  const plain = text.replace(/[\r\n\t]/g, '');
  if (SEPARATED.test(plain)) {
    const codes = plain.split(/\s*[,;|]\s*|\s+/).map((code) => code.trim());
    while (codes.length > 0 && codes.at(-1) === '') codes.pop();
    const grouped = codes.some((code) => code.length > 1 && !registerCode(code)) ? inGroups(codes, from) : null;
    if (grouped) return { codes: grouped };
    // "Y8" may be a code that we do not know yet; "/O" are two.
    const odd = codes.find((code) => code.length > 2) ?? codes.find((code) => TWO_MARKS.test(code));
    return odd === undefined ? { codes } : { problem: `${JSON.stringify(odd)} is no register code` };
  }
  return readUnbroken(plain, from, 0);
}

/** The codes of groups that are the two sessions of a day each, or the sessions of a week up to its Friday; else null. */
function inGroups(groups: readonly string[], from: Day): string[] | null {
  const codes: string[] = [];
  let areDays = true;
  let areWeeks = true;
  for (const [index, group] of groups.entries()) {
    const reading = readUnbroken(group, from, codes.length);
    if ('problem' in reading) return null;
    codes.push(...reading.codes);
    if (reading.codes.length !== 2) areDays = false;
    const endsWeek = codes.length % 2 === 0 && weekday(dayOfSession(from, codes.length - 1)) === FRIDAY;
    if (reading.codes.length > SESSIONS_OF_A_WEEK || !(endsWeek || index === groups.length - 1)) areWeeks = false;
  }
  return areDays || areWeeks ? codes : null;
}

const FRIDAY = 4;
const SESSIONS_OF_A_WEEK = 10;

/** Codes with nothing between them; so many sessions came before. */
function readUnbroken(plain: string, from: Day, before: number): MarkStringReading {
  const codes: string[] = [];
  for (let at = 0; at < plain.length; ) {
    const two = plain.slice(at, at + 2).toUpperCase();
    const date = dayOfSession(from, before + codes.length);
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
