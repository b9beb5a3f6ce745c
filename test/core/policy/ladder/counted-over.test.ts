import { describe, expect, it } from 'vitest';
import { readPolicy } from '#core/policy/parse.ts';
import { stepsIn } from './words.ts';

const windowsIn = (text: string): (string | null)[] =>
  readPolicy(text).parsed.escalation.map(({ trigger }) => trigger.window ?? null);
const conditionsIn = (text: string): (string | null)[] =>
  readPolicy(text).parsed.escalation.map(({ trigger }) => trigger.condition ?? null);

describe('a time with a column of its own', () => {
  const table = (head: string, ...times: string[]): string =>
    `| Phase | Unauthorised sessions | ${head} | Response |\n|---|---|---|---|\n${times
      .map((time, at) => `| ${at + 1} | ${4 + 2 * at} | ${time} | A meeting with parents |`)
      .join('\n')}\n`;
  it.each<[string, string, (string | null)[]]>([
    ['Counted over', 'this school year', [null]],
    ['Counted over', 'the last 6 school weeks', ['6 school weeks']],
    ['Counted over', 'a rolling 10 school weeks', ['10 school weeks']],
    ['Counted over', 'this half term', ['half term']],
    ['Period', 'any 8 weeks', ['8 weeks']],
    ['Period', 'term', ['term']],
    ['Within', 'six weeks', ['6 weeks']],
    ['Time', 'the last half term', ['half term']],
    // What no reading knows is kept in its words, so that a person is asked.
    ['Counted over', 'since the last letter', ['since the last letter']],
    ['Review', 'the last 6 weeks', [null]],
    ['Monitoring period', '6 weeks', [null]],
    ['Deadline', 'within 5 days', [null]],
    ['Who', 'this term: the tutor', [null]],
  ])('under "%s" stands "%s"', (head, time, windows) => expect(windowsIn(table(head, time))).toEqual(windows));

  it('each row has its own', () => {
    expect(windowsIn(table('Counted over', 'this school year', 'the last 6 school weeks', 'term'))).toEqual([
      null,
      '6 school weeks',
      'term',
    ]);
  });

  it('percentages have theirs too, and a time in the cell of the figure is the nearer', () => {
    const text =
      '| Attendance | Counted over | What we do |\n|---|---|---|\n| Below 95% | the last six weeks | letter home |\n| Below 90% in a half term | the last six weeks | meeting in school |\n';
    expect(windowsIn(text)).toEqual(['6 weeks', 'half term']);
  });
});

describe('the time over which is counted, said once beside the ladder', () => {
  const lates = '- 3 late marks: the tutor has a word\n- 6 late marks: a letter home\n';
  const shares = '- Below 95%: the tutor rings home\n- Below 90%: a meeting in school\n';
  it.each<[string, string, string | null]>([
    ['We count late marks over the last five school weeks.', lates, '5 school weeks'],
    ['Late marks are added up over a half term.', lates, 'half term'],
    ['Late marks are counted each term.', lates, 'term'],
    ['Late marks are wiped clean at the start of each half term.', lates, 'half term'],
    ['Every half term the count starts again from nought at the start of term.', lates, 'term'],
    ['Late marks are counted over the whole school year.', lates, null],
    ['Every half term we look at the late marks.', lates, null],
    ['We look at attendance over the last half term.', shares, 'half term'],
    ['We look at attendance over a half term and write to parents.', shares, null],
    ['We look at attendance every half term and write to parents.', shares, null],
    ['Attendance is measured over the last six weeks.', shares, '6 weeks'],
    ['We count late marks over the last five school weeks.', shares, null],
  ])('%s', (told, list, window) => {
    expect(windowsIn(`## What happens\n\n${told}\n\n${list}`)).toEqual([window, window]);
  });

  it('or right behind it, but for what comes after the steps', () => {
    expect(windowsIn(`## Late\n\n${lates}\nLate marks start again from nought every term.\n`)).toEqual([
      'term',
      'term',
    ]);
    expect(windowsIn(`## Low\n\n${shares}\nAttendance is then monitored over the next four weeks.\n`)).toEqual([
      null,
      null,
    ]);
  });

  it('not where a step has its own, nor under another heading', () => {
    const text = `## Late\n\nWe count late marks over a half term.\n\n- 3 late marks in a week: a word\n- 6 late marks: a letter home\n`;
    expect(windowsIn(text)).toEqual(['week', 'half term']);
    expect(windowsIn(`## Late\n\nWe count late marks over a half term.\n\n## Letters\n\n${lates}`)).toEqual([
      null,
      null,
    ]);
  });

  it.each<[string, string | null]>([
    ['We add up both L and U marks.', 'L or U'],
    ['Both L and U are explained on page 4.', null],
    ['Late marks of L and U are counted together.', 'L or U'],
    ['Coming after the bell (L) and coming after the register has closed (U) both count as late.', 'L or U'],
    ['After the bell a late pupil has an L; after 9.15 it is a U, which counts as an absence.', null],
  ])('%s', (told, condition) => {
    expect(conditionsIn(`## Lateness\n\n${told}\n\n${lates}`)).toEqual([condition, condition]);
  });
});

describe('days', () => {
  it.each<[string, string[]]>([
    [
      'The office texts at 9.20am. When a pupil has been away for three days in a row one of us calls at the house. When a pupil has been away for eight days in a row we let the council know.',
      ['1 firstDay 1: consecutiveAbsenceDays >= 3 days', '1 firstDay 2: consecutiveAbsenceDays >= 8 days'],
    ],
    [
      '**Off for several days together.** After four days in a row, for any reason, your key worker calls round.',
      ['1 firstDay 1: consecutiveAbsenceDays >= 4 days'],
    ],
    [
      'If a student has not been in for five days in a row Mrs Lamb will come to your home.',
      ['1 firstDay 1: consecutiveAbsenceDays >= 5 days'],
    ],
    [
      '## Away\n\nBy the third day in a row the class teacher will have spoken to you. If your child is still away on the fifth day in a row, somebody from school visits.',
      ['3 firstDay 1: consecutiveAbsenceDays >= 3 days', '3 firstDay 2: consecutiveAbsenceDays >= 5 days'],
    ],
    ['Pupils who are late three days in a row are kept in at break.', []],
    ['## Absent\n\nA pupil who attends for ten days in a row gets a certificate.', []],
  ])('in a row: %s', (text, steps) => {
    expect(stepsIn(text).filter((step) => step.includes('DaysDays') || step.includes('consecutive'))).toEqual(steps);
  });

  it.each<[string, string[]]>([
    [
      'Letters go out by the number of days your child has missed since September.\n\nWhen the total reaches five days, we post a first letter.\n\nAt ten days the second letter goes out, asking you to come in.',
      ['3 main 1: absenceDays >= 5 days', '5 main 2: absenceDays >= 10 days'],
    ],
    [
      '## Counting\n\nWe count days of absence, authorised or not.\n\n## What we do\n\nFive days. The class lead rings for a chat.\n\nEight days. Our link worker visits you at home.',
      ['7 main 1: absenceDays >= 5 days', '9 main 2: absenceDays >= 8 days'],
    ],
    [
      'We count the days that were not authorised: unauthorised absence is added up in days.\n\nAt four days the tutor rings home.\n\nAt eight days a meeting is held.',
      ['3 main 1: unauthorisedDays >= 4 days', '5 main 2: unauthorisedDays >= 8 days'],
    ],
    // Nobody has said what these days are of.
    ['We are open on 190 days.\n\nFive days. The class lead rings for a chat.', []],
    ['Absence is reported in days.\n\nThe fine must be paid within 28 days.', []],
  ])('that are told to be counted: %s', (text, steps) => expect(stepsIn(text)).toEqual(steps));

  it.each<[string, string[]]>([
    [
      '**Punctuality.** Here we count the L marks of the school year. Four of them mean letter P1. Eight mean letter P2 and a talk with the year lead.',
      ['1 lateness 1: lateMarks >= 4 occurrences', '1 lateness 2: lateMarks >= 8 occurrences'],
    ],
    [
      '## Lateness\n\nStudents coming after the bell get an L. Three in the school year: a talk with the tutor. Seven in the school year: a call from the head of year.',
      [
        '3 lateness 1: lateMarks >= 3 occurrences in school year',
        '3 lateness 2: lateMarks >= 7 occurrences in school year',
      ],
    ],
  ])('and late marks that a sentence before names: %s', (text, steps) => expect(stepsIn(text)).toEqual(steps));
});
