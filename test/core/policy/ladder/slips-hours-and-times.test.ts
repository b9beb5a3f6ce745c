import { describe, expect, it } from 'vitest';
import { stepsIn, triggersIn } from './words.ts';

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
