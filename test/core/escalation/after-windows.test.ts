import { describe, expect, it } from 'vitest';
import type { Mark } from '#core/attendance/pupil.ts';
import type { Step } from '#core/policy/schema.ts';
import { at, current, decided, type Given } from './deciding.ts';
import { attendance, marksFrom, PENALTY, pupil, step, termDates } from './ladders.ts';

/** The last day on which the step is not due, and the first on which it is; the earlier step was taken on 15 September 2025, a Monday. */
const year = termDates('2025-09-01', '2026-07-20', [['2025-10-27', '2025-10-31']]);
const ladder = (window: string): Step[] => [step(1, '<96'), step(2, `after 1 / ${window}`)];
const isDue = (steps: Step[], asOf: string): boolean =>
  current(
    decided(steps, pupil(marksFrom('2025-09-01', '/'.repeat(20))), {
      asOf,
      entries: year,
      actions: [['1', '2025-09-15']],
    }),
  ) === 'Rung 2';

describe('from when a step is due', () => {
  it.each([
    ['two weeks', '2025-09-29', '2025-09-30'],
    ['2 school weeks', '2025-09-29', '2025-09-30'],
    ['10 calendar days', '2025-09-25', '2025-09-26'],
    ['5 school days', '2025-09-22', '2025-09-23'],
    ['10 sessions', '2025-09-22', '2025-09-23'],
    ['9 sessions', '2025-09-22', '2025-09-23'],
    ['5 working days', '2025-09-22', '2025-09-23'],
    ['a month', '2025-10-15', '2025-10-16'],
    ['half term', '2025-10-24', '2025-10-27'],
    ['29 school days', '2025-10-24', '2025-11-03'],
  ])('%s: not on %s, and on %s', (window, before, from) => {
    expect(isDue(ladder(window), before)).toBe(false);
    expect(isDue(ladder(window), from)).toBe(true);
  });

  it('school days leave out the days of a half term, and working days do not', () => {
    expect(isDue(ladder('32 school days'), '2025-11-05')).toBe(false);
    expect(isDue(ladder('32 working days'), '2025-10-30')).toBe(true);
  });

  it.each([
    ['21 days after a penalty notice', 'Penalty notice', '2025-10-06', '2025-10-07', '21 days'],
    ['28 days to pay', 'Time to pay', '2025-10-13', '2025-10-14', '28 days'],
  ])('%s are days of the calendar', (_, title, before, from, window) => {
    const steps = [step(1, '<96', { title }), step(2, `after 1 / ${window}`)];
    expect([before, from].map((day) => isDue(steps, day))).toEqual([false, true]);
  });

  it('21 days after a step that issues a penalty notice, whatever its title', () => {
    const fine = step(1, '<96', { title: 'Stage 1', ...PENALTY });
    const days = ['2025-10-06', '2025-10-07'];
    expect(days.map((day) => isDue([fine, step(2, 'after 1 / 21 days')], day))).toEqual([false, true]);
  });

  it('other days after a penalty notice are school days', () => {
    const steps = [step(1, '<96', { title: 'Penalty notice' }), step(2, 'after 1 / 10 days')];
    expect(['2025-09-26', '2025-09-29', '2025-09-30'].map((day) => isDue(steps, day))).toEqual([false, false, true]);
  });

  it('to the end of the school year: not within it', () => {
    expect(isDue(ladder('the school year'), '2026-07-20')).toBe(false);
    const who = pupil(attendance(20, 2));
    const actions: [string, string][] = [['1', '2025-09-15']];
    expect(decided(ladder('the school year'), who, { asOf: '2025-10-06', entries: year, actions }).next).toBeNull();
  });

  it('school days that neither calendar nor register shows were there may not have been: it cannot be told', () => {
    const who = pupil(marksFrom('2025-09-01', '/'.repeat(20)));
    const answers = ['2025-09-15', '2025-09-16', '2025-09-17'].map((asOf) =>
      current(decided(ladder('2 school days'), who, { asOf, actions: [['1', '2025-09-12']] })),
    );
    expect(answers).toEqual(['none', 'none', 'cannot-tell']);
  });

  it('days to come are no days that were: the step waits', () => {
    const who = pupil(marksFrom('2025-09-01', '/'.repeat(20)));
    expect(current(decided(ladder('2 school days'), who, { asOf: '2025-09-12', actions: [['1', '2025-09-12']] }))).toBe(
      'none',
    );
  });

  it('a Saturday that the calendar opens is a school day', () => {
    const saturday = (['AM', 'PM'] as const).map((session) => ({ date: '2025-09-20', session, open: true }));
    const who = pupil(marksFrom('2025-09-01', '/'.repeat(20)));
    const answers = ['2025-09-19', '2025-09-20', '2025-09-21'].map((asOf) =>
      current(
        decided(ladder('5 school days'), who, {
          asOf,
          entries: [...year, ...saturday],
          actions: [['1', '2025-09-15']],
        }),
      ),
    );
    expect(answers).toEqual(['none', 'none', 'Rung 2']);
  });

  it('21 days after a letter are school days', () => {
    expect(isDue(ladder('21 days'), '2025-10-07')).toBe(false);
    expect(isDue(ladder('21 days'), '2025-10-15')).toBe(true);
  });
});

describe('when an after-step comes', () => {
  const who = pupil(attendance(20, 2));
  const next = (window: string, more: Given): unknown =>
    decided(ladder(window), who, { asOf: '2025-10-06', entries: year, ...more }).next?.needs;
  it.each<[string, string, Given, unknown]>([
    ['the window runs', '4 weeks', { actions: [['1', '2025-09-15']] }, { on: '2025-10-14' }],
    ['it is to be recorded first', '4 weeks', { actions: [] }, { action: 'Rung 1', on: '2025-11-04' }],
    // Recorded as taken it still could not be told when the step comes.
    ['it is to be recorded, and nothing shows when the term ends', 'a term', { entries: [], actions: [] }, undefined],
    [
      'it was recorded, and nothing shows when the term ends',
      'a term',
      { entries: [], actions: [['1', '2025-09-15']] },
      undefined,
    ],
    [
      'the window ends with the school year',
      '4 weeks',
      { asOf: '2026-07-02', actions: [['1', '2026-07-02']] },
      { on: '2026-07-31' },
    ],
    [
      'the window ends in the next school year, in which the record counts no more',
      '4 weeks',
      { asOf: '2026-07-03', actions: [['1', '2026-07-03']] },
      undefined,
    ],
    ['straight away', 'immediately', { actions: [] }, { action: 'Rung 1' }],
  ])('%s', (_, window, given, expected) => {
    expect(next(window, given)).toEqual(expected);
  });

  it('without a window, recorded today: from tomorrow', () => {
    const steps = [step(1, '<96'), step(2, { afterStep: '1', condition: 'there is no improvement' })];
    const { next: found } = decided(steps, who, { asOf: '2025-10-06', entries: year, actions: [['1', '2025-10-06']] });
    expect(found?.needs).toEqual({ on: '2025-10-07' });
  });
});

describe('whether attendance improved', () => {
  const since = (condition: string): Step[] => [step(1, '<96'), step(2, { afterStep: '1', condition })];
  // Half of the sessions up to 15 September, and all of them after it; or the other way about.
  const better = pupil(marksFrom('2025-09-01', `${'/I'.repeat(11)}${'/'.repeat(10)}`));
  const worse = pupil(marksFrom('2025-09-01', `${'/'.repeat(22)}${'/I'.repeat(5)}`));
  const doubtful = pupil(marksFrom('2025-09-01', `${'/I'.repeat(11)}?`));
  const actions: [string, string][] = [['1', '2025-09-15']];
  it.each([
    ['no improvement, and it improved', 'there is no improvement', better, 'none'],
    ['no improvement, and it fell', 'there is no improvement', worse, 'Rung 2'],
    ['improvement, and it improved', 'if attendance improves', better, 'Rung 2'],
    ['improvement, and it fell', 'if attendance improves', worse, 'none'],
    ['one session since, which may be either', 'there is no improvement', doubtful, 'cannot-tell'],
    ['totals have no days', 'there is no improvement', at(97), 'cannot-tell'],
  ])('%s', (_, condition, who, expected) => {
    const [, after] = since(condition);
    const steps = [step(1, '<10'), ...(after ? [after] : [])];
    expect(current(decided(steps, who, { asOf: '2025-10-31', actions }))).toBe(expected);
  });

  it('where it did not improve for certain, days that may not have been school days change nothing', () => {
    const steps = [
      step(1, '<10'),
      step(2, { afterStep: '1', window: '2 school days', condition: 'if attendance improves' }),
    ];
    const answer = (asOf: string): unknown => current(decided(steps, worse, { asOf, actions: [['1', '2025-09-17']] }));
    expect(answer('2025-12-19')).toBe('none');
  });

  it('without a window the step may follow on the day after the action, not on the day itself', () => {
    const steps = since('there is no improvement');
    const [, after] = steps;
    const answer = (asOf: string): unknown =>
      current(decided([step(1, '<10'), ...(after ? [after] : [])], worse, { asOf, actions }));
    expect([answer('2025-09-15'), answer('2025-09-16')]).toEqual(['none', 'Rung 2']);
  });

  const SATURDAYS = { before: '2025-09-13', since: '2025-09-20' };
  const SCHOOL = { before: marksFrom('2025-09-08', '//I/'), since: marksFrom('2025-09-16', '//I/') };
  it.each<['before' | 'since', string]>([
    ['before', '/'],
    ['before', 'O'],
    ['since', '/'],
    ['since', 'O'],
  ])(
    'all that is known of the time %s the action is a %s on a Saturday, which may count for nothing: cannot tell',
    (when, code) => {
      const saturday: Mark = { date: SATURDAYS[when], session: 'AM', code };
      const marks = when === 'before' ? [saturday, ...SCHOOL.since] : [...SCHOOL.before, saturday];
      const steps = [step(1, '<10'), step(2, { afterStep: '1', condition: 'there is no improvement' })];
      expect(current(decided(steps, pupil(marks), { asOf: '2025-09-30', actions }))).toBe('cannot-tell');
    },
  );

  it.each([
    ['the target is met, and it was', 'the target is met', 90, better, 'cannot-tell'],
    ['the target is met, since and in the whole year', 'the target is met', 60, better, 'Rung 2'],
    ['the target is met, neither since nor in the whole year', 'the target is met', 99, worse, 'none'],
    ['the target is not met, since and in the whole year', 'the target is not met', 99, worse, 'Rung 2'],
    ['the target is not met, and it was', 'the target is not met', 60, better, 'none'],
    ['met in the whole year, and not since', 'the target is not met', 80, worse, 'cannot-tell'],
    [
      'exactly the target since, and in the whole year',
      'the target is met',
      50,
      pupil(marksFrom('2025-09-01', '/I'.repeat(16))),
      'Rung 2',
    ],
    ['totals have no days', 'the target is met', 50, at(97), 'cannot-tell'],
  ])('%s', (_, condition, target, who, expected) => {
    const steps = [step(1, '<10'), step(2, { afterStep: '1', condition }, { target })];
    expect(current(decided(steps, who, { asOf: '2025-10-31', actions }))).toBe(expected);
  });

  it('nothing before the action, or nothing since: it cannot be told', () => {
    const steps = [step(1, '<10'), step(2, { afterStep: '1', condition: 'there is no improvement' })];
    const who = pupil(attendance(20, 2, '2025-09-16'));
    expect(current(decided(steps, who, { asOf: '2025-10-31', actions }))).toBe('cannot-tell');
    expect(current(decided(steps, who, { asOf: '2025-11-28', actions: [['1', '2025-11-20']] }))).toBe('cannot-tell');
  });
});
