import { cardinalOf } from '../../text/numbers.ts';
import { OF_LESSONS } from '../readers/thresholds/lates.ts';
import { offenceIn } from './offences.ts';
import type { Found, Reading } from './reading.ts';
import { LATE_ANSWER, LATE_PUPIL, NOT_DONE, PARENTS_DO } from './wording.ts';

/** Steps by the number of notices, and what any late mark brings. */

/** "Where the threshold is met for a third time, …" behind a sentence about the third notice says more of the same. */
export function isSameOffence({ text, before }: Reading): boolean {
  const earlier = offenceIn(before);
  return earlier !== null && offenceIn(text, before)?.number === earlier.number;
}

/** "A second notice is charged at £160": counted by notices, each after the one before it. */
export function offence(reading: Reading): Found | null {
  const { text, setting } = reading;
  const found = offenceIn(text, `${setting.heading ?? ''}. ${reading.before}`);
  if (!found || PARENTS_DO.test(reading.main)) return null;
  const { number, words, start, end } = found;
  return {
    trigger: { condition: words },
    start,
    end,
    ...(number > 1 ? { after: { wait: yearsIn(text) } } : {}),
    likely: false,
  };
}

/** The years in which notices are counted: days in such a sentence are time to pay. */
function yearsIn(text: string): string | null {
  const years = /\b(\d|two|three|five)[\s-]{1,3}(?:rolling\s+)?years?\b/i.exec(text)?.[1];
  const count = years ? cardinalOf(years) : null;
  return count === null ? null : `${count} years`;
}

/** A habit of lateness, and the next time after others. */
const NOT_ANY = /\bpersistent|\b(?:subsequent|further|repeated|continued|ongoing|another)\b[^.;]{0,20}\blate/i;

/** "Every late mark earns one point": points are added up, and nothing is done yet. */
export const EARNS_POINTS =
  /\b(?:earns?|gets?|gains?|means?|scores?|costs?|adds?|is\s+worth)\s+(?:an?|one|two|three|\d)\s+(?:[a-z]+\s+)?points?\b/i;

/** "Pupils who are late are given a detention": one late mark is enough. */
export function anyLate(reading: Reading): Found | null {
  const { text, before } = reading;
  if (
    !LATE_ANSWER.test(text) ||
    !LATE_PUPIL.test(`${before} ${text}`) ||
    NOT_ANY.test(text) ||
    OF_LESSONS.test(text) ||
    EARNS_POINTS.test(`${before} ${text}`)
  )
    return null;
  // "6 = a detention": counted, whatever it counts.
  if (/^\W*\d{1,2}\s*[:=-]/.test(text)) return null;
  if (PARENTS_DO.test(reading.main) || NOT_DONE.test(text)) return null;
  const trigger = { metric: 'lateMarks', op: '>=', value: 1, unit: 'occurrences' } as const;
  return { trigger, start: 0, end: text.trimEnd().length, likely: false };
}
