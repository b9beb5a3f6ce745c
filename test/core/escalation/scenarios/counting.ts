import { AT_MOST, BELOW, NO_LADDER } from './policies.ts';
import { marks, register, type Scenario, totals } from './scenario.ts';

const day = { asOf: '2026-03-20' };
const september = { policy: BELOW, asOf: '2025-09-12' };
const from = '2025-09-01';

/** What counts, as whole sessions. */
export const COUNTING: Scenario[] = [
  {
    name: '342 of 380 is exactly 90%: persistent absence holds and "falls below 90%" does not',
    policy: BELOW,
    register: totals(380, 342, 38, 0),
    ...day,
    expected: {
      current: '2',
      due: ['1', '2'],
      next: { step: '3', needs: { absent: 1 } },
      leaves: 95,
      persistentAbsence: ['yes', 38, 380, 0],
      severeAbsence: 'no',
    },
  },
  {
    name: '341 of 380 is below 90%',
    policy: BELOW,
    register: totals(380, 341, 39, 0),
    ...day,
    expected: { current: '3', due: ['1', '2', '3'], next: null, leaves: 10, persistentAbsence: ['yes', 39, 380, 1] },
  },
  {
    name: '361 of 380 is exactly 95%: no step, and one absence makes the first',
    policy: BELOW,
    register: totals(380, 361, 19, 0),
    ...day,
    expected: {
      current: 'none',
      due: [],
      next: { step: '1', needs: { absent: 1 } },
      leaves: null,
      persistentAbsence: ['no', 19, 380, -19],
    },
  },
  {
    name: '"90% or below" holds at exactly 90%, and one attended session leaves it',
    policy: AT_MOST,
    register: totals(380, 342, 38, 0),
    ...day,
    expected: { current: '2', due: ['1', '2'], leaves: 1 },
  },
  {
    name: 'severe absence holds at exactly half, below the lowest step too',
    policy: BELOW,
    register: totals(200, 100, 100, 0),
    ...day,
    expected: { current: '3', severeAbsence: 'yes', persistentAbsence: ['yes', 100, 200, 80] },
  },
  {
    name: 'with no possible session nothing can be told',
    ...september,
    register: register(marks(from, '20*Y1')),
    expected: {
      current: 'cannot-tell',
      due: [],
      attendance: { possible: 0 },
      persistentAbsence: ['cannot-tell', 0, 0, null],
      severeAbsence: 'cannot-tell',
    },
  },
  {
    name: 'D, Q, Y1 and Z, # are no possible sessions',
    ...september,
    asOf: '2025-09-19',
    register: register(marks(from, '18*/ 2*I 2*D 2*Q 2*Y1 2*Z 2*#')),
    expected: {
      current: '2',
      attendance: { possible: 20, attended: 18, authorised: 2, unauthorised: 0 },
      persistentAbsence: ['yes', 2, 20, 0],
    },
  },
  {
    name: 'late, visits, sport and provision arranged by the authority are attended; study leave and C2 are absence',
    ...september,
    register: register(marks(from, '12*/ L V P W B K S C2')),
    expected: { current: '2', attendance: { possible: 20, attended: 18, authorised: 2, late: 1 } },
  },
  {
    name: 'before their retirement H is authorised, J attended and Y not possible',
    policy: BELOW,
    asOf: '2024-07-12',
    register: register(marks('2024-07-01', '16*/ 2*H J Y')),
    expected: { current: '3', attendance: { possible: 19, attended: 17, authorised: 2 } },
  },
  {
    name: 'a retired H that would move the step: cannot tell, with its replacement',
    ...september,
    register: register(marks(from, '18*/ I H')),
    expected: {
      current: 'cannot-tell',
      attendance: { possible: 19, attended: 18, authorised: 1 },
      cannotTell: [/\bH\b.*\bC\b/],
    },
  },
  {
    name: 'a retired H that moves no step: the step holds, only severe absence is unknown',
    ...september,
    register: register(marks(from, '10*/ 9*I H')),
    expected: { current: '3', persistentAbsence: ['yes', 9, 19, 7], severeAbsence: 'cannot-tell' },
  },
  {
    name: 'an unknown code that moves no step is named',
    ...september,
    register: register(marks(from, '10*/ 9*I ZZ')),
    expected: { current: '3', attendance: { possible: 19, attended: 10 }, says: [/ZZ/] },
  },
  {
    name: 'a blank and a dash are no mark and are said',
    ...september,
    register: register(marks(from, '18*/ I -')),
    expected: { current: '1', attendance: { possible: 19, attended: 18 }, says: [/no mark|without a mark/i] },
  },
  {
    name: 'marks after the day are left out and their number said',
    ...september,
    register: register(marks(from, '20*/ 10*I')),
    expected: { current: 'none', attendance: { possible: 20, attended: 20 }, says: [/10 marks?/] },
  },
  {
    name: 'the year before does not count towards attendance',
    ...september,
    register: register(marks('2025-06-02', '20*I'), marks(from, '20*/')),
    expected: { current: 'none', attendance: { possible: 20, attended: 20 }, persistentAbsence: ['no', 0, 20, -2] },
  },
  {
    name: 'identical duplicates are one',
    ...september,
    register: register(marks(from, '18*/ 2*I'), 'p1,2025-09-12,PM,I'),
    expected: {
      current: '2',
      attendance: { possible: 20, attended: 18, authorised: 2 },
      says: [/same|twice|duplicate|identical/i],
    },
  },
  {
    name: 'two marks for one session that decide the step: cannot tell, with the date',
    ...september,
    register: register(marks(from, '18*/ I I'), 'p1,2025-09-12,PM,\\'),
    expected: { current: 'cannot-tell', cannotTell: [/2025-09-12|12 September 2025/] },
  },
  {
    name: 'two marks for one session that decide nothing: the step holds',
    ...september,
    register: register(marks(from, '10*/ 9*I U'), 'p1,2025-09-12,PM,I'),
    expected: { current: '3', cannotTell: [/2025-09-12|12 September 2025/] },
  },
  {
    name: 'a mark on a Saturday that no calendar opens and that would move the step',
    ...september,
    register: register(marks(from, '19*/ I'), 'p1,2025-09-06,AM,I'),
    expected: { current: 'cannot-tell', cannotTell: [/2025-09-06|6 September 2025/] },
  },
  {
    name: 'a Saturday that the calendar opens counts',
    ...september,
    register: register(marks(from, '19*/ I'), 'p1,2025-09-06,AM,I'),
    calendar: 'date,session,open\n2025-09-06,AM,true',
    expected: { current: '2', attendance: { possible: 21, attended: 19 } },
  },
  {
    name: 'a counting mark on a closed session that would move the step',
    ...september,
    register: register(marks(from, '18*/ 2*I')),
    calendar: 'date,session,open\n2025-09-12,PM,false',
    expected: { current: 'cannot-tell', cannotTell: [/2025-09-12|12 September 2025/] },
  },
  {
    name: 'marks before enrolment that would move the step',
    policy: BELOW,
    asOf: '2025-09-12',
    register: `pupil_id,date,session,code,enrolled_from\n${marks(from, '2*I 18*/')
      .split('\n')
      .map((row) => `${row},2025-09-02`)
      .join('\n')}`,
    expected: { current: 'cannot-tell', cannotTell: [/2025-09-01|1 September 2025/] },
  },
  {
    name: 'no ladder: no step, and the statuses are computed all the same',
    policy: NO_LADDER,
    register: totals(380, 342, 38, 0),
    ...day,
    expected: {
      current: 'none',
      due: [],
      persistentAbsence: ['yes', 38, 380, 0],
      cannotTell: [/no (?:escalation )?ladder/],
    },
  },
];
