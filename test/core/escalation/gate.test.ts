import { describe, expect, it } from 'vitest';
import { buildCalendar } from '#core/attendance/calendar.ts';
import { figuresOf } from '#core/escalation/figures.ts';
import { staysWithheld } from '#core/escalation/gate.ts';
import { prepareLadder } from '#core/escalation/ladder.ts';
import { recordsOf } from '#core/escalation/records.ts';
import { viewOf } from '#core/escalation/view.ts';
import type { Step } from '#core/policy/schema.ts';
import { current, decided } from './deciding.ts';
import { marksFrom, PENALTY, pupil, step } from './ladders.ts';

const FINE = step(9, '10 unauthorised / 10 school weeks', { title: 'Fine', ...PENALTY });
const either = (...parts: string[]): Step['trigger'] => ({ anyOf: parts.map((part) => step(9, part).trigger) });

/** Whether further absences can never open the fine, for a pupil at 80% with late marks; actions as [step, date]. */
function stays(
  steps: Step[],
  actions: [string, string][],
  codes = `${'/'.repeat(70)}LLL/////${'O'.repeat(20)}//`,
): boolean {
  const who = pupil(marksFrom('2025-09-01', codes));
  const asOf = '2025-11-14';
  const ladder = prepareLadder([...steps, FINE]);
  const figures = figuresOf(who, buildCalendar([], [who]), asOf);
  const rows = actions.map(([name, date]) => ({ pupilId: 'P1', step: name, date }));
  const records = recordsOf(ladder, rows, 'P1', figures.yearStart, figures.asOfDay);
  const fine = [...(ladder.main?.rungs ?? []), ...ladder.others.flatMap(({ rungs }) => rungs)].find(
    ({ ref }) => ref.title === 'Fine',
  );
  if (!fine) throw new Error('the ladder has no fine');
  return staysWithheld(fine, viewOf(figures, records, ladder.rungs, ladder.counts));
}

describe('a fine that no further absence can open', () => {
  it.each<[string, Step[], [string, string][], boolean]>([
    ['a support step that holds and is not recorded', [step(1, '<96')], [], true],
    ['“or below” likewise', [step(1, '<=90')], [], true],
    ['it is recorded', [step(1, '<96')], [['1', '2025-10-01']], false],
    ['it does not hold yet', [step(1, '<50')], [], false],
    ['a status by its name', [step(1, { condition: 'persistent absence' }, { title: 'Persistent absence' })], [], true],
    ['a band that was passed', [step(1, '90-95'), step(2, '85-90')], [], true],
    ['late marks in a window may pass', [step(1, '<50'), step(2, '3 late / 4 weeks')], [], false],
    ['one of two ways that stays', [step(1, either('<96', '3 late / 4 weeks'))], [], true],
    ['one of two ways that may pass', [step(1, either('<50', '3 late / 4 weeks'))], [], false],
    [
      'a step after another whose time has come',
      [step(1, '<96'), step(2, 'after 1 / two weeks')],
      [['1', '2025-10-01']],
      true,
    ],
    [
      'a step that asks for improvement may pass',
      [step(1, '<96'), step(2, { afterStep: '1', condition: 'if attendance improves' })],
      [['1', '2025-10-01']],
      false,
    ],
  ])('%s: %s', (_, steps, actions, expected) => {
    expect(stays(steps, actions)).toBe(expected);
  });

  it('ten sessions of a holiday need no support', () => {
    expect(stays([step(1, '<96')], [], `${'/'.repeat(80)}${'G'.repeat(10)}`)).toBe(false);
  });
});

describe('a doubtful mark that leaves open which of two bands a pupil is in', () => {
  const bands = [step(1, '90-95'), step(2, '80-90'), step(3, '0-80')];
  // 39 of 50 sessions attended, or 40 of 50, which is exactly 80%.
  const who = pupil(marksFrom('2025-09-01', `${'/'.repeat(20)}?${'O'.repeat(10)}${'/'.repeat(19)}`));
  const decide = (...recorded: string[]) =>
    decided([...bands, FINE], who, { actions: recorded.map((name) => [name, '2025-10-01'] as const) });

  it.each<[string, string[]]>([
    ['the first band alone, though one of the other two surely holds', ['1']],
    ['the last band alone', ['3']],
    ['nothing', []],
  ])('keeps the fine withheld where the actions show %s', (_, recorded) => {
    expect(current(decide(...recorded))).not.toBe('Fine');
  });
  it('lets it open where every band that was reached in any reading is recorded', () => {
    expect(current(decide('1', '2', '3'))).toBe('Fine');
  });
});
