import { describe, expect, it } from 'vitest';
import { createRegisterReader, RegisterError, readRegister } from '#core/attendance/register.ts';
import { compact, dateCellOf, roleOf, weekCellOf, weekdayOfHeading } from '#core/attendance/register-columns.ts';
import { layoutOf } from '#core/attendance/register-layout.ts';
import { RegisterStore } from '#core/attendance/register-store.ts';
import { marksIn, rows, said } from './typed.ts';

const DAY = ['7 2025-09-01 AM /', '7 2025-09-01 PM O'];
const TWO_DAYS = [...DAY, '7 2025-09-02 AM L', '7 2025-09-02 PM Y1'];

describe('a heading', () => {
  it.each([
    ['\ufeffPupil ID', 'pupilid'],
    ['Authorized Absences', 'authorisedabsences'],
    ['Authorization', 'authorisation'],
    ['Size (prize)', 'sizeprize'],
    ['% Attendance + AEA', '%attendance+aea'],
    ['A - B / C', 'abc'],
  ])('%j is told by its letters: %s', (heading, letters) => {
    expect(compact(heading)).toBe(letters);
  });

  it.each([
    ['UPN', 'id'],
    ['UPN (current)', 'id'],
    ['Arbor student id', 'id'],
    ['Legal Surname', 'surname'],
    ['Year Group', 'year'],
    ['Date of admission', 'enrolledFrom'],
    ['Leaving date', 'enrolledTo'],
    ['Unauthorised sessions (total)', 'unauthorised'],
    ['Authorised sessions (total)', 'authorised'],
    ['Total attended', 'attended'],
    ['No. of lates', 'late'],
    ['Number of sessions attended', 'attended'],
    ['Percentage attended', 'percent'],
    ['Attendance percentage', 'percent'],
    ['Unauthorised %', null],
    ['Authorised days', null],
    ['Late minutes', null],
    ['Favourite colour', null],
    ['', null],
  ])('%j holds %s', (heading, role) => {
    expect(roleOf(heading)).toBe(role);
  });

  it.each([
    ['Mon AM', { weekday: 0, session: 'AM' }],
    ['Tuesday PM', { weekday: 1, session: 'PM' }],
    ['Weds AM', { weekday: 2, session: 'AM' }],
    ['Th PM', { weekday: 3, session: 'PM' }],
    ['F AM', { weekday: 4, session: 'AM' }],
    ['Saturday AM', { weekday: 5, session: 'AM' }],
    ['AM', null],
    ['Mon', null],
  ])('%j is a session of the week: %j', (heading, cell) => {
    expect(weekCellOf(heading)).toEqual(cell);
  });

  it.each([
    ['Mon', 0],
    ['Thurs', 3],
    ['Sunday', 6],
    ['Monday AM', null],
    ['Month', null],
  ])('%j names the day %s', (heading, day) => {
    expect(weekdayOfHeading(heading)).toBe(day);
  });

  it.each([
    [' 01/09/2025 ', null],
    ['2025-09-01 AM', 'AM'],
    ['1 Sep 2025 (pm)', 'PM'],
    ['AM: 01/09/2025', 'AM'],
    ['Afternoon 1 September 2025', 'PM'],
    ['Morning 01/09/2025', 'AM'],
    ['Monday 1 September 2025', null],
  ])('%j is a column of the first of September, session %s', (heading, session) => {
    expect(dateCellOf(heading)).toEqual({ date: { day: '2025-09-01', hour: null }, session });
  });

  it.each(['Possible', 'AM register', '31/02/2025 AM', ''])('%j is no date', (heading) => {
    expect(dateCellOf(heading)).toBeNull();
  });
});

describe('the layout of a register', () => {
  const shapeOf = (text: string): unknown => {
    const [header = [], after, third] = rows(text);
    const layout = layoutOf(header, after, third);
    return layout && [layout.shape, layout.headerRows];
  };
  it.each([
    ['a mark in a row', 'UPN|Date|Session|Code', ['marks', 1]],
    ['a day in a row', 'UPN|Date|AM|PM', ['marks', 1]],
    ['an afternoon in a row', 'UPN|Date|PM', ['marks', 1]],
    ['marks of a session under "Marks"', 'UPN|Date|Session|Marks', ['marks', 1]],
    ['marks of a stretch of time under "Marks"', 'UPN|Date|Marks', ['markString', 1]],
    ['marks from a week on', 'UPN|Week commencing|Marks', ['markString', 1]],
    ['marks of no known time', 'UPN|Marks', null],
    ['a week in a row', 'UPN|W/C|MonAM|MonPM', ['weeks', 1]],
    ['sessions of no known week', 'UPN|MonAM|MonPM', null],
    ['days over the sessions of a week', 'UPN|W/C|Mon||Tue|\n||AM|PM|AM|PM', ['weeks', 2]],
    ['days over too few sessions', 'UPN|W/C|Mon|\n7|1 Sep 2025|AM|PM', null],
    ['a grid', 'UPN|01/09/2025 AM|01/09/2025 PM', ['grid', 1]],
    ['a grid with sessions below', 'UPN|01/09/2025|01/09/2025\n|AM|PM', ['grid', 2]],
    ['a grid with days between', 'UPN|01/09/2025|01/09/2025\n|Mon|Mon\n|AM|PM', ['grid', 3]],
    ['a date over two mornings', 'UPN|01/09/2025|||\n|AM|PM|AM|PM', null],
    ['a date twice over, each time printed', 'UPN|01/09/2025|01/09/2025\n|AM|AM', ['grid', 2]],
    ['weeks over days over sessions', 'UPN|w/c 01/09/2025|||\n|Mon||Tue|\n|AM|PM|AM|PM', ['grid', 3]],
    ['weeks over days', 'UPN|w/c 01/09/2025|\n|Mon|Tue\n7|/\\|/O', ['grid', 2]],
    ['weeks over sessions with their days', 'UPN|w/c 01/09/2025|||\n|Mon AM|Mon PM|Tue AM|Tue PM', ['grid', 2]],
    ['a week over days of which it is none', 'UPN|w/c 03/09/2025|||\n|Mon||Tue|\n|AM|PM|AM|PM', null],
    ['a grid whose second row is a pupil', 'UPN|01/09/2025|02/09/2025\n7|/\\|/O\n8|AM|PM', ['grid', 1]],
    ['a grid of nobody', '01/09/2025 AM|01/09/2025 PM', null],
    ['a grid of surnames', 'Surname|01/09/2025 AM|01/09/2025 PM', ['grid', 1]],
    ['possible sessions', 'UPN|Possible', ['summary', 1]],
    ['sessions present', 'UPN|Present', ['summary', 1]],
    ['sessions attended', 'UPN|Sessions attended', ['summary', 1]],
    ['authorised absence', 'UPN|Authorised', ['summary', 1]],
    ['unauthorised absence', 'UPN|Unauthorised', ['summary', 1]],
    ['a percentage', 'Name|% Attendance', ['summary', 1]],
    ['only late marks', 'UPN|Lates', null],
    ['a date and a code of nobody', 'Date|Session|Code', null],
  ])('%s', (_, text, expected) => {
    expect(shapeOf(text)).toEqual(expected);
  });

  it.each([
    [
      'the session under its own column, the mark under "Marks"',
      'UPN|Date|Session|Marks\n7|1 Sep 2025|AM|/\n7|1 Sep 2025|PM|O',
    ],
    ['a code column beside one of marks', 'UPN|Date|Session|Code|Marks\n7|1 Sep 2025|AM|/|x\n7|1 Sep 2025|PM|O|x'],
    [
      'the first of two columns of the same',
      'UPN|Adm No|Date|Session|Code|Mark\n7|8|1 Sep 2025|AM|/|L\n7|8|1 Sep 2025|PM|O|L',
    ],
    ['the names of the columns below the dates', '||01/09/2025|\nUPN|Name|AM|PM\n7|Ada|/|O'],
    ['a header that ends before its sessions', 'UPN|01/09/2025\n|AM|PM\n7|/|O'],
    ['a row below that ends early', 'UPN|01/09/2025|01/09/2025|Notes\n|AM|PM\n7|/|O|late bus'],
    ['a column of notes between the sessions', 'UPN|01/09/2025|Notes|01/09/2025\n|AM||PM\n7|/|late bus|O'],
    ['a heading that ends a date over two columns', 'UPN|01/09/2025||Notes|\n|AM|PM||AM\n7|/|O|x|L'],
    ['small letters and blanks below the dates', 'UPN|01/09/2025|01/09/2025\n| am | pm \n7|/|O'],
  ])('%s', (_, text) => {
    expect(marksIn(rows(text))).toEqual(DAY);
  });

  it.each([
    ['a row of sessions that ends behind the days', 'UPN|W/C|Mon||Tue\n||AM|PM|AM|PM\n7|01/09/2025|/|O|L|Y1'],
    ['a column of notes between the days', 'UPN|W/C|Mon||Notes|Tue|\n||AM|PM||AM|PM\n7|01/09/2025|/|O|ill|L|Y1'],
    ['A and P below the dates', 'UPN|01/09/2025||02/09/2025|\n|A|P|A|P\n7|/|O|L|Y1'],
  ])('%s', (_, text) => {
    expect(marksIn(rows(text))).toEqual(TWO_DAYS);
  });
});

describe('a date over a whole week', () => {
  const SESSIONS = '\n|AM|PM|AM|PM\n7|/|O|L|Y1';
  const DAYS = '\nUPN|Mon||Tue|';
  it.each([
    ['as W/C', `|W/C 01/09/2025|||${DAYS}${SESSIONS}`],
    ['as the week of a number that commences', `|Wk 1: w/c 01/09/2025|||${DAYS}${SESSIONS}`],
    ['as w.c.', `|w.c. 1 Sep 2025|||${DAYS}${SESSIONS}`],
    ['as "Week beginning"', `|Week beginning: Monday 1 September 2025|||${DAYS}${SESSIONS}`],
    ['as the week of a number', `|Week 1 (01/09/2025)|||${DAYS}${SESSIONS}`],
    ['with nothing else', `|01/09/2025|||${DAYS}${SESSIONS}`],
    ['that is the Sunday before', `|31/08/2025|||${DAYS}${SESSIONS}`],
    ['over each of its columns', `|w/c 01/09/2025|w/c 01/09/2025|w/c 01/09/2025|w/c 01/09/2025${DAYS}${SESSIONS}`],
    ['behind the names of the columns', `UPN|w/c 01/09/2025|||\n|Monday||Tuesday|${SESSIONS}`],
    ['whose days stand over each session', `|w/c 01/09/2025|||\nUPN|Mon|Mon|Tue|Tue${SESSIONS}`],
    ['with the session beside its days', `UPN|w/c 01/09/2025|||\n|MonAM|MonPM|TueAM|TuePM\n7|/|O|L|Y1`],
    ['of whole days', 'UPN|w/c 01/09/2025|\n|Mon|Tue\n7|/O|LY1'],
    ['with its total behind it', `|w/c 01/09/2025||||${DAYS}|Total\n|AM|PM|AM|PM|\n7|/|O|L|Y1|4`],
    ['with the year of all behind it', `|w/c 01/09/2025||||Year${DAYS}||\n|AM|PM|AM|PM||\n7|/|O|L|Y1|9`],
  ])('%s, dates each of its days', (_, text) => {
    expect(marksIn(rows(text))).toEqual(TWO_DAYS);
  });

  it('that is the first day named under it dates the days behind that', () => {
    const text = 'UPN|02/09/2025||08/09/2025|\n|Tue|Thu|Mon|Fri\n7|/\\|//|LL|II';
    expect(marksIn(rows(text)).filter((mark) => mark.includes(' AM '))).toEqual([
      '7 2025-09-02 AM /',
      '7 2025-09-04 AM /',
      '7 2025-09-08 AM L',
      '7 2025-09-12 AM I',
    ]);
  });

  it('that is no date is said', () => {
    const week = (date: string): string[][] => rows(`UPN|w/c 01/09/2025|||w/c ${date}\n|Mon||Tue||Mon${SESSIONS}`);
    expect(said(readRegister(week('31/09/2025')).problems)).toEqual([
      '1 -: "w/c 31/09/2025" in the heading is no date; the marks under it are left out.',
    ]);
  });

  it.each([
    ['the second of two', 'UPN|01/09/2025||10/09/2025|\n|Mon|Tue|Mon|Tue\n7|/\\|//|LL|II'],
    ['one with the month first', 'UPN|w/c 9/1/2025|\n|Mon|Tue\n7|/\\|//'],
  ])('that is no day of its week leaves the register unread: %s', (_, text) => {
    expect(() => readRegister(rows(text))).toThrow(/^No header was recognised/);
  });

  it('is that of one day where the names of days are those of dates', () => {
    const text = 'UPN|01/09/2025||02/09/2025|\n|Mon||Tue|\n|AM|PM|AM|PM\n7|/|O|L|Y1';
    expect(marksIn(rows(text))).toEqual(TWO_DAYS);
  });
});

describe('a register that is read row by row', () => {
  const HEADER = ['pupil_id', 'date', 'session', 'code'];
  const MARK = ['7', '2025-09-01', 'AM', '/'];

  it('may hold blank rows, which say nothing', () => {
    const { pupils, problems } = readRegister([HEADER, MARK, [' ', '\t', ''], ['7', '2025-09-01', 'PM', 'O'], []]);
    expect([pupils[0]?.marks?.map(({ row }) => row), problems]).toEqual([[2, 4], []]);
  });

  it('has its header behind thirty rows of titles at the most, and loses no row behind them', () => {
    const titles = (count: number) => Array.from({ length: count }, (_, at) => [`Title ${at}`]);
    const marks = Array.from({ length: 5 }, (_, at) => ['7', `2025-09-0${at + 1}`, 'AM', '/']);
    for (const count of [0, 26, 27, 28, 29, 30])
      expect([count, readRegister([...titles(count), HEADER, ...marks]).pupils[0]?.marks?.length]).toEqual([count, 5]);
    expect(() => readRegister([...titles(31), HEADER, ...marks])).toThrow(/^No header was recognised in the register/);
  });

  it.each([
    ['nothing', [], /^The register is empty: expected a header row and a row for each mark or pupil\.$/],
    [
      'dates without a year',
      [
        ['UPN', 'Mon 1 Sep', 'Mon 1 Sep'],
        ['', 'AM', 'PM'],
      ],
      /^The dates in the header of the register have no year/,
    ],
    ['no header', [['7', '/']], /^No header was recognised in the register: expected columns such as/],
  ])('of %s is refused', (_, given, message) => {
    expect(() => readRegister(given)).toThrow(message);
    expect(() => readRegister(given)).toThrow(RegisterError);
  });

  it('the error has its own name', () => {
    expect(new RegisterError('').name).toBe('RegisterError');
  });

  it.each([
    [2001, 2, 0],
    [2001, 3, 1],
    [2000, 2, 1],
  ])('a row of %i cells with %i that are not blank: %i headers are seen in it', (width, filled, seen) => {
    const wide = Array.from({ length: width }, (_, at) =>
      at < filled ? (['UPN', '% Attendance', 'Name'][at] ?? '') : '',
    );
    const given = [wide, ['7', '95']];
    if (seen === 1) expect(readRegister(given).pupils).toHaveLength(1);
    else expect(() => readRegister(given)).toThrow(/No header/);
  });

  describe('after sheets of another shape', () => {
    const behind = (shape: 'marks' | 'summary' | 'grid') => {
      const store = new RegisterStore();
      const reader = createRegisterReader({ store, shape });
      reader.push(HEADER, 1);
      reader.push(MARK, 2);
      return { store, reader };
    };
    it('is read where it goes on in their shape', () => {
      expect(behind('marks').reader.finish().pupils).toHaveLength(1);
    });
    it.each([
      ['summary', 'It holds a row for each mark, but those before it totals.'],
      ['grid', 'It holds a row for each mark, but those before it a column for each session.'],
    ] as const)('is refused behind %s, and nothing of it is kept', (shape, message) => {
      const { store, reader } = behind(shape);
      expect(() => reader.finish()).toThrow(new RegisterError(message));
      expect(store.has('7')).toBe(false);
    });
  });
});
