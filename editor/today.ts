import type { Day } from '#core/attendance/day.ts';

const LONDON = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day it is in London, 'YYYY-MM-DD'. */
export function todayInLondon(now: Date = new Date()): Day {
  return LONDON.format(now);
}
