import { describe, expect, it } from 'vitest';
import { buildCalendar } from '#core/attendance/calendar.ts';
import type { ActionTaken, CalendarEntry, Mark, PupilRecord } from '#core/attendance/pupil.ts';
import { decide, prepareLadder } from '#core/escalation/decide.ts';
import type { Decision } from '#core/escalation/decision.ts';
import type { Step } from '#core/policy/schema.ts';
import { attendance, lastDay, marksFrom, pupil, step, totals } from './ladders.ts';

interface Given {
  asOf?: string;
  entries?: CalendarEntry[];
  actions?: ActionTaken[] | null;
  others?: PupilRecord[];
}

function decided(
  steps: Step[],
  who: PupilRecord,
  { asOf, entries = [], actions = null, others = [] }: Given = {},
): Decision {
  const day = asOf ?? lastDay(who.marks ?? []);
  return decide(prepareLadder(steps), who, { asOf: day, calendar: buildCalendar(entries, [who, ...others]), actions });
}
const ladder = [step(1, '<95'), step(2, '<90')];
const current = (decision: Decision): unknown => decision.current.step?.order ?? decision.current.answer;
const marked = (codes: string, from = '2025-09-01'): PupilRecord => pupil(marksFrom(from, codes));

describe('1. sessions are counted as integers', () => {
  it('342 of 380 is exactly 90%: persistent absence holds, and "below 90%" does not', () => {
    const decision = decided(ladder, pupil(attendance(380, 38)));
    expect(decision.attendance).toEqual({
      possible: 380,
      attended: 342,
      authorised: 38,
      unauthorised: 0,
      late: 0,
      percent: 90,
    });
    expect(decision.status.persistentAbsence).toEqual({ answer: 'yes', absent: 38, possible: 380, margin: 0 });
    expect(current(decision)).toBe(1);
  });

  it.each([
    ['343 of 380 is below 90.3% and above 90%', 37, 1, 'no', -1],
    ['341 of 380 is below 90%', 39, 2, 'yes', 1],
  ])('%s', (_, absent, order, answer, margin) => {
    const decision = decided(ladder, pupil(attendance(380, absent)));
    expect(current(decision)).toBe(order);
    expect(decision.status.persistentAbsence).toMatchObject({ answer, margin });
  });

  it('a decimal percentage is compared exactly: 969 of 1000 is not below 96.9%', () => {
    const given = { possible: 1000, attended: 969 };
    expect(current(decided([step(1, '<96.9')], totals(given), { asOf: '2026-06-30' }))).toBe('none');
    expect(current(decided([step(1, '<=96.9')], totals(given), { asOf: '2026-06-30' }))).toBe(1);
  });

  it.each([
    ['8997 of 10000 is below 90%, and shown as 90.0', 8997, /rounds to one decimal shows 90%/],
    ['8960 of 10000 is below 90%, and shown as 90', 8960, /rounds to whole numbers shows 90%/],
  ])('%s: the reason says where a rounded figure would answer otherwise', (_, attended, sentence) => {
    const decision = decided([step(1, '<90')], totals({ possible: 10_000, attended }), { asOf: '2026-06-30' });
    expect(decision.because[0]?.text).toMatch(sentence);
  });

  it('with no possible session nothing is said', () => {
    const decision = decided(ladder, marked('####'));
    expect(decision.current.answer).toBe('cannot-tell');
    expect(decision.status.persistentAbsence).toEqual({ answer: 'cannot-tell', absent: 0, possible: 0, margin: null });
    expect(decision.attendance.percent).toBeNull();
    expect(decision.cannotTell.join(' ')).toMatch(/no possible session/);
  });

  it('totals of nought possible say nothing either', () => {
    const decision = decided(ladder, totals({ possible: 0, attended: 0, authorised: 0, unauthorised: 0 }), {
      asOf: '2026-06-30',
    });
    expect([decision.current.answer, decision.status.severeAbsence.answer]).toEqual(['cannot-tell', 'cannot-tell']);
  });
});

describe('2. the period is the school year of the as-of day', () => {
  const lastYear = marksFrom('2025-06-02', 'O*8 /*12');
  const thisYear = marksFrom('2025-09-01', '/*38 I*2');

  it('marks before 1 August are not in the attendance of this year', () => {
    const decision = decided(ladder, pupil([...lastYear, ...thisYear]));
    expect(decision.attendance).toMatchObject({ possible: 40, attended: 38 });
  });

  it('31 July belongs to the year that ends, 1 August to the one that begins', () => {
    expect(decided(ladder, pupil(lastYear), { asOf: '2025-07-31' }).attendance.possible).toBe(20);
    expect(decided(ladder, pupil(lastYear), { asOf: '2025-08-01' }).attendance.possible).toBe(0);
  });

  it('marks after the as-of day are left out and their number said', () => {
    const decision = decided(ladder, pupil(thisYear), { asOf: '2025-09-05' });
    expect(decision.attendance.possible).toBe(10);
    expect(decision.cannotTell).toContain('30 marks after 5 September 2025 are left out.');
  });

  it('a count without a window is of this school year', () => {
    const decision = decided([step(1, '8 unauthorised')], pupil([...lastYear, ...thisYear]));
    expect(current(decision)).toBe('none');
  });
});

describe('3. codes decide what counts', () => {
  it.each([
    ['/ \\ L', { possible: 3, attended: 3, late: 1 }],
    ['K V P W B', { possible: 5, attended: 5 }],
    ['C C1 C2 E I J1 M R S T', { possible: 10, attended: 0, authorised: 10, unauthorised: 0 }],
    ['G N O U', { possible: 4, attended: 0, authorised: 0, unauthorised: 4, late: 0 }],
    ['D X Q Y1 Y2 Y3 Y4 Y5 Y6 Y7 Z #', { possible: 0, attended: 0 }],
    ['- . @ /', { possible: 1, attended: 1 }],
  ])('%s', (codes, counts) => {
    expect(decided(ladder, marked(codes)).attendance).toMatchObject(counts);
  });

  it('sessions without a mark are said', () => {
    expect(decided(ladder, marked('// - -')).cannotTell).toContain(
      '2 sessions without a mark (blank or "-") are not counted.',
    );
  });

  it.each([
    ['H', 'authorised'],
    ['J', 'attended'],
  ])('%s counted as %s before it was withdrawn', (code, as) => {
    const decision = decided(ladder, marked(`/ ${code}`, '2024-06-03'));
    expect(decision.attendance).toMatchObject({ possible: 2, [as]: as === 'attended' ? 2 : 1 });
    expect(decision.cannotTell.join(' ')).not.toMatch(new RegExp(`code ${code}`));
  });

  it('a bare Y was no possible session before it was withdrawn', () => {
    expect(decided(ladder, marked('/ Y', '2024-06-03')).attendance.possible).toBe(1);
  });

  it.each([
    ['H', /code H was not in force on that day \(now C\)/],
    ['J', /code J .*\(now J1\)/],
    ['Y', /code Y .*\(now Y1, Y2, Y3, Y4, Y5, Y6, Y7\)/],
    ['F', /code F was not in force/],
    ['?', /code \? is not a register code that we know/],
    ['I02', /code I02 is not a register code/],
  ])('%s today is named and not counted', (code, sentence) => {
    const decision = decided(
      ladder,
      pupil([...marksFrom('2025-09-01', '//////'), { date: '2025-09-04', session: 'AM', code, row: 8 }]),
    );
    expect(decision.attendance).toMatchObject({ possible: 6, attended: 6 });
    expect(decision.cannotTell.join(' ')).toMatch(sentence);
    expect(decision.cannotTell.join(' ')).toMatch(/4 September 2025 AM \(row 8\)/);
  });

  it('K before 19 August 2024 was no code', () => {
    expect(decided(ladder, marked('/ K', '2024-06-03')).cannotTell.join(' ')).toMatch(/code K/);
  });

  it('an unknown code that cannot tip the step leaves the step standing', () => {
    // 20 of 100 missed: below 90 whatever the one mark was.
    const decision = decided(ladder, pupil([...attendance(100, 20), { date: '2025-11-10', session: 'AM', code: '?' }]));
    expect(current(decision)).toBe(2);
    expect(decision.status.persistentAbsence.answer).toBe('yes');
  });

  it('an unknown code that would tip it makes the step "cannot tell", and the other answers stand', () => {
    // 9 of 99 missed; the hundredth may be an absence: 10%, exactly 90.
    const decision = decided(
      [step(1, '<95'), step(2, '<=90')],
      pupil([...attendance(99, 9), { date: '2025-11-07', session: 'PM', code: '?' }]),
    );
    expect(decision.current.answer).toBe('cannot-tell');
    expect(decision.status.persistentAbsence.answer).toBe('cannot-tell');
    expect(decision.status.severeAbsence.answer).toBe('no');
    expect(decision.due.map((due) => due.order)).toEqual([1]);
  });

  it('a decision about late marks does not wait for a mark that was surely no late one', () => {
    const steps = [step(1, '3 late')];
    const conflict: Mark = { date: '2025-09-01', session: 'AM', code: 'O' };
    expect(current(decided(steps, pupil([...marksFrom('2025-09-01', 'ILL'), conflict])))).toBe('none');
    expect(current(decided(steps, pupil([...marksFrom('2025-09-01', '?LL')])))).toBe('cannot-tell');
    expect(current(decided(steps, pupil([...marksFrom('2025-09-01', '?LLL')])))).toBe(1);
  });

  it.each([
    ['3 late marks', 'LLLU', 1],
    ['3 late marks', 'LLUU', 'none'],
    ['3 unauthorised late marks', 'LLUU', 'none'],
    ['3 unauthorised late marks', 'UULU', 1],
    ['3 marks of late after the registers have closed', 'UULU', 1],
    ['3 late marks (L or U)', 'LUU/', 1],
  ])('a step for "%s" with %s', (quote, codes, expected) => {
    expect(current(decided([step(1, '3 late', { quote })], marked(codes)))).toBe(expected);
  });
});

describe('4. a rounded percentage is an interval', () => {
  const at = (percent: string, trigger: string): unknown =>
    current(decided([step(1, trigger)], totals({ percent }), { asOf: '2026-06-30' }));

  it.each([
    ['90.0', '<90', 'cannot-tell'],
    ['90.0', '<=90', 'cannot-tell'],
    ['89.9', '<90', 1],
    ['90.1', '<90', 'none'],
    ['90.0', '<90.05', 1],
    ['90.0', '<=89.95', 'cannot-tell'],
    ['90.0', '<89.95', 'none'],
    ['90', '<90.5', 1],
    ['90', '<90', 'cannot-tell'],
    ['91', '<90', 'none'],
    ['89', '<90', 1],
    ['89.95', '<90', 1],
    ['100', '<=100', 1],
    ['100', '<99', 'none'],
    ['100.0', '<100', 'cannot-tell'],
    ['94.2%', '<95', 1],
  ])('%s against %s', (percent, trigger, expected) => {
    expect(at(percent, trigger)).toBe(expected);
  });

  it('says how to settle it', () => {
    const decision = decided(ladder, totals({ percent: '90.0' }), { asOf: '2026-06-30' });
    expect(decision.cannotTell.join(' ')).toMatch(/sessions possible and attended would settle/);
    expect(decision.attendance).toMatchObject({ possible: null, attended: null, percent: 90 });
  });

  it('totals win over a percentage, and a disagreement beyond rounding is said', () => {
    const decision = decided(ladder, totals({ possible: 380, attended: 342, percent: '94.0' }), { asOf: '2026-06-30' });
    expect(current(decision)).toBe(1);
    expect(decision.cannotTell.join(' ')).toMatch(/342 of 380, which is not the 94.0% printed/);
    const agrees = decided(ladder, totals({ possible: 380, attended: 341, percent: '89.7' }), { asOf: '2026-06-30' });
    expect(agrees.cannotTell.join(' ')).not.toMatch(/printed/);
  });

  it.each([
    ['attended is blank', { possible: 380, authorised: 30, unauthorised: 8 }, { attended: 342 }],
    ['possible is blank', { attended: 342, authorised: 30, unauthorised: 8 }, { possible: 380 }],
    ['unauthorised is blank', { possible: 380, attended: 342, authorised: 30 }, { unauthorised: 8 }],
    ['authorised is blank', { possible: 380, attended: 342, unauthorised: 8 }, { authorised: 30 }],
    [
      'only possible and attended are given',
      { possible: 380, attended: 342 },
      { authorised: null, unauthorised: null },
    ],
  ])('totals are worked out where %s', (_, given, expected) => {
    expect(decided(ladder, totals(given), { asOf: '2026-06-30' }).attendance).toMatchObject(expected);
  });

  it('totals that contradict themselves decide only what is the same either way', () => {
    // 350 attended as printed (92.1%), 338 by the absences (88.9%).
    const decision = decided(ladder, totals({ possible: 380, attended: 350, authorised: 30, unauthorised: 12 }), {
      asOf: '2026-06-30',
    });
    expect(decision.current.answer).toBe('cannot-tell');
    expect(decision.due.map((due) => due.order)).toEqual([1]);
    expect(decision.cannotTell.join(' ')).toMatch(/totals disagree/);
  });

  it('totals that cannot be are not used', () => {
    const decision = decided(ladder, totals({ possible: 100, attended: 120 }), { asOf: '2026-06-30' });
    expect(decision.current.answer).toBe('cannot-tell');
  });
});

describe('5. rows that cannot stand as they are', () => {
  const base = attendance(100, 10);
  const withMark = (mark: Mark, more: Partial<PupilRecord> = {}, given: Given = {}): Decision =>
    decided([step(1, '<=90')], pupil([...base, mark], more), given);

  it('an identical mark twice is counted once, with a warning', () => {
    const decision = withMark({ ...(base[99] as Mark), row: 101 });
    expect(decision.attendance.possible).toBe(100);
    expect(decision.cannotTell.join(' ')).toMatch(
      /7 November 2025 PM has the same mark I twice \(row 101\); it is counted once/,
    );
    expect(current(decision)).toBe(1);
  });

  it('two different marks: the session is named, and the answer is given only if it is the same either way', () => {
    const tips = withMark({ date: '2025-11-07', session: 'PM', code: '/', row: 101 });
    expect(tips.current.answer).toBe('cannot-tell');
    expect(tips.cannotTell.join(' ')).toMatch(/7 November 2025 PM \(row 101\): two different marks, I and \//);
    const doesNot = withMark({ date: '2025-11-07', session: 'PM', code: 'O' });
    expect(current(doesNot)).toBe(1);
    expect(doesNot.attendance).toMatchObject({ possible: 99, attended: 90 });
  });

  it('a counting mark on a session that the calendar closes', () => {
    const entries = [{ date: '2025-11-17', session: 'AM', open: false } as const];
    const decision = withMark({ date: '2025-11-17', session: 'AM', code: '/' }, {}, { entries });
    expect(decision.current.answer).toBe('cannot-tell');
    expect(decision.cannotTell.join(' ')).toMatch(/17 November 2025 AM.*calendar has the school closed/);
  });

  it('a closure mark on a closed session is as it should be', () => {
    const entries = [{ date: '2025-11-17', session: 'AM', open: false } as const];
    expect(
      withMark({ date: '2025-11-17', session: 'AM', code: '#' }, {}, { entries }).cannotTell.join(' '),
    ).not.toMatch(/17 November/);
  });

  it('a mark at a weekend that no calendar opens, and at one that it does', () => {
    const saturday: Mark = { date: '2025-11-15', session: 'AM', code: '/' };
    expect(withMark(saturday).cannotTell.join(' ')).toMatch(
      /15 November 2025 AM: mark \/ at a weekend that no calendar opens/,
    );
    const opened = withMark(saturday, {}, { entries: [{ date: '2025-11-15', session: 'AM', open: true }] });
    expect(opened.attendance.possible).toBe(101);
  });

  it('a mark outside the days on roll', () => {
    const decision = withMark({ date: '2025-11-17', session: 'AM', code: '/' }, { enrolledTo: '2025-11-07' });
    expect(decision.current.answer).toBe('cannot-tell');
    expect(decision.cannotTell.join(' ')).toMatch(/17 November 2025 AM: mark \/ outside the days/);
    expect(
      withMark(
        { date: '2025-08-29', session: 'AM', code: 'Z' },
        { enrolledFrom: '2025-09-01' },
        { asOf: '2025-11-07' },
      ).cannotTell.join(' '),
    ).not.toMatch(/29 August/);
  });

  it('other pupils are computed as usual', () => {
    const other = pupil(attendance(100, 10), { pupilId: 'P2' });
    const decision = decided([step(1, '<=90')], other, {
      others: [pupil([...base, { date: '2025-11-07', session: 'PM', code: '/' }])],
    });
    expect(current(decision)).toBe(1);
  });

  it('rows in any order give the same decision', () => {
    const shuffled = [...base].reverse();
    expect(decided(ladder, pupil(shuffled), { asOf: '2025-11-07' })).toEqual(
      decided(ladder, pupil(base), { asOf: '2025-11-07' }),
    );
  });
});
