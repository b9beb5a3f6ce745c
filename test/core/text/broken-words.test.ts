import { describe, expect, it } from 'vitest';
import { readPolicy } from '#core/policy/parse.ts';
import { plainOf } from '#core/text/plain.ts';

describe('a word that a line broke', () => {
  it.each([
    ['is whole, with the break behind it', 'ten ses-\nsions of absence', 'ten sessions \n of absence'],
    ['is whole over the line end of Windows', 'no-\r\ntice', 'notice  \n'],
    ['is whole where blanks end its line', 'ten ses- \t\nsions of absence', 'ten sessions   \n of absence'],
    ['keeps a hyphen that is its own', 'a half-\nterm break', 'a half-term\n break'],
    [
      'is none where a name or a figure follows',
      'the Smith-\nJones family, 10-\n12 days',
      'the Smith-\nJones family, 10-\n12 days',
    ],
  ])('%s', (_what, raw, view) => {
    expect(plainOf(raw)).toBe(view);
    expect(plainOf(raw)).toHaveLength(raw.length);
  });

  it.each(['-\n', '- \t\n', '-\r\n'])('is quoted to its end, though %j stands in it', (broken) => {
    const text = `A penalty notice may be issued after 10 unauthorised ses${broken}sions in ten school weeks.`;
    const quotes = readPolicy(text).parsed.facts.map(({ quote }) => quote);
    expect(quotes.some((quote) => quote.includes(`ses${broken}sions`))).toBe(true);
    expect(quotes.every((quote) => text.includes(quote) && !/ses\s*-\s*sio?n?$/.test(quote))).toBe(true);
  });
});
