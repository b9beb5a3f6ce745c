import { ABSENT, POSSIBLE } from '../attendance/effect.ts';
import { DOUBTFUL } from '../attendance/mark-log.ts';
import { addedWithin, firstFrom } from './figures.ts';
import type { View } from './view.ts';

/** Attendance over part of the school year, at its lowest and at its highest over what doubtful sessions may mean. */
export interface Stretch {
  low: { attended: number; possible: number };
  high: { attended: number; possible: number };
}

/** Attendance from the first to the last day (day numbers, both in), imagined marks included. */
export function stretchOf(view: View, firstDay: number, lastDay: number): Stretch {
  const { figures, added } = view;
  const { log, notable } = figures;
  const begin = Math.max(figures.first, firstFrom(log, firstDay * 2));
  const end = firstFrom(log, lastDay * 2 + 2);
  // Everything is plain attendance, save what is notable.
  let plain = Math.max(0, end - begin);
  const stretch: Stretch = { low: { attended: 0, possible: 0 }, high: { attended: 0, possible: 0 } };
  for (let index = notable.length - 1; index >= 0; index--) {
    const at = notable[index] ?? 0;
    if (at < begin) break;
    if (at >= end) continue;
    plain--;
    const effect = log.effects[at] ?? 0;
    if (effect !== DOUBTFUL) {
      add(stretch.low, effect, 1);
      add(stretch.high, effect, 1);
      continue;
    }
    const options = log.doubtful.find((session) => session.slot === log.slots[at])?.options ?? [];
    add(stretch.low, options.find(isAbsence) ?? options.find(isNeither) ?? POSSIBLE, 1);
    add(stretch.high, options.find(isPresence) ?? options.find(isNeither) ?? POSSIBLE | ABSENT, 1);
  }
  const more = added ? addedWithin(added, firstDay * 2, lastDay * 2 + 1) : 0;
  for (const sum of [stretch.low, stretch.high]) {
    add(sum, POSSIBLE, plain);
    if (added) add(sum, added.effect, more);
  }
  return stretch;
}

function add(sum: { attended: number; possible: number }, effect: number, times: number): void {
  if (!(effect & POSSIBLE)) return;
  sum.possible += times;
  if (!(effect & ABSENT)) sum.attended += times;
}

const isAbsence = (option: number): boolean => (option & ABSENT) !== 0;
const isNeither = (option: number): boolean => (option & POSSIBLE) === 0;
const isPresence = (option: number): boolean => (option & POSSIBLE) !== 0 && (option & ABSENT) === 0;
