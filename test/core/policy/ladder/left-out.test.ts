import { describe, expect, it } from 'vitest';
import { actionsIn, stepsIn, triggersIn } from './words.ts';

describe('what an earlier line or sentence says, and a later one leaves out', () => {
  it.each<[string, string, string[]]>([
    [
      'numbers that go on counting absences',
      'After 3 unexplained absences a letter is sent home. At 5 the head of year telephones. At 8 parents are asked to come in.',
      [
        '1 firstDay 1: if 3 unexplained absences',
        '1 firstDay 2: if 5 unexplained absences',
        '1 firstDay 3: if 8 unexplained absences',
      ],
    ],
    [
      'numbers that go on counting them within a sentence',
      'If a pupil has three separate absences in a term we write home, at five the tutor rings and at eight a meeting is held.',
      [
        '1 other 1: if three separate absences in a term',
        '1 other 2: if five separate absences in a term',
        '1 other 3: if eight separate absences in a term',
      ],
    ],
    [
      'levels of attendance without a sign',
      '# Attendance levels\n\nLevel 1: 96 to 100 – well done\n\nLevel 2: 92 to 95 – a letter home\n\nLevel 3: below 92 – a meeting with the head',
      ['3 main 1 reward: 96 to 100', '5 main 2: 92 to 95', '7 main 3: attendance < 92 percent'],
    ],
    [
      'the days of one absence, a later one told in a sentence',
      '- On the first day of absence the office texts home.\n- On day two of the absence the office rings again.\n- If after 10 continuous school days we cannot locate the child, the council is told.',
      [
        '1 firstDay 1: consecutiveAbsenceDays >= 1 days',
        '2 firstDay 2: consecutiveAbsenceDays >= 2 days',
        '3 firstDay 3: consecutiveAbsenceDays >= 10 days',
      ],
    ],
  ])('%s', (_, text, steps) => expect(stepsIn(text)).toEqual(steps));

  it('leaves the day out of what is done', () => {
    expect(actionsIn('- On day two of the absence the office rings again.\n- Day 3: home visit')[0]).toEqual([
      'the office rings again',
    ]);
  });

  it.each([
    'After 3 unexplained absences a letter is sent home. At 10 the bell rings.',
    'After 3 unexplained absences a letter is sent home. At 2 the office closes and calls go to a machine.',
    '# House points\n\nLevel 1: 96 to 100 – letter home',
  ])('not: %s', (text) => expect(triggersIn(text).length).toBeLessThan(2));
});

describe('questions in a heading and their answers', () => {
  it('are rungs', () => {
    const text =
      '# What happens if attendance falls below 95%?\n\nWarning letter\n\nMeeting with the Head of House\n\n# What happens if attendance drops below 90%?\n\nAttendance panel\n\nAttendance contract issued';
    expect(stepsIn(text)).toEqual(['1 main 1: attendance < 95 percent', '7 main 2: attendance < 90 percent']);
  });

  it('are none where the answer only says what is lost', () => {
    expect(
      triggersIn("# What happens if my child's attendance is below 90%?\n\nThey miss nineteen days of lessons."),
    ).toEqual([]);
  });
});

describe('days in a list whose lines run on', () => {
  it('has a rung for each, in two figures too', () => {
    const text =
      'Day 5: Second letter is posted to the family\nDay 10: The head reviews the place and, where there is a social worker, we contact the council\nDay 20: Referral to the council';
    expect(triggersIn(text)).toEqual([
      'consecutiveAbsenceDays >= 5',
      'consecutiveAbsenceDays >= 10',
      'consecutiveAbsenceDays >= 20',
    ]);
  });
});

describe('the last row of a table, by what the others did not bring', () => {
  const table = (last: string): string =>
    `| When | What has happened | What we do |\n|---|---|---|\n| Day 3 | No reply | Letter from school |\n| After 6 weeks | Attendance below 90% | Meeting to agree a plan |\n${last}`;

  it('is a rung behind them', () => {
    expect(
      triggersIn(table('| Legal action | Further unauthorised absence | The council is asked to prosecute |')),
    ).toEqual(['consecutiveAbsenceDays >= 3', 'attendance < 90', 'after']);
  });

  it('is none where it only goes on with the row above', () => {
    expect(triggersIn(table('| | or no improvement | and a letter |'))).toEqual([
      'consecutiveAbsenceDays >= 3',
      'attendance < 90',
    ]);
  });
});

describe('levels with nothing done unless', () => {
  it('are of the mild end', () => {
    const text =
      '| Attendance | Action |\n|---|---|\n| 97-100% | None, unless there is a concern |\n| 93-96% | Letter home |\n| Below 93% | Meeting with the head |';
    expect(stepsIn(text)[0]).toBe('3 main 1 universal: 97 to 100');
  });
});

describe('an illness that wants a certificate is no step', () => {
  it.each([
    "If a child is ill for more than five days we ask parents for a doctor's certificate.",
    'Where a child has been unwell for 5 days or more the office may request evidence from the doctor.',
    "A doctor's certificate will be requested for illness lasting more than five days.",
  ])('%s', (text) => expect(triggersIn(text)).toEqual([]));

  it('is one where the school meets the family too', () => {
    expect(
      triggersIn(
        'If a child is absent for more than five days we ask for medical evidence and invite parents to a meeting.',
      ),
    ).toEqual(['consecutiveAbsenceDays > 5']);
  });
});

describe('what a plan or a notice did not bring', () => {
  it.each<[string, string[]]>([
    ['Where parents do not engage with the contract, it is likely that they will face prosecution.', ['words']],
    ["Where parents do not keep to the plan, it's likely they'll be prosecuted.", ['words']],
    [
      'At 90% a formal warning is sent. If an unauthorised absence occurs within that period a penalty notice will be issued.',
      ['attendance <= 90', 'after'],
    ],
    [
      'A penalty notice is issued for 10 sessions of unauthorised absence in 10 school weeks.\n\nIf payment is not made within 28 days, the council may prosecute.',
      ['unauthorisedSessions >= 10', 'after'],
    ],
  ])('%s', (text, expected) => expect(triggersIn(text)).toEqual(expected));

  it('says what else must hold, and not what is done', () => {
    expect(stepsIn('A pupil absent for three days without contact will be visited at home.')).toEqual([
      '1 firstDay 1: consecutiveAbsenceDays >= 3 days if without contact',
    ]);
  });
});
