/** The day it is in London, "22 November 2026". */
export function longToday(now: Date = new Date()): string {
  return now.toLocaleDateString('en-GB', {
    timeZone: 'Europe/London',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}
