import { addDays, type Day, dayNumber, mondayOf, weekday } from '#core/attendance/day.ts';
import type { SessionOfDay } from '#core/attendance/pupil.ts';

/** A day as a page writes it: the year may be missing, and numbers alone leave their order open. */
export interface WrittenDay {
  year: number | null;
  month: number;
  date: number;
  /** Monday = 0; null when the text does not say. */
  weekday: number | null;
  /** Written as two numbers that could also be month and day. */
  orderOpen: boolean;
  /** Written as numbers of which the second can only be the date: the page prints the month first. */
  american?: true;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** Whole words alone: "2 marks" is no day of March. */
export const MONTH_WORDS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const MONTH = `(${MONTH_WORDS})`;
const ISO = /\b(\d{4})-(\d{2})-(\d{2})(?!\d)/;
const DAY_MONTH = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th)?[ /.-]{0,3}(?:of )?${MONTH}\\b\\.?,?(?:[ /.-]{0,3}((?:20)?\\d{2})\\b)?(?!:)`,
);
const MONTH_DAY = new RegExp(`\\b${MONTH}[ /.-]{1,3}(\\d{1,2})(?:st|nd|rd|th)?\\b(?:[ ,/.-]{1,3}(20\\d{2})\\b)?`);
const NUMBERS = /\b(\d{1,2})[/.-](\d{1,2})(?:[/.-]((?:20)?\d{2}))?\b/;
const WEEKDAY_WORD = /\b(mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:day|nesday|sday|rsday|urday)?\b/;
const MORNING = /\b(?:am|a\.m\.?|morning)(?![a-z])/;
const AFTERNOON = /\b(?:pm|p\.m\.?|afternoon)(?![a-z])/;

/** The first day that a text names, or null. */
export function readWrittenDay(text: string): WrittenDay | null {
  const words = text.toLowerCase();
  const named = weekdayIn(words);
  const iso = ISO.exec(words);
  if (iso) return written(iso[1], Number(iso[2]), iso[3], named, false);
  const dayMonth = DAY_MONTH.exec(words);
  if (dayMonth) return written(dayMonth[3], monthNumber(dayMonth[2]), dayMonth[1], named, false);
  const monthDay = MONTH_DAY.exec(words);
  if (monthDay) return written(monthDay[3], monthNumber(monthDay[1]), monthDay[2], named, false);
  const numbers = NUMBERS.exec(words);
  if (!numbers) return null;
  const [first, second] = [Number(numbers[1]), Number(numbers[2])];
  // More than twelve can only be the date: month first is how a few American systems print it.
  if (second > 12) {
    const day = written(numbers[3], first, numbers[2], named, false);
    return day && { ...day, american: true };
  }
  return written(numbers[3], second, numbers[1], named, first <= 12);
}

/** The day that an element's markup names anywhere, such as in a class, a comment or a link; null when it names none. */
export function hiddenDay({ outerHTML }: Element): WrittenDay | null {
  const found = /\b20\d\d-[01]\d-[0-3]\d\b/.exec(outerHTML)?.[0];
  return found === undefined ? null : readWrittenDay(found);
}

/** The same day with its two numbers read the other way round; null where that is no day. */
export function monthFirst(day: WrittenDay): WrittenDay | null {
  return day.orderOpen ? { ...day, month: day.date, date: day.month } : null;
}

/** The day of the calendar in the given year, or null when the year has no such day or another weekday was written. */
export function dayIn(year: number, day: WrittenDay): Day | null {
  const text = `${year}-${pad(day.month)}-${pad(day.date)}`;
  if (dayNumber(text) === null) return null;
  return day.weekday === null || weekday(text) === day.weekday ? text : null;
}

/** Monday = 0, from a word such as "Weds". */
export function weekdayIn(text: string): number | null {
  const found = WEEKDAY_WORD.exec(text.toLowerCase());
  const index = WEEKDAYS.indexOf(found?.[1]?.slice(0, 3) ?? '');
  return index < 0 ? null : index;
}

/** The month and year of a heading such as "September 2026". */
export function monthOf(text: string): { year: number; month: number } | null {
  const found = MONTH_AND_YEAR.exec(text.toLowerCase().trim());
  return found ? { year: Number(found[2]), month: monthNumber(found[1]) } : null;
}
const MONTH_AND_YEAR = new RegExp(`^${MONTH}[ ,-]{0,3}(20\\d{2})$`);

/** AM or PM as written, null when neither or both are. */
export function sessionIn(text: string): SessionOfDay | null {
  const words = text.toLowerCase();
  const [am, pm] = [MORNING.test(words), AFTERNOON.test(words)];
  return am === pm ? null : am ? 'AM' : 'PM';
}

/** The day of a weekday in the week that holds `day`. */
export function sameWeek(day: Day, ofWeek: number): Day {
  return addDays(mondayOf(day), ofWeek);
}

/** 1 August that begins the school year of the day. */
export function schoolYearStart(day: Day): Day {
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= '08-01' ? `${year}-08-01` : `${year - 1}-08-01`;
}

/** "20 November 2026". */
export function longDay(day: Day): string {
  const names = 'January February March April May June July August September October November December'.split(' ');
  return `${Number(day.slice(8))} ${names[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;
}

function written(
  year: string | undefined,
  month: number,
  date: string | undefined,
  named: number | null,
  orderOpen: boolean,
): WrittenDay | null {
  const day = Number(date);
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const number = year === undefined ? null : Number(year);
  return {
    year: number === null ? null : number < 100 ? 2000 + number : number,
    month,
    date: day,
    weekday: named,
    orderOpen,
  };
}

function monthNumber(name: string | undefined): number {
  return MONTHS.indexOf(name?.slice(0, 3) ?? '') + 1;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
