import { describe, expect, it } from 'vitest';
import { prepareLadder } from '#core/escalation/ladder.ts';
import type { Step, Trigger } from '#core/policy/schema.ts';
import { either } from './deciding.ts';
import { step } from './ladders.ts';

/** The steps of the main ladder, mildest first, by the order in which they are printed. */
function order(printed: readonly (Trigger | string | [Trigger | string, Partial<Step>])[]): number[] {
  const steps = printed.map((given, at) =>
    Array.isArray(given) ? step(at + 1, given[0], given[1]) : step(at + 1, given),
  );
  return prepareLadder(steps).main?.rungs.map(({ ref }) => ref.order) ?? [];
}

const worry = { condition: 'we are worried' };
const pa: [Trigger, Partial<Step>] = [{ condition: 'persistent absence' }, { title: 'Persistent absence' }];
const severe: [Trigger, Partial<Step>] = [{ condition: 'severe absence' }, { title: 'Severe absence' }];
const late = (value: number, condition?: string): Trigger => ({
  metric: 'lateMarks',
  op: '>=',
  value,
  ...(condition ? { condition } : {}),
});
const more = (metric: Trigger['metric'], value: number): Trigger => ({ ...(metric ? { metric } : {}), op: '>', value });

describe('10. within a ladder one metric is ordered by severity, whatever order it is printed in', () => {
  it.each<[string, Parameters<typeof order>[0], number[]]>([
    ['percentages from the mildest', ['<96', '<92', '<88'], [1, 2, 3]],
    ['percentages from the worst', ['<88', '<92', '<96'], [3, 2, 1]],
    ['in no order', ['<92', '<96', '<88'], [2, 1, 3]],
    ['"below 90" is worse than "90 or below"', ['<90', '<=90'], [2, 1]],
    ['"90 or below" printed first', ['<=90', '<90'], [1, 2]],
    ['the same twice stays as it is printed', ['<90', '<90'], [1, 2]],
    ['at least so much is milder than every fall', ['<99', '>=97'], [2, 1]],
    ['of two of these the lower one is worse', ['>=95', '>=97', '>98'], [3, 2, 1]],
    ['bands by their high end', ['85-90', '95-100', '90-95'], [2, 3, 1]],
    ['bands with one high end by their low end', ['80-95', '90-95'], [2, 1]],
    ['a band of one figure is milder than "below" it', ['<90', '80-90'], [2, 1]],
    ['a band down to nought and "or below" its high end stay as they are printed', ['0-90', '<=90'], [1, 2]],
    ['printed the other way round too', ['<=90', '0-90'], [1, 2]],
    ['persistent absence lies between 91 and 89', ['<89', pa, '<91'], [3, 2, 1]],
    ['persistent and severe', [severe, pa], [2, 1]],
    ['severe lies between 51 and 49', ['<49', severe, '<51'], [3, 2, 1]],
    ['counts', ['8 unauthorised', '3 unauthorised', '5 unauthorised'], [2, 3, 1]],
    ['more than five is worse than five', [more('unauthorisedSessions', 5), '5 unauthorised'], [2, 1]],
    [
      'ten in ten weeks among counts of the same',
      ['12 unauthorised', '10 unauthorised / 10 weeks', '8 unauthorised'],
      [3, 2, 1],
    ],
    ['notices', ['2 notices', '1 notices'], [2, 1]],
    ['of several ways onto a step, the percentage counts', [either('3 late', '<90'), either('9 late', '<95')], [2, 1]],
    ['without a percentage, the first', [either('9 late', '2 absent'), either('3 late', '6 absent')], [2, 1]],
  ])('%s', (_, printed, expected) => {
    expect(order(printed)).toEqual(expected);
  });
});

describe('10. every other step keeps its printed place after the step before it', () => {
  it.each<[string, Parameters<typeof order>[0], number[]]>([
    ['words behind their percentage', ['<90', worry, '<95'], [3, 1, 2]],
    ['words before every figure stay first', [worry, '<90', '<95'], [1, 3, 2]],
    ['an earlier step goes along', ['<90', 'after 1 / two weeks', '<95'], [3, 1, 2]],
    ['counts go along with their percentage', ['<90', '9 late', '<95', '3 late'], [3, 4, 1, 2]],
    ['and are ordered among themselves where they stand', ['<95', '9 late', '3 late', '<90'], [1, 3, 2, 4]],
    ['with the words behind each of them', ['<95', '9 late', worry, '3 late', '<90'], [1, 4, 2, 3, 5]],
    [
      'counts of two kinds, each in its own order',
      ['<95', '9 late', '8 absent', '3 late', '4 absent'],
      [1, 4, 5, 2, 3],
    ],
    [
      'late marks after the register closes are no fewer of those before it',
      [late(3), late(6), late(5, 'after registration closed'), late(4, 'after registration closed')],
      [1, 2, 4, 3],
    ],
    ['of counts alone the more frequent kind leads', ['9 late', '8 absent', '4 absent'], [1, 3, 2]],
    ['with what is printed behind each', ['8 absent', '9 late', '4 absent', '3 late', '2 absent'], [5, 3, 4, 1, 2]],
    [
      'and the other kind in its own order where it then stands',
      ['9 late', '8 absent', '3 late', '4 absent', '2 absent'],
      [3, 5, 4, 2, 1],
    ],
    ['words alone', [worry, worry, worry], [1, 2, 3]],
    [
      'a count that is not of "at least" keeps its place',
      [{ metric: 'sessions', op: '<', value: 9 }, '4 absent', '2 absent'],
      [1, 3, 2],
    ],
    ['a rung for everyone comes first, wherever it is printed', ['<90', '<95', { condition: 'all pupils' }], [3, 2, 1]],
  ])('%s', (_, printed, expected) => {
    expect(order(printed)).toEqual(expected);
  });
});
