import { type Day, isDay } from '../attendance/day.ts';
import { MONTHS } from '../text/months.ts';

/** A day as a message says it: "19 August 2024". */
export function dayInWords(day: Day): string {
  if (!isDay(day)) return day;
  return `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}
