import { MORE_POLICIES } from './more-policies.ts';
import { actions, type Expected, marks, register, type Scenario, totals } from './scenario.ts';

const from = '2025-09-01';
const spring = '2026-03-20';
const november = '2025-11-07';
const september = '2025-09-26';
const HALF_TERM = ['2025-10-27', '2025-10-28', '2025-10-29', '2025-10-30', '2025-10-31'];
const CLOSED = `date,session,open\n${HALF_TERM.map((day) => `${day},AM,false\n${day},PM,false`).join('\n')}`;
const marked = (tokens: string): string => register(marks(from, tokens));
const only = (percent: string): string => `pupil_id,percent\np1,${percent}`;
const next = (step: string, needs: Record<string, unknown>): NonNullable<Expected['next']> => ({ step, needs });

type Row = [name: string, register: string, expected: Expected, more?: Partial<Scenario>];

function of(policy: keyof typeof MORE_POLICIES, asOf: string, rows: Row[]): Scenario[] {
  return rows.map(([name, given, expected, more]) => ({
    name: `${policy.toLowerCase().replaceAll('_', ' ')}: ${name}`,
    policy: MORE_POLICIES[policy],
    register: given,
    asOf,
    expected,
    ...more,
  }));
}

const letters = { actions: actions('p1,1,2025-09-20', 'p1,2,2025-10-20') };
const contacts = { actions: actions('p1,1,2025-09-20', 'p1,2,2025-10-13') };

/** Pupils under policies of other shapes, decided by hand. */
export const MORE: Scenario[] = [
  ...of('PROSE_NUMBERS', spring, [
    [
      '97 is "97% or below"',
      totals(1000, 970, 30, 0),
      { current: '1', due: ['1'], next: next('2', { absent: 22 }), leaves: 1 },
    ],
    ['94.9', totals(1000, 949, 51, 0), { current: '2', due: ['1', '2'], next: next('3', { absent: 21 }), leaves: 20 }],
    [
      '90 is not below 90',
      totals(300, 270, 30, 0),
      {
        current: '3',
        due: ['1', '2', '3'],
        next: next('4', { absent: 1 }),
        leaves: 129,
        persistentAbsence: ['yes', 30, 300, 0],
      },
    ],
    [
      '97.1 is none',
      totals(1000, 971, 29, 0),
      { current: 'none', due: [], next: next('1', { absent: 2 }), leaves: null },
    ],
    ['a rounded 97.0', only('97.0'), { current: 'cannot-tell', due: [] }],
    [
      'a rounded 93.0 is surely below 95',
      only('93.0'),
      { current: 'cannot-tell', due: ['1', '2'], persistentAbsence: ['no', null, null, null] },
    ],
    [
      'a letter by its name',
      totals(1000, 940, 60, 0),
      { current: '2', due: ['1'] },
      { actions: actions('p1,letter 1,2025-11-03') },
    ],
  ]),
  ...of('COLOURS', spring, [
    ['96.95 lies in a gap: the milder', totals(2000, 1939, 61, 0), { current: '1', due: [], cannotTell: [/96\.95/] }],
    [
      '97 is green, and praise is never due',
      totals(1000, 970, 30, 0),
      { current: '1', due: [], leaves: null, next: next('2', { absent: 2 }) },
    ],
    [
      '94.95: the milder',
      totals(2000, 1899, 101, 0),
      { current: '2', due: ['2'], skipped: [], cannotTell: [/94\.95/] },
    ],
    [
      '90.05: the milder',
      totals(2000, 1801, 199, 0),
      { current: '3', due: ['3'], skipped: ['2'], cannotTell: [/90\.05/] },
    ],
    ['90 is red', totals(200, 180, 20, 0), { current: '4', due: ['4'], skipped: ['2', '3'], leaves: 1, next: null }],
    ['40 is red too', totals(200, 80, 120, 0), { current: '4', due: ['4'], severeAbsence: 'yes' }],
    [
      'a colour recorded',
      totals(200, 180, 20, 0),
      { current: '4', due: ['4'], skipped: ['2'] },
      { actions: actions('p1,Amber,2025-12-01') },
    ],
  ]),
  ...of('BRACKETS', november, [
    [
      'the four weeks are not over',
      marked('92*/ 8*I'),
      { current: '2', due: [], next: next('3', { on: '2025-11-18' }) },
      letters,
    ],
    [
      'they are over, and it was worse',
      marked('92*/ 8*I 14*/'),
      { current: '3', due: ['3'] },
      { ...letters, asOf: '2025-11-18' },
    ],
    [
      'ten O and nothing recorded',
      marked('90*/ 10*O'),
      { current: '2', due: ['1', '2'], penaltyThreshold: { answer: 'yes' } },
    ],
    [
      'ten O and the support recorded',
      marked('90*/ 10*O'),
      { current: '4', due: ['4'], withheld: [] },
      { actions: actions('p1,1,2025-10-01', 'p1,2,2025-11-03') },
    ],
    ['ten G need no support', marked('90*/ 10*G'), { current: '4', due: ['1', '2', '4'] }, { actions: actions() }],
  ]),
  ...of('TERM_LATES', september, [
    [
      'U is an absence and no late mark',
      marked('5*L 5*U 30*/'),
      { current: '2', other: { lateness: { current: '1', due: ['1'], next: next('2', { late: 5 }) } } },
    ],
    [
      'ten late marks',
      marked('10*L 30*/'),
      { current: 'none', other: { lateness: { current: '2', due: ['1', '2'], next: next('3', { late: 5 }) } } },
    ],
  ]),
  ...of('LOWER_AND_STATUSES', spring, [
    ['90 is persistent absence', totals(200, 180, 20, 0), { current: '3', due: ['1', '2', '3'], leaves: 1 }],
    ['90.5', totals(200, 181, 19, 0), { current: '2', due: ['1', '2'], next: next('3', { absent: 2 }), leaves: 38 }],
    [
      'half is severe absence',
      totals(200, 100, 100, 0),
      { current: '4', due: ['1', '2', '3', '4'], next: null, leaves: 1 },
    ],
    ['a rounded 90.0', only('90.0'), { current: 'cannot-tell', due: ['1', '2'] }],
  ]),
  ...of('STEPS_OF_NOTICE', '2025-11-14', [
    ['illness alone opens no notice to improve', marked('96*/ 14*I'), { current: '2', due: [] }, contacts],
    ['ten unauthorised and the support recorded', marked('96*/ 14*O'), { current: '3', due: ['3'] }, contacts],
  ]),
  ...of('WORST_FIRST', spring, [
    ['84', totals(100, 84, 16, 0), { current: '2', due: ['4', '3', '2'], next: next('1', { absent: 6 }) }],
    ['94', totals(100, 94, 6, 0), { current: '4', due: ['4'], next: next('3', { absent: 5 }) }],
  ]),
  ...of('UNIVERSAL', november, [
    [
      '98 is on the rung for everyone, which is never due',
      totals(100, 98, 2, 0),
      { current: '1', due: [], next: next('2', { absent: 3 }), leaves: null },
    ],
    [
      'two weeks after step 3, no better',
      marked('93*/ 7*I'),
      { current: '4', due: ['4'], next: next('5', { absent: 4 }) },
      { actions: actions('p1,2,2025-10-01', 'p1,3,2025-10-20') },
    ],
    [
      '90 or below',
      marked('90*/ 10*I'),
      { current: '5', due: ['4', '5'], leaves: 1 },
      { actions: actions('p1,2,2025-10-01', 'p1,3,2025-10-20') },
    ],
  ]),
  ...of('COLON_TRIGGERS', november, [
    [
      'four O in four weeks at 96%',
      marked('96*/ 4*O'),
      { current: '2', due: ['2'], next: next('3', { unauthorised: 4 }) },
    ],
    ['four O five weeks ago', marked('50*/ 4*O 46*/'), { current: 'none', due: [] }],
    [
      'ten O without a record: eight weeks must pass',
      marked('90*/ 10*O'),
      { current: '3', due: ['1', '2', '3'], leaves: 71 },
    ],
    [
      'ten O with all recorded',
      marked('90*/ 10*O'),
      { current: '4', due: ['4'] },
      { actions: actions('p1,1,2025-11-03', 'p1,2,2025-11-04', 'p1,3,2025-11-05') },
    ],
  ]),
  ...of('ABSENCE', spring, [
    [
      'ten of a hundred',
      totals(100, 90, 10, 0),
      { current: '3', due: ['1', '2', '3'], next: next('4', { absent: 80 }), leaves: 1 },
    ],
    ['4.9%', totals(1000, 951, 49, 0), { current: 'none', next: next('1', { absent: 2 }) }],
  ]),
  ...of('WAVES', spring, [
    ['95.95: the milder', totals(2000, 1919, 81, 0), { current: '1', due: [], cannotTell: [/95\.95/] }],
    ['92.95: the milder', totals(2000, 1859, 141, 0), { current: '2', due: ['2'] }],
    [
      '90, left as soon as the gap above 92.9 is reached',
      totals(200, 180, 20, 0),
      { current: '3', due: ['3'], skipped: ['2'], next: next('4', { absent: 1 }), leaves: 82 },
    ],
    ['a rounded 96', only('96'), { current: 'cannot-tell', due: [] }],
  ]),
  ...of('DAYS_AND_LETTERS', '2025-09-12', [
    ['letters are no printed number: the position', marked('14*/ 6*I'), { current: '3' }],
    ['a row of absences that is broken', marked('14*/ 4*I / I'), { other: { firstDay: { current: 'none' } } }],
  ]),
  ...of('TERMS_AFTER', november, [
    [
      'behind the half-term break',
      register(marks(from, '70*/ 10*I', HALF_TERM), marks('2025-11-03', '8*/ 2*I')),
      { current: '2', due: ['2'] },
      { calendar: CLOSED, actions: actions('p1,1,2025-10-06') },
    ],
    [
      'before it',
      marked('70*/ 10*I'),
      { current: '1', due: [], next: next('2', { on: '2025-10-25' }) },
      { calendar: CLOSED, asOf: '2025-10-24', actions: actions('p1,1,2025-10-06') },
    ],
    [
      'without a calendar it is six weeks',
      marked('70*/ 10*I'),
      { current: '1', next: next('2', { on: '2025-10-25' }) },
      { asOf: '2025-10-24', actions: actions('p1,1,2025-09-12') },
    ],
  ]),
  ...of('UNAUTHORISED_LATES', november, [
    [
      'the target was missed',
      marked('88*/ 12*I'),
      { current: '3', due: ['3'] },
      { actions: actions('p1,1,2025-09-20', 'p1,2,2025-10-06') },
    ],
    [
      'late after the register closed',
      marked('5*U 35*/'),
      { other: { lateness: { current: '1', next: next('2', { late: 5 }) } } },
      { asOf: september },
    ],
  ]),
];
