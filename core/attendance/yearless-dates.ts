import { oneLine } from '../text/one-line.ts';
import { readDate } from './date-text.ts';
import { weekday } from './day.ts';
import { schoolYearStart } from './session.ts';

const YEARLESS =
  /^(?:(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? )?(\d{1,2})(?:st|nd|rd|th)?[ -](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?( (?:am|pm))?$/i;
const SCHOOL_YEAR = /\b(20\d\d) ?[/–-] ?(?:20)?(\d\d)\b/;
const DATE = /\b(?:\d{1,2}\/\d{1,2}\/(?:20)?\d\d|20\d\d-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9} 20\d\d)\b/i;
const AUTUMN = ['aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** "Mon 2 Sep", "02-Sep PM": a date that names no year. */
export function isYearlessDate(cell: string): boolean {
  return YEARLESS.test(plain(cell));
}

function plain(cell: string): string {
  return oneLine(cell);
}

/** The heading with the year of the title rows above it beside each date that names none; as it is where they name none. */
export function withYear(
  header: readonly string[],
  above: readonly { readonly cells: readonly string[] }[],
): readonly string[] {
  if (!header.some(isYearlessDate)) return header;
  const year = schoolYearOf(above.map(({ cells }) => cells.join(' ')).join(' '));
  return year === null ? header : header.map((cell) => dated(cell, year));
}

/** The year in which the school year begins that the titles name, or that a date of theirs lies in. */
function schoolYearOf(titles: string): number | null {
  const named = SCHOOL_YEAR.exec(titles);
  if (named && (Number(named[1]) + 1) % 100 === Number(named[2])) return Number(named[1]);
  const [printed] = DATE.exec(titles) ?? [];
  const date = printed && readDate(printed);
  return date ? Number(schoolYearStart(date.day).slice(0, 4)) : null;
}

function dated(cell: string, year: number): string {
  const [, day, date, month, session = ''] = YEARLESS.exec(plain(cell)) ?? [];
  if (month === undefined) return cell;
  const isAutumn = AUTUMN.includes(month.toLowerCase());
  const text = `${date} ${month} ${isAutumn ? year : year + 1}`;
  const read = readDate(text);
  // The day of the week that is printed beside it must be the date's own.
  const fits = read && (day === undefined || WEEKDAYS.indexOf(day.toLowerCase()) === weekday(read.day));
  return fits ? `${text}${session}` : cell;
}
