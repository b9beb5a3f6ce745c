import { describe, expect, it } from 'vitest';
import { ABSENT, AFTER_CLOSE, HOLIDAY, LATE, UNAUTHORISED } from '#core/attendance/effect.ts';
import { ABSENCE, HOLIDAY_MARK, LATE_AFTER_CLOSE, LATE_MARK, UNAUTHORISED_ABSENCE } from '#core/escalation/imagined.ts';
import { type Ladder, prepareLadder } from '#core/escalation/ladder.ts';
import type { Rung } from '#core/escalation/test.ts';
import type { Step, Trigger } from '#core/policy/schema.ts';
import { either } from './deciding.ts';
import { MEETING_AND_PENALTY, PENALTY, step } from './ladders.ts';

const rungs = ({ main, others }: Ladder): Rung[] => [...(main?.rungs ?? []), ...others.flatMap((other) => other.rungs)];
const last = (...steps: Step[]): Rung => {
  const found = rungs(prepareLadder(steps)).find(({ ref }) => ref.line === steps.at(-1)?.line);
  if (!found) throw new Error('no step');
  return found;
};

describe('10. which ladder is the main one', () => {
  type Names = Step['sequence'];
  /** Sequences in the order of the document, each with its triggers. */
  const main = (...sequences: [Names, ...(Trigger | string)[]][]): string | undefined =>
    prepareLadder(
      sequences.flatMap(([sequence, ...triggers]) =>
        triggers.map((trigger, at) => step(at + 1, trigger, { sequence })),
      ),
    ).main?.name;
  const worry = { condition: 'we are worried' };
  it.each<[string, Parameters<typeof main>, string | undefined]>([
    [
      'most steps by percentage',
      [
        ['legal', '<95'],
        ['other', '<96', '<92'],
      ],
      'other',
    ],
    [
      'printed first or not',
      [
        ['other', '<96', '<92'],
        ['legal', '<95'],
      ],
      'other',
    ],
    [
      'bands are percentages',
      [
        ['legal', '<95'],
        ['other', '90-95', '80-90'],
      ],
      'other',
    ],
    [
      'so is one of two ways',
      [
        ['legal', '<95'],
        ['other', either('<96', '3 late'), either('3 late', '<92')],
      ],
      'other',
    ],
    [
      'and one of two parts',
      [
        ['legal', '<95'],
        ['other', { ...step(9, '<96').trigger, ...worry }, { ...step(9, '<92').trigger, ...worry }],
      ],
      'other',
    ],
    [
      'counts are not',
      [
        ['legal', '<95'],
        ['other', '3 late', '6 late', '9 late'],
      ],
      'legal',
    ],
    [
      'of equal ones the longer',
      [
        ['legal', '<95', worry],
        ['other', '<95', worry, '3 late'],
      ],
      'other',
    ],
    [
      'of equal ones the longer, printed first',
      [
        ['other', '<95', worry, '3 late'],
        ['legal', '<95', worry],
      ],
      'other',
    ],
    [
      'a longer one with fewer percentages is not',
      [
        ['legal', '<95', '<92'],
        ['other', '<95', worry, '3 late', '6 late'],
      ],
      'legal',
    ],
    [
      'of equally long ones the first',
      [
        ['other', '<95', worry],
        ['legal', '<92', '3 late'],
      ],
      'other',
    ],
    ['a ladder of lateness by percentage is one', [['lateness', '<95']], 'lateness'],
    [
      'without percentages the longest',
      [
        ['legal', '8 absent'],
        ['other', '3 absent', '6 absent'],
      ],
      'other',
    ],
    [
      'without percentages of equally long ones the first',
      [
        ['other', '3 absent'],
        ['legal', '8 absent'],
      ],
      'other',
    ],
    [
      'that is not of lateness',
      [
        ['lateness', '3 late', '6 late'],
        ['legal', '8 absent'],
      ],
      'legal',
    ],
    [
      'nor of the first day',
      [
        ['firstDay', worry, worry],
        ['legal', '8 absent'],
      ],
      'legal',
    ],
    [
      'nor of penalties',
      [
        ['penalty', '8 unauthorised', worry],
        ['legal', '8 absent'],
      ],
      'legal',
    ],
    [
      'nor of truancy',
      [
        ['truancy', worry, worry],
        ['legal', '8 absent'],
      ],
      'legal',
    ],
    [
      'nor of missing pupils',
      [
        ['missingPupil', worry, worry],
        ['legal', '8 absent'],
      ],
      'legal',
    ],
    [
      'none where there are only such',
      [
        ['missingPupil', worry, worry],
        ['lateness', '3 late'],
      ],
      undefined,
    ],
    ['none without steps', [], undefined],
  ])('%s', (_, sequences, expected) => {
    expect(main(...sequences)).toBe(expected);
  });

  it('the others keep their order, and all steps are numbered through', () => {
    const ladder = prepareLadder([
      step(1, '3 late', { sequence: 'lateness' }),
      step(1, '<95'),
      step(1, '8 absent', { sequence: 'legal' }),
      step(2, '<90'),
    ]);
    expect([ladder.others.map(({ name }) => name), ladder.rungs, ladder.counts]).toEqual([['lateness', 'legal'], 4, 2]);
    expect(rungs(ladder).map(({ id, place }) => [id, place])).toEqual([
      [1, 0],
      [2, 1],
      [0, 0],
      [3, 0],
    ]);
  });

  it('counts of the same are counted once, others apart', () => {
    const counts = (...triggers: (Trigger | string)[]): number =>
      prepareLadder(triggers.map((trigger, at) => step(at + 1, trigger))).counts;
    expect(counts('3 late', '6 late', '9 late')).toBe(1);
    expect(counts('3 late', '6 late / 4 weeks', '6 late / 5 weeks')).toBe(3);
    expect(counts('8 absent', '3 running')).toBe(2);
    expect(counts('8 absent', '8 unauthorised', either('9 absent', '9 late'))).toBe(3);
    expect(counts('<95', '90-95', 'we are worried')).toBe(0);
  });
});

describe('14. what a step does', () => {
  type Flags = Pick<Rung, 'support' | 'enforcementOnly' | 'onlyNotices' | 'notice' | 'free'>;
  const flags = (more: Partial<Step>, trigger: Trigger | string = '<95'): Flags => {
    const { support, enforcementOnly, onlyNotices, notice, free } = last(step(1, trigger, more));
    return { support, enforcementOnly, onlyNotices, notice, free };
  };
  const nothing = { support: false, enforcementOnly: false, onlyNotices: false, notice: false, free: false };
  const fine = 'a penalty notice is issued';
  it.each<[string, Partial<Step>, Partial<Flags>]>([
    ['a letter', {}, { support: true }],
    ['nothing that is printed', { actions: [] }, { support: true, onlyNotices: true }],
    ['a fine', PENALTY, { enforcementOnly: true, onlyNotices: true, notice: true }],
    ['a meeting and a fine', MEETING_AND_PENALTY, { support: true, notice: true }],
    ['a prosecution', { actions: ['prosecution'], enforcement: [0] }, { enforcementOnly: true }],
    [
      'a fine, then a prosecution',
      { actions: [fine, 'prosecution'], enforcement: [0, 1] },
      { enforcementOnly: true, notice: true },
    ],
    [
      'a fine by its title',
      { title: 'Penalty notice', actions: ['prosecution'], enforcement: [0] },
      { enforcementOnly: true, notice: true },
    ],
    ['a warning of a fine', { actions: ['a penalty notice warning'], enforcement: [0] }, { enforcementOnly: true }],
    [
      'a fine that is not enforced but explained',
      { actions: [fine], enforcement: [] },
      { support: true, onlyNotices: true },
    ],
    [
      'a fine with words that only say when',
      { actions: ['10 sessions in 10 weeks', fine], enforcement: [1] },
      { enforcementOnly: true, onlyNotices: true, notice: true },
    ],
    ['an index behind the last action is none', { actions: ['a letter'], enforcement: [3] }, { support: true }],
    ['a reward', { kind: 'reward' }, { free: true }],
  ])('%s', (_, more, expected) => {
    expect(flags(more)).toEqual({ ...nothing, ...expected });
  });
  it('what is for all pupils is never due', () => {
    expect(flags({}, { condition: 'all pupils' }).free).toBe(true);
  });

  it('the support before a step: of its own ladder, of the main one where its own has none, without rewards and notices', () => {
    const steps = [
      step(1, '>=98', { kind: 'reward', title: 'praise' }),
      step(2, '<97', { title: 'letter' }),
      step(3, '<95', { title: 'letter and fine', ...MEETING_AND_PENALTY }),
      step(4, '<93', { title: 'fine', ...PENALTY }),
      step(5, '<90', { title: 'panel' }),
      step(1, '3 unauthorised', { sequence: 'penalty', title: 'warning' }),
      step(2, '8 unauthorised', { sequence: 'penalty', title: 'court', ...PENALTY }),
      step(3, '9 unauthorised', { sequence: 'penalty', title: 'talk' }),
    ];
    const all = rungs(prepareLadder(steps));
    const supportOf = (title: string): string[] | undefined =>
      all.find(({ ref }) => ref.title === title)?.supportBefore.map(({ ref }) => ref.title);
    expect(supportOf('letter')).toEqual([]);
    expect(supportOf('panel')).toEqual(['letter']);
    expect(supportOf('court')).toEqual(['warning']);
  });

  it.each<[string, Step[], boolean]>([
    ['a letter', [step(1, '<95')], true],
    ['enforcement alone', [step(1, '<95', PENALTY)], false],
    ['rewards and enforcement', [step(1, '>=97', { kind: 'reward' }), step(2, '<95', PENALTY)], false],
    ['what is for all pupils', [step(1, { condition: 'all pupils' }), step(2, '<95', PENALTY)], false],
  ])('%s: the policy offers support: %s', (_, steps, expected) => {
    expect(prepareLadder(steps).offersSupport).toBe(expected);
  });
});

describe('what a trigger looks at', () => {
  const after = { afterStep: '1', window: 'two weeks' };
  it.each<[string, Trigger | string, Partial<Step>, Pick<Rung, 'bits' | 'kinds' | 'byRecord' | 'band' | 'percent'>]>([
    ['a percentage', '<95', {}, { bits: ABSENT, kinds: [ABSENCE], byRecord: false, band: false, percent: 95_000 }],
    ['a band', '90-95', {}, { bits: ABSENT, kinds: [ABSENCE], byRecord: false, band: true, percent: 95_000 }],
    ['"or above"', '>=97', {}, { bits: ABSENT, kinds: [ABSENCE], byRecord: false, band: true, percent: 100_000 }],
    ['"above"', '>97', {}, { bits: ABSENT, kinds: [ABSENCE], byRecord: false, band: true, percent: 100_000 }],
    [
      'one of two ways is a band',
      { anyOf: [{ band: [90, 95] }, step(9, '3 late').trigger] },
      {},
      { bits: ABSENT | LATE, kinds: [ABSENCE, LATE_MARK], byRecord: false, band: true, percent: 95_000 },
    ],
    [
      'of two ways the milder figure',
      either('<90', '<95'),
      {},
      { bits: ABSENT, kinds: [ABSENCE], byRecord: false, band: false, percent: 95_000 },
    ],
    [
      'a status',
      {},
      { title: 'Persistent absence' },
      { bits: ABSENT, kinds: [ABSENCE], byRecord: false, band: false, percent: 90_000 },
    ],
    [
      'a status beside a figure',
      { condition: 'severely absent', anyOf: [step(9, '<40').trigger] },
      {},
      { bits: ABSENT, kinds: [ABSENCE], byRecord: false, band: false, percent: 40_000 },
    ],
    [
      'unauthorised sessions',
      '3 unauthorised',
      {},
      { bits: UNAUTHORISED, kinds: [UNAUTHORISED_ABSENCE], byRecord: false, band: false, percent: null },
    ],
    [
      'the national threshold',
      '10 unauthorised / 10 weeks',
      {},
      { bits: UNAUTHORISED, kinds: [UNAUTHORISED_ABSENCE], byRecord: false, band: false, percent: null },
    ],
    ['late marks', '3 late', {}, { bits: LATE, kinds: [LATE_MARK], byRecord: false, band: false, percent: null }],
    [
      'late marks after the register closed',
      '3 late',
      { quote: 'three U codes' },
      { bits: AFTER_CLOSE, kinds: [LATE_AFTER_CLOSE], byRecord: false, band: false, percent: null },
    ],
    [
      'either',
      '3 late',
      { quote: 'L or U marks' },
      { bits: LATE | AFTER_CLOSE, kinds: [LATE_MARK], byRecord: false, band: false, percent: null },
    ],
    [
      'a holiday',
      { condition: 'holiday in term time' },
      {},
      { bits: HOLIDAY, kinds: [HOLIDAY_MARK], byRecord: false, band: false, percent: null },
    ],
    [
      'a figure that is enforced',
      '<90',
      PENALTY,
      { bits: ABSENT, kinds: [ABSENCE, UNAUTHORISED_ABSENCE], byRecord: false, band: false, percent: 90_000 },
    ],
    ['notices', '2 notices', {}, { bits: 0, kinds: [], byRecord: true, band: false, percent: null }],
    ['an earlier step', after, {}, { bits: 0, kinds: [], byRecord: true, band: false, percent: null }],
    [
      'an earlier step and no improvement',
      { ...after, condition: 'no improvement' },
      {},
      { bits: ABSENT, kinds: [ABSENCE], byRecord: true, band: false, percent: null },
    ],
    [
      'an earlier step as one of two ways',
      { anyOf: [after, step(9, '<90').trigger] },
      {},
      { bits: ABSENT, kinds: [ABSENCE], byRecord: true, band: false, percent: 90_000 },
    ],
    [
      'an earlier step and a figure',
      { ...step(9, '<90').trigger, ...after },
      {},
      { bits: ABSENT, kinds: [ABSENCE], byRecord: true, band: false, percent: 90_000 },
    ],
    ['words', { condition: 'we are worried' }, {}, { bits: 0, kinds: [], byRecord: false, band: false, percent: null }],
  ])('%s', (_, trigger, more, expected) => {
    const { bits, kinds, byRecord, band, percent } = last(step(1, '<99'), step(2, trigger, more));
    expect({ bits, kinds, byRecord, band, percent }).toEqual(expected);
  });

  it('a step with a letter behind its number is referred to by both', () => {
    expect(last(step('2b', '<95')).ref).toMatchObject({ order: 2, sub: 'b' });
    expect(last(step('2', '<95')).ref).not.toHaveProperty('sub');
  });
});
