import { describe, expect, it } from 'vitest';
import { buildCalendar } from '#core/attendance/calendar.ts';
import { type Day, dayFromNumber } from '#core/attendance/day.ts';
import type { CalendarEntry, PupilRecord } from '#core/attendance/pupil.ts';
import { figuresOf } from '#core/escalation/figures.ts';
import { ABSENCE, ATTENDED, HOLIDAY_MARK, UNAUTHORISED_ABSENCE } from '#core/escalation/imagined.ts';
import { countNational } from '#core/escalation/national.ts';
import { nationalAnswer } from '#core/escalation/national-status.ts';
import { NO_RECORDS } from '#core/escalation/records.ts';
import { NO, UNKNOWN, type View, viewOf, viewWith, YES } from '#core/escalation/view.ts';
import { decided, marked } from './deciding.ts';
import { marksFrom, pupil, step, termDates, totals } from './ladders.ts';

const HALF_TERM = ['2025-10-27', '2025-10-31'] as const;
const year = termDates('2025-09-01', '2026-07-22', [
  HALF_TERM,
  ['2025-12-22', '2026-01-02'],
  ['2026-02-16', '2026-02-20'],
]);

const seen = (who: PupilRecord, asOf: Day, entries: CalendarEntry[] = []): View =>
  viewOf(figuresOf(who, buildCalendar(entries, [who]), asOf), NO_RECORDS, 0, 0);
const WORDS = { [YES]: 'yes', [NO]: 'no', [UNKNOWN]: 'cannot tell' } as Record<number, string>;

describe('the window as marks are imagined in it', () => {
  // Ten weeks without a break to Friday 7 November: O on 1 September, N on 6 and 7 November.
  const who = marked('O*2 /*94 N*4');
  const asOf = '2025-11-07';
  interface Count {
    counted: number;
    awaiting: number;
    holiday: number;
    firstDay: Day | null;
    lastDay: Day;
  }
  const count = (ahead: [number, number] | null, entries?: CalendarEntry[], whose = who, day = asOf): Count => {
    const now = seen(whose, day, entries);
    const view = ahead ? viewWith(now, ...ahead) : now;
    if (!view) throw new Error('past the end of the school year');
    const { counted, awaiting, holiday, firstDay, lastDay } = countNational(view);
    return {
      counted,
      awaiting,
      holiday,
      firstDay: firstDay === null ? null : dayFromNumber(firstDay),
      lastDay: dayFromNumber(lastDay),
    };
  };
  const closed = (first: Day, last: Day): CalendarEntry[] => termDates('2025-09-01', '2026-07-22', [[first, last]]);

  it.each<[string, [number, number] | null, Partial<Count>]>([
    ['now', null, { counted: 2, awaiting: 4, firstDay: '2025-09-01', lastDay: '2025-11-07' }],
    [
      'on Monday 10 November the first week is out',
      [2, ATTENDED],
      { counted: 0, awaiting: 4, firstDay: '2025-09-08', lastDay: '2025-11-10' },
    ],
    ['on Thursday the fifth school day of 6 November is not over', [8, ATTENDED], { counted: 0, awaiting: 4 }],
    [
      'on Friday it is, and that of 7 November is not',
      [10, ATTENDED],
      { counted: 2, awaiting: 2, lastDay: '2025-11-14' },
    ],
    ['on Monday 17 November both are', [12, ATTENDED], { counted: 4, awaiting: 0, firstDay: '2025-09-15' }],
    [
      'sessions to come that are unauthorised count at once',
      [3, UNAUTHORISED_ABSENCE],
      { counted: 3, awaiting: 4, holiday: 0 },
    ],
    ['and those of a holiday are told apart', [3, HOLIDAY_MARK], { counted: 3, awaiting: 4, holiday: 3 }],
    ['authorised ones do not count', [3, ABSENCE], { counted: 0, awaiting: 4 }],
    ['of twelve weeks to come only ten are in', [120, UNAUTHORISED_ABSENCE], { counted: 100, awaiting: 0 }],
  ])('%s', (_, ahead, expected) => {
    expect(count(ahead)).toMatchObject(expected);
  });

  it.each<[string, [number, number], Partial<Count>]>([
    [
      'a week that the calendar closes is no school week',
      [2, ATTENDED],
      { firstDay: '2025-09-08', lastDay: '2025-11-17' },
    ],
    ['and its days are no school days', [8, ATTENDED], { awaiting: 4 }],
    ['they go on behind it', [10, ATTENDED], { counted: 2, awaiting: 2 }],
  ])('%s', (_, ahead, expected) => {
    expect(count(ahead, closed('2025-11-10', '2025-11-14'))).toMatchObject(expected);
  });

  it('a weekend between is no school day either', () => {
    // Wednesday 5 November; to Tuesday 11 November are four school days.
    const absent = marked('/*94 NN /*6');
    expect(count([2, ATTENDED], [], absent, '2025-11-10')).toMatchObject({ counted: 0, awaiting: 2 });
    expect(count([6, ATTENDED], [], absent, '2025-11-10')).toMatchObject({ counted: 2, awaiting: 0 });
  });

  it.each<[string, string, Partial<Count>]>([
    ['in a week of its own', '/*20', { firstDay: null, lastDay: '2025-09-15' }],
    ['in the week of the day itself', '/*18', { firstDay: null, lastDay: '2025-09-12' }],
  ])('a register of two weeks knows of no ten, with a session to come %s', (_, codes, expected) => {
    const few = marked(codes);
    expect(count([1, UNAUTHORISED_ABSENCE], [], few, few.marks?.at(-1)?.date)).toMatchObject({
      counted: 1,
      ...expected,
    });
  });

  it('of ten sessions of a holiday before the day, those in the window count as such', () => {
    expect(count([2, HOLIDAY_MARK], [], marked('G*2 /*90 G*8'), asOf)).toMatchObject({ counted: 10, holiday: 10 });
  });

  it.each<[string, [number, number], string]>([
    ['eight and two to come are ten', [2, UNAUTHORISED_ABSENCE], 'yes'],
    ['eight and one are not', [1, UNAUTHORISED_ABSENCE], 'no'],
    ['no absence that is authorised makes ten of them', [4, ABSENCE], 'no'],
  ])('%s', (_, ahead, answer) => {
    const then = viewWith(seen(marked('/*92 O*8'), asOf), ...ahead);
    expect(then && WORDS[nationalAnswer(then)]).toBe(answer);
  });

  it('two unauthorised codes for one session are one that is sure', () => {
    const who = marked('/*90 O*9 U');
    const twice = pupil([...(who.marks ?? []), { date: '2025-11-07', session: 'PM', code: 'O' }]);
    expect(countNational(seen(twice, asOf))).toMatchObject({ counted: 10, most: 10, answer: YES });
  });

  it('a doubtful mark may be the tenth to come', () => {
    const then = viewWith(seen(marked('/*91 O*8 ?'), asOf), 1, UNAUTHORISED_ABSENCE);
    expect(then && WORDS[nationalAnswer(then)]).toBe('cannot tell');
  });
});

describe('8. totals say "no" where their period covers the ten school weeks', () => {
  const answer = (given: Parameters<typeof totals>[0], asOf: Day, entries: CalendarEntry[] = []): string | undefined =>
    WORDS[
      nationalAnswer(
        seen(totals({ possible: 50, attended: 45, authorised: 2, unauthorised: 3, ...given }), asOf, entries),
      )
    ];
  const monday = year.filter(({ date }) => date !== '2025-10-20');
  const before = [...termDates('2025-06-02', '2025-07-18'), ...year];
  const closed = year.filter(({ date }) => date !== '2026-01-12');

  // The ten school weeks to Friday 16 January 2026 begin on Monday 20 October.
  it.each<[string, Parameters<typeof totals>[0], Day, CalendarEntry[], string]>([
    ['from their first day to the day', { from: '2025-10-20', to: '2026-01-16' }, '2026-01-16', year, 'no'],
    ['a day less at the beginning', { from: '2025-10-21', to: '2026-01-16' }, '2026-01-16', year, 'cannot tell'],
    ['where that day was no school day', { from: '2025-10-21', to: '2026-01-16' }, '2026-01-16', monday, 'no'],
    ['but the next one was', { from: '2025-10-22', to: '2026-01-16' }, '2026-01-16', monday, 'cannot tell'],
    ['a day less at the end', { from: '2025-10-20', to: '2026-01-15' }, '2026-01-16', year, 'cannot tell'],
    ['up to the Friday before a Sunday', { from: '2025-10-20', to: '2026-01-16' }, '2026-01-18', year, 'no'],
    ['not to the Thursday', { from: '2025-10-20', to: '2026-01-15' }, '2026-01-18', year, 'cannot tell'],
    ['to a Wednesday of a week that goes on', { from: '2025-10-20', to: '2026-01-14' }, '2026-01-14', year, 'no'],
    ['to the Friday before a closed Monday', { from: '2025-10-20', to: '2026-01-09' }, '2026-01-12', closed, 'no'],
    ['not to the Thursday', { from: '2025-10-20', to: '2026-01-08' }, '2026-01-12', closed, 'cannot tell'],
    ['to the last day before a break', { from: '2025-10-20', to: '2026-02-13' }, '2026-02-18', year, 'no'],
    ['and not to the day before it', { from: '2025-10-20', to: '2026-02-12' }, '2026-02-18', year, 'cannot tell'],
    ['without a period they are the year to date', {}, '2026-01-16', year, 'no'],
    ['which does not hold weeks of the year before', {}, '2025-10-03', before, 'cannot tell'],
    ['totals of that time too do', { from: '2025-06-02', to: '2025-10-03' }, '2025-10-03', before, 'no'],
    ['ten may lie in the window or not', { unauthorised: 10, attended: 38 }, '2026-01-16', year, 'cannot tell'],
    ['nine are too few', { unauthorised: 9, attended: 39 }, '2026-01-16', year, 'no'],
    ['not where nothing is said of them', { unauthorised: null, authorised: null }, '2026-01-16', year, 'cannot tell'],
    [
      'without a calendar nine weeks may hold 90 sessions',
      { possible: 90, attended: 85 },
      '2026-01-16',
      [],
      'cannot tell',
    ],
    ['but not 91', { possible: 91, attended: 86 }, '2026-01-16', [], 'no'],
    ['to the day itself', { possible: 91, attended: 86, to: '2026-01-15' }, '2026-01-15', [], 'no'],
    ['not to the day before', { possible: 91, attended: 86, to: '2026-01-14' }, '2026-01-15', [], 'cannot tell'],
    [
      'to the Friday before a Sunday without a calendar',
      { possible: 91, attended: 86, to: '2026-01-16' },
      '2026-01-18',
      [],
      'no',
    ],
    [
      'not to the Thursday before it',
      { possible: 91, attended: 86, to: '2026-01-15' },
      '2026-01-18',
      [],
      'cannot tell',
    ],
    ['a calendar of a few weeks is as none', { possible: 91, attended: 86 }, '2025-10-03', year, 'no'],
    ['before there was a threshold', { possible: 91, attended: 86 }, '2023-10-06', [], 'cannot tell'],
  ])('%s', (_, given, asOf, entries, expected) => {
    expect(answer(given, asOf, entries)).toBe(expected);
  });

  it('with sessions imagined beside them nothing can be told', () => {
    const now = seen(totals({ possible: 200, attended: 195, authorised: 2, unauthorised: 3 }), '2026-01-16', year);
    const then = viewWith(now, 1, ABSENCE);
    expect(then && WORDS[nationalAnswer(then)]).toBe('cannot tell');
  });
});

describe('7. who is of compulsory school age, and what is known of the window', () => {
  const status = (who: PupilRecord, entries: CalendarEntry[] = []) =>
    decided([], who, { asOf: '2025-12-12', entries }).status.penaltyThreshold;
  const told = (who: PupilRecord): string | undefined =>
    decided([], who).cannotTell.find((text) => text.startsWith('The national threshold'));

  it('a code X of this school year shows it, though it lies before the window', () => {
    expect(told(marked('X /*149'))).toContain('the register has code X for the pupil');
    expect(told(pupil([...marksFrom('2025-07-14', 'X/'), ...marksFrom('2025-09-01', '/*150')]))).toBeUndefined();
  });
  it('a year of the sixth form shows it, with blanks round it too', () => {
    expect(told(marked('/*150', { year: ' 12 ' }))).toContain('the register has the pupil in Year 12, and');
    expect(told(marked('/*150', { year: ' Nursery ' }))).toContain('the register has the pupil in Nursery, and');
    expect(told(marked('/*150', { year: '11' }))).toBeUndefined();
  });
  it('without a single mark the window is not known', () => {
    expect(status(marked('- -'), termDates('2025-09-01', '2025-12-19')).answer).toBe('cannot-tell');
  });
  // The 91st session is the morning of Monday 3 November.
  it.each([
    ['alone', '/*90 O /*59', 1],
    ['beside one of an unknown code', '/*70 ? /*19 O /*59', 1],
    ['not the one of an unknown code', '/*70 ? /*79', 0],
  ])('of a session with two unauthorised codes it is sure, %s', (_, codes, unauthorisedInWindow) => {
    const { marks = [] } = marked(codes);
    const twice = marks.flatMap((mark) => (mark.code === 'O' ? [mark, { ...mark, code: 'U' }] : [mark]));
    expect(status(pupil(twice))).toMatchObject({ answer: 'no', unauthorisedInWindow });
  });
  // Wednesday of the tenth week: with Thursday the first week is still in the window.
  it('the week of the last mark is one week with those that are still to come in it', () => {
    const { next } = decided([step(1, '10 unauthorised / 10 school weeks')], marked('O*4 /*88 O*4'));
    expect(next?.needs).toEqual({ unauthorised: 2 });
  });
});

describe('7. the marks behind the answer', () => {
  const days = (who: PupilRecord): string[] =>
    decided([], who).status.penaltyThreshold.marks.map(({ date, code }) => `${date} ${code}`);
  it.each<[string, PupilRecord, string[]]>([
    ['are those of the window', marked('OO /*128 L O I /*17'), ['2025-12-01 O']],
    [
      'of the school year before too, where it reaches there',
      pupil([...marksFrom('2025-05-05', 'OO /*18 U /*79'), ...marksFrom('2025-09-01', '/O /*8')]),
      ['2025-05-19 U', '2025-09-01 O'],
    ],
    ['totals have none', totals({ possible: 100, attended: 90, unauthorised: 10 }), []],
  ])('%s', (_, who, expected) => {
    expect(days(who)).toEqual(expected);
  });
});

describe('6. an earlier window that reached ten', () => {
  const earlier = (who: PupilRecord, asOf?: Day): unknown =>
    decided([], who, asOf === undefined ? {} : { asOf }).status.penaltyThreshold.reachedBefore;
  const found = (windowFirstDay: Day, windowLastDay: Day, unauthorised: number) => ({
    windowFirstDay,
    windowLastDay,
    unauthorised,
  });
  it.each<[string, PupilRecord, unknown]>([
    // To Friday 12 December: the ten weeks from 6 October are the window of now.
    ['the latest that did', marked('O*10 /*140'), found('2025-09-01', '2025-11-09', 10)],
    ['nine did not', marked('O*9 /*141'), undefined],
    ['as many as lay in it', marked('O*6 /*44 O*6 /*94'), found('2025-09-01', '2025-11-09', 12)],
    ['not where they never lay in one', marked('O*5 /*105 O*5 /*35'), undefined],
    ['ten now are no earlier ones', marked('/*140 O*10'), undefined],
    ['with those of now beside them', marked('O*10 /*130 O*5 /*5'), found('2025-09-01', '2025-11-09', 10)],
    [
      'a window that began before the last of them left',
      marked('O*2 /*28 O*10 /*130'),
      found('2025-09-22', '2025-11-30', 10),
    ],
    [
      'in the weeks that are known, where they are fewer',
      marked('/*2 O*10 /*98'),
      found('2025-09-01', '2025-11-09', 10),
    ],
    [
      'in the school year before',
      pupil([...marksFrom('2025-06-02', 'O*10 /*60'), ...marksFrom('2025-09-01', '/*60')]),
      found('2025-06-02', '2025-09-21', 10),
    ],
    ['illness does not count', marked('I*10 /*140'), undefined],
    ['nor does lateness', marked('O*9 L*5 /*136'), undefined],
    ['nor do marks in doubt', marked('O*9 ?*3 /*138'), undefined],
    ['codes N that wait do not', marked('O*9 /*140 N'), undefined],
  ])('%s', (_, who, expected) => {
    expect(earlier(who)).toEqual(expected);
  });

  it('is told beside the window of now', () => {
    const reason = decided([], marked('O*10 /*140')).notYet.find(({ text }) =>
      text.startsWith('The national threshold'),
    );
    expect(reason?.text).toMatch(/ It was reached before: 10 from 1 September 2025 to 9 November 2025\.$/);
    const none = decided([], marked('/*150')).notYet.find(({ text }) => text.startsWith('The national threshold'));
    expect(none?.text).not.toMatch(/reached before/);
  });

  it('is of no account before there was a threshold', () => {
    expect(earlier(pupil(marksFrom('2023-01-09', 'O*10 /*140')))).toBeUndefined();
  });

  it('the marks of the window are listed, those of the school year before too', () => {
    const who = pupil([
      ...marksFrom('2025-07-07', 'O*2 I G /*16').map((mark, row) => ({ ...mark, row })),
      ...marksFrom('2025-09-01', '/ U'),
    ]);
    expect(decided([], who).status.penaltyThreshold.marks).toEqual([
      { date: '2025-07-07', session: 'AM', code: 'O' },
      { date: '2025-07-07', session: 'PM', code: 'O' },
      { date: '2025-07-08', session: 'PM', code: 'G' },
      { date: '2025-09-01', session: 'PM', code: 'U' },
    ]);
  });
});
