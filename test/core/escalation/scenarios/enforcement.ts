import { BELOW, MIXED, NOTICE, ONLY_ENFORCEMENT } from './policies.ts';
import { actions, marks, register, type Scenario } from './scenario.ts';

const from = '2025-09-01';
/** The tenth school week from the first of September ends on this day. */
const asOf = '2025-11-07';
const ten = register(marks(from, '90*/ 10*U'));
const halfTerm = ['2025-10-06', '2025-10-07', '2025-10-08', '2025-10-09', '2025-10-10'];
const notices = (...rows: string[]): string => ['pupil_id,step,date,parent_id', ...rows].join('\n');

/** The national threshold, penalty notices, and support before enforcement. */
export const ENFORCEMENT: Scenario[] = [
  {
    name: 'ten U without an actions file: the notice is withheld and the support step below it holds',
    policy: NOTICE,
    asOf,
    register: ten,
    expected: {
      current: '1',
      due: ['1'],
      penaltyThreshold: { answer: 'yes', unauthorisedInWindow: 10, awaitingReason: 0, windowFirstDay: '2025-09-01' },
    },
  },
  {
    name: 'ten U with an empty actions file: withheld too',
    policy: NOTICE,
    asOf,
    register: ten,
    actions: actions(),
    expected: { current: '1', due: ['1'] },
  },
  {
    name: 'ten U and the support whose trigger holds is recorded: the notice is open',
    policy: NOTICE,
    asOf,
    register: ten,
    actions: actions('p1,1,2025-10-01'),
    expected: { current: '3', due: ['3'], withheld: [] },
  },
  {
    name: 'support of the year before is not support of this year',
    policy: NOTICE,
    asOf,
    register: ten,
    actions: actions('p1,1,2025-06-10'),
    expected: { current: '1', due: ['1'] },
  },
  {
    name: 'eleven U: two support steps hold and only one is recorded',
    policy: NOTICE,
    asOf,
    register: register(marks(from, '89*/ 11*U')),
    actions: actions('p1,1,2025-10-01'),
    expected: { current: '2', due: ['2'] },
  },
  {
    name: 'ten G: support does not apply, so the notice is open',
    policy: NOTICE,
    asOf,
    register: register(marks(from, '90*/ 10*G')),
    actions: actions(),
    expected: { current: '3' },
  },
  {
    name: 'nine U: one short, nothing of the notice',
    policy: NOTICE,
    asOf,
    register: register(marks(from, '91*/ 9*U')),
    expected: { current: '1', due: ['1'], penaltyThreshold: { answer: 'no', unauthorisedInWindow: 9 } },
  },
  {
    name: 'support and enforcement in one step: current, with the enforcement withheld',
    policy: MIXED,
    asOf,
    register: register(marks(from, '80*/ 20*I')),
    expected: { current: '2', due: ['1', '2'], withheld: [/./] },
  },
  {
    name: 'support and enforcement in one step: open once the support was recorded and ten are reached',
    policy: MIXED,
    asOf,
    register: register(marks(from, '80*/ 20*U')),
    actions: actions('p1,1,2025-10-01'),
    expected: { current: '2', due: ['2'], withheld: [] },
  },
  {
    name: 'a policy of enforcement alone names no support',
    policy: ONLY_ENFORCEMENT,
    asOf,
    register: register(marks(from, '80*/ 20*U')),
    actions: actions(),
    expected: { current: 'none', due: [], says: [/no support/] },
  },
  {
    name: 'an N inside its five school days would tip the answer',
    policy: BELOW,
    asOf,
    register: register(marks(from, '90*/ 9*U N')),
    expected: { penaltyThreshold: { answer: 'cannot-tell', unauthorisedInWindow: 9, awaitingReason: 1 } },
  },
  {
    name: 'an N is inside its five school days on the fifth',
    policy: BELOW,
    asOf: '2025-11-14',
    register: register(marks(from, '90*/ 9*U N 10*/')),
    expected: { penaltyThreshold: { answer: 'cannot-tell', unauthorisedInWindow: 9, awaitingReason: 1 } },
  },
  {
    name: 'an older N counts',
    policy: BELOW,
    asOf,
    register: register(marks(from, '78*/ 9*U N 12*/')),
    expected: { penaltyThreshold: { answer: 'yes', unauthorisedInWindow: 10, awaitingReason: 0 } },
  },
  {
    name: 'a session in the eleventh week before is out, and the earlier window is told',
    policy: BELOW,
    asOf: '2025-11-14',
    register: register(marks(from, '2*U 90*/ 8*U 10*/')),
    expected: {
      penaltyThreshold: {
        answer: 'no',
        unauthorisedInWindow: 8,
        windowFirstDay: '2025-09-08',
        reachedBefore: { windowFirstDay: '2025-09-01', windowLastDay: '2025-11-09', unauthorised: 10 },
      },
    },
  },
  {
    name: 'a week without school does not count among the ten',
    policy: BELOW,
    asOf: '2025-11-14',
    register: register(marks(from, '2*U 90*/ 8*U', halfTerm)),
    expected: { penaltyThreshold: { answer: 'yes', unauthorisedInWindow: 10, windowFirstDay: '2025-09-01' } },
  },
  {
    name: 'ten over the summer: yes, although attendance begins in September',
    policy: BELOW,
    asOf: '2025-09-12',
    register: register(marks('2025-07-07', '15*/ 5*U'), marks(from, '15*/ 5*U')),
    expected: {
      attendance: { possible: 20, unauthorised: 5 },
      penaltyThreshold: { answer: 'yes', unauthorisedInWindow: 10 },
    },
  },
  {
    name: 'nine in a window that reaches before the first mark: cannot tell',
    policy: BELOW,
    asOf: '2025-09-12',
    register: register(marks('2025-07-07', '15*/ 5*U'), marks(from, '16*/ 4*U')),
    expected: { penaltyThreshold: { answer: 'cannot-tell', unauthorisedInWindow: 9 } },
  },
  {
    name: 'code X: not of compulsory school age, perhaps',
    policy: BELOW,
    asOf,
    register: register(marks(from, '89*/ X 10*U')),
    expected: { penaltyThreshold: { answer: 'cannot-tell' }, cannotTell: [/compulsory school age/] },
  },
  {
    name: 'two notices to one parent: no third may follow',
    policy: NOTICE,
    asOf,
    register: ten,
    actions: notices('p1,3,2024-10-01,A', 'p1,penalty notice,2025-05-01,A'),
    expected: { penaltyNotices: { answer: 'yes', byParent: [{ parentId: 'A', dates: ['2024-10-01', '2025-05-01'] }] } },
  },
  {
    name: 'one notice to each of two parents',
    policy: NOTICE,
    asOf,
    register: ten,
    actions: notices('p1,3,2024-10-01,A', 'p1,3,2025-05-01,B'),
    expected: { penaltyNotices: { answer: 'no' } },
  },
  {
    name: 'a notice before 19 August 2024 does not count',
    policy: NOTICE,
    asOf,
    register: ten,
    actions: notices('p1,3,2024-06-01,A', 'p1,3,2025-05-01,A'),
    expected: { penaltyNotices: { answer: 'no', byParent: [{ parentId: 'A', dates: ['2025-05-01'] }] } },
  },
  {
    name: 'two notices without a parent: cannot tell',
    policy: NOTICE,
    asOf,
    register: ten,
    actions: actions('p1,3,2024-10-01', 'p1,3,2025-05-01'),
    expected: { penaltyNotices: { answer: 'cannot-tell' }, cannotTell: [/parent/] },
  },
];
