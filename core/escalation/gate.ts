import { penaltyLimit, penaltyThreshold } from '../guidance/thresholds.ts';
import { bandBegun, holds, rungHolds } from './holds.ts';
import type { Ladder } from './ladder.ts';
import { countNational } from './national.ts';
import { nationalAnswer } from './national-status.ts';
import { limitReached } from './notices.ts';
import { isTaken } from './records.ts';
import type { Rung, Test } from './test.ts';
import { type Closed, NO, type View, YES } from './view.ts';
import { meansPenaltyNotice } from './words.ts';

/** Why the enforcement of a step is withheld; null when it is open. */
export function whatWithholds(ladder: Ladder, rung: Rung, view: View): Closed | null {
  if (rung.step.enforcement.length === 0) return null;
  view.closed ??= new Array(ladder.gates);
  let closed = view.closed[rung.gate];
  if (closed === undefined) {
    closed = findCause(ladder, rung, view);
    view.closed[rung.gate] = closed;
  }
  return closed;
}

function findCause(ladder: Ladder, rung: Rung, view: View): Closed | null {
  const national = nationalAnswer(view);
  if (national === NO) return 'the national threshold for a penalty notice is not reached';
  if (national !== YES) return 'whether the national threshold for a penalty notice is reached cannot be told';
  if (supportDoesNotApply(view) || stateCase(rung, view)) return null;
  if (view.records.supportGiven) return null;
  if (!ladder.offersSupport) return 'the policy names no support';
  if (!view.records.given) return 'no record of support was given';
  return missingSupport(rung, view);
}

/** The support steps that should have come first and no action shows: the milder ones that hold, or were passed. */
function missingSupport(rung: Rung, view: View): Closed | null {
  let missing: Rung[] | null = null;
  let isExpected = false;
  for (const step of rung.supportBefore) {
    const taken = isTaken(step, view.records);
    if ((taken && isExpected) || !(rungHolds(step, view) === YES || wasReached(step, view))) continue;
    isExpected = true;
    if (taken) continue;
    if (missing) missing.push(step);
    else missing = [step];
  }
  if (!isExpected) return 'no earlier step of support holds, so that none is recorded';
  return missing;
}

/** The support steps that no action shows, with which the enforcement would be open; null where records alone do not open it. */
export function supportToRecord(ladder: Ladder, rung: Rung, view: View): readonly Rung[] | null {
  const closed = whatWithholds(ladder, rung, view) ?? [];
  return typeof closed === 'string' ? null : closed;
}

/** Why one action of the step is withheld, the limit of two notices to a parent included; null when it is open. */
export function whyActionWithheld(action: string, closed: Closed | null, view: View): string | null {
  if (typeof closed === 'string') return closed;
  if (closed) return `no record of support in this school year: ${closed.map((step) => step.name).join(', ')}`;
  if (!view.records.given || !meansPenaltyNotice(action)) return null;
  const reached = limitReached(view);
  const limit = penaltyLimit.valueOn(view.figures.asOf)?.value;
  if (reached === YES && limit)
    return `${limit.notices} penalty notices to one parent stand in the last ${limit.years} years: no more may follow`;
  return reached === NO ? null : 'the actions do not show to which parent the earlier penalty notices went';
}

/** Whether every action of an enforcement-only step is withheld. */
export function isWithheld(ladder: Ladder, rung: Rung, view: View): boolean {
  if (!rung.enforcementOnly) return false;
  if (whatWithholds(ladder, rung, view) !== null) return true;
  return rung.onlyNotices && view.records.given && limitReached(view) !== NO;
}

/** Ten sessions of a holiday that was not granted: support is not appropriate. */
function supportDoesNotApply(view: View): boolean {
  const needed = penaltyThreshold.valueOn(view.figures.asOf)?.value.sessions ?? Number.POSITIVE_INFINITY;
  return countNational(view).holiday >= needed;
}

/** A case of its own that the policy states and a register code shows, such as a holiday in term time. */
function stateCase({ stated }: Rung, view: View): boolean {
  for (const test of stated) if (holds(test, view) === YES) return true;
  return false;
}

/** Passed, or one of the two where a doubtful mark leaves open whether attendance is still in the band. */
function wasReached(rung: Rung, view: View): boolean {
  return wasPassed(rung, view) || (rung.test.kind === 'band' && bandBegun(rung.test, view) === YES);
}

/**
 * Whether no number of further absences, none of them a holiday, opens the enforcement of the step: a support step that
 * more absences cannot undo is not recorded.
 */
export function staysWithheld(rung: Rung, view: View): boolean {
  if (supportDoesNotApply(view) || stateCase(rung, view)) return false;
  for (const step of rung.supportBefore)
    if (!isTaken(step, view.records) && (holdsForGood(step.test, view) || wasReached(step, view))) return true;
  return false;
}

/** Whether the test holds, and will after every further absence: no count, since its window moves on. */
function holdsForGood(test: Test, view: View): boolean {
  switch (test.kind) {
    case 'percent':
      return (test.op === '<' || test.op === '<=') && holds(test, view) === YES;
    case 'status':
      return holds(test, view) === YES;
    case 'after':
      return test.improvement !== 'improved' && test.improvement !== 'target met' && holds(test, view) === YES;
    case 'all':
      return test.tests.every((part) => holdsForGood(part, view));
    case 'any':
      return test.tests.some((part) => holdsForGood(part, view));
    default:
      return false;
  }
}

/** Whether attendance has fallen through the band of the step. */
export function wasPassed(rung: Rung, view: View): boolean {
  return rung.band && !rung.free && isUnder(rung.test, view);
}

function isUnder(test: Test, view: View): boolean {
  if (test.kind === 'all' || test.kind === 'any') return test.tests.some((part) => isUnder(part, view));
  if (test.kind !== 'band') return false;
  return holds({ kind: 'percent', op: '<', percent: test.low }, view) === YES;
}
