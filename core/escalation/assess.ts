import { ABSENT, UNAUTHORISED } from '../attendance/effect.ts';
import { betweenBands } from './between-bands.ts';
import { currentRung } from './climb.ts';
import type { Decision, NextStep, Reason, StepRef } from './decision.ts';
import { describe, sentenceOf } from './describe.ts';
import type { CountedMark } from './figures.ts';
import { isWithheld, wasPassed, whatWithholds, whyActionWithheld } from './gate.ts';
import { rungHolds } from './holds.ts';
import type { Ladder, Sequence } from './ladder.ts';
import { countNational } from './national.ts';
import { nextStep } from './next.ts';
import { isTaken } from './records.ts';
import { plural } from './sentence.ts';
import { marksWith } from './status.ts';
import { countOf, windowFrom } from './tally.ts';
import type { CountTest, Rung, Test } from './test.ts';
import { ASKED, NO, UNKNOWN, type View } from './view.ts';

/** How the pupil stands on one sequence of steps. */
export interface Assessment {
  /** undefined: the data cannot decide. */
  rung: Rung | null | undefined;
  current: Decision['current'];
  due: StepRef[];
  /** Bands that were passed without a record. */
  skipped: StepRef[];
  next: NextStep | null;
}

/** Where the reasons of all sequences are gathered. */
export type Told = Pick<Decision, 'because' | 'notYet' | 'asks' | 'cannotTell'>;

/** Tries every step of the sequence on the pupil, and adds the reasons. */
export function assess(ladder: Ladder, sequence: Sequence, view: View, told: Told): Assessment {
  const { rungs } = sequence;
  const rung = currentRung(ladder, sequence, view);
  const assessment: Assessment = {
    rung,
    current: currentOf(ladder, rung, view),
    due: [],
    skipped: [],
    next: rung === undefined ? null : nextStep(ladder, sequence, view, rung),
  };
  for (let place = rungs.length - 1; place >= 0; place--) {
    const step = rungs[place];
    if (step) sortStep(assessment, told, ladder, rungs, step, view);
  }
  assessment.due.reverse();
  assessment.skipped.reverse();
  return assessment;
}

function currentOf(ladder: Ladder, rung: Rung | null | undefined, view: View): Decision['current'] {
  if (!rung) return { answer: rung === null ? 'none' : 'cannot-tell', step: null, withheld: [] };
  const closed = whatWithholds(ladder, rung, view);
  const withheld: { action: string; why: string }[] = [];
  for (const index of rung.step.enforcement) {
    const action = rung.step.actions[index];
    const why = action === undefined ? null : whyActionWithheld(action, closed, view);
    if (action !== undefined && why !== null) withheld.push({ action, why });
  }
  return { answer: 'step', step: rung.ref, withheld };
}

function sortStep(
  assessment: Assessment,
  told: Told,
  ladder: Ladder,
  rungs: readonly Rung[],
  rung: Rung,
  view: View,
): void {
  const held = rungHolds(rung, view);
  if (held !== NO || rung.asksAlways) for (const question of rung.questions) told.asks.push(question);
  if (held === ASKED) return;
  if (held === UNKNOWN) {
    const doubts = view.figures.doubts.length;
    const doubt = doubts === 0 ? '' : `; ${plural(doubts, 'session')} may count either way`;
    told.cannotTell.push(`Whether ${rung.name} holds cannot be told: ${describe(rung.test, held, view)}${doubt}.`);
  } else if (held === NO) {
    const isSkipped =
      assessment.rung && rung.place < assessment.rung.place && wasPassed(rung, view) && !isTaken(rung, view.records);
    const text = sentenceOf(rung, held, view);
    if (isSkipped) assessment.skipped.push(rung.ref);
    told.notYet.push(
      reasonOf(
        rung,
        isSkipped ? `${rung.heading} was passed and no action shows it: skipped, not due. ${text}` : text,
        view,
      ),
    );
  } else if (isWithheld(ladder, rung, view)) {
    const [first = ''] = rung.deeds;
    const why = whyActionWithheld(first, whatWithholds(ladder, rung, view), view);
    const text = `${rung.heading} is withheld: ${why}. Its trigger holds: ${describe(rung.test, held, view)}.`;
    told.notYet.push(reasonOf(rung, text, view));
  } else {
    told.because.push(reasonOf(rung, sentenceOf(rung, held, view), view));
    const between = rung.band ? betweenBands(rung, rungs, view) : null;
    if (between) told.cannotTell.push(between);
    if (rung.free || isTaken(rung, view.records)) return;
    assessment.due.push(assessment.rung !== rung && !rung.band ? rung.skipped : rung.ref);
  }
}

function reasonOf(rung: Rung, text: string, view: View): Reason {
  const { ref: step, policy } = rung;
  const marks = marksCounted(rung.test, view);
  return marks.length > 0 ? { text, step, policy, marks } : { text, step, policy };
}

/** The marks that the test counted. */
function marksCounted(test: Test, view: View): CountedMark[] {
  if (view.figures.totals) return NO_MARKS;
  switch (test.kind) {
    case 'percent':
    case 'band':
    case 'status':
      return marksWith(view.figures, ABSENT, 0);
    case 'count':
      return countedMarks(test, view);
    case 'national':
      return marksWith(view.figures, UNAUTHORISED, countNational(view).countedFrom * 2);
    case 'all':
    case 'any':
      return marksOfParts(test.tests, view);
    default:
      return NO_MARKS;
  }
}

const NO_MARKS: CountedMark[] = [];

/** The marks of the first part that counted any. */
function marksOfParts(tests: readonly Test[], view: View): CountedMark[] {
  for (const part of tests) {
    const marks = marksCounted(part, view);
    if (marks.length > 0) return marks;
  }
  return NO_MARKS;
}

function countedMarks(test: CountTest, view: View): CountedMark[] {
  const from = test.inARow ? (countOf(test, view)?.from ?? null) : windowFrom(test, view);
  return from === null ? NO_MARKS : marksWith(view.figures, test.bits, from);
}
