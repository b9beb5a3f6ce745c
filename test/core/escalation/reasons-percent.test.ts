import { describe, expect, it } from 'vitest';
import type { PupilRecord } from '#core/attendance/pupil.ts';
import type { Step } from '#core/policy/schema.ts';
import { at, decided, marked, missed, sentence } from './deciding.ts';
import { step, totals } from './ladders.ts';

/** The sentences in full: what is printed for a teacher is worked out by hand here, from the figures. */

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
      'the high end, which is none of it',
      [step(1, '90-<94', { title: 'C' })],
      missed(6),
      'Step 1 ("C") does not hold: 90 to below 94%: 6 of 100 possible sessions missed, 1 short of the 7 of 100 from which it holds (6 × 100 = 6 × 100); exactly 94% is not below it.',
    ],
    [
      'exactly on the low end',
      [step(1, '90-94', { title: 'C' })],
      missed(10),
      'Step 1 ("C") holds: 90 to 94%: 10 of 100 possible sessions missed, it holds from 6 (10 × 100 > 6 × 100).',
    ],
    [
      'a band between two others that was passed',
      [A, step(3, '80-90', { title: 'C' }), B],
      missed(12),
      'Step 2 ("B") was passed and no action shows it: skipped, not due. Step 2 ("B") does not hold: 90 to below 95%: 12 of 100 possible sessions missed, it holds up to 10 (12 × 100 > 10 × 100).',
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
      ['Attendance of 70% is below the lowest band of its ladder; the lowest, step 2 ("B"), is taken.'],
    ],
    ['inside one', [A, B], missed(7), []],
    [
      'below the lowest by a rounded figure',
      [A, B],
      totals({ percent: '71.5', from: '2025-08-01', to: '2026-06-30' }),
      ['Attendance of 71.5% is below the lowest band of its ladder; the lowest, step 2 ("B"), is taken.'],
    ],
    [
      'below the lowest, with words beside it',
      [A, step(2, { band: [90, 95], condition: 'no medical evidence' }, { title: 'B' })],
      missed(30),
      ['Attendance of 70% is below the lowest band of its ladder; the lowest, step 2 ("B"), is taken.'],
    ],
  ])('where the figure stands: %s', (_, steps, who, expected) => {
    expect(decided(steps, who).cannotTell.filter((text) => text.startsWith('Attendance of'))).toEqual(expected);
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

describe('a band that is taken though it does not hold the figure', () => {
  const GAPPED = [step(1, { band: [95, 97] }), step(2, { band: [91, 94] })];

  it.each<[string, PupilRecord, RegExp]>([
    [
      'the milder of two',
      missed(11, 200),
      /it holds up to 10 .{1,120}; it is taken, since attendance is in no band, and is the milder\.$/,
    ],
    [
      'the lowest',
      missed(10),
      /it holds up to 9 .{1,120}; it is taken, since attendance is in no band, and is the lowest\.$/,
    ],
  ])('%s: its reason says so', (_, who, text) => {
    expect(decided(GAPPED, who).because[0]?.text).toMatch(text);
  });

  it('inside a band nothing is added', () => {
    expect(decided(GAPPED, missed(8)).because[0]?.text).not.toMatch(/is taken/);
  });
});
