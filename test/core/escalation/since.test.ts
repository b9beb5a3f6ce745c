import { describe, expect, it } from 'vitest';
import { buildCalendar } from '#core/attendance/calendar.ts';
import type { Mark } from '#core/attendance/pupil.ts';
import { dayNumberFast } from '#core/attendance/session.ts';
import { figuresOf } from '#core/escalation/figures.ts';
import { ABSENCE, ATTENDED } from '#core/escalation/imagined.ts';
import { NO_RECORDS } from '#core/escalation/records.ts';
import { stretchOf } from '#core/escalation/since.ts';
import { type View, viewOf, viewWith } from '#core/escalation/view.ts';
import { marksFrom, pupil } from './ladders.ts';

/** Monday 1 September 2025 and the days after it. */
const seen = (marks: readonly Mark[], asOf: string): View => {
  const who = pupil(marks);
  const figures = figuresOf(who, buildCalendar([], [who]), asOf);
  return viewOf(figures, NO_RECORDS, 0, 0);
};
const between = (view: View, first: string, last: string) => stretchOf(view, dayNumberFast(first), dayNumberFast(last));
const sum = (attended: number, possible: number) => ({ attended, possible });
const sure = (attended: number, possible: number) => {
  const certain = sum(attended, possible);
  return { certain, low: certain, high: certain };
};

describe('attendance over a part of the year', () => {
  it.each([
    ['every session attended', '//////////', sure(10, 10)],
    ['absences are possible and not attended', '//I/O/////', sure(8, 10)],
    ['late is attended', '//L///////', sure(10, 10)],
    ['what was not possible is neither', '// Y1 Y1 ///I//', sure(7, 8)],
    ['blanks are nothing', '// - - //////', sure(8, 8)],
    ['no session', '', sure(0, 0)],
  ])('%s', (_, codes, expected) => {
    expect(between(seen(marksFrom('2025-09-01', codes), '2025-09-05'), '2025-09-01', '2025-09-05')).toEqual(expected);
  });

  it.each([
    ['the first day and the last are in', '2025-09-02', '2025-09-03', sure(3, 4)],
    ['a single day', '2025-09-03', '2025-09-03', sure(1, 2)],
    ['from before the first mark', '2025-08-20', '2025-09-01', sure(1, 2)],
    ['to after the last', '2025-09-05', '2025-10-01', sure(1, 2)],
    ['a stretch without a session', '2025-09-06', '2025-09-07', sure(0, 0)],
    ['a stretch that ends before it begins', '2025-09-05', '2025-09-01', sure(0, 0)],
  ])('%s', (_, first, last, expected) => {
    expect(between(seen(marksFrom('2025-09-01', 'I////II//O'), '2025-09-05'), first, last)).toEqual(expected);
  });

  it('two stretches that begin on one day are two', () => {
    const view = seen(marksFrom('2025-09-01', 'I////II//O'), '2025-09-05');
    expect(between(view, '2025-09-01', '2025-09-02')).toEqual(sure(3, 4));
    expect(between(view, '2025-09-01', '2025-09-03')).toEqual(sure(4, 6));
    expect(between(view, '2025-09-02', '2025-09-03')).toEqual(sure(3, 4));
  });

  it('the school year before is not in it', () => {
    const marks = [...marksFrom('2025-07-14', 'IIII'), ...marksFrom('2025-09-01', '//I/')];
    expect(between(seen(marks, '2025-09-05'), '2025-07-01', '2025-09-05')).toEqual(sure(3, 4));
  });
});

describe('sessions that may mean more than one thing', () => {
  const weekend = (code: string): Mark => ({ date: '2025-09-06', session: 'AM', code });
  it.each<[string, Mark[], object]>([
    [
      'an unknown code may be an absence or attended',
      marksFrom('2025-09-01', '///?'),
      { certain: sum(3, 3), low: sum(3, 4), high: sum(4, 4) },
    ],
    [
      'attended at a weekend, or nothing',
      [...marksFrom('2025-09-01', '//I/'), weekend('/')],
      { certain: sum(3, 4), low: sum(3, 4), high: sum(4, 5) },
    ],
    [
      'absent at a weekend, or nothing',
      [...marksFrom('2025-09-01', '//I/'), weekend('I')],
      { certain: sum(3, 4), low: sum(3, 5), high: sum(3, 4) },
    ],
    [
      'two marks that are both attended',
      [...marksFrom('2025-09-01', '//I/'), { date: '2025-09-01', session: 'AM', code: 'L' }],
      { certain: sum(2, 3), low: sum(3, 4), high: sum(3, 4) },
    ],
    [
      'an absence at a weekend, and a session that was attended in two ways',
      [...marksFrom('2025-09-01', '//I/'), { date: '2025-09-01', session: 'AM', code: 'L' }, weekend('I')],
      { certain: sum(2, 3), low: sum(3, 5), high: sum(3, 4) },
    ],
    [
      'two marks that are both absences',
      [...marksFrom('2025-09-01', '//I/'), { date: '2025-09-02', session: 'AM', code: 'O' }],
      { certain: sum(3, 3), low: sum(3, 4), high: sum(3, 4) },
    ],
  ])('%s', (_, marks, expected) => {
    expect(between(seen(marks, '2025-09-07'), '2025-09-01', '2025-09-07')).toEqual(expected);
  });
});

describe('with marks imagined on the sessions to come', () => {
  const view = seen(marksFrom('2025-09-01', '//I/'), '2025-09-02');
  it.each([
    ['attended', ATTENDED, sure(6, 7)],
    ['absent', ABSENCE, sure(3, 7)],
  ])('%s', (_, effect, expected) => {
    const then = viewWith(view, 3, effect);
    expect(then && between(then, '2025-09-01', '2025-09-30')).toEqual(expected);
  });
  it('beside a mark in doubt', () => {
    const then = viewWith(seen(marksFrom('2025-09-01', '//I?'), '2025-09-02'), 2, ABSENCE);
    expect(then && between(then, '2025-09-01', '2025-09-30')).toEqual({
      certain: sum(2, 5),
      low: sum(2, 6),
      high: sum(3, 6),
    });
  });
  it('only those within the stretch', () => {
    const then = viewWith(view, 4, ABSENCE);
    expect(then && between(then, '2025-09-04', '2025-09-04')).toEqual(sure(0, 2));
    expect(then && between(then, '2025-09-01', '2025-09-02')).toEqual(sure(3, 4));
  });
});
