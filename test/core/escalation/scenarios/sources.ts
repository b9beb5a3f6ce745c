import { AT_MOST, BELOW, NUMBER_AND_AFTER } from './policies.ts';
import { actions, type Scenario } from './scenario.ts';

const asOf = '2026-03-20';
const september = { policy: BELOW, asOf: '2025-09-12' };
const eighteenOfTwenty = { current: '2', attendance: { possible: 20, attended: 18, authorised: 2, unauthorised: 0 } };

/** The shapes that a register comes in, and what each cannot tell. */
export const SOURCES: Scenario[] = [
  {
    name: 'a percentage of 90.0 alone does not tell below 90 from 90',
    policy: BELOW,
    asOf,
    register: 'pupil_id,percent\np1,90.0',
    expected: {
      current: 'cannot-tell',
      persistentAbsence: ['cannot-tell', null, null, null],
      attendance: { possible: null },
    },
  },
  {
    name: 'a percentage of 89.4 alone is below 90',
    policy: BELOW,
    asOf,
    register: 'pupil_id,percent\np1,89.4',
    expected: { current: '3', persistentAbsence: ['yes', null, null, null], severeAbsence: 'no', due: ['1', '2', '3'] },
  },
  {
    name: 'a whole percentage of 95 may be 94.5',
    policy: BELOW,
    asOf,
    register: 'pupil_id,percent\np1,95',
    expected: { current: 'cannot-tell', persistentAbsence: ['no', null, null, null] },
  },
  {
    name: 'a whole percentage of 91 is surely below 92 and not below 90',
    policy: BELOW,
    asOf,
    register: 'pupil_id,percent\np1,91',
    expected: { current: '2' },
  },
  {
    name: '89.9 alone is surely 90% or below',
    policy: AT_MOST,
    asOf,
    register: 'pupil_id,percent\np1,89.9',
    expected: { current: '2' },
  },
  {
    name: 'totals win over a percentage that disagrees, which is reported',
    policy: BELOW,
    asOf,
    register: 'pupil_id,possible,attended,authorised,unauthorised,percent\np1,380,342,38,0,95.0',
    expected: { current: '2', says: [/95\.0/] },
  },
  {
    name: 'totals with the absences blank still give the step',
    policy: BELOW,
    asOf,
    register: 'pupil_id,possible,attended,authorised,unauthorised\np1,380,342,,',
    expected: { current: '2', persistentAbsence: ['yes', 38, 380, 0], penaltyThreshold: { answer: 'cannot-tell' } },
  },
  {
    name: 'week rows',
    ...september,
    register:
      'pupil_id,week_commencing,Mon AM,Mon PM,Tue AM,Tue PM,Wed AM,Wed PM,Thu AM,Thu PM,Fri AM,Fri PM\np1,2025-09-01,/,\\,/,\\,/,\\,/,\\,/,\\\np1,2025-09-08,/,\\,/,\\,/,\\,/,\\,I,I',
    expected: eighteenOfTwenty,
  },
  {
    name: 'a mark string of a week',
    ...september,
    register: 'pupil_id,week_commencing,marks\np1,2025-09-01,/\\/\\/\\/\\/\\\np1,2025-09-08,/\\/\\/\\/\\II',
    expected: eighteenOfTwenty,
  },
  {
    name: 'a grid of dates',
    ...september,
    asOf: '2025-09-05',
    register:
      'pupil_id,2025-09-01 AM,2025-09-01 PM,2025-09-02 AM,2025-09-02 PM,2025-09-03 AM,2025-09-03 PM,2025-09-04 AM,2025-09-04 PM,2025-09-05 AM,2025-09-05 PM\np1,/,\\,/,\\,/,\\,/,\\,/,I',
    expected: { current: '2', attendance: { possible: 10, attended: 9, authorised: 1 } },
  },
  {
    name: 'totals: ten unauthorised may not lie in ten school weeks',
    policy: BELOW,
    asOf,
    register: 'pupil_id,possible,attended,authorised,unauthorised\np1,220,200,10,10',
    expected: { current: '2', penaltyThreshold: { answer: 'cannot-tell' } },
  },
  {
    name: 'totals of the year to date: nine unauthorised are fewer than ten in any ten school weeks',
    policy: BELOW,
    asOf,
    register: 'pupil_id,possible,attended,authorised,unauthorised\np1,220,200,11,9',
    expected: { penaltyThreshold: { answer: 'no' }, says: [/year to date|1 August/] },
  },
  {
    name: 'totals of three weeks do not cover ten school weeks',
    policy: BELOW,
    asOf,
    register: 'pupil_id,possible,attended,authorised,unauthorised,from,to\np1,30,28,0,2,2026-03-02,2026-03-20',
    expected: { penaltyThreshold: { answer: 'cannot-tell' }, says: [/2 March 2026|2026-03-02/] },
  },
  {
    name: 'totals of the year to date in September do not cover ten school weeks',
    policy: BELOW,
    asOf: '2025-09-26',
    register: 'pupil_id,possible,attended,authorised,unauthorised\np1,40,38,0,2',
    expected: { current: 'none', penaltyThreshold: { answer: 'cannot-tell' } },
  },
  {
    name: 'totals that begin in the school year before do not tell this one',
    policy: BELOW,
    asOf,
    register: 'pupil_id,possible,attended,authorised,unauthorised,from,to\np1,380,320,60,0,2025-06-02,2026-03-20',
    expected: {
      current: 'cannot-tell',
      due: [],
      persistentAbsence: ['cannot-tell', null, null, null],
      cannotTell: [/320 of 380.*before this school year/],
    },
  },
  {
    name: 'totals from 1 August are of the school year',
    policy: BELOW,
    asOf,
    register: 'pupil_id,possible,attended,authorised,unauthorised,from,to\np1,380,342,38,0,2025-08-01,2026-03-20',
    expected: { current: '2', persistentAbsence: ['yes', 38, 380, 0] },
  },
  {
    name: 'a rounded percentage names no step behind one that it cannot tell',
    policy: NUMBER_AND_AFTER,
    asOf,
    register: 'pupil_id,percent\np1,93.0',
    actions: actions(),
    expected: { current: '1', next: null },
  },
];
