import { dayFromNumber } from '../attendance/day.ts';
import { AFTER_CLOSE, HOLIDAY, LATE, UNAUTHORISED } from '../attendance/effect.ts';
import { both, keep } from '../attendance/kept.ts';
import type { Needs } from './decision.ts';
import { inWords, plural } from './sentence.ts';
import type { AfterTest, Rung, ToRecord } from './test.ts';
import type { View } from './view.ts';

/** How a pupil would come onto a step. */
export interface Way {
  /** The kind of marks that it takes (bits of effect.ts), and how many. */
  effect: number;
  count: number;
  /** What is to be recorded; null: nothing. */
  record: ToRecord | null;
  /** The first day on which the step may hold, a day number; null: with the last of the marks. */
  on: number | null;
  /** The moment with the marks in it. */
  moment: View | null;
}

/** The way as it is printed for programs. */
export function needsOf({ effect, count, record, on }: Way): Needs {
  const needs: Needs = {};
  if (count > 0) {
    if (effect & (LATE | AFTER_CLOSE)) needs.late = count;
    else if (effect & UNAUTHORISED) needs.unauthorised = count;
    else needs.absent = count;
  }
  if (record) needs.action = record.action;
  if (on !== null) needs.on = dayFromNumber(on);
  return needs;
}

/** The way as a sentence: made once for the same marks, records and day, since many pupils of a register need the same. */
export function wayInWords(way: Way, rung: Rung): string {
  const { effect, count, record, on } = way;
  const known = record ? record.told : rung.needsTold;
  const key = both(both(on ?? 0, count), effect);
  return known.get(key) ?? keep(known, key, sentenceOf(way, rung));
}

function sentenceOf({ effect, count, record, on }: Way, rung: Rung): string {
  let needed = count > 0 ? `With ${marksInWords(effect, count, rung)}` : '';
  if (record) needed = `${needed === '' ? 'With' : `${needed} and`} ${record.quoted} recorded as taken`;
  if (on === null) return `${needed} it is ${rung.name}.`;
  const from = `${needed === '' ? 'From' : `${needed}, from`} ${inWords(dayFromNumber(on))}`;
  return `${from}${rung.after?.improvement ? unlessImproved(rung.after) : ''} it is ${rung.name}.`;
}

function marksInWords(effect: number, count: number, rung: Rung): string {
  if (effect & (LATE | AFTER_CLOSE)) {
    const afterClose = (rung.bits & (LATE | AFTER_CLOSE)) === AFTER_CLOSE;
    return `${plural(count, 'more late mark')} (${afterClose ? 'U' : 'L'})`;
  }
  if (effect & HOLIDAY) return `${plural(count, 'more unauthorised session')} of code G`;
  return plural(count, effect & UNAUTHORISED ? 'more unauthorised session' : 'more absent session');
}

function unlessImproved(after: AfterTest): string {
  switch (after.improvement) {
    case 'improved':
      return ', if attendance has improved by then,';
    case 'target met':
      return ', if the target is met by then,';
    case 'target missed':
      return ', unless the target is met by then,';
    default:
      return ', unless attendance has improved by then,';
  }
}
