import { describe, expect, it } from 'vitest';
import type { ActionTaken } from '#core/attendance/pupil.ts';
import { at, current, decided, said, titles } from './deciding.ts';
import { attendance, MEETING_AND_PENALTY, marksFrom, PENALTY, pupil, step } from './ladders.ts';

describe('14. enforcement', () => {
  const steps = [step(1, '<95'), step(2, '<93'), step(3, '<90', { ...PENALTY, title: 'Fine' })];
  const ten = pupil(marksFrom('2025-09-01', '/*120 O*14'));
  const holiday = pupil(marksFrom('2025-09-01', '/*95 G*10'));
  const recorded = [
    ['1', '2025-10-01'],
    ['2', '2025-11-03'],
  ] as const;

  it('a step of enforcement alone is not current while withheld, and stands in notYet', () => {
    const decision = decided(steps, ten, { actions: [] });
    expect(current(decision)).toBe('Rung 2');
    expect(decision.notYet.map((reason) => reason.text).join(' ')).toMatch(
      /"Fine"\) is withheld: no record of support in this school year: step 1 \("Rung 1"\), step 2/,
    );
    expect(titles(decision.due)).toEqual(['Rung 1', 'Rung 2']);
  });

  it('it is current once the threshold is reached and the support is recorded', () => {
    const decision = decided(steps, ten, { actions: [...recorded] });
    expect([current(decision), decision.current.withheld, titles(decision.due)]).toEqual(['Fine', [], ['Fine']]);
  });

  it.each([
    ['no actions file', null, /no record of support was given/],
    [
      'support recorded in part',
      [['1', '2025-10-01']] as [string, string][],
      /no record of support in this school year: step 2/,
    ],
    [
      'support of last year',
      [
        ['1', '2025-06-01'],
        ['2', '2025-06-20'],
      ] as [string, string][],
      /no record of support in this school year/,
    ],
  ])('%s withholds it', (_, actions, why) => {
    const decision = decided(steps, ten, { actions });
    expect(current(decision)).toBe('Rung 2');
    expect(decision.notYet.map((reason) => reason.text).join(' ')).toMatch(why);
  });

  it('an attendance figure alone opens no enforcement', () => {
    const decision = decided(steps, pupil(attendance(120, 20)), { actions: [...recorded] });
    expect(current(decision)).toBe('Rung 2');
    expect(decision.notYet.map((reason) => reason.text).join(' ')).toMatch(
      /national threshold for a penalty notice is not reached/,
    );
  });

  it('ten sessions of an ungranted holiday need no support, with or without an actions file', () => {
    const all = [step(1, '<95'), step(2, '<90', { ...PENALTY, title: 'Fine' })];
    expect(current(decided(all, holiday))).toBe('Rung 1');
    const more = pupil(marksFrom('2025-09-01', '/*80 G*12'));
    expect(current(decided(all, more, { actions: [] }))).toBe('Fine');
    expect(current(decided(all, more))).toBe('Fine');
  });

  it('in a step of both, the support is current and the enforcement withheld with its reason', () => {
    const both = [step(1, '<95'), step(2, '<90', { ...MEETING_AND_PENALTY, title: 'Both' })];
    const decision = decided(both, ten, { actions: [] });
    expect(current(decision)).toBe('Both');
    expect(decision.current.withheld).toEqual([
      { action: 'a penalty notice is issued', why: expect.stringMatching(/no record of support.*step 1/) },
    ]);
    expect(decided(both, ten, { actions: [['1', '2025-10-01']] }).current.withheld).toEqual([]);
  });

  it('in a ladder of bands the lowest band that is not enforcement keeps its pupils while enforcement is withheld', () => {
    const banded = [step(1, '95-100'), step(2, '90.1-94.9'), step(3, '<=90', { ...PENALTY, title: 'Fine' })];
    const decision = decided(banded, pupil(attendance(100, 15)), { actions: [] });
    expect([current(decision), titles(decision.due)]).toEqual(['Rung 2', ['Rung 2']]);
  });

  it('a policy without a step of support withholds', () => {
    const only = [step(1, '<95', PENALTY), step(2, '<90', PENALTY)];
    const decision = decided(only, ten, { actions: [] });
    expect(decision.current.answer).toBe('none');
    expect(decision.notYet.map((reason) => reason.text).join(' ')).toMatch(/the policy names no support/);
    expect(current(decided(only, pupil(marksFrom('2025-09-01', '/*80 G*12')), { actions: [] }))).toBe('Rung 2');
  });

  it('a penalty ladder apart looks for its support in the main ladder', () => {
    const apart = [
      step(1, '<95'),
      step(1, '10 unauthorised / 10 school weeks', { sequence: 'penalty', ...PENALTY, title: 'Fine' }),
    ];
    expect(decided(apart, ten, { actions: [] }).other[0]?.current.answer).toBe('none');
    expect(decided(apart, ten, { actions: [['Rung 1', '2025-10-01']] }).other[0]?.current.step?.title).toBe('Fine');
  });

  it('two notices to one parent withhold a third, but not the prosecution', () => {
    const legal = [
      step(1, '<95'),
      step(2, '<90', { actions: ['a meeting', 'a fixed penalty notice', 'prosecution'], enforcement: [1, 2] }),
    ];
    const notice = (date: string, parentId?: string): ActionTaken => ({
      pupilId: 'P1',
      step: 'penalty notice',
      date,
      ...(parentId ? { parentId } : {}),
    });
    const actions = [
      { pupilId: 'P1', step: '1', date: '2025-10-01' },
      notice('2025-01-10', 'P9'),
      notice('2025-06-10', 'P9'),
    ];
    expect(decided(legal, ten, { actions }).current.withheld).toEqual([
      { action: 'a fixed penalty notice', why: expect.stringMatching(/no more may follow/) },
    ]);
  });
});

describe('9. penalty notices', () => {
  const status = (rows: [string, string | null, string?][], asOf = '2026-06-30') =>
    decided([step(1, '<95')], at(94), {
      asOf,
      actions: rows.map(([date, parentId, outcome]) => ({
        pupilId: 'P1',
        step: 'Penalty notice',
        date,
        parentId: parentId ?? undefined,
        outcome,
      })),
    });

  it.each([
    [
      'two to one parent',
      [
        ['2025-01-10', 'A'],
        ['2026-01-10', 'A'],
      ],
      'yes',
    ],
    [
      'one to each parent',
      [
        ['2025-01-10', 'A'],
        ['2026-01-10', 'B'],
      ],
      'no',
    ],
    ['one to a parent who is not named', [['2025-01-10', null]], 'no'],
    [
      'two to parents who are not named',
      [
        ['2025-01-10', null],
        ['2026-01-10', null],
      ],
      'cannot-tell',
    ],
    [
      'one named and one not',
      [
        ['2025-01-10', 'A'],
        ['2026-01-10', null],
      ],
      'cannot-tell',
    ],
    [
      'two named and one not',
      [
        ['2025-01-10', 'A'],
        ['2025-06-10', 'A'],
        ['2026-01-10', null],
      ],
      'yes',
    ],
    [
      'one withdrawn',
      [
        ['2025-01-10', 'A', 'Withdrawn'],
        ['2026-01-10', 'A'],
      ],
      'no',
    ],
    [
      'one before 19 August 2024',
      [
        ['2024-08-18', 'A'],
        ['2026-01-10', 'A'],
      ],
      'no',
    ],
    ['none', [], 'no'],
  ] as [string, [string, string | null, string?][], string][])('%s', (_, rows, answer) => {
    expect(status(rows).status.penaltyNotices.answer).toBe(answer);
  });

  it.each([
    ['2027-08-18', '2024-08-19', 'yes'],
    ['2027-08-19', '2024-08-19', 'no'],
  ])('three years end on the as-of day: on %s the notice of %s', (asOf, date, answer) => {
    expect(
      status(
        [
          [date, 'A'],
          ['2026-01-10', 'A'],
        ],
        asOf,
      ).status.penaltyNotices.answer,
    ).toBe(answer);
  });

  it('earlier notices and parents who are not known are said', () => {
    expect(said(status([['2024-08-18', 'A']]))).toMatch(/before 19 August 2024 is not counted: as far as we know/);
    expect(
      said(
        status([
          ['2025-01-10', null],
          ['2026-01-10', 'A'],
        ]),
      ),
    ).toMatch(/the parent to whom the notice of 10 January 2025 went/);
  });

  it('without an actions file it cannot be told', () => {
    expect(decided([step(1, '<95')], at(94)).status.penaltyNotices.answer).toBe('cannot-tell');
  });
});
