import { type Day, isDay } from '#core/attendance/day.ts';
import { InputProblem } from '../problem.ts';

/** A day that was given as an option. @throws InputProblem when it is not written YYYY-MM-DD or no day of the calendar. */
export function readDay(option: string, value: string): Day {
  if (isDay(value)) return value;
  throw new InputProblem(`--${option} ${value}: is not a day of the calendar; write YYYY-MM-DD, as 2026-09-01.`);
}
