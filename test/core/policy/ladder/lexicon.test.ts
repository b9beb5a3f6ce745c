import { describe, expect, it } from 'vitest';
import { lexicon, wordsIn } from '#core/policy/ladder/lexicon.ts';

const words = lexicon('letter letters prosecut* £', { take: [/\s+over\b/iy, /\s+the\s+lead\b/iy], 'home-': [/x/iy] });

describe('a lexicon', () => {
  it.each([
    ['A Letter goes out.', 'Letter'],
    ['We PROSECUTE.', 'PROSECUTE'],
    ['They take   over.', 'take   over'],
    ['They take the lead', 'take the lead'],
    ['Letterbox, letters', 'letters'],
  ])('finds the first of its words: %s', (text, found) => {
    const place = words.find(text);
    expect(text.slice(place?.start, place?.end)).toBe(found);
    expect(words.isIn(text)).toBe(true);
  });

  it.each(['', 'letterbox', 'pre_letter', 'take it', 'overtake over', 'takeover'])('not: %j', (text) =>
    expect(words.find(text)).toBeNull(),
  );

  it('knows a word again after many others', () => {
    for (let index = 0; index < 9000; index++) words.isIn(`word${index}`);
    expect(words.isIn('a letter')).toBe(true);
  });
});

it('cuts a text into runs of letters and digits where they stand', () => {
  const { words: cut, starts } = wordsIn("It's Day 3, né?");
  expect(cut.map(({ text }) => text)).toEqual(['it', 's', 'day', '3', 'n']);
  expect(starts).toEqual([0, 3, 5, 9, 12]);
});
