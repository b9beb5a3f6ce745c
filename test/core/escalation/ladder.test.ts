import { describe, expect, it } from 'vitest';
import { at, current, decided, said, titles } from './deciding.ts';
import { attendance, marksFrom, PENALTY, pupil, step, totals } from './ladders.ts';

describe('10. the main ladder', () => {
  const percentSteps = [
    step(1, '<95', { sequence: 'other', title: 'other 95' }),
    step(2, '<90', { sequence: 'other', title: 'other 90' }),
  ];

  it.each([
    [
      'the sequence with most steps by attendance percentage',
      [step(1, '<95', { title: 'main 95' }), ...percentSteps],
      'other 90',
    ],
    [
      'of equal ones the one with most steps',
      [
        step(1, '<95', { title: 'main 95' }),
        step(2, '<88', { title: 'main 88' }),
        step(3, 'a meeting', { title: 'words' }),
        ...percentSteps,
      ],
      'main 88',
    ],
    [
      'of equal ones the first in the document',
      [...percentSteps, step(1, '<95', { title: 'main 95' }), step(2, '<88', { title: 'main 88' })],
      'other 90',
    ],
    [
      'without percentages the longest of the general ones',
      [
        step(1, '3 late', { sequence: 'lateness' }),
        step(2, '5 late', { sequence: 'lateness' }),
        step(1, '20 absent', { sequence: 'legal', title: 'legal 20' }),
      ],
      'legal 20',
    ],
  ])('%s', (_, steps, title) => {
    expect(current(decided(steps, at(85)))).toBe(title);
  });

  it('a policy with only a penalty ladder has no main ladder, and says so', () => {
    const decision = decided(
      [step(1, '10 unauthorised / 10 school weeks', { sequence: 'penalty', ...PENALTY })],
      at(85),
    );
    expect(decision.current.answer).toBe('none');
    expect(said(decision)).toMatch(/no ladder for attendance in general/);
    expect(decision.other.map((other) => other.sequence)).toEqual(['penalty']);
  });

  it('a policy without any step says that it has no ladder', () => {
    const decision = decided([], at(85));
    expect(decision.current).toEqual({ answer: 'none', step: null, withheld: [] });
    expect(said(decision)).toMatch(/The policy has no ladder/);
    expect(decision.status.persistentAbsence.answer).toBe('yes');
  });

  it('a more severe percentage step elsewhere is named', () => {
    const steps = [
      step(1, '<95'),
      step(2, '<90'),
      step(1, '<85', { sequence: 'other', title: 'tell the authority' }),
      step(2, '<97', { sequence: 'other' }),
    ];
    expect(titles(decided(steps, at(84)).elsewhere)).toEqual(['tell the authority']);
    expect(decided(steps, at(86)).elsewhere).toEqual([]);
  });

  it('percentages are ordered by severity whatever order they are printed in', () => {
    const steps = [step(1, '<85', { title: '85' }), step(2, '<90', { title: '90' }), step(3, '<95', { title: '95' })];
    const decision = decided(steps, at(84));
    expect(current(decision)).toBe('85');
    expect(titles(decided(steps, at(94)).due)).toEqual(['95']);
    expect(decided(steps, at(94)).next?.step.title).toBe('90');
  });

  it('a step without a figure keeps its place behind the step before it', () => {
    const after = step(3, { afterStep: 2, window: 'two weeks', condition: 'no improvement' }, { title: 'panel' });
    const steps = [step(1, '<95'), step(2, '<93'), after, step(4, '<90', { title: 'last' })];
    const marks = marksFrom('2025-09-01', '/*60 I*12 /*8 I*4');
    expect(current(decided(steps, pupil(marks), { actions: [['2', '2025-09-15']] }))).toBe('last');
  });

  it('printed from the worst, an after-step goes with its own step', () => {
    const steps = [
      step(1, '<85', { title: 'worst' }),
      step(2, { afterStep: 1, window: 'two weeks', condition: 'no improvement' }, { title: 'after worst' }),
      step(3, '<95', { title: 'mild' }),
    ];
    const decision = decided(steps, at(94));
    expect(current(decision)).toBe('mild');
    expect(decision.next?.step.title).toBe('worst');
  });

  it('absence percentages and attendance percentages are one scale', () => {
    const steps = [
      step(1, { metric: 'absence', op: '>=', value: 10, unit: 'percent' }, { title: 'ten missed' }),
      step(2, '<95', { title: '95' }),
    ];
    expect(current(decided(steps, at(90)))).toBe('ten missed');
    expect(current(decided(steps, at(90.1)))).toBe('95');
  });
});

describe('11. thresholds are cumulative, bands are exclusive', () => {
  const thresholds = [step(1, '<97'), step(2, '<95'), step(3, '<90')];
  const bands = [step(1, '97-100', { kind: 'reward' }), step(2, '95-97'), step(3, '93-95'), step(4, '90-93')];

  it('all thresholds that hold are due, the earlier ones marked as skipped', () => {
    const { due } = decided(thresholds, at(88));
    expect(due.map((ref) => [ref.title, ref.skipped])).toEqual([
      ['Rung 1', true],
      ['Rung 2', true],
      ['Rung 3', undefined],
    ]);
  });

  it('what the actions of this school year show is not due', () => {
    const decision = decided(thresholds, pupil(attendance(100, 12)), {
      actions: [
        ['1', '2025-09-20'],
        ['3', '2025-10-20'],
      ],
    });
    expect(titles(decision.due)).toEqual(['Rung 2']);
  });

  it('an action of last year does not count', () => {
    expect(titles(decided(thresholds, at(96), { actions: [['1', '2025-07-01']] }).due)).toEqual(['Rung 1']);
  });

  it('only the band of the pupil is due; the bands passed are named as skipped', () => {
    const decision = decided(bands, at(91));
    expect(titles(decision.due)).toEqual(['Rung 4']);
    expect(titles(decision.skipped)).toEqual(['Rung 2', 'Rung 3']);
    expect(decision.notYet.map((reason) => reason.text).join(' ')).toMatch(
      /"Rung 2"\) was passed and no action shows it: skipped, not due/,
    );
  });

  it('a reward can be current and is never due', () => {
    const decision = decided(bands, at(99));
    expect([current(decision), decision.due, decision.leaves]).toEqual(['Rung 1', [], null]);
  });

  it('a universal rung can be current and is never due', () => {
    const steps = [step(1, { condition: 'all pupils' }, { kind: 'universal' }), step(2, '<95')];
    expect([current(decided(steps, at(98))), decided(steps, at(98)).due]).toEqual(['Rung 1', []]);
    expect(titles(decided(steps, at(94)).due)).toEqual(['Rung 2']);
  });

  it('a universal rung printed last is still the mildest', () => {
    const steps = [step(1, '<90'), step(2, '<95'), step(3, { condition: 'All pupils' })];
    expect(current(decided(steps, at(88)))).toBe('Rung 1');
    expect(current(decided(steps, at(98)))).toBe('Rung 3');
  });

  it('in a ladder of both each step goes by its own kind', () => {
    const steps = [step(1, '93-96'), step(2, '<93'), step(3, '<85')];
    expect(titles(decided(steps, at(84)).due)).toEqual(['Rung 2', 'Rung 3']);
    expect(titles(decided(steps, at(84)).skipped)).toEqual(['Rung 1']);
    expect(titles(decided(steps, at(94)).due)).toEqual(['Rung 1']);
  });
});

describe('12. the ends of bands', () => {
  const shared = [
    step(1, '95-100', { title: 'A' }),
    step(2, '90-95', { title: 'B' }),
    step(3, '80-90', { title: 'C' }),
  ];

  it.each([
    [100, 'A'],
    [95, 'A'],
    [94.9, 'B'],
    [90, 'B'],
    [89.9, 'C'],
    [80, 'C'],
    [79, 'C'],
  ])('%d%% with shared ends is in band %s', (percent, title) => {
    expect(current(decided(shared, at(percent)))).toBe(title);
  });

  it('a figure in two bands is said', () => {
    expect(said(decided(shared, at(95)))).toMatch(/95% is in two steps of the policy/);
  });

  const gapped = [
    step(1, '97-100', { title: 'A' }),
    step(2, '95-96.9', { title: 'B' }),
    step(3, '90.1-94', { title: 'C' }),
    step(4, '<=90', { title: 'D' }),
  ];

  it.each([
    [97, 'A', false],
    [96.95, 'A', true],
    [96.9, 'B', false],
    [94.5, 'B', true],
    [94, 'C', false],
    [90.05, 'C', true],
    [90, 'D', false],
  ])('%d%% with gaps is in %s', (percent, title, gap) => {
    const decision = decided(gapped, totals({ possible: 10_000, attended: Math.round(percent * 100) }));
    expect(current(decision)).toBe(title);
    expect(/in no band/.test(said(decision))).toBe(gap);
    if (gap) expect(said(decision)).toContain(`${percent}%`);
  });

  describe('a band whose high end is none of it', () => {
    const open = [step(1, '95-<97', { title: 'A' }), step(2, '90-<94', { title: 'B' }), step(3, '<85', { title: 'C' })];
    it.each([
      [97, 'none', false],
      [96.99, 'A', false],
      [95, 'A', false],
      [94, 'A', true],
      [93.99, 'B', false],
      [85, 'B', true],
      [84.99, 'C', false],
    ])('%d%% is in %s', (percent, title, gap) => {
      const decision = decided(open, totals({ possible: 10_000, attended: Math.round(percent * 100) }));
      expect(current(decision)).toBe(title);
      expect(/in no band/.test(said(decision))).toBe(gap);
    });

    it('and the band that begins there are no two steps for one figure', () => {
      const steps = [step(1, '95-100', { title: 'A' }), step(2, '90-<95', { title: 'B' })];
      expect(current(decided(steps, at(95)))).toBe('A');
      expect(said(decided(steps, at(95)))).not.toMatch(/two steps/);
    });
  });

  it('below the lowest band the lowest holds, and it is said', () => {
    const decision = decided([step(1, '95-100', { title: 'A' }), step(2, '90-95', { title: 'B' })], at(70));
    expect(current(decision)).toBe('B');
    expect(said(decision)).toMatch(/below the lowest band/);
  });

  it('"90% and below" gives way to a band that begins on 90, and the conflict is said', () => {
    const steps = [step(1, '90-95', { title: 'band' }), step(2, '<=90', { title: 'below' })];
    expect(current(decided(steps, at(90)))).toBe('band');
    expect(said(decided(steps, at(90)))).toMatch(/90% is in two steps/);
    expect(current(decided(steps, at(89.9)))).toBe('below');
  });

  it('a reward does not reach down to the pupils far below it', () => {
    expect(current(decided([step(1, '97-100', { kind: 'reward' })], at(60)))).toBe('none');
    expect(current(decided([step(1, '>=97')], at(60)))).toBe('none');
  });

  it('bands printed with the high end first are the same', () => {
    expect(
      current(
        decided([step(1, { band: [100, 95] }, { title: 'A' }), step(2, { band: [95, 90] }, { title: 'B' })], at(95)),
      ),
    ).toBe('A');
  });

  const named = [
    step(1, '95-100', { title: 'A' }),
    step(2, '91-95', { title: 'B' }),
    step(3, { condition: 'persistent absence' }, { title: 'Persistent absence' }),
    step(
      4,
      { condition: 'severe absence; persistently absent with no improvements noted' },
      { title: 'Severe absence' },
    ),
  ];

  it.each([
    [92, 'B'],
    [90.5, 'B'],
    [90, 'Persistent absence'],
    [50.1, 'Persistent absence'],
    [50, 'Severe absence'],
  ])('a rung named by a status is decided by the status: %d%% is %s', (percent, title) => {
    expect(current(decided(named, at(percent)))).toBe(title);
  });

  it('conditions beside the bands do not make them reach over one another', () => {
    const condition = 'no improvement and concerning patterns';
    const steps = [
      step(1, { condition: 'all pupils (universal)' }, { kind: 'universal', title: 'All' }),
      step(2, '97-100', { kind: 'reward', title: 'A' }),
      step(3, '95-97', { title: 'B' }),
      step(4, { band: [93, 95], condition }, { title: 'C' }),
      step(5, { band: [91, 93], condition }, { title: 'D' }),
      step(6, { condition: 'persistent absence' }, { title: 'Persistent absence' }),
    ];
    const decision = decided(steps, at(92));
    expect([current(decision), titles(decision.due), titles(decision.skipped)]).toEqual(['D', ['D'], ['B', 'C']]);
    expect(said(decision)).not.toMatch(/in no band/);
    expect(current(decided(steps, at(90.5)))).toBe('D');
    expect(titles(decided(steps, at(88)).due)).toEqual(['Persistent absence']);
  });

  it('being at risk of persistent absence is not being persistently absent', () => {
    const decision = decided(
      [step(1, { condition: 'at risk of becoming persistently absent' }, { title: 'At risk' })],
      at(80),
    );
    expect(decision.current.answer).toBe('none');
    expect(decision.asks).toHaveLength(1);
  });
});
