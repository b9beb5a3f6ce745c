import { describe, expect, it } from 'vitest';
import { prepareLadder } from '#core/escalation/ladder.ts';
import type { Rung, Test } from '#core/escalation/test.ts';
import type { Step, Trigger } from '#core/policy/schema.ts';
import { either } from './deciding.ts';
import { step } from './ladders.ts';

/** How the steps of one ladder are tied to one another, before any pupil is looked at. */
const rungsOf = (steps: Step[]): Rung[] => prepareLadder(steps).main?.rungs ?? [];
const partsOf = (test: Test | undefined): Test[] =>
  test?.kind === 'all' || test?.kind === 'any' ? test.tests.flatMap(partsOf) : test ? [test] : [];
const titled = (steps: Step[], title: string): Rung => {
  const found = rungsOf(steps).find(({ ref }) => ref.title === title);
  if (!found) throw new Error(`no step ${title}`);
  return found;
};

describe('the earlier step that an after-step names', () => {
  const letter = (order: number | string, title: string): Step => step(order, '<95', { title });
  const follows = (reference: string, order: number | string = 9): Step =>
    step(order, { afterStep: reference, window: 'two weeks' }, { title: 'after' });
  const earlier = (steps: Step[]): string | undefined => {
    const [test] = partsOf(titled(steps, 'after').test);
    return test?.kind === 'after' ? test.earlier?.ref.title : test?.kind;
  };
  it.each<[string, Step[], string]>([
    ['by its number', [letter(1, 'one'), letter(2, 'two'), follows('2')], 'two'],
    ['by number and letter', [letter('2a', 'first'), letter('2b', 'second'), follows('2a')], 'first'],
    ['whichever way the letter is printed', [letter('2a', 'first'), letter('2b', 'second'), follows(' 2B ')], 'second'],
    ['of a number that was split, the last', [letter('2a', 'first'), letter('2b', 'second'), follows('2')], 'second'],
    ['of two with that number, the nearest before it', [letter(1, 'far'), letter(1, 'near'), follows('1')], 'near'],
    [
      'not one behind it, where there is one before',
      [letter(1, 'before'), follows('1'), letter(1, 'behind')],
      'before',
    ],
    ['one behind it, where there is no other', [follows('1'), letter(1, 'behind')], 'behind'],
    ['of two behind it, the first', [follows('1'), letter(1, 'next'), letter(1, 'last')], 'next'],
    ['never the step itself', [letter(1, 'one'), follows('9')], 'words'],
    ['nor where a split number is its own', [letter(1, 'one'), follows('9', '9a')], 'words'],
    ['none with that number', [letter(1, 'one'), follows('4')], 'words'],
  ])('%s', (_, steps, expected) => {
    expect(earlier(steps)).toBe(expected);
  });

  it.each<[string, Trigger, string]>([
    ['its condition', { afterStep: '4', window: 'two weeks', condition: 'no improvement' }, 'no improvement'],
    ['what is printed', { afterStep: '4', window: 'two weeks' }, 'after step 4'],
  ])('an earlier step that is not in the policy: a person is asked %s', (_, trigger, question) => {
    const rung = titled([letter(1, 'one'), step(9, trigger, { title: 'after' })], 'after');
    expect([rung.test, rung.asks]).toEqual([{ kind: 'words', condition: question }, [question]]);
  });

  it('a condition that a person is asked anyway is asked once', () => {
    const trigger = { afterStep: '4', window: 'two weeks', condition: 'parents do not reply' };
    expect(titled([letter(1, 'one'), step(9, trigger, { title: 'after' })], 'after').asks).toEqual([
      'parents do not reply',
    ]);
  });

  it('likewise where it is one of two ways, and the other is a figure', () => {
    const trigger = { anyOf: [{ afterStep: '4', window: 'two weeks' }, step(9, '<80').trigger] };
    const rung = titled([letter(1, 'one'), step(9, trigger, { title: 'after' })], 'after');
    expect(rung.test).toMatchObject({ kind: 'any', tests: [{ kind: 'words' }, { kind: 'percent' }] });
  });
});

describe('the time that an after-step waits', () => {
  const window = (monitoring: Step['monitoring'], trigger: Trigger): unknown => {
    const [first, second] = [step(1, '<95', monitoring ? { monitoring } : {}), step(2, trigger, { title: 'after' })];
    const [test] = partsOf(titled([first, second], 'after').test);
    return test?.kind === 'after' ? test.window : test?.kind;
  };
  const noneOfItsOwn = { afterStep: '1', condition: 'no improvement' };
  it.each<[string, Step['monitoring'], Trigger, unknown]>([
    ['its own', { value: 4, unit: 'weeks' }, { ...noneOfItsOwn, window: 'two weeks' }, { count: 2, unit: 'weeks' }],
    [
      'that in which the earlier step is watched',
      { value: 4, unit: 'weeks' },
      noneOfItsOwn,
      { count: 4, unit: 'weeks' },
    ],
    ['in days of school', { value: 10, unit: 'days' }, noneOfItsOwn, { count: 10, unit: 'schoolDays' }],
    ['not hours, which no register shows', { value: 24, unit: 'hours' }, noneOfItsOwn, null],
    ['not minutes', { value: 30, unit: 'minutes' }, noneOfItsOwn, null],
    ['none', undefined, noneOfItsOwn, null],
  ])('%s', (_, monitoring, trigger, expected) => {
    expect(window(monitoring, trigger)).toEqual(expected);
  });
});

describe('the target that an after-step compares with', () => {
  const test = (letter: Partial<Step>, panel: Partial<Step>, trigger: Trigger): Test =>
    titled([step(1, '<95', letter), step(2, { afterStep: '1', ...trigger }, { title: 'after', ...panel })], 'after')
      .test;
  const missed = { condition: 'the target is missed' };
  it.each<[string, Partial<Step>, Partial<Step>, Trigger, object]>([
    [
      'its own',
      { target: 97 },
      { target: 95.5 },
      missed,
      { kind: 'after', target: 95_500, improvement: 'target missed' },
    ],
    [
      'that of the earlier step',
      { target: 96.9 },
      {},
      missed,
      { kind: 'after', target: 96_900, improvement: 'target missed' },
    ],
    [
      'for a target that is met too',
      { target: 96 },
      {},
      { condition: 'the target is met' },
      { kind: 'after', target: 96_000, improvement: 'target met' },
    ],
    [
      'one that the policy does not state is for a person',
      {},
      {},
      missed,
      { kind: 'words', condition: 'the target is missed' },
    ],
    [
      'with a window, which is waited for',
      {},
      {},
      { ...missed, window: 'two weeks' },
      { kind: 'after', target: null, improvement: null, window: { count: 2, unit: 'weeks' } },
    ],
    [
      'improvement asks for none',
      { target: 96 },
      {},
      { condition: 'no improvement' },
      { kind: 'after', target: null, improvement: 'not improved' },
    ],
  ])('%s', (_, letter, panel, trigger, expected) => {
    expect(test(letter, panel, trigger)).toMatchObject(expected);
  });
});

describe('12. how far down a band reaches', () => {
  const low = (steps: Step[]): unknown => {
    const [test] = partsOf(titled(steps, 'band').test).filter(({ kind }) => kind === 'band');
    return test?.kind === 'band' ? (test.reaches ?? 'its low end') : null;
  };
  const band = step(1, '90-95', { title: 'band' });
  const DOWN = { percent: -1, in: true };
  const words = { condition: 'no medical evidence' };
  it.each<[string, Step[], unknown]>([
    ['the lowest, all the way', [band], DOWN],
    ['not a reward', [step(1, '90-95', { title: 'band', kind: 'reward' })], 'its low end'],
    ['nor "or above"', [step(1, '>=97', { title: 'band' })], 'its low end'],
    ['to the band that begins where it ends', [band, step(2, '80-90')], 'its low end'],
    ['to the next band, which has its own high end', [band, step(2, '80-89')], { percent: 89_000, in: false }],
    ['to "below", which leaves it the figure', [band, step(2, '<89')], { percent: 89_000, in: true }],
    ['to "or below"', [band, step(2, '<=89')], { percent: 89_000, in: false }],
    [
      'to persistent absence',
      [
        step(1, '91-95', { title: 'band' }),
        step(2, { condition: 'persistent absence' }, { title: 'Persistent absence' }),
      ],
      { percent: 90_000, in: false },
    ],
    ['over a count of sessions', [band, step(2, '8 absent')], DOWN],
    [
      'over a step of enforcement alone, which may be withheld',
      [band, step(2, '<85', { actions: ['a fine'], enforcement: [0] })],
      DOWN,
    ],
    [
      'to the one behind it',
      [band, step(2, '<85', { actions: ['a fine'], enforcement: [0] }), step(3, '<80')],
      { percent: 80_000, in: true },
    ],
    ['to a band with words beside it', [band, step(2, { band: [80, 89], ...words })], { percent: 89_000, in: false }],
    [
      'over a step of two figures, which may not hold',
      [band, step(2, { ...step(9, '<85').trigger, afterStep: '1', window: 'two weeks' })],
      DOWN,
    ],
    ['over a step with a second way onto it', [band, step(2, either('<85', '3 late'))], DOWN],
    ['over a step of words', [band, step(2, words)], DOWN],
  ])('%s', (_, steps, expected) => {
    expect(low(steps)).toEqual(expected);
  });
});

describe('12. who shares the end of a band', () => {
  const shared = (steps: Step[], title: string): unknown[] =>
    partsOf(titled(steps, title).test).flatMap((test) => {
      if (test.kind === 'band') return test.sharedWith ? [test.sharedWith.rung.ref.title, test.sharedWith.from] : [];
      return test.kind === 'percent' && test.sharedWith ? [test.sharedWith.ref.title] : [];
    });
  const claims = (steps: Step[], title: string): unknown[] =>
    partsOf(titled(steps, title).test).flatMap((test) =>
      test.kind === 'band' ? (test.claims ?? []).map(({ rung, upTo }) => [rung.ref.title, upTo]) : [],
    );
  const A = step(1, '95-100', { title: 'A' });
  const B = step(2, '90-95', { title: 'B' });
  it.each<[string, Step[], unknown[], unknown[]]>([
    ['two bands with one end', [A, B], ['A', 95_000], [['B', 95_000]]],
    ['two that overlap', [A, step(2, '90-96', { title: 'B' })], ['A', 95_000], [['B', 96_000]]],
    ['two with a gap', [A, step(2, '90-94', { title: 'B' })], [], []],
    ['"95 or below"', [A, step(2, '<=95', { title: 'B' })], ['A'], [['B', 95_000]]],
    ['"below 95" takes nothing', [A, step(2, '<95', { title: 'B' })], [], []],
    ['"94 or below" neither', [A, step(2, '<=94', { title: 'B' })], [], []],
    ['printed the other way round', [B, A], ['A', 95_000], [['B', 95_000]]],
    [
      'with words beside them',
      [step(1, { band: [95, 100], condition: 'concerns' }, { title: 'A' }), B],
      ['A', 95_000],
      [['B', 95_000]],
    ],
    ['two with the same low end do not', [step(1, '90-100', { title: 'A' }), B], [], []],
  ])('%s', (_, steps, ofB, ofA) => {
    expect([shared(steps, 'B'), claims(steps, 'A')]).toEqual([ofB, ofA]);
  });

  it('of two milder bands within reach, the one that begins lower, though another is nearer', () => {
    const steps = [
      step(1, '91-99', { title: 'wide' }),
      step(2, '94-98', { title: 'narrow' }),
      step(3, '90-96', { title: 'low' }),
    ];
    expect(shared(steps, 'low')).toEqual(['wide', 91_000]);
  });

  it('of two milder bands within reach, the one that begins lower', () => {
    const steps = [
      step(1, '94-100', { title: 'top' }),
      step(2, '92-98', { title: 'middle' }),
      step(3, '90-96', { title: 'low' }),
    ];
    expect(shared(steps, 'low')).toEqual(['middle', 92_000]);
    expect([claims(steps, 'middle'), claims(steps, 'top')]).toEqual([[['low', 96_000]], [['middle', 98_000]]]);
  });
});
