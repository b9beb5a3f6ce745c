import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '#core/escalation/decision.ts';
import { type Impact, impactOf, STAYS } from '#core/publish/impact.ts';
import { FEWEST_SHOWN, hideSmallGroups } from '#core/publish/small-groups.ts';
import { publish } from './published.ts';

describe('the groups that are shown', () => {
  it.each([
    ['all, when none is small', [5, 20, 7], [5, 20, 7]],
    ['none of nothing', [], []],
    ['an empty group beside large ones', [0, 9], [0, 9]],
    ['a small group takes the smallest large one with it', [2, 20, 7], [null, 20, null]],
    ['two small groups take one with them too: their sum would tell of each', [1, 1, 20, 30], [null, null, null, 30]],
    ['equal large groups are hidden together', [3, 6, 6, 9], [null, null, null, 9]],
    ['nothing when every group is small', [1, 2, 4], [null, null, null]],
    ['nothing when only one is left', [4, 30], [null, null]],
  ])('%s', (_, sizes, shown) => expect(hideSmallGroups(sizes)).toEqual(shown));

  it('never let anyone who knows the whole, and how groups are hidden, work out a group of fewer than five', () => {
    const view = (sizes: readonly number[]) => JSON.stringify(hideSmallGroups(sizes));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 2, maxLength: 5 }), (sizes) => {
        const shown = hideSmallGroups(sizes);
        const hidden = shown.flatMap((size, at) => (size === null ? [at] : []));
        // A whole of fewer than two for each group could not be told apart by anyone's rule; it is shown nowhere.
        if (hidden.length === 0 || hidden.length === sizes.length) return;
        const sum = hidden.reduce((all, at) => all + (sizes[at] ?? 0), 0);
        const possible = hidden.map(() => new Set<number>());
        const fill = (at: number, left: number, chosen: number[]): void => {
          if (at === hidden.length - 1) {
            const full = [...chosen, left];
            const whole = sizes.map((size, index) => full[hidden.indexOf(index)] ?? size);
            if (left < 1 || view(whole) !== view(sizes)) return;
            full.forEach((size, index) => void possible[index]?.add(size));
            return;
          }
          for (let size = 1; size < left; size++) fill(at + 1, left - size, [...chosen, size]);
        };
        fill(0, sum, []);
        hidden.forEach((at, index) => {
          if ((sizes[at] ?? 0) < FEWEST_SHOWN) expect([...(possible[index] ?? [])].length).toBeGreaterThan(1);
        });
      }),
      { numRuns: 400 },
    );
  });
});

const at = (title: string | null): Decision['current'] => ({
  answer: title === null ? 'none' : 'step',
  step: title === null ? null : { order: 1, sequence: 'main', title, line: 1, quote: title },
  withheld: [],
});
const many = (pupils: number, before: string | null, after: string | null) =>
  Array.from({ length: pupils }, () => ({ before: at(before), after: at(after) }));

describe('the impact on a register', () => {
  const impact = impactOf(
    [
      ...many(30, null, null),
      ...many(12, 'Letter', 'Letter'),
      ...many(9, null, 'Letter'),
      ...many(2, 'Letter', 'Meeting'),
    ],
    '2026-07-10',
    true,
  );

  it('counts moves, those who stay as one group, and hides a small group with the next larger one', () => {
    expect(impact.groups).toEqual([
      { before: STAYS, after: STAYS, pupils: 42 },
      { before: 'Letter', after: 'Meeting', pupils: null },
      { before: 'no step', after: 'Letter', pupils: null },
    ]);
  });

  it('without an earlier version counts the steps as they are', () => {
    const alone = many(7, null, 'Letter').map(({ after }) => ({ before: null, after }));
    expect(impactOf(alone, '2026-07-10', false).groups).toEqual([{ before: null, after: 'Letter', pupils: 7 }]);
  });

  it.each<[string, Impact, RegExp]>([
    ['counts', impact, /42/],
    ['why counts are missing', impact, /not shown/],
    ['the day', impact, /10 July 2026/],
    ['that all groups are too small', impactOf(many(3, null, 'Letter'), '2026-07-10', true), /too small/],
    ['that nobody moves', impactOf(many(30, null, null), '2026-07-10', true), /No pupil .* another step/],
    ['that there were no pupils', impactOf([], '2026-07-10', true), /no pupils/],
  ])('is told on the page: %s', (_, given, words) => {
    expect(publish('# Attendance policy\n', { impact: given }).section('impact')).toMatch(words);
  });

  it('names no step of a group where all groups are too small, and no sum anywhere', () => {
    const page = publish('# Attendance policy\n', { impact: impactOf(many(3, null, 'Letter'), '2026-07-10', true) });
    expect(page.section('impact')).not.toMatch(/Letter|\b3\b/);
    const words = publish('# Attendance policy\n', { impact }).section('impact');
    expect(words).not.toMatch(/\b(?:53|11|9|2)\b/);
  });

  it('has no section when no register was given', () =>
    expect(publish('# Attendance policy\n').section('impact')).toBe(''));
});
