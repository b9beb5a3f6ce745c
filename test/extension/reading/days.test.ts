import { describe, expect, it } from 'vitest';
import { dayIn, readWrittenDay, schoolYearStart, sessionIn } from '../../../extension/reading/days.ts';
import { looksLikeName, spokenName } from '../../../extension/reading/names.ts';
import { readAsAt, readPeriod } from '../../../extension/reading/period.ts';
import { headingMeaning } from '../../../extension/reading/words.ts';
import { TODAY } from '../page.ts';

describe('a day in a page’s words', () => {
  it.each([
    ['2026-11-02', '2026-11-02'],
    ['Mon 2 Nov 2026', '2026-11-02'],
    ['2nd November 2026', '2026-11-02'],
    ['02/11/2026', '2026-11-02'],
    ['2.11.26', '2026-11-02'],
    ['Nov/2/2026', '2026-11-02'],
    ['November 2, 2026', '2026-11-02'],
    ['11/20/2026', '2026-11-20'],
    ['02-Nov-2026', '2026-11-02'],
  ])('%s is %s', (text, day) => {
    const written = readWrittenDay(text);
    expect(written && dayIn(written.year ?? 0, written)).toBe(day);
  });
  it.each(['Room 12', 'Year 4', '94.3%', 'AM', 'Attended', '31/02'])('%s is no day', (text) => {
    const written = readWrittenDay(text);
    expect(written && dayIn(2026, written)).toBeNull();
  });
  it('is not taken in a year in which it falls on another weekday', () => {
    const written = readWrittenDay('Mon 2 Nov');
    expect([2025, 2026].map((year) => written && dayIn(year, written))).toEqual([null, '2026-11-02']);
  });
  it.each([
    ['AM', 'AM'],
    ['Mon pm', 'PM'],
    ['Morning registration', 'AM'],
    ['AM/PM', null],
    ['Amber', null],
  ])('%s is the session %s', (text, session) => {
    expect(sessionIn(text)).toBe(session);
  });
  it.each([
    ['2026-11-20', '2026-08-01'],
    ['2026-07-31', '2025-08-01'],
    ['2026-08-01', '2026-08-01'],
  ])('%s is in the school year from %s', (day, start) => {
    expect(schoolYearStart(day)).toBe(start);
  });
});

describe('the period that a page states', () => {
  it.each<[string, string[], string]>([
    ['a range in one sentence', ['Period: 2 September 2026 to 20 November 2026'], '2026-09-02 2026-11-20'],
    ['a range with the year once', ['2 September – 20 November 2026'], '2026-09-02 2026-11-20'],
    ['two labelled fields', ['From', '02/09/2026', 'To', '20/11/2026'], '2026-09-02 2026-11-20'],
    [
      'two labelled fields the American way',
      ['Start date', '2026-09-02', 'End date', '2026-11-20'],
      '2026-09-02 2026-11-20',
    ],
    ['a range in numbers', ['01/09/26 - 20/11/26'], '2026-09-01 2026-11-20'],
    ['between and', ['Between 1st September 2026 and 20th November 2026'], '2026-09-01 2026-11-20'],
    ['the year to date', ['Year to date'], '2026-08-01 2026-11-21'],
    [
      'the academic year as at a day',
      ['Academic year 2026/27 to date, as at 20 November 2026'],
      '2026-08-01 2026-11-20',
    ],
    [
      'a stretch behind "to date", in brackets',
      ['Sessions · Year to date (02/09/2026 to 20/11/2026)'],
      '2026-09-02 2026-11-20',
    ],
    ['a year by its numbers', ['Attendance 2026/27 to date'], '2026-08-01 2026-11-21'],
  ])('%s', (_, texts, expected) => {
    const read = readPeriod([{ texts }], TODAY);
    expect('found' in read && `${read.found.from} ${read.found.to}`).toBe(expected);
  });
  it.each<[string, string[]]>([
    ['the day of printing alone', ['Printed 21/11/2026 09:15']],
    ['a half term by name', ['Autumn half term 1']],
    ['the last days', ['Last 15 days']],
    ['nothing', ['Attendance']],
    ['another year by name', ['Last academic year']],
  ])('is unknown from %s', (_, texts) => {
    expect(readPeriod([{ texts }], TODAY)).toHaveProperty('missing');
  });
  it('is not taken from a whole year further out than a shorter period without dates', () => {
    expect(readPeriod([{ texts: ['Last 4 weeks'] }, { texts: ['Academic year 2026/27'] }], TODAY)).toHaveProperty(
      'missing',
    );
  });
  it('is taken from the nearest words', () => {
    const levels = [
      { texts: ['1 September 2026 to 20 November 2026'] },
      { texts: ['1 September 2025 to 20 July 2026'] },
    ];
    expect(readPeriod(levels, TODAY)).toHaveProperty('found.from', '2026-09-01');
  });
});

describe('the day at which a page says that its figures stand', () => {
  it.each<[string, string[], string | null]>([
    ['as at', ['Year to date, as at 20 November 2026'], '2026-11-20'],
    ['to date', ['Attendance to date: 20/11/2026'], '2026-11-20'],
    ['not the first day of a stretch', ['Year to date, 2 September 2026 to 20 November 2026'], null],
    ['not the first day of a stretch with a stroke', ['YTD to date (02/09/2026 – 20/11/2026)'], null],
    ['though other days follow', ['As at 20 November 2026', 'to 18 December 2026'], '2026-11-20'],
  ])('is found: %s', (_, texts, expected) => {
    expect(readAsAt([{ texts }], TODAY)).toBe(expected);
  });
});

describe('names', () => {
  it.each([
    'Bello, Amara',
    'Yusuf Farah',
    'O’Connor, Evie',
    "D'Souza, Maria Jose",
    'JONES-SMITH Callum',
    'Siân Hopkins (4K)',
    'Zofia Kowalska',
  ])('%s is one', (text) => {
    expect(looksLikeName(text)).toBe(true);
  });
  it.each([
    'Class Total',
    'Year 4',
    'Present',
    'Illness (not medical)',
    '4K',
    'Authorised Absence',
    'Persistent Absence',
    'Daily Summary',
    'AM Registration',
    'Autumn Term',
    'Thornbeck Academy',
  ])('%s is none', (text) => {
    expect(looksLikeName(text)).toBe(false);
  });
  it('are turned as they are spoken', () => expect(spokenName('Jones-Smith, Callum')).toBe('Callum Jones-Smith'));
});

describe('headings', () => {
  it.each<[string, string]>([
    ['Unauthorised Absence', 'unauthorised'],
    ['UNAUTH', 'unauthorised'],
    ['Un-authorised', 'unauthorised'],
    ['Authorised Absences', 'authorised'],
    ['Late before reg', 'late'],
    ['Late after reg', 'other'],
    ['Minutes Late', 'other'],
    ['Late Minutes', 'other'],
    ['Present + AEA', 'attended'],
    ['Approved Ed. activity', 'educatedElsewhere'],
    ['Missing marks', 'unexplained'],
    ['% Attendance', 'percent'],
    ['Target %', 'other'],
    ['Absence %', 'doubtful'],
    ['Unauthorised %', 'doubtful'],
    ['Predicted attendance %', 'doubtful'],
    ['Attendance needed %', 'doubtful'],
    ['Attendance % (class)', 'doubtful'],
    ['Year group attendance %', 'doubtful'],
    ['HT1 attendance %', 'doubtful'],
    ['Presenoldeb %', 'doubtful'],
    ['Autumn possible', 'doubtful'],
    ['2025/26 attended', 'doubtful'],
    ['Possible points', 'doubtful'],
    ['AM %', 'doubtful'],
    ['AM and PM %', 'percent'],
    ['Overall attendance to date', 'percent'],
    ['No. of sessions possible', 'possible'],
    ['Late (L)', 'late'],
    ['Attendance last 15 days', 'other'],
    ['Consecutive absences', 'other'],
    ['Attendance code', 'mark'],
    ['Adno', 'id'],
    ['Reg group', 'year'],
  ])('%s says %s', (text, meaning) => {
    expect(headingMeaning([text])).toBe(meaning);
  });
  it.each<[string[], string]>([
    [['Authorised absence', '%'], 'doubtful'],
    [['Attendance', '%'], 'percent'],
    [['Over taken lessons', 'Percentage'], 'doubtful'],
    [['Autumn 1', 'Possible'], 'doubtful'],
    [['2025-2026', 'Attended'], 'doubtful'],
    [['Sessions', 'Possible'], 'possible'],
    [['AM', 'Attended'], 'doubtful'],
  ])('under one another, %j, say %s', (path, meaning) => {
    expect(headingMeaning(path)).toBe(meaning);
  });
});
