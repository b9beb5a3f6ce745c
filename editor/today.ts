import type { Day } from '#core/attendance/day.ts';

const LONDON = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day it is in London, "22 November 2026". */
export function longToday(now: Date = new Date()): string {
  return now.toLocaleDateString('en-GB', {
    timeZone: 'Europe/London',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

/** The day it is in London, 'YYYY-MM-DD'. */
export function todayInLondon(now: Date = new Date()): Day {
  return LONDON.format(now);
}
