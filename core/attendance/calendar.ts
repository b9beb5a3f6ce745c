import type { Day } from './day.ts';
import type { CalendarEntry, PupilRecord, SessionOfDay } from './pupil.ts';

/** Which sessions the school was open for. */
export interface SchoolCalendar {
  /** null: neither the calendar file nor the register can say. */
  isOpen(date: Day, session: SessionOfDay): boolean | null;
}

/** Judges from the calendar file first, else from the marks of the whole register; an unlisted weekend is closed. */
export function buildCalendar(_entries: readonly CalendarEntry[], _register: readonly PupilRecord[]): SchoolCalendar {
  return { isOpen: () => null };
}
