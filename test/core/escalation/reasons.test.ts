import { describe, expect, it } from 'vitest';
import type { PupilRecord } from '#core/attendance/pupil.ts';
import type { Decision } from '#core/escalation/decision.ts';
import type { Step, Trigger } from '#core/policy/schema.ts';
import { at, decided, type Given } from './deciding.ts';
import { attendance, marksFrom, PENALTY, pupil, step, termDates, totals } from './ladders.ts';

/** The sentences in full: what is printed for a teacher is worked out by hand here, from the figures. */

const marked = (codes: string, more: Partial<PupilRecord> = {}): PupilRecord =>
  pupil(marksFrom('2025-09-01', codes), more);
const missed = (absent: number, possible = 100): PupilRecord => pupil(attendance(possible, absent));
const either = (...parts: string[]): Trigger => ({ anyOf: parts.map((part) => step(9, part).trigger) });

/** The one sentence about the last step that was given: why it holds, why not, or why that cannot be told. */
function sentence(steps: Step[], who: PupilRecord, given?: Given): string {
  const decision = decided(steps, who, given);
  const title = steps.at(-1)?.title ?? '';
  const all = [...decision.because, ...decision.notYet].filter((reason) => reason.step?.title === title);
  const untold = decision.cannotTell.filter((text) => text.startsWith('Whether') && text.includes(`"${title}"`));
  return [...all.map(({ text }) => text), ...untold].join(' ');
}

describe('a step by percentage', () => {
  it.each<[string, string, PupilRecord, string]>([
    [
      'exactly on "or below"',
      '<=90',
      missed(10),
      'holds: 90% or below: 10 of 100 possible sessions missed, it holds from 10 (10 × 100 = 10 × 100).',
    ],
    [
      'one short of it',
      '<=90',
      missed(9),
      'does not hold: 90% or below: 9 of 100 possible sessions missed, 1 short of the 10 of 100 from which it holds (9 × 100 < 10 × 100).',
    ],
    [
      'exactly on "below"',
      '<90',
      missed(10),
      'does not hold: below 90%: 10 of 100 possible sessions missed, 1 short of the 11 of 100 from which it holds (10 × 100 = 10 × 100); exactly 90% is not below it.',
    ],
    [
      'above a percentage',
      '>97',
      missed(2),
      'holds: above 97%: 2 of 100 possible sessions missed, it holds up to 2 (2 × 100 < 3 × 100).',
    ],
    [
      'exactly on "above"',
      '>97',
      missed(3),
      'does not hold: above 97%: 3 of 100 possible sessions missed, it holds up to 2 (3 × 100 = 3 × 100); exactly 97% is not above it.',
    ],
    [
      '"above" between two whole numbers of sessions',
      '>97',
      missed(7, 150),
      'does not hold: above 97%: 7 of 150 possible sessions missed, it holds up to 4 (7 × 100 > 3 × 150).',
    ],
    [
      'exactly on "or above"',
      '>=97',
      missed(3),
      'holds: 97% or above: 3 of 100 possible sessions missed, it holds up to 3 (3 × 100 = 3 × 100).',
    ],
    [
      'under "or above"',
      '>=97',
      missed(5),
      'does not hold: 97% or above: 5 of 100 possible sessions missed, it holds up to 3 (5 × 100 > 3 × 100).',
    ],
    [
      'a tenth of a percent',
      '<96.9',
      totals({ possible: 1000, attended: 968 }),
      'holds: below 96.9%: 32 of 1000 possible sessions missed, it holds from 32 (32 × 1000 > 31 × 1000); a system that rounds to whole numbers shows 97%, which would answer otherwise.',
    ],
    [
      'a hundredth of a percent',
      '<=92.55',
      totals({ possible: 2000, attended: 1852 }),
      'does not hold: 92.55% or below: 148 of 2000 possible sessions missed, 1 short of the 149 of 2000 from which it holds (148 × 10000 < 745 × 2000).',
    ],
    [
      'a system with one decimal shows the line itself',
      '<90',
      totals({ possible: 10_000, attended: 8995 }),
      'holds: below 90%: 1005 of 10000 possible sessions missed, it holds from 1001 (1005 × 100 > 10 × 10000); a system that rounds to one decimal shows 90%, which would answer otherwise.',
    ],
    [
      'a hair lower only one with whole numbers does',
      '<90',
      totals({ possible: 10_000, attended: 8994 }),
      'holds: below 90%: 1006 of 10000 possible sessions missed, it holds from 1001 (1006 × 100 > 10 × 10000); a system that rounds to whole numbers shows 90%, which would answer otherwise.',
    ],
    [
      'and below a half none does',
      '<90',
      totals({ possible: 10_000, attended: 8949 }),
      'holds: below 90%: 1051 of 10000 possible sessions missed, it holds from 1001 (1051 × 100 > 10 × 10000).',
    ],
    [
      'a percentage alone',
      '<90',
      totals({ percent: '89.4' }),
      'holds: below 90%: only 89.4%, a rounded figure, is known.',
    ],
  ])('%s', (_, trigger, who, text) => {
    expect(sentence([step(1, trigger)], who)).toBe(`Step 1 ("Rung 1") ${text}`);
  });

  it.each<[string, PupilRecord, string]>([
    [
      'the line lies within the rounding',
      totals({ percent: '90.0' }),
      'below 90%: only 90.0%, a rounded figure, is known',
    ],
    ['neither totals nor a percentage', totals({}), 'below 90%: the sessions are not known'],
    ['no possible session', marked('####'), 'below 90%: no session was possible yet'],
    [
      'one doubtful mark',
      marked(`${'/'.repeat(8)}?`),
      'below 90%: 0 of 8 possible sessions missed, 1 short of the 1 of 8 from which it holds (0 × 100 < 10 × 8); 1 session may count either way',
    ],
    [
      'two of them',
      marked(`${'/'.repeat(12)}??`),
      'below 90%: 0 of 12 possible sessions missed, 2 short of the 2 of 12 from which it holds (0 × 100 < 10 × 12); 2 sessions may count either way',
    ],
  ])('cannot be told: %s', (_, who, text) => {
    expect(sentence([step(1, '<90')], who)).toBe(`Whether step 1 ("Rung 1") holds cannot be told: ${text}.`);
  });
});

describe('a step by a band', () => {
  const A = step(1, '95-100', { title: 'A' });
  const B = step(2, '90-95', { title: 'B' });
  it.each<[string, Step[], PupilRecord, string]>([
    [
      'the top band, by its low end',
      [B, A],
      missed(3),
      'Step 1 ("A") holds: 95 to 100%: 3 of 100 possible sessions missed, it holds up to 5 (3 × 100 < 5 × 100).',
    ],
    [
      'the next one, by its high end',
      [A, B],
      missed(8),
      'Step 2 ("B") holds: 90 to below 95%: 8 of 100 possible sessions missed, it holds from 6 (8 × 100 > 5 × 100).',
    ],
    [
      'exactly on the end that two share',
      [A, B],
      missed(5),
      'Step 2 ("B") does not hold: 90 to below 95%: 5 of 100 possible sessions missed, 1 short of the 6 of 100 from which it holds (5 × 100 = 5 × 100); exactly 95% is not below it.',
    ],
    [
      'the high end where none shares it',
      [step(1, '90-94', { title: 'C' })],
      missed(6),
      'Step 1 ("C") holds: 90 to 94%: 6 of 100 possible sessions missed, it holds from 6 (6 × 100 = 6 × 100).',
    ],
    [
      'a band that was passed',
      [B, A],
      missed(7),
      'Step 1 ("A") was passed and no action shows it: skipped, not due. Step 1 ("A") does not hold: 95 to 100%: 7 of 100 possible sessions missed, it holds up to 5 (7 × 100 > 5 × 100).',
    ],
    [
      '"90% or below" beside a band that begins on 90',
      [B, step(3, '<=90', { title: 'C' })],
      missed(10),
      'Step 3 ("C") does not hold: 90% or below (exactly 90% is in step 2 ("B")): 10 of 100 possible sessions missed, 1 short of the 11 of 100 from which it holds (10 × 100 = 10 × 100); exactly 90% is not below it.',
    ],
  ])('%s', (_, steps, who, text) => {
    expect(sentence(steps, who)).toBe(text);
  });

  it.each<[string, Step[], PupilRecord, string[]]>([
    [
      'in two bands',
      [A, B],
      missed(5),
      [
        'Attendance of 95% is in two steps of the policy, step 1 ("A") and step 2 ("B"); the pupil is taken to be in the milder.',
      ],
    ],
    [
      'in a gap, two decimals of the figure',
      [step(1, '95-100', { title: 'A' }), step(2, '90-94', { title: 'B' })],
      totals({ possible: 3000, attended: 2840, from: '2025-08-01', to: '2026-06-30' }),
      ['Attendance of 94.67% is in no band of the policy; the milder, step 1 ("A"), is taken.'],
    ],
    [
      'below the lowest',
      [A, B],
      missed(30),
      ['Attendance of 70% is below the lowest band of the policy; the lowest, step 2 ("B"), is taken.'],
    ],
    ['inside one', [A, B], missed(7), []],
    [
      'below the lowest by a rounded figure',
      [A, B],
      totals({ percent: '71.5', from: '2025-08-01', to: '2026-06-30' }),
      ['Attendance of 71.5% is below the lowest band of the policy; the lowest, step 2 ("B"), is taken.'],
    ],
    [
      'below the lowest, with words beside it',
      [A, step(2, { band: [90, 95], condition: 'no medical evidence' }, { title: 'B' })],
      missed(30),
      ['Attendance of 70% is below the lowest band of the policy; the lowest, step 2 ("B"), is taken.'],
    ],
  ])('where the figure stands: %s', (_, steps, who, expected) => {
    expect(decided(steps, who).cannotTell.filter((text) => text.startsWith('Attendance of'))).toEqual(expected);
  });
});

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
      'does not hold: 1 unauthorised session in the ten school weeks, it holds from 10.',
    ],
    ['ten', marked('/*90 O*10'), 'holds: 10 unauthorised sessions in the ten school weeks, it holds from 10.'],
    [
      'codes N that wait for their reason',
      marked('/*92 O*6 NN'),
      'does not hold: 6 unauthorised sessions in the ten school weeks, 2 more of code N still inside their five school days, it holds from 10.',
    ],
    [
      'totals with fewer',
      totals({ possible: 300, attended: 280, authorised: 11, unauthorised: 9 }),
      'does not hold: the totals have 9 unauthorised sessions in all, it holds from 10 in ten school weeks.',
    ],
  ])('%s', (_, who, text) => {
    expect(sentence([national], who)).toBe(`Step 1 ("Rung 1") ${text}`);
  });
  it.each<[string, PupilRecord, string]>([
    [
      'a window that begins before the first mark',
      marked('/*40'),
      '0 unauthorised sessions in the ten school weeks, it holds from 10, and the window reaches back before the first mark that is known',
    ],
    [
      'a pupil in the sixth form',
      marked('/*90 O*10', { year: '12' }),
      '10 unauthorised sessions in the ten school weeks, it holds from 10, and the register has the pupil in Year 12',
    ],
    [
      'code X',
      marked('/*88 XX O*10'),
      '10 unauthorised sessions in the ten school weeks, it holds from 10, and the register has code X for the pupil',
    ],
    [
      'totals with ten or more',
      totals({ possible: 300, attended: 280, authorised: 8, unauthorised: 12 }),
      'the totals have 12 unauthorised sessions in all, it holds from 10 in ten school weeks',
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

describe('a step is named once, by its number and what is left of its title', () => {
  const LONG = 'a meeting in school with the head of year and everyone who helps the family';
  it.each<[string, Partial<Step>, string]>([
    ['a title of its own', { title: 'Letter 2' }, 'Step 3 ("Letter 2")'],
    ['its number in the title', { title: 'Step 3: a meeting in school' }, 'Step 3 ("a meeting in school")'],
    ['by the word that the policy has for it', { title: 'Stage 3 – panel' }, 'Stage 3 ("panel")'],
    ['only its number', { title: 'Tier 3' }, 'Tier 3'],
    ['a letter behind the number', { title: 'Stage 3b. Panel', sub: 'b' }, 'Stage 3b ("Panel")'],
    ['another number is part of the title', { title: 'Stage 4: panel' }, 'Step 3 ("Stage 4: panel")'],
    ['a long title is cut', { title: `Stage 3: ${LONG}` }, `Stage 3 ("${LONG.slice(0, 57)}...")`],
    ['sixty letters are not', { title: LONG.slice(0, 60) }, `Step 3 ("${LONG.slice(0, 60)}")`],
  ])('%s', (_, more, name) => {
    const [reason] = decided([step(3, '<95', more)], at(94)).because;
    expect(reason?.text.startsWith(`${name} holds: below 95%`)).toBe(true);
  });
});

const status = (decision: Decision): string[] =>
  [...decision.because, ...decision.notYet].filter((reason) => !reason.step).map(({ text }) => text);

describe('the national statuses', () => {
  const WINDOW = 'The national threshold (10 unauthorised sessions in 10 school weeks)';
  const AGE = 'The pupil is taken to be of compulsory school age.';
  const NONE = 'At most 2 penalty notices to one parent for one child in 3 years: none stands.';
  const year = termDates('2025-09-01', '2026-07-20', [['2025-10-27', '2025-10-31']]);

  it('all reached', () => {
    const notice = (date: string, parentId: string) => ({ pupilId: 'P1', step: 'penalty notice', date, parentId });
    const decision = decided([], marked('/*38 O*62'), {
      actions: [notice('2025-09-10', 'A'), notice('2025-10-10', 'A'), notice('2025-10-11', 'B')],
    });
    expect(status(decision)).toEqual([
      'Persistent absence (10% or more missed): yes; 62 of 100 possible sessions missed, at least the 10 that are 10% (62 × 100 > 10 × 100).',
      'Severe absence (50% or more missed): yes; 62 of 100 possible sessions missed, at least the 50 that are 50% (62 × 100 > 50 × 100).',
      `${WINDOW}: yes; 62 unauthorised sessions from 1 September 2025 to 7 November 2025. ${AGE}`,
      'At most 2 penalty notices to one parent for one child in 3 years: 2 to parent A (10 September 2025 and 10 October 2025), 1 to parent B (11 October 2025); no third may follow to that parent.',
    ]);
  });

  it('on the line, and one notice to a parent who is not named', () => {
    const decision = decided([], marked('/*90 I*9 O'), {
      actions: [{ pupilId: 'P1', step: 'penalty notice', date: '2025-09-10' }],
    });
    expect(status(decision)).toEqual([
      'Persistent absence (10% or more missed): yes; 10 of 100 possible sessions missed, at least the 10 that are 10% (10 × 100 = 10 × 100).',
      'Severe absence (50% or more missed): no; 10 of 100 possible sessions missed, 40 fewer than the 50 that are 50% (10 × 100 < 50 × 100).',
      `${WINDOW}: no; 1 unauthorised session from 1 September 2025 to 7 November 2025. ${AGE}`,
      'At most 2 penalty notices to one parent for one child in 3 years: 1 to a parent not named (10 September 2025).',
    ]);
  });

  it('codes N that wait, and weeks of the calendar that would show less', () => {
    const before = marksFrom('2025-09-01', `${'O'.repeat(4)}${'/'.repeat(76)}`);
    const after = marksFrom('2025-11-03', `${'/'.repeat(18)}NN`);
    const decision = decided([], pupil([...before, ...after]), { asOf: '2025-11-14', entries: year, actions: [] });
    expect(status(decision).slice(2)).toEqual([
      `${WINDOW}: no; 4 unauthorised sessions from 1 September 2025 to 14 November 2025, and 2 more of code N still inside the five school days for their reason; a system that counts 10 weeks of the calendar shows 2, since it leaves no holidays out. ${AGE}`,
      NONE,
    ]);
  });

  it('from a rounded percentage, and totals', () => {
    const decision = decided([], totals({ percent: '91.5', unauthorised: 1, from: '2025-09-01', to: '2026-06-30' }), {
      entries: termDates('2025-09-01', '2026-06-30'),
    });
    expect(status(decision)).toEqual([
      'Persistent absence (10% or more missed): no; the rounded figure of 91.5% decides it.',
      'Severe absence (50% or more missed): no; the rounded figure of 91.5% decides it.',
      `${WINDOW}: no; the totals have 1 unauthorised session in all. ${AGE}`,
    ]);
  });

  it.each<[string, PupilRecord, Given, string[]]>([
    [
      'no possible session and no actions file',
      marked('####'),
      {},
      [
        'There is no possible session in this school year up to the day, so attendance cannot be told.',
        'Whether there is persistent absence (10% or more missed) cannot be told.',
        'Whether there is severe absence (50% or more missed) cannot be told.',
        `${WINDOW} cannot be told: the window reaches back before the first mark that is known. Counted: 0 unauthorised sessions up to 2 September 2025.`,
        'At most 2 penalty notices to one parent for one child in 3 years: no actions file was given, so the notices to each parent are not known.',
      ],
    ],
    [
      'codes N that would tip it',
      marked('/*90 O*8 NN'),
      { actions: [] },
      [
        `${WINDOW} cannot be told: the codes N would tip it. Counted: 8 unauthorised sessions from 1 September 2025 to 7 November 2025, and 2 more of code N still inside the five school days for their reason.`,
      ],
    ],
    [
      'a doubtful mark that would tip it',
      marked('/*90 O*9 ?'),
      { actions: [] },
      [
        '7 November 2025 PM: code ? is not a register code that we know; the mark is not counted.',
        'How many more marks lead to the next step depends on the marks that are not counted.',
        'Whether there is persistent absence (10% or more missed) cannot be told.',
        `${WINDOW} cannot be told: marks that cannot be counted would tip it. Counted: 9 unauthorised sessions from 1 September 2025 to 7 November 2025.`,
      ],
    ],
    [
      'a pupil in the sixth form',
      marked('/*90 O*10', { year: 'Year 12' }),
      { actions: [] },
      [
        `${WINDOW} cannot be told: the register has the pupil in Year 12, and it is for pupils of compulsory school age. Counted: 10 unauthorised sessions from 1 September 2025 to 7 November 2025.`,
      ],
    ],
    [
      'two notices to a parent who is not named',
      marked('/*100'),
      {
        actions: [
          { pupilId: 'P1', step: 'penalty notice', date: '2025-09-10' },
          { pupilId: 'P1', step: 'fixed penalty', date: '2025-10-10' },
        ],
      },
      [
        'At most 2 penalty notices to one parent for one child in 3 years: the parent to whom the notice of 10 September 2025 and 10 October 2025 went is not in the actions, so whether another may follow cannot be told.',
      ],
    ],
    [
      'a notice from before notices counted',
      marked('/*100'),
      { actions: [{ pupilId: 'P1', step: 'penalty notice', date: '2024-01-10', parentId: 'A' }] },
      ['1 penalty notice issued before 19 August 2024 is not counted: as far as we know, earlier ones do not count.'],
    ],
    [
      'before any of the lines was drawn',
      pupil(attendance(100, 10, '2004-09-06')),
      { actions: [] },
      [
        'Persistent absence: no line for it is known on 12 November 2004.',
        'There was no national threshold for penalty notices on 12 November 2004 that we know of.',
      ],
    ],
    [
      'totals without unauthorised sessions',
      totals({ possible: 300, attended: 290, from: '2025-09-01', to: '2026-06-30' }),
      { actions: [] },
      [`${WINDOW} cannot be told from totals: the totals have no unauthorised sessions.`],
    ],
    [
      'totals with ten',
      totals({ possible: 300, attended: 288, authorised: 2, unauthorised: 10, from: '2025-09-01', to: '2026-06-30' }),
      { actions: [] },
      [`${WINDOW} cannot be told from totals: the totals have 10 unauthorised sessions, and not when they were.`],
    ],
    [
      'totals of too short a time',
      totals({ possible: 60, attended: 58, authorised: 2, unauthorised: 0, from: '2025-09-01', to: '2026-06-30' }),
      { actions: [] },
      [
        `${WINDOW} cannot be told from totals: the totals do not cover the ten school weeks, or no calendar shows that they do.`,
      ],
    ],
  ])('cannot be told: %s', (_, who, given, expected) => {
    expect(decided([step(1, '<20')], who, given).cannotTell.filter((text) => !/^Whether step 1/.test(text))).toEqual(
      expected,
    );
  });
});

describe('enforcement that is withheld', () => {
  const fine = step(3, '10 unauthorised / 10 school weeks', { title: 'Fine', ...PENALTY });
  const steps = [step(1, '<95', { title: 'Letter' }), step(2, '<93', { title: 'Meeting' }), fine];
  const ten = marked('/*90 O*10');
  const HOLDS = 'Its trigger holds: 10 unauthorised sessions in the ten school weeks, it holds from 10.';
  const notice = (date: string, parentId?: string) => ({
    pupilId: 'P1',
    step: 'Fine',
    date,
    ...(parentId ? { parentId } : {}),
  });
  const letters = ['1', '2'].map((name) => ({ pupilId: 'P1', step: name, date: '2025-10-01' }));
  it.each<[string, Step[], PupilRecord, Given, string]>([
    ['without an actions file', steps, ten, {}, `no record of support was given. ${HOLDS}`],
    [
      'without the support before it',
      steps,
      ten,
      { actions: [] },
      `no record of support in this school year: step 1 ("Letter"), step 2 ("Meeting"). ${HOLDS}`,
    ],
    ['in a policy of enforcement alone', [fine], ten, { actions: [] }, `the policy names no support. ${HOLDS}`],
    [
      'where no support step holds',
      [step(1, '<50', { title: 'Letter' }), fine],
      ten,
      { actions: [] },
      `no earlier step of support holds, so that none is recorded. ${HOLDS}`,
    ],
    [
      'after two notices to one parent',
      steps,
      ten,
      { actions: [...letters, notice('2025-03-01', 'A'), notice('2025-04-01', 'A')] },
      `two penalty notices to one parent stand in the last three years: a third may not follow. ${HOLDS}`,
    ],
    [
      'after two notices to nobody named',
      steps,
      ten,
      { actions: [...letters, notice('2025-03-01'), notice('2025-04-01')] },
      `the actions do not show to which parent the earlier penalty notices went. ${HOLDS}`,
    ],
    [
      'for a figure of attendance alone',
      [step(1, '<95', { title: 'Letter' }), step(2, '<90', { title: 'Fine', ...PENALTY })],
      missed(12),
      { actions: letters.slice(0, 1) },
      'the national threshold for a penalty notice is not reached. Its trigger holds: below 90%: 12 of 100 possible sessions missed, it holds from 11 (12 × 100 > 10 × 100).',
    ],
    [
      'where the threshold cannot be told',
      [step(1, '<95', { title: 'Letter' }), step(2, '<90', { title: 'Fine', ...PENALTY })],
      totals({ possible: 300, attended: 260 }),
      { actions: letters.slice(0, 1) },
      'whether the national threshold for a penalty notice is reached cannot be told. Its trigger holds: below 90%: 40 of 300 possible sessions missed, it holds from 31 (40 × 100 > 10 × 300).',
    ],
  ])('%s', (_, given, who, more, why) => {
    const { notYet } = decided(given, who, more);
    const order = given.at(-1)?.order;
    expect(notYet.find((reason) => reason.step?.title === 'Fine')?.text).toBe(
      `Step ${order} ("Fine") is withheld: ${why}`,
    );
  });
});
