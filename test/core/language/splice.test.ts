import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spliceBetween, spliced } from '#core/language/splice.ts';

const piece = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', '\n', '’'), maxLength: 6 }),
  fc.nat({ max: 5000 }).map((count) => 'late '.repeat(count / 5)),
);

describe('the splice between two texts', () => {
  it('is as small as can be, however long what they share', () => {
    fc.assert(
      fc.property(piece, piece, piece, piece, (start, was, is, end) => {
        const [before, after] = [start + was + end, start + is + end];
        const splice = spliceBetween(before, after);
        expect(spliced(before, splice)).toBe(after);
        const gone = before.slice(splice.at, splice.at + splice.removed);
        if (gone !== '' && splice.text !== '') {
          expect(gone[0]).not.toBe(splice.text[0]);
          expect(gone.at(-1)).not.toBe(splice.text.at(-1));
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['a letter among the same letters', 'xaay', 'xaaay', { at: 3, removed: 0, text: 'a' }],
    ['nothing', 'same', 'same', { at: 4, removed: 0, text: '' }],
    ['all of it', 'abc', '', { at: 0, removed: 3, text: '' }],
  ])('is told for %s', (_, before, after, splice) => {
    expect(spliceBetween(before, after)).toEqual(splice);
  });
});
