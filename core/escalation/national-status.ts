import { UNAUTHORISED } from '../attendance/effect.ts';
import type { Totals } from '../attendance/pupil.ts';
import { schoolWeeksTo } from '../attendance/school-weeks.ts';
import { mondayNumber } from '../attendance/session.ts';
import { type TotalFigures, totalsCover } from '../attendance/totals.ts';
import { penaltyThreshold } from '../guidance/thresholds.ts';
import { countNational } from './national.ts';
import { type Held, NO, UNKNOWN, type View, YES } from './view.ts';

/** Whether the national threshold is reached at the moment. */
export function nationalAnswer(view: View): Held {
  const { figures, now, added } = view;
  if (figures.totals) return nationalFromTotals(view);
  // Without more unauthorised marks the threshold is no nearer, since its window moves on.
  if (now && added && !(added.effect & UNAUTHORISED) && countNational(now).answer === NO) return NO;
  return countNational(view).answer;
}

/**
 * From totals only "no" can be said: fewer unauthorised sessions than the threshold in a period that covers its ten
 * school weeks. Without a calendar the period covers them when more sessions were possible in it than nine weeks hold.
 */
export function nationalFromTotals(view: View): Held {
  const { figures, added } = view;
  const threshold = penaltyThreshold.valueOn(figures.asOf);
  const printed = figures.pupil.totals;
  if (!threshold || !figures.totals || !printed || added) return UNKNOWN;
  const unauthorised = figures.totals.unauthorised ?? printed.unauthorised;
  if (unauthorised === null) return UNKNOWN;
  if (printed.example) return unauthorised >= threshold.value.sessions ? YES : NO;
  if (unauthorised >= threshold.value.sessions) return UNKNOWN;
  return coversWindow(view, figures.totals, printed, threshold.value.schoolWeeks) ? NO : UNKNOWN;
}

/** Sessions that a week from Monday to Friday can hold. */
const SESSIONS_OF_A_WEEK = 10;

function coversWindow(view: View, totals: TotalFigures, printed: Totals, schoolWeeks: number): boolean {
  const { calendar, asOfDay, yearStart } = view.figures;
  const weeks = schoolWeeksTo(calendar, asOfDay, schoolWeeks);
  const oldest = weeks.complete ? weeks.mondays.at(-1) : undefined;
  if (oldest !== undefined) {
    const from = printed.from === null ? yearStart : Number.NEGATIVE_INFINITY;
    return oldest >= from && totalsCover(printed, firstOpenDay(view, oldest), lastOpenDay(view, oldest));
  }
  const enough = (totals.possible ?? 0) > (schoolWeeks - 1) * SESSIONS_OF_A_WEEK;
  return enough && totalsCover(printed, Number.POSITIVE_INFINITY, lastWeekday(asOfDay));
}

/** The day itself, or the Friday before it at a weekend. */
function lastWeekday(day: number): number {
  return Math.min(day, mondayNumber(day) + 4);
}

/** The first day of a school week on which the school was open. */
function firstOpenDay(view: View, monday: number): number {
  const { calendar, asOfDay } = view.figures;
  let slot = monday * 2;
  while (!calendar.wasOpen(slot, asOfDay)) slot++;
  return slot >> 1;
}

/** The last day up to the as-of day on which the school was open, in whichever of the weeks from that Monday on. */
function lastOpenDay(view: View, monday: number): number {
  const { calendar, asOfDay } = view.figures;
  let slot = asOfDay * 2 + 1;
  while (slot > monday * 2 && !calendar.wasOpen(slot, asOfDay)) slot--;
  return slot >> 1;
}
