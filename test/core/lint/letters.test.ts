import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Letters, runsOf } from '#core/lint/letters.ts';

describe('the letters of a text', () => {
  it('never turn away a word that stands in it', () => {
    const unit = fc.constantFrom('a', 'b', 'c', ' ', '£', '%', '-', '9', 'é', '😀');
    fc.assert(
      fc.property(fc.string({ unit }), fc.string({ unit }), fc.string({ unit }), (before, word, after) => {
        expect(new Letters(before + word + after).mayHave(runsOf(word))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('turn away words that do not', () => {
    const letters = new Letters('the register closes at half past nine');
    const words = ['penalty', 'unauthorised', 'truancy', 'holiday', 'governor'];
    expect(words.filter((word) => letters.mayHave(runsOf(word)))).toEqual([]);
  });
});
