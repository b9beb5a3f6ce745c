import { describe, expect, it } from 'vitest';
import { actionsIn, stepsIn, triggersIn } from './words.ts';

describe('attendance that has gone down, in whatever word, only leads up to what is done', () => {
  it.each(['has slipped', 'slips', 'has dipped', 'dips', 'has sunk', 'slides', 'has declined'])('%s', (gone) => {
    const steps = stepsIn(
      `Attendance ${gone} below 96%: the tutor has a word with the child.\nAttendance ${gone} below 93%: a letter goes home.\n`,
    );
    expect(steps).toEqual(['1 main 1: attendance < 96 percent', '2 main 2: attendance < 93 percent']);
  });

  it.each([
    'Our attendance slipped below 94% in the winter.',
    'Across the trust attendance dipped below 93% last year.',
  ])('not what is told of the past: %s', (text) => expect(triggersIn(text)).toEqual([]));
});

describe('hours with a full stop are hours, also alone on their lines', () => {
  const HOURS = [
    '9.15 – text sent to parents of absent pupils',
    '9.45 – phone call to all contacts',
    '10.30 – home visit',
  ];

  it.each([
    ['in paragraphs', HOURS.join('\n\n')],
    ['in lines', HOURS.join('\n')],
    ['in a list', HOURS.map((hour) => `- ${hour}`).join('\n')],
  ])('%s', (_, text) =>
    expect(stepsIn(`# First day calling\n\n${text}\n`).map((step) => step.replace(/^\d+ /, ''))).toEqual([
      'firstDay 1: if no contact by 9.15',
      'firstDay 2: after 1 if no contact by 9.45',
      'firstDay 3: after 2 if no contact by 10.30',
    ]),
  );

  it('and clauses with such numbers are clauses', () => {
    expect(stepsIn('# Absence\n\n9.10 Medical appointments\n\n9.15 Holidays in term time\n')).toEqual([]);
  });
});

describe('a count that goes on behind the one before', () => {
  it.each([
    'After five late marks in a half term there is a detention; after eight there’s a meeting with parents.',
    'After five late marks in a half term there is a detention. After eight our attendance lead meets the parents.',
    'Five lates in a half term mean a detention, and after eight your head of year rings home.',
  ])('%s', (text) => expect(triggersIn(text)).toEqual(['lateMarks >= 5', 'lateMarks >= 8']));
});

describe('a time that was set before is no number of days away', () => {
  it.each([
    'During the 15 days any unauthorised absence will lead to a penalty notice.',
    'Any unauthorised absence in the 15 days will lead to a penalty notice.',
    'If there is unauthorised absence during those 20 days a fine follows.',
    'Throughout the 15 school days any unauthorised session may lead to a fine.',
  ])('%s', (text) => expect(triggersIn(text).filter((one) => /\d/.test(one))).toEqual([]));

  it.each([
    ['Where a pupil has 15 days of unauthorised absence we refer the family to the council.', 'unauthorisedDays >= 15'],
    ['If a child is absent for 20 days in a row we refer the family to the council.', 'consecutiveAbsenceDays >= 20'],
  ])('but: %s', (text, expected) => expect(triggersIn(text)).toEqual([expected]));
});

describe('a stage at which attendance has only stayed where it was follows the one before', () => {
  it.each([
    [
      'Step 1: where attendance is at or below 94% we ring home.',
      'Step 2: where it stays at or below 94% after four weeks we meet.',
    ],
    [
      'Step 1: attendance below 92%, letter home.',
      'Step 2: attendance stays below 92% for a month, meeting with parents.',
    ],
  ])('%s %s', (one, two) => {
    const [first, second] = triggersIn(`${one}\n${two}\n`);
    expect(first).toMatch(/^attendance <=? 9[24]$/);
    expect(second).toMatch(/^attendance <=? 9[24] \+ after$/);
  });

  it('also where the words stand under the name of the meeting', () => {
    const stages = [
      '### Stage 1 – First meeting\nHeld where attendance is less than 93% without good reason.',
      '### Stage 2 – Review meeting\nHeld six weeks after Stage 1 where attendance has not improved.',
      '### Stage 3 – Panel of governors\nHeld four weeks after Stage 2 if the student is still below 93%.',
    ];
    expect(stepsIn(`${stages.join('\n\n')}\n`).map((step) => step.replace(/^\d+ | if .*$/g, ''))).toEqual([
      'main 1: attendance < 93 percent',
      'main 2: after 1 (6 weeks)',
      'main 3: attendance < 93 percent after 2 (4 weeks)',
    ]);
  });
});

describe('sessions that go on from those before', () => {
  it('a count behind another is of the same', () =>
    expect(
      triggersIn(
        'A first letter goes home when 10 sessions have been missed. A second letter follows at 16 sessions. At 20 sessions parents are invited to a clinic.',
      ),
    ).toEqual(['sessions >= 10', 'sessions >= 16', 'sessions >= 20']));

  it('a further number is read where it is added up and its sort is said', () =>
    expect(
      triggersIn(
        'After five unauthorised sessions we write home. If a further five unauthorised sessions are lost, making ten in all, a warning is sent.',
      ),
    ).toEqual(['unauthorisedSessions >= 5', 'unauthorisedSessions >= 10']));

  it.each([
    ['If a further five sessions are lost, making ten in all, a warning is sent.', 'words'],
    ['If a further five unauthorised sessions are lost a warning is sent.', 'after'],
  ])('and no number where it is not: %s', (text, expected) =>
    expect(triggersIn(`After five unauthorised sessions we write home. ${text}`)).toEqual([
      'unauthorisedSessions >= 5',
      expected,
    ]),
  );
});

describe('the first day, told by what parents did not do', () => {
  it('is a step', () =>
    expect(
      triggersIn(
        'We will telephone on the morning of the first day if you have not let us know why your child is absent.',
      ),
    ).toEqual(['consecutiveAbsenceDays >= 1']));

  it('and what parents are asked to do on it is none', () =>
    expect(triggersIn('Please telephone us on the morning of the first day if your child is absent.')).toEqual([]));

  it('a day’s own line is not a step again inside it', () =>
    expect(triggersIn('Day 1: No reason by 9.30am? We text, then ring.\nDay 2: We ring all contacts.\n')).toEqual([
      'consecutiveAbsenceDays >= 1',
      'consecutiveAbsenceDays >= 2',
    ]));
});

it('the number of a clause is no part of what is done', () => {
  expect(
    actionsIn(
      '## 4.1 Stage 1\n\n4.1.1 Where attendance is below 95%.\n\n4.1.2 The tutor shall telephone the parent.\n\n## 4.2 Stage 2\n\n4.2.1 Where attendance is below 92%.\n\n4.2.2. The officer shall write home.\n',
    ),
  ).toEqual([['The tutor shall telephone the parent'], ['The officer shall write home']]);
});

describe('the head of a column says what its numbers count, and over what time', () => {
  it.each([
    ['Number of U marks in a half term', '2', 'lateMarks >= 2 occurrences in half term'],
    ['Late marks in a half term', '2 U marks', 'lateMarks >= 2 occurrences in half term'],
    ['Late marks this half term', '3', 'lateMarks >= 3 occurrences in half term'],
    [
      'Unauthorised sessions in ten school weeks',
      '5 sessions',
      'unauthorisedSessions >= 5 sessions in 10 school weeks',
    ],
    ['Absence since September', 'More than 5 sessions', 'sessions > 5 sessions'],
    ['Sessions missed this half term', '5 sessions', 'sessions >= 5 sessions in half term'],
    ['Sessions missed this half term', '5', 'sessions >= 5 sessions in half term'],
    ['Days absent in a term', 'over 5 days', 'absenceDays > 5 days in term'],
  ])('%s | %s', (head, cell, expected) =>
    expect(stepsIn(`| ${head} | Response |\n| --- | --- |\n| ${cell} | We write home |\n`).map(trigger)).toEqual([
      expected,
    ]),
  );

  it('but days in a row are counted over no time', () =>
    expect(
      stepsIn('| Absence this term | Response |\n| --- | --- |\n| 3 consecutive days of absence | We visit |\n').map(
        trigger,
      ),
    ).toEqual(['consecutiveAbsenceDays >= 3 days']));
});

describe('that nobody has heard stays beside the days', () => {
  it.each([
    [
      'Day 3: after three consecutive days of absence without contact, two members of staff visit the home.',
      3,
      'without contact',
    ],
    ['Day 3 of unexplained absence – home visit', 3, 'unexplained'],
    ['After 5 days without news we make a home visit.', 5, 'without news'],
  ])('%s', (text, days, words) =>
    expect(stepsIn(text).map(trigger)).toEqual([`consecutiveAbsenceDays >= ${days} days if ${words}`]),
  );
});

function trigger(step: string): string {
  return step.slice(step.indexOf(': ') + 2);
}
