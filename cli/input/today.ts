import { type Day, isDay } from '#core/attendance/day.ts';
import { InputProblem } from '../problem.ts';

/** The day that it now is for an English school. */
export function todayInLondon(now: Date): Day {
  // London keeps universal time or is one hour ahead of it: only in the day's last hour is it asked which, for asking
  // loads the world's time zones, a tenth of what a short run takes.
  if (now.getUTCHours() < 23) return now.toISOString().slice(0, 10);
  // Sweden writes dates as ISO does; en-GB does not.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(now);
}

/** A day that was given as an option. @throws InputProblem when it is not written YYYY-MM-DD or no day of the calendar. */
export function readDay(option: string, value: string): Day {
  if (isDay(value)) return value;
  throw new InputProblem(`--${option} ${value}: is not a day of the calendar; write YYYY-MM-DD, as 2026-09-01.`);
}
