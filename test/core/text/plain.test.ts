import { describe, expect, it } from 'vitest';
import { plainOf } from '#core/text/plain.ts';

describe('the reading view of a text', () => {
  it.each<[string, string, string]>([
    ['words struck through are not there to be read', 'A fine of ~~£60~~ £80.', 'A fine of         £80.'],
    [
      'two stretches struck through are two',
      '~~Mr Hale~~ Mrs Ode, ~~9.10~~ 9.20',
      '            Mrs Ode,          9.20',
    ],
    ['a fence of tildes is no stretch', '~~~\n9.20\n~~~', '~~~\n9.20\n~~~'],
    ['two tildes with nothing behind are left', 'close to ~~ 90%', 'close to ~~ 90%'],
    ['curly quotes and dashes are straight', '“It’s 9–10”', '"It\'s 9-10"'],
    ['what has no plain form stays', '✓ present ½ day', '✓ present ½ day'],
  ])('%s', (_, raw, expected) => {
    expect(plainOf(raw)).toBe(expected);
    expect(plainOf(raw)).toHaveLength(raw.length);
  });

  it.each([8191, 8192, 8193, 200_000])('a text of %i letters is whole', (length) => {
    const raw = 'é’'.repeat(length).slice(0, length);
    expect(plainOf(raw)).toBe(raw.replaceAll('’', "'"));
  });
});
