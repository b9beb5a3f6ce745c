import { describe, expect, it } from 'vitest';
import { readPolicy } from '#core/policy/parse.ts';
import { stepsIn, triggersIn } from './words.ts';

describe('hours of a first day in running words', () => {
  it('one sentence of several hours', () =>
    expect(
      stepsIn(
        'If a pupil is away and no reason is known, at 9.20 a text goes to the parents, at 10.15 the office rings every contact, and at 11.45 the family worker makes a home visit.\n',
      ),
    ).toEqual([
      '1 firstDay 1: if a pupil is away and no reason is known',
      '1 firstDay 2: after 1 if no contact by 10.15',
      '1 firstDay 3: after 2 if no contact by 11.45',
    ]));

  it('a sentence for each hour, under what they are about', () =>
    expect(
      stepsIn(
        '## Unexplained absence\n\nBy 9.30 am the office texts the parents. By 10.30 am the office rings each contact. By 12 noon staff make a home visit.\n',
      ),
    ).toEqual([
      '3 firstDay 1: if no contact by 9.30 am',
      '3 firstDay 2: after 1 if no contact by 10.30 am',
      '3 firstDay 3: after 2 if no contact by 12 noon',
    ]));

  it.each([
    ['a timetable', 'At 8.40 the bell rings. At 8.45 the register is called. At 9.15 the register closes.\n'],
    ['one hour alone', 'At 9.30 the office rings the parents of pupils who are absent.\n'],
    ['the parents’ part', 'By 8.30 please ring the absence line. By 9.00 please text us if you are late.\n'],
  ])('not in %s', (_, text) => expect(triggersIn(text)).toEqual([]));

  it('only the first is the first contact', () =>
    expect(
      readPolicy('At 9.15 the office sends a text to parents. At 10.30 the office rings home.\n').parsed.facts.flatMap(
        (fact) => (fact.kind === 'time' ? [`${fact.field} ${fact.value}`] : []),
      ),
    ).toEqual(['firstDayContactFrom 09:15']));
});

describe('what looks back in other words', () => {
  it.each([
    'Where the call has not led to better attendance within half a term',
    'Three weeks on, if there has been no real change',
    'If after two weeks the figure is no better',
    'If the call has brought no improvement after a month',
    'Four weeks after the call, if nothing has helped',
  ])('%s', (when) =>
    expect(
      triggersIn(`Stage 1: attendance below 95%. The tutor rings home.\n\nStage 2: ${when}, parents are asked in.\n`),
    ).toEqual(['attendance < 95', 'after']),
  );

  it('a stage that is reached when …', () =>
    expect(
      triggersIn(
        'Formal Stage 1 is reached when attendance is 92% or less. A letter is sent.\n\nFormal Stage 2 is reached when the Stage 1 target has not been met. A meeting is held.\n',
      ),
    ).toEqual(['attendance <= 92', 'after']));

  it('behind the sentence of a figure it is a step of its own', () =>
    expect(
      stepsIn(
        'Below 88% we hold a meeting, and where that does not help within six weeks the council officer is involved.\n',
      ),
    ).toEqual([
      '1 main 1: attendance < 88 percent',
      '1 main 2: after 1 (6 weeks) if that does not help within six weeks',
    ]));

  it('nobody reached on a later day is a condition of that day', () =>
    expect(
      stepsIn(
        'Day 1: the office rings home.\n\nDay 3: if there is still no contact a member of staff visits the home.\n',
      ).at(-1),
    ).toBe('3 firstDay 2: consecutiveAbsenceDays >= 3 days if there is still no contact'));
});

describe('what was not heard, beside the day', () => {
  it.each([
    [
      'in a table',
      '| Day of absence | What we do |\n|---|---|\n| First day, no word from home by 9.30am | The office texts every contact |\n| Third day in a row | Staff visit the home |\n',
    ],
    [
      'in a list',
      '- First day of absence, no word from home by 9.30am: the office texts every contact\n- Third day of absence: staff visit the home\n',
    ],
  ])('%s', (_, text) =>
    expect(readPolicy(text).parsed.escalation[0]?.trigger.condition).toBe('no word from home by 9.30am'),
  );
});

describe('counts and shares', () => {
  it('"9 in 10 sessions" is how large a share', () =>
    expect(
      readPolicy(
        'A pupil who attends 9 in 10 sessions still misses a lot. Missing one in ten sessions is persistent absence.\n',
      ).parsed.facts.filter(({ kind }) => kind === 'threshold'),
    ).toEqual([]));

  it('which lates are counted stands behind the number', () => {
    const text =
      '| Stage | When | What we do |\n|---|---|---|\n| 1 | 4 late marks (L) in a term | Tutor talks to the pupil |\n| 2 | 9 late marks of either kind (L or U) in a term | Meeting with parents |\n';
    expect(readPolicy(text).parsed.escalation.map(({ quote }) => quote)).toEqual([
      '4 late marks (L)',
      '9 late marks of either kind (L or U)',
    ]);
  });

  it('letters told in sentences go on in one ladder', () =>
    expect(
      triggersIn(
        'We send Letter 1 once attendance is lower than 94%. Letter 2 follows when it is lower than 90%. Should it go lower than 86%, Letter 3 asks the parents to come to school.\n',
      ),
    ).toEqual(['attendance < 94', 'attendance < 90', 'attendance < 86']));
});
