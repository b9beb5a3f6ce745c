import { describe, expect, it } from 'vitest';
import { readDate, readSession } from '#core/attendance/date-text.ts';

describe('a date with a time of day beside it', () => {
  it.each([
    ['2025-09-01', '2025-09-01', null],
    ['2025-09-01 09:05', '2025-09-01', 9],
    ['2025-09-01T13:15:00', '2025-09-01', 13],
    ['01/09/2025 14:10', '2025-09-01', 14],
    ['1 Sep 2025 08:50', '2025-09-01', 8],
    ['Mon Sep 01 2025 13:00:00 GMT+0100 (British Summer Time)', '2025-09-01', 13],
    ['45901', '2025-09-01', null],
    ['45901.0', '2025-09-01', 0],
    ['45901.25', '2025-09-01', 6],
    ['45901.5', '2025-09-01', 12],
    ['45901.99', '2025-09-01', 23],
  ])('%s', (text, day, hour) => {
    expect(readDate(text)).toEqual({ day, hour });
  });

  it.each([
    ['midnight of a summer day, in universal time', '2025-08-31T23:00:00.000Z', '2025-09-01', 0],
    ['the same across a month’s end', '2025-06-30T23:00Z', '2025-07-01', 0],
    ['half past eleven is no midnight', '2025-08-31T23:30:00Z', '2025-08-31', 23],
    ['ten is none either', '2025-08-31T22:00:00Z', '2025-08-31', 22],
    ['nor is eleven of the school’s own clock', '2025-08-31T23:00:00', '2025-08-31', 23],
  ])('%s', (_, text, day, hour) => {
    expect(readDate(text)).toEqual({ day, hour });
  });
});

describe('a date as it is printed', () => {
  it.each([
    [' 1 September 2025 ', '2025-09-01'],
    ['1  September\t2025', '2025-09-01'],
    ['Mon  01/09/2025', '2025-09-01'],
    ['2nd Feb 26', '2026-02-02'],
    ['31/12/99', '2099-12-31'],
  ])('%j is %s', (text, day) => {
    expect(readDate(text)?.day).toBe(day);
    // Once more, from what is remembered.
    expect(readDate(text)?.day).toBe(day);
  });

  it.each([
    ['36526', '2000-01-01'],
    ['65745', '2079-12-31'],
    ['36525', undefined],
    ['65746', undefined],
  ])('a spreadsheet’s %s: numbers of this century’s days alone are dates', (text, day) => {
    expect(readDate(text)?.day).toBe(day);
  });

  it.each(['', '   ', '1 Foo 2025', '0 September 2025', '31 June 2025', 'September 2025', '2025-13-01'])(
    '%j is none',
    (text) => {
      expect(readDate(text)).toBeNull();
      expect(readDate(text)).toBeNull();
    },
  );
});

describe('a session as it is printed', () => {
  it.each([
    [' AM ', 'AM'],
    ['AM  Reg', 'AM'],
    ['AM_Session', 'AM'],
    ['PM__mark', 'PM'],
    ['Roll Call PM', 'PM'],
    ['a.m.', 'AM'],
    ['aft', 'PM'],
    ['AMPM', null],
    ['Monday', null],
  ])('%j is %s', (text, session) => {
    expect(readSession(text)).toBe(session);
  });
});
