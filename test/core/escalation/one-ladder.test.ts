import { describe, expect, it } from 'vitest';
import { buildCalendar } from '#core/attendance/calendar.ts';
import type { ActionTaken, PupilRecord } from '#core/attendance/pupil.ts';
import { decide, prepareLadder } from '#core/escalation/decide.ts';
import type { Step } from '#core/policy/schema.ts';
import { either } from './deciding.ts';
import { attendance, MEETING_AND_PENALTY, marksFrom, PENALTY, pupil, step, termDates, totals } from './ladders.ts';

/**
 * A register has hundreds of pupils under one ladder, and what is worked out for one is kept for the others. Each must be
 * told exactly what they are told under a ladder of their own.
 */

const asOf = '2025-11-14';
const entries = termDates('2025-09-01', '2026-07-20', [['2025-10-27', '2025-10-31']]);
const OPEN = new Set(entries.flatMap(({ date, open }) => (open ? [date] : [])));
const open = (codes: string) => marksFrom('2025-09-01', codes).filter(({ date }) => OPEN.has(date) && date <= asOf);

const CODES: [string, string][] = [
  ['attended', '/*120'],
  ['one-absent', '/*99 I /*20'],
  ['two-absent', '/*98 II /*20'],
  ['late', 'LLL /*110 LLL'],
  ['late-twice', '/*90 L /*5 L'],
  ['holiday', '/*80 G*10 /*20'],
  ['unauthorised', '/*80 O*10 /*20'],
  ['nine', '/*80 O*9 /*21'],
  ['nine-and-illness', '/*70 I*9 O*9 /*22'],
  ['waiting', '/*98 NN /*8 NN'],
  ['eight-and-waiting', '/*80 O*8 /*14 /*6 NN'],
  ['doubtful', '/*80 O*8 ?O /*18'],
  ['doubtful-late', '/*100 LL? /*7'],
  ['retired', '/*60 H*3 I*5 /*40'],
  ['absent', 'I*120'],
  ['severe', '/*40 O*70'],
  ['elsewhere', '/*80 LL /*2 Y1*20 L /*5'],
  ['late-before', '/*78 LLLL /*28'],
  ['ill-at-the-end', '/*100 I*10'],
];
const who = (pupilId: string, codes: string, more: Partial<PupilRecord> = {}): PupilRecord =>
  pupil(open(codes), { pupilId, ...more });
const PUPILS: PupilRecord[] = [
  ...CODES.map(([pupilId, codes]) => who(pupilId, codes)),
  ...CODES.map(([pupilId, codes]) => who(`${pupilId}-again`, codes)),
  pupil(marksFrom('2025-11-10', '/*8 NN'), { pupilId: 'joined' }),
  pupil(marksFrom('2025-11-03', '/*20'), { pupilId: 'joined-before' }),
  who('sixth-form', '/*80 O*10 /*20', { year: '12' }),
  who('nursery', '/*110', { year: 'Nursery' }),
  { ...totals({ possible: 100, attended: 92, authorised: 3, unauthorised: 5, late: 2 }), pupilId: 'totals' },
  { ...totals({ possible: 100, attended: 93, authorised: 4, unauthorised: 3, late: 9 }), pupilId: 'other-totals' },
  { ...totals({ percent: '93.4' }), pupilId: 'percent' },
  { ...totals({ percent: '88.0' }), pupilId: 'other-percent' },
];
const ACTIONS: ActionTaken[] = ['unauthorised', 'severe', 'nine', 'absent', 'holiday'].flatMap((pupilId, at) => [
  { pupilId, step: '1', date: `2025-09-1${at}` },
  ...(at % 2 ? [{ pupilId, step: '2', date: `2025-10-1${at}` }] : []),
  { pupilId, step: 'penalty notice', date: '2025-02-03', parentId: 'A' },
]);

const LADDERS: [string, Step[]][] = [
  ['percentages', [step(1, '<97'), step(2, '<=93'), step(3, '<90', PENALTY)]],
  ['bands', [step(1, '95-100'), step(2, '90-95'), step(3, '<=90', MEETING_AND_PENALTY)]],
  ['statuses', [step(1, '<95'), step(2, { condition: 'persistent absence' }, { title: 'Persistent absence' })]],
  [
    'counts',
    [
      step(1, '3 late / 4 weeks'),
      step(2, '5 unauthorised / a half term'),
      step(3, '3 running'),
      step(4, either('8 absent', '6 late')),
    ],
  ],
  ['a fine', [step(1, '<97'), step(2, '<95'), step(3, '10 unauthorised / 10 school weeks', PENALTY)]],
  [
    'after-steps',
    [
      step(1, '<99'),
      step(2, { afterStep: '1', window: 'two weeks', condition: 'no improvement' }),
      step(3, 'after 2 / two weeks'),
    ],
  ],
  [
    'windows of their own sessions',
    [step(1, '2 late / 20 sessions'), step(2, '3 late / 10 school days'), step(3, '4 late / 10 working days')],
  ],
  [
    'two ladders',
    [
      step(1, '<97'),
      step(2, '<93'),
      step(1, '3 late', { sequence: 'lateness' }),
      step(1, '8 unauthorised / 6 weeks', { sequence: 'penalty', ...PENALTY }),
    ],
  ],
];

describe.each(LADDERS)('under one ladder of %s', (_, steps) => {
  it.each<[string, ActionTaken[] | null]>([
    ['an actions file', ACTIONS],
    ['none', null],
  ])('with %s, every pupil is told what they are told alone', (_name, actions) => {
    const ladder = prepareLadder(steps);
    const calendar = buildCalendar(entries, PUPILS);
    const together = PUPILS.map((one) => decide(ladder, one, { asOf, calendar, actions }));
    const again = buildCalendar(entries, PUPILS);
    const alone = PUPILS.toReversed().map((one) =>
      decide(prepareLadder(steps), one, { asOf, calendar: again, actions }),
    );
    expect(together).toEqual(alone.toReversed());
  });
});

it('many days are named, and each by its own name', () => {
  const one = pupil(attendance(100, 4));
  const ladder = prepareLadder([step(1, '<97'), step(2, 'after 1 / two weeks')]);
  const next = (date: string): string | undefined =>
    decide(ladder, one, {
      asOf: date,
      calendar: buildCalendar([], [one]),
      actions: [{ pupilId: 'P1', step: '1', date }],
    }).next?.text;
  expect([next('2025-11-28'), next('2025-12-01'), next('2025-11-28')]).toEqual([
    'From 13 December 2025 it is step 2 ("Rung 2").',
    'From 16 December 2025 it is step 2 ("Rung 2").',
    'From 13 December 2025 it is step 2 ("Rung 2").',
  ]);
});
