import { describe, expect, it } from 'vitest';
import type { CalendarEntry, PupilRecord } from '#core/attendance/pupil.ts';
import type { Step, Trigger } from '#core/policy/schema.ts';
import { decided, either, type Given, marked, missed } from './deciding.ts';
import { attendance, MEETING_AND_PENALTY, marksFrom, PENALTY, pupil, step, termDates, totals } from './ladders.ts';

/** What would lead to the next step, and out of the current one: figures and sentence, worked out by hand. */
const next = (steps: Step[], who: PupilRecord, given?: Given): unknown => {
  const found = decided(steps, who, given).next;
  return found && [found.needs, found.text];
};

describe('the fewest marks to the next step', () => {
  it.each<[string, Step[], PupilRecord, object, string]>([
    ['absences', [step(1, '<90')], missed(5), { absent: 6 }, 'With 6 more absent sessions it is step 1 ("Rung 1").'],
    [
      'a single one',
      [step(1, '<90')],
      missed(10),
      { absent: 1 },
      'With 1 more absent session it is step 1 ("Rung 1").',
    ],
    [
      'late marks',
      [step(1, '3 late')],
      marked('LL'),
      { late: 1 },
      'With 1 more late mark (L) it is step 1 ("Rung 1").',
    ],
    [
      'late marks after the register closed',
      [step(1, '3 late', { quote: 'three U codes' })],
      marked('U/'),
      { late: 2 },
      'With 2 more late marks (U) it is step 1 ("Rung 1").',
    ],
    [
      'late marks of either kind',
      [step(1, '4 late', { quote: 'L or U marks' })],
      marked('UL'),
      { late: 2 },
      'With 2 more late marks (L) it is step 1 ("Rung 1").',
    ],
    [
      'unauthorised sessions',
      [step(1, '3 unauthorised')],
      marked('O/'),
      { unauthorised: 2 },
      'With 2 more unauthorised sessions it is step 1 ("Rung 1").',
    ],
    [
      'a holiday',
      [step(1, { condition: 'holiday in term time' })],
      marked('//'),
      { unauthorised: 1 },
      'With 1 more unauthorised session of code G it is step 1 ("Rung 1").',
    ],
    [
      'of two ways the shorter',
      [step(1, either('<80', '3 late'))],
      marked(`L${'/'.repeat(99)}`),
      { late: 2 },
      'With 2 more late marks (L) it is step 1 ("Rung 1").',
    ],
    [
      'of two equally short ways the plainer',
      [step(1, either('3 unauthorised', '3 late'))],
      marked('////'),
      { unauthorised: 3 },
      'With 3 more unauthorised sessions it is step 1 ("Rung 1").',
    ],
    [
      'the next step, not the one behind it',
      [step(1, '<97'), step(2, '<95'), step(3, '<90')],
      missed(4),
      { absent: 2 },
      'With 2 more absent sessions it is step 2 ("Rung 2").',
    ],
    [
      'words are passed over',
      [step(1, '<97'), step(2, { condition: 'we are worried' }), step(3, '<90')],
      missed(4),
      { absent: 7 },
      'With 7 more absent sessions it is step 3 ("Rung 3").',
    ],
    [
      'so is a rung that is a reward',
      [step(1, '98-100', { kind: 'reward' }), step(2, '<95')],
      missed(0),
      { absent: 6 },
      'With 6 more absent sessions it is step 2 ("Rung 2").',
    ],
    // 6 of 105 are 5.7%, 5 of 104 are 4.8%.
    [
      'so is a rung for all pupils',
      [step(1, '<97', { kind: 'universal' }), step(2, '<95')],
      missed(1),
      { absent: 5 },
      'With 5 more absent sessions it is step 2 ("Rung 2").',
    ],
    [
      'from totals',
      [step(1, '<90')],
      totals({ possible: 100, attended: 95 }),
      { absent: 6 },
      'With 6 more absent sessions it is step 1 ("Rung 1").',
    ],
    // 100 of 3334 are 2.9994%, 100 of 3333 are 3.0003%.
    [
      'from totals, however far',
      [step(1, '<3')],
      totals({ possible: 100, attended: 100 }),
      { absent: 3234 },
      'With 3234 more absent sessions it is step 1 ("Rung 1").',
    ],
  ])('%s', (_, steps, who, needs, text) => {
    expect(next(steps, who)).toEqual([needs, text]);
  });

  it.each<[string, Step[], PupilRecord, Given]>([
    ['the last step holds', [step(1, '<90')], missed(12), {}],
    ['no marks lead to words', [step(1, { condition: 'we are worried' })], missed(12), {}],
    ['the step now cannot be told', [step(1, '<90'), step(2, '<50')], totals({ percent: '90.0' }), {}],
    // 100 of 5001 are below 2%: more than ten years of sessions.
    ['it takes more than totals of ten years', [step(1, '<2')], totals({ possible: 100, attended: 100 }), {}],
    // Nine school days are left: 100 of 118 are 84.746%.
    ['the school year ends before', [step(1, '<84.7')], missed(0), { asOf: '2026-07-20' }],
    [
      'the earlier step is still ahead, and cannot be told',
      [step(1, '2 notices'), step(2, 'after 1 / two weeks')],
      missed(2),
      { actions: null },
    ],
    [
      'the earlier step is still ahead, and no marks lead to it',
      [step(1, '2 notices'), step(2, 'after 1 / two weeks')],
      missed(2),
      { actions: [] },
    ],
    [
      'the earlier step is beyond the current one, and no marks lead to it',
      [step(1, '<99'), step(2, '2 notices'), step(3, 'after 2 / two weeks')],
      missed(2),
      { actions: [] },
    ],
    [
      'no calendar shows when the term ends, and the earlier step is not recorded',
      [step(1, '<99'), step(2, 'after 1 / one term')],
      missed(2),
      { actions: [] },
    ],
    [
      'the window ends in the next school year',
      [step(1, '<99'), step(2, 'after 1 / four weeks')],
      missed(2),
      { actions: [['1', '2026-07-10']], asOf: '2026-07-15' },
    ],
  ])('there are none where %s', (_, steps, who, given) => {
    expect(next(steps, who, given)).toBeNull();
  });

  it('the last session of the school year is the last that can be named', () => {
    expect(next([step(1, '<85')], missed(0), { asOf: '2026-07-20' })).toEqual([
      { absent: 18 },
      'With 18 more absent sessions it is step 1 ("Rung 1").',
    ]);
  });
});

describe('two ladders that need as many marks of different kinds', () => {
  // 11 of 102 are 10.8%, 10 of 101 are 9.9%.
  it('each name their own', () => {
    const { next, other } = decided([step(1, '<90'), step(1, '2 late', { sequence: 'lateness' })], missed(9));
    expect([next?.needs, other[0]?.next?.needs]).toEqual([{ absent: 2 }, { late: 2 }]);
  });
});

describe('a next step that follows another', () => {
  const asOf = '2025-10-06';
  const entries: CalendarEntry[] = termDates('2025-09-01', '2026-07-22', [['2025-10-27', '2025-10-31']]);
  const who = pupil(attendance(20, 2));
  const steps = (trigger: Trigger): Step[] => [step(1, '<96'), step(2, { afterStep: '1', ...trigger })];
  const taken = [['1', '2025-09-15']] as const;
  it.each<[string, Trigger, Given['actions'], object | null, string]>([
    [
      'while its window runs',
      { window: '4 weeks' },
      [...taken],
      { on: '2025-10-14' },
      'From 14 October 2025 it is step 2 ("Rung 2").',
    ],
    [
      'without a record',
      { window: '4 weeks' },
      [],
      { action: 'Rung 1', on: '2025-11-04' },
      'With "Rung 1" recorded as taken, from 4 November 2025 it is step 2 ("Rung 2").',
    ],
    [
      'unless attendance improves',
      { window: '4 weeks', condition: 'no improvement' },
      [...taken],
      { on: '2025-10-14' },
      'From 14 October 2025, unless attendance has improved by then, it is step 2 ("Rung 2").',
    ],
    [
      'unless it improves enough',
      { window: '4 weeks', condition: 'no significant improvement' },
      [...taken],
      { on: '2025-10-14' },
      'From 14 October 2025, unless attendance has improved by then, it is step 2 ("Rung 2").',
    ],
    [
      'if attendance improves',
      { window: '4 weeks', condition: 'if attendance improves' },
      [...taken],
      { on: '2025-10-14' },
      'From 14 October 2025, if attendance has improved by then, it is step 2 ("Rung 2").',
    ],
    [
      'unless a figure is met',
      { window: '4 weeks', condition: 'the target is missed' },
      [...taken],
      { on: '2025-10-14' },
      'From 14 October 2025, unless the target is met by then, it is step 2 ("Rung 2").',
    ],
    [
      'if a figure is met',
      { window: '4 weeks', condition: 'the target is met' },
      [...taken],
      { on: '2025-10-14' },
      'From 14 October 2025, if the target is met by then, it is step 2 ("Rung 2").',
    ],
    [
      'straight away',
      { window: 'immediately' },
      [],
      { action: 'Rung 1' },
      'With "Rung 1" recorded as taken it is step 2 ("Rung 2").',
    ],
    [
      'no improvement, without a window or a record',
      { condition: 'no improvement' },
      [],
      { action: 'Rung 1' },
      'With "Rung 1" recorded as taken it is step 2 ("Rung 2").',
    ],
    // 18 of 24 are 75%: the absences are named beside the step to record.
    [
      'with a figure beside it',
      { window: '4 weeks', metric: 'attendance', op: '<', value: 80, unit: 'percent' },
      [],
      { absent: 3, action: 'Rung 1', on: '2025-11-04' },
      'With 3 more absent sessions and "Rung 1" recorded as taken, from 4 November 2025 it is step 2 ("Rung 2").',
    ],
    [
      'with a figure beside it, once it is recorded',
      { window: '4 weeks', metric: 'attendance', op: '<', value: 80, unit: 'percent' },
      [...taken],
      { absent: 3, on: '2025-10-14' },
      'With 3 more absent sessions, from 14 October 2025 it is step 2 ("Rung 2").',
    ],
    [
      'with a figure that absences cannot reach',
      { window: '4 weeks', metric: 'lateMarks', op: '>=', value: 3 },
      [],
      null,
      '',
    ],
  ])('%s', (_, trigger, actions, needs, text) => {
    const given = { asOf, entries, actions: actions ?? null };
    const [letter, panel] = steps(trigger);
    const target = /target/.test(trigger.condition ?? '') ? { target: 95 } : {};
    expect(next([{ ...letter, ...target } as Step, panel as Step], who, given)).toEqual(needs && [needs, text]);
  });

  it.each([
    ['the current one', '2', 'Meeting'],
    ['a milder one', '1', 'Letter'],
  ])('names %s to be recorded', (_, order, action) => {
    const ladder = [step(1, '<97', { title: 'Letter' }), step(2, '<95', { title: 'Meeting' })];
    expect(next([...ladder, step(3, `after ${order} / two weeks`)], missed(8), { actions: [] })).toEqual([
      { action, on: '2025-11-22' },
      `With "${action}" recorded as taken, from 22 November 2025 it is step 3 ("Rung 3").`,
    ]);
  });

  it('waits for an earlier step that was taken before its turn', () => {
    const steps = [step(1, '<99'), step(2, '2 notices'), step(3, 'after 2 / two weeks')];
    expect(next(steps, missed(2), { actions: [['2', '2025-11-03']] })).toEqual([
      { on: '2025-11-18' },
      'From 18 November 2025 it is step 3 ("Rung 3").',
    ]);
  });

  // 18 of 20 up to the letter on 12 September, 20 of 20 since: with 3 absences 20 of 23 are no better, with 2 they are.
  it.each<[string, string, object, number, string]>([
    ['no improvement', 'attendance has improved', {}, 3, '20 of 23'],
    ['the target is missed', 'the target is met', { target: 95 }, 2, '20 of 22 and 38 of 42'],
  ])('while the window runs and things are well, the absences too: %s', (condition, unless, more, absent) => {
    const steps = [step(1, '<96', more), step(2, { afterStep: '1', condition, window: '4 weeks' }, more)];
    const codes = `${'/'.repeat(18)}II${'/'.repeat(20)}`;
    const actions: Given['actions'] = [['1', '2025-09-12']];
    expect(next(steps, pupil(marksFrom('2025-09-01', codes)), { actions })).toEqual([
      { absent, on: '2025-10-11' },
      `With ${absent} more absent sessions, from 11 October 2025, unless ${unless} by then, it is step 2 ("Rung 2").`,
    ]);
    const then = (more: number): unknown => {
      const who = pupil(marksFrom('2025-09-01', codes + 'I'.repeat(more)));
      return decided(steps, who, { asOf: '2025-10-11', actions }).current.step?.title;
    };
    expect(then(absent)).toBe('Rung 2');
    expect(then(absent - 1)).not.toBe('Rung 2');
  });

  it('from the last of the absences, where they end after the window', () => {
    const steps = [step(1, '<96'), step(2, { afterStep: '1', condition: 'no improvement', window: '2 weeks' })];
    const codes = `${'/'.repeat(12)}${'I'.repeat(8)}${'/'.repeat(18)}`;
    expect(next(steps, pupil(marksFrom('2025-09-01', codes)), { actions: [['1', '2025-09-12']] })).toEqual([
      { absent: 12 },
      'With 12 more absent sessions it is step 2 ("Rung 2").',
    ]);
  });

  it('not at all where the school year is too short for the absences that it would take', () => {
    const steps = [step(1, '<96'), step(2, { afterStep: '1', condition: 'no improvement', window: '2 weeks' })];
    const codes = `${'I'.repeat(20)}${'/'.repeat(18)}`;
    expect(next(steps, pupil(marksFrom('2025-09-01', codes)), { actions: [['1', '2025-09-12']] })).toBeNull();
  });

  it('once the window is over, improvement is lost by marks', () => {
    // 18 of 20 up to the letter on 12 September, 10 of 10 since: with 2 absences 10 of 12 are less.
    const marks = marksFrom('2025-09-01', `${'/'.repeat(18)}II${'/'.repeat(10)}`);
    const found = next([step(1, '<96'), step(2, { afterStep: '1', condition: 'no improvement' })], pupil(marks), {
      actions: [['1', '2025-09-12']],
    });
    expect(found).toEqual([{ absent: 2 }, 'With 2 more absent sessions it is step 2 ("Rung 2").']);
  });
});

describe('how many attended sessions lead out of the current step', () => {
  const leaves = (steps: Step[], who: PupilRecord, given?: Given) => decided(steps, who, given).leaves;
  it.each<[string, Step[], PupilRecord, number, string]>([
    [
      'to none',
      [step(1, '<90')],
      missed(12),
      20,
      '20 more attended sessions in a row would lead out of step 1 ("Rung 1").',
    ],
    [
      'to a milder one',
      [step(1, '<95'), step(2, '<90')],
      missed(12),
      20,
      '20 more attended sessions in a row would lead out of step 2 ("Rung 2"), to step 1 ("Rung 1").',
    ],
    [
      'a single one',
      [step(1, '<=90')],
      missed(10),
      1,
      '1 more attended session in a row would lead out of step 1 ("Rung 1").',
    ],
    [
      'days in a row are over with one',
      [step(1, '3 running')],
      marked('//IIIIII'),
      1,
      '1 more attended session in a row would lead out of step 1 ("Rung 1").',
    ],
    // Late on 2 September twice and on the 3rd; the four weeks no longer hold the 2nd from Tuesday 30 September AM on,
    // the first session of the nineteenth school day after Wednesday the 3rd.
    [
      'a window that moves on',
      [step(1, '3 late / 4 weeks')],
      marked('//LLL/'),
      37,
      '37 more attended sessions in a row would lead out of step 1 ("Rung 1").',
    ],
  ])('%s', (_, steps, who, attended, text) => {
    expect(leaves(steps, who)).toEqual({ attended, text });
  });
  it.each<[string, Step[], PupilRecord, Given]>([
    ['none holds', [step(1, '<90')], missed(2), {}],
    ['a count of the school year never falls', [step(1, '3 absent')], missed(12), {}],
    ['the school year ends before', [step(1, '<90')], missed(12), { asOf: '2026-07-20' }],
    // 40 more would lead out of step 1, and 20 days are more than two weeks.
    [
      'the window of a step behind it ends before',
      [step(1, '<=90'), step(2, 'after 1 / two weeks')],
      missed(14),
      { actions: [['1', '2025-11-07']] },
    ],
    ['it is a reward', [step(1, '>=97', { kind: 'reward' }), step(2, '<90')], missed(2), {}],
    ['it is for all pupils', [step(1, '90-95', { kind: 'universal' }), step(2, '<90')], missed(8), {}],
    [
      'a mark leaves open which step it would be',
      [step(1, '<95'), step(2, '<90')],
      pupil(marksFrom('2025-09-01', `${'/'.repeat(85)}?${'I'.repeat(14)}`)),
      { asOf: '2026-07-06' },
    ],
  ])('none do where %s', (_, steps, who, given) => {
    expect(leaves(steps, who, given)).toBeNull();
  });

  it('a step of enforcement is left when its window moves on', () => {
    const steps = [step(1, '<97'), step(2, '10 unauthorised / 10 school weeks', { title: 'Fine', ...PENALTY })];
    // O on 1 and 2 September, and eight on 3 to 8 November: from 10 November the first week is out.
    const who = marked('O*4 /*90 O*6');
    expect(leaves(steps, who, { actions: [['1', '2025-10-01']] })).toEqual({
      attended: 1,
      text: '1 more attended session in a row would lead out of step 2 ("Fine"), to step 1 ("Rung 1").',
    });
  });

  it('a step with support in it stays as long as its figure does', () => {
    const steps = [step(1, '<97'), step(2, '<90', MEETING_AND_PENALTY)];
    expect(leaves(steps, missed(12), { actions: [] })?.attended).toBe(20);
  });
});
