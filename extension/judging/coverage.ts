import { addDays, type Day, weekday } from '#core/attendance/day.ts';
import type { CalendarEntry, PupilRecord } from '#core/attendance/pupil.ts';
import { termHasBegunBy } from '#core/guidance/school-year.ts';
import { longDay, schoolYearStart } from '../reading/days.ts';
import type { Period } from '../reading/period.ts';

/** Why figures of this period are not the school year to date, which is what a policy counts; null when they are. */
export function whyNotSchoolYear(period: Period, calendar: readonly CalendarEntry[], today: Day): string | null {
  const start = schoolYearStart(period.to);
  if (start < schoolYearStart(today)) {
    return `These figures cover ${period.words}, in a school year that is over. The policy counts this school year.`;
  }
  if (period.from < start) {
    return `These figures begin on ${longDay(period.from)} and so cover more than one school year. The policy counts this school year.`;
  }
  const open = calendar
    .filter((entry) => entry.open && entry.date >= start && entry.date <= today && weekday(entry.date) < 5)
    .map(({ date }) => date);
  // Figures that begin after the first day of term leave out part of the year.
  const firstDay: Day =
    open.length > 0
      ? open.reduce((least, day) => (day < least ? day : least))
      : `${start.slice(0, 4)}-${termHasBegunBy.valueOn(start)?.value ?? '08-01'}`;
  return period.from <= firstDay
    ? null
    : `These figures cover ${period.words} only. The policy counts the whole school year to date, so no step is shown.`;
}

/** Why figures of a day that has not come by this computer's clock are not used; null when it has. */
export function whyNotYet(asAt: Day | null, today: Day): string | null {
  // A page may be a time zone ahead.
  return asAt !== null && asAt > addDays(today, 1)
    ? `The page’s figures stand at ${longDay(asAt)}, and this computer’s clock says that it is ${longDay(today)}. One of the two is wrong, so no step is shown.`
    : null;
}

/** Training days that a school's typed term dates may not tell: a register without so many open days is still whole. */
const UNTOLD_DAYS = 5;

/** Why a register leaves out too much of what it spans; null for totals, without term dates, and when it is whole. */
export function whyNotWhole(
  pupils: readonly PupilRecord[],
  period: Period,
  calendar: readonly CalendarEntry[],
  today: Day,
): string | null {
  const shown = new Set(pupils.flatMap(({ marks = [] }) => marks.map(({ date }) => date)));
  if (shown.size === 0) return null;
  const until = period.to < today ? period.to : today;
  const open = calendar.filter((entry) => entry.open && entry.date >= period.from && entry.date <= until);
  const missing = new Set(open.map(({ date }) => date).filter((date) => weekday(date) < 5 && !shown.has(date)));
  const [first] = [...missing].sort();
  return first && missing.size > UNTOLD_DAYS
    ? `The register leaves out ${missing.size} days that the term dates say were open, such as ${longDay(first)}, so it cannot be counted.`
    : null;
}
