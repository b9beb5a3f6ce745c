import { describe, expect, it } from 'vitest';
import {
  CARDINAL,
  cardinalOf,
  ORDINAL,
  ordinalOf,
  PERCENT_SIGN,
  PERCENT_VALUE,
  seriesNumberOf,
} from '#core/text/numbers.ts';

describe('cardinals', () => {
  it.each([
    ['10', 10],
    ['ten', 10],
    ['Twelve', 12],
    ['twenty', 20],
    ['ninety-five', 95],
    ['ninety five', 95],
    ['one hundred', 100],
    ['hundred', 100],
    ['96.5', 96.5],
  ])('%s is %d', (text, value) => expect(cardinalOf(text)).toBe(value));

  it.each(['', 'several', 'a few', 'tenth', 'ninety-ten', '12th'])('"%s" is no cardinal', (text) =>
    expect(cardinalOf(text)).toBeNull(),
  );

  it('finds the longest word that fits', () => {
    expect(new RegExp(`^${CARDINAL}`, 'i').exec('sixteen pupils')?.[0]).toBe('sixteen');
    expect(new RegExp(`^${CARDINAL}`, 'i').exec('ninety-five of them')?.[0]).toBe('ninety-five');
  });
});

describe('ordinals', () => {
  it.each([
    ['1st', 1],
    ['third', 3],
    ['Fifth', 5],
    ['10th', 10],
    ['twelfth', 12],
  ])('%s is %d', (text, value) => expect(ordinalOf(text)).toBe(value));

  it.each(['three', '3', 'last', ''])('"%s" is no ordinal', (text) => expect(ordinalOf(text)).toBeNull());

  it('matches digits and words', () => {
    const pattern = new RegExp(`^${ORDINAL}$`, 'i');
    expect(['2nd', '21st', 'second'].every((text) => pattern.test(text))).toBe(true);
    expect(pattern.test('2')).toBe(false);
  });
});

describe('numbers of a series', () => {
  it.each([
    ['2', 2],
    ['two', 2],
    ['II', 2],
    ['B', 2],
    ['second', 2],
    ['2nd', 2],
  ])('%s names the second', (text, value) => expect(seriesNumberOf(text)).toBe(value));

  it('names nothing with other words', () => expect(seriesNumberOf('amber')).toBeNull());
});

describe('percentages', () => {
  const pattern = new RegExp(`^${PERCENT_VALUE}\\s*${PERCENT_SIGN}$`, 'i');
  it.each(['95%', '95 %', '92.5%', '90 percent', '90 per cent', 'ninety per cent', 'ninety-five per cent'])(
    '%s is a percentage',
    (text) => expect(pattern.test(text)).toBe(true),
  );
  it.each(['95', '95 percentage points', '9.555%'])('%s is none', (text) => expect(pattern.test(text)).toBe(false));
});
