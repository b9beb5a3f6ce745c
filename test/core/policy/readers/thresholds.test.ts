import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPolicy } from '#core/policy/parse.ts';
import type { FactOf } from '#core/policy/schema.ts';

/** Each threshold of a text in a line: "attendance < 90 percent", "unauthorisedSessions >= 10 sessions in 10 school weeks". */
function read(text: string): string[] {
  return thresholdsOf(text).map(
    ({ metric, op, value, unit, window }) => `${metric} ${op} ${value} ${unit}${window ? ` in ${window}` : ''}`,
  );
}

function thresholdsOf(text: string): FactOf<'threshold'>[] {
  return readPolicy(text).parsed.facts.filter((fact) => fact.kind === 'threshold');
}

describe('numbers whose unit stands at the head of their column', () => {
  it.each([
    ['Lates in a half term', '4', ['lateMarks >= 4 occurrences in half term']],
    ['No. of late marks', '6+', ['lateMarks >= 6 occurrences']],
    ['Times late', '3', ['lateMarks >= 3 occurrences']],
    ['Unauthorised sessions in 10 school weeks', '10', ['unauthorisedSessions >= 10 sessions in 10 school weeks']],
    ['Minutes late', '5', []],
    ['Days missed', '10', []],
    ['Sessions missed', '20', []],
  ])('%s: %s', (head, cell, expected) =>
    expect(read(`| ${head} | What happens |\n|---|---|\n| ${cell} | Letter home |`)).toEqual(expected),
  );
});

describe('one-sided percentages and their operators', () => {
  it.each([
    ['If attendance falls below 93%, a letter is sent home.', '< 93'],
    ['If attendance drops under 93 percent we write to parents.', '< 93'],
    ['Pupils whose attendance is less than 93 per cent are monitored.', '< 93'],
    ['Attendance lower than 90% leads to a meeting.', '< 90'],
    ['Attendance has fallen to below 96%: we send the green letter.', '< 96'],
    ['A letter is sent to families when attendance is <92%.', '< 92'],
    ['Where attendance is 90% or below we arrange a panel.', '<= 90'],
    ['Where attendance is 90% and below we arrange a panel.', '<= 90'],
    ['Where attendance is 90% or less we arrange a panel.', '<= 90'],
    ['A penalty notice is possible (if 85% or below).', '<= 85'],
    ['Attendance at or below 92% means a meeting.', '<= 92'],
    ['If attendance falls to 92%, the tutor calls home.', '<= 92'],
    ['Attendance no higher than 91% means a meeting.', '<= 91'],
    ['When attendance goes below ninety per cent we refer the family.', '< 90'],
    ['If attendance falls below **93 percent**, a letter is sent.', '< 93'],
    ['If attendance falls below our target of 96% the office rings home.', '< 96'],
    ['Your child’s attendance is currently below 85%, and we invite you to a meeting.', '< 85'],
    ['More unauthorised absence. Attendance below 90%: referral to the authority.', '< 90'],
    ['If attendance drops to less than 88.5%, a plan is written.', '< 88.5'],
    ['When attendance falls below 90 we write to parents.', '< 90'],
    ['If attendance is under 88.5 or has not improved, a plan is written.', '< 88.5'],
  ])('%s', (text, expected) => expect(read(text)).toEqual([`attendance ${expected} percent`]));

  it.each([
    ['A pupil who misses 10% or more of sessions is persistently absent.', 'absence >= 10 percent'],
    ['Missing 50 percent or more of schooling for any reason is severe absence.', 'absence >= 50 percent'],
    ['We refer pupils with an absence rate of more than 15%.', 'absence > 15 percent'],
    ['If overall absence is greater than or equal to 10%, the pupil is persistently absent.', 'absence >= 10 percent'],
    ['Persistent absence is attendance below 90%.', 'attendance < 90 percent'],
    ['Persistent absence (90% or below) is followed up.', 'attendance <= 90 percent'],
    ['Severe absence: attendance is 50% or lower.', 'attendance <= 50 percent'],
    [
      'Where absence continues to cause concern and should it fall below 50% we meet parents.',
      'attendance < 50 percent',
    ],
    ['A pupil misses 10% or more schooling across the school year.', 'absence >= 10 percent in school year'],
  ])('tells absence from attendance: %s', (text, expected) => expect(read(text)).toEqual([expected]));
});

describe('percentages that are no thresholds', () => {
  it.each([
    'We aim for attendance of 97%.',
    'Our target for this year is 97% and we expect every child to reach at least 96%.',
    'Last year our attendance was 95.2%.',
    'The national average was 94.6% and ours was 93%.',
    'We hope that less than 5% of pupils will be persistently absent.',
    'The proportion of pupils who are persistently absent is below 8%.',
    '90% attendance = half a day missed every week.',
    'A child with 85% attendance misses 29 days of school.',
    '95% attendance means 9 days off school.',
    'Monitoring goes on until attendance stabilises to 96%.',
    'Success: attendance moves to 95% within three weeks.',
    'The plan ends when attendance has improved to 95%.',
    'We speak to families of pupils at risk of falling below 90%.',
    'Pupils whose attendance is approaching 90% are watched.',
    'For example, if attendance falls below 90% by Christmas.',
    'Keep whole-school absence below 4%.',
    'Attendance between 95% and 97% is good.',
    'The paper is 80% recycled.',
    'Stage 2: below 90% ............ 7',
    'Research shows that pupils below 93% do worse in every subject.',
    'They do better in all their subjects than those whose attendance falls below 94%.',
    'Pupils who miss this much have less than a 40% chance of a good pass.',
    'We are dropping the old rule and removing the need for attendance to be below 88% first.',
  ])('%s', (text) => expect(read(text)).toEqual([]));
});

describe('counts of sessions', () => {
  it.each([
    [
      '10 sessions (5 school days) of unauthorised absence within a rolling period of 10 school weeks may lead to a fine.',
      'unauthorisedSessions >= 10 sessions in 10 school weeks',
    ],
    [
      'A penalty notice is considered after 10 unauthorised sessions for any reason in a rolling 10 school week period.',
      'unauthorisedSessions >= 10 sessions in 10 school weeks',
    ],
    [
      'We refer when 15 sessions of unauthorised absence are recorded in the current and/or previous term.',
      'unauthorisedSessions >= 15 sessions in current or previous term',
    ],
    [
      'More than 20 unauthorised sessions in 12 weeks lead to a referral.',
      'unauthorisedSessions > 20 sessions in 12 weeks',
    ],
    [
      'A record of at least 12 sessions lost to unauthorised absence in the last 100 sessions.',
      'unauthorisedSessions >= 12 sessions in 100 sessions',
    ],
    ['Two unauthorised absences: a letter is sent.', 'unauthorisedSessions >= 2 sessions'],
    ['At least ten sessions of unauthorised absence.', 'unauthorisedSessions >= 10 sessions'],
    [
      'The national threshold is met when a pupil is absent for 10 sessions within 10 school weeks.',
      'unauthorisedSessions >= 10 sessions in 10 school weeks',
    ],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]));

  it.each([
    'Every school day has two sessions.',
    '2 days = 4 sessions.',
    'It can be any mix, e.g. 4 sessions of holiday and 6 sessions of lateness.',
    'The school year has 380 sessions.',
    'The attendance team offers 3 sessions a year for parents.',
    'Twenty minutes late each day means your child misses 24 sessions.',
    'Pupils with fewer than 4 unauthorised sessions are entered for the draw.',
  ])('not: %s', (text) => expect(read(text)).toEqual([]));
});

describe('counts of days', () => {
  it.each([
    ['If a pupil is absent for 3 consecutive days we visit.', 'consecutiveAbsenceDays >= 3 days'],
    ['A pupil absent for more than three school days in a row is visited.', 'consecutiveAbsenceDays > 3 days'],
    ['On the third successive unauthorised absence the office writes home.', 'consecutiveAbsenceDays >= 3 days'],
    ['We ring home on the first day of absence.', 'consecutiveAbsenceDays >= 1 days'],
    ['We visit by day 3 of absence.', 'consecutiveAbsenceDays >= 3 days'],
    ['After 10 days of unauthorised absence we tell the authority.', 'unauthorisedDays >= 10 days'],
    [
      'Should your child have 10 days unauthorised absence over a 12 week period you may be fined.',
      'unauthorisedDays >= 10 days in 12 weeks',
    ],
    [
      'Pupils who have missed 10 school days or more without authorisation are reported.',
      'unauthorisedDays >= 10 days',
    ],
    [
      'Holidays in term time are not agreed. Five days or more: the council is asked for a penalty notice.',
      'unauthorisedDays >= 5 days',
    ],
    ['If you take your child out of school for six days or more you may be fined.', 'unauthorisedDays >= 6 days'],
    [
      'A pupil who has not returned to school for 10 days after leave is reported.',
      'consecutiveAbsenceDays >= 10 days',
    ],
    ['A child absent for three (3) days without contact is visited.', 'consecutiveAbsenceDays >= 3 days'],
    ['If a child is absent for more than 3 days a letter is sent.', 'consecutiveAbsenceDays > 3 days'],
    ['We report children absent for ten school days running without permission.', 'consecutiveAbsenceDays >= 10 days'],
    ['Pupils absent without leave for 10 school days on end are reported.', 'consecutiveAbsenceDays >= 10 days'],
    ['After five days of continuous absence we tell the council.', 'consecutiveAbsenceDays >= 5 days'],
    ['If absence lasts five days we telephone again.', 'consecutiveAbsenceDays >= 5 days'],
    ['A pupil who has been absent for 10 days in a term is referred.', 'absenceDays >= 10 days in term'],
    ['Any pupil who has been absent for 10 days is invited in.', 'absenceDays >= 10 days'],
    [
      'If after 10 continuous school days we cannot locate the child, the council is told.',
      'consecutiveAbsenceDays >= 10 days',
    ],
    [
      'Where the office has been unable to make contact for eight school days, the police are told.',
      'consecutiveAbsenceDays >= 8 days',
    ],
    ['A pupil who fails to attend on 2 or more days is visited.', 'absenceDays >= 2 days'],
    ['The office telephones on the first day of an unexplained absence.', 'consecutiveAbsenceDays >= 1 days'],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]));

  it.each([
    'Parents have 28 days to pay.',
    'Please give 10 days’ notice of any request.',
    'The authority replies within 10 working days.',
    'The register is put right within 5 days of a name being added.',
    'Keep your child at home for 48 hours after sickness.',
    'There are 190 school days in a year.',
    '95% is 9 days absent in a year.',
    'Contact is made as if it were the first day of absence.',
    'First Day Absence Procedure',
    'Any absence should be reported on the first day of absence.',
    'Telephone the academy on the first day of absence and choose option 2.',
    'Truancy is any absence of one or more days.',
    'Under 7 days of absence in a year is very good.',
    'Pupils here have missed 12 days of learning by July.',
    'Pupils at this level will have been away for more than 22 days.',
    'This equates to missing 3 days a month, or 30 days of a school year.',
    'A letter is sent, and attendance is watched for a period of 5 weeks (25 school days).',
    'Five days or more with a cold: please show us a note from the doctor. Holidays may be fined.',
    'One day of absence leaves a child two days behind.',
    'Absences over the following 20 school day period will be watched.',
    '88%\n\n88%. 23 days of absence across the year: this is more than a month away.',
  ])('not: %s', (text) => expect(read(text)).toEqual([]));
});

describe('late marks and notices', () => {
  it.each([
    ['After 3 late marks in a half term parents are called.', 'lateMarks >= 3 occurrences in half term'],
    ['A further 4 late marks (7 in total) lead to a letter.', 'lateMarks >= 7 occurrences'],
    ['A pupil who is late more than 5 times in a term gets a detention.', 'lateMarks > 5 occurrences in term'],
    [
      '10 unauthorised late marks, within a 12 week period, may lead to a warning.',
      'lateMarks >= 10 occurrences in 12 weeks',
    ],
    ['Five lates in a week means a detention.', 'lateMarks >= 5 occurrences in week'],
    ['Students who have two or more ‘lates’ in one week stay behind.', 'lateMarks >= 2 occurrences in 1 week'],
    ['Seven late marks in one ½ term mean a meeting.', 'lateMarks >= 7 occurrences in half term'],
    [
      'If your child receives 10 U codes in a 10 week period we may ask for a fine.',
      'lateMarks >= 10 occurrences in 10 weeks',
    ],
    [
      'No more than 2 penalty notices can be issued in a 3 year rolling period.',
      'penaltyNotices <= 2 occurrences in 3 years',
    ],
    [
      'The limit is 2 penalty notices per child in a rolling 3-year period.',
      'penaltyNotices <= 2 occurrences in 3 years',
    ],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]));

  it.each([
    'A pupil who arrives ten minutes late misses the register.',
    'A further 4 late marks lead to a letter.',
    'Late pupils sign in at the office.',
    'Penalty notices are issued by the council.',
    'Previously a pupil had to have 15 late marks before anyone rang.',
  ])('not: %s', (text) => expect(read(text)).toEqual([]));
});

it('reads both numbers of "four or eight", and one of "three or four"', () => {
  expect(read('Reaching 4 or 8 late marks in a term means a detention.')).toEqual([
    'lateMarks >= 4 occurrences in term',
    'lateMarks >= 8 occurrences in term',
  ]);
  expect(read('Three or four lates in a term mean a detention.')).toHaveLength(1);
});

it('reads the second count that "or" joins to the first', () => {
  expect(read('Pupils who are late 3 times in a week or 6 times in a half term stay behind.')).toEqual([
    'lateMarks >= 3 occurrences in week',
    'lateMarks >= 6 occurrences in week',
  ]);
});

it('leaves the old figure of a change and keeps the new one', () => {
  expect(read('The threshold went down from fifteen per cent to ten per cent absence.')).toEqual([
    'absence >= 10 percent',
  ]);
});

describe('where a threshold stands', () => {
  it('quotes exactly what is printed, comparison and all', () => {
    const text = '# Attendance\n\nIf a pupil’s attendance falls **below 93%**, a letter is sent.\n';
    const [threshold] = thresholdsOf(text);
    expect(threshold?.line).toBe(3);
    expect(threshold?.quote).toBe('below 93%');
    expect(text.slice(threshold?.span.start.offset, threshold?.span.end.offset)).toBe('below 93%');
  });

  it('calls persistent and severe absence by their names', () => {
    const labels = thresholdsOf(
      'Persistent absence: missing 10% or more of sessions.\n\nSevere absence: missing 50% or more of sessions.\n',
    ).map(({ label }) => label);
    expect(labels).toEqual(['persistentAbsence', 'severeAbsence']);
  });

  it('quotes what it spans whatever stands around it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 50, max: 99 }), (noise, value) => {
        const text = `${noise}\n\nIf attendance falls below ${value}% a letter is sent home.\n\n${noise}`;
        for (const fact of thresholdsOf(text))
          expect(text.slice(fact.span.start.offset, fact.span.end.offset)).toBe(fact.quote);
        expect(read(text)).toContain(`attendance < ${value} percent`);
      }),
      { numRuns: 100 },
    );
  });
});
