import { describe, expect, it } from 'vitest';
import { isYearlessDate, withYear } from '#core/attendance/yearless-dates.ts';

describe('dates without a year', () => {
  it.each([
    'Mon 2 Sep',
    ' 2nd  September ',
    '02-Sep PM',
    'Tues, 3 Sept. am',
    '12 Jan',
    'Mon. 2 Sep',
    'Thursday 21st May',
    '22nd-Apr',
    'fri 23rd Mar',
    '4th Jul pm',
  ])('%j is one', (cell) => {
    expect(isYearlessDate(cell)).toBe(true);
  });
  it.each([
    '2 Sep 2025',
    'Sep',
    'Sep 2',
    'AM',
    '',
    '45 days',
    'of 2 Sep',
    '2 Sep noon',
    '2 Sep to 6 Sep',
    '123 Sep',
    '2Sep',
    '2  Fab',
    'Day 2 Sep',
  ])('%j is none', (cell) => {
    expect(isYearlessDate(cell)).toBe(false);
  });

  const above = (...titles: string[]) => titles.map((title) => ({ cells: title.split('|') }));
  it.each([
    ['a school year', ['2025/26'], '2025'],
    ['a school year in full', ['Attendance 2025-2026'], '2025'],
    ['a school year in two title rows', ['Fernhill', 'Year 5|2025/26'], '2025'],
    ['a school year with blanks', ['Attendance 2025 / 26'], '2025'],
    ['a school year with a dash', ['2025–26 Fernhill'], '2025'],
    ['a school year over the end of a century', ['2099/00'], '2099'],
    ['a school year, whatever day it was printed on', ['2025/26|01/09/2030'], '2025'],
    ['a date, where the two years are none', ['Rooms 2031-35|01/10/2025'], '2025'],
    ['a short date', ['Printed 1/10/25'], '2025'],
    ['a date in words', ['Printed on 1st October 2025 by the office'], '2025'],
    ['a date', ['Printed on|5 January 2026'], '2025'],
    ['a date in the autumn', ['Printed 01/10/2025'], '2025'],
    ['a date of August', ['2025-08-31'], '2025'],
    ['a date of July', ['2025-07-31'], '2024'],
  ])('have the year of %s above them', (_, titles, year) => {
    expect(withYear(['UPN', '1 Oct', ' 2  Oct PM'], above(...titles))).toEqual([
      'UPN',
      `1 Oct ${year}`,
      `2 Oct ${year} PM`,
    ]);
  });

  it('are of the next year from January to July', () => {
    const autumn = ['31 Aug', '1 Sep', '31 Oct', '1 Nov', '31 Dec'];
    const later = ['1 Jan', '1 Feb', '31 Mar', '1 Apr', '31 May', '1 Jun', '31 Jul'];
    expect(withYear([...autumn, ...later], above('2025/26'))).toEqual([
      ...autumn.map((date) => `${date} 2025`),
      ...later.map((date) => `${date} 2026`),
    ]);
  });

  it.each(['Mon 1', 'Tuesday, 2', 'wed. 3', 'THU 4', 'Fri 5', 'Sat 6', 'Sun 7'])(
    'are dated where the day of the week is their own: %s September',
    (day) => {
      expect(withYear([`${day} Sep am`], above('2025/26'))).toEqual([`${/\d/.exec(day)?.[0]} Sep 2025 am`]);
    },
  );

  it.each([
    ['no title stands above', [], ['Mon 1 Sep', 'AM']],
    ['the titles name no year', ['Fernhill Primary|Class 5'], ['Mon 1 Sep', 'AM']],
    ['the two years do not follow one another', ['2025/27'], ['Mon 1 Sep', 'AM']],
    ['the title has a longer number', ['Form 12025/26'], ['Mon 1 Sep', 'AM']],
    ['the title has a number of another kind', ['2025/265'], ['Mon 1 Sep', 'AM']],
    ['the date of the title is part of a number', ['Ref 911/10/2025'], ['Mon 1 Sep', 'AM']],
    ['the date of the title is none', ['Printed 31/09/2025'], ['Mon 1 Sep', 'AM']],
    ['the day of the week is another', ['2024/25'], ['Mon 1 Sep', 'AM']],
    ['there is no such day', ['2025/26'], ['30 Feb', 'AM']],
    ['no heading is such a date', ['2025/26'], ['UPN', '01/09/2025']],
  ])('stay as they are where %s', (_, titles, header) => {
    expect(withYear(header, above(...titles))).toEqual(header);
  });
});
