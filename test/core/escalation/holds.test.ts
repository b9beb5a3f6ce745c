import { describe, expect, it } from 'vitest';
import { buildCalendar } from '#core/attendance/calendar.ts';
import { figuresOf } from '#core/escalation/figures.ts';
import { holds } from '#core/escalation/holds.ts';
import { NO_RECORDS } from '#core/escalation/records.ts';
import type { Test } from '#core/escalation/test.ts';
import { ASKED, type Held, NO, UNKNOWN, viewOf, YES } from '#core/escalation/view.ts';
import { current, decided } from './deciding.ts';
import { attendance, marksFrom, pupil, step, totals } from './ladders.ts';

const WORDS: Record<Held, string> = { [YES]: 'yes', [NO]: 'no', [UNKNOWN]: 'cannot tell', [ASKED]: 'a person says' };
/** One test of each answer, for a pupil at 90%. */
const PARTS: Record<Held, Test> = {
  [YES]: { kind: 'everyone' },
  [NO]: { kind: 'percent', op: '<', percent: 50_000 },
  [UNKNOWN]: { kind: 'notices', op: '>=', notices: 1 },
  [ASKED]: { kind: 'words', condition: 'concerns' },
};
const who = pupil(attendance(100, 10));
const view = () => viewOf(figuresOf(who, buildCalendar([], [who]), '2025-11-14'), NO_RECORDS, 0, 0);

describe.each<['all' | 'any', [Held, Held, Held][]]>([
  [
    'all',
    [
      [YES, YES, YES],
      [YES, NO, NO],
      [YES, UNKNOWN, UNKNOWN],
      [YES, ASKED, YES],
      [NO, NO, NO],
      [NO, UNKNOWN, NO],
      [NO, ASKED, NO],
      [UNKNOWN, UNKNOWN, UNKNOWN],
      [UNKNOWN, ASKED, UNKNOWN],
      [ASKED, ASKED, ASKED],
    ],
  ],
  [
    'any',
    [
      [YES, YES, YES],
      [YES, NO, YES],
      [YES, UNKNOWN, YES],
      [YES, ASKED, YES],
      [NO, NO, NO],
      [NO, UNKNOWN, UNKNOWN],
      [NO, ASKED, ASKED],
      [UNKNOWN, UNKNOWN, UNKNOWN],
      [UNKNOWN, ASKED, UNKNOWN],
      [ASKED, ASKED, ASKED],
    ],
  ],
])('a trigger of two parts, %s of which it takes', (kind, rows) => {
  it.each(
    rows.map(([one, other, both]) => [`${WORDS[one]} and ${WORDS[other]}: ${WORDS[both]}`, one, other, both] as const),
  )('%s', (_, one, other, both) => {
    const tests = [PARTS[one], PARTS[other]];
    expect(WORDS[holds({ kind, tests }, view())]).toBe(WORDS[both]);
    expect(WORDS[holds({ kind, tests: tests.toReversed() }, view())]).toBe(WORDS[both]);
  });
});

describe('a line of absence on a day on which none was known', () => {
  it('persistent absence before there was one cannot be told, severe absence can', () => {
    const { status } = decided([], pupil(attendance(40, 30, '2004-09-06')));
    expect([status.persistentAbsence.answer, status.persistentAbsence.margin]).toEqual(['cannot-tell', null]);
    expect(status.severeAbsence.answer).toBe('yes');
  });
});

describe('bands', () => {
  const bands = [step(1, '90-95'), step(2, '50-90')];
  it.each([
    ['a pupil who was never there is in the lowest band', pupil(marksFrom('2025-09-01', 'O'.repeat(20))), 'Rung 2'],
    [
      'a pupil without a possible session is in none that can be told',
      totals({ possible: 0, attended: 0 }),
      'cannot-tell',
    ],
    ['a doubtful mark at the high end', pupil(marksFrom('2025-09-01', `${'/'.repeat(19)}?`)), 'cannot-tell'],
    ['a doubtful mark at the low end', pupil(marksFrom('2025-09-01', `${'/'.repeat(17)}II?`)), 'cannot-tell'],
    ['a doubtful mark within the band', pupil(marksFrom('2025-09-01', `${'/'.repeat(36)}III?`)), 'Rung 1'],
  ])('%s', (_, given, expected) => {
    expect(current(decided(bands, given))).toBe(expected);
  });
});
