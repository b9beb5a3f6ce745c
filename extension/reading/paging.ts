import type { Surroundings } from './surroundings.ts';
import { normalise } from './words.ts';

const SHOWING = /\b(\d{1,6}) ?(?:to|-|–|—) ?(\d{1,6}) of (\d{1,6})\b/;
const SOME_OF =
  /\b(?:showing |displaying )?(\d{1,6}) of (\d{1,6}) (?:pupils|students|rows|results|records|entries|items)\b/;

/** How many rows the words near a grid say there are in all ("Showing 1 to 50 of 57"); null when they do not say. */
export function readTotalRows(levels: Iterable<Surroundings>): number | null {
  for (const { texts } of levels) {
    const words = normalise(texts.join(' '));
    const total = SHOWING.exec(words)?.[3] ?? SOME_OF.exec(words)?.[2];
    if (total !== undefined) return Number(total);
  }
  return null;
}

/** Which rows of how many the words near a grid say that it shows; null when they do not say. */
export function readShownRange(levels: Iterable<Surroundings>): { first: number; last: number } | null {
  for (const { texts } of levels) {
    const [, first, last] = SHOWING.exec(normalise(texts.join(' '))) ?? [];
    if (first !== undefined && last !== undefined) return { first: Number(first), last: Number(last) };
  }
  return null;
}
