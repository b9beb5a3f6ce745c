import { describe, expect, it } from 'vitest';
import type { Trigger } from '#core/policy/schema.ts';
import { nameOfStep, sayClock, sayDate, sayStep, sayTrigger } from '#core/publish/say.ts';
import { sayInDays } from '#core/publish/sections/thresholds.ts';

describe('the name of a step', () => {
  it.each([
    [
      'a heading stays as it is',
      'Step 1: a call home',
      'When attendance falls below 96%, the tutor rings.',
      'Step 1: a call home',
    ],
    ['a title that is a whole bold lead stays', 'Letter 1', '**Letter 1**: sent at 95%.', 'Letter 1'],
    [
      'first words go on to the end of the sentence, or to its condition',
      'We telephone home after three late marks in',
      'We telephone home after three late marks in a half term.',
      'We telephone home',
    ],
    [
      'first words that overrun a comma end before it',
      'If we have not heard from you, we',
      'If we have not heard from you, we telephone from 9.30 am.',
      'If we have not heard from you',
    ],
    [
      'a sentence is left off before its condition',
      'A penalty notice may be requested from the',
      'A penalty notice may be requested from the local authority when a pupil has 10 sessions.',
      'A penalty notice may be requested from the local authority',
    ],
    [
      'a long sentence ends with an ellipsis after a whole word',
      'The head',
      `The head ${'really '.repeat(30)}writes.`,
      `The head ${'really '.repeat(11).trim()} …`,
    ],
    ['a title from another sentence stays', 'Meeting', 'Parents are invited.', 'Meeting'],
    ['no sentence known', 'Meeting', '', 'Meeting'],
  ])('%s', (_, title, sentence, name) => expect(nameOfStep(title, sentence)).toBe(name));

  it.each([
    ['If attendance falls below 93 percent', '', 'a letter is sent home, with a leaflet.', 'a letter is sent home'],
    [
      'The pupil is monitored for two weeks and',
      'The pupil is monitored for two weeks and, if need be, seen.',
      'x',
      'The pupil is monitored for two weeks',
    ],
    ['Letter 1', 'Letter 1 is sent.', 'x', 'Letter 1 is sent.'.slice(0, -1)],
  ])('%s: a condition gives way to the deed, and no name ends in the air', (title, sentence, deed, name) =>
    expect(nameOfStep(title, sentence, deed)).toBe(name),
  );

  it.each([
    [{ order: 2, title: 'Stage 2: letter' }, 'Stage 2: letter'],
    [{ order: 2, title: 'A letter' }, 'Step 2: A letter'],
    [{ order: 9, sub: 'a', title: 'Court' }, 'Step 9a: Court'],
  ])('%# has its number once', (step, said) => expect(sayStep(step)).toBe(said));
});

describe('when a step begins', () => {
  it.each<[Trigger, string]>([
    [{ metric: 'attendance', op: '<', value: 95, unit: 'percent' }, 'attendance below 95%'],
    [{ metric: 'absence', op: '>=', value: 10, unit: 'percent' }, 'absence at or above 10%'],
    [{ band: [90, 94.9] }, 'attendance 90% to 94.9%'],
    [{ band: [90, 95], metric: 'attendance', op: '<', value: 95, unit: 'percent' }, 'attendance 90% to below 95%'],
    [{ band: [90, 94.9], window: 'half term' }, 'attendance 90% to 94.9% (half term)'],
    [
      { metric: 'attendance', op: '<', value: 95, unit: 'percent', window: '6 weeks' },
      'attendance below 95% (6 weeks)',
    ],
    [{ metric: 'unauthorisedSessions', op: '>=', value: 5, unit: 'percent' }, 'unauthorised absence at or above 5%'],
    [
      { metric: 'attendance', op: '<', value: 95, unit: 'percent', afterStep: 1, window: '2 weeks' },
      'attendance below 95%, and after step 1, where things have not improved',
    ],
    [
      { metric: 'unauthorisedSessions', op: '>=', value: 10, unit: 'sessions', window: '10 school weeks' },
      '10 unauthorised sessions or more in 10 school weeks',
    ],
    [
      { metric: 'lateMarks', op: '>=', value: 3, unit: 'occurrences', window: 'half term' },
      '3 late marks or more in a half term',
    ],
    [{ metric: 'lateMarks', op: '>', value: 1, unit: 'occurrences' }, 'more than 1 late mark'],
    [{ metric: 'consecutiveAbsenceDays', op: '>=', value: 1, unit: 'days' }, 'the first day of an absence'],
    [{ metric: 'consecutiveAbsenceDays', op: '>=', value: 3, unit: 'days' }, '3 days of absence in a row'],
    [{ afterStep: 2, window: '3 weeks' }, 'after step 2 (3 weeks), where things have not improved'],
    [{ condition: 'the headteacher is worried' }, 'the headteacher is worried'],
    [
      { metric: 'consecutiveAbsenceDays', op: '>=', value: 2, unit: 'days', condition: 'nobody has rung us' },
      '2 days of absence in a row (“nobody has rung us”)',
    ],
    [
      { metric: 'absenceDays', op: '>', value: 12, unit: 'days', condition: 'through\nillness' },
      'more than 12 days absent (“through illness”)',
    ],
    [
      { metric: 'attendance', op: '<', value: 90, unit: 'percent', afterStep: 1, condition: 'nothing has changed' },
      'attendance below 90%, and after step 1, where things have not improved',
    ],
    [{}, 'when a person judges so'],
  ])('%j: %s', (trigger, said) => expect(sayTrigger(trigger)).toBe(said));
});

describe('dates, clocks and thresholds', () => {
  it.each([
    ['2025-09-18', '18 September 2025'],
    ['2025-09', 'September 2025'],
    ['soon', 'soon'],
  ])('%s is %s', (date, said) => expect(sayDate(date)).toBe(said));
  it.each([
    ['08:50', '8.50 am'],
    ['12:00', '12 noon'],
    ['12:15', '12.15 pm'],
    ['00:05', '12.05 am'],
    ['15:20', '3.20 pm'],
  ])('%s is %s', (clock, said) => expect(sayClock(clock)).toBe(said));
  it.each([
    ['attendance', '<', 90, 'percent', '19.5 days or more'],
    ['attendance', '<=', 90, 'percent', '19 days or more'],
    ['absence', '>=', 10, 'percent', '19 days or more'],
    ['absence', '>', 50, 'percent', '95.5 days or more'],
    ['attendance', '>=', 97, 'percent', 'at most 5.5 days'],
    ['attendance', '>', 95, 'percent', 'at most 9 days'],
    ['attendance', '>=', 100, 'percent', 'no day'],
    ['unauthorisedSessions', '>=', 10, 'sessions', '5 days'],
    ['consecutiveAbsenceDays', '>=', 3, 'days', null],
    ['lateMarks', '>=', 3, 'occurrences', null],
  ] as const)('%s %s %d %s: %s', (metric, op, value, unit, said) =>
    expect(sayInDays({ metric, op, value, unit, window: null, label: 'other', facts: [] })).toBe(said),
  );
});
