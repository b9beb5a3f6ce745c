import { persistentAbsencePercent, severeAbsencePercent } from '../guidance/thresholds.ts';
import type { Operator } from '../policy/schema.ts';
import { afterHolds } from './after.ts';
import { attendanceSide, certainForm, PER_PERCENT, type Range } from './figures.ts';
import { nationalAnswer } from './national-status.ts';
import { standing } from './notices.ts';
import { countOf } from './tally.ts';
import type { BandTest, CountTest, PercentTest, Rung, StatusTest, Test } from './test.ts';
import { ASKED, type Held, NO, UNKNOWN, type View, YES } from './view.ts';

/** Whether the step's trigger holds at the moment, tried once for each moment. */
export function rungHolds(rung: Rung, view: View): Held {
  const known = view.answers[rung.id];
  if (known !== undefined) return known;
  if (view.recorded && !rung.byRecord) return rungHolds(rung, view.recorded);
  const held = holds(rung.test, view);
  view.answers[rung.id] = held;
  return held;
}

/** Whether the test holds at the moment: yes, no, cannot tell, or only a person can say. */
export function holds(test: Test, view: View): Held {
  switch (test.kind) {
    case 'percent':
      return percentHolds(test, view);
    case 'band':
      return bandHolds(test, view);
    case 'status':
      return statusHolds(test.status, view);
    case 'count':
      return countHolds(test, view);
    case 'national':
      return nationalAnswer(view);
    case 'notices': {
      const range = standing(view);
      return range ? compare(range, test.op, test.notices) : UNKNOWN;
    }
    case 'after':
      return afterHolds(test, view);
    case 'words':
      return ASKED;
    case 'everyone':
      return YES;
    case 'all':
      return allHold(test.tests, view);
    case 'any':
      return anyHolds(test.tests, view);
  }
}

function countHolds(test: CountTest, view: View): Held {
  const { now, added } = view;
  const counts = added !== null && (added.effect & test.bits) !== 0;
  // Without marks that it counts the count can only fall, since its window moves on.
  if (now && !counts && (test.op === '>=' || test.op === '>') && countHolds(test, now) === NO) return NO;
  const range = countOf(test, view);
  return range ? compare(range, test.op, test.sessions) : UNKNOWN;
}

/** The figures decide; the words beside them are asked. */
function allHold(tests: readonly Test[], view: View): Held {
  let result: Held = ASKED;
  for (const test of tests) {
    const held = holds(test, view);
    if (held === NO) return NO;
    if (held === UNKNOWN || (held === YES && result === ASKED)) result = held;
  }
  return result;
}

function anyHolds(tests: readonly Test[], view: View): Held {
  let result: Held = NO;
  for (const test of tests) {
    const held = holds(test, view);
    if (held === YES) return YES;
    if (held === UNKNOWN || (held === ASKED && result === NO)) result = held;
  }
  return result;
}

/** The range against the number: YES or NO where every figure in it says the same. */
function compare(range: Range, op: Operator, number: number): Held {
  const least = satisfies(range.least, op, number);
  return least === satisfies(range.most, op, number) ? (least ? YES : NO) : UNKNOWN;
}

/** Whether the count compares so with the number. */
export function satisfies(count: number, op: Operator, number: number): boolean {
  switch (op) {
    case '<':
      return count < number;
    case '<=':
      return count <= number;
    case '>':
      return count > number;
    case '>=':
      return count >= number;
  }
}

/** Whether attendance compares so with the percentage, in thousandths. */
function sideHolds(view: View, percent: number, op: Operator): Held {
  const form = certainForm(view.figures, percent, view.added);
  if (form === null) return compare(attendanceSide(view.figures, percent, view.added), op, 0);
  return satisfies(form, op, 0) ? YES : NO;
}

function percentHolds(test: PercentTest, view: View): Held {
  return sideHolds(view, test.percent, test.sharedWith ? '<' : test.op);
}

export function statusHolds(status: StatusTest['status'], view: View): Held {
  const line = (status === 'persistent' ? persistentAbsencePercent : severeAbsencePercent).valueOn(view.figures.asOf);
  if (!line) return UNKNOWN;
  return sideHolds(view, (100 - line.value) * PER_PERCENT, '<=');
}

/** Whether attendance is in the band or has fallen through it: never less certain than the two asked apart. */
export function bandBegun(test: BandTest, view: View): Held {
  return test.sharedWith
    ? sideHolds(view, test.sharedWith.from, '<')
    : sideHolds(view, test.high, test.below ? '<' : '<=');
}

function bandHolds(test: BandTest, view: View): Held {
  const under = bandBegun(test, view);
  if (under === NO) return NO;
  const floor = test.reaches ?? { percent: test.low, in: true };
  const over = floor.percent < 0 ? known(view) : sideHolds(view, floor.percent, floor.in ? '>=' : '>');
  return over === NO ? NO : under === UNKNOWN || over === UNKNOWN ? UNKNOWN : YES;
}

/** A band that reaches all the way down still needs a figure of attendance. */
function known(view: View): Held {
  const side = attendanceSide(view.figures, -1, view.added);
  return side.least === 1 ? YES : UNKNOWN;
}
