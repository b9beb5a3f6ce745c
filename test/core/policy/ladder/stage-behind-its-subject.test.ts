import { describe, expect, it } from 'vitest';
import { stepsIn, triggersIn } from './words.ts';

describe('a stage whose name stands behind what it is about', () => {
  it.each([
    'Persistent absence / Stage 2',
    'Persistent absence – Stage 2',
    'Persistent absence: Stage 2',
    'Persistent absence (Stage 2)',
  ])('%s', (heading) =>
    expect(
      stepsIn(
        `# Attendance\n\n## Stage 1\n\nAttendance below 95%: the tutor rings home.\n\n## ${heading}\n\nAttendance below 90%: a meeting with parents.\n`,
      ),
    ).toEqual(['5 main 1: attendance < 95 percent', '9 main 2: attendance < 90 percent']),
  );

  it('also by what the one before has not brought', () =>
    expect(
      triggersIn(
        '## Early help – Stage 1\n\nAttendance below 95%: the tutor rings home.\n\n## Close support – Stage 2\n\nIf there is no improvement within four weeks, parents are invited to a meeting.\n',
      ),
    ).toEqual(['attendance < 95', 'after']));

  it('but another subject begins a ladder of its own at its first stage', () =>
    expect(
      stepsIn(
        '## Absence – Stage 1\n\nAttendance below 95%: the tutor rings home.\n\n## Absence – Stage 2\n\nAttendance below 90%: a meeting with parents.\n\n## Lateness – Stage 1\n\nThree lates in a half term: the tutor rings home.\n\n## Lateness – Stage 2\n\nSix lates in a half term: a meeting with parents.\n',
      ),
    ).toEqual([
      '3 main 1: attendance < 95 percent',
      '7 main 2: attendance < 90 percent',
      '11 lateness 1: lateMarks >= 3 occurrences in half term',
      '15 lateness 2: lateMarks >= 6 occurrences in half term',
    ]));

  it.each([
    '## Early Years and Key Stage 1\n\nDoors open at 8.40.\n\n## Key Stage 2\n\nDoors open at 8.35.\n',
    '## Results – Stage 1\n\n96% of pupils passed.\n\n## Results – Stage 2\n\n90% of pupils passed.\n',
  ])('no stage of attendance: %s', (text) => expect(triggersIn(text)).toEqual([]));
});

describe('coloured dots before a label', () => {
  it.each([
    ['headings', '### 🟠 Amber: 90–96.9%\n\nA letter is sent home.\n\n### 🔴 Red: below 90%\n\nWe meet the parents.\n'],
    ['paragraphs', '🟠 Amber: 90–96.9%. A letter is sent home.\n\n🔴 Red: below 90%. We meet the parents.\n'],
    ['items', '- 🟧 Amber: 90–96.9%. A letter is sent home.\n- 🟥 Red: below 90%. We meet the parents.\n'],
  ])('in %s', (_, text) => expect(triggersIn(text)).toEqual(['90 to 96.9', 'attendance < 90']));
});

describe('what was not done sets a stage off in its own words', () => {
  it.each(['no contact for three days', 'no reply to the first letter'])('%s', (words) =>
    expect(
      stepsIn(`**Stage 1** – attendance below 93%. Letter sent.\n\n**Stage 2** – ${words}. We visit the home.\n`)[1],
    ).toMatch(new RegExp(`main 2: .*if ${words}$`)),
  );
});
