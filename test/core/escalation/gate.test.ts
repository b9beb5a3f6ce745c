import { describe, expect, it } from 'vitest';
import { buildCalendar } from '#core/attendance/calendar.ts';
import { figuresOf } from '#core/escalation/figures.ts';
import { staysWithheld } from '#core/escalation/gate.ts';
import { prepareLadder } from '#core/escalation/ladder.ts';
import { recordsOf } from '#core/escalation/records.ts';
import { viewOf } from '#core/escalation/view.ts';
import type { Step, Trigger } from '#core/policy/schema.ts';
import { current, decided, reasons } from './deciding.ts';
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

  const ROSE = `${'O'.repeat(20)}${'/'.repeat(80)}`;
  const TAKEN: [string, string][] = [['1', '2025-10-01']];
  const following = (more: Step['trigger']): Step => step(2, { afterStep: '1', window: 'two weeks', ...more });
  it.each<[string, Step[], [string, string][], string, boolean]>([
    [
      'improvement that is there may pass',
      [step(1, '<96'), following({ condition: 'if attendance improves' })],
      TAKEN,
      ROSE,
      false,
    ],
    [
      'want of improvement that is not there',
      [step(1, '<96'), following({ condition: 'no improvement' })],
      TAKEN,
      ROSE,
      false,
    ],
    [
      'a status that is not reached',
      [step(1, { condition: 'severe absence' }, { title: 'Severe absence' })],
      [],
      ROSE,
      false,
    ],
    ['a figure that absences leave behind', [step(1, '>50')], [], ROSE, false],
    ['a figure and a step before it', [step(1, '<96'), following(step(9, '<90').trigger)], TAKEN, ROSE, true],
    [
      'late marks and a step before them',
      [step(1, '<96'), following(step(9, '1 late / 8 weeks').trigger)],
      TAKEN,
      `L${ROSE.slice(0, 79)}${'L/'.repeat(10)}`,
      false,
    ],
  ])('%s', (_, steps, actions, codes, expected) => {
    expect(stays(steps, actions, codes)).toBe(expected);
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

it('a band that the pupil has not come down to asks for no record', () => {
  const bands = [step(1, '90-95'), step(2, '80-90'), FINE];
  // 140 of 150 are 93.3%.
  const who = pupil(marksFrom('2025-09-01', `${'/'.repeat(140)}${'O'.repeat(10)}`));
  expect(current(decided(bands, who, { actions: [['1', '2025-10-01']] }))).toBe('Fine');
});

describe('why enforcement is withheld', () => {
  const ten = pupil(marksFrom('2025-09-01', `${'/'.repeat(90)}${'O'.repeat(10)}`));
  const fine = (trigger: string): Step => step(9, trigger, { title: 'Fine', ...PENALTY });
  it.each<[string, Step[], typeof ten, RegExp]>([
    [
      'two weeks of marks do not show the ten school weeks',
      [step(1, '<95'), fine('<90')],
      pupil(marksFrom('2025-09-01', `${'/'.repeat(15)}OOOOO`)),
      /withheld: whether the national threshold for a penalty notice is reached cannot be told/,
    ],
    [
      'no step of support holds',
      [step(1, '<50'), fine('10 unauthorised / 10 school weeks')],
      ten,
      /withheld: no earlier step of support holds, so that none is recorded/,
    ],
    [
      'the ladder has only rewards beside it',
      [step(1, '>=97', { kind: 'reward' }), fine('10 unauthorised / 10 school weeks')],
      ten,
      /withheld: the policy names no support/,
    ],
    [
      'a warning of a fine that was not sent is no support',
      [step(1, '5 unauthorised', { title: 'Penalty notice' }), fine('10 unauthorised / 10 school weeks')],
      ten,
      /withheld: no earlier step of support holds/,
    ],
  ])('%s', (_, steps, who, why) => {
    expect(reasons(decided(steps, who, { actions: [] }))).toMatch(why);
  });

  it('two notices to one parent close the notice, and not the prosecution beside it', () => {
    const both = step(2, '<95', {
      title: 'Legal',
      actions: ['a penalty notice is issued', 'prosecution'],
      enforcement: [0, 1],
    });
    const rows = [
      { pupilId: 'P1', step: '1', date: '2025-10-01' },
      ...['2025-01-10', '2025-05-09'].map((date) => ({ pupilId: 'P1', step: 'penalty notice', date, parentId: 'A' })),
    ];
    const decision = decided([step(1, '<96'), both], ten, { actions: rows });
    expect(current(decision)).toBe('Legal');
    expect(decision.current.withheld.map(({ action }) => action)).toEqual(['a penalty notice is issued']);
  });

  it.each<[string, (string | undefined)[], string, RegExp]>([
    ['two notices to nobody knows whom', [undefined, undefined], 'Rung 1', /do not show to which parent/],
    ['one to a parent, one to nobody knows whom', ['A', undefined], 'Rung 1', /do not show to which parent/],
    ['one to each parent', ['A', 'B'], 'Fine', /^(?!.*withheld)/],
    ['a single one to nobody knows whom', [undefined], 'Fine', /^(?!.*withheld)/],
  ])('%s', (_, parents, expected, why) => {
    const notices = parents.map((parentId, at) => ({
      pupilId: 'P1',
      step: 'penalty notice',
      date: `2025-0${at + 2}-10`,
      parentId,
    }));
    const rows = [{ pupilId: 'P1', step: '1', date: '2025-10-01' }, ...notices];
    const decision = decided([step(1, '<96'), FINE], ten, { actions: rows });
    expect(current(decision)).toBe(expected);
    expect(reasons(decision)).toMatch(why);
  });

  it.each([
    ['ten sessions of a holiday', 'GGGGGGGGGG', 'Fine'],
    ['nine and one of another kind', 'GGGGGGGGGO', 'Rung 1'],
  ])('%s', (_, codes, expected) => {
    const who = pupil(marksFrom('2025-09-01', `${'/'.repeat(90)}${codes}`));
    expect(current(decided([step(1, '<96'), FINE], who, { actions: [] }))).toBe(expected);
  });
});

describe('a case of its own that the policy states: five sessions of a holiday in term time', () => {
  const holiday: Trigger = { ...step(9, '5 unauthorised').trigger, condition: 'holiday in term time' };
  const FIVE = step(9, holiday, { title: 'Fine', ...PENALTY });
  const EITHER = step(9, { anyOf: [holiday, step(9, '<50').trigger] }, { title: 'Fine', ...PENALTY });
  it.each<[string, Step, string, string]>([
    ['the marks show it: no support is asked for', FIVE, 'GGGGGOOOOO', 'Fine'],
    ['as one of two ways onto the step', EITHER, 'GGGGGOOOOO', 'Fine'],
    ['four do not show it', FIVE, 'GGGGOOOOOO', 'Rung 1'],
    ['five, but the national threshold is not reached', FIVE, 'GGGGGOOOO/', 'Rung 1'],
  ])('%s', (_, fine, codes, expected) => {
    const who = pupil(marksFrom('2025-09-01', `${'/'.repeat(90)}${codes}`));
    expect(current(decided([step(1, '<96'), fine], who, { actions: [] }))).toBe(expected);
  });

  it('such a fine is never out of reach: five more sessions of that code lead to it', () => {
    const who = pupil(marksFrom('2025-09-01', `${'/'.repeat(90)}OOOOOOOOOO`));
    const { next } = decided([step(1, '<96'), FIVE], who, { actions: [] });
    expect(next?.needs).toEqual({ unauthorised: 5 });
    expect(next?.text).toMatch(/^With 5 more unauthorised sessions of code G it is step 9/);
  });
});
