import { describe, expect, it } from 'vitest';
import { readRegister } from '#core/attendance/register.ts';

/** Headings as schools' systems export them, beyond the plain ones. Cells are parted by bars. */

const rows = (text: string): string[][] => text.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));

const marksOf = (text: string): string[] =>
  readRegister(rows(text)).pupils.flatMap(({ pupilId, marks = [] }) =>
    marks.map(({ date, session, code }) => `${pupilId} ${date} ${session} ${code}`),
  );

const DAY = ['7 2025-09-01 AM /', '7 2025-09-01 PM O'];
const TWO_DAYS = [...DAY, '7 2025-09-02 AM L', '7 2025-09-02 PM Y1'];

describe('grids', () => {
  it.each([
    ['UK dates with the session behind', 'Adm No|Name|Reg Group|01/09/25 AM|01/09/25 PM\n7|Ada|5A|/|O'],
    ['the session before the date', 'Admission Number|Student Name|AM 01/09/2025|PM 01/09/2025\n7|Ada|/|O'],
    ['the session in brackets', 'AdNo|Legal Surname|01/09/2025 (AM)|01/09/2025 (PM)\n7|Fern|/|O'],
    ['the day of the week before the date', 'Adm No|Mon 01/09/2025 AM|Mon 01/09/2025 PM\n7|/|O'],
    ['the month in letters', 'Adm No|Name|01-Sep-25 AM|01-Sep-25 PM\n7|Ada|/|O'],
    ['ISO dates', 'UPN|2025-09-01 am|2025-09-01 pm\n7|/|O'],
    ['a date over two columns', 'Adm No|Monday 1 September 2025|\n|AM|PM\n7|/|O'],
    ['A and P below the dates', 'Adm No|Name|01/09/2025|01/09/2025\n||A|P\n7|Ada|/|O'],
    ['totals beside the marks', 'Adm No|01/09/2025 AM|01/09/2025 PM|Possible|%\n7|/|O|2|50'],
  ])('%s', (_, text) => {
    expect(marksOf(text)).toEqual(DAY);
  });

  it.each([
    [
      'the names of the days between the dates and the sessions',
      'Adm No|01/09/2025|01/09/2025|02/09/2025|02/09/2025\n|Mon|Mon|Tue|Tue\n|AM|PM|AM|PM\n7|/|O|L|Y1',
    ],
    ['the sessions over their dates', 'Adm No|AM|PM|AM|PM\n|01/09/2025|01/09/2025|02/09/2025|02/09/2025\n7|/|O|L|Y1'],
    [
      'dates without a year, under a title with the school year',
      'Attendance 2025/26\nAdm No|Mon 1 Sep|Mon 1 Sep|Tue 2 Sep|Tue 2 Sep\n|AM|PM|AM|PM\n7|/|O|L|Y1',
    ],
    [
      'dates without a year, under a title with a date of that year',
      'Printed 05/01/2026 for Ms Bell\nAdm No|1 Sep AM|1 Sep PM|2 Sep AM|2 Sep PM\n7|/|O|L|Y1',
    ],
  ])('%s', (_, text) => {
    expect(marksOf(text)).toEqual(TWO_DAYS);
  });

  it('P in the first row of pupils is a sporting activity, not an afternoon', () => {
    expect(marksOf('Adm No|01/09/2025 AM|01/09/2025 PM\n7|P|P')).toEqual(['7 2025-09-01 AM P', '7 2025-09-01 PM P']);
  });

  it.each([
    ['dates without a year are refused where no title names one', 'Adm No|Mon 1 Sep|Mon 1 Sep\n|AM|PM\n7|/|O'],
    ['or where the day of the week is not that of the year', '2024/25\nAdm No|Mon 1 Sep|Mon 1 Sep\n|AM|PM\n7|/|O'],
    ['or where the title has only a number like one', 'Room 2025/31\nAdm No|Mon 1 Sep|Mon 1 Sep\n|AM|PM\n7|/|O'],
  ])('%s', (_, text) => {
    expect(() => readRegister(rows(text))).toThrow(/have no year/);
  });

  it('January after a school year begins is of the next year', () => {
    expect(marksOf('2025-26\nAdm No|Tue 6 Jan AM|Tue 6 Jan PM\n7|/|O')).toEqual([
      '7 2026-01-06 AM /',
      '7 2026-01-06 PM O',
    ]);
  });
});

describe('weeks', () => {
  const week = ['2025-09-01 AM /', '2025-09-01 PM \\', '2025-09-02 AM L', '2025-09-02 PM O'];
  it.each([
    ['letters for the days', 'Adm No|Week beginning|M AM|M PM|T AM|T PM\n7|01/09/2025|/|\\|L|O'],
    ['days over sessions', 'Adm No|W/C|Mon||Tue|\n||AM|PM|AM|PM\n7|01/09/2025|/|\\|L|O'],
    ['days in full over sessions', 'Adm No|W/C|Monday|Monday|Tuesday|Tuesday\n||am|pm|am|pm\n7|01/09/2025|/|\\|L|O'],
    ['days and sessions in one heading', 'Adm No|Week Commencing|Mon AM|Mon PM|Tues AM|Tues PM\n7|1 Sep 2025|/|\\|L|O'],
  ])('%s', (_, text) => {
    expect(marksOf(text)).toEqual(week.map((mark) => `7 ${mark}`));
  });
});

describe('one row a day, and one a mark', () => {
  it.each([
    ['roll calls', 'Student ID|Student|Date|AM Roll Call|PM Roll Call\n7|Ada|01/09/2025|/|O'],
    ['registrations', 'Pupil No|Date|AM Reg|PM Reg\n7|1 Sep 2025|/|O'],
    ['a number of the system', 'Student|Arbor ID|Date|Period|Mark\nAda|7|1 Sep 2025|AM|/\nAda|7|1 Sep 2025|PM|O'],
    ['a code with its meaning', 'Pupil ID|Date|Session|Code\n7|01/09/2025|AM|/ (Present)\n7|01/09/2025|PM|O - Other'],
  ])('%s', (_, text) => {
    expect(marksOf(text)).toEqual(DAY);
  });

  it('sessions that are numbered are reported, since they may be lessons', () => {
    const { problems } = readRegister(rows('Pupil ID|Date|Session|Mark\n7|01/09/2025|1|/\n7|01/09/2025|2|O'));
    expect(problems.map(({ row, message }) => `${row}: ${message}`)).toEqual([
      expect.stringMatching(/^2: "1" is no session; expected AM or PM/),
      expect.stringMatching(/^3: "2" is no session/),
    ]);
  });
});

describe('totals', () => {
  it.each([
    ['Student|Possible Sessions|Present|Authorised Absent|Unauthorised Absent|Late', 'Ada|120|110|6|4|3'],
    ['Reg|UPN|Poss|Attend|Auth Abs|Unauth Abs|Lates', '5A|7|120|110|6|4|3'],
    ['adm no.|yr gp|poss. sessions|sess. attended|auth. abs.|unauth. abs.|no. lates', '7|5|120|110|6|4|3'],
    ['Name|Roll Call Possible|Sessions Attended|Authorized Absences|Unauthorized Absences|Late', 'Ada|120|110|6|4|3'],
  ])('%s', (header, row) => {
    const [pupil] = readRegister(rows(`${header}\n${row}`)).pupils;
    expect(pupil?.totals).toMatchObject({ possible: 120, attended: 110, authorised: 6, unauthorised: 4, late: 3 });
  });

  it.each([
    'Pupil ID|Auth %|Unauth %|Attendance %',
    'Pupil ID|Authorised days|Unauthorised days|% Attend',
    'Pupil ID|Unauthorised holiday|Unauthorised reason|Attendance',
  ])('%s: shares and days of absence are no sessions', (header) => {
    const [pupil] = readRegister(rows(`${header}\n7|2|3|95`)).pupils;
    expect(pupil?.totals).toMatchObject({ authorised: null, unauthorised: null, percent: '95' });
  });
});
