import { ABSENT, POSSIBLE } from '../attendance/effect.ts';
import { DOUBTFUL } from '../attendance/mark-log.ts';
import type { View } from './view.ts';

/** Attendance over part of the school year, at its lowest and at its highest over what doubtful sessions may mean. */
export interface Stretch {
  low: { attended: number; possible: number };
  high: { attended: number; possible: number };
}

/** Attendance from the first to the last day (day numbers, both in), imagined marks included. */
export function stretchOf(view: View, firstDay: number, lastDay: number): Stretch {
  const { figures, added } = view;
  const { log } = figures;
  const stretch: Stretch = { low: { attended: 0, possible: 0 }, high: { attended: 0, possible: 0 } };
  for (let at = figures.first; at < log.size; at++) {
    const slot = log.slots[at] ?? 0;
    if (slot >> 1 < firstDay || slot >> 1 > lastDay) continue;
    const effect = log.effects[at] ?? 0;
    if (effect !== DOUBTFUL) {
      add(stretch.low, effect);
      add(stretch.high, effect);
      continue;
    }
    const options = log.doubtful.find((session) => session.slot === slot)?.options ?? [];
    add(stretch.low, options.find(isAbsence) ?? options.find(isNeither) ?? POSSIBLE);
    add(stretch.high, options.find(isPresence) ?? options.find(isNeither) ?? POSSIBLE | ABSENT);
  }
  for (let at = 0; added && at < added.count; at++) {
    const day = (added.slots[at] ?? 0) >> 1;
    if (day < firstDay || day > lastDay) continue;
    add(stretch.low, added.effect);
    add(stretch.high, added.effect);
  }
  return stretch;
}

function add(sum: { attended: number; possible: number }, effect: number): void {
  if (!(effect & POSSIBLE)) return;
  sum.possible++;
  if (!(effect & ABSENT)) sum.attended++;
}

const isAbsence = (option: number): boolean => (option & ABSENT) !== 0;
const isNeither = (option: number): boolean => (option & POSSIBLE) === 0;
const isPresence = (option: number): boolean => (option & POSSIBLE) !== 0 && (option & ABSENT) === 0;
