import type { SchoolCalendar } from '../attendance/calendar.ts';
import type { Day } from '../attendance/day.ts';
import { requireDayNumber } from '../attendance/day.ts';
import type { ActionTaken, PupilRecord } from '../attendance/pupil.ts';
import { dayNumberFast } from '../attendance/session.ts';
import { type Assessment, assess, type Told } from './assess.ts';
import { caveatsOf } from './caveats.ts';
import type { Decision, StepRef } from './decision.ts';
import { figuresOf } from './figures.ts';
import { rungHolds } from './holds.ts';
import type { Ladder } from './ladder.ts';
import { attendedToLeave } from './next.ts';
import { doubtOfUnread } from './past-unread.ts';
import { recordsOf } from './records.ts';
import { absenceStatus, attendanceOf, noticesStatus, thresholdStatus } from './status.ts';
import { statusReasons } from './status-reasons.ts';
import type { Rung } from './test.ts';
import { type View, viewOf, YES } from './view.ts';

export { type Ladder, prepareLadder } from './ladder.ts';

/** What a decision needs beside the policy and the pupil. */
export interface DecisionContext {
  asOf: Day;
  calendar: SchoolCalendar;
  /** null: no record of actions was given, which is not the same as none taken. */
  actions: readonly ActionTaken[] | null;
}

/**
 * Which step holds for the pupil on the day, why, and what comes next. Every answer that the data cannot decide is
 * "cannot tell", with what is missing in words. Pure: nothing is read but its arguments.
 * @throws when `asOf` is no day.
 */
export function decide(ladder: Ladder, pupil: PupilRecord, context: DecisionContext): Decision {
  if (Number.isNaN(dayNumberFast(context.asOf))) requireDayNumber(context.asOf);
  const figures = figuresOf(pupil, context.calendar, context.asOf);
  const records = recordsOf(ladder, context.actions, pupil.pupilId, figures.yearStart, figures.asOfDay);
  const view = viewOf(figures, records, ladder.rungs, ladder.counts);
  const told: Told = { because: [], notYet: [], asks: [], cannotTell: caveatsOf(view) };
  const read = ladder.main ? assess(ladder, ladder.main, view, told) : null;
  const doubt = read?.rung !== undefined && ladder.main ? doubtOfUnread(ladder.main.unread, read.rung, view) : null;
  if (doubt) told.cannotTell.push(doubt);
  const main = read && doubt ? inDoubt(read) : read;
  const other: Decision['other'] = [];
  const apart: string[] = [];
  if (main?.rung !== null && ladder.main?.apart) apart.push(ladder.main.apart);
  for (const sequence of ladder.others) {
    const { rung, current, due, next } = assess(ladder, sequence, view, told);
    other.push({ sequence: sequence.name, current, due, next });
    if (rung !== null && sequence.apart) apart.push(sequence.apart);
  }
  for (const said of apart) told.cannotTell.push(said);
  const decision: Decision = {
    pupilId: pupil.pupilId,
    asOf: context.asOf,
    attendance: attendanceOf(figures),
    status: {
      persistentAbsence: absenceStatus('persistent', view),
      severeAbsence: absenceStatus('severe', view),
      penaltyThreshold: thresholdStatus(view),
      penaltyNotices: noticesStatus(view),
    },
    current: main?.current ?? { answer: 'none', step: null, withheld: [] },
    due: main?.due ?? [],
    skipped: main?.skipped ?? [],
    next: main?.next ?? null,
    leaves: main?.rung && ladder.main ? attendedToLeave(ladder, ladder.main, view, main.rung) : null,
    elsewhere: main ? elsewhere(main, ladder, view) : [],
    other,
    because: told.because,
    notYet: told.notYet,
    asks: ladder.asksTwice ? onceEach(told.asks) : told.asks,
    cannotTell: told.cannotTell,
  };
  if (
    main?.rung !== undefined &&
    !decision.next &&
    figures.doubts.length > 0 &&
    ladder.main?.rungs.some((rung) => isAhead(rung, main))
  )
    decision.cannotTell.push('How many more marks lead to the next step depends on the marks that are not counted.');
  statusReasons(decision, view);
  if (ladder.steps.length === 0) decision.cannotTell.push('The policy has no ladder of steps.');
  else if (!ladder.main)
    decision.cannotTell.push('The policy has no ladder for attendance in general, only those shown apart.');
  return decision;
}

/** The step that holds cannot be told: what was due before it still is. */
function inDoubt(main: Assessment): Assessment {
  const due = main.due.filter((ref) => ref !== main.current.step);
  return { ...main, rung: undefined, current: { answer: 'cannot-tell', step: null, withheld: [] }, due, next: null };
}

/** Two triggers of one step may ask the same: it is asked once. */
function onceEach(asks: Decision['asks']): Decision['asks'] {
  return asks.filter((ask, at) => asks.indexOf(ask) === at);
}

/** Whether the rung is above the current one and not a matter of words. */
function isAhead(rung: Rung, main: Assessment): boolean {
  return rung.place > (main.rung?.place ?? -1) && rung.test.kind !== 'words';
}

/** Percentage steps of the other sequences that hold and are more severe than the current one. */
function elsewhere(main: Assessment, ladder: Ladder, view: View): StepRef[] {
  const found: StepRef[] = [];
  if (main.rung === undefined) return found;
  const current = main.rung?.percent ?? lowestHeld(ladder, view);
  for (const { rungs } of ladder.others)
    for (const rung of rungs)
      if (rung.percent !== null && rung.percent < current && !rung.free && rungHolds(rung, view) === YES)
        found.push(rung.ref);
  return found;
}

function lowestHeld(ladder: Ladder, view: View): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (const rung of ladder.main?.rungs ?? [])
    if (rung.percent !== null && rungHolds(rung, view) === YES) lowest = Math.min(lowest, rung.percent);
  return lowest;
}
