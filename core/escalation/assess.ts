import { ABSENT, UNAUTHORISED } from '../attendance/effect.ts';
import { betweenBands } from './between-bands.ts';
import type { Decision, NextStep, Reason, StepRef } from './decision.ts';
import { describe } from './describe.ts';
import { isWithheld, wasPassed, whyActionWithheld, whyWithheld } from './gate.ts';
import { rungHolds } from './holds.ts';
import type { Ladder, Sequence } from './ladder.ts';
import { countNational } from './national.ts';
import { nextStep } from './next.ts';
import { plural } from './sentence.ts';
import { marksWith } from './status.ts';
import { windowFrom } from './tally.ts';
import type { CountTest, Rung, Test } from './test.ts';
import { ASKED, type Held, NO, UNKNOWN, type View, YES } from './view.ts';

/** How the pupil stands on one sequence of steps. */
export interface Assessment {
  /** undefined: the data cannot decide. */
  rung: Rung | null | undefined;
  current: Decision['current'];
  due: StepRef[];
  /** Bands that were passed without a record. */
  skipped: StepRef[];
  next: NextStep | null;
  because: Reason[];
  notYet: Reason[];
  asks: Decision['asks'];
  cannotTell: string[];
  held: Held[];
}

/** Tries every step of the sequence on the pupil. */
export function assess(ladder: Ladder, sequence: Sequence, view: View): Assessment {
  const held = sequence.rungs.map((rung) => rungHolds(rung, view));
  const withheld = sequence.rungs.map((rung, at) => held[at] !== NO && isWithheld(ladder, rung, view));
  const rung = choose(sequence, held, withheld);
  const assessment: Assessment = {
    rung,
    current: currentOf(ladder, rung, view),
    due: [],
    skipped: [],
    next: rung === undefined ? null : nextStep(ladder, sequence, view, rung),
    because: [],
    notYet: [],
    asks: [],
    cannotTell: [],
    held,
  };
  for (let place = sequence.rungs.length - 1; place >= 0; place--) {
    const step = sequence.rungs[place];
    if (step) sortStep(assessment, ladder, sequence, step, held[place] ?? NO, withheld[place] === true, view);
  }
  assessment.due.reverse();
  assessment.skipped.reverse();
  return assessment;
}

function choose(sequence: Sequence, held: readonly Held[], withheld: readonly boolean[]): Rung | null | undefined {
  for (let place = sequence.rungs.length - 1; place >= 0; place--) {
    if (withheld[place]) continue;
    if (held[place] === YES) return sequence.rungs[place];
    if (held[place] === UNKNOWN) return undefined;
  }
  return null;
}

function currentOf(ladder: Ladder, rung: Rung | null | undefined, view: View): Decision['current'] {
  if (!rung) return { answer: rung === null ? 'none' : 'cannot-tell', step: null, withheld: [] };
  const closed = whyWithheld(ladder, rung, view);
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
  ladder: Ladder,
  sequence: Sequence,
  rung: Rung,
  held: Held,
  blocked: boolean,
  view: View,
): void {
  if (held !== NO || rung.asksAlways)
    for (const question of rung.asks)
      assessment.asks.push({ step: rung.ref, question: `${rung.heading}: ${question}?` });
  if (held === ASKED) return;
  const reason = reasonOf(rung, held, view);
  if (held === YES && blocked) {
    const why = rung.deeds.map((action) => whyActionWithheld(action, whyWithheld(ladder, rung, view), view))[0];
    reason.text = `${rung.heading} is withheld: ${why}. Its trigger holds: ${describe(rung.test, view)}.`;
    assessment.notYet.push(reason);
  } else if (held === YES) {
    assessment.because.push(reason);
    const between = betweenBands(rung, sequence.rungs, view);
    if (between) assessment.cannotTell.push(between);
    if (rung.free || view.records.taken.has(rung)) return;
    const earlier = assessment.rung !== rung && !rung.band;
    assessment.due.push(earlier ? { ...rung.ref, skipped: true } : rung.ref);
  } else if (held === UNKNOWN) {
    const doubts = view.figures.doubts.length;
    const doubt = doubts === 0 ? '' : `; ${plural(doubts, 'session')} may count either way`;
    reason.text = `Whether ${rung.name} holds cannot be told: ${describe(rung.test, view)}${doubt}.`;
    assessment.cannotTell.push(reason.text);
  } else {
    assessment.notYet.push(reason);
    if (
      assessment.rung &&
      wasPassed(rung, view) &&
      rung.place < assessment.rung.place &&
      !view.records.taken.has(rung)
    ) {
      assessment.skipped.push(rung.ref);
      reason.text = `${rung.heading} was passed and no action shows it: skipped, not due. ${reason.text}`;
    }
  }
}

function reasonOf(rung: Rung, held: Held, view: View): Reason {
  const reason: Reason = {
    text: `${rung.heading} ${held === YES ? 'holds' : 'does not hold'}: ${describe(rung.test, view)}.`,
    step: rung.ref,
    policy: rung.policy,
  };
  const marks = marksCounted(rung.test, view);
  if (marks.length > 0) reason.marks = marks;
  return reason;
}

/** The marks that the test counted. */
function marksCounted(test: Test, view: View): NonNullable<Reason['marks']> {
  if (view.figures.totals) return [];
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
      return test.tests.map((part) => marksCounted(part, view)).find((marks) => marks.length > 0) ?? [];
    default:
      return [];
  }
}

function countedMarks(test: CountTest, view: View): NonNullable<Reason['marks']> {
  const from = test.inARow ? 0 : windowFrom(test, view);
  return from === null ? [] : marksWith(view.figures, test.bits, from);
}
