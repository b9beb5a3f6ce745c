import { describe, expect, it } from 'vitest';
import { todayInLondon } from '../../editor/today.ts';

describe('today in London', () => {
  it.each([
    { name: 'is the same day at noon', now: '2026-11-21T12:00:00Z', is: '2026-11-21' },
    { name: 'is already tomorrow late on a summer evening', now: '2026-06-30T23:30:00Z', is: '2026-07-01' },
    { name: 'is still today late on a winter evening', now: '2026-12-31T23:30:00Z', is: '2026-12-31' },
    { name: 'is written with two digits', now: '2026-01-05T08:00:00Z', is: '2026-01-05' },
  ])('$name', ({ now, is }) => expect(todayInLondon(new Date(now))).toBe(is));
});
