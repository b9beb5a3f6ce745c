import { describe, expect, it } from 'vitest';
import type { Step, Trigger } from '#core/policy/schema.ts';
import { at, current, decided, missed, said, titles } from './deciding.ts';
import { step, totals } from './ladders.ts';

/** A step with figures behind it that no step was read from, each in a few words. */
function withUnread(order: number, trigger: string, ...figures: (string | Trigger)[]): Step {
  const made = step(order, trigger);
  const unread = figures.map((figure) => {
    const { trigger: of, span } = step(9, figure);
    return { trigger: of, line: 14, span, quote: typeof figure === 'string' ? figure : 'in words' };
  });
  return { ...made, unread };
}

const LADDER = [withUnread(1, '<96', '<92'), step(2, '<88')];
const WORST_FIRST = [withUnread(1, '<80', '<85'), step(2, '<90'), step(3, '<95')];
const BANDS = [step(1, '93-96'), withUnread(2, '90-92.9', '85-89.9'), step(3, '<80')];

describe('a figure among the steps that no step was read from', () => {
  it.each<[string, Step[], number, unknown]>([
    ['is not reached: the step before it holds', LADDER, 92, 'Rung 1'],
    ['is passed: no step is shown', LADDER, 91.9, 'cannot-tell'],
    ['is milder than the step that holds', LADDER, 87, 'Rung 2'],
    ['is not reached, and no step is', LADDER, 97, 'none'],
    ['is a band, not reached', BANDS, 91, 'Rung 2'],
    ['is a band, at its high end', BANDS, 89.9, 'cannot-tell'],
    ['is a band, and a milder one than the step that holds', BANDS, 79, 'Rung 3'],
    [
      'is of absence',
      [withUnread(1, '<96', { metric: 'absence', op: '>=', value: 10, unit: 'percent' })],
      90,
      'cannot-tell',
    ],
    [
      'is of absence, not reached',
      [withUnread(1, '<96', { metric: 'absence', op: '>=', value: 10, unit: 'percent' })],
      90.1,
      'Rung 1',
    ],
    ['stands in a ladder that is printed from the worst', WORST_FIRST, 83, 'cannot-tell'],
    ['stands there, and a worse one holds', WORST_FIRST, 79, 'Rung 1'],
    ['stands there, and is not reached', WORST_FIRST, 86, 'Rung 2'],
    ['is a count, which has no place among percentages', [withUnread(1, '<96', '4 late')], 90, 'Rung 1'],
  ])('%s', (_, steps, percent, expected) => expect(current(decided(steps, at(percent)))).toBe(expected));

  it('is all that the pupil is past', () => {
    const steps = [step(1, '>=97'), withUnread(2, '30 late', '<92')];
    expect(current(decided(steps, missed(9)))).toBe('cannot-tell');
    expect(current(decided(steps, missed(8)))).toBe('none');
  });

  it('says where it stands, and promises nothing', () => {
    const decision = decided(LADDER, at(91));
    expect(said(decision)).toContain(
      'Line 14 of the policy names \u201c<92\u201d among the steps of the ladder, and no step was read from it: it may be the step that holds.',
    );
    expect(decision.next).toBeNull();
    expect(decision.leaves).toBeNull();
    expect(decision.current.withheld).toEqual([]);
  });

  it.each<[string, string, unknown]>([
    ['right behind a step by what was done it may be worse', 'after 1 / two weeks', 'cannot-tell'],
    ['behind a later step too', 'after 1 / one week', 'cannot-tell'],
  ])('%s', (_, trigger, expected) => {
    const behind = withUnread(2, trigger, '<92');
    const later = [step(1, '<94'), step(2, trigger), withUnread(3, '50 late', '<92')];
    const steps = trigger.endsWith('two weeks') ? [step(1, '<94'), behind] : later;
    const given = { actions: [['1', '2025-12-01']] as [string, string][] };
    expect(current(decided(steps, missed(20, 200), given))).toBe(expected);
  });

  it.each<[string, string, unknown]>([
    ['a step by what was done, printed behind it, is worse', '2026-02-02', 'Rung 3'],
    ['the same step not yet due', '2026-06-29', 'cannot-tell'],
  ])('%s', (_, date, expected) => {
    const steps = [step(1, '<96'), withUnread(2, '<94', '<92'), step(3, 'after 2 / two weeks')];
    const given = { actions: [['2', date]] as [string, string][] };
    expect(current(decided(steps, missed(20, 200), { ...given, asOf: '2026-06-30' }))).toBe(expected);
  });

  it('leaves what was due before the step in doubt, and not that step', () => {
    const steps = [step(1, '<98'), withUnread(2, '<96', '<92'), step(3, '<88')];
    expect(titles(decided(steps, at(91), { actions: [] }).due)).toEqual(['Rung 1']);
    expect(titles(decided(steps, at(93), { actions: [] }).due)).toEqual(['Rung 1', 'Rung 2']);
  });

  it('is in doubt where a rounded percentage may be past it', () => {
    const rounded = totals({ percent: '92.0' });
    expect(current(decided(LADDER, rounded))).toBe('cannot-tell');
  });

  it('is no more than the marks say: eight of a hundred missed is not below 92%', () => {
    expect(current(decided(LADDER, missed(8)))).toBe('Rung 1');
    expect(current(decided(LADDER, missed(9)))).toBe('cannot-tell');
  });
});
