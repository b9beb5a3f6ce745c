import type { Day } from '#core/attendance/day.ts';
import { dayIn, longDay, MONTH_WORDS, monthFirst, readWrittenDay, schoolYearStart } from './days.ts';
import type { Surroundings } from './surroundings.ts';
import { normalise } from './words.ts';

/** The stretch of days that a page says its figures are for. */
export interface Period {
  from: Day;
  to: Day;
  /** What the page says, for the reader to check. */
  words: string;
}

/**
 * `states`: the page speaks of some period, though its days are not known, so no one else may say which.
 * `isShorter`: it speaks of a part of a year, which a column of the whole year may stand beside.
 */
export type PeriodReading = { found: Period } | { missing: string; states?: true; isShorter?: true };

const MONTH = `(?:${MONTH_WORDS})`;
const DATE_TEXT = new RegExp(
  [
    '\\b(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? )?(?:\\d{4}-\\d{2}-\\d{2}',
    '\\d{1,2}[/.-]\\d{1,2}[/.-](?:20)?\\d{2}',
    `\\d{1,2}[/-]${MONTH}[/-](?:20)?\\d{2}`,
    `${MONTH}[/-]\\d{1,2}[/-]20\\d{2}`,
    `\\d{1,2}(?:st|nd|rd|th)? ?[- ]?(?:of )?${MONTH}\\b\\.?,?(?:[ -]20\\d{2})?`,
    `${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? 20\\d{2})\\b`,
  ].join('|'),
  'g',
);
const FROM =
  /\b(?:from|starts?|starting|since|between|begin(?:s|ning)?|period|range|date range)\b[^a-z0-9]{0,4}(?:date|day)?[^a-z0-9]{0,4}$/;
const TO =
  /(?:\b(?:to|until|till|through|thru|ends?|ending|and|up to)\b[^a-z0-9]{0,4}(?:date|day)?|[–—-])[^a-z0-9]{0,4}$/;
const AS_AT =
  /\b(?:as (?:at|of|on)|data (?:to|up to|for)|up to(?: and including)?|correct (?:at|to|on)|figures (?:to|at)|position (?:at|on)|to date)[^a-z0-9]{0,4}$/;
const WHOLE_YEAR =
  /\b(?:year to date|ytd|since (?:the )?start of (?:the )?(?:academic |school )?year|(?:academic|school) year)\b(?: ?:? ?(20\d{2}) ?[/–-] ?(?:20)?\d{2}\b)?|\b(20\d{2}) ?[/–-] ?(?:20)?\d{2} (?:year )?to date\b/;
const YEAR_TO_DATE = /\b(?:year to date|ytd)\b/;
/** A year that is over, or yet to come, and not the one that a policy counts. */
const OTHER_YEAR = /\b(?:last|previous|prior|next|past) (?:academic |school )?year\b/;
const SHORTER =
  /\b(?:this|last|current|previous|past)? ?(?:(?:\d{1,3} )?(?:school )?(?:days|weeks|months)|half[- ]term|week|month)\b|\b(?:autumn|spring|summer)(?: half)?(?: ?[12])?(?: first| second)?(?: half)?(?:[- ]term)?\b/;

/** The period that the nearest words around a grid state; two different ones at one distance leave it unknown. */
export function readPeriod(levels: Iterable<Surroundings>, today: Day): PeriodReading {
  for (const { texts } of levels) {
    const reading = periodIn(texts, today);
    if (reading) return reading;
    // A shorter period without dates is nearer than any whole year further out, such as the one in a page's top bar.
    const shorter = texts.find((text) => text.length < 80 && SHORTER.test(normalise(text)));
    if (shorter) {
      const missing = `The page speaks of “${shorter}” but gives no dates, so which days these figures cover is not known.`;
      return { missing, states: true, isShorter: true };
    }
  }
  return { missing: 'The page does not say which dates these figures cover.' };
}

/** The year to date that headings of columns speak of, up to the day at which the figures stand; null when one does not. */
export function readHeadedYear(headings: readonly string[], until: Day): Period | null {
  const isWhole = (heading: string): boolean => {
    const words = normalise(heading);
    return YEAR_TO_DATE.test(words) && !SHORTER.test(words) && !OTHER_YEAR.test(words);
  };
  return headings.length > 0 && headings.every(isWhole)
    ? { from: schoolYearStart(until), to: until, words: `the school year to ${longDay(until)}` }
    : null;
}

/** The one day that the nearest dated words around a grid speak of; null when they speak of none or of several. */
export function readOneDay(levels: Iterable<Surroundings>, today: Day): Day | null {
  for (const { texts } of levels) {
    const days = new Set(datesIn(normalise(texts.join(' ; ')), today).map(({ day }) => day));
    const [only, ...more] = days;
    if (only) return more.length === 0 ? only : null;
  }
  return null;
}

/** A day that the words around a grid say the figures stand at, or null. */
export function readAsAt(levels: Iterable<Surroundings>, today: Day): Day | null {
  for (const { texts } of levels) {
    const days = datesIn(normalise(texts.join(' ; ')), today).filter((date) => date.role === 'asAt');
    const distinct = new Set(days.map(({ day }) => day));
    if (distinct.size === 1) return days[0]?.day ?? null;
    if (distinct.size > 1) return null;
  }
  return null;
}

function periodIn(texts: readonly string[], today: Day): PeriodReading | null {
  const words = normalise(texts.join(' ; '));
  const dates = datesIn(words, today);
  const ranges = new Map<string, Period>();
  dates.forEach((start, index) => {
    const end = dates[index + 1];
    if (end?.role !== 'to' || start.role === 'to' || end.at - start.end > WIDEST_RANGE) return;
    if (start.day <= end.day) {
      ranges.set(`${start.day} ${end.day}`, {
        from: start.day,
        to: end.day,
        words: `${longDay(start.day)} to ${longDay(end.day)}`,
      });
    }
  });
  const [first, ...more] = ranges.values();
  if (more.length > 0) return { missing: 'The page states more than one period beside these figures.', states: true };
  if (first && first.from > today)
    return { missing: `The page states ${first.words}, which is still to come.`, states: true };
  if (first) return { found: first };
  if (OTHER_YEAR.test(words) || texts.some((text) => text.length < 80 && isOtherYear(normalise(text), today)))
    return { missing: 'The page speaks of another school year and gives no dates.', states: true };
  if (dates.length === 0 && UNREAD_DATE.test(words))
    return { missing: 'The dates beside these figures are written in a way that could not be read.', states: true };
  const whole = WHOLE_YEAR.exec(words);
  if (!whole || texts.some((text) => SHORTER.test(normalise(text)))) return null;
  const asAt = dates.find(({ role }) => role === 'asAt')?.day ?? today;
  const named = whole[1] ?? whole[2];
  const from = named ? `${named}-08-01` : schoolYearStart(asAt);
  const lastDay = `${Number(from.slice(0, 4)) + 1}-07-31`;
  const to = asAt < lastDay ? asAt : lastDay;
  return from <= to ? { found: { from, to, words: `the school year to ${longDay(to)}` } } : null;
}

/** "2025/26" in the autumn of 2026: a school year that is not this one. */
function isOtherYear(words: string, today: Day): boolean {
  const current = Number(schoolYearStart(today).slice(0, 4));
  return [...words.matchAll(YEAR_NUMBERS)].some(
    ([, first, second]) => (Number(first) + 1) % 100 === Number(second) && Number(first) !== current,
  );
}
const YEAR_NUMBERS = /\b(20\d{2}) ?[/–-] ?(?:20)?(\d{2})\b(?![/–-])/g;

interface FoundDate {
  day: Day;
  at: number;
  end: number;
  role: 'from' | 'to' | 'asAt' | 'loose';
}

function datesIn(words: string, today: Day): FoundDate[] {
  const found: FoundDate[] = [];
  let lastYear: number | null = null;
  const matches = [...words.matchAll(DATE_TEXT)];
  // "9/2/2026 to 11/20/2026": one date that can only be American makes those beside it American too.
  const american = matches.some((match) => MONTH_FIRST.test(match[0]));
  for (const match of matches) {
    const read = readWrittenDay(match[0]);
    const written = read && american ? (monthFirst(read) ?? read) : read;
    if (!written) continue;
    const before = words.slice(Math.max(0, match.index - 32), match.index);
    const role = AS_AT.test(before) ? 'asAt' : TO.test(before) ? 'to' : FROM.test(before) ? 'from' : 'loose';
    // "1 September to 20 November 2026": the year stands once, after the second.
    const year = written.year ?? yearAhead(words, match.index + match[0].length) ?? lastYear;
    if (year === null) continue;
    const other = monthFirst(written);
    const day = dayIn(year, written) ?? (other ? dayIn(year, other) : null);
    if (day === null || day > `${Number(today.slice(0, 4)) + 2}`) continue;
    lastYear = written.year ?? lastYear;
    found.push({ day, at: match.index, end: match.index + match[0].length, role });
  }
  // "Year to date: 2 September to 20 November": the first of two days that a stretch lies between begins it.
  for (const [index, date] of found.entries()) {
    const next = found[index + 1];
    const isRange = next?.role === 'to' && next.day >= date.day && next.at - date.end <= WIDEST_RANGE;
    if (date.role === 'asAt' && isRange && !words.slice(date.end, next.at).includes(';')) date.role = 'from';
  }
  return found;
}

/** Letters between the end of a stretch's first day and its last. */
const WIDEST_RANGE = 40;

const UNREAD_DATE = new RegExp(
  `\\b\\d{1,2}[ ./-]${MONTH}\\b|\\b${MONTH}[ ./-]\\d{1,2}\\b|\\b\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{2,4}\\b`,
);
const MONTH_FIRST = /^\d{1,2}\/(?:1[3-9]|2\d|3[01])\/\d{2,4}$/;

function yearAhead(words: string, from: number): number | null {
  const next = /^[^;]{0,30}?\b(20\d{2})\b/.exec(words.slice(from, from + 36));
  return next ? Number(next[1]) : null;
}
