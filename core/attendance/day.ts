import { keep } from './kept.ts';

/** A calendar day as 'YYYY-MM-DD'. Days compare as strings. */
export type Day = string;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

/** Whole days since 1970-01-01, or null when the text is no day of the calendar. */
export function dayNumber(day: string): number | null {
  const match = DAY.exec(day);
  if (!match) return null;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const time = Date.UTC(year, month - 1, date);
  const back = new Date(time);
  // The 31st of a shorter month is a day of the next.
  if (back.getUTCMonth() !== month - 1) return null;
  return time / MS_PER_DAY;
}

export function isDay(text: string): boolean {
  return dayNumber(text) !== null;
}

/** A register of millions of marks has a few hundred days, and making the text of one costs more than looking it up. */
const madeDays = new Map<number, Day>();

/** The day that many whole days after 1970-01-01. */
export function dayFromNumber(number: number): Day {
  return madeDays.get(number) ?? keep(madeDays, number, new Date(number * MS_PER_DAY).toISOString().slice(0, 10));
}

/** The day `days` after the given one (before it, when negative). @throws when `day` is no day. */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(requireDayNumber(day) + days);
}

/** Monday = 0 … Sunday = 6. @throws when `day` is no day. */
export function weekday(day: Day): number {
  return (((requireDayNumber(day) + 3) % 7) + 7) % 7;
}

/** The Monday of the day's week. */
export function mondayOf(day: Day): Day {
  return addDays(day, -weekday(day));
}

export function requireDayNumber(day: Day): number {
  const number = dayNumber(day);
  if (number === null) throw new Error(`Unexpected day ${JSON.stringify(day)}, expected YYYY-MM-DD`);
  return number;
}
