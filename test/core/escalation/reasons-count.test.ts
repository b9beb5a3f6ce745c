import { describe, expect, it } from 'vitest';
import type { PupilRecord } from '#core/attendance/pupil.ts';
import type { Step, Trigger } from '#core/policy/schema.ts';
import { either, type Given, marked, missed, sentence } from './deciding.ts';
import { attendance, marksFrom, pupil, step, totals } from './ladders.ts';

/** The sentences in full: what is printed for a teacher is worked out by hand here, from the figures. */

describe('a step by a count', () => {
  it.each<[string, Step, PupilRecord, string]>([
    ['late marks', step(1, '3 late'), marked('LLL'), 'holds: 3 late marks (L) in this school year, it holds from 3.'],
    [
      'late marks that are unauthorised',
      step(1, '3 late', { quote: 'three unauthorised late marks' }),
      marked('UULL'),
      'does not hold: 2 late marks after the register closed (U) in this school year, it holds from 3.',
    ],
    [
      'late marks of either kind',
      step(1, '3 late', { quote: 'three late marks (L or U)' }),
      marked('UULL'),
      'holds: 4 late marks (L and U) in this school year, it holds from 3.',
    ],
    [
      'unauthorised sessions',
      step(1, '4 unauthorised'),
      marked('OUNGI'),
      'holds: 4 unauthorised sessions in this school year, it holds from 4.',
    ],
    [
      'all absences',
      step(1, '6 absent'),
      marked('OUNGI'),
      'does not hold: 5 absent sessions in this school year, it holds from 6.',
    ],
    [
      'more than so many',
      step(1, { metric: 'sessions', op: '>', value: 5, unit: 'sessions' }),
      marked('OUNGI'),
      'does not hold: 5 absent sessions in this school year, it holds above 5.',
    ],
    [
      'fewer than so many',
      step(1, { metric: 'sessions', op: '<', value: 5, unit: 'sessions' }),
      marked('OUNGI'),
      'does not hold: 5 absent sessions in this school year, it holds below 5.',
    ],
    [
      'at most so many',
      step(1, { metric: 'sessions', op: '<=', value: 5, unit: 'sessions' }),
      marked('OUNGI'),
      'holds: 5 absent sessions in this school year, it holds up to 5.',
    ],
    [
      'days in a row',
      step(1, '2 running'),
      marked('//IIII'),
      'holds: 4 absent sessions in a row, up to the last one, it holds from 4, since 2 days are 4 sessions.',
    ],
    [
      'one day',
      step(1, '1 days'),
      marked('//I'),
      'does not hold: 1 absent session in this school year, it holds from 2, since 1 day is 2 sessions.',
    ],
    [
      'unauthorised days in a row',
      step(1, { metric: 'consecutiveAbsenceDays', op: '>=', value: 2, unit: 'days', condition: 'unauthorised' }),
      marked('//IIOO'),
      'does not hold: 2 unauthorised sessions in a row, up to the last one, it holds from 4, since 2 days are 4 sessions.',
    ],
    ['a window', step(1, '3 late / 4 weeks'), marked('LLL/'), 'holds: 3 late marks (L) in 4 weeks, it holds from 3.'],
    [
      'a holiday, which the code states',
      step(1, { condition: 'holiday in term time' }),
      marked('//GG'),
      'holds: 2 sessions of code G in this school year, it holds from 1.',
    ],
  ])('%s', (_, given, who, text) => {
    expect(sentence([given], who)).toBe(`Step 1 ("Rung 1") ${text}`);
  });

  it.each<[string, Step, PupilRecord, string]>([
    [
      'a doubtful mark',
      step(1, '3 late'),
      marked('LL?'),
      '2 to 3 late marks (L) in this school year, it holds from 3; 1 session may count either way',
    ],
    [
      'a window that no register shows',
      step(1, { metric: 'lateMarks', op: '>=', value: 3, unit: 'occurrences', window: 'the period agreed' }),
      marked('LLL'),
      'what is printed cannot be counted: "the period agreed"',
    ],
    [
      'a share of marks',
      step(1, { metric: 'lateMarks', op: '>=', value: 10, unit: 'percent' }),
      marked('LLL'),
      'what is printed cannot be counted: "10% of lateMarks"',
    ],
    [
      'attendance in days',
      step(1, { metric: 'attendance', op: '<', value: 170, unit: 'days' }),
      marked('LLL'),
      'what is printed cannot be counted: "170 days of attendance"',
    ],
    [
      'totals do not say when',
      step(1, '3 late / 6 weeks'),
      totals({ possible: 100, attended: 97, late: 5 }),
      'late marks (L) in 6 weeks cannot be counted from what is known',
    ],
  ])('cannot be told: %s', (_, given, who, text) => {
    expect(sentence([given], who)).toBe(`Whether step 1 ("Rung 1") holds cannot be told: ${text}.`);
  });
});

describe('a step by the national threshold', () => {
  const national = step(1, '10 unauthorised / 10 school weeks');
  it.each<[string, PupilRecord, string]>([
    [
      'one session',
      marked('/*99 O'),
      'does not hold: 1 unauthorised session in the 10 school weeks, it holds from 10.',
    ],
    ['ten', marked('/*90 O*10'), 'holds: 10 unauthorised sessions in the 10 school weeks, it holds from 10.'],
    [
      'codes N that wait for their reason',
      marked('/*92 O*6 NN'),
      'does not hold: 6 unauthorised sessions in the 10 school weeks, 2 more of code N still inside their 5 school days, it holds from 10.',
    ],
    [
      'totals with fewer',
      totals({ possible: 300, attended: 280, authorised: 11, unauthorised: 9 }),
      'does not hold: the totals have 9 unauthorised sessions in all, it holds from 10 in 10 school weeks.',
    ],
  ])('%s', (_, who, text) => {
    expect(sentence([national], who)).toBe(`Step 1 ("Rung 1") ${text}`);
  });
  it.each<[string, PupilRecord, string]>([
    [
      'a window that begins before the first mark',
      marked('/*40'),
      '0 unauthorised sessions in the 10 school weeks, it holds from 10, and the window reaches back before the first mark that is known',
    ],
    [
      'a pupil in the sixth form',
      marked('/*90 O*10', { year: '12' }),
      '10 unauthorised sessions in the 10 school weeks, it holds from 10, and the register has the pupil in Year 12',
    ],
    [
      'code X',
      marked('/*88 XX O*10'),
      '10 unauthorised sessions in the 10 school weeks, it holds from 10, and the register has code X for the pupil',
    ],
    [
      'totals with ten or more',
      totals({ possible: 300, attended: 280, authorised: 8, unauthorised: 12 }),
      'the totals have 12 unauthorised sessions in all, it holds from 10 in 10 school weeks',
    ],
    [
      'totals without them',
      totals({ possible: 300, attended: 280 }),
      'the totals do not say how many sessions were unauthorised',
    ],
  ])('cannot be told: %s', (_, who, text) => {
    expect(sentence([national], who)).toBe(`Whether step 1 ("Rung 1") holds cannot be told: ${text}.`);
  });
});

describe('a step by a status, by notices, or of several parts', () => {
  const notice = (date: string, parentId?: string) => ({
    pupilId: 'P1',
    step: 'penalty notice',
    date,
    ...(parentId ? { parentId } : {}),
  });
  const pa = step(1, { condition: 'persistent absence' }, { title: 'Persistent absence' });
  it.each<[string, Step[], PupilRecord, Given, string]>([
    [
      'persistent absence',
      [pa],
      missed(12),
      {},
      'Step 1 ("Persistent absence") holds: persistent absence is 10% or more missed: 12 of 100 possible sessions missed, it holds from 10 (12 × 100 > 10 × 100).',
    ],
    [
      'severe absence',
      [step(1, { condition: 'severe absence' }, { title: 'Severe absence' })],
      missed(12),
      {},
      'Step 1 ("Severe absence") does not hold: severe absence is 50% or more missed: 12 of 100 possible sessions missed, 38 short of the 50 of 100 from which it holds (12 × 100 < 50 × 100).',
    ],
    [
      'persistent absence before there was a line for it',
      [pa],
      pupil(attendance(40, 30, '2004-09-06')),
      {},
      'Whether step 1 ("Persistent absence") holds cannot be told: no line for persistent absence is known on the day.',
    ],
    [
      'two notices to one parent',
      [step(1, '2 notices')],
      missed(1),
      { actions: [notice('2025-09-10', 'A'), notice('2025-10-10', 'A')] },
      'Step 1 ("Rung 1") holds: penalty notices that stand to one parent: 2, the step asks for 2.',
    ],
    [
      'more than one notice',
      [step(1, { metric: 'penaltyNotices', op: '>', value: 1 })],
      missed(1),
      { actions: [notice('2025-09-10', 'A')] },
      'Step 1 ("Rung 1") does not hold: penalty notices that stand to one parent: 1, the step asks for more than 1.',
    ],
    [
      'notices to parents who are not named',
      [step(1, '2 notices')],
      missed(1),
      { actions: [notice('2025-09-10'), notice('2025-10-10')] },
      'Whether step 1 ("Rung 1") holds cannot be told: penalty notices that stand to one parent: 1 to 2, the step asks for 2.',
    ],
    [
      'no actions file',
      [step(1, '2 notices')],
      missed(1),
      {},
      'Whether step 1 ("Rung 1") holds cannot be told: no actions file shows the penalty notices.',
    ],
    [
      'of two ways, the one that holds',
      [step(1, either('<95', '3 late'))],
      missed(8),
      {},
      'Step 1 ("Rung 1") holds: below 95%: 8 of 100 possible sessions missed, it holds from 6 (8 × 100 > 5 × 100).',
    ],
    [
      'of two ways, both that do not',
      [step(1, either('4 unauthorised', '3 late'))],
      missed(8),
      {},
      'Step 1 ("Rung 1") does not hold: 0 unauthorised sessions in this school year, it holds from 4; or 0 late marks (L) in this school year, it holds from 3.',
    ],
    [
      'a number and its condition: the number decides',
      [step(1, { metric: 'attendance', op: '<', value: 95, unit: 'percent', condition: 'no medical evidence' })],
      missed(8),
      {},
      'Step 1 ("Rung 1") holds: below 95%: 8 of 100 possible sessions missed, it holds from 6 (8 × 100 > 5 × 100).',
    ],
    [
      'a rung for all',
      [step(1, { condition: 'all pupils' }, { kind: 'universal' })],
      missed(8),
      {},
      'Step 1 ("Rung 1") holds: it is for all pupils.',
    ],
    [
      'a status and an earlier step, both',
      [
        step(1, '<95', { title: 'Letter' }),
        step(2, { condition: 'no improvement', afterStep: '1' }, { title: 'Persistent absence' }),
      ],
      pupil(marksFrom('2025-09-01', `${'/'.repeat(20)}${'I/'.repeat(20)}`)),
      { actions: [['1', '2025-09-12']] },
      'Step 2 ("Persistent absence") holds: persistent absence is 10% or more missed: 20 of 60 possible sessions missed, it holds from 6 (20 × 100 > 10 × 60); and step 1 ("Letter") was taken on 12 September 2025, and may follow since 13 September 2025: 20 of 40 sessions attended since, 20 of 20 up to then.',
    ],
  ])('%s', (_, steps, who, given, text) => {
    expect(sentence(steps, who, given)).toBe(text);
  });
});

describe('a step after another', () => {
  const letter = (more: Partial<Step> = {}): Step => step(1, '<96', { title: 'Letter', ...more });
  const panel = (trigger: Trigger): Step => step(2, { afterStep: '1', ...trigger }, { title: 'Panel' });
  const who = pupil(marksFrom('2025-09-01', `${'/'.repeat(20)}${'I/'.repeat(20)}`));
  const taken: Given = { actions: [['1', '2025-09-12']] };
  it.each<[string, Trigger, Given, string]>([
    [
      'without a record',
      { window: 'two weeks' },
      { actions: [] },
      'does not hold: no action of this school year shows step 1 ("Letter").',
    ],
    [
      'inside its window',
      { window: '6 weeks' },
      taken,
      'does not hold: step 1 ("Letter") was taken on 12 September 2025; it may follow from 25 October 2025.',
    ],
    [
      'to the end of the school year',
      { window: 'the school year' },
      taken,
      'does not hold: step 1 ("Letter") was taken on 12 September 2025; it may follow from 1 August 2026.',
    ],
    [
      'after it',
      { window: 'two weeks' },
      taken,
      'holds: step 1 ("Letter") was taken on 12 September 2025, and may follow since 27 September 2025.',
    ],
    [
      'without improvement',
      { window: 'two weeks', condition: 'no improvement' },
      taken,
      'holds: step 1 ("Letter") was taken on 12 September 2025, and may follow since 27 September 2025: 20 of 40 sessions attended since, 20 of 20 up to then.',
    ],
  ])('%s', (_, trigger, given, text) => {
    expect(sentence([letter(), panel(trigger)], who, given)).toBe(`Step 2 ("Panel") ${text}`);
  });

  it('with a target, which the year as a whole misses too', () => {
    expect(
      sentence([letter({ target: 95 }), panel({ condition: 'the target is missed', window: 'two weeks' })], who, taken),
    ).toBe(
      'Step 2 ("Panel") holds: step 1 ("Letter") was taken on 12 September 2025, and may follow since 27 September 2025: 20 of 40 sessions attended since, 20 of 20 up to then, 40 of 60 in the school year, the target is 95%.',
    );
  });

  it('where nothing shows when the term ends', () => {
    expect(sentence([letter(), panel({ window: 'a term' })], who, taken)).toBe(
      'Whether step 2 ("Panel") holds cannot be told: step 1 ("Letter") was taken on 12 September 2025, and nothing shows when 1 term ends.',
    );
  });
});
