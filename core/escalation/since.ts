import { ABSENT, POSSIBLE } from '../attendance/effect.ts';
import { DOUBTFUL } from '../attendance/mark-log.ts';
import { addedWithin, firstFrom } from './figures.ts';
import type { Stretch, Sum, View } from './view.ts';

/** Attendance from the first to the last day (day numbers, both in), imagined marks included. */
export function stretchOf(view: View, firstDay: number, lastDay: number): Stretch {
  view.stretches ??= [];
  for (const known of view.stretches)
    if (known.firstDay === firstDay && known.lastDay === lastDay) return known.stretch;
  const stretch = sumOf(view, firstDay, lastDay);
  view.stretches.push({ firstDay, lastDay, stretch });
  return stretch;
}

function sumOf(view: View, firstDay: number, lastDay: number): Stretch {
  const { figures, added } = view;
  const { log, notable } = figures;
  const begin = Math.max(figures.first, firstFrom(log, firstDay * 2));
  const end = firstFrom(log, lastDay * 2 + 2);
  const certain: Sum = { attended: 0, possible: 0 };
  const doubtful: number[] = [];
  // Everything is plain attendance, save what is notable.
  let plain = Math.max(0, end - begin);
  for (let index = notable.length - 1; index >= 0; index--) {
    const at = notable[index] ?? 0;
    if (at < begin) break;
    if (at >= end) continue;
    plain--;
    const effect = log.effects[index] ?? 0;
    if (effect === DOUBTFUL) doubtful.push(at);
    else add(certain, effect, 1);
  }
  add(certain, POSSIBLE, plain);
  if (added) add(certain, added.effect, addedWithin(added, firstDay * 2, lastDay * 2 + 1));
  if (doubtful.length === 0) return { certain, low: certain, high: certain };
  const low = { ...certain };
  const high = { ...certain };
  for (const at of doubtful) {
    const options = log.doubtful.find((session) => session.slot === log.slots[at])?.options ?? [];
    add(low, options.find(isAbsence) ?? options.find(isNeither) ?? POSSIBLE, 1);
    add(high, options.find(isPresence) ?? options.find(isNeither) ?? POSSIBLE | ABSENT, 1);
  }
  return { certain, low, high };
}

function add(sum: Sum, effect: number, times: number): void {
  if (!(effect & POSSIBLE)) return;
  sum.possible += times;
  if (!(effect & ABSENT)) sum.attended += times;
}

const isAbsence = (option: number): boolean => (option & ABSENT) !== 0;
const isNeither = (option: number): boolean => (option & POSSIBLE) === 0;
const isPresence = (option: number): boolean => (option & POSSIBLE) !== 0 && (option & ABSENT) === 0;
