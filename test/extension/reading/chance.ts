/** A seeded stream of numbers, so that a failing run can be had again. */
export interface Chance {
  /** A whole number from 0 to below `below`. */
  of(below: number): number;
  pick<T>(items: readonly T[]): T | undefined;
}

/** Mulberry32: small, and the same everywhere. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const of = (below: number): number => Math.floor(next() * below);
  return { of, pick: (items) => items[of(items.length)] };
}
