import { ABSENT, UNAUTHORISED } from '../attendance/effect.ts';
import { penaltyThreshold, persistentAbsencePercent, severeAbsencePercent } from '../guidance/thresholds.ts';
import { dueFrom, recordedOn } from './after.ts';
import { attendanceForm, certainForm, PER_PERCENT } from './figures.ts';
import { holds } from './holds.ts';
import { countNational, staysBeyondAge } from './national.ts';
import { stretchOf } from './since.ts';
import { countOf } from './tally.ts';
import type { AfterTest, Test } from './test.ts';
import { type View, YES } from './view.ts';

/**
 * The fewest more marks of the kind with which the test may hold: never more than are needed, so that a search may begin
 * there, and for percentages exactly those. Infinity when no number of them is enough.
 */
export function fewestToReach(test: Test, view: View, effect: number): number {
  switch (test.kind) {
    case 'percent':
      return test.op === '<' || test.op === '<='
        ? fewestToFall(test.percent, test.op === '<' || test.sharedWith !== undefined, view, effect)
        : now(test, view);
    case 'band':
      return test.sharedWith
        ? fewestToFall(test.sharedWith.from, true, view, effect)
        : fewestToFall(test.high, test.below === true, view, effect);
    case 'status': {
      const line = (test.status === 'persistent' ? persistentAbsencePercent : severeAbsencePercent).valueOn(
        view.figures.asOf,
      );
      return line ? fewestToFall((100 - line.value) * PER_PERCENT, false, view, effect) : Number.POSITIVE_INFINITY;
    }
    case 'count': {
      if (test.op !== '>=' && test.op !== '>') return now(test, view);
      const count = countOf(test, view);
      if (!count) return Number.POSITIVE_INFINITY;
      const needed = Math.floor(test.sessions) + (test.op === '>' || test.sessions % 1 !== 0 ? 1 : 0) - count.most;
      return needed <= 0 ? 0 : effect & test.bits ? needed : Number.POSITIVE_INFINITY;
    }
    case 'national':
      return fewestToThreshold(view, effect);
    case 'all':
      return fewestForAll(test.tests, view, effect);
    case 'any':
      return fewestForAny(test.tests, view, effect);
    case 'after':
      return waits(test, view) ? Number.POSITIVE_INFINITY : 0;
    case 'everyone':
    case 'words':
      return 0;
    case 'notices':
      return now(test, view);
  }
}

function fewestForAll(tests: readonly Test[], view: View, effect: number): number {
  let most = 0;
  for (const part of tests) most = Math.max(most, fewestToReach(part, view, effect));
  return most;
}

function fewestForAny(tests: readonly Test[], view: View, effect: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const part of tests) least = Math.min(least, fewestToReach(part, view, effect));
  return least;
}

/** Whether the earlier step is not recorded, or its window still runs: then no marks make the step hold. */
export function waits(test: AfterTest, view: View): boolean {
  const taken = recordedOn(test, view);
  if (taken === null) return true;
  const due = dueFrom(test, taken, view);
  return due.day === null || due.day > view.asOfDay;
}

/** The fewest more marks of the kind with which the national threshold may be reached; totals do not say when theirs were. */
export function fewestToThreshold(view: View, effect: number): number {
  const threshold = penaltyThreshold.valueOn(view.figures.asOf);
  if (view.figures.totals || !threshold) return Number.POSITIVE_INFINITY;
  const { most, awaiting, age } = countNational(view);
  if (age !== null && staysBeyondAge(view.figures)) return Number.POSITIVE_INFINITY;
  const needed = threshold.value.sessions - most - awaiting;
  return needed <= 0 ? 0 : effect & UNAUTHORISED ? needed : Number.POSITIVE_INFINITY;
}

function now(test: Test, view: View): number {
  return holds(test, view) === YES ? 0 : Number.POSITIVE_INFINITY;
}

function fewestToFall(percent: number, below: boolean, view: View, effect: number): number {
  const { figures, added } = view;
  const least = certainForm(figures, percent, added) ?? attendanceForm(figures, percent, added)?.least;
  if (least === undefined) return figures.totals ? Number.POSITIVE_INFINITY : 1;
  if (below ? least < 0 : least <= 0) return 0;
  if (!(effect & ABSENT) || percent <= 0) return Number.POSITIVE_INFINITY;
  return below ? Math.floor(least / percent) + 1 : Math.ceil(least / percent);
}

/** The fewest more attended sessions with which the test may no longer hold; Infinity when none are enough. */
export function fewestToLeave(test: Test, view: View): number {
  switch (test.kind) {
    case 'percent':
      return test.op === '<' || test.op === '<='
        ? fewestToRise(test.percent, test.op === '<=' && !test.sharedWith, view)
        : Number.POSITIVE_INFINITY;
    case 'band':
      return test.sharedWith
        ? fewestToRise(test.sharedWith.from, false, view)
        : fewestToRise(test.high, test.below !== true, view);
    case 'status': {
      const line = (test.status === 'persistent' ? persistentAbsencePercent : severeAbsencePercent).valueOn(
        view.figures.asOf,
      );
      return line ? fewestToRise((100 - line.value) * PER_PERCENT, true, view) : Number.POSITIVE_INFINITY;
    }
    case 'count':
      return test.op === '<' || test.op === '<=' || test.window || test.inARow ? 1 : Number.POSITIVE_INFINITY;
    case 'national':
      return 1;
    case 'after':
      return fewestToImprove(test, view);
    case 'all':
      return test.tests.reduce((least, part) => Math.min(least, fewestToLeave(part, view)), Number.POSITIVE_INFINITY);
    case 'any':
      return test.tests.reduce(
        (most, part) => Math.max(most, holds(part, view) === YES ? fewestToLeave(part, view) : 0),
        0,
      );
    default:
      return Number.POSITIVE_INFINITY;
  }
}

/** The fewest more attended sessions with which attendance since the earlier step may be above that up to it. */
function fewestToImprove(test: AfterTest, view: View): number {
  if (test.improvement === null) return Number.POSITIVE_INFINITY;
  const taken = recordedOn(test, view);
  const isRise =
    test.target === null && (test.improvement === 'not improved' || test.improvement === 'little improved');
  if (!isRise || taken === null || view.figures.totals) return 1;
  const before = stretchOf(view, view.figures.yearStart, taken).low;
  const since = stretchOf(view, taken + 1, view.asOfDay).high;
  const lead = before.attended * since.possible - since.attended * before.possible;
  const missed = before.possible - before.attended;
  return missed === 0 ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor(lead / missed) + 1);
}

function fewestToRise(percent: number, above: boolean, view: View): number {
  const form = attendanceForm(view.figures, percent, view.added);
  const gain = 100 * PER_PERCENT - percent;
  if (!form || gain <= 0) return Number.POSITIVE_INFINITY;
  // `most`: never more than are needed, whatever the doubtful sessions were.
  return Math.max(1, above ? Math.floor(-form.most / gain) + 1 : Math.ceil(-form.most / gain));
}
