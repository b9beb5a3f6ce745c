import { describe, expect, it } from 'vitest';
import { addMonths } from '#core/attendance/months.ts';
import { dayNumberFast, schoolYearEnd, schoolYearStart, weekdayOf } from '#core/attendance/session.ts';
import { readPercent, readTotals, totalsCover } from '#core/attendance/totals.ts';
import { totals } from '../escalation/ladders.ts';

const read = (given: Parameters<typeof totals>[0]) => {
  const all = totals(given).totals;
  if (!all) throw new Error('no totals');
  return readTotals(all);
};

describe('what totals leave blank', () => {
  it.each<[string, Parameters<typeof totals>[0], Partial<ReturnType<typeof read>>]>([
    [
      'nothing',
      { possible: 100, attended: 90, authorised: 7, unauthorised: 3 },
      { possible: 100, attended: [90], authorised: 7, unauthorised: 3 },
    ],
    ['possible', { attended: 90, authorised: 7, unauthorised: 3 }, { possible: 100, attended: [90] }],
    ['attended', { possible: 100, authorised: 7, unauthorised: 3 }, { possible: 100, attended: [90] }],
    ['authorised', { possible: 100, attended: 90, unauthorised: 3 }, { authorised: 7 }],
    ['unauthorised', { possible: 100, attended: 90, authorised: 7 }, { unauthorised: 3 }],
    ['unauthorised, of which none is left', { possible: 100, attended: 90, authorised: 10 }, { unauthorised: 0 }],
    [
      'unauthorised, of which fewer than none would be',
      { possible: 100, attended: 95, authorised: 7 },
      { unauthorised: null },
    ],
    ['all but possible', { possible: 100 }, { possible: null, attended: [], authorised: null, unauthorised: null }],
    ['attended and one of the absences', { possible: 100, unauthorised: 3 }, { attended: [], authorised: null }],
    ['all', {}, { possible: null, attended: [], percent: null, problems: [] }],
  ])('%s', (_, given, expected) => {
    expect(read(given)).toMatchObject(expected);
  });

  it.each<[string, Parameters<typeof totals>[0], string[]]>([
    ['agree', { possible: 100, attended: 90, authorised: 7, unauthorised: 3, percent: '90.0' }, []],
    [
      'do not add up',
      { possible: 100, attended: 91, authorised: 7, unauthorised: 3 },
      ['The totals disagree: 91 attended and 10 absent are not the 100 sessions that were possible.'],
    ],
    [
      'attend more than is possible',
      { possible: 100, attended: 101 },
      ['The totals cannot be right: 101 attended of 100 possible.'],
    ],
    ['attend all', { possible: 100, attended: 100 }, []],
    [
      'miss more than is possible',
      { possible: 10, authorised: 7, unauthorised: 4 },
      ['The totals cannot be right: -1 attended of 10 possible.'],
    ],
    [
      'have another percentage',
      { possible: 100, attended: 90, percent: '91' },
      ['The totals say 90 of 100, which is not the 91% printed beside them; the totals are used.'],
    ],
    ['have a percentage as it is rounded', { possible: 300, attended: 271, percent: '90.3' }, []],
    ['have one rounded down from the half', { possible: 1000, attended: 905, percent: '90' }, []],
    [
      'have one that cannot be read',
      { possible: 100, attended: 90, percent: 'good' },
      ['The percentage "good" cannot be read.'],
    ],
  ])('that %s are told: %j', (_, given, problems) => {
    expect(read(given).problems).toEqual(problems);
  });

  it('that cannot be right give no figures', () => {
    expect(read({ possible: 100, attended: 101 })).toMatchObject({ possible: null, attended: [] });
  });
});

describe('a rounded percentage', () => {
  it.each([
    ['90', [179, 181, 2, '90']],
    ['90.0', [1799, 1801, 20, '90.0']],
    ['90,5 %', [1809, 1811, 20, '90,5']],
    ['100', [199, 201, 2, '100']],
    ['100.1', null],
    ['101', null],
    ['x', null],
  ])('%s', (text, expected) => {
    const found = readPercent(text);
    expect(found && [found.low, found.high, found.scale, found.text]).toEqual(expected);
  });
});

describe('the period of totals', () => {
  it.each([
    [null, null, true],
    ['2025-09-01', '2025-12-19', true],
    ['2025-09-02', '2025-12-19', false],
    ['2025-09-01', '2025-12-18', false],
  ])('from %s to %s covers 1 September to 19 December: %s', (from, to, expected) => {
    const all = totals({ from, to }).totals;
    expect(all && totalsCover(all, dayNumberFast('2025-09-01'), dayNumberFast('2025-12-19'))).toBe(expected);
  });
});

describe('days', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2024-02-29', 19_782],
    ['2024-03-01', 19_783],
    ['2025-12-31', 20_453],
  ])('%s is day %i', (day, number) => {
    expect(dayNumberFast(day)).toBe(number);
  });

  it.each([
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-00-10',
    '2025-13-01',
    '2025-01-00',
    '2025-01-32',
    '2025/01/01',
    '2025-1-01',
    '20a5-01-01',
    '2025-01-01 ',
  ])('%j is none', (text) => {
    expect(dayNumberFast(text)).toBeNaN();
  });

  it('31 days have seven months, and every day of the week comes round', () => {
    const long = [1, 3, 5, 7, 8, 10, 12].map((month) => `2025-${String(month).padStart(2, '0')}-31`);
    expect(long.map(dayNumberFast).some(Number.isNaN)).toBe(false);
    expect([0, 1, 2, 3, 4, 5, 6, -1, -4].map(weekdayOf)).toEqual([3, 4, 5, 6, 0, 1, 2, 2, 6]);
  });

  it.each([
    ['2025-07-31', '2024-08-01', '2025-07-31'],
    ['2025-08-01', '2025-08-01', '2026-07-31'],
    ['2026-01-01', '2025-08-01', '2026-07-31'],
  ])('the school year of %s is from %s to %s', (day, start, end) => {
    expect([schoolYearStart(day), schoolYearEnd(day)]).toEqual([start, end]);
  });

  it.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-12-15', 1, '2026-01-15'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2027-08-18', -36, '2024-08-18'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(addMonths(dayNumberFast(day), months)).toBe(dayNumberFast(expected));
  });
});
