import { describe, expect, it } from 'vitest';
import {
  CARDINAL,
  cardinalOf,
  cardinalsIn,
  ORDINAL,
  ordinalOf,
  ordinalsIn,
  percentValuesIn,
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

describe('the numbers of a text', () => {
  const printed = (text: string, numbers: readonly { start: number; end: number; value: number }[]) =>
    numbers.map(({ start, end, value }) => `${text.slice(start, end)} = ${value}`);

  it.each([
    [
      '10 sessions in ten weeks, not twenty-five or one hundred',
      ['10 = 10', 'ten = 10', 'twenty-five = 25', 'one hundred = 100'],
    ],
    ['someone often attends', []],
    ['2.5 days, 1200 pupils', []],
    ['Three, then seven', ['Three = 3', 'seven = 7']],
    ['three (3) days or 10 (ten) sessions', ['three (3) = 3', '10 (ten) = 10']],
    ['three (4) days, five (5 days) and six(6)', ['three = 3', '4 = 4', 'five = 5', '5 = 5', 'six(6) = 6']],
  ])('the cardinals of "%s"', (text, found) => expect(printed(text, cardinalsIn(text))).toEqual(found));

  it.each([
    ['the 3rd late and the fifth', ['3rd = 3', 'fifth = 5']],
    ['a tenth-rate seconder', ['tenth = 10']],
    ['201st of them', []],
  ])('the ordinals of "%s"', (text, found) => expect(printed(text, ordinalsIn(text))).toEqual(found));

  it.each([
    ['92.5% or ninety-five per cent', ['92.5 = 92.5', 'ninety-five = 95']],
    ['two of 9.555% and 1200%', []],
    ['ten, fifteen or a hundred per cent', ['ten = 10', 'fifteen = 15', 'hundred = 100']],
  ])('what may stand before a percent sign in "%s"', (text, found) =>
    expect(printed(text, percentValuesIn(text))).toEqual(found),
  );
});
