import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesOf } from '#core/text/matches.ts';

const PATTERNS = [/a/g, /a*/g, /(?<=b)a|b/g, /[^ab]?/gu, /\b(?<word>\w{1,2})/gi, /^/gm, /$/gm, /(?:)/gu];

describe('matchesOf', () => {
  it.each(PATTERNS)('gives for %s what matchAll gives, whatever the text', (pattern) => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '😀', '\ud83d') }), (text) => {
        const found = matchesOf(text, pattern);
        expect(found.map(({ index, 0: words, groups }) => ({ index, words, ...groups }))).toEqual(
          [...text.matchAll(pattern)].map(({ index, 0: words, groups }) => ({ index, words, ...groups })),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('begins at the beginning, wherever the pattern was left', () => {
    const pattern = /a/g;
    pattern.lastIndex = 2;
    expect(matchesOf('aaa', pattern)).toHaveLength(3);
  });

  it('refuses a pattern that would give its first match for ever', () => {
    expect(() => matchesOf('a', /a/)).toThrow('without the flag g');
  });
});
