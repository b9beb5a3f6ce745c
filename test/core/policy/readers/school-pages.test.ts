import { describe, expect, it } from 'vitest';
import { parsePolicy } from '#core/policy/parse.ts';
import { factsInWords } from './facts-in-words.ts';

/** The codes that a text names, in the order of the alphabet. */
function codesIn(text: string): string {
  const codes = parsePolicy(text).facts.flatMap((fact) => (fact.kind === 'code' ? [fact.code] : []));
  return [...new Set(codes)].sort().join(', ');
}

/** Turns of phrase of school websites, in words of our own. */

describe('hours by which parents ring', () => {
  it.each([
    ['Please let us know if your child will be late or absent before 9.10am.', 'reportAbsenceBy 09:10'],
    ['Please let us know before 9.10am if your child will be late.', ''],
    ['Tell the school as soon as you can; preferably before 8.10am, that your child is ill.', 'reportAbsenceBy 08:10'],
    ['Inform the office as early as possible; but ideally by 8.20am.', 'reportAbsenceBy 08:20'],
    ['Parents should ring. This must be done before 9.20am on the first day of absence.', 'reportAbsenceBy 09:20'],
  ])('%s', (text, expected) => expect(factsInWords(text)).toBe(expected));
});

describe('moments that a sentence reckons', () => {
  it.each([
    [
      'School begins at 8.45am (KS1) and 8.55am (KS2). Children who come ten minutes after registration are marked absent.',
      'schoolDayStart 08:45, schoolDayStart 08:55',
    ],
    ['A letter is sent where nobody replies 1 hour after registration has closed (by 10.05am).', ''],
  ])('%s', (text, expected) => expect(factsInWords(text)).toBe(expected));
});

describe('lines that begin with their time', () => {
  it.each([
    ['8.40 am: register will be marked and lessons begin', 'amRegisterOpens 08:40'],
    ['8.40am: registers are marked and sent to the office.', 'amRegisterMarkedBy 08:40'],
    [
      '8.40 am: children to their rooms, register will be marked.\n\nA late mark is given to those who are not there at this time.',
      'amRegisterMarkedBy 08:40, amRegisterOpens 08:40',
    ],
    ['8.35 am: everyone on site for doors opening', 'gatesOpen 08:35'],
    ['Go straight to the tutor room to be registered at 8.25am.', 'amRegisterOpens 08:25'],
  ])('%s', (text, expected) => expect(factsInWords(text)).toBe(expected));
});

describe('counts that set something off', () => {
  it.each([
    ['We ring home if a child is away without a reason for more than 1 day.', 'absenceDays > 1'],
    ['Absence of 1 day is not a worry.', ''],
    ['A detention is set for 4 occurrences of lateness in one week.', 'lateMarks >= 4'],
    ['A pupil who is late more than twice in a week stays behind.', 'lateMarks > 2'],
    ['Late children are signed in. If this happens on 6 occasions we write home.', 'lateMarks >= 6'],
    [
      'Unauthorised leave is fined. Penalty notice fines are considered after 10 sessions of absence in ten weeks.',
      'unauthorisedSessions >= 10',
    ],
  ])('%s', (text, expected) => expect(factsInWords(text)).toBe(expected));
});

describe('letters that are codes, and letters that are not', () => {
  it.each([
    ['Unauthorised absence (G, O and/or U coded in the register) is counted.', 'G, O, U'],
    ['Statutory: no (part of the register of admissions and attendance (S))', ''],
    ['Study leave (S) is marked for Year 11.', 'S'],
    ['Illness (I) and appointments (M) are authorised absences.', 'I, M'],
  ])('%s', (text, expected) => expect(codesIn(text)).toBe(expected));
});

describe('dates and targets', () => {
  it.each([
    ['You may be fined up to £1,000. Approved by the Governing Body March 2024', 'approved 2024-03'],
    ['You may be fined under the guidance approved by Parliament in March 2024.', ''],
    ['Our attendance target this year is 97+%.', 'target 97'],
  ])('%s', (text, expected) => expect(factsInWords(text)).toBe(expected));
});
