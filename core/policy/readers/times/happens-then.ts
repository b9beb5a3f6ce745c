import type { Role } from './reading.ts';

const NOON = 12 * 60;
const LATEST_START = 11 * 60;
const EARLIEST_LUNCH = 10 * 60 + 30;
const LATEST_REPORT = 10 * 60;
const LATEST_CLOSE = 15 * 60 + 15;

/** Whether a school day could have the role at that time; what the grammar allows may still be another gate's or another day's. */
export function happensThen(role: Role, minutes: number): boolean {
  switch (role) {
    case 'gatesOpen':
    case 'gatesClose':
    case 'arriveBy':
    case 'firstDayContactFrom':
      return minutes < NOON;
    // Later in the morning the school asks, and the parents answer.
    case 'reportAbsenceBy':
      return minutes <= LATEST_REPORT;
    case 'schoolDayStart':
      return minutes < LATEST_START;
    case 'registerMarkedBy':
    case 'registerCloses':
      return minutes > 7 * 60 && minutes < LATEST_CLOSE;
    case 'lunchStart':
      return minutes >= EARLIEST_LUNCH && minutes < LATEST_CLOSE;
    case 'schoolDayEnd':
      return minutes > NOON - 60;
    default:
      return minutes > 7 * 60 && minutes < 17 * 60;
  }
}
