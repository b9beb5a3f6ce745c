import { describe, expect, it } from 'vitest';
import { todayInLondon } from '#core/attendance/today.ts';

const IN_LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
/** By the parts that the platform gives, which is another way than the one that is tested. */
function londonDay(now: Date): string {
  const parts = Object.fromEntries(IN_LONDON.formatToParts(now).map(({ type, value }) => [type, value]));
  return `${parts['year']}-${parts['month']}-${parts['day']}`;
}

describe('today in London', () => {
  it.each([
    { name: 'is the same day at noon', now: '2026-11-21T12:00:00Z', is: '2026-11-21' },
    { name: 'is already tomorrow late on a summer evening', now: '2026-06-30T23:30:00Z', is: '2026-07-01' },
    { name: 'is still today late on a winter evening', now: '2026-12-31T23:30:00Z', is: '2026-12-31' },
    { name: 'is written with two digits', now: '2026-01-05T08:00:00Z', is: '2026-01-05' },
    { name: 'before the clocks go forward, 23:59', now: '2026-03-28T23:59:59Z', is: '2026-03-28' },
    { name: 'before the clocks go forward, 00:00', now: '2026-03-29T00:00:00Z', is: '2026-03-29' },
    { name: 'on the day that is an hour short, 23:59', now: '2026-03-29T22:59:59Z', is: '2026-03-29' },
    { name: 'on the day that is an hour short, 00:00', now: '2026-03-29T23:00:00Z', is: '2026-03-30' },
    { name: 'before the clocks go back, 23:59', now: '2026-10-24T22:59:59Z', is: '2026-10-24' },
    { name: 'before the clocks go back, 00:00', now: '2026-10-24T23:00:00Z', is: '2026-10-25' },
    { name: 'on the day that is an hour longer, 23:00', now: '2026-10-25T23:00:00Z', is: '2026-10-25' },
    { name: 'on the day that is an hour longer, 00:00', now: '2026-10-26T00:00:00Z', is: '2026-10-26' },
  ])('$name', ({ now, is }) => expect(todayInLondon(new Date(now))).toBe(is));

  it.each(['2026-03-28', '2026-10-24', '2027-03-27', '2027-10-30'])(
    'is London’s at every minute of the three days from %s, between which the clocks change',
    (first) => {
      const began = Date.parse(`${first}T00:00:00Z`);
      const wrong = Array.from({ length: 3 * 24 * 60 }, (_, minute) => new Date(began + minute * 60_000)).filter(
        (now) => todayInLondon(now) !== londonDay(now),
      );
      expect(wrong).toEqual([]);
    },
  );
});
