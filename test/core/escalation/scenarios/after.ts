import { AFTER_DAYS, AFTER_HALF_TERM, AFTER_WEEKS, NUMBER_AND_AFTER } from './policies.ts';
import { actions, marks, register, type Scenario } from './scenario.ts';

const from = '2025-09-01';
/** 100 sessions to 7 November; the ten absences are the last ones, or the first ones. */
const worse = register(marks(from, '90*/ 10*I'));
const better = register(marks(from, '10*I 90*/'));
const asOf = '2025-11-07';
const october = ['2025-10-20', '2025-10-21', '2025-10-22', '2025-10-23', '2025-10-24'];

/** Steps that wait for an earlier one. */
export const AFTER: Scenario[] = [
  {
    name: 'two weeks after the letter without improvement',
    policy: AFTER_WEEKS,
    asOf,
    register: worse,
    actions: actions('p1,1,2025-10-20'),
    expected: { current: '2', due: ['2'] },
  },
  {
    name: 'the last day of the two weeks is still inside',
    policy: AFTER_WEEKS,
    asOf: '2025-11-03',
    register: register(marks(from, '6*I 84*/ 10*I')),
    actions: actions('p1,1,2025-10-20'),
    expected: { current: '1', due: [] },
  },
  {
    name: 'the day after the two weeks is outside',
    policy: AFTER_WEEKS,
    asOf: '2025-11-04',
    register: worse,
    actions: actions('p1,1,2025-10-20'),
    expected: { current: '2', due: ['2'] },
  },
  {
    name: 'improved since the letter: the meeting is not due',
    policy: AFTER_WEEKS,
    asOf,
    register: better,
    actions: actions('p1,1,2025-10-20'),
    expected: { current: '1', due: [] },
  },
  {
    name: 'no letter recorded: the letter is due, and next says that it comes first',
    policy: AFTER_WEEKS,
    asOf,
    register: worse,
    actions: actions(),
    expected: { current: '1', due: ['1'] },
  },
  {
    name: 'a letter of the year before starts no window',
    policy: AFTER_WEEKS,
    asOf,
    register: worse,
    actions: actions('p1,1,2025-06-20'),
    expected: { current: '1', due: ['1'] },
  },
  {
    name: 'school days pass over the half-term break: the tenth is still inside',
    policy: AFTER_DAYS,
    asOf: '2025-11-03',
    register: register(marks(from, '70*/ 20*I', october)),
    actions: actions('p1,1,2025-10-13'),
    expected: { current: '1', due: [] },
  },
  {
    name: 'school days pass over the half-term break: the day after the tenth is outside',
    policy: AFTER_DAYS,
    asOf: '2025-11-04',
    register: register(marks(from, '70*/ 20*I', october)),
    actions: actions('p1,1,2025-10-13'),
    expected: { current: '2', due: ['2'] },
  },
  {
    name: 'half a term runs to the next break of the calendar',
    policy: AFTER_HALF_TERM,
    asOf: '2025-10-17',
    register: register(marks(from, '60*/ 20*I', october)),
    actions: actions('p1,1,2025-09-22'),
    calendar: `date,session,open\n${october.map((d) => `${d},AM,false\n${d},PM,false`).join('\n')}`,
    expected: { current: '1', due: [] },
  },
  {
    name: 'after the break the half term is over',
    policy: AFTER_HALF_TERM,
    asOf: '2025-10-28',
    register: register(marks(from, '60*/ 20*I', october)),
    actions: actions('p1,1,2025-09-22'),
    calendar: `date,session,open\n${october.map((d) => `${d},AM,false\n${d},PM,false`).join('\n')}`,
    expected: { current: '2', due: ['2'] },
  },
  {
    name: 'a number or an earlier step: the number alone suffices',
    policy: NUMBER_AND_AFTER,
    asOf,
    register: register(marks(from, '91*/ 9*I')),
    actions: actions(),
    expected: { current: '2', due: ['1', '2'], next: { step: '3', needs: { absent: 2 } } },
  },
  {
    name: 'the wait of the last step begins with the step before it',
    policy: NUMBER_AND_AFTER,
    asOf,
    register: worse,
    actions: actions('p1,1,2025-09-15', 'p1,2,2025-10-01', 'p1,3,2025-11-03'),
    expected: { current: '3', due: [], next: { step: '4', needs: { on: '2025-12-16' } } },
  },
];
