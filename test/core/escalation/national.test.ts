import { describe, expect, it } from 'vitest';
import { buildCalendar } from '#core/attendance/calendar.ts';
import type { ActionTaken, CalendarEntry, PupilRecord } from '#core/attendance/pupil.ts';
import { decide, prepareLadder } from '#core/escalation/decide.ts';
import type { Decision } from '#core/escalation/decision.ts';
import type { Step } from '#core/policy/schema.ts';
import { lastDay, marksFrom, pupil, termDates, totals } from './ladders.ts';

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
const marked = (codes: string, from = '2025-09-01'): PupilRecord => pupil(marksFrom(from, codes));

describe('6 to 8. the national threshold', () => {
  const threshold = (who: PupilRecord, given: Given = {}) => decided([], who, given).status.penaltyThreshold;
  const year = termDates('2025-09-01', '2026-07-22', [
    ['2025-10-27', '2025-10-31'],
    ['2025-12-22', '2026-01-02'],
    ['2026-02-16', '2026-02-20'],
  ]);

  it.each([
    ['ten sessions of any unauthorised code', '/*90 GOUGOUGOUO', 'yes', 10],
    ['nine', '/*91 GOUGOUGOU', 'no', 9],
  ])('%s', (_, codes, answer, unauthorisedInWindow) => {
    expect(threshold(marked(codes))).toMatchObject({ answer, unauthorisedInWindow });
  });

  it('weeks without school are not counted: the window goes back across half term and Christmas', () => {
    const marks = marksFrom('2025-11-03', 'O*4 /*66'); // to 19 December
    const spring = marksFrom('2026-01-05', '/*24 O*6'); // to 23 January
    const status = threshold(pupil([...marksFrom('2025-09-01', '/*80'), ...marks, ...spring]), { entries: year });
    expect(status).toMatchObject({
      answer: 'yes',
      unauthorisedInWindow: 10,
      windowFirstDay: '2025-11-03',
      windowLastDay: '2026-01-23',
    });
  });

  it('ten school weeks, not ten weeks: an absence eleven school weeks back is out', () => {
    const marks = [...marksFrom('2025-09-01', 'O*4 /*96'), ...marksFrom('2025-11-10', '/*4 O*6')];
    const status = threshold(pupil(marks), { asOf: '2025-11-14' });
    expect(status).toMatchObject({ answer: 'no', unauthorisedInWindow: 6, windowFirstDay: '2025-09-08' });
  });

  it('an as-of day in the holidays takes the last school week before it', () => {
    const marks = marksFrom('2025-09-01', '/*90 O*10'); // to 7 November
    expect(threshold(pupil(marks), { asOf: '2025-11-30' })).toMatchObject({
      answer: 'yes',
      windowFirstDay: '2025-09-01',
      windowLastDay: '2025-11-09',
    });
  });

  it('crosses the end of the school year', () => {
    const summer = marksFrom('2025-05-05', '/*94 O*6'); // to 11 July
    const autumn = marksFrom('2025-09-01', 'O*4');
    expect(threshold(pupil([...summer, ...autumn]))).toMatchObject({ answer: 'yes', unauthorisedInWindow: 10 });
  });

  it('an earlier window that reached ten is told apart', () => {
    const marks = marksFrom('2025-09-01', 'O*10 /*140');
    const status = threshold(pupil(marks));
    expect(status).toMatchObject({
      answer: 'no',
      unauthorisedInWindow: 0,
      reachedBefore: { unauthorised: 10, windowFirstDay: '2025-09-01' },
    });
  });

  it('a code N waits for its reason for five school days', () => {
    const waiting = marked('/*80 O*8 // N N'); // both N on the as-of day
    expect(threshold(waiting)).toMatchObject({ answer: 'cannot-tell', unauthorisedInWindow: 8, awaitingReason: 2 });
    expect(threshold(marked('/*80 O*8 NN /*10'))).toMatchObject({ answer: 'cannot-tell', awaitingReason: 2 });
    expect(threshold(marked('/*80 O*8 NN /*12'))).toMatchObject({
      answer: 'yes',
      unauthorisedInWindow: 10,
      awaitingReason: 0,
    });
    expect(threshold(marked('/*90 O*8 N'))).toMatchObject({ answer: 'no', awaitingReason: 1 });
  });

  it('says both numbers where codes N would tip it', () => {
    const decision = decided([], marked('/*80 O*8 // NN'));
    expect(decision.cannotTell.join(' ')).toMatch(
      /codes N would tip it. Counted: 8 unauthorised sessions.*and 2 more of code N/,
    );
  });

  it('a window that reaches before the first known mark is "cannot tell", unless ten are known in it', () => {
    expect(threshold(marked('/*40'))).toMatchObject({ answer: 'cannot-tell', windowFirstDay: null });
    expect(threshold(marked('/*30 O*10')).answer).toBe('yes');
  });

  it('a pupil who joined late, in a school whose register is known', () => {
    const school = pupil(marksFrom('2025-09-01', '/*150'), { pupilId: 'P2' });
    const joiner = pupil(marksFrom('2025-11-24', '/*30'));
    expect(threshold(joiner, { asOf: '2025-12-12', others: [school] }).answer).toBe('cannot-tell');
  });

  it('the calendar may show that no school week lies before the first mark', () => {
    const summer = termDates('2025-06-02', '2026-07-22', [['2025-06-02', '2025-08-31']]);
    const marks = marksFrom('2025-09-01', '/*40');
    expect(threshold(pupil(marks), { entries: summer }).answer).toBe('cannot-tell');
    const before = termDates('2025-09-01', '2025-11-14');
    expect(threshold(pupil(marksFrom('2025-09-02', '/*98')), { entries: before, asOf: '2025-11-07' }).answer).toBe(
      'cannot-tell',
    );
    const inset = termDates('2025-09-01', '2025-11-14', [['2025-09-01', '2025-09-01']]);
    expect(threshold(pupil(marksFrom('2025-09-02', '/*98')), { entries: inset, asOf: '2025-11-07' }).answer).toBe('no');
  });

  it.each([
    ['Year 12', { year: '12' }],
    ['Year 12 with blanks round it', { year: ' 12 ' }],
    ['Year 13 in words', { year: 'Year 13' }],
    ['nursery', { year: 'Nursery' }],
    ['N2', { year: 'N2' }],
  ])('a pupil in %s may not be of compulsory school age', (_, more) => {
    const decision = decided([], pupil(marksFrom('2025-09-01', '/*90 O*12'), more));
    expect(decision.status.penaltyThreshold.answer).toBe('cannot-tell');
    expect(decision.cannotTell.join(' ')).toMatch(/compulsory school age/);
  });

  it.each(['R', 'Year 1', '7', '11', 'Reception'])(
    'a pupil in %s is taken to be of compulsory school age, and this is said',
    (group) => {
      const decision = decided([], pupil(marksFrom('2025-09-01', '/*90 O*10'), { year: group }));
      expect(decision.status.penaltyThreshold.answer).toBe('yes');
      expect(decision.because.map((reason) => reason.text).join(' ')).toMatch(/taken to be of compulsory school age/);
    },
  );

  it('code X makes it "cannot tell"', () => {
    expect(threshold(marked('/*80 X*2 O*10')).answer).toBe('cannot-tell');
  });

  describe('from totals', () => {
    it.each([
      ['ten or more', { possible: 300, attended: 280, authorised: 10, unauthorised: 10 }, 'cannot-tell'],
      [
        'fewer, in a period that must hold ten school weeks',
        { possible: 300, attended: 290, authorised: 5, unauthorised: 5 },
        'no',
      ],
      [
        'fewer, in a period that may be too short',
        { possible: 60, attended: 55, authorised: 0, unauthorised: 5 },
        'cannot-tell',
      ],
      ['unauthorised blank', { possible: 300, attended: 290 }, 'cannot-tell'],
      [
        'fewer, in a period that ends too early',
        { possible: 300, attended: 290, authorised: 5, unauthorised: 5, to: '2026-05-01' },
        'cannot-tell',
      ],
    ])('%s', (_, given, answer) => {
      expect(threshold(totals(given), { asOf: '2026-06-30' }).answer).toBe(answer);
    });

    it('a calendar shows whether the period covers the ten school weeks', () => {
      const given = { possible: 80, attended: 78, authorised: 0, unauthorised: 2 };
      const during = (from: string) =>
        threshold(totals({ ...given, from, to: '2025-12-19' }), { asOf: '2025-12-19', entries: year }).answer;
      expect(during('2025-10-06')).toBe('no');
      expect(during('2025-10-13')).toBe('cannot-tell');
    });

    it('says that totals without dates are taken as the year to date', () => {
      expect(
        decided([], totals({ possible: 300, attended: 290 }), { asOf: '2026-06-30' }).cannotTell.join(' '),
      ).toMatch(/this school year to date/);
    });
  });
});
