import { describe, expect, it } from 'vitest';
import { stepsIn, triggersIn } from './words.ts';

const section = (heading: string, ...words: string[]): string => [`## ${heading}`, ...words].join('\n\n');
const policy = (...sections: string[]): string => ['# Moorhen Bay School', ...sections].join('\n\n');

describe('sections that are each a rung', () => {
  const first = section('First talk', 'If attendance is between 91% and 96%, the tutor rings the family.');
  const second = section('A meeting', 'If attendance is below 91% we invite parents to a meeting.');

  it('are one ladder where each begins below the one before', () =>
    expect(stepsIn(policy(first, second))).toEqual(['5 main 1: 91 to 96', '9 main 2: attendance < 91 percent']));

  it('are one ladder with a section that looks back to them', () =>
    expect(
      stepsIn(
        policy(first, second, section('The council', 'If there is no improvement after six weeks, we refer the case.')),
      ),
    ).toEqual([
      '5 main 1: 91 to 96',
      '9 main 2: attendance < 91 percent',
      '13 main 3: after 2 (6 weeks) if there is no improvement after six weeks',
    ]));

  it.each([
    [
      'where the second begins above the first',
      section('Letters', 'If attendance is below 92% we write to parents.'),
      section('Help', 'If attendance is below 95% parents are invited to a meeting.'),
    ],
    [
      'where each is for pupils of its own',
      section('Reception and Year 1', 'If attendance is below 95% we write to parents.'),
      section('Sixth form', 'If attendance is below 90% the student meets the head of sixth form.'),
    ],
    [
      'where another section stands between them',
      first,
      `${section('Good attendance', 'Badges are worn on Fridays.')}\n\n${second}`,
    ],
    [
      'where they stand under headings of two levels',
      first,
      '### A meeting\n\nIf attendance is below 91% we invite parents to a meeting.',
    ],
    [
      'where the steps of the second are far behind its heading',
      first,
      section(
        'A meeting',
        'Meetings are held in the library.',
        'Tea is served.',
        'If attendance is below 91% we invite parents to a meeting.',
      ),
    ],
  ])('are none %s', (_, one, other) => {
    const sequences = stepsIn(policy(one, other)).map((step) => step.split(' ')[1]);
    expect(sequences.toSorted()).toEqual(['main', 'other']);
  });
});

describe('a numbered list of figures and conditions', () => {
  it('is one ladder, in the numbers that it prints', () =>
    expect(
      stepsIn(
        '1. Under 96%: the tutor speaks to you.\n2. Under 93%: Mrs Orr sends a letter.\n3. If attendance has not gone up after four weeks: a second letter is sent.\n4. Under 90%: we make a plan with you.\n5. If the plan is not kept to: we refer the case to the council.',
      ),
    ).toEqual([
      '1 main 1: attendance < 96 percent',
      '2 main 2: attendance < 93 percent',
      '3 main 3: after 2 (4 weeks) if attendance has not gone up after four weeks',
      '4 main 4: attendance < 90 percent',
      '5 main 5: after 4 if the plan is not kept to',
    ]));

  it('takes nothing from another list', () =>
    expect(
      stepsIn(
        policy(
          section('Figures', '1. Under 95%: the tutor rings home.\n2. Under 90%: parents are invited to a meeting.'),
          section(
            'Late arrivals',
            '1. If a pupil is persistently late, we write to parents.\n2. If there is no improvement, we meet parents.',
          ),
        ),
      ),
    ).toEqual([
      '5 main 1: attendance < 95 percent',
      '6 main 2: attendance < 90 percent',
      '10 lateness 1: if a pupil is persistently late',
      '11 lateness 2: after 1 if there is no improvement',
    ]));
});

describe('days of absence', () => {
  it.each([
    ['the school year', 'school year'],
    ['the half term', 'half term'],
    ['the term', 'term'],
  ])('in %s are added up', (time, window) =>
    expect(
      stepsIn(
        `1. After 3 days of absence in ${time} the tutor rings home.\n2. After 6 days of absence in ${time} we write to parents.`,
      ),
    ).toEqual([`1 main 1: absenceDays >= 3 days in ${window}`, `2 main 2: absenceDays >= 6 days in ${window}`]),
  );

  it('are days in a row where no such time is named', () =>
    expect(
      triggersIn('- After 1 day of absence with no reason we ring home.\n- After 3 days of absence we visit the home.'),
    ).toEqual(['consecutiveAbsenceDays >= 1', 'consecutiveAbsenceDays >= 3']));
});

it('a letter that says what the family must bring is still a step', () =>
  expect(
    triggersIn('Below 92% we will write to say that parents must bring a doctor’s note for every further absence.'),
  ).toEqual(['attendance < 92']));
