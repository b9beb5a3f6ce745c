import { describe, expect, it } from 'vitest';
import type { PupilRecord } from '#core/attendance/pupil.ts';
import type { Decision } from '#core/escalation/decision.ts';
import type { Step } from '#core/policy/schema.ts';
import { decided, type Given, marked, missed } from './deciding.ts';
import { attendance, marksFrom, PENALTY, pupil, step, termDates, totals } from './ladders.ts';

/** The sentences in full: what is printed for a teacher is worked out by hand here, from the figures. */

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
      'At most 2 penalty notices to one parent for one child in 3 years: 2 to parent A (10 September 2025 and 10 October 2025), 1 to parent B (11 October 2025); no more may follow to that parent.',
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
      `${WINDOW}: no; 4 unauthorised sessions from 1 September 2025 to 14 November 2025, and 2 more of code N still inside the 5 school days for their reason; a system that counts 10 weeks of the calendar shows 2, since it leaves no holidays out. ${AGE}`,
      NONE,
    ]);
  });

  it('from totals that leave the unauthorised sessions to be worked out', () => {
    const { cannotTell } = decided([], totals({ possible: 100, attended: 80, authorised: 5 }));
    expect(cannotTell).toContain(
      `${WINDOW} cannot be told from totals: the totals have 15 unauthorised sessions, and not when they were.`,
    );
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
        `${WINDOW} cannot be told: the codes N would tip it. Counted: 8 unauthorised sessions from 1 September 2025 to 7 November 2025, and 2 more of code N still inside the 5 school days for their reason.`,
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
      'two notices to a parent who is not named, beside one who is',
      marked('/*100'),
      {
        actions: [
          { pupilId: 'P1', step: 'penalty notice', date: '2025-09-02', parentId: 'A' },
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
        `${WINDOW} cannot be told from totals: the totals do not cover the 10 school weeks, or no calendar shows that they do.`,
      ],
    ],
  ])('cannot be told: %s', (_, who, given, expected) => {
    expect(decided([step(1, '<20')], who, given).cannotTell.filter((text) => !/^Whether step 1/.test(text))).toEqual(
      expected,
    );
  });
});

describe('what stands behind the reason of a national status', () => {
  const marksOf = (decision: Decision): unknown[] =>
    [...decision.because, ...decision.notYet]
      .filter((reason) => !reason.step)
      .map(({ marks }) => marks?.map(({ date, session, code }) => `${date} ${session} ${code}`));

  it('every absence for persistent and severe absence, the unauthorised ones in the window for the threshold', () => {
    const three = ['2025-09-08 AM I', '2025-09-08 PM O', '2025-09-09 AM G'];
    const decision = decided([], marked('/*10 IOG/ /*86'), { actions: [] });
    expect(marksOf(decision)).toEqual([three, three, three.slice(1), undefined]);
  });

  it('nothing where there is no mark, and where there are only totals', () => {
    expect(marksOf(decided([], marked('/*100'), { actions: [] }))).toEqual(Array(4).fill(undefined));
    const who = totals({ possible: 300, attended: 250, authorised: 45, unauthorised: 5 });
    expect(marksOf(decided([], who, { actions: [] }))).toEqual(Array(4).fill(undefined));
  });

  it('a citation each, and the reasons that hold apart from those that do not', () => {
    const { because, notYet } = decided([], marked('/*90 O*10'), { actions: [] });
    expect(because.map(({ text }) => text.split(/[ (]/, 2).join(' '))).toEqual(['Persistent absence', 'The national']);
    expect(notYet.map(({ text }) => text.split(/[ (]/, 2).join(' '))).toEqual(['Severe absence', 'At most']);
    expect([...because, ...notYet].map(({ citation }) => typeof citation)).toEqual(Array(4).fill('object'));
  });

  it('two notices from before notices counted are told together', () => {
    const notice = (date: string) => ({ pupilId: 'P1', step: 'penalty notice', date, parentId: 'A' });
    const { cannotTell } = decided([step(1, '<20')], marked('/*100'), {
      actions: [notice('2024-01-10'), notice('2024-03-10')],
    });
    expect(cannotTell).toEqual([
      '2 penalty notices issued before 19 August 2024 are not counted: as far as we know, earlier ones do not count.',
    ]);
  });
});

describe('enforcement that is withheld', () => {
  const fine = step(3, '10 unauthorised / 10 school weeks', { title: 'Fine', ...PENALTY });
  const steps = [step(1, '<95', { title: 'Letter' }), step(2, '<93', { title: 'Meeting' }), fine];
  const ten = marked('/*90 O*10');
  const HOLDS = 'Its trigger holds: 10 unauthorised sessions in the 10 school weeks, it holds from 10.';
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
      `2 penalty notices to one parent stand in the last 3 years: no more may follow. ${HOLDS}`,
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
