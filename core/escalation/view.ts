import type { Added, Figures, Range } from './figures.ts';
import type { Records } from './records.ts';

/** One pupil at one moment: as things are, or with marks imagined on the sessions to come. */
export interface View {
  figures: Figures;
  records: Records;
  added: Added | null;
  /** The as-of day of the moment: the day of the last imagined mark, where there is one. */
  asOfDay: number;
  /** The answers of the steps at the moment, by their `id`, once they were tried: several steps ask for one another. */
  answers: (Held | undefined)[];
  /** Why the enforcement of the steps is withheld at the moment, by their `id`, once it was asked; null: it is open. */
  closed?: (string | null | undefined)[];
  /** The counts of the steps at the moment, by their `id`, once they were counted. */
  counts: (Range | null | undefined)[];
  /** Attendance over parts of the year at the moment, once it was summed. */
  stretches?: { firstDay: number; lastDay: number; stretch: Stretch }[];
  /** The national threshold at the moment, once it was counted: several steps ask for it. */
  national?: NationalCount;
}

/** The answer of a test. */
export const NO = 0;
export const YES = 1;
/** The data cannot decide. */
export const UNKNOWN = 2;
/** Only a person can judge. */
export const ASKED = 3;
export type Held = 0 | 1 | 2 | 3;

/**
 * The moment after `count` more marks with those bits on the next open sessions; null past the school year's end, when
 * counting begins anew. Totals have no sessions of their own: there the marks are only added.
 */
export function viewWith(view: View, count: number, effect: number): View | null {
  const { figures, records } = view;
  let slots: Int32Array = NO_SLOTS;
  let { asOfDay } = view;
  if (figures.totals) {
    if (count > MOST_ADDED) return null;
  } else {
    slots = figures.calendar.openAfter(figures.asOfDay, figures.yearEnd);
    const last = slots[count - 1];
    if (last === undefined) return null;
    asOfDay = last >> 1;
  }
  return {
    figures,
    records,
    added: { count, effect, slots },
    asOfDay,
    answers: new Array(view.answers.length),
    counts: new Array(view.counts.length),
  };
}

const NO_SLOTS = new Int32Array(0);
/** Ten years of sessions: more than any totals can need. */
const MOST_ADDED = 3800;

/** Sessions of a stretch of time. */
export interface Sum {
  attended: number;
  possible: number;
}

/** Attendance over part of the school year, from its certain sessions alone, and at its lowest and highest over what doubtful ones may mean. */
export interface Stretch {
  certain: Sum;
  low: Sum;
  high: Sum;
}

/** The national threshold for penalty notices, as counted from marks at one moment. Day numbers. */
export interface NationalCount {
  answer: Held;
  /** Unauthorised sessions in the window that are certain, codes N within their school days left out. */
  counted: number;
  /** The most that they can be, over what doubtful sessions may mean. */
  most: number;
  /** Codes N still inside their school days. */
  awaiting: number;
  /** Sessions of code G in the window. */
  holiday: number;
  /** First day of the window; null when fewer school weeks are known than it has. */
  firstDay: number | null;
  /** The as-of day, or the last day of the last school week before it. */
  lastDay: number;
  /** The first day that was counted. */
  countedFrom: number;
  /** The window, or a part of it, lies before the pupil's first known mark. */
  reachesBefore: boolean;
  /** Why the pupil may not be of compulsory school age; null when nothing shows it. */
  age: string | null;
}
