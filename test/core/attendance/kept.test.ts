import { expect, it } from 'vitest';
import { both, keep } from '#core/attendance/kept.ts';

it('what is kept is given back, and a full store begins anew', () => {
  const kept = new Map<number, string>();
  const sizes = Array.from({ length: 10_001 }, (_, key) => {
    const made = keep(kept, key, `made of ${key}`);
    return made === `made of ${key}` && kept.get(key) === made ? kept.size : Number.NaN;
  });
  expect([sizes[0], sizes[4999], sizes[5000], sizes[9999], sizes[10_000]]).toEqual([1, 5000, 1, 5000, 1]);
  expect(sizes).not.toContain(Number.NaN);
});

it('no two pairs of counts have the same key', () => {
  const counts = [0, 1, 2, 127, 128, 379, 380, 1023, 1024, 4096, 8191];
  const keys = counts.flatMap((first) => counts.map((second) => both(first, second)));
  expect(new Set(keys).size).toBe(counts.length ** 2);
});
