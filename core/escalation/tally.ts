import { ABSENT, AFTER_CLOSE, LATE, POSSIBLE, UNAUTHORISED } from '../attendance/effect.ts';
import { DOUBTFUL, eachBack } from '../attendance/mark-log.ts';
import { addMonths } from '../attendance/months.ts';
import { breaksAfter, HALF_TERM_BREAK, HOLIDAY_BETWEEN_TERMS, schoolWeeksTo } from '../attendance/school-weeks.ts';
import { mondayNumber } from '../attendance/session.ts';
import { countBits, type Range } from './figures.ts';
import type { SpanOfTime } from './span-of-time.ts';
import type { CountTest } from './test.ts';
import type { View } from './view.ts';

/** The count of the test at the moment, the least and the most; null when the data cannot give it. */
export function countOf(test: CountTest, view: View): Range | null {
  const known = view.counts[test.id];
  if (known !== undefined) return known;
  const range = count(test, view);
  view.counts[test.id] = range;
  return range;
}

function count(test: CountTest, view: View): Range | null {
  if (test.unclear !== undefined) return null;
  if (view.figures.totals) return fromTotals(test, view);
  if (test.inARow) return inARow(test.bits, view);
  const from = windowFrom(test, view);
  if (from === null) return null;
  const ofYear = from === view.figures.yearStart * 2 ? sumOfYear(test.bits, view) : null;
  if (ofYear !== null) return { least: ofYear, most: ofYear };
  return countBits(view.figures, test.bits, from, view.asOfDay * 2 + 1, view.added);
}

/** The sums of the school year, where nothing is in doubt and nothing imagined; null where there is none for the bits. */
function sumOfYear(bits: number, { figures, added }: View): number | null {
  if (added || figures.doubts.length > 0) return null;
  switch (bits) {
    case ABSENT:
      return figures.absent;
    case UNAUTHORISED:
      return figures.unauthorised;
    case LATE:
      return figures.late;
    default:
      return null;
  }
}

function fromTotals(test: CountTest, view: View): Range | null {
  const { totals, pupil } = view.figures;
  const example = pupil.totals?.example;
  if (!totals || (!example && (test.window || test.inARow))) return null;
  const added = view.added && view.added.effect & test.bits ? view.added.count : 0;
  const exactly = (count: number | null): Range | null =>
    count === null ? null : { least: count + added, most: count + added };
  if (example && test.inARow) return exactly(example.inARow);
  switch (test.bits) {
    case UNAUTHORISED:
      return exactly(totals.unauthorised);
    case LATE:
      return exactly(totals.late);
    case ABSENT: {
      if (totals.possible === null) return exactly(example?.absent ?? null);
      const absences = totals.attended.map((attended) => (totals.possible ?? 0) - attended);
      return absences.length === 0
        ? null
        : { least: Math.min(...absences) + added, most: Math.max(...absences) + added };
    }
    // Of late marks an example does not say when they were made; a holiday it does not speak of.
    default:
      return example ? exactly(test.bits & AFTER_CLOSE ? totals.late : 0) : null;
  }
}

/** Sessions in a row up to the last one; sessions that were not possible do not break the row. */
function inARow(bits: number, view: View): Range {
  const { figures, added } = view;
  // What is imagined is possible: where it does not count it ends the row.
  if (added && !(added.effect & bits)) return NO_ROW;
  // Plain attendance is what most pupils have in the last session.
  if (!added && figures.notable.at(-1) !== figures.log.size - 1) return NO_ROW;
  let least = added?.count ?? 0;
  let most = least;
  let certain = true;
  let from = Number.POSITIVE_INFINITY;
  eachBack(figures.log, figures.first, (effect, slot) => {
    if (effect === DOUBTFUL) {
      const options = figures.log.doubtful.find((session) => session.slot === slot)?.options ?? [];
      const mayCount = options.some((option) => option & bits);
      if (!mayCount && options.every((option) => option & POSSIBLE)) return true;
      if (options.some((option) => option & POSSIBLE && !(option & bits))) certain = false;
      else if (certain && options.every((option) => option & bits)) least++;
      if (mayCount) most++;
      return false;
    }
    if (!(effect & bits)) return (effect & POSSIBLE) !== 0;
    if (certain) least++;
    most++;
    from = slot;
    return false;
  });
  return { least, most, from };
}

const NO_ROW: Range = { least: 0, most: 0 };

/** The first slot of the count's window; null when neither calendar nor register shows where it begins. */
export function windowFrom(test: CountTest, view: View): number | null {
  const { figures } = view;
  const yearFrom = figures.yearStart * 2;
  if (!test.window) return yearFrom;
  const from = isPupilsOwn(test.window) ? spanFrom(test.window, view) : spanKnown(test, test.window, view);
  if (from === null || test.looksBack) return from;
  return Math.max(from, yearFrom);
}

/** Whether the stretch is counted in the pupil's own sessions, and not in the days of the school. */
function isPupilsOwn({ unit }: SpanOfTime): boolean {
  return unit === 'sessions' || unit === 'schoolDays' || unit === 'workingDays';
}

/** Where the window begins at the moment, looked for once for all pupils of a register. */
function spanKnown(test: CountTest, window: SpanOfTime, view: View): number | null {
  const { calendar, asOfDay } = view.figures;
  if (test.begun?.calendar !== calendar || test.begun.asOfDay !== asOfDay)
    test.begun = { calendar, asOfDay, slots: new Map() };
  const moment = view.added?.count ?? 0;
  let slot = test.begun.slots.get(moment);
  if (slot === undefined) {
    slot = spanFrom(window, view);
    test.begun.slots.set(moment, slot);
  }
  return slot;
}

function spanFrom(window: SpanOfTime, view: View): number | null {
  const { count } = window;
  const { asOfDay } = view;
  switch (window.unit) {
    case 'weeks':
      return (asOfDay - 7 * count + 1) * 2;
    case 'schoolWeeks':
      return schoolWeeksFrom(count, view);
    case 'months':
      return (addMonths(asOfDay, -count) + 1) * 2;
    case 'years':
      return (addMonths(asOfDay, -12 * count) + 1) * 2;
    case 'calendarDays':
      return (asOfDay - count + 1) * 2;
    case 'workingDays':
    case 'schoolDays':
      return schoolDaysBackFrom(count, view);
    case 'sessions':
      return possibleBack(count, view);
    case 'terms':
      return afterBreak(view, count, HOLIDAY_BETWEEN_TERMS);
    case 'halfTerms':
      return afterBreak(view, count, HALF_TERM_BREAK);
    default:
      return null;
  }
}

function schoolWeeksFrom(count: number, view: View): number {
  const { figures, added } = view;
  const mondays = new Set<number>();
  for (let at = (added?.count ?? 0) - 1; at >= 0; at--) mondays.add(mondayNumber((added?.slots[at] ?? 0) >> 1));
  for (const monday of schoolWeeksTo(figures.calendar, figures.asOfDay, count).mondays) mondays.add(monday);
  // The latest first. Fewer weeks than asked: everything that is known lies inside the window.
  return ([...mondays][count - 1] ?? Number.NEGATIVE_INFINITY) * 2;
}

function schoolDaysBackFrom(count: number, view: View): number {
  const { log, first } = view.figures;
  const days = new Set<number>();
  for (let at = (view.added?.count ?? 0) - 1; at >= 0; at--) days.add((view.added?.slots[at] ?? 0) >> 1);
  for (let at = log.size - 1; at >= first && days.size <= count; at--) days.add((log.slots[at] ?? 0) >> 1);
  // The latest first.
  return ([...days][count - 1] ?? view.figures.yearStart) * 2;
}

/** The slot of the pupil's `count`-th last possible session. */
function possibleBack(count: number, view: View): number {
  const { log, first, yearStart } = view.figures;
  const added = view.added && view.added.effect & POSSIBLE ? view.added.count : 0;
  if (added >= count) return view.added?.slots[added - count] ?? 0;
  let left = count - added;
  let found = yearStart * 2;
  eachBack(log, first, (effect, slot) => {
    if ((effect !== DOUBTFUL && !(effect & POSSIBLE)) || --left > 0) return false;
    found = slot;
    return true;
  });
  return found;
}

/** Where the current term or half term began: behind the last break before the moment, else with the school year. */
function afterBreak(view: View, count: number, lasts: { days: number; weekdays: number }): number | null {
  const { calendar, yearStart, asOfDay } = view.figures;
  if (!Number.isFinite(calendar.firstKnownDay)) return null;
  const breaks = breaksAfter(calendar, yearStart, asOfDay, lasts);
  let passed = breaks.length;
  while (passed > 0 && (breaks[passed - 1] ?? 0) > view.asOfDay) passed--;
  return (passed < count ? yearStart : (breaks[passed - count] ?? yearStart)) * 2;
}
