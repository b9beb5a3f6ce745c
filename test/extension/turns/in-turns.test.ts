import { describe, expect, it } from 'vitest';
import { inOneTurn, inTurns } from '../../../extension/reading/in-turns.ts';
import { atOnce, eachInParts, type Parts } from '../../../extension/reading/parts.ts';

/** Works for some milliseconds at each of its parts. */
function* busy(parts: number, ms: number): Parts<number> {
  for (let part = 0; part < parts; part++) {
    for (const end = performance.now() + ms; performance.now() < end; );
    yield;
  }
  return parts;
}

describe('work in turn with the page’s own', () => {
  it('is done in the end, with the page’s turns between', async () => {
    let turns = 0;
    const { value, held } = await inTurns(busy(12, 4), () => ++turns > 0);
    expect(value).toBe(12);
    expect(turns).toBeGreaterThanOrEqual(3);
    expect(held).toBeGreaterThanOrEqual(40);
  });
  it('is given up as soon as it no longer holds', async () => {
    let turns = 0;
    expect((await inTurns(busy(12, 4), () => ++turns < 2)).value).toBeNull();
    expect(turns).toBe(2);
  });
  it('takes no turn for what is soon done', async () => {
    expect((await inTurns(busy(3, 0), () => false)).value).toBe(3);
  });
  it('can be done in one', () => {
    expect(inOneTurn(busy(3, 1)).value).toBe(3);
    expect(atOnce(eachInParts([1, 2, 3], (number, index) => number * 10 + index))).toEqual([10, 21, 32]);
  });
});
