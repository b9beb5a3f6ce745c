import { describe, expect, it } from 'vitest';
import { readActions } from '#core/attendance/actions.ts';
import { readCalendar } from '#core/attendance/calendar-file.ts';
import { readDate, readSession } from '#core/attendance/date-text.ts';
import { readMarkString } from '#core/attendance/mark-string.ts';
import { createRegisterReader, RegisterError, readRegister } from '#core/attendance/register.ts';

/** Rows as a person would type them: cells parted by bars. */
const rows = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));

const marksOf = (text: string): string[] =>
  readRegister(rows(text)).pupils.flatMap((pupil) =>
    (pupil.marks ?? []).map((mark) => `${pupil.pupilId} ${mark.date} ${mark.session} ${mark.code}`),
  );

describe('a register of marks, one row each', () => {
  it.each([
    ['the plain header', 'pupil_id|date|session|code'],
    ['capitals and spaces', 'Pupil ID|Date|Session|Code'],
    ['UPN and mark', 'UPN|Mark Date|AM/PM|Mark'],
    ['a student number', 'StudentId|CalendarStartDate|PeriodDisplayName|Mark'],
    ['the headings of a roll call', 'Student ID|Record Date|Roll Call|Attendance Mark'],
  ])('is recognised by %s', (_, header) => {
    expect(marksOf(`${header}\nA1|2025-09-01|AM|/\nA1|2025-09-01|PM|\\`)).toEqual([
      'A1 2025-09-01 AM /',
      'A1 2025-09-01 PM \\',
    ]);
  });

  it('is found behind a title and an empty row', () => {
    const reading = readRegister(rows('Fernhill Primary\n|\nPupil ID|Date|Session|Code\nA1|01/09/2025|am|L'));
    expect(reading.pupils[0]?.marks).toEqual([{ date: '2025-09-01', session: 'AM', code: 'L', row: 4 }]);
  });

  it('takes both marks of a day from two columns', () => {
    expect(marksOf('pupil_id|date|AM|PM\nA1|2025-09-01|/|O')).toEqual(['A1 2025-09-01 AM /', 'A1 2025-09-01 PM O']);
  });

  it('takes the session from a time of day where there is no session column', () => {
    expect(marksOf('pupil_id|date|code\nA1|2025-09-01T09:00:00|/\nA1|2025-09-01T13:15:00|L')).toEqual([
      'A1 2025-09-01 AM /',
      'A1 2025-09-01 PM L',
    ]);
  });

  it('keeps name, year, parents and enrolment, and the rows in the order of their sessions', () => {
    const [pupil] = readRegister(
      rows(`pupil_id|name|year|date|session|code|parent_id|enrolled_from|enrolled_to
A1|Ada Fernhill|5|2025-09-02|AM|/|P9|01/09/2025|
A1|Ada Fernhill|5|2025-09-01|PM|O|P8||`),
    ).pupils;
    expect(pupil).toMatchObject({
      name: 'Ada Fernhill',
      year: '5',
      enrolledFrom: '2025-09-01',
      parentIds: ['P9', 'P8'],
    });
    expect(pupil?.marks?.map((mark) => mark.row)).toEqual([3, 2]);
  });

  it.each([
    ['a row without a pupil', '|2025-09-01|AM|/', /names no pupil/],
    ['a date that is none', 'A1|31/02/2025|AM|/', /"31\/02\/2025" is no date/],
    ['an American date', 'A1|9/13/2025|AM|/', /is no date/],
    ['a row without a date', 'A1||AM|/', /no date/],
    ['a lesson instead of a session', 'A1|2025-09-01|Period 3|/', /"Period 3" is no session/],
    ['a row of totals', 'Total|2025-09-01|AM|/', /row of totals/],
  ])('reports %s by its line', (_, row, message) => {
    const { problems, pupils } = readRegister(rows(`pupil_id|date|session|code\n${row}`));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ row: 2, message: expect.stringMatching(message) });
    expect(pupils.flatMap((pupil) => pupil.marks ?? [])).toEqual([]);
  });

  it.each([
    ['i', 'I'],
    [' L ', 'L'],
    ['c1', 'C1'],
    ['I - Illness', 'I'],
    ['/ (Present)', '/'],
    ["'/", '/'],
    ["'-", '-'],
    ["'", "'"],
    ['No mark', '-'],
    ['', ''],
    ['XYZ', 'XYZ'],
    ['q9', 'q9'],
  ])('reads the cell %j as the code %j', (cell, code) => {
    expect(
      readRegister([
        ['pupil_id', 'date', 'session', 'code'],
        ['A1', '2025-09-01', 'AM', cell],
      ]).pupils[0]?.marks?.[0]?.code,
    ).toBe(code);
  });

  it('has no pupils when there is only a header', () => {
    expect(readRegister(rows('pupil_id|date|session|code'))).toEqual({ shape: 'marks', pupils: [], problems: [] });
  });

  it.each([
    ['nothing', []],
    ['rows without a header', rows('A1|2025-09-01|AM|/\nA1|2025-09-01|PM|/')],
    ['a list without any figures', rows('pupil_id|name\nA1|Ada Fernhill')],
  ])('refuses %s with a sentence', (_, given) => {
    expect(() => readRegister(given)).toThrow(RegisterError);
  });
});

describe('week rows', () => {
  it('give ten marks to a row', () => {
    expect(marksOf('StudentId|Week commencing|MonAM|MonPM|TueAM|TuePM|FriAM|FriPM\nA1|06/10/2025|/|\\|L|O||I')).toEqual(
      [
        'A1 2025-10-06 AM /',
        'A1 2025-10-06 PM \\',
        'A1 2025-10-07 AM L',
        'A1 2025-10-07 PM O',
        'A1 2025-10-10 AM ',
        'A1 2025-10-10 PM I',
      ],
    );
  });

  it('may begin their week on a Sunday', () => {
    expect(marksOf('id|w/c|Monday AM|Wednesday PM\nA1|2025-10-05|/|O')).toEqual([
      'A1 2025-10-06 AM /',
      'A1 2025-10-08 PM O',
    ]);
  });

  it('are reported when the week begins on another day', () => {
    const { problems } = readRegister(rows('id|w/c|MonAM|MonPM\nA1|2025-10-08|/|/'));
    expect(problems[0]).toMatchObject({ row: 2, message: expect.stringMatching(/neither a Monday nor a Sunday/) });
  });
});

describe('grids of pupils and dates', () => {
  it('have the sessions in a second header row', () => {
    expect(
      marksOf('Pupil ID|Name|06/10/2025|06/10/2025|07/10/2025|07/10/2025\n||AM|PM|AM|PM\nA1|Ada|/|\\|P|O'),
    ).toEqual(['A1 2025-10-06 AM /', 'A1 2025-10-06 PM \\', 'A1 2025-10-07 AM P', 'A1 2025-10-07 PM O']);
  });

  it('may print a date over the first of its two columns only, and the pupil column in the second row', () => {
    expect(marksOf('||06/10/2025||Tue 07/10/2025|\nUPN|Pupil|AM|PM|AM|PM\nA1|Ada|/|\\|L|O')).toEqual([
      'A1 2025-10-06 AM /',
      'A1 2025-10-06 PM \\',
      'A1 2025-10-07 AM L',
      'A1 2025-10-07 PM O',
    ]);
  });

  it('may have date and session in one heading', () => {
    expect(marksOf('id|2025-10-06 AM|2025-10-06 PM\nA1|/|O')).toEqual(['A1 2025-10-06 AM /', 'A1 2025-10-06 PM O']);
  });

  it('may hold the two marks of a day in one cell', () => {
    expect(marksOf('id|06/10/2025|07/10/2025\nA1|/\\|C1O')).toEqual([
      'A1 2025-10-06 AM /',
      'A1 2025-10-06 PM \\',
      'A1 2025-10-07 AM C1',
      'A1 2025-10-07 PM O',
    ]);
  });

  it('do not guess the session of a single mark for a day', () => {
    const { problems, pupils } = readRegister(rows('id|06/10/2025\nA1|P'));
    expect(problems[0]?.message).toMatch(/expected the two marks of a day/);
    expect(pupils[0]?.marks).toBeUndefined();
  });

  it('may use the serial numbers of a spreadsheet', () => {
    expect(marksOf('id|45936|45936\n|AM|PM\nA1|/|O')).toEqual(['A1 2025-10-06 AM /', 'A1 2025-10-06 PM O']);
  });
});

describe('mark strings', () => {
  it.each([
    ['/\\/\\LNC1Y7', ['/', '\\', '/', '\\', 'L', 'N', 'C1', 'Y7']],
    ['C1C2CC', ['C1', 'C2', 'C', 'C']],
    ['/ \\ C1 O', ['/', '\\', 'C1', 'O']],
    ['/,\\,,O', ['/', '\\', '', 'O']],
    ['/-.@#', ['/', '-', '.', '@', '#']],
    ['y1y', ['Y1', 'Y']],
  ])('%j is cut into its codes', (text, codes) => {
    expect(readMarkString(text, '2025-09-01')).toEqual({ codes });
  });

  it.each([
    ['a digit that completes no code', '/\\L9', /digit 9/],
    ['a code that was not yet in force', '/\\K1', /digit 1/],
  ])('%s is refused', (_, text, problem) => {
    expect(readMarkString(text, '2025-09-01')).toEqual({ problem: expect.stringMatching(problem) });
  });

  it('C1 before 19 August 2024 is C and a stray digit', () => {
    expect(readMarkString('/C1', '2023-09-04')).toHaveProperty('problem');
  });

  it('runs over weekdays from its start date', () => {
    expect(marksOf('id|AttendanceStartDate|AttendanceMarks\nA1|2025-10-03|/OC1\\')).toEqual([
      'A1 2025-10-03 AM /',
      'A1 2025-10-03 PM O',
      'A1 2025-10-06 AM C1',
      'A1 2025-10-06 PM \\',
    ]);
  });

  it('is left out and reported when its length does not fit its dates', () => {
    const { problems, pupils } = readRegister(rows('id|from|to|marks\nA1|2025-10-03|2025-10-06|/O/'));
    expect(problems[0]?.message).toMatch(/3 sessions, but 2025-10-03 to 2025-10-06 has 4/);
    expect(pupils[0]?.marks).toBeUndefined();
  });
});

describe('summary rows', () => {
  const totalsOf = (text: string) => readRegister(rows(text)).pupils[0]?.totals;

  it.each([
    ['the plain header', 'pupil_id|possible|attended|authorised|unauthorised|late|percent', 'A1|380|342|30|8|4|90.0'],
    [
      'the headings of a SIMS report',
      'UPN|Possible marks|Present + AEA|Authorised absences|Unauthorised absences|Late before reg|% Attendance',
      'A1|380|342|30|8|4|90.0%',
    ],
    [
      'possible, present and AEA apart',
      'Adno|Possible marks|Present marks|Approved Ed. activity|Authorised absences|Unauthorised absences|Late before reg|Percentage attendance',
      'A1|380|340|2|30|8|4|90.0',
    ],
    [
      'sessions and American spelling',
      'Student ID|Sessions Possible|Sessions Attended|Authorized|Unauthorized|Lates|Attendance %',
      'A1|380|342|30|8|4|90.0',
    ],
    ['whole numbers with decimals', 'id|possible|attended|auth|unauth|late|%', 'A1|380.0|342.0|30.0|8.0|4.0|90.0'],
  ])('are recognised by %s', (_, header, row) => {
    expect(totalsOf(`${header}\n${row}`)).toEqual({
      possible: 380,
      attended: 342,
      authorised: 30,
      unauthorised: 8,
      late: 4,
      percent: '90.0',
      from: null,
      to: null,
    });
  });

  it('may leave totals blank and give only a percentage', () => {
    expect(totalsOf('Name|Attendance\nAda Fernhill|94.2%')).toMatchObject({ possible: null, percent: '94.2' });
  });

  it('carry the period of the totals', () => {
    expect(totalsOf('id|possible|attended|from|to\nA1|100|99|01/09/2025|31/12/2025')).toMatchObject({
      from: '2025-09-01',
      to: '2025-12-31',
    });
  });

  it.each([
    ['half sessions, which may be days', 'A1|190|171.5|', /may mean that the figures are days/],
    ['a share that may be a percentage', 'A1|||0.94', /percentage below 1, or a share/],
    ['words for a number', 'A1|many|10|', /"many": expected a number/],
    ['a percentage over 100 with words', 'A1|||about 90', /expected a percentage/],
  ])('report %s', (_, row, message) => {
    const { problems } = readRegister(rows(`id|possible|attended|percent\n${row}`));
    expect(problems[0]).toMatchObject({ row: 2, pupilId: 'A1', message: expect.stringMatching(message) });
  });

  it('report a second row for one pupil, and use neither where they differ', () => {
    const reading = readRegister(rows('id|possible|attended\nA1|100|90\nA1|200|190'));
    expect(reading.pupils[0]?.totals).toMatchObject({ possible: null, attended: null });
    expect(reading.pupils[0]?.lost).toMatchObject([{ row: 3, message: expect.stringMatching(/other totals/) }]);
    expect(reading.problems[0]?.row).toBe(3);
  });

  it('count the same row for one pupil once', () => {
    const reading = readRegister(rows('id|possible|attended\nA1|100|90\nA1|100|90'));
    expect(reading.pupils[0]?.totals?.possible).toBe(100);
    expect(reading.problems[0]).toMatchObject({ row: 3, message: expect.stringMatching(/same totals/) });
  });
});

describe('dates', () => {
  it.each([
    ['2025-09-01', '2025-09-01'],
    ['2025-9-1', '2025-09-01'],
    ['01/09/2025', '2025-09-01'],
    ['1/9/25', '2025-09-01'],
    ['01.09.2025', '2025-09-01'],
    ['01-Sep-2025', '2025-09-01'],
    ['1 September 2025', '2025-09-01'],
    ['Mon 1st Sept 2025', '2025-09-01'],
    ['01/09/2025 Mon', '2025-09-01'],
    ['01/09/2025 (Monday)', '2025-09-01'],
    ['Monday, 1 September 2025', '2025-09-01'],
    ['September 1, 2025', '2025-09-01'],
    ['45901', '2025-09-01'],
    ['45901.0', '2025-09-01'],
    ['2025-09-01T00:00:00.000Z', '2025-09-01'],
    ['2025-08-31T23:00:00.000Z', '2025-09-01'],
    ['2025-09-01 09:05', '2025-09-01'],
    ['Mon Sep 01 2025 00:00:00 GMT+0100 (British Summer Time)', '2025-09-01'],
    ['29/02/2024', '2024-02-29'],
  ])('%j is %s', (text, day) => {
    expect(readDate(text)?.day).toBe(day);
  });

  it.each(['', 'today', '29/02/2025', '13/13/2025', '2025', '1 2 3', '123456', '00/00/0000'])(
    '%j is no date',
    (text) => {
      expect(readDate(text)).toBeNull();
    },
  );

  it.each([
    ['AM', 'AM'],
    ['pm', 'PM'],
    ['Morning', 'AM'],
    ['PM session', 'PM'],
    ['AM Reg', 'AM'],
    ['Registration PM', 'PM'],
    ['Period 1', null],
    ['', null],
  ])('%j as a session is %s', (text, session) => {
    expect(readSession(text)).toBe(session);
  });
});

describe('actions and calendars', () => {
  it('an actions file gives steps with their rows and reports what it cannot read', () => {
    const { actions, problems } = readActions(
      rows('Pupil ID|Step|Date|Parent ID\nA1|2|03/11/2025|P9\nA1|3|soon|\n|4|2025-11-04|'),
    );
    expect(actions).toEqual([{ pupilId: 'A1', step: '2', date: '2025-11-03', row: 2, parentId: 'P9' }]);
    expect(problems.map((problem) => problem.row)).toEqual([3, 4]);
  });

  it('an actions file without a step column is refused', () => {
    expect(() => readActions(rows('pupil_id|date\nA1|2025-11-03'))).toThrow(/no column for step/);
  });

  it('a calendar gives its sessions, whole days as two, and reports rows that disagree', () => {
    const { entries, problems } = readCalendar(
      rows('date|session|open\n27/10/2025||false\n2025-11-03|AM|true\n2025-11-03|AM|no\nx|AM|true'),
    );
    expect(entries).toEqual([
      { date: '2025-10-27', session: 'AM', open: false },
      { date: '2025-10-27', session: 'PM', open: false },
      { date: '2025-11-03', session: 'AM', open: true },
    ]);
    expect(problems.map((problem) => problem.row)).toEqual([4, 5]);
  });
});

it('a register of two hundred thousand rows is packed and comes back whole', () => {
  const reader = createRegisterReader();
  reader.push(['pupil_id', 'date', 'session', 'code'], 1);
  for (let row = 0; row < 200_000; row++) {
    const day = 1 + (Math.floor(row / 2) % 28);
    reader.push(
      [`P${row % 500}`, `2025-09-${String(day).padStart(2, '0')}`, row % 2 ? 'PM' : 'AM', row % 7 ? '/' : 'O'],
      row + 2,
    );
  }
  const { pupils } = reader.finish();
  expect(pupils).toHaveLength(500);
  expect(pupils.reduce((sum, pupil) => sum + (pupil.marks?.length ?? 0), 0)).toBe(200_000);
});
