import { describe, expect, it } from 'vitest';
import { buildCalendar } from '#core/attendance/calendar.ts';
import { readRegister } from '#core/attendance/register.ts';
import { decide, prepareLadder } from '#core/escalation/decide.ts';
import type { Decision } from '#core/escalation/decision.ts';
import { readPolicy } from '#core/policy/parse.ts';

const LADDER = prepareLadder(
  readPolicy(
    '# Steps\n\n- **Step 1**: attendance falls below 95%: a letter.\n- **Step 2**: attendance falls below 90%: a meeting.\n',
  ).parsed.escalation,
);

const SCHOOL_DAYS = Array.from({ length: 70 }, (_, at) => new Date(Date.UTC(2026, 8, 7 + at)))
  .filter((day) => day.getUTCDay() % 6 !== 0)
  .map((day) => day.toISOString().slice(0, 10));

/** Ten school weeks of one pupil: the first sessions with the code, and the rows after them. */
function decided(code: string, count: number, ...more: string[]): Decision {
  const marks = SCHOOL_DAYS.flatMap((day) => ['AM', 'PM'].map((session) => `7|${day}|${session}`));
  const lines = ['id|date|session|code', ...marks.map((mark, at) => `${mark}|${at < count ? code : '/'}`), ...more];
  const { pupils } = readRegister(lines.map((line) => line.split('|')));
  const [pupil] = pupils;
  if (!pupil) throw new Error('no pupil');
  return decide(LADDER, pupil, { asOf: '2026-11-13', calendar: buildCalendar([], pupils), actions: null });
}

describe('a row that cannot be read', () => {
  it('leaves open which step holds where it could tip it', () => {
    // 90 of 100 are not below 90%, 90 of 101 are.
    const { current, status } = decided('I', 10, '7|31/02/2026|AM|O');
    expect(current.answer).toBe('cannot-tell');
    expect(status.severeAbsence.answer).toBe('no');
  });

  it('leaves open whether the national threshold is reached where it could tip it', () => {
    expect(decided('O', 9, '7|31/02/2026|AM|O').status.penaltyThreshold.answer).toBe('cannot-tell');
    expect(decided('O', 9, '7|31/02/2026|AM|I').status.penaltyThreshold.answer).toBe('no');
  });

  it.each([
    ['cannot tip anything', decided('O', 6, '7|31/02/2026|AM|O')],
    ['holds no mark that counts', decided('O', 6, '7|31/02/2026|AM|#')],
    ['holds no mark', decided('O', 6, '7|31/02/2026|AM|')],
  ])('leaves the answers as they are where it %s', (_, decision) => {
    expect(decision.current).toMatchObject({ answer: 'step', step: { order: 1 } });
    expect(decision.status.penaltyThreshold).toMatchObject({ answer: 'no', unauthorisedInWindow: 6 });
    expect(decision.attendance).toMatchObject({ possible: 100, attended: 94 });
  });

  it.each([
    ['without a date', '7||AM|O', /^Row 102 of the register: The row has no date/],
    ['with a day that is none', '7|31/02/2026|AM|O', /^Row 102 of the register: "31\/02\/2026" is no date/],
    [
      'with a session of another day',
      '7|2026-10-05|Fri PM|O',
      /^Row 102 of the register: "Fri PM" is no session of 2026-10-05/,
    ],
    ['without a session', '7|2026-10-05||O', /^Row 102 of the register: "" is no session/],
  ])('is told with its line: %s', (_, row, said) => {
    expect(decided('I', 4, row).cannotTell).toContainEqual(expect.stringMatching(said));
  });

  it('is one sentence, however many marks it holds', () => {
    const { pupils } = readRegister([
      ['id', 'start date', 'end date', 'marks'],
      ['7', '07/09/2026', '11/09/2026', '/\\/\\/'],
    ]);
    const [pupil] = pupils;
    if (!pupil) throw new Error('no pupil');
    const decision = decide(LADDER, pupil, { asOf: '2026-09-11', calendar: buildCalendar([], pupils), actions: null });
    expect(decision.cannotTell.filter((text) => text.startsWith('Row 2'))).toHaveLength(1);
    expect(decision.current.answer).toBe('cannot-tell');
  });

  it('is no lesson: marks of a lesson are told and change nothing', () => {
    expect(decided('O', 9, '7|2026-10-05|Period 3|O').status.penaltyThreshold.answer).toBe('no');
  });
});

describe('the order of day and month', () => {
  const register = (...dates: string[]): string[][] => [
    ['id', 'date', 'session', 'code'],
    ...dates.map((date) => ['7', date, 'AM', '/']),
  ];

  it('with the month first, the register is refused and the row named', () => {
    expect(() => readRegister(register('9/7/2026', '9/8/2026', '9/14/2026'))).toThrow(
      /month first \(row 4: "9\/14\/2026"\)/,
    );
  });

  it('in a heading too', () => {
    const grid = [
      ['id', '9/7/2026 AM', '9/14/2026 AM'],
      ['7', '/', '/'],
    ];
    expect(() => readRegister(grid)).toThrow(/month first/);
  });

  it.each([
    ['one slip among dates with the day first', register('7/9/2026', '14/9/2026', '9/15/2026')],
    ['one slip among dates with the year first', register('2026-09-07', '9/15/2026')],
  ])('%s is a row that cannot be read', (_, rows) => {
    const { problems, pupils } = readRegister(rows);
    expect(problems).toHaveLength(1);
    expect(pupils[0]?.lost).toHaveLength(1);
  });

  it('a date in a heading that is none is told', () => {
    const { problems } = readRegister([
      ['id', '31/09/2026 AM', '01/10/2026 AM'],
      ['7', '/', '/'],
    ]);
    expect(problems).toMatchObject([{ row: 1, message: expect.stringMatching(/"31\/09\/2026 AM" in the heading/) }]);
  });
});

describe('a register of absences alone', () => {
  const said = (...codes: string[]): string[] =>
    readRegister([
      ['id', 'date', 'session', 'code'],
      ...codes.map((code, at) => ['7', `2026-09-${String(at + 7).padStart(2, '0')}`, 'AM', code]),
    ]).problems.map(({ message }) => message);

  it('is told, since the present marks may have been left out of it', () => {
    expect(said('O', 'I')).toEqual([expect.stringMatching(/no mark of a pupil who was there/)]);
  });

  const ofPupils = (pupils: number, lastDay: string, ...also: string[][]): string[][] => [
    ['id', 'date', 'session', 'code'],
    ...Array.from({ length: pupils }, (_, at) => [
      [`p${at}`, '2026-09-07', 'AM', 'O'],
      [`p${at}`, lastDay, 'PM', 'I'],
    ]).flat(),
    ...also,
  ];

  it('is refused where many pupils would have been away for weeks', () => {
    expect(() => readRegister(ofPupils(5, '2026-09-21'))).toThrow(/no mark of a pupil who was there/);
  });

  it.each([
    ['few pupils', ofPupils(4, '2026-12-01')],
    ['less than a fortnight', ofPupils(40, '2026-09-18')],
    ['one mark of a pupil who was there', ofPupils(5, '2026-09-21', ['p1', '2026-09-08', 'AM', '/'])],
  ])('with %s it is read', (_name, rows) => {
    expect(readRegister(rows).pupils.length).toBeGreaterThan(3);
  });

  it.each([[['O', 'L']], [['I', '/']], [['I', 'B']], [['#', '-']], [['XX']], [[]]])('%j is none', (codes) => {
    expect(said(...codes)).toEqual([]);
  });
});
