import { describe, expect, it } from 'vitest';
import { triggersIn } from './words.ts';

describe('trouble that goes on, as the subject of what it leads to', () => {
  it.each([
    ['Persistent lateness will require parents to attend a meeting with the Head of Year.', ['words']],
    ['Repeated unexplained absence may lead to a home visit.', ['words']],
    ['Ongoing truancy will be dealt with by the Education Welfare Officer and a meeting will be held.', ['words']],
    [
      'If attendance falls below 92% we write home. Further absences after this letter may lead to a referral to the council.',
      ['attendance < 92', 'after'],
    ],
  ])('%s', (text, expected) => expect(triggersIn(text)).toEqual(expected));

  it.each([
    'Persistent absence may be a sign that a child needs help at home.',
    'Regular attendance will lead to better results.',
    'Frequent lateness can make a child unhappy.',
    'Poor attendance can mean fewer choices later.',
  ])('not: %s', (text) => expect(triggersIn(text)).toEqual([]));
});

describe('conditions that schools put in other words', () => {
  it.each([
    ["You may be invited to a meeting if your child's attendance is too low.", ['words']],
    ['Where there is a worrying pattern of absences we will invite parents to a meeting.', ['words']],
    [
      'If we have heard nothing by 9.40am the office will ring you. If we cannot reach anyone ,we will need to contact the police.',
      ['words', 'words'],
    ],
    ['Please be aware: if your child is late four times in a term you will be invited to meet us.', ['lateMarks >= 4']],
    ['Latecomers are marked as late and stay for a ten minute detention.', ['lateMarks >= 1']],
    [
      'Parents of children who are persistently late will be contacted by the deputy head and a meeting held.',
      ['words'],
    ],
    ['Families of pupils who are late on a regular basis are contacted by letter and warned.', ['words']],
    ['Parents whose children regularly arrive late will be invited to a meeting.', ['words']],
    ["Parents will be alerted when their child's attendance falls below 94%.", ['attendance < 94']],
  ])('%s', (text, expected) => expect(triggersIn(text)).toEqual(expected));

  it.each([
    'We develop new strategies where patterns of absence are emerging, and speak to other schools.',
    'The meeting will take place even if you do not come.',
    'On return after 4 or more days of absence, evidence must be handed in at the office; we may call you.',
    "The school is required to provide the council with evidence of our support where a child's attendance is below 95%.",
    'Payment within 21 days is £80 and if the notice is still unpaid the sum will rise to £160.',
  ])('not: %s', (text) => expect(triggersIn(text)).toEqual([]));

  it('does not take the next lateness after a detention for any lateness', () => {
    expect(
      triggersIn(
        'A pupil who is late three times in a week has a detention. Any subsequent lateness will mean a detention.',
      ),
    ).not.toContain('lateMarks >= 1');
  });
});

describe('the national threshold told beside the notice', () => {
  it.each([
    [
      'A penalty notice will be issued when the threshold is met. The threshold is 10 sessions of unauthorised absence in 10 school weeks.',
    ],
    [
      '# When a penalty notice can be issued\n\nIrregular attendance: 10 sessions of unauthorised absence within a rolling 10 school week period.',
    ],
    [
      '# Fines\n\nThere is a threshold for a penalty notice:\n\n- This threshold is 10 sessions of unauthorised absence in 10 school weeks (a school week means any week with a session).',
    ],
    [
      '# Unauthorised leave\n\nA penalty notice may be issued if a pupil is absent for 10 sessions or more for leave in term time.',
    ],
  ])('%s', (text) => expect(triggersIn(text)).toEqual(['unauthorisedSessions >= 10']));

  it.each([
    'The threshold is 10 sessions of unauthorised absence in 10 school weeks.',
    '# Definitions\n\nRegular: fewer than 10 sessions of unauthorised absence.',
  ])('not: %s', (text) => expect(triggersIn(text)).toEqual([]));
});
