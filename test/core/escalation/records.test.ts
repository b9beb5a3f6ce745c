import { describe, expect, it } from 'vitest';
import { dayFromNumber } from '#core/attendance/day.ts';
import type { ActionTaken } from '#core/attendance/pupil.ts';
import { dayNumberFast } from '#core/attendance/session.ts';
import { prepareLadder } from '#core/escalation/ladder.ts';
import { findStep, recordsOf } from '#core/escalation/records.ts';
import { PENALTY, step } from './ladders.ts';

const ladder = prepareLadder([
  step(1, '<97', { title: 'Letter 1: concern' }),
  step(2, '<95', { title: 'Letter 2: meeting' }),
  step('3a', '<93', { title: 'Panel' }),
  step('3b', '<91', { title: 'Panel with governors' }),
  step(12, '<89', { title: 'Letter 12' }),
  step(4, '<88', { title: '2' }),
  step(5, '<87', { title: 'Home visit' }),
  step(5, '<86', { title: 'Fine', ...PENALTY }),
  step(1, '3 late', { sequence: 'lateness', title: 'Late letter' }),
  step(2, '6 late', { sequence: 'lateness', title: 'Home visit' }),
  step(1, '8 unauthorised', { sequence: 'legal', title: 'Élan referral' }),
]);

describe('16. the step that a row names', () => {
  it.each<[string, string, string | undefined, string]>([
    ['its number', '1', undefined, 'Letter 1: concern'],
    ['a word before the number', 'Stage 2', undefined, 'Letter 2: meeting'],
    ['the same without a blank', 'step2', undefined, 'Letter 2: meeting'],
    ['number and letter', '3B', undefined, 'Panel with governors'],
    ['a bare number is the number, though a title reads so', '2', undefined, 'Letter 2: meeting'],
    ['a part of a title that one step has', 'governors', undefined, 'Panel with governors'],
    ['a whole title, though another has it in its own', 'panel', undefined, 'Panel'],
    ['whole words of a title', 'Letter 1', undefined, 'Letter 1: concern'],
    ['signs and capitals aside', ' LETTER 2 - meeting! ', undefined, 'Letter 2: meeting'],
    ['letters of any alphabet', 'élan', undefined, 'Élan referral'],
    ['a title of the main ladder before that of another', 'home visit', undefined, 'Home visit'],
    ['a title that only another ladder has', 'late letter', undefined, 'Late letter'],
    ['a number in the ladder that is named', '2', 'lateness', 'Home visit'],
    ['however that is written', '1', ' Lateness ', 'Late letter'],
    ['a blank ladder is the main one', '1', '  ', 'Letter 1: concern'],
    ['a title in the ladder that is named', 'home', 'lateness', 'Home visit'],
  ])('%s', (_, name, sequence, expected) => {
    const { rung, why } = findStep(ladder, name, sequence);
    expect([rung?.ref.title, why]).toEqual([expected, '']);
    if (sequence !== undefined && sequence.trim() !== '') expect(rung?.ref.sequence).toBe('lateness');
  });

  const NONE = 'no step has that number or title';
  const SEVERAL = 'more than one step has that title';
  it.each<[string, string, string | undefined, string]>([
    ['a number that no step has', '9', undefined, NONE],
    ['a number that two have', '5', undefined, NONE],
    ['a number of a split step', '3', undefined, NONE],
    ['a part of several titles', 'letter', undefined, SEVERAL],
    ['a part of a word', 'Lett', undefined, NONE],
    ['a ladder that the policy has not', '1', 'truancy', 'the policy has no ladder "truancy"'],
    ['a title of another ladder than the one named', 'fine', 'lateness', NONE],
    ['what a step does, which is not its title', 'A letter home', undefined, NONE],
    ['signs alone', '—', undefined, NONE],
    ['nothing', '', undefined, NONE],
  ])('%s names none', (_, name, sequence, why) => {
    expect(findStep(ladder, name, sequence)).toEqual({ rung: null, why });
  });

  it('"Letter 12" is no part of the title of the second letter', () => {
    expect(findStep(ladder, 'letter 12').rung?.ref.order).toBe(12);
  });

  describe('a letter by its number', () => {
    const sends = (order: number, action: string, title = `Stage ${order}`) =>
      step(order, `<${98 - order}`, { title, actions: [action] });
    const counted = ['the tutor rings home', 'the office sends Letter 1', 'a meeting, after letter 2: concern'];
    const plainly = ['a letter home', 'a second letter', 'a meeting'];
    const twice = ['letter 1 is sent', 'letter 1 is sent again', 'letter 12 is sent'];
    it.each<[string, string[], string, string]>([
      ['is that of the step that sends it, not of the step so numbered', counted, 'Letter 1', 'Stage 2'],
      ['however it is written', counted, 'LETTER 2', 'Stage 3'],
      [
        'that no step sends, where others are numbered, is none',
        counted,
        'letter 3',
        'no step has that number or title',
      ],
      ['is that of the step so numbered where no letter has a number', plainly, 'Letter 2', 'Stage 2'],
      ['and none where there is no such step either', plainly, 'Letter 4', 'no step has that number or title'],
      ['that two steps send is none', twice, 'letter 1', 'more than one step has that letter'],
      ['is not one whose number begins so', twice, 'letter 12', 'Stage 3'],
      ['is not looked for where a step is named by its own number', counted, 'Stage 1', 'Stage 1'],
    ])('%s', (_, actions, name, expected) => {
      const letters = prepareLadder(actions.map((action, index) => sends(index + 1, action)));
      const { rung, why } = findStep(letters, name);
      expect(rung?.ref.title ?? why).toBe(expected);
      if (rung) expect(why).toBe('');
    });

    it('a title that says so comes before an action that does', () => {
      const titled = prepareLadder([
        sends(1, 'after letter 2 the tutor rings'),
        sends(2, 'a visit', 'Letter 2: visit'),
      ]);
      expect(findStep(titled, 'letter 2').rung?.ref.title).toBe('Letter 2: visit');
    });
  });

  it('without a main ladder a title is looked for in all, and a number in none', () => {
    const lateOnly = prepareLadder([step(1, '3 late', { sequence: 'lateness', title: 'Late letter' })]);
    expect(findStep(lateOnly, 'late').rung?.ref.title).toBe('Late letter');
    expect(findStep(lateOnly, '1').rung).toBeNull();
    expect(findStep(lateOnly, '1', 'lateness').rung?.ref.title).toBe('Late letter');
  });
});

describe('9 and 14. what the actions file shows for a pupil', () => {
  const row = (name: string, date: string, more: Partial<ActionTaken> = {}): ActionTaken => ({
    pupilId: 'P1',
    step: name,
    date,
    ...more,
  });
  const read = (...rows: ActionTaken[]) => {
    const records = recordsOf(ladder, rows, 'P1', dayNumberFast('2025-08-01'), dayNumberFast('2026-01-15'));
    return {
      taken: records.taken.flatMap((days, id) => (days ? [[id, ...days.map(dayFromNumber)]] : [])),
      notices: records.notices.map(({ day, parentId }) => [dayFromNumber(day), parentId]),
      unmatched: records.unmatched.map(({ why }) => why),
      later: records.later,
    };
  };
  const nothing = { taken: [], notices: [], unmatched: [], later: 0 };

  it.each<[string, ActionTaken[], Partial<ReturnType<typeof read>>]>([
    ['a step, with its day', [row('1', '2025-10-01')], { taken: [[0, '2025-10-01']] }],
    [
      'the same step twice, the earlier day first',
      [row('1', '2025-11-01'), row('1', '2025-10-01')],
      { taken: [[0, '2025-10-01', '2025-11-01']] },
    ],
    ['a step of the school year before is not taken in this one', [row('1', '2025-07-31')], {}],
    ['on the first day of the year it is', [row('1', '2025-08-01')], { taken: [[0, '2025-08-01']] }],
    ['on the day itself it is', [row('1', '2026-01-15')], { taken: [[0, '2026-01-15']] }],
    ['a day later it is left out', [row('1', '2026-01-16'), row('2', '2026-01-17')], { later: 2 }],
    ['what has no date is nothing', [row('1', 'soon')], {}],
    ['another pupil', [row('1', '2025-10-01', { pupilId: 'P2' })], {}],
    ['a row that names no step', [row('chat', '2025-10-01')], { unmatched: ['no step has that number or title'] }],
    [
      'a notice by its words, of any year',
      [row('Penalty notice', '2024-10-01', { parentId: 'A' })],
      { notices: [['2024-10-01', 'A']] },
    ],
    ['a step that is a notice', [row('Fine', '2024-10-01')], { notices: [['2024-10-01', null]] }],
    [
      'one of this year is a step taken as well',
      [row('Fine', '2025-10-01')],
      { notices: [['2025-10-01', null]], taken: [[7, '2025-10-01']] },
    ],
    [
      'a warning of one is none',
      [row('penalty notice warning', '2024-10-01')],
      { unmatched: ['no step has that number or title'] },
    ],
    ...['withdrawn', 'The school withdrew it', 'the notice was cancelled', 'rescinded'].map(
      (outcome): [string, ActionTaken[], object] => [
        `a notice of which the outcome is "${outcome}"`,
        [row('Penalty notice', '2024-10-01', { outcome })],
        {},
      ],
    ),
    [
      'a notice that was paid',
      [row('Penalty notice', '2024-10-01', { outcome: 'paid' })],
      { notices: [['2024-10-01', null]] },
    ],
    [
      'the same row twice is one notice',
      [row('Fine', '2024-10-01', { parentId: 'A' }), row('penalty notice', '2024-10-01', { parentId: 'A' })],
      { notices: [['2024-10-01', 'A']] },
    ],
    [
      'one to each parent on a day are two',
      [row('Fine', '2024-10-01', { parentId: 'A' }), row('Fine', '2024-10-01', { parentId: 'B' })],
      {
        notices: [
          ['2024-10-01', 'A'],
          ['2024-10-01', 'B'],
        ],
      },
    ],
    [
      'the earlier notice first',
      [row('Fine', '2024-12-01', { parentId: 'A' }), row('Fine', '2024-10-01', { parentId: 'A' })],
      {
        notices: [
          ['2024-10-01', 'A'],
          ['2024-12-01', 'A'],
        ],
      },
    ],
  ])('%s', (_, rows, expected) => {
    expect(read(...rows)).toEqual({ ...nothing, ...expected });
  });
});
