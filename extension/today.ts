import type { Day } from '#core/attendance/day.ts';

/** Today on the officer's own clock. */
export function localDay(now = new Date()): Day {
  const [month, date] = [now.getMonth() + 1, now.getDate()].map((number) => String(number).padStart(2, '0'));
  return `${now.getFullYear()}-${month}-${date}`;
}
