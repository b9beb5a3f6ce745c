import { describe, expect, it } from 'vitest';
import type { PupilRecord } from '#core/attendance/pupil.ts';
import type { Step } from '#core/policy/schema.ts';
import { decided, type Given, marked } from './deciding.ts';
import { PENALTY, step, totals } from './ladders.ts';

/** What would lead to a next step of enforcement: figures and sentence, worked out by hand. */
const next = (steps: Step[], who: PupilRecord, given?: Given): unknown => {
  const found = decided(steps, who, given).next;
  return found && [found.needs, found.text];
};

describe('a next step of enforcement', () => {
  const fine = step(3, '10 unauthorised / 10 school weeks', { title: 'Fine', ...PENALTY });
  const steps = [step(1, '<97', { title: 'Letter' }), step(2, '<95', { title: 'Meeting' }), fine];
  const RECORDED: Given = {
    actions: [
      ['1', '2025-10-01'],
      ['2', '2025-10-01'],
    ],
  };
  it.each<[string, Step[], PupilRecord, Given, unknown]>([
    [
      'the support is recorded',
      steps,
      marked('/*92 O*8'),
      RECORDED,
      [{ unauthorised: 2 }, 'With 2 more unauthorised sessions it is step 3 ("Fine").'],
    ],
    [
      'ten are there, the support is not recorded',
      steps,
      marked('/*90 O*10'),
      { actions: [] },
      [{ action: 'Letter; Meeting' }, 'With "Letter; Meeting" recorded as taken it is step 3 ("Fine").'],
    ],
    [
      'only a part of it is',
      steps,
      marked('/*90 O*10'),
      { actions: [['1', '2025-10-01']] },
      [{ action: 'Meeting' }, 'With "Meeting" recorded as taken it is step 3 ("Fine").'],
    ],
    [
      'both are missing',
      steps,
      marked('/*92 O*8'),
      { actions: [] },
      [
        { unauthorised: 2, action: 'Letter; Meeting' },
        'With 2 more unauthorised sessions and "Letter; Meeting" recorded as taken it is step 3 ("Fine").',
      ],
    ],
    // 12 of 100 are below 90% already; two of the ten sessions are missing, and the support.
    [
      'its own figure holds, and neither the threshold nor the support is there',
      [...steps.slice(0, 2), step(3, '<90', { title: 'Fine', ...PENALTY })],
      marked('/*88 I*4 O*8'),
      { actions: [] },
      [
        { unauthorised: 2, action: 'Letter; Meeting' },
        'With 2 more unauthorised sessions and "Letter; Meeting" recorded as taken it is step 3 ("Fine").',
      ],
    ],
    // 90 of 113 are 79.6%, 90 of 112 are 80.4%.
    [
      'ten sessions of a holiday need no support: only its figure is missing',
      [step(1, '<97', { title: 'Letter' }), step(2, '<80', { title: 'Fine', ...PENALTY })],
      marked('/*90 G*10'),
      { actions: [] },
      [{ absent: 13 }, 'With 13 more absent sessions it is step 2 ("Fine").'],
    ],
    // 91 of 114 are 79.8%, 91 of 113 are 80.5%.
    [
      'nine sessions of a holiday do need it',
      [step(1, '<97', { title: 'Letter' }), step(2, '<80', { title: 'Fine', ...PENALTY })],
      marked('/*91 G*9'),
      { actions: [] },
      [
        { unauthorised: 14, action: 'Letter' },
        'With 14 more unauthorised sessions and "Letter" recorded as taken it is step 2 ("Fine").',
      ],
    ],
    ['no actions file can show support', steps, marked('/*92 O*8'), {}, null],
    ['sessions of a holiday need none', steps, marked('/*92 G*8'), {}, null],
    [
      'totals do not say when theirs were',
      steps,
      totals({ possible: 300, attended: 280, unauthorised: 8 }),
      RECORDED,
      null,
    ],
    ['no step of the policy is support', [fine], marked('/*92 O*8'), { actions: [] }, null],
    [
      'two notices stand to one parent',
      steps,
      marked('/*92 O*8'),
      {
        actions: [
          ...(RECORDED.actions ?? []),
          ...['2025-02-01', '2025-03-01'].map((date) => ({ pupilId: 'P1', step: 'Fine', date, parentId: 'A' })),
        ],
      },
      null,
    ],
  ])('%s', (_, given, who, more, expected) => {
    expect(next(given, who, more)).toEqual(expected);
  });

  it('a ladder of penalties asks for the support of the main ladder', () => {
    const penalty = step(1, '10 unauthorised / 10 school weeks', { title: 'Fine', sequence: 'penalty', ...PENALTY });
    const [main] = [steps.slice(0, 2)];
    const found = (given: Given) =>
      decided([...(main ?? []), penalty], marked('/*92 O*8'), given).other[0]?.next?.needs;
    expect([found(RECORDED), found({ actions: [] }), found({})]).toEqual([
      { unauthorised: 2 },
      { unauthorised: 2, action: 'Letter; Meeting' },
      undefined,
    ]);
  });
});

it('a ladder of penalties asks for its own support, where it has some', () => {
  const [letter, warning, fine] = [
    step(1, '<97', { title: 'Letter' }),
    step(1, '5 unauthorised', { title: 'Warning', sequence: 'penalty' }),
    step(2, '10 unauthorised / 10 school weeks', { title: 'Fine', sequence: 'penalty', ...PENALTY }),
  ];
  const { other } = decided([letter, warning, fine], marked('/*92 O*8'), { actions: [] });
  expect(other[0]?.next?.needs).toEqual({ unauthorised: 2, action: 'Warning' });
});

it('a ladder of penalties without support of its own asks for that of the main ladder', () => {
  const [letter, fine] = [
    step(1, '<97', { title: 'Letter' }),
    step(1, '10 unauthorised / 10 school weeks', { title: 'Fine', sequence: 'penalty', ...PENALTY }),
  ];
  const { other } = decided([letter, fine], marked('/*92 O*8'), { actions: [] });
  expect(other[0]?.next?.needs).toEqual({ unauthorised: 2, action: 'Letter' });
});

describe('a next step of enforcement that follows another', () => {
  const letter = step(1, '<97', { title: 'Letter' });
  const meeting = step(2, '<95', { title: 'Meeting' });
  const fine = (trigger: string) => step(3, trigger, { title: 'Fine', ...PENALTY });
  const steps = [letter, meeting, fine('after 2 / two weeks')];
  // Friday 7 November is the last day; two weeks from it end on 21 November, from Wednesday 5 November on 19 November.
  it.each<[string, Step[], string, [string, string][], unknown]>([
    [
      'opens with the support that is not recorded either',
      steps,
      '/*90 O*10',
      [],
      [
        { action: 'Letter; Meeting', on: '2025-11-22' },
        'With "Letter; Meeting" recorded as taken, from 22 November 2025 it is step 3 ("Fine").',
      ],
    ],
    [
      'opens with the step before it alone where the rest is recorded',
      steps,
      '/*90 O*10',
      [['1', '2025-10-01']],
      [
        { action: 'Meeting', on: '2025-11-22' },
        'With "Meeting" recorded as taken, from 22 November 2025 it is step 3 ("Fine").',
      ],
    ],
    [
      'opens with the other support where the step before it is recorded',
      steps,
      '/*90 O*10',
      [['2', '2025-11-05']],
      [
        { action: 'Letter', on: '2025-11-20' },
        'With "Letter" recorded as taken, from 20 November 2025 it is step 3 ("Fine").',
      ],
    ],
    [
      'opens by itself where all of it is recorded',
      steps,
      '/*90 O*10',
      [
        ['1', '2025-10-01'],
        ['2', '2025-11-05'],
      ],
      [{ on: '2025-11-20' }, 'From 20 November 2025 it is step 3 ("Fine").'],
    ],
    [
      'opens straight away where it may',
      [letter, meeting, fine('after 2 / immediately')],
      '/*90 O*10',
      [],
      [{ action: 'Letter; Meeting' }, 'With "Letter; Meeting" recorded as taken it is step 3 ("Fine").'],
    ],
    ['stays closed below the national threshold, whatever is recorded', steps, '/*91 O*9', [], null],
    [
      'stays closed below the national threshold, though its window will end',
      steps,
      '/*91 O*9',
      [
        ['1', '2025-10-01'],
        ['2', '2025-11-05'],
      ],
      null,
    ],
    // Four of the ten fall on 1 and 2 September, the window's first week: by 22 November it has moved on.
    ['is closed again when the ten school weeks have moved on by then', steps, 'O*4 /*90 O*6', [], null],
  ])('%s', (_, given, codes, actions, expected) => {
    expect(next(given, marked(codes), { actions })).toEqual(expected);
  });

  it('stays closed without an actions file, and where two notices stand to one parent', () => {
    const notice = (date: string) => ({ pupilId: 'P1', step: 'Fine', date, parentId: 'A' });
    expect(next(steps, marked('/*90 O*10'))).toBeNull();
    expect(
      next(steps, marked('/*90 O*10'), { actions: [['1', '2025-10-01'], notice('2025-02-03'), notice('2025-03-03')] }),
    ).toBeNull();
  });

  it('names what is to be recorded in the order of the steps', () => {
    const late = step(1, '3 late', { title: 'Talk' });
    const found = next(
      [late, meeting, step(3, 'after 1 / two weeks', { title: 'Fine', ...PENALTY })],
      marked('/*90 O*10'),
      {
        actions: [],
      },
    );
    expect(found).toEqual([
      { action: 'Talk; Meeting', on: '2025-11-22' },
      'With "Talk; Meeting" recorded as taken, from 22 November 2025 it is step 3 ("Fine").',
    ]);
  });

  // 86 of 100 are 86%, and below 80% from 86 of 108: eight more, with which the week of 1 September is out of the window.
  it('asks for unauthorised sessions where other absences would move the window on', () => {
    const straightAway = { afterStep: '2', window: 'immediately', metric: 'attendance', op: '<', value: 80 } as const;
    const panel = step(3, { ...straightAway, unit: 'percent' }, { title: 'Fine', ...PENALTY });
    const actions = [['1', '2025-10-01'] as const];
    expect(next([letter, meeting, panel], marked('/*86 I*4 O*10'), { actions })).toEqual([
      { absent: 8, action: 'Meeting' },
      'With 8 more absent sessions and "Meeting" recorded as taken it is step 3 ("Fine").',
    ]);
    expect(next([letter, meeting, panel], marked('O*4 /*86 I*4 O*6'), { actions })).toEqual([
      { unauthorised: 8, action: 'Meeting' },
      'With 8 more unauthorised sessions and "Meeting" recorded as taken it is step 3 ("Fine").',
    ]);
  });

  it('is not promised straight away where two notices stand to one parent', () => {
    const notice = (date: string) => ({ pupilId: 'P1', step: 'Fine', date, parentId: 'A' });
    const found = next([letter, meeting, fine('after 2 / immediately')], marked('/*90 O*10'), {
      actions: [['1', '2025-10-01'], notice('2025-02-03'), notice('2025-03-03')],
    });
    expect(found).toBeNull();
  });

  // 85 of 100 are 85%, and below 80% from 85 of 107: seven more.
  it('names the absences that its figure asks for beside them', () => {
    const both = { afterStep: '2', window: 'two weeks', metric: 'attendance', op: '<', value: 80 } as const;
    const panel = step(3, { ...both, unit: 'percent' }, { title: 'Fine', ...PENALTY });
    expect(next([letter, meeting, panel], marked('/*85 I*5 O*10'), { actions: [['1', '2025-10-01']] })).toEqual([
      { absent: 7, action: 'Meeting', on: '2025-11-22' },
      'With 7 more absent sessions and "Meeting" recorded as taken, from 22 November 2025 it is step 3 ("Fine").',
    ]);
    expect(next([letter, meeting, panel], marked('/*85 I*6 O*9'), { actions: [['1', '2025-10-01']] })).toBeNull();
  });
});
