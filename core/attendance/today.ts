import type { Day } from './day.ts';

/** The day that it is for an English school at a moment, whatever the computer's own zone. */
export function todayInLondon(now: Date): Day {
  // London keeps universal time or is one hour ahead of it: only in the day's last hour is it asked which, for asking
  // loads the world's time zones, a tenth of what a short run of the command takes.
  if (now.getUTCHours() < 23) return now.toISOString().slice(0, 10);
  // Sweden writes dates as ISO does; en-GB does not.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(now);
}
