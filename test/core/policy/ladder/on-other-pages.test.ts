import { describe, expect, it } from 'vitest';
import { actionsIn, stepsIn, triggersIn } from './words.ts';

describe('stages whose lines are named', () => {
  const text = `Stage A - Early worry
When: attendance between 96% and 93.1%, or two absences in a month
Who: Form tutor
What: talk with the student; note home

Stage B - Year leader
When: attendance between 93% and 90.1%
What: Letter 1. Parents invited to a meeting.
Route 1 (parents come): a target is agreed.
Route 2 (parents stay away): home visit within five school days.

Stage C - Persistent absence
When: attendance 90% or less
What: Contract meeting; Early Help

Stage D - Legal
When: the contract does not improve attendance
What: Notice to Improve. If there are 10 or more unauthorised sessions in a rolling 10 school weeks the council is asked to consider a penalty notice.`;

  it('are one ladder, with routes as a part of their stage', () =>
    expect(stepsIn(text)).toEqual([
      '2 main 1: 93.1 to 96',
      '7 main 2: 90.1 to 93',
      '13 main 3: attendance <= 90 percent',
      '17 main 4: after 3 if the contract does not improve attendance',
      '18 main 4b: unauthorisedSessions >= 10 sessions in 10 school weeks',
    ]));

  it('do what stands behind the words that say when', () =>
    expect(actionsIn(text)[2]).toEqual(['Persistent absence', 'Contract meeting', 'Early Help']));
});

describe('one late', () => {
  it('is a count at the head of a line', () =>
    expect(
      triggersIn('1 late = text home\n3 lates in a week = detention\n6 lates in a term = parents come in'),
    ).toEqual(['lateMarks >= 1', 'lateMarks >= 3', 'lateMarks >= 6']));

  it.each(['One late start is not a habit.'])('is none in a sentence: %s', (text) =>
    expect(triggersIn(text)).toEqual([]),
  );
});

describe('a level told in three sentences', () => {
  it('is a step by what is done in the last', () =>
    expect(
      triggersIn(
        'Attendance below 91% is a serious worry. Your child has now missed nearly four weeks of school. You may be referred to the Early Help team.',
      ),
    ).toEqual(['attendance < 91']));

  it('is none where nothing is done', () =>
    expect(
      triggersIn(
        'Attendance below 91% is a serious worry. Your child has now missed nearly four weeks of school. Every day counts.',
      ),
    ).toEqual([]));
});

describe('what is no trigger', () => {
  it.each([
    'Schools offer support first, unless support would not be appropriate.',
    'We ask that you keep us regularly informed of your child’s health if they are absent for more than 2 days.',
    'The three-year period starts when the first penalty notice is issued to a parent.',
  ])('gives no step: %s', (text) => expect(triggersIn(text)).toEqual([]));

  it('is left aside where an exception says when it is done', () =>
    expect(triggersIn('A referral is made to the council unless attendance improves within four weeks.')).toEqual([
      'words',
    ]));
});

describe('notices', () => {
  it('are said once where a heading counts the same sessions as its words', () =>
    expect(
      triggersIn(
        '## 10 sessions of unauthorised absence in a 10-week period\n\nPenalty notice fines will be considered when there have been 10 sessions of absence in a 10-week period.',
      ),
    ).toEqual(['unauthorisedSessions >= 10']));

  it('are meant by sessions alone under a heading that names them', () =>
    expect(
      triggersIn(
        '## What is a penalty notice\n\nWhen a pupil has an unauthorised absence of 10 sessions or more in any term.\n\nParents hear by post.',
      ),
    ).toEqual(['unauthorisedSessions >= 10']));

  it('come before no help that has failed', () =>
    expect(
      triggersIn(
        'A penalty notice is considered after 10 unauthorised sessions in 10 school weeks. Where support has been offered and has not worked, you will get a Notice to Improve.',
      ),
    ).toEqual(['unauthorisedSessions >= 10', 'words']));
});

describe('bands in lines without bullets', () => {
  it('are each a step, though all lines begin alike', () => {
    const text = `96% and above: no action
Between 93% and 96%: letter 1 home from Mrs Bird
Between 90% and 93%: letter 2 and an invitation to meet
Below 90%: attendance panel`;
    expect(stepsIn(text)).toEqual([
      '1 main 1 universal: attendance >= 96 percent',
      '2 main 2: 93 to 96',
      '3 main 3: 90 to 93',
      '4 main 4: attendance < 90 percent',
    ]);
  });

  it('are parted by strokes too', () =>
    expect(
      triggersIn(
        'Your child’s attendance | What you can expect\n97 – 100% | A thank you\n94 – 96% | A message on the app\nUnder 94% | A meeting with Mr Stone',
      ),
    ).toEqual(['97 to 100', '94 to 96', 'attendance < 94']));
});

describe('an item of a list that counts something of its own', () => {
  it('gives nothing to the item before it', () =>
    expect(
      actionsIn(
        '- 3 lates: reminder\n- 6 lates: letter\n- 12 lates: governors’ panel\n- 20 lates after the register closes (U): penalty notice',
      ),
    ).toEqual([['reminder'], ['letter'], ["governors' panel"], ['!penalty notice']]));
});

describe('sessions and days in a column of absence', () => {
  it('are counts', () =>
    expect(
      triggersIn(
        '| Absence so far | What happens next |\n|---|---|\n| 5 sessions | Tutor talks to pupil |\n| 10 sessions | Letter to parents |\n| 8 days | Meeting |',
      ),
    ).toEqual(['sessions >= 5', 'sessions >= 10', 'absenceDays >= 8']));

  it('are none beside an attendance or without a measure', () => {
    expect(
      triggersIn(
        '| Attendance | Days missed | Action |\n|---|---|---|\n| 95% | 10 days | Letter |\n| 90% | 19 days | Meeting |',
      ),
    ).toEqual(['attendance <= 95', 'attendance <= 90']);
    expect(
      triggersIn('| Days missed | Lessons lost |\n|---|---|\n| 5 days | 25 lessons |\n| 10 days | 50 lessons |'),
    ).toEqual([]);
  });
});

describe('a step behind a meeting', () => {
  it.each([
    'Letter A: when attendance is 95% – for information.\nLetter B: when attendance is 90% – parents asked to a meeting.\nLetter C: if parents do not come to the meeting.',
    'Below 95% a letter is sent.\nBelow 90% parents are asked to a clinic.\nIf, after the clinic, there is no rise within four weeks, the council’s officer becomes involved.',
  ])('looks back to it: %s', (text) => expect(triggersIn(text).at(-1)).toBe('after'));
});

it('what a figure comes to is no step', () =>
  expect(triggersIn('At 90% that is nineteen days, and a phone call to a friend would not catch up each one.')).toEqual(
    [],
  ));

it('a column of whole attendance that is praised is reached from below', () =>
  expect(
    triggersIn('| 100% | Below 95% | Below 90% |\n|---|---|---|\n| Certificate | Letter home | Meeting |'),
  ).toEqual(['attendance >= 100', 'attendance < 95', 'attendance < 90']));
