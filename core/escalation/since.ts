import { ABSENT, POSSIBLE } from '../attendance/effect.ts';
import { DOUBTFUL } from '../attendance/mark-log.ts';
import { addedWithin, type Figures, firstFrom, type Stretch, type Sum } from './figures.ts';
import type { View } from './view.ts';

/** Attendance from the first to the last day (day numbers, both in), imagined marks included. */
export function stretchOf({ figures, added }: View, firstDay: number, lastDay: number): Stretch {
  const known = knownOf(figures, firstDay, Math.min(lastDay, figures.asOfDay));
  if (!added) return known;
  const more = addedWithin(added, firstDay * 2, lastDay * 2 + 1);
  const certain = plus(known.certain, added.effect, more);
  return { certain, low: plus(known.low, added.effect, more), high: plus(known.high, added.effect, more) };
}

function plus({ attended, possible }: Sum, effect: number, times: number): Sum {
  const sum: Sum = { attended, possible };
  add(sum, effect, times);
  return sum;
}

/** The same of the marks alone, summed once: every moment that is imagined asks for it. */
function knownOf(figures: Figures, firstDay: number, lastDay: number): Stretch {
  for (const known of figures.stretches)
    if (known.firstDay === firstDay && known.lastDay === lastDay) return known.stretch;
  const stretch = sumOf(figures, firstDay, lastDay);
  figures.stretches.push({ firstDay, lastDay, stretch });
  return stretch;
}

function sumOf(figures: Figures, firstDay: number, lastDay: number): Stretch {
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
