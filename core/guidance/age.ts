import { addDays, type Day, isDay } from '../attendance/day.ts';

const GOOD_FOR_DAYS = 365;

/** Whether the day is more than twelve months after the one on which the rules were last compared with their sources. */
export function isOverAYearOld(checkedOn: Day, asOf: Day): boolean {
  return isDay(asOf) && asOf > addDays(checkedOn, GOOD_FOR_DAYS);
}
