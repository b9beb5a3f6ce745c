import { describe, expect, it } from 'vitest';
import { dayOfSession, readMarkString, weekdaysBetween } from '#core/attendance/mark-string.ts';

describe('a string of marks', () => {
  it.each([
    ['blanks between the codes', '/  \\ C1   O', ['/', '\\', 'C1', 'O']],
    ['commas with blanks round them', '/ , \\ ,O', ['/', '\\', 'O']],
    ['semicolons and bars', '/;\\|O', ['/', '\\', 'O']],
    ['a session left out between commas', '/,,O', ['/', '', 'O']],
    ['commas at the end, where the sessions have not been', '/,O,,', ['/', 'O']],
    ['commas alone', ',,', []],
    ['nothing', '', []],
    ['a blank at the end is a session without a mark', '/O ', ['/', 'O', '']],
    ['so is one at the beginning', ' /O', ['', '/', 'O']],
    ['small letters', '/oc1l', ['/', 'O', 'C1', 'L']],
    ['lines broken in two', '/\\\r\n/O', ['/', '\\', '/', 'O']],
    ['blanks between the days', '/\\ C1C1 LO', ['/', '\\', 'C1', 'C1', 'L', 'O']],
    ['a day with a code that nobody knows among them', '/\\ ?O', ['/', '\\', '?', 'O']],
    ['bars between the weeks', '/\\/\\/\\/\\LO | II', [...'/\\/\\/\\/\\LOII']],
    ['a code of two characters that nobody knows among single ones', '/ Y8 O', ['/', 'Y8', 'O']],
    ['signs for no mark', '/-@.', ['/', '-', '@', '.']],
  ])('%s', (_, text, codes) => {
    expect(readMarkString(text, '2025-09-01')).toEqual({ codes });
  });

  it.each([
    ['a digit that completes no code', '/\\L9', 'the digit 9 at character 4 completes no code'],
    ['a group that is neither a day nor a week', '/\\/\\/\\ /\\', '"/\\\\/\\\\/\\\\" is no register code'],
    ['a group that ends within its day', '/\\/\\/\\/\\/ /\\', '"/\\\\/\\\\/\\\\/\\\\/" is no register code'],
    ['two weeks in one group', `${'/\\'.repeat(10)} /\\`, `"${'/\\\\'.repeat(10)}" is no register code`],
    ['days one of which is short', 'LO / IO', '"LO" is no register code'],
    ['days with a digit among them', '/\\ L9L', '"L9L" is no register code'],
    ['a word among the codes', '/,HOL,/', '"HOL" is no register code'],
  ])('%s is refused', (_, text, problem) => {
    expect(readMarkString(text, '2025-09-01')).toEqual({ problem });
  });

  it('of weeks may begin within one, and ends with any day', () => {
    const week = '/\\/\\/\\/\\/\\';
    const codes = [...`/L${week}IO`];
    expect(readMarkString(`/L ${week} IO`, '2025-09-05')).toEqual({ codes });
    expect(readMarkString(`/L ${week} I`, '2025-09-05')).toEqual({ codes: codes.slice(0, -1) });
    expect(readMarkString(`/L ${week} IO`, '2025-09-04')).toEqual({
      problem: `"${week.replaceAll('\\', '\\\\')}" is no register code`,
    });
  });

  it('a code of two characters in a group counts from its own day', () => {
    expect(readMarkString('// C1C1', '2024-08-16')).toEqual({ codes: ['/', '/', 'C1', 'C1'] });
  });

  it('a code of two characters counts from the session on whose day it is in force', () => {
    // Friday 16 August 2024 and Monday the 19th, from which C1 is a code.
    expect(readMarkString('//C1', '2024-08-16')).toEqual({ codes: ['/', '/', 'C1'] });
    expect(readMarkString('/C1', '2024-08-16')).toEqual({ problem: 'the digit 1 at character 3 completes no code' });
  });
});

describe('the day of a session in a string', () => {
  it.each([
    ['a Monday', '2025-09-01', 0, '2025-09-01'],
    ['its afternoon', '2025-09-01', 1, '2025-09-01'],
    ['the third session', '2025-09-01', 2, '2025-09-02'],
    ['the eleventh', '2025-09-01', 10, '2025-09-08'],
    ['behind a Friday', '2025-09-05', 2, '2025-09-08'],
    ['from a Saturday on', '2025-09-06', 0, '2025-09-08'],
    ['from a Sunday on', '2025-09-07', 3, '2025-09-09'],
  ])('%s', (_, from, index, day) => {
    expect(dayOfSession(from, index)).toBe(day);
  });

  it.each([
    ['a week', '2025-09-01', '2025-09-07', 5],
    ['a day', '2025-09-01', '2025-09-01', 1],
    ['over a weekend', '2025-09-05', '2025-09-08', 2],
    ['a weekend alone', '2025-09-06', '2025-09-07', 0],
    ['backwards', '2025-09-02', '2025-09-01', 0],
  ])('weekdays of %s', (_, from, to, count) => {
    expect(weekdaysBetween(from, to)).toBe(count);
  });
});
