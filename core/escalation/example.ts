import { buildCalendar } from '../attendance/calendar.ts';
import type { Day } from '../attendance/day.ts';
import type { Totals } from '../attendance/pupil.ts';
import type { ExampleFigures } from '../policy/examples/figures.ts';
import { currentRung } from './climb.ts';
import { describe } from './describe.ts';
import { figuresOf, PER_PERCENT } from './figures.ts';
import { isWithheld } from './gate.ts';
import { rungHolds } from './holds.ts';
import type { Ladder, Sequence } from './ladder.ts';
import { findStep } from './records.ts';
import type { Rung, Test } from './test.ts';
import { UNKNOWN, type View, viewOf } from './view.ts';

/** What became of a worked example: `actual` is the step that holds, null for none. */
export type ExampleOutcome =
  | { answer: 'right' }
  | { answer: 'wrong'; expected: string; actual: string }
  | { answer: 'cannot-tell'; why: string };

/**
 * Computes a worked example: whether the step that it expects holds for its figures. What it does not mention is taken as
 * none, everything counted as lying in whatever stretch of time a step looks at, and support as given.
 */
export function tryExample(ladder: Ladder, figures: ExampleFigures, expected: string, asOf: Day): ExampleOutcome {
  const isNone = NONE.test(expected);
  const named = isNone ? null : stepNamed(ladder, expected);
  if (!isNone && !named)
    return cannotTell(`${JSON.stringify(expected)} names no step of this policy, or more than one`);
  const sequence = named ? sequenceOf(ladder, named) : (ladder.main ?? ladder.others[0]);
  if (!sequence) return cannotTell('the policy has no ladder of steps');
  const views = totalsOf(figures).map((totals) => exampleView(totals, asOf));
  const [first] = views;
  if (!first) return cannotTell('the example has no figure');
  const found = views.map((view) => currentRung(ladder, sequence, view));
  const [actual] = found;
  if (found.some((rung) => rung !== actual))
    return cannotTell('the step depends on how many sessions were possible, which the example does not say');
  if (actual === undefined) return cannotTell(whyUnknown(ladder, sequence, first));
  if (actual === named || (!named && actual?.free)) return { answer: 'right' };
  if (named && named.place > (actual?.place ?? -1) && needsMore(named.test))
    return cannotTell(`${named.name} follows an earlier step or a person's judgement, which an example cannot show`);
  return { answer: 'wrong', expected: named?.name ?? 'no step', actual: actual?.name ?? 'no step' };
}

const NONE =
  /^\W*(?:(?:none|no (?:step|stage|tier|level|action|letter)(?: yet)?|nothing(?: yet)?|not yet|n\/a|nil)\W*)?$/i;
const ORDER = /^\W*((?:step|stage|tier|level|letter|phase|wave) ?\d{1,2}[a-z]?)\b/i;

function cannotTell(why: string): ExampleOutcome {
  return { answer: 'cannot-tell', why };
}

/** The step by its number or a part of its title; "Stage 2: letter" by its number, however the title goes on. */
function stepNamed(ladder: Ladder, expected: string): Rung | null {
  const order = ORDER.exec(expected)?.[1];
  return findStep(ladder, expected).rung ?? (order === undefined ? null : findStep(ladder, order).rung);
}

function sequenceOf(ladder: Ladder, rung: Rung): Sequence | undefined {
  return [...(ladder.main ? [ladder.main] : []), ...ladder.others].find(({ rungs }) => rungs.includes(rung));
}

function exampleView(totals: Totals, asOf: Day): View {
  const figures = figuresOf({ pupilId: '', totals }, buildCalendar([], []), asOf);
  const records = { given: true, supportGiven: true as const, taken: [], notices: [], unmatched: [], later: 0 };
  return viewOf(figures, records, 0, 0);
}

/** The totals that the example may stand for: two of them where a percentage alone leaves the number of sessions open. */
function totalsOf(example: ExampleFigures): Totals[] {
  const { percent, unauthorised = 0, late = 0, inARow = 0 } = example;
  const totals = (possible: number | null, attended: number | null, absent: number | null): Totals => ({
    possible,
    attended,
    authorised: null,
    unauthorised,
    late,
    percent: null,
    from: null,
    to: null,
    example: { absent, inARow },
  });
  const missed = example.missed ?? (percent === undefined && example.attended === undefined ? unauthorised : null);
  const { possible } = example;
  if (possible !== undefined) {
    const attended =
      example.attended ?? (percent === undefined ? possible - (missed ?? 0) : (possible * percent) / WHOLE);
    return [totals(possible, attended, possible - attended)];
  }
  if (percent === undefined) return Object.keys(example).length === 0 ? [] : [totals(null, null, missed)];
  const share = WHOLE / divisor(percent, WHOLE);
  return [share, share * MANY].map((all) => totals(all, (all * percent) / WHOLE, all - (all * percent) / WHOLE));
}

const WHOLE = 100 * PER_PERCENT;
/** Far apart, so that a step which counts sessions shows that it does. */
const MANY = 1000;

/** The greatest common divisor. */
function divisor(one: number, other: number): number {
  return one === 0 ? other : divisor(other % one, one);
}

function whyUnknown(ladder: Ladder, { rungs }: Sequence, view: View): string {
  const rung = rungs.findLast((one) => rungHolds(one, view) === UNKNOWN && !isWithheld(ladder, one, view));
  return rung
    ? `whether ${rung.name} holds depends on what it does not say (${describe(rung.test, UNKNOWN, view)})`
    : 'its figures do not decide it';
}

/** Whether the step waits for an earlier one, or for a person. */
function needsMore(test: Test): boolean {
  if (test.kind === 'all' || test.kind === 'any') return test.tests.some(needsMore);
  return test.kind === 'after' || test.kind === 'words';
}
