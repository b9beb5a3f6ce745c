import { readDate } from './date-text.ts';
import { addDays, type Day, weekday } from './day.ts';
import { weekCellOf, weekdayOfHeading } from './register-columns.ts';

const NUMBER_OF_WEEK = /^(?:week|wk)\s?\d{1,2}\s?[(:,–-]\s?/i;
const WEEK_OF = /^(?:w\.?\/?[cb]\.?|(?:(?:week|wk)\s)?(?:commencing|beginning|starting|of)|week|wk)[\s:–-]{1,3}/i;
const BRACKET = /\)$/;

/** The date in a heading over a week, "w/c 03/11/2025", as it is printed; the whole text where it says nothing else. */
export function weekDateIn(heading: string): string {
  return heading.trim().replace(NUMBER_OF_WEEK, '').replace(WEEK_OF, '').replace(BRACKET, '');
}

/**
 * A heading with the date of each day, from one that dates whole weeks over a row that names their days ("Mon", "Mon AM");
 * null where it is none. Empty, so that nothing is read, where the date of a week is neither its Monday, the Sunday before
 * nor the first day named under it: rather no mark than one on a wrong day.
 */
export function daysUnderWeeks(header: readonly string[], after: readonly string[]): string[] | null {
  if (after.filter((cell) => dayNamed(cell) !== null).length < 2) return null;
  const days: string[] = [];
  let monday: Day | null = null;
  let isDated = false;
  let day: number | null = null;
  let firstDay: number | null = null;
  let hasWeek = false;
  let isAstray = false;
  let last = '';
  for (let column = 0; column < Math.max(header.length, after.length); column++) {
    const over = (header[column] ?? '').trim();
    const under = (after[column] ?? '').trim();
    if (over !== '' && over !== last) {
      const date = readDate(weekDateIn(over));
      isDated = date !== null;
      monday = date && mondayOf(date.day, dayNamed(under));
      isAstray ||= isDated && monday === null;
      day = null;
      firstDay = null;
      last = over;
    }
    if (under !== '') {
      day = dayNamed(under);
      firstDay ??= day;
      // A second day under one date: it is of a week, and not of a day.
      hasWeek ||= day !== firstDay && day !== null;
    }
    if (!isDated) days.push(over === '' ? under : over);
    else if (monday === null || day === null) days.push('');
    else days.push(`${addDays(monday, day)} ${weekCellOf(under)?.session ?? ''}`.trim());
  }
  if (!hasWeek) return null;
  return isAstray ? [] : days;
}

/** The day (Monday = 0) that a heading names, alone or with its session. */
function dayNamed(heading: string): number | null {
  return weekdayOfHeading(heading) ?? weekCellOf(heading)?.weekday ?? null;
}

function mondayOf(date: Day, firstNamed: number | null): Day | null {
  const day = weekday(date);
  if (day === 6) return addDays(date, 1);
  return day === 0 || day === firstNamed ? addDays(date, -day) : null;
}
