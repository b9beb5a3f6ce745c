import { Claims } from '../../../text/claims.ts';
import { matchesOf } from '../../../text/matches.ts';

/** A date as printed: where it stands in the text, and its value "YYYY-MM" or "YYYY-MM-DD". */
export interface PrintedDate {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  /** "August 24" is the year 2024 only behind a label: elsewhere it is a day of August. */
  readonly needsLabel: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
/** "15 August 2025", "15th of Aug. '25", "August 2025"; superscripts of Word leave spaces around "th". */
const WORDED = new RegExp(
  `(?<![\\d/.£-])(?<!\\d:)(?:(\\d{1,2})\\s{0,6}(?:st|nd|rd|th)?[\\s,.-]{1,12}(?:of\\s{1,3})?)?(?:\\b|(?<=approved|adopted|ratified|reviewed|revised|updated|agreed|date|by|on|review|approval))${MONTH}\\b[.,]?[\\s,-]{0,4}['(]?(\\d{4}|\\d{2})(?![\\d%]|[:.]\\d|\\s?(?:st|nd|rd|th|days?|weeks?|am|pm)\\b)`,
  'gi',
);
/** "August 15, 2025". */
const IS_MONTH = new RegExp(`^${MONTH}$`, 'i');
const MONTH_FIRST = /\b([a-z]{3,9})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(\d{4})\b/gi;
/** "10/02/2016", "17.02.2025", "3-9-24": day first, as in England. */
const NUMERIC = /(?<![\d/.-])(?<!\d:)(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-]|[.:]\d)/g;
const ISO = /(?<![\d/.-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/g;
const MONTH_YEAR = /(?<![\d/.-])(0?[1-9]|1[0-2])\/(\d{4})(?![\d/])/g;

/** Every date with a month and a year, in order. Terms and school years ("Autumn 2009", "2023/24") name no month: none. */
export function printedDates(text: string): PrintedDate[] {
  const found: PrintedDate[] = [];
  const claims = new Claims(text.length);
  const add = (
    match: RegExpExecArray,
    day: string | undefined,
    month: number,
    year: string,
    needsLabel = false,
  ): void => {
    const value = dateValue(day, month, year);
    const start = match.index;
    const end = start + match[0].length;
    if (!value || !claims.take(start, end)) return;
    found.push({ start, end, value, needsLabel });
  };
  for (const match of matchesOf(text, MONTH_FIRST))
    if (IS_MONTH.test(match[1] ?? '')) add(match, match[2], monthNumber(match[1]), match[3] ?? '');
  for (const match of matchesOf(text, WORDED)) {
    const year = match[3] ?? '';
    add(match, match[1], monthNumber(match[2]), year, year.length === 2 && match[1] === undefined);
  }
  for (const match of matchesOf(text, NUMERIC)) add(match, match[1], Number(match[3]), match[4] ?? '');
  for (const match of matchesOf(text, ISO)) add(match, match[3], Number(match[2]), match[1] ?? '');
  for (const match of matchesOf(text, MONTH_YEAR)) add(match, undefined, Number(match[1]), match[2] ?? '');
  return found.sort((a, b) => a.start - b.start);
}

function monthNumber(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function dateValue(day: string | undefined, month: number, printedYear: string): string | null {
  const year = printedYear.length === 2 ? 2000 + Number(printedYear) : Number(printedYear);
  // Attendance policies begin in the nineties; a two-figure year past the forties is some other number.
  if (year < 1990 || year > 2049 || month < 1 || month > 12) return null;
  const yearMonth = `${year}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return yearMonth;
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Number(day) < 1 || Number(day) > lastDay ? null : `${yearMonth}-${day.padStart(2, '0')}`;
}
