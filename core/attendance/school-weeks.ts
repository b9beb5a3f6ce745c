import type { SchoolCalendar } from './calendar.ts';
import { mondayNumber, weekdayOf } from './session.ts';

/** The school weeks that end with a day's week, and the school days before it. Monday to Sunday; day numbers. */
export interface SchoolWeeks {
  /** The Monday of each, latest first; fewer than asked where the calendar and the register reach no further back. */
  mondays: number[];
  /** True when as many as asked are known. */
  complete: boolean;
}

/** Whether the week of that Monday had a session open, as far as was known on the day `asOf`. */
export function isSchoolWeek(calendar: SchoolCalendar, monday: number, asOf: number): boolean {
  for (let slot = monday * 2; slot < (monday + 7) * 2; slot++) if (calendar.wasOpen(slot, asOf)) return true;
  return false;
}

/** The `count` school weeks that end with the week of `asOf`, or with the last school week before it. */
export function schoolWeeksTo(calendar: SchoolCalendar, asOf: number, count: number): SchoolWeeks {
  const mondays: number[] = [];
  for (let monday = mondayNumber(asOf); monday + 6 >= calendar.firstKnownDay && mondays.length < count; monday -= 7) {
    if (isSchoolWeek(calendar, monday, asOf)) mondays.push(monday);
  }
  return { mondays, complete: mondays.length === count };
}

/** Whether the school was open on the day in at least one session, as far as was known on `asOf`. */
export function isSchoolDay(calendar: SchoolCalendar, day: number, asOf: number): boolean {
  return calendar.wasOpen(day * 2, asOf) || calendar.wasOpen(day * 2 + 1, asOf);
}

/** The `count`-th school day on or before `asOf`, counted backwards; -Infinity when fewer are known. */
export function schoolDayBack(calendar: SchoolCalendar, asOf: number, count: number): number {
  let found = 0;
  for (let day = asOf; day >= calendar.firstKnownDay; day--) {
    if (isSchoolDay(calendar, day, asOf) && ++found === count) return day;
  }
  return Number.NEGATIVE_INFINITY;
}

/** Whether the day is a school day: true or false where calendar or register show it, null where neither can say. */
export function schoolDayState(calendar: SchoolCalendar, day: number, asOf: number): boolean | null {
  if (isSchoolDay(calendar, day, asOf)) return true;
  if (calendar.isShut(day * 2) && calendar.isShut(day * 2 + 1)) return false;
  const silent = day >= calendar.firstKnownDay && day <= Math.min(calendar.lastMarkedDay, asOf);
  const leftOut = calendar.listsTerms && day >= calendar.firstKnownDay && day <= calendar.lastListedDay;
  return silent || leftOut ? false : null;
}

/** The first closed day of the next break after the day: a run of closed days that lasts; null when none is shown. */
export function nextBreak(
  calendar: SchoolCalendar,
  after: number,
  asOf: number,
  lasts: { days: number; weekdays: number },
): number | null {
  const end = Math.max(calendar.lastListedDay, Math.min(calendar.lastMarkedDay, asOf));
  let opened = false;
  let first = Number.NaN;
  let weekdays = 0;
  for (let day = after + 1; day <= end; day++) {
    const state = schoolDayState(calendar, day, asOf);
    if (state !== false) {
      opened = opened || state === true;
      first = Number.NaN;
      weekdays = 0;
      continue;
    }
    if (Number.isNaN(first)) first = day;
    if (weekdayOf(day) < 5) weekdays++;
    if (opened && weekdays >= lasts.weekdays && day - first + 1 >= lasts.days) return first;
  }
  return null;
}

/** Breaks that were looked for once. */
interface KnownBreaks {
  after: number;
  asOf: number;
  lasts: { days: number; weekdays: number };
  days: number[];
}

let breaksKnown: WeakMap<SchoolCalendar, KnownBreaks[]> | undefined;

/**
 * The first closed day of every break after the day that is shown: the same for all pupils of a register, so kept with
 * its calendar.
 */
export function breaksAfter(
  calendar: SchoolCalendar,
  after: number,
  asOf: number,
  lasts: { days: number; weekdays: number },
): readonly number[] {
  breaksKnown ??= new WeakMap();
  let known = breaksKnown.get(calendar);
  if (!known) breaksKnown.set(calendar, (known = []));
  for (const found of known)
    if (found.after === after && found.asOf === asOf && found.lasts === lasts) return found.days;
  const days: number[] = [];
  for (let day = nextBreak(calendar, after, asOf, lasts); day !== null; day = nextBreak(calendar, day, asOf, lasts))
    days.push(day);
  known.push({ after, asOf, lasts, days });
  return days;
}

/** A half-term break: a week or more without school. */
export const HALF_TERM_BREAK = { days: 7, weekdays: 5 };
/** A holiday between terms: two weeks or more. */
export const HOLIDAY_BETWEEN_TERMS = { days: 14, weekdays: 8 };
