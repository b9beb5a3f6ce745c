import type { SchoolCalendar } from '../attendance/calendar.ts';
import type { Day } from '../attendance/day.ts';
import { HOLIDAY, NO_REASON_YET, NOT_COMPULSORY, UNAUTHORISED } from '../attendance/effect.ts';
import { both } from '../attendance/kept.ts';
import { DOUBTFUL } from '../attendance/mark-log.ts';
import { isSchoolDay, type SchoolWeeks, schoolDayBack, schoolWeeksTo } from '../attendance/school-weeks.ts';
import { mondayNumber } from '../attendance/session.ts';
import { penaltyThreshold, schoolDaysForReason } from '../guidance/thresholds.ts';
import { addedWithin, type Figures } from './figures.ts';
import { type NationalCount, NO, UNKNOWN, type View, YES } from './view.ts';

/** Counts the window that ends with the moment's week, once for each moment. */
export function countNational(view: View): NationalCount {
  view.national ??= view.recorded ? countNational(view.recorded) : count(view);
  return view.national;
}

function count(view: View): NationalCount {
  const { figures } = view;
  const threshold = penaltyThreshold.valueOn(figures.asOf);
  // Before there was a threshold nothing is answered, but the marks of its window are counted all the same.
  const { sessions: needed, schoolWeeks } = (threshold ?? penaltyThreshold.earliest).value;
  const weeks = weeksOf(view, schoolWeeks);
  const result = countFrom(view, weeks);
  result.age = notCompulsory(figures, result.countedFrom);
  if (!threshold || result.age !== null) result.answer = UNKNOWN;
  else if (result.counted >= needed) result.answer = YES;
  else if (result.reachesBefore) result.answer = UNKNOWN;
  else result.answer = result.most + result.awaiting < needed ? NO : UNKNOWN;
  return result;
}

interface Weeks extends SchoolWeeks {
  /** An N on or after this day is still inside its school days. */
  awaitingFrom: number;
}

let known: WeakMap<SchoolCalendar, Map<number, Weeks>> | undefined;

/** The window's weeks: the same for all pupils of one register, so kept with its calendar. */
function weeksOf(view: View, count: number): Weeks {
  const { calendar, asOfDay, asOf } = view.figures;
  known ??= new WeakMap();
  let byMoment = known.get(calendar);
  if (!byMoment) {
    byMoment = new Map();
    known.set(calendar, byMoment);
  }
  const moment = both(asOfDay, view.added?.count ?? 0);
  let weeks = byMoment.get(moment);
  if (!weeks) {
    const days = daysForReason(asOf);
    weeks = view.added ? weeksAhead(view, count, days) : weeksNow(calendar, asOfDay, count, days);
    byMoment.set(moment, weeks);
  }
  return weeks;
}

/** School days in which the reason of a session coded N may still come, by the rule of the day or the first one known. */
export function daysForReason(asOf: Day): number {
  return (schoolDaysForReason.valueOn(asOf) ?? schoolDaysForReason.earliest).value;
}

let histories: WeakMap<SchoolCalendar, Map<number, number[]>> | undefined;

/** Every school week that is known up to the day, latest first: the same for all pupils of one register. */
export function allSchoolWeeks(calendar: SchoolCalendar, asOf: number): readonly number[] {
  histories ??= new WeakMap();
  const byDay = histories.get(calendar) ?? new Map<number, number[]>();
  histories.set(calendar, byDay);
  const weeks = byDay.get(asOf) ?? schoolWeeksTo(calendar, asOf, Number.POSITIVE_INFINITY).mondays;
  byDay.set(asOf, weeks);
  return weeks;
}

function weeksNow(calendar: SchoolCalendar, asOf: number, count: number, days: number): Weeks {
  const weeks = schoolWeeksTo(calendar, asOf, count);
  return { ...weeks, awaitingFrom: schoolDayBack(calendar, asOf, days + 1) };
}

/** With imagined marks the sessions to come are open, and their weeks are school weeks. */
function weeksAhead(view: View, count: number, days: number): Weeks {
  const { figures, added } = view;
  const { calendar, asOfDay } = figures;
  const mondays: number[] = [];
  const schoolDays: number[] = [];
  for (let at = (added?.count ?? 0) - 1; at >= 0; at--) {
    const day = (added?.slots[at] ?? 0) >> 1;
    if (schoolDays.at(-1) !== day) schoolDays.push(day);
    if (mondays.at(-1) !== mondayNumber(day)) mondays.push(mondayNumber(day));
  }
  for (let day = asOfDay; schoolDays.length <= days && day >= calendar.firstKnownDay; day--)
    if (isSchoolDay(calendar, day, asOfDay)) schoolDays.push(day);
  for (const monday of schoolWeeksTo(calendar, asOfDay, count).mondays)
    if (monday !== mondays.at(-1)) mondays.push(monday);
  return {
    mondays: mondays.slice(0, count),
    complete: mondays.length >= count,
    awaitingFrom: schoolDays[days] ?? Number.NEGATIVE_INFINITY,
  };
}

function countFrom(view: View, weeks: Weeks): NationalCount {
  const { figures, added } = view;
  const { log, calendar, notable } = figures;
  const oldest = weeks.mondays.at(-1);
  const countedFrom = oldest ?? figures.asOfDay + 1;
  const result: NationalCount = {
    answer: NO,
    counted: 0,
    most: 0,
    awaiting: 0,
    holiday: 0,
    firstDay: weeks.complete ? countedFrom : null,
    lastDay: Math.min(view.asOfDay, (weeks.mondays[0] ?? view.asOfDay) + 6),
    countedFrom,
    reachesBefore: !weeks.complete || hasOpenBefore(calendar, countedFrom, log.firstSlot, figures.asOfDay),
    age: null,
  };
  for (let index = notable.length - 1; index >= 0; index--) {
    const at = notable[index] ?? 0;
    const day = (log.slots[at] ?? 0) >> 1;
    if (day < countedFrom) break;
    const effect = log.effects[index] ?? 0;
    if (effect === DOUBTFUL) {
      const options = log.doubtful.find((session) => session.slot === log.slots[at])?.options ?? [];
      if (options.every((option) => counts(option, day, weeks))) result.counted++;
      if (options.some((option) => option & UNAUTHORISED)) result.most++;
    } else if (effect & UNAUTHORISED) {
      if (!counts(effect, day, weeks)) result.awaiting++;
      else {
        result.counted++;
        result.most++;
        if (effect & HOLIDAY) result.holiday++;
      }
    }
  }
  if (added && added.effect & UNAUTHORISED) {
    const more = addedWithin(added, countedFrom * 2, Number.MAX_SAFE_INTEGER);
    result.counted += more;
    result.most += more;
    if (added.effect & HOLIDAY) result.holiday += more;
  }
  return result;
}

function counts(effect: number, day: number, weeks: Weeks): boolean {
  return (effect & UNAUTHORISED) !== 0 && !(effect & NO_REASON_YET && day >= weeks.awaitingFrom);
}

/** Whether the school was open between the window's first day and the pupil's first known mark. */
function hasOpenBefore(calendar: SchoolCalendar, firstDay: number, firstSlot: number, asOf: number): boolean {
  if (Number.isNaN(firstSlot)) return true;
  for (let slot = firstDay * 2; slot < firstSlot; slot++) if (calendar.wasOpen(slot, asOf)) return true;
  return false;
}

const BEYOND_SCHOOL_AGE =
  /^\W*(?:y(?:ea)?r?\.?\s*)?1[2-5](?!\d)|\b(?:sixth form|nursery|pre-?school)\b|^\W*n[12]?\W*$|^\W*(?:year|yr|y)\s*n[12]?\W*$/i;

function notCompulsory(figures: Figures, windowFrom: number): string | null {
  const { year } = figures.pupil;
  if (year !== undefined && BEYOND_SCHOOL_AGE.test(year))
    return `the register has the pupil in ${/^\d/.test(year.trim()) ? `Year ${year.trim()}` : year.trim()}`;
  figures.lastOfX ??= lastDayOfX(figures);
  return figures.lastOfX < Math.min(windowFrom, figures.yearStart) ? null : 'the register has code X for the pupil';
}

/** Whether what shows that the pupil may not be of compulsory school age goes on showing it to the end of the school year. */
export function staysBeyondAge(figures: Figures): boolean {
  return notCompulsory(figures, Number.POSITIVE_INFINITY) !== null;
}

function lastDayOfX({ log, notable }: Figures): number {
  for (let index = notable.length - 1; index >= 0; index--) {
    const effect = log.effects[index] ?? 0;
    if (effect & NOT_COMPULSORY) return (log.slots[notable[index] ?? 0] ?? 0) >> 1;
  }
  return Number.NEGATIVE_INFINITY;
}
