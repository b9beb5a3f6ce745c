import { describe, expect, it } from 'vitest';
import { buildCalendar } from '#core/attendance/calendar.ts';
import type { ActionTaken, CalendarEntry, PupilRecord } from '#core/attendance/pupil.ts';
import { decide, prepareLadder } from '#core/escalation/decide.ts';
import type { Decision } from '#core/escalation/decision.ts';
import type { Step } from '#core/policy/schema.ts';
import {
  attendance,
  lastDay,
  MEETING_AND_PENALTY,
  marksFrom,
  PENALTY,
  pupil,
  step,
  termDates,
  totals,
} from './ladders.ts';

interface Given {
  asOf?: string;
  entries?: CalendarEntry[];
  actions?: (readonly [string, string] | ActionTaken)[] | null;
}

function decided(steps: Step[], who: PupilRecord, { asOf, entries = [], actions = null }: Given = {}): Decision {
  const day = asOf ?? (who.marks ? lastDay(who.marks) : '2026-06-30');
  const taken = actions?.map((row) => ('pupilId' in row ? row : { pupilId: 'P1', step: row[0], date: row[1] })) ?? null;
  return decide(prepareLadder(steps), who, { asOf: day, calendar: buildCalendar(entries, [who]), actions: taken });
}
const current = (decision: Decision): unknown => decision.current.step?.title ?? decision.current.answer;
/** A pupil with that percentage of 1000 sessions. */
const at = (percent: number): PupilRecord => totals({ possible: 1000, attended: Math.round(percent * 10) });
const titles = (refs: { title: string }[]): string[] => refs.map((ref) => ref.title);
const said = (decision: Decision): string => decision.cannotTell.join(' ');

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

  it('being at risk of persistent absence is not being persistently absent', () => {
    const decision = decided(
      [step(1, { condition: 'at risk of becoming persistently absent' }, { title: 'At risk' })],
      at(80),
    );
    expect(decision.current.answer).toBe('none');
    expect(decision.asks).toHaveLength(1);
  });
});

describe('13. conditions', () => {
  it('the number decides and the condition is asked', () => {
    const steps = [
      step(1, { metric: 'attendance', op: '<', value: 95, unit: 'percent', condition: 'or concerning patterns' }),
    ];
    const decision = decided(steps, at(94));
    expect([current(decision), titles(decision.due)]).toEqual(['Rung 1', ['Rung 1']]);
    expect(decision.asks[0]?.question).toMatch(/or concerning patterns/);
    expect(decided(steps, at(96)).current.answer).toBe('none');
    expect(decided(steps, at(96)).asks).toHaveLength(1);
  });

  it('a second condition that must hold as well is asked only once the number holds', () => {
    const steps = [
      step(1, { metric: 'attendance', op: '<', value: 93, unit: 'percent', condition: 'no medical evidence' }),
    ];
    expect(decided(steps, at(92)).asks).toHaveLength(1);
    expect(decided(steps, at(94)).asks).toHaveLength(0);
  });

  it('a step with only words is never current: it is asked', () => {
    const decision = decided([step(1, { condition: 'attendance begins to cause concern' })], at(60));
    expect([decision.current.answer, decision.due, decision.asks.length]).toEqual(['none', [], 1]);
  });

  it.each([['absenceDays'] as const, ['consecutiveAbsenceDays'] as const])(
    '"the first day of any absence not reported" (%s) is asked as a whole',
    (metric) => {
      const decision = decided(
        [step(1, { metric, op: '>=', value: 1, unit: 'days', condition: 'absence not reported' })],
        pupil(attendance(20, 8)),
      );
      expect([decision.current.answer, decision.asks.length]).toEqual(['none', 1]);
    },
  );

  it('a holiday in term time is decided by code G', () => {
    const steps = [step(1, { condition: 'holiday in term time without permission' })];
    const away = decided(steps, pupil(marksFrom('2025-09-01', '/*10 GG')));
    expect(current(away)).toBe('Rung 1');
    expect(away.because[0]?.text).toMatch(/2 sessions of code G/);
    expect(decided(steps, pupil(marksFrom('2025-09-01', '/*10 OO'))).current.answer).toBe('none');
  });

  it('a number and a holiday count the sessions of code G', () => {
    const steps = [
      step(1, { metric: 'unauthorisedSessions', op: '>=', value: 4, unit: 'sessions', condition: 'term-time holiday' }),
    ];
    expect(current(decided(steps, pupil(marksFrom('2025-09-01', '/*10 GG OO'))))).toBe('none');
    expect(current(decided(steps, pupil(marksFrom('2025-09-01', '/*10 GGGG'))))).toBe('Rung 1');
  });

  it('"other than a holiday" is not a holiday', () => {
    const decision = decided(
      [step(1, { condition: 'unauthorised absence other than holiday' })],
      pupil(marksFrom('2025-09-01', '/GG')),
    );
    expect([decision.current.answer, decision.asks.length]).toEqual(['none', 1]);
  });

  it('one of several triggers is enough', () => {
    const steps = [
      step(1, {
        anyOf: [
          { metric: 'unauthorisedDays', op: '>=', value: 10, unit: 'days' },
          { metric: 'lateMarks', op: '>=', value: 3, unit: 'occurrences' },
        ],
      }),
    ];
    expect(current(decided(steps, pupil(marksFrom('2025-09-01', '/*10 LLL'))))).toBe('Rung 1');
    expect(current(decided(steps, pupil(marksFrom('2025-09-01', '/*10 O*19'))))).toBe('none');
    expect(current(decided(steps, pupil(marksFrom('2025-09-01', '/*10 O*20'))))).toBe('Rung 1');
  });

  it.each([
    ['three days in a row', '/*4 I*6', 'Rung 1'],
    ['a row that is broken', '/*4 III/III', 'none'],
    ['a row that a session without possible attendance does not break', '/*4 III Y1 III', 'Rung 1'],
    ['a row that is over', '/*4 I*6 //', 'none'],
  ])('days of absence in a row: %s', (_, codes, title) => {
    expect(current(decided([step(1, '3 running')], pupil(marksFrom('2025-09-01', codes))))).toBe(title);
  });

  it.each([
    ['inside', 'LLL /*50', 'Rung 1'],
    ['partly outside', 'LLL /*60', 'none'],
  ])('a window in weeks is of the calendar: %s', (_, codes, title) => {
    expect(current(decided([step(1, '3 late / 6 weeks')], pupil(marksFrom('2025-09-01', codes))))).toBe(title);
  });

  it('a window that the data cannot show is "cannot tell"', () => {
    expect(
      decided([step(1, '3 late / 6 weeks')], totals({ possible: 100, attended: 90, late: 5 })).current.answer,
    ).toBe('cannot-tell');
    expect(current(decided([step(1, '3 late')], totals({ possible: 100, attended: 90, late: 5 })))).toBe('Rung 1');
  });
});

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
      { action: 'a fixed penalty notice', why: expect.stringMatching(/a third may not follow/) },
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

describe('15. after-steps', () => {
  const after = (
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
    const decision = decided(after(window), worse(20), { asOf, actions: taken });
    expect(current(decision) === 'then').toBe(due);
    expect(titles(decision.due).includes('then')).toBe(due);
  });

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
    expect(current(decided(after(window), who, { asOf: lastOfWindow, entries: year, actions: taken }))).toBe('Rung 1');
    expect(current(decided(after(window), who, { asOf: due, entries: year, actions: taken }))).toBe('then');
  });

  it('a half term without a calendar is six weeks, and a term cannot be told', () => {
    const who = pupil([...marksFrom('2025-09-01', '/*35 I*5'), ...marksFrom('2025-09-29', '////I'.repeat(16))]);
    expect(current(decided(after('half term'), who, { asOf: '2025-11-07', actions: taken }))).toBe('Rung 1');
    expect(current(decided(after('half term'), who, { asOf: '2025-11-08', actions: taken }))).toBe('then');
    expect(decided(after('one term'), who, { asOf: '2025-11-08', actions: taken }).current.answer).toBe('cannot-tell');
  });

  it('"straight away" is due as soon as the earlier step is recorded', () => {
    expect(current(decided(after('immediately', ''), worse(20), { asOf: '2025-09-26', actions: taken }))).toBe('then');
  });

  it('attendance that is not above the attendance before is no improvement; the same is none either', () => {
    const same = pupil([...marksFrom('2025-09-01', '/*36 I*4'), ...marksFrom('2025-09-29', '/*18 II')]);
    const better = pupil([...marksFrom('2025-09-01', '/*36 I*4'), ...marksFrom('2025-09-29', '/*19 I')]);
    expect(current(decided(after('1 week'), same, { asOf: '2025-10-10', actions: taken }))).toBe('then');
    expect(current(decided(after('1 week'), better, { asOf: '2025-10-10', actions: taken }))).toBe('Rung 1');
  });

  it('a target of the step is compared with the attendance since; where the overall figure differs, it cannot be told', () => {
    const steps = after('1 week', 'no improvement', { target: 95 });
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
    const decision = decided(after('two weeks'), worse(20), { asOf: '2025-10-24', actions: [] });
    expect(current(decision)).toBe('Rung 1');
    expect(decision.next).toMatchObject({ step: { title: 'then' }, needs: { action: 'Rung 1', on: '2025-11-08' } });
  });

  it('while the window runs, `next` says the day', () => {
    const decision = decided(after('two weeks'), worse(20), { asOf: '2025-10-03', actions: taken });
    expect(decision.next).toMatchObject({ step: { title: 'then' }, needs: { on: '2025-10-11' } });
    expect(decision.next?.text).toMatch(/11 October 2025, unless attendance has improved by then/);
  });

  it('without a window and without a measurable condition it is asked', () => {
    const decision = decided(after(null, 'measures not effective'), worse(20), { actions: taken });
    expect([current(decision), decision.asks.length]).toEqual(['Rung 1', 1]);
  });

  it('without a window, no improvement is measured from the day after', () => {
    expect(current(decided(after(null), worse(20), { asOf: '2025-10-24', actions: taken }))).toBe('then');
  });

  it('a window with words that cannot be measured is due by the window, and the words are asked', () => {
    const decision = decided(after('two weeks', 'parents do not engage'), worse(20), {
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
    expect(decided(after('one week'), who, { asOf: '2025-10-10', actions: taken }).current.answer).toBe('cannot-tell');
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

  it('rows of other pupils and rows after the as-of day are not the pupil’s', () => {
    expect(due(row('1', { pupilId: 'P2' }), row('2', { date: '2027-01-01' }))).toHaveLength(2);
  });
});
