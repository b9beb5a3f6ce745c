import { describe, expect, it } from 'vitest';
import type { Mark } from '#core/attendance/pupil.ts';
import { current, decided } from './deciding.ts';
import { marksFrom, pupil, step, termDates } from './ladders.ts';

/** Term dates with a half-term week from 27 October and two weeks from 22 December. */
const YEAR = termDates('2025-09-01', '2026-07-20', [
  ['2025-10-27', '2025-10-31'],
  ['2025-12-22', '2026-01-02'],
]);
const OPEN = new Set(YEAR.flatMap(({ date, open }) => (open ? [date] : [])));

/** Present on every school day up to the day, and late on the morning of one. */
function lateOn(day: string, asOf: string): Mark[] {
  const present = marksFrom('2025-09-01', '/'.repeat(400)).filter(({ date }) => OPEN.has(date) && date <= asOf);
  return present.map((mark) => (mark.date === day && mark.session === 'AM' ? { ...mark, code: 'L' } : mark));
}

const counts = (window: string, day: string, asOf: string): boolean =>
  current(decided([step(1, `1 late / ${window}`)], pupil(lateOn(day, asOf)), { asOf, entries: YEAR })) === 'Rung 1';

const FRIDAY = '2025-12-12';
const SPRING = '2026-02-06';

describe('which marks lie in the window of a count', () => {
  it.each([
    ['two weeks', FRIDAY, '2025-11-28', '2025-12-01'],
    ['7 weeks', FRIDAY, '2025-10-24', '2025-11-03'],
    ['10 calendar days', FRIDAY, '2025-12-02', '2025-12-03'],
    ['10 school days', FRIDAY, '2025-11-28', '2025-12-01'],
    ['30 school days', FRIDAY, '2025-10-24', '2025-11-03'],
    ['31 school days', FRIDAY, '2025-10-23', '2025-10-24'],
    ['5 working days', FRIDAY, '2025-12-05', '2025-12-08'],
    ['20 sessions', FRIDAY, '2025-11-28', '2025-12-01'],
    ['a month', FRIDAY, '2025-11-12', '2025-11-13'],
    ['6 school weeks', FRIDAY, '2025-10-24', '2025-11-03'],
    ['7 school weeks', FRIDAY, '2025-10-17', '2025-10-20'],
    ['a half term', FRIDAY, '2025-10-24', '2025-11-03'],
    ['a half term', '2026-01-09', '2025-12-19', '2026-01-05'],
    ['2 half terms', '2026-01-09', '2025-10-24', '2025-11-03'],
    ['a term', SPRING, '2025-12-19', '2026-01-05'],
  ])('%s to %s: %s is out, %s is in', (window, asOf, out, within) => {
    expect([out, within].map((day) => counts(window, day, asOf))).toEqual([false, true]);
  });

  it.each(['a term', '3 half terms', 'a year', 'the school year', '40 weeks'])(
    '%s that begins before the first mark of the school year counts all of them',
    (window) => {
      expect(counts(window, '2025-09-01', FRIDAY)).toBe(true);
    },
  );

  it('sessions that were not possible are none of the last twenty', () => {
    const marks = lateOn('2025-11-28', FRIDAY).map((mark) =>
      mark.date === '2025-12-10' ? { ...mark, code: 'Y1' } : mark,
    );
    const at = (window: string): unknown =>
      current(decided([step(1, `1 late / ${window}`)], pupil(marks), { asOf: FRIDAY, entries: YEAR }));
    expect([at('20 sessions'), at('19 sessions')]).toEqual(['Rung 1', 'none']);
  });

  it.each([
    ['of the penalty ladder reach back into the school year before', 'penalty', 'Rung 1'],
    ['of other ladders do not', 'main', 'none'],
  ])('windows %s', (_, sequence, expected) => {
    const who = pupil([...marksFrom('2025-07-07', 'OOOOO/////'), ...marksFrom('2025-09-01', '/'.repeat(10))]);
    const decision = decided([step(1, '5 unauthorised / 4 school weeks', { sequence: sequence as 'main' })], who);
    const found = sequence === 'main' ? decision.current : decision.other[0]?.current;
    expect(found?.step?.title ?? found?.answer).toBe(expected);
  });

  it('a year of the penalty ladder is a year, and no longer', () => {
    const earlier = (from: string): unknown => {
      const who = pupil([...marksFrom(from, 'OOOOO'), ...marksFrom('2025-09-01', '/'.repeat(10))]);
      const decision = decided([step(1, '5 unauthorised / a year', { sequence: 'penalty' })], who);
      return decision.other[0]?.current.answer;
    };
    // To Friday 5 September 2025.
    expect([earlier('2024-09-06'), earlier('2024-09-02')]).toEqual(['step', 'none']);
  });

  it('a term cannot be told where neither calendar nor register says anything', () => {
    const decision = decided([step(1, '1 late / term')], pupil([]), { asOf: FRIDAY });
    expect(decision.current.answer).toBe('cannot-tell');
  });
});

describe('a window of years, in the ladder of penalties, looks back beyond the school year', () => {
  const marks = [...marksFrom('2024-09-02', `OO${'/'.repeat(20)}`), ...marksFrom('2025-09-01', '/'.repeat(30))];
  it.each([
    ['a year that no longer holds them', '2 unauthorised / 1 year', 'none'],
    ['two years that do', '2 unauthorised / 2 years', 'step'],
  ])('%s', (_, trigger, answer) => {
    const { other } = decided([step(1, trigger, { sequence: 'penalty' })], pupil(marks));
    expect(other[0]?.current.answer).toBe(answer);
  });
});
