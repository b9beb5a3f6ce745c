import { type Day, weekday } from '#core/attendance/day.ts';
import type { CalendarEntry } from '#core/attendance/pupil.ts';
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
