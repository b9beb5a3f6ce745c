import { addMonths } from '../attendance/months.ts';
import { HALF_TERM_BREAK, HOLIDAY_BETWEEN_TERMS, nextBreak, schoolDayState } from '../attendance/school-weeks.ts';
import { weekdayOf } from '../attendance/session.ts';
import { penaltyAmounts } from '../guidance/thresholds.ts';
import { attendanceSide, PER_PERCENT, type Stretch, type Sum } from './figures.ts';
import { stretchOf } from './since.ts';
import type { SpanOfTime } from './span-of-time.ts';
import type { AfterTest, Rung } from './test.ts';
import { type Held, NO, UNKNOWN, type View, YES } from './view.ts';
import { meansPayment } from './words.ts';

/** When a window that opened with an action closes. */
export interface WindowEnd {
  /** The last day of the window (a day number); null when nothing shows it. */
  lastDay: number | null;
  /** Weekdays before the as-of day were taken for school days, with nothing to show that they were. */
  assumed: boolean;
}

/** The day number of the latest record of the earlier step, or null. */
export function recordedOn(test: AfterTest, view: View): number | null {
  return (test.earlier && view.records.taken[test.earlier.id]?.at(-1)) ?? null;
}

/** The first day on which the step may be due once the earlier step was taken on the day; null: cannot tell. */
export function dueFrom(test: AfterTest, taken: number, view: View): { day: number | null; assumed: boolean } {
  if (!test.window) return { day: test.improvement ? taken + 1 : taken, assumed: false };
  if (test.window.unit === 'now') return { day: taken, assumed: false };
  const end = windowEnd(test.window, taken, view, paysPenalty(test.window, test.earlier));
  return { day: end.lastDay === null ? null : end.lastDay + 1, assumed: end.assumed };
}

/** The days in which a penalty can be paid, by any law that is known, are calendar days. */
function paysPenalty({ count }: SpanOfTime, earlier: Rung | undefined): boolean {
  return PAYMENT_DAYS.has(count) && earlier !== undefined && (earlier.notice || meansPayment(earlier.step.title));
}

const PAYMENT_DAYS = new Set(
  penaltyAmounts.entries.flatMap(({ value }) => [...value.first, ...value.second].map(({ withinDays }) => withinDays)),
);

function windowEnd(window: SpanOfTime, taken: number, view: View, payment: boolean): WindowEnd {
  const { calendar, asOfDay } = view.figures;
  switch (window.unit) {
    case 'weeks':
    case 'schoolWeeks':
      return sure(taken + 7 * window.count);
    case 'calendarDays':
      return sure(taken + window.count);
    case 'months':
      return sure(addMonths(taken, window.count));
    case 'schoolYear':
      return sure(view.figures.yearEnd);
    case 'schoolDays':
      return payment ? sure(taken + window.count) : schoolDaysFrom(taken, window.count, view);
    case 'sessions':
      return schoolDaysFrom(taken, Math.ceil(window.count / 2), view);
    case 'workingDays':
      return sure(workingDaysFrom(taken, window.count));
    case 'halfTerms': {
      const first = nextBreak(calendar, taken, asOfDay, HALF_TERM_BREAK);
      return sure(first === null ? taken + 42 : first - 1);
    }
    case 'terms': {
      const first = nextBreak(calendar, taken, asOfDay, HOLIDAY_BETWEEN_TERMS);
      return sure(first === null ? null : first - 1);
    }
    default:
      return sure(null);
  }
}

function sure(lastDay: number | null): WindowEnd {
  return { lastDay, assumed: false };
}

/** The `count`-th school day after the day; day 1 is the school day after it. */
function schoolDaysFrom(taken: number, count: number, view: View): WindowEnd {
  const { calendar, asOfDay } = view.figures;
  let assumed = false;
  let day = taken;
  for (let found = 0; found < count; ) {
    day++;
    const state = schoolDayState(calendar, day, asOfDay);
    if (state === false) continue;
    if (state === null && day <= asOfDay) assumed = true;
    found++;
  }
  return { lastDay: day, assumed };
}

function workingDaysFrom(taken: number, count: number): number {
  let day = taken;
  for (let found = 0; found < count; ) if (weekdayOf(++day) < 5) found++;
  return day;
}

/** Whether the after-step's own part holds: the earlier step was taken, its window is over, and no improvement followed. */
export function afterHolds(test: AfterTest, view: View): Held {
  const taken = recordedOn(test, view);
  if (taken === null) return NO;
  const due = dueFrom(test, taken, view);
  if (due.day === null) return UNKNOWN;
  if (view.asOfDay < due.day) return NO;
  const improvement = test.improvement === null ? YES : improvementHolds(test, taken, view);
  return due.assumed && improvement !== NO ? UNKNOWN : improvement;
}

/** Whether attendance after the action, made on the day, is as the step asks: not improved, say, or the target met. */
export function improvementHolds(test: AfterTest, taken: number, view: View): Held {
  const improved = test.target === null ? attendanceRose(taken, view) : targetMet(test.target, taken, view);
  if (improved === UNKNOWN) return UNKNOWN;
  const wantsBetter = test.improvement === 'improved' || test.improvement === 'target met';
  return (improved === YES) === wantsBetter ? YES : NO;
}

/** Whether attendance from the day after the action is above attendance up to and on the day of the action. */
function attendanceRose(taken: number, view: View): Held {
  const before = stretchOf(view, view.figures.yearStart, taken);
  const since = stretchOf(view, taken + 1, view.asOfDay);
  if (!isKnown(before) || !isKnown(since)) return UNKNOWN;
  if (since.low.attended * before.high.possible > before.high.attended * since.low.possible) return YES;
  return since.high.attended * before.low.possible <= before.low.attended * since.high.possible ? NO : UNKNOWN;
}

/** Whether a session was possible in it, whatever the doubtful ones were; totals have no days, so none in any stretch. */
function isKnown({ low, high }: Stretch): boolean {
  return low.possible > 0 && high.possible > 0;
}

/** Whether the target was met since the action; UNKNOWN where the figure of the whole year would say otherwise. */
function targetMet(target: number, taken: number, view: View): Held {
  const since = stretchOf(view, taken + 1, view.asOfDay);
  if (!isKnown(since)) return UNKNOWN;
  const overall = attendanceSide(view.figures, target, view.added);
  const least = reaches(since.low, target) && overall.least >= 0;
  const most = reaches(since.high, target) || overall.most >= 0;
  return least ? YES : most ? UNKNOWN : NO;
}

function reaches({ attended, possible }: Sum, target: number): boolean {
  return attended * 100 * PER_PERCENT >= target * possible;
}
