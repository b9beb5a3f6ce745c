import type { Added, Figures, Range } from './figures.ts';
import type { Records } from './records.ts';
import type { Rung } from './test.ts';

/** One pupil at one moment: as things are, or with marks imagined on the sessions to come. */
export interface View {
  figures: Figures;
  records: Records;
  added: Added | null;
  /** The moment as things are, where marks are imagined. */
  now: View | null;
  /** The as-of day of the moment: the day of the last imagined mark, where there is one. */
  asOfDay: number;
  /** The answers of the steps at the moment, by their `id`, once they were tried: several steps ask for one another. */
  answers: (Held | undefined)[];
  /** The counts of the steps at the moment, by their `id`, once they were counted. */
  counts: (Range | null | undefined)[];
  /** The national threshold at the moment, once it was counted: several steps ask for it. */
  national: NationalCount | null;
  /** Why the enforcement of the steps is withheld at the moment, by their `gate`, once it was asked; null: it is open. */
  closed: (Closed | null | undefined)[] | null;
  /** Moments that were imagined from this one: several steps ask for the same. */
  ahead: View[] | null;
  /** The same moment with the actions as they are, where some are only supposed. */
  recorded: View | null;
}

/** Why the enforcement of a step is withheld, in words, or the steps of support that no action shows. */
export type Closed = string | readonly Rung[];

/** The moment as things are, for a ladder of so many steps with so many counts. */
export function viewOf(figures: Figures, records: Records, rungs: number, counts: number): View {
  return moment(figures, records, null, null, figures.asOfDay, new Array(rungs), new Array(counts));
}

function moment(
  figures: Figures,
  records: Records,
  added: Added | null,
  now: View | null,
  asOfDay: number,
  answers: View['answers'],
  counts: View['counts'],
): View {
  return {
    figures,
    records,
    added,
    now,
    asOfDay,
    answers,
    counts,
    national: null,
    closed: null,
    ahead: null,
    recorded: null,
  };
}

/** The same moment, had other actions been taken: what does not look at the actions is asked of the moment itself. */
export function viewHad(view: View, records: Records): View {
  const { figures, added, now, asOfDay, answers, counts } = view;
  const had = moment(figures, records, added, now, asOfDay, new Array(answers.length), counts);
  had.recorded = view;
  return had;
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
  const { ahead } = view;
  if (ahead) for (const then of ahead) if (then.added?.count === count && then.added.effect === effect) return then;
  const then = imagine(view, count, effect);
  if (!then) return null;
  if (!ahead) view.ahead = [then];
  else if (ahead.length < MOST_KEPT) ahead.push(then);
  return then;
}

/** Steps ask for the same few moments; the many that a long search goes through are not kept. */
const MOST_KEPT = 8;

function imagine(view: View, count: number, effect: number): View | null {
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
  const { answers, counts } = view;
  const added = { count, effect, slots };
  return moment(figures, records, added, view, asOfDay, new Array(answers.length), new Array(counts.length));
}

const NO_SLOTS = new Int32Array(0);
/** Ten years of sessions: more than any totals can need. */
const MOST_ADDED = 3800;

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
