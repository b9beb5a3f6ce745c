import { describe, expect, it } from 'vitest';
import { daysUnderWeeks, weekDateIn } from '#core/attendance/week-heading.ts';

describe('the date in a heading over a week', () => {
  it.each([
    ['w/c 03/11/2025', '03/11/2025'],
    [' W/C: 03/11/2025 ', '03/11/2025'],
    ['wc 03/11/2025', '03/11/2025'],
    ['w.c. 3 Nov 2025', '3 Nov 2025'],
    ['w/b 3 Nov 2025', '3 Nov 2025'],
    ['W.B. - 3 Nov 2025', '3 Nov 2025'],
    ['Week commencing 3 November 2025', '3 November 2025'],
    ['Week  commencing: 3 November 2025', 'commencing: 3 November 2025'],
    ['Wk beginning – 3 Nov 2025', '3 Nov 2025'],
    ['Week starting 3 Nov 2025', '3 Nov 2025'],
    ['Week of 3 Nov 2025', '3 Nov 2025'],
    ['Commencing 03/11/2025', '03/11/2025'],
    ['Beginning: 03/11/2025', '03/11/2025'],
    ['Week 03/11/2025', '03/11/2025'],
    ['Wk: 03/11/2025', '03/11/2025'],
    ['Week 9 (03/11/2025)', '03/11/2025'],
    ['Week 12: 24/11/2025', '24/11/2025'],
    ['Wk12, 24/11/2025', '24/11/2025'],
    ['wk 1 – w/c 01/09/2025', '01/09/2025'],
    ['Week 12:24/11/2025', '24/11/2025'],
    ['Week 2 - Week commencing 08/09/2025', '08/09/2025'],
    ['03/11/2025', '03/11/2025'],
    ['Mon 3 Nov 2025', 'Mon 3 Nov 2025'],
    ['Total', 'Total'],
    ['Next week: 03/11/2025', 'Next week: 03/11/2025'],
    ['Test week 9: 03/11/2025', 'Test week 9: 03/11/2025'],
    ['Weeks (late) in all', 'Weeks (late) in all'],
  ])('%j: %s', (heading, date) => {
    expect(weekDateIn(heading)).toBe(date);
  });
});

describe('the days under the dates of weeks', () => {
  const MON = '2025-11-03';
  const TUE = '2025-11-04';
  it.each<[string, string, string, string[] | null]>([
    ['names of days', 'UPN|w/c 03/11/2025|', '|Mon|Tue', ['UPN', MON, TUE]],
    ['with blanks round them', ' UPN | w/c 03/11/2025 | ', ' | Mon | Tue ', ['UPN', MON, TUE]],
    [
      'days with their sessions',
      '|w/c 03/11/2025||',
      'UPN|Mon AM|Mon PM|Tue AM',
      ['UPN', `${MON} AM`, `${MON} PM`, `${TUE} AM`],
    ],
    ['a day printed once over its two sessions', '|w/c 03/11/2025|||', 'UPN|Mon||Tue|', ['UPN', MON, MON, TUE, TUE]],
    ['a row of days that is longer', 'UPN|w/c 03/11/2025', '|Mon|Tue', ['UPN', MON, TUE]],
    ['a row of days that ends early', 'UPN|w/c 03/11/2025|||Total', '|Mon|Tue', ['UPN', MON, TUE, TUE, 'Total']],
    [
      'two weeks',
      'UPN|w/c 03/11/2025||w/c 10/11/2025|',
      '|Mon|Tue|Mon|Fri',
      ['UPN', MON, TUE, '2025-11-10', '2025-11-14'],
    ],
    [
      'a blank before the first day of the second',
      'UPN|03/11/2025||10/11/2025||',
      '|Mon|Tue||Mon|Tue',
      ['UPN', MON, TUE, '', '2025-11-10', '2025-11-11'],
    ],
    ['a date that is repeated over each of its days', 'UPN|03/11/2025|03/11/2025', '|Mon|Tue', ['UPN', MON, TUE]],
    ['a remark between the days', 'UPN|03/11/2025||', '|Mon|Note|Tue', ['UPN', MON, '', TUE]],
    ['a column behind the week', 'UPN|03/11/2025|||Total', '|Mon|Tue||', ['UPN', MON, TUE, TUE, 'Total']],
    ['the Sunday before', 'UPN|02/11/2025|', '|Mon|Tue', ['UPN', MON, TUE]],
    ['the first day that is named', 'UPN|04/11/2025|', '|Tue|Wed', ['UPN', TUE, '2025-11-05']],
    ['the first session that is named', 'UPN|04/11/2025|', '|Tue AM|Wed AM', ['UPN', `${TUE} AM`, '2025-11-05 AM']],
    ['a day that is neither, so that nothing is read', 'UPN|05/11/2025|', '|Mon|Tue', []],
    ['a good week and a day that is neither', 'UPN|03/11/2025||12/11/2025|', '|Mon|Tue|Mon|Tue', []],
    [
      'a date that is of no day, whose days are left as they are',
      'UPN|31/09/2025||03/11/2025|',
      '|Mon|Tue|Mon|Tue',
      ['UPN', '31/09/2025', 'Tue', MON, TUE],
    ],
    ['dates of single days are no weeks', 'UPN|03/11/2025|04/11/2025', '|Mon|Tue', null],
    ['nor are dates of single days over two sessions', '|03/11/2025||04/11/2025|', 'UPN|Mon||Tue|', null],
    ['nor those over one day twice', '|03/11/2025||04/11/2025|', 'UPN|Mon AM|Mon PM|Tue AM|Tue PM', null],
    ['a single day is no week', 'UPN|w/c 03/11/2025|', '|Mon|', null],
    ['nor is a row of marks', 'UPN|w/c 03/11/2025|', '7|/|O', null],
  ])('%s', (_, over, under, days) => {
    expect(daysUnderWeeks(over.split('|'), under.split('|'))).toEqual(days);
  });
});
