import { describe, expect, it } from 'vitest';
import { buildCalendar, type SchoolCalendar } from '#core/attendance/calendar.ts';
import type { CalendarEntry, Mark, SessionOfDay } from '#core/attendance/pupil.ts';
import {
  breaksAfter,
  HALF_TERM_BREAK,
  HOLIDAY_BETWEEN_TERMS,
  isSchoolDay,
  nextBreak,
  schoolDayBack,
  schoolDayState,
  schoolWeeksTo,
} from '#core/attendance/school-weeks.ts';
import { dayNumberFast, dayOfSlot, sessionOfSlot, slotOf } from '#core/attendance/session.ts';
import { marksFrom, termDates } from '../escalation/ladders.ts';

const calendarOf = (entries: CalendarEntry[], marks: Mark[] = []): SchoolCalendar =>
  buildCalendar(entries, [{ pupilId: '7', marks }]);
const on = dayNumberFast;
const entry = (date: string, session: SessionOfDay, open: boolean): CalendarEntry => ({ date, session, open });
const mark = (date: string, session: SessionOfDay, code: string): Mark => ({ date, session, code });

/** Monday 1 September 2025 is open in the morning alone; Saturday the 6th is open. The register goes on from the 2nd. */
const LISTED = [
  entry('2025-09-01', 'AM', true),
  entry('2025-09-01', 'PM', false),
  entry('2025-09-06', 'AM', true),
  entry('2025-02-30', 'AM', true),
];
const MARKED = [
  mark('2025-09-01', 'PM', '/'),
  mark('2025-09-02', 'AM', '/'),
  mark('2025-09-02', 'PM', '#'),
  mark('2025-09-03', 'AM', 'Z'),
  mark('2025-09-03', 'PM', ' y4 '),
  mark('2025-09-04', 'AM', '-'),
  mark('2025-09-04', 'PM', 'Y1'),
  mark('2025-09-07', 'AM', '/'),
];

describe('whether the school was open', () => {
  const calendar = calendarOf(LISTED, MARKED);
  it.each<[string, string, SessionOfDay, boolean | null, boolean, boolean]>([
    ['the file opens it', '2025-09-01', 'AM', true, false, true],
    ['the file closes it, whatever is marked', '2025-09-01', 'PM', false, true, false],
    ['the register marks it', '2025-09-02', 'AM', true, false, true],
    ['all marks say that it was shut', '2025-09-02', 'PM', false, false, false],
    ['not yet on roll shows nothing open', '2025-09-03', 'AM', false, false, false],
    ['nor does a closed site', '2025-09-03', 'PM', false, false, false],
    ['no mark says nothing', '2025-09-04', 'AM', null, false, false],
    ['unable to attend shows it open', '2025-09-04', 'PM', true, false, true],
    ['nothing is known', '2025-09-05', 'AM', null, false, false],
    ['a weekend that the file opens', '2025-09-06', 'AM', true, false, true],
    ['a weekend', '2025-09-06', 'PM', false, true, false],
    ['a weekend that is marked', '2025-09-07', 'AM', false, true, false],
    ['before all that is known', '2024-01-01', 'AM', null, false, false],
    ['a weekend after all that is known', '2027-01-02', 'PM', false, true, false],
  ])('%s', (_, date, session, open, shut, was) => {
    const slot = slotOf(date, session);
    expect([calendar.isOpen(date, session), calendar.isShut(slot), calendar.wasOpen(slot, on('2025-09-30'))]).toEqual([
      open,
      shut,
      was,
    ]);
  });

  it('a mark shows it from its own day on, the file from the beginning', () => {
    expect([
      calendar.wasOpen(slotOf('2025-09-02', 'AM'), on('2025-09-01')),
      calendar.wasOpen(slotOf('2025-09-02', 'AM'), on('2025-09-02')),
      calendar.wasOpen(slotOf('2025-09-06', 'AM'), on('2025-09-01')),
    ]).toEqual([false, true, true]);
  });

  it('the days that are known', () => {
    const days = ({ firstKnownDay, lastMarkedDay, lastListedDay }: SchoolCalendar) => [
      firstKnownDay,
      lastMarkedDay,
      lastListedDay,
    ];
    expect(days(calendar)).toEqual(['2025-09-01', '2025-09-07', '2025-09-06'].map(on));
    expect(days(calendarOf([]))).toEqual([Infinity, -Infinity, -Infinity]);
    expect(days(calendarOf([], [mark('2025-09-04', 'AM', '-')]))).toEqual([Infinity, -Infinity, -Infinity]);
  });

  it('of two entries the later stands; forty open sessions on weekdays are terms', () => {
    expect(calendarOf([...LISTED, entry('2025-09-01', 'AM', false)]).isOpen('2025-09-01', 'AM')).toBe(false);
    const terms = termDates('2025-09-01', '2025-09-26');
    const weekends = ['2025-09-06', '2025-09-07'].map((date) => entry(date, 'AM', true));
    const closed = entry('2025-09-29', 'AM', false);
    expect(
      [terms, terms.slice(1), [...terms.slice(1), ...weekends, closed]].map((all) => calendarOf(all).listsTerms),
    ).toEqual([true, false, false]);
  });

  it('years apart in any order, each is kept', () => {
    const dates = ['2025-09-01', '2023-09-04', '2027-09-06', '2020-01-06', '2025-09-02'];
    const far = calendarOf(dates.map((date) => entry(date, 'PM', true)));
    expect(dates.map((date) => [far.isOpen(date, 'AM'), far.isOpen(date, 'PM')])).toEqual(
      dates.map(() => [null, true]),
    );
    expect([far.isShut(slotOf('2022-10-01', 'AM')), far.isShut(slotOf('2022-10-03', 'AM'))]).toEqual([true, false]);
  });
});

describe('sessions to come', () => {
  const ahead = (entries: CalendarEntry[], asOf: string, last: string) =>
    [...calendarOf(entries).openAfter(on(asOf), on(last))].map((slot) => `${dayOfSlot(slot)} ${sessionOfSlot(slot)}`);
  it.each<[string, CalendarEntry[], string, string, string[]]>([
    ['weekdays', [], '2025-09-05', '2025-09-08', ['2025-09-08 AM', '2025-09-08 PM']],
    ['none after the last day', [], '2025-09-05', '2025-09-07', []],
    ['what the file opens and closes', LISTED, '2025-08-31', '2025-09-01', ['2025-09-01 AM']],
    ['a Saturday that it opens', LISTED, '2025-09-05', '2025-09-07', ['2025-09-06 AM']],
  ])('%s', (_, entries, asOf, last, slots) => {
    expect(ahead(entries, asOf, last)).toEqual(slots);
  });

  it('a weekday that a file of whole terms leaves out is closed, beyond its last day it is open', () => {
    const terms = termDates('2025-09-01', '2025-10-10').filter(({ date }) => date !== '2025-09-10');
    expect(ahead(terms, '2025-09-09', '2025-09-11')).toEqual(['2025-09-11 AM', '2025-09-11 PM']);
    expect(ahead(terms, '2025-10-10', '2025-10-13')).toEqual(['2025-10-13 AM', '2025-10-13 PM']);
    expect(ahead(terms, '2025-08-28', '2025-08-29')).toEqual(['2025-08-29 AM', '2025-08-29 PM']);
  });
});

describe('school weeks and breaks', () => {
  const year = termDates('2025-09-01', '2026-01-30', [
    ['2025-10-27', '2025-10-31'],
    ['2025-12-22', '2026-01-02'],
  ]);
  const calendar = calendarOf(year);
  const days = (numbers: readonly number[]) => numbers.map((day) => dayOfSlot(day * 2));

  it.each<[string, string, number, string[], boolean]>([
    ['over a half term', '2025-11-05', 2, ['2025-11-03', '2025-10-20'], true],
    ['from within it', '2025-10-29', 1, ['2025-10-20'], true],
    ['on a Sunday', '2025-11-09', 1, ['2025-11-03'], true],
    ['further back than is known', '2025-09-10', 3, ['2025-09-08', '2025-09-01'], false],
    ['before all that is known', '2025-08-20', 1, [], false],
  ])('%s', (_, asOf, count, mondays, complete) => {
    const weeks = schoolWeeksTo(calendar, on(asOf), count);
    expect([days(weeks.mondays), weeks.complete]).toEqual([mondays, complete]);
  });

  it.each<[string, string, number, string | null]>([
    ['the day itself', '2025-11-05', 1, '2025-11-05'],
    ['over a half term', '2025-11-04', 3, '2025-10-24'],
    ['from a weekend', '2025-11-09', 1, '2025-11-07'],
    ['the first that is known', '2025-09-02', 2, '2025-09-01'],
    ['more than are known', '2025-09-02', 3, null],
  ])('school days back: %s', (_, asOf, count, day) => {
    expect(schoolDayBack(calendar, on(asOf), count)).toBe(day === null ? -Infinity : on(day));
  });

  it('a day with one session open is a school day', () => {
    const half = calendarOf([entry('2025-09-01', 'AM', false), entry('2025-09-01', 'PM', true)]);
    expect([isSchoolDay(half, on('2025-09-01'), on('2025-09-01')), isSchoolDay(half, on('2025-09-02'), 0)]).toEqual([
      true,
      false,
    ]);
  });

  it.each<[string, CalendarEntry[], Mark[], string, boolean | null]>([
    ['open by the file', year, [], '2025-09-01', true],
    ['closed by the file', year, [], '2025-10-27', false],
    ['a weekend', [], [], '2025-09-06', false],
    ['left out of a file of terms', year.filter(({ date }) => date !== '2025-09-10'), [], '2025-09-10', false],
    ['beyond that file', year, [], '2026-02-02', null],
    ['before it', year, [], '2025-08-29', null],
    ['left out of a file of a few days', year.slice(0, 2), [], '2025-09-02', null],
    ['a day between marks without one', [], marksFrom('2025-09-01', '////'), '2025-09-02', true],
    [
      'without a mark, between those that have',
      [],
      [mark('2025-09-01', 'AM', '/'), mark('2025-09-03', 'AM', '/')],
      '2025-09-02',
      false,
    ],
    ['after the last mark', [], marksFrom('2025-09-01', '//'), '2025-09-02', null],
    ['before the first', [], marksFrom('2025-09-01', '//'), '2025-08-29', null],
  ])('the state of a day: %s', (_, entries, marks, day, state) => {
    expect(schoolDayState(calendarOf(entries, marks), on(day), on('2025-12-01'))).toBe(state);
  });

  it('breaks of a week, and of two', () => {
    const asOf = on('2026-01-30');
    const after = on('2025-09-01');
    expect(days(breaksAfter(calendar, after, asOf, HALF_TERM_BREAK))).toEqual(['2025-10-25', '2025-12-20']);
    expect(days(breaksAfter(calendar, after, asOf, HOLIDAY_BETWEEN_TERMS))).toEqual(['2025-12-20']);
    expect(breaksAfter(calendar, after, asOf, HALF_TERM_BREAK)).toBe(
      breaksAfter(calendar, after, asOf, HALF_TERM_BREAK),
    );
    expect(nextBreak(calendar, on('2026-01-05'), asOf, HALF_TERM_BREAK)).toBeNull();
    // Within a break, the next one is meant.
    expect(nextBreak(calendar, on('2025-10-28'), asOf, HALF_TERM_BREAK)).toBe(on('2025-12-20'));
  });
});

describe('a register that is marked in one half of the day', () => {
  const of = (session: SessionOfDay) =>
    buildCalendar([], [{ pupilId: '7', marks: [{ date: '2025-09-01', session, code: '/' }] }]);
  it.each([
    ['AM', true, null],
    ['PM', null, true],
  ] as const)('%s, says nothing of the other', (session, morning, afternoon) => {
    expect([of(session).isOpen('2025-09-01', 'AM'), of(session).isOpen('2025-09-01', 'PM')]).toEqual([
      morning,
      afternoon,
    ]);
  });

  it.each([['#'], [' z '], ['y4']])('and then shut, as the code %j says', (code) => {
    const marks: Mark[] = [{ date: '2025-09-01', session: 'AM', code }];
    expect(buildCalendar([], [{ pupilId: '7', marks }]).isOpen('2025-09-01', 'AM')).toBe(false);
  });
});

describe('what is no day', () => {
  it.each(['2025/09/01', '2025-09/01', '2025/09-01', '2025-0:-01', '2025-09-0/', '2025-09-1:', '202x-09-01', ''])(
    '%j has no number',
    (text) => {
      expect(dayNumberFast(text)).toBeNaN();
    },
  );
});
