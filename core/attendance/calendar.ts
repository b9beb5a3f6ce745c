import type { Day } from './day.ts';
import { effectOf, NO_MARK } from './effect.ts';
import type { CalendarEntry, PupilRecord, SessionOfDay } from './pupil.ts';
import { dayNumberFast, mondayNumber, type Slot, slotOf, weekdayOf } from './session.ts';

/** Which sessions the school was open for. Day numbers count from 1970-01-01, slots are sessions (see session.ts). */
export interface SchoolCalendar {
  /** null: neither the calendar file nor the register can say. An unlisted weekend is closed. */
  isOpen(date: Day, session: SessionOfDay): boolean | null;
  /** Whether the calendar file itself closes the session, or it is at a weekend that the file does not open. */
  isShut(slot: Slot): boolean;
  /** Open as far as was known on the day `asOf`: by the file, or by a mark of the register up to then. */
  wasOpen(slot: Slot, asOf: number): boolean;
  /** Sessions to come after the day, to the end of its school year: by the file, else the weekdays. */
  openAfter(asOf: number, lastDay: number): Int32Array;
  /** The first day that the file or the register says anything about; Infinity when neither says anything. */
  readonly firstKnownDay: number;
  /** The last day with a mark in the register; -Infinity without marks. */
  readonly lastMarkedDay: number;
  /** The last day that the file lists; -Infinity without a file. */
  readonly lastListedDay: number;
  /** Whether the file lists whole terms, so that a weekday it leaves out between its first and last is closed. */
  readonly listsTerms: boolean;
}

/** Judges from the calendar file first, else from the marks of the whole register; an unlisted weekend is closed. */
export function buildCalendar(entries: readonly CalendarEntry[], register: Iterable<PupilRecord>): SchoolCalendar {
  const calendar = new CalendarOfSlots();
  for (const entry of entries) calendar.list(slotOf(entry.date, entry.session), entry.open);
  for (const pupil of register) {
    let date = '';
    let number = Number.NaN;
    for (const mark of pupil.marks ?? []) {
      if (mark.date !== date) {
        date = mark.date;
        number = dayNumberFast(date);
      }
      calendar.note(mark.session === 'PM' ? number * 2 + 1 : number * 2, mark.code, date);
    }
  }
  return calendar;
}

const UNLISTED = 0;
const LISTED_CLOSED = 1;
const LISTED_OPEN = 2;
/** The register has marks for the session, and all of them say that the school was shut. */
const MARKED_SHUT = 4;
const MARKED_OPEN = 8;
/** Saturday or Sunday, so that no mark of a register has to ask. */
const WEEKEND = 16;
/** Fewer open sessions than this are exceptions to a calendar, not a calendar of terms. */
const A_TERM_AT_LEAST = 40;

/** Marks that do not show a school open: closure, not on roll, whole site closed. */
const SHUT_CODES = new Set(['#', 'Z', 'Y4']);

class CalendarOfSlots implements SchoolCalendar {
  firstKnownDay = Number.POSITIVE_INFINITY;
  lastMarkedDay = Number.NEGATIVE_INFINITY;
  lastListedDay = Number.NEGATIVE_INFINITY;
  #firstListedDay = Number.POSITIVE_INFINITY;
  #listedOpen = 0;
  #base = 0;
  #states = new Uint8Array(0);
  #ahead = new Map<number, Int32Array>();

  get listsTerms(): boolean {
    return this.#listedOpen >= A_TERM_AT_LEAST;
  }

  list(slot: Slot, open: boolean): void {
    if (Number.isNaN(slot)) return;
    const at = this.#cell(slot);
    this.#states[at] = ((this.#states[at] ?? 0) & ~3) | (open ? LISTED_OPEN : LISTED_CLOSED);
    const day = slot >> 1;
    if (open && weekdayOf(day) < 5) this.#listedOpen++;
    this.firstKnownDay = Math.min(this.firstKnownDay, day);
    this.#firstListedDay = Math.min(this.#firstListedDay, day);
    this.lastListedDay = Math.max(this.lastListedDay, day);
  }

  note(slot: Slot, code: string, date: Day): void {
    if (Number.isNaN(slot)) return;
    const at = this.#cell(slot);
    const state = this.#states[at] ?? 0;
    if (state & MARKED_OPEN || effectOf(code, date) === NO_MARK) return;
    this.#states[at] = state | (SHUT_CODES.has(code.trim().toUpperCase()) ? MARKED_SHUT : MARKED_OPEN);
    const day = slot >> 1;
    this.firstKnownDay = Math.min(this.firstKnownDay, day);
    this.lastMarkedDay = Math.max(this.lastMarkedDay, day);
  }

  isOpen(date: Day, session: SessionOfDay): boolean | null {
    const slot = slotOf(date, session);
    const state = this.#state(slot);
    if (state & LISTED_OPEN) return true;
    if (state & LISTED_CLOSED || weekdayOf(slot >> 1) >= 5) return false;
    return state & MARKED_OPEN ? true : state & MARKED_SHUT ? false : null;
  }

  isShut(slot: Slot): boolean {
    const state = this.#states[slot - this.#base];
    if (state === undefined) return weekdayOf(slot >> 1) >= 5;
    const listed = state & 3;
    return listed === UNLISTED ? (state & WEEKEND) !== 0 : listed === LISTED_CLOSED;
  }

  wasOpen(slot: Slot, asOf: number): boolean {
    const state = this.#state(slot);
    const listed = state & 3;
    if (listed !== UNLISTED) return listed === LISTED_OPEN;
    return (state & MARKED_OPEN) !== 0 && slot >> 1 <= asOf && weekdayOf(slot >> 1) < 5;
  }

  openAfter(asOf: number, lastDay: number): Int32Array {
    const known = this.#ahead.get(asOf);
    if (known) return known;
    const slots: number[] = [];
    for (let slot = (asOf + 1) * 2; slot >> 1 <= lastDay; slot++) if (this.#opensAhead(slot)) slots.push(slot);
    const ahead = Int32Array.from(slots);
    this.#ahead.set(asOf, ahead);
    return ahead;
  }

  #opensAhead(slot: Slot): boolean {
    const listed = this.#state(slot) & 3;
    if (listed !== UNLISTED) return listed === LISTED_OPEN;
    const day = slot >> 1;
    if (weekdayOf(day) >= 5) return false;
    return !(this.listsTerms && day >= this.#firstListedDay && day <= this.lastListedDay);
  }

  #state(slot: Slot): number {
    return this.#states[slot - this.#base] ?? 0;
  }

  /** The place of the slot in the table, which grows to hold it. */
  #cell(slot: Slot): number {
    if (this.#states.length === 0) {
      this.#base = mondayNumber(slot >> 1) * 2;
      this.#states = weeksFromMonday(A_YEAR);
    }
    const before = this.#base - slot;
    if (before > 0 || slot - this.#base >= this.#states.length) {
      const shift = before > 0 ? Math.ceil(before / A_YEAR) * A_YEAR : 0;
      const length = Math.max(this.#states.length + shift, slot - this.#base + shift + A_YEAR);
      const grown = weeksFromMonday(length);
      grown.set(this.#states, shift);
      this.#states = grown;
      this.#base -= shift;
    }
    return slot - this.#base;
  }
}

function weeksFromMonday(cells: number): Uint8Array<ArrayBuffer> {
  const states = new Uint8Array(cells);
  for (let cell = 0; cell < cells; cell++) if (cell % 14 >= 10) states[cell] = WEEKEND;
  return states;
}

/** Cells by which the table grows: 53 weeks of sessions. */
const A_YEAR = 53 * 14;
