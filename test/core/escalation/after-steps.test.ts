import { describe, expect, it } from 'vitest';
import type { ActionTaken, PupilRecord } from '#core/attendance/pupil.ts';
import { prepareLadder } from '#core/escalation/decide.ts';
import { checkActions } from '#core/escalation/records.ts';
import type { Step } from '#core/policy/schema.ts';
import { current, decided, said, titles } from './deciding.ts';
import { attendance, MEETING_AND_PENALTY, marksFrom, pupil, step, termDates } from './ladders.ts';

describe('15. after-steps', () => {
  const then = (
    window: string | null,
    condition: string | undefined = 'no improvement',
    more: Partial<Step> = {},
  ): Step[] => [
    step(1, '<95'),
    step(
      2,
      { afterStep: 1, ...(window === null ? {} : { window }), ...(condition ? { condition } : {}) },
      { title: 'then', ...more },
    ),
  ];
  // 88% up to 26 September, and 80% after it.
  const worse = (days: number): PupilRecord =>
    pupil([
      ...marksFrom('2025-09-01', '/*35 I*5'),
      ...marksFrom('2025-09-29', '////I////I'.repeat(8).slice(0, days * 2)),
    ]);
  const taken: (readonly [string, string])[] = [['1', '2025-09-26']];

  it.each([
    ['two weeks', '2025-10-10', false],
    ['two weeks', '2025-10-11', true],
    ['a fortnight', '2025-10-11', true],
    ['1 week', '2025-10-03', false],
    ['1 week', '2025-10-04', true],
    ['one month', '2025-10-26', false],
    ['one month', '2025-10-27', true],
    ['5 days', '2025-10-03', false],
    ['5 days', '2025-10-04', true],
    ['5 school days', '2025-10-04', true],
  ])('%s after 26 September, on %s: due is %s', (window, asOf, due) => {
    const decision = decided(then(window), worse(20), { asOf, actions: taken });
    expect(current(decision) === 'then').toBe(due);
    expect(titles(decision.due).includes('then')).toBe(due);
  });

  // 88% up to 26 September; since then by the codes, with the two weeks over.
  it.each([
    ['below the figure since and over the year', '/*9 I*11', 'step'],
    ['at the figure since and below it over the year', '/*20', 'cannot-tell'],
    ['at the figure since and over the year', '/*100', 'none'],
  ])(
    '"has not risen to 92%" compares the attendance since with the figure, and nobody is asked: %s',
    (_, codes, answer) => {
      const decision = decided(
        [
          step(1, '10 late'),
          step(
            2,
            { afterStep: 1, window: '2 weeks', condition: 'attendance has not risen to 92% by the review' },
            { title: 'then' },
          ),
        ],
        pupil([...marksFrom('2025-09-01', '/*35 I*5'), ...marksFrom('2025-09-29', codes)]),
        { asOf: '2025-12-12', actions: taken },
      );
      expect([decision.current.answer, decision.asks]).toEqual([answer, []]);
    },
  );

  it('days to pay a penalty are days of the calendar', () => {
    const steps = [
      step(1, '<95', { ...MEETING_AND_PENALTY, title: 'Penalty notice' }),
      step(2, { afterStep: 1, window: '28 days', condition: 'payment not made' }, { title: 'then' }),
    ];
    expect(current(decided(steps, worse(30), { asOf: '2025-10-24', actions: taken }))).toBe('Penalty notice');
    expect(current(decided(steps, worse(30), { asOf: '2025-10-25', actions: taken }))).toBe('then');
  });

  const year = termDates('2025-09-01', '2026-07-22', [
    ['2025-10-27', '2025-10-31'],
    ['2025-12-22', '2026-01-02'],
    ['2026-02-16', '2026-02-20'],
  ]);

  it.each([
    ['a half term runs to the next break in the calendar', 'half term', '2025-10-24', '2025-10-25'],
    ['a term runs to the next holiday of two weeks', 'one term', '2025-12-19', '2025-12-20'],
  ])('%s', (_, window, lastOfWindow, due) => {
    const who = pupil([
      ...marksFrom('2025-09-01', '/*35 I*5'),
      ...marksFrom('2025-09-29', '////I'.repeat(8)),
      ...marksFrom('2025-11-03', '////I'.repeat(14)),
    ]);
    expect(current(decided(then(window), who, { asOf: lastOfWindow, entries: year, actions: taken }))).toBe('Rung 1');
    expect(current(decided(then(window), who, { asOf: due, entries: year, actions: taken }))).toBe('then');
  });

  it('a half term without a calendar is six weeks, and a term cannot be told', () => {
    const who = pupil([...marksFrom('2025-09-01', '/*35 I*5'), ...marksFrom('2025-09-29', '////I'.repeat(16))]);
    expect(current(decided(then('half term'), who, { asOf: '2025-11-07', actions: taken }))).toBe('Rung 1');
    expect(current(decided(then('half term'), who, { asOf: '2025-11-08', actions: taken }))).toBe('then');
    expect(decided(then('one term'), who, { asOf: '2025-11-08', actions: taken }).current.answer).toBe('cannot-tell');
  });

  it('"straight away" is due as soon as the earlier step is recorded', () => {
    expect(current(decided(then('immediately', ''), worse(20), { asOf: '2025-09-26', actions: taken }))).toBe('then');
  });

  it('attendance that is not above the attendance before is no improvement; the same is none either', () => {
    const same = pupil([...marksFrom('2025-09-01', '/*36 I*4'), ...marksFrom('2025-09-29', '/*18 II')]);
    const better = pupil([...marksFrom('2025-09-01', '/*36 I*4'), ...marksFrom('2025-09-29', '/*19 I')]);
    expect(current(decided(then('1 week'), same, { asOf: '2025-10-10', actions: taken }))).toBe('then');
    expect(current(decided(then('1 week'), better, { asOf: '2025-10-10', actions: taken }))).toBe('Rung 1');
  });

  it('a target of the step is compared with the attendance since; where the overall figure differs, it cannot be told', () => {
    const steps = then('1 week', 'no improvement', { target: 95 });
    const fell = pupil([...marksFrom('2025-09-01', '/*36 I*4'), ...marksFrom('2025-09-29', '/*18 II')]);
    expect(current(decided(steps, fell, { asOf: '2025-10-10', actions: taken }))).toBe('then');
    const rose = pupil([...marksFrom('2025-09-01', '/*36 I*4'), ...marksFrom('2025-09-29', '/*20')]);
    const decision = decided(steps, rose, { asOf: '2025-10-10', actions: taken });
    expect(decision.current.answer).toBe('cannot-tell');
    expect(said(decision)).toMatch(
      /20 of 20 sessions attended since, 36 of 40 up to then, 56 of 60 in the school year, the target is 95%/,
    );
  });

  it('without a recorded action it is not due, and `next` says what would make it due', () => {
    const decision = decided(then('two weeks'), worse(20), { asOf: '2025-10-24', actions: [] });
    expect(current(decision)).toBe('Rung 1');
    expect(decision.next).toMatchObject({ step: { title: 'then' }, needs: { action: 'Rung 1', on: '2025-11-08' } });
  });

  it('while the window runs, `next` says the day', () => {
    const decision = decided(then('two weeks'), worse(20), { asOf: '2025-10-03', actions: taken });
    expect(decision.next).toMatchObject({ step: { title: 'then' }, needs: { on: '2025-10-11' } });
    expect(decision.next?.text).toMatch(/11 October 2025, unless attendance has improved by then/);
  });

  it('without a window and without a measurable condition it is asked', () => {
    const decision = decided(then(null, 'measures not effective'), worse(20), { actions: taken });
    expect([current(decision), decision.asks.length]).toEqual(['Rung 1', 1]);
  });

  it('without a window, no improvement is measured from the day after', () => {
    expect(current(decided(then(null), worse(20), { asOf: '2025-10-24', actions: taken }))).toBe('then');
  });

  it('a window with words that cannot be measured is due by the window, and the words are asked', () => {
    const decision = decided(then('two weeks', 'parents do not engage'), worse(20), {
      asOf: '2025-10-24',
      actions: taken,
    });
    expect([current(decision), decision.asks[0]?.question]).toEqual([
      'then',
      expect.stringMatching(/parents do not engage/),
    ]);
  });

  it('a step with a number and an earlier step holds when both do', () => {
    const steps = [
      step(1, '<97'),
      step(
        2,
        {
          metric: 'attendance',
          op: '<',
          value: 95,
          unit: 'percent',
          afterStep: 1,
          condition: 'no significant improvement',
        },
        { title: 'both' },
      ),
    ];
    const who = worse(20);
    expect(current(decided(steps, who, { asOf: '2025-10-24', actions: [] }))).toBe('Rung 1');
    expect(current(decided(steps, who, { asOf: '2025-10-24', actions: taken }))).toBe('both');
  });

  it('no session since the action: it cannot be told whether attendance improved', () => {
    const who = pupil(marksFrom('2025-09-01', '/*35 I*5'));
    expect(decided(then('one week'), who, { asOf: '2025-10-10', actions: taken }).current.answer).toBe('cannot-tell');
  });
});

describe('16. what an action row names', () => {
  const steps = [
    step(1, '<95', { title: 'Letter 1: concern' }),
    step(2, '<93', { title: 'Letter 2: meeting' }),
    step(12, '<90', { title: 'Letter 12: panel' }),
    step(1, '3 late', { sequence: 'lateness', title: 'Late letter' }),
  ];
  const who = pupil(attendance(100, 8));
  const due = (...rows: ActionTaken[]): string[] => titles(decided(steps, who, { actions: rows }).due);
  const row = (name: string, more: Partial<ActionTaken> = {}): ActionTaken => ({
    pupilId: 'P1',
    step: name,
    date: '2025-10-01',
    row: 7,
    ...more,
  });

  it.each(['1', 'Letter 1', 'letter 1: CONCERN', 'concern', 'Step 1', ' 1 '])('%j names the first step', (name) => {
    expect(due(row(name))).toEqual(['Letter 2: meeting']);
  });

  it('a row of another ladder names it by its sequence', () => {
    expect(due(row('1', { sequence: 'lateness' }))).toEqual(['Letter 1: concern', 'Letter 2: meeting']);
  });

  it.each(['9', 'letter', 'a chat', ''])('%j names none, and the row is reported', (name) => {
    expect(said(decided(steps, who, { actions: [row(name)] }))).toMatch(
      /The action of 1 October 2025 \(row 7\) is left out/,
    );
  });

  it('a check of the whole file names the rows that are left out', () => {
    const actions = [row('1'), row('9'), row('1', { pupilId: 'P7' }), row('Penalty notice')];
    expect(checkActions(prepareLadder(steps), actions, (id) => id === 'P1').map((problem) => problem.message)).toEqual([
      'The action "9" is left out: no step has that number or title.',
      'The action "1" is left out: the pupil is not in the register.',
    ]);
  });

  it('rows of other pupils and rows after the as-of day are not the pupil’s', () => {
    expect(due(row('1', { pupilId: 'P2' }), row('2', { date: '2027-01-01' }))).toHaveLength(2);
  });
});
