import { describe, expect, it } from 'vitest';
import { addDays, dayFromNumber, dayNumber, isDay, mondayOf, weekday } from '#core/attendance/day.ts';

describe('what is a day of the calendar', () => {
  it.each<[string, string, boolean]>([
    ['an ordinary day', '2025-09-01', true],
    ['the last of a long month', '2025-10-31', true],
    ['a leap day', '2024-02-29', true],
    ['no leap day', '2025-02-29', false],
    ['the 31st of a short month', '2025-09-31', false],
    ['the day before the first', '2025-09-00', false],
    ['a thirteenth month', '2025-13-01', false],
    ['no month', '2025-00-10', false],
    ['without its noughts', '2025-9-1', false],
    ['with a time', '2025-09-01T08:45', false],
    ['in words', '1 September 2025', false],
    ['nothing', '', false],
  ])('%s', (_, text, expected) => {
    expect(isDay(text)).toBe(expected);
    expect(dayNumber(text) === null).toBe(!expected);
  });

  it('is counted from 1 January 1970, and back', () => {
    expect(['1970-01-01', '1970-01-02', '2025-09-01'].map(dayNumber)).toEqual([0, 1, 20_332]);
    expect([0, 1, 20_332, -1].map(dayFromNumber)).toEqual(['1970-01-01', '1970-01-02', '2025-09-01', '1969-12-31']);
  });

  it('has a week that begins on Monday', () => {
    const days = ['2025-09-01', '2025-09-07', '1969-12-29', '1969-12-28'];
    expect(days.map(weekday)).toEqual([0, 6, 0, 6]);
    expect(days.map(mondayOf)).toEqual(['2025-09-01', '2025-09-01', '1969-12-29', '1969-12-22']);
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
  });

  it('a day that is none is named', () => {
    expect(() => weekday('31/12/2025')).toThrow('Unexpected day "31/12/2025", expected YYYY-MM-DD');
  });
});
