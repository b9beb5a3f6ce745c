import { describe, expect, it } from 'vitest';
import type { Step } from '#core/policy/schema.ts';
import { at, current, decided } from './deciding.ts';
import { attendance, marksFrom, pupil, step, termDates } from './ladders.ts';

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

  it('21 days after a letter are school days', () => {
    expect(isDue(ladder('21 days'), '2025-10-07')).toBe(false);
    expect(isDue(ladder('21 days'), '2025-10-15')).toBe(true);
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

  it('nothing before the action, or nothing since: it cannot be told', () => {
    const steps = [step(1, '<10'), step(2, { afterStep: '1', condition: 'there is no improvement' })];
    const who = pupil(attendance(20, 2, '2025-09-16'));
    expect(current(decided(steps, who, { asOf: '2025-10-31', actions }))).toBe('cannot-tell');
    expect(current(decided(steps, who, { asOf: '2025-11-28', actions: [['1', '2025-11-20']] }))).toBe('cannot-tell');
  });
});
