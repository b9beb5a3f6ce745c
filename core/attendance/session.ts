import { type Day, dayFromNumber } from './day.ts';
import type { SessionOfDay } from './pupil.ts';

/**
 * A session as one integer: twice the day number, and one more in the afternoon.
 * Sessions in order are integers in order.
 */
export type Slot = number;

/** The session's integer; NaN when the text is no day. */
export function slotOf(date: Day, session: SessionOfDay): Slot {
  const number = dayNumberFast(date);
  return session === 'PM' ? number * 2 + 1 : number * 2;
}

/** The day number of 'YYYY-MM-DD' by arithmetic alone, since a register asks for it once a mark; NaN when it is no day. */
export function dayNumberFast(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return Number.NaN;
  const year = digits(text, 0) * 100 + digits(text, 2);
  const month = digits(text, 5);
  const date = digits(text, 8);
  if (!(month >= 1 && month <= 12 && date >= 1 && date <= daysIn(month, year))) return Number.NaN;
  // Days from 1 March of year 0, so that the leap day is the last of its year.
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

function daysIn(month: number, year: number): number {
  if (month !== 2) return 30 + ((month + (month >> 3)) & 1);
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function digits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

export function dayOfSlot(slot: Slot): Day {
  return dayFromNumber(slot >> 1);
}

export function sessionOfSlot(slot: Slot): SessionOfDay {
  return slot & 1 ? 'PM' : 'AM';
}

/** Monday = 0 … Sunday = 6, of a day number. */
export function weekdayOf(dayNumber: number): number {
  return (((dayNumber + 3) % 7) + 7) % 7;
}

/** The day number of the Monday of that week. */
export function mondayNumber(dayNumber: number): number {
  return dayNumber - weekdayOf(dayNumber);
}

/** The first day of the school year of the day: 1 August on or before it. */
export function schoolYearStart(day: Day): Day {
  const year = Number(day.slice(0, 4));
  return `${day.slice(5, 7) >= '08' ? year : year - 1}-08-01`;
}

/** The last day of the school year of the day: 31 July on or after it. */
export function schoolYearEnd(day: Day): Day {
  return `${Number(schoolYearStart(day).slice(0, 4)) + 1}-07-31`;
}
