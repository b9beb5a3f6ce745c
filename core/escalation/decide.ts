import type { SchoolCalendar } from '../attendance/calendar.ts';
import type { Day } from '../attendance/day.ts';
import { requireDayNumber } from '../attendance/day.ts';
import type { ActionTaken, PupilRecord } from '../attendance/pupil.ts';
import { dayNumberFast } from '../attendance/session.ts';
import { printedApart } from './apart.ts';
import { type Assessment, assess } from './assess.ts';
import { caveatsOf } from './caveats.ts';
import type { Decision, StepRef } from './decision.ts';
import { figuresOf } from './figures.ts';
import type { Ladder } from './ladder.ts';
import { attendedToLeave } from './next.ts';
import { recordsOf } from './records.ts';
import { absenceStatus, attendanceOf, noticesStatus, thresholdStatus } from './status.ts';
import { statusReasons } from './status-reasons.ts';
import type { Rung } from './test.ts';
import { type View, YES } from './view.ts';

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
  const view: View = { figures, records, added: null, asOfDay: figures.asOfDay, answers: [] };
  const main = ladder.main ? assess(ladder, ladder.main, view) : null;
  const others = ladder.others.map((sequence) => ({ sequence, assessment: assess(ladder, sequence, view) }));
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
    elsewhere: main
      ? elsewhere(
          main,
          others.map((other) => other.assessment),
          others.map((other) => other.sequence.rungs),
          ladder,
        )
      : [],
    other: others.map(({ sequence, assessment }) => ({
      sequence: sequence.name,
      current: assessment.current,
      due: assessment.due,
      next: assessment.next,
    })),
    because: [],
    notYet: [],
    asks: [],
    cannotTell: caveatsOf(view),
  };
  for (const assessment of main
    ? [main, ...others.map((other) => other.assessment)]
    : others.map((other) => other.assessment)) {
    decision.because.push(...assessment.because);
    decision.notYet.push(...assessment.notYet);
    decision.asks.push(...assessment.asks);
    decision.cannotTell.push(...assessment.cannotTell);
  }
  const told = [...(ladder.main && main ? [{ sequence: ladder.main, assessment: main }] : []), ...others];
  for (const { sequence, assessment } of told) {
    const apart = assessment.rung === null ? null : printedApart(sequence);
    if (apart) decision.cannotTell.push(apart);
  }
  decision.asks = onceEach(decision.asks);
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

/** Two triggers of one step may ask the same: it is asked once. */
function onceEach(asks: Decision['asks']): Decision['asks'] {
  if (asks.length < 2) return asks;
  const asked = new Set<string>();
  return asks.filter(({ step, question }) => {
    const key = `${step.sequence} ${step.line} ${question}`;
    return !asked.has(key) && asked.add(key);
  });
}

/** Whether the rung is above the current one and not a matter of words. */
function isAhead(rung: Rung, main: Assessment): boolean {
  return rung.place > (main.rung?.place ?? -1) && rung.test.kind !== 'words';
}

/** Percentage steps of the other sequences that hold and are more severe than the current one. */
function elsewhere(
  main: Assessment,
  others: readonly Assessment[],
  rungs: readonly (readonly Rung[])[],
  ladder: Ladder,
): StepRef[] {
  if (main.rung === undefined) return [];
  const current = main.rung?.percent ?? lowestHeld(main, ladder);
  const found: StepRef[] = [];
  for (const [index, assessment] of others.entries())
    for (const rung of rungs[index] ?? [])
      if (assessment.held[rung.place] === YES && !rung.free && rung.percent !== null && rung.percent < current)
        found.push(rung.ref);
  return found;
}

function lowestHeld(main: Assessment, ladder: Ladder): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (const rung of ladder.main?.rungs ?? [])
    if (main.held[rung.place] === YES && rung.percent !== null) lowest = Math.min(lowest, rung.percent);
  return lowest;
}
