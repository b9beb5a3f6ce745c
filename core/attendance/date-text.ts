import { oneLine } from '../text/one-line.ts';
import { addDays, type Day, dayFromNumber, isDay } from './day.ts';
import { keep } from './kept.ts';
import type { SessionOfDay } from './pupil.ts';

/** A date as a file prints it; `hour` where a time of day stands beside it. */
export interface PrintedDate {
  day: Day;
  hour: number | null;
}

const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:\.\d{1,6})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/;
const NUMERIC =
  /^(?:[a-z]{3,9}\.?,? )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:[ T,]{1,2}(\d{1,2}):(\d{2})(?::\d{2})?)?(?:,? \(?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\)?)?$/i;
const NAMED =
  /^(?:[a-z]{3,9}\.?,? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4}|\d{2})(?:[ T,]{1,2}(\d{1,2}):(\d{2})(?::\d{2})?)?$/i;
const MONTH_FIRST =
  /^(?:[a-z]{3,9}\.?,? )?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?: (\d{2}):(\d{2}):\d{2}.{0,60})?$/i;
const SERIAL = /^(\d{5})(?:\.(\d{1,12}))?$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** The day number of 30 December 1899, from which spreadsheets count. */
const SPREADSHEET_START = -25_569;

/** A register prints the same few hundred dates on every pupil's rows. */
const readDates = new Map<string, PrintedDate | null>();

/** Reads a date in ISO or British order, with a month in words, or as a spreadsheet's serial number; null otherwise. */
export function readDate(text: string): PrintedDate | null {
  const known = readDates.get(text);
  if (known !== undefined) return known;
  return keep(readDates, text, readDateAnew(text));
}

function readDateAnew(text: string): PrintedDate | null {
  const plain = oneLine(text);
  if (plain === '') return null;
  const iso = ISO.exec(plain);
  if (iso) return fromIso(iso);
  const numeric = NUMERIC.exec(plain);
  if (numeric) return made(numeric[3], Number(numeric[2]), numeric[1], numeric[4]);
  const named = NAMED.exec(plain);
  if (named) return made(named[3], monthOf(named[2]), named[1], named[4]);
  const monthFirst = MONTH_FIRST.exec(plain);
  if (monthFirst) return made(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2], monthFirst[4]);
  const serial = SERIAL.exec(plain);
  return serial ? fromSerial(Number(serial[1]), serial[2]) : null;
}

function fromIso(match: RegExpExecArray): PrintedDate | null {
  const found = made(match[1], Number(match[2]), match[3], match[4]);
  // Midnight of a British summer day, written in universal time, is eleven in the evening of the day before.
  if (found?.hour === 23 && match[7] === 'Z' && match[5] === '00') return { day: addDays(found.day, 1), hour: 0 };
  return found;
}

function made(
  year: string | undefined,
  month: number,
  date: string | undefined,
  hour: string | undefined,
): PrintedDate | null {
  const full = year?.length === 2 ? `20${year}` : year;
  const day = `${full}-${String(month).padStart(2, '0')}-${(date ?? '').padStart(2, '0')}`;
  return isDay(day) ? { day, hour: hour === undefined ? null : Number(hour) } : null;
}

function monthOf(word: string | undefined): number {
  return MONTHS.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1;
}

function fromSerial(serial: number, fraction: string | undefined): PrintedDate | null {
  const day = dayFromNumber(serial + SPREADSHEET_START);
  if (day < '2000-01-01' || day > '2079-12-31') return null;
  return { day, hour: fraction === undefined ? null : Math.floor(Number(`0.${fraction}`) * 24) };
}

const MORNING =
  /^(?:(?:session|reg(?:istration)?|roll ?call) )?(?:am|a\.m\.?|a|morning|mor)(?: (?:session|reg(?:istration)?|mark|roll ?call))?$/i;
const AFTERNOON =
  /^(?:(?:session|reg(?:istration)?|roll ?call) )?(?:pm|p\.m\.?|p|afternoon|aft)(?: (?:session|reg(?:istration)?|mark|roll ?call))?$/i;

/** "AM", "pm", "Morning", "AM session"; null for anything else. */
export function readSession(text: string): SessionOfDay | null {
  const plain = text.trim().replace(/[\s_]+/g, ' ');
  return MORNING.test(plain) ? 'AM' : AFTERNOON.test(plain) ? 'PM' : null;
}
