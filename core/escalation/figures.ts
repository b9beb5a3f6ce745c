import type { SchoolCalendar } from '../attendance/calendar.ts';
import type { Day } from '../attendance/day.ts';
import { ABSENT, LATE, POSSIBLE, UNAUTHORISED } from '../attendance/effect.ts';
import { DOUBTFUL, type MarkLog, readMarks } from '../attendance/mark-log.ts';
import { NO_TOTALS, type PupilRecord, type Totals } from '../attendance/pupil.ts';
import { dayNumberFast, schoolYearEnd, schoolYearStart } from '../attendance/session.ts';
import { readTotals, type TotalFigures } from '../attendance/totals.ts';
import type { Attendance } from './decision.ts';

/** Marks that are imagined on the next open sessions, to see what they would change. */
export interface Added {
  count: number;
  /** Bits of effect.ts: what each of them adds. */
  effect: number;
  /** The sessions to come; the first `count` of them are meant. */
  slots: Int32Array;
}

/** A count that may not be certain: the least and the most that it can be. */
export interface Range {
  least: number;
  most: number;
  /** Of sessions in a row, where the first of them stands that is certain; Infinity without one. */
  from?: number;
}

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

/** What is known of one pupil's attendance on the as-of day: marks or totals, ready to be counted. */
export interface Figures {
  pupil: PupilRecord;
  asOf: Day;
  asOfDay: number;
  yearStart: number;
  yearEnd: number;
  calendar: SchoolCalendar;
  log: MarkLog;
  /** null when the pupil has marks. */
  totals: TotalFigures | null;
  /** Sums of this school year's certain marks. */
  possible: number;
  absent: number;
  unauthorised: number;
  late: number;
  /** Where this school year begins in the log. */
  first: number;
  /** The log's own: where in it, of whatever year, anything else stands than plain attendance. */
  notable: readonly number[];
  /** Indexes into log.doubtful of this school year's doubtful sessions. */
  doubts: readonly number[];
  /** The last day with code X, once it was looked for; -Infinity without one. */
  lastOfX: number | null;
  /** The sessions as they are shown, once they were asked for. */
  attendance: Attendance | null;
  /** Marks already gathered for a reason, from a slot on, by what they count towards. */
  gathered: { from: number; bits: number; marks: CountedMark[] }[];
  /** Attendance over parts of the year, once it was summed; day numbers. */
  stretches: { firstDay: number; lastDay: number; stretch: Stretch }[];
}

/** A mark as a reason lists it. */
export interface CountedMark {
  date: Day;
  session: string;
  code: string;
}

/** Marks win over totals; even blank ones show that the register is one of marks. */
function hasNoMark(log: MarkLog): boolean {
  return log.size + log.unmarked.length + log.undated.length + log.later === 0;
}

const NO_DOUBTS: readonly number[] = [];

/** Reads the pupil once, for every question that the ladders ask. */
export function figuresOf(pupil: PupilRecord, calendar: SchoolCalendar, asOf: Day): Figures {
  const { asOfDay, yearStart, yearEnd } = yearOf(asOf);
  const log = readMarks(pupil, calendar, asOfDay);
  const first = firstFrom(log, yearStart * 2);
  const { notable } = log;
  let possible = log.size - first;
  let absent = 0;
  let unauthorised = 0;
  let late = 0;
  for (let index = notable.length - 1; index >= 0; index--) {
    const at = notable[index] ?? 0;
    if (at < first) break;
    const effect = log.effects[index] ?? 0;
    if (!(effect & POSSIBLE)) possible--;
    if (effect & ABSENT) {
      absent++;
      if (effect & UNAUTHORISED) unauthorised++;
    } else if (effect & LATE) late++;
  }
  const doubts =
    log.doubtful.length === 0
      ? NO_DOUBTS
      : log.doubtful.flatMap((session, index) => (session.slot >> 1 >= yearStart ? [index] : []));
  return {
    pupil,
    asOf,
    asOfDay,
    yearStart,
    yearEnd,
    calendar,
    log,
    totals: pupil.totals && hasNoMark(log) ? totalsOfYear(pupil.totals, yearStart) : null,
    possible,
    absent,
    unauthorised,
    late,
    first,
    notable,
    doubts,
    lastOfX: null,
    attendance: null,
    gathered: [],
    stretches: [],
  };
}

/** Where among the sessions the first from the slot on stands; their number when none does. */
export function firstFrom({ slots, size }: { slots: ArrayLike<number>; size: number }, slot: number): number {
  // Of most registers all marks are of one school year.
  if (size === 0 || (slots[0] ?? 0) >= slot) return 0;
  let low = 1;
  let high = size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((slots[middle] ?? 0) < slot) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The day and its school year as day numbers; all pupils of a register ask for the same. */
function yearOf(asOf: Day): typeof year {
  if (year.asOf !== asOf)
    year = {
      asOf,
      asOfDay: dayNumberFast(asOf),
      yearStart: dayNumberFast(schoolYearStart(asOf)),
      yearEnd: dayNumberFast(schoolYearEnd(asOf)),
    };
  return year;
}
let year = { asOf: '', asOfDay: Number.NaN, yearStart: Number.NaN, yearEnd: Number.NaN };

/** Whether the day lies before the school year of the as-of day: totals that begin on it mix two school years. */
export function isOfYearBefore(day: Day, figures: Pick<Figures, 'yearStart'>): boolean {
  return dayNumberFast(day) < figures.yearStart;
}

/** The totals, or none of their figures where they begin in the school year before. */
function totalsOfYear(totals: Totals, yearStart: number): TotalFigures {
  if (totals.from === null || !isOfYearBefore(totals.from, { yearStart })) return readTotals(totals);
  return readTotals({ ...totals, ...NO_TOTALS, from: totals.from, to: totals.to });
}

/** Thousandths of a percent: what a percentage of a policy is compared in, so that no float is. */
export const PER_PERCENT = 1000;

/**
 * attended × 100 − percentage × possible, in thousandths: below nought when attendance is below the percentage. The least
 * and the most over everything that the doubtful sessions may mean; null without a possible session.
 */
export function attendanceForm(figures: Figures, percent: number, added: Added | null): Range | null {
  const possible = plus(added, POSSIBLE);
  const attended = possible - plus(added, ABSENT);
  if (figures.totals) return totalsForm(figures.totals, percent, attended, possible);
  let least = (attended + figures.possible - figures.absent) * WHOLE - percent * (possible + figures.possible);
  if (figures.doubts.length === 0) return possible + figures.possible === 0 ? null : { least, most: least };
  let most = least;
  let leastPossible = possible + figures.possible;
  for (const index of figures.doubts) {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    let always = POSSIBLE;
    for (const option of figures.log.doubtful[index]?.options ?? []) {
      const form = option & POSSIBLE ? (option & ABSENT ? 0 : WHOLE) - percent : 0;
      low = Math.min(low, form);
      high = Math.max(high, form);
      always &= option;
    }
    least += low;
    most += high;
    leastPossible += always;
  }
  return leastPossible === 0 ? null : { least, most };
}

/** Attendance of 100% in thousandths of a percent. */
const WHOLE = 100 * PER_PERCENT;

function plus(added: Added | null, bit: number): number {
  return added && added.effect & bit ? added.count : 0;
}

function totalsForm(totals: TotalFigures, percent: number, attended: number, possible: number): Range | null {
  const all = possible + (totals.possible ?? 0);
  if (totals.possible === null || all === 0) return null;
  const forms = totals.attended.map((count) => (count + attended) * WHOLE - percent * all);
  return { least: Math.min(...forms), most: Math.max(...forms) };
}

/**
 * As attendanceForm where one figure is all that it can be, without a range; null where it may be several, or is not known.
 */
export function certainForm(figures: Figures, percent: number, added: Added | null): number | null {
  if (figures.totals !== null || figures.doubts.length > 0) return null;
  const possible = figures.possible + plus(added, POSSIBLE);
  return possible === 0 ? null : (possible - figures.absent - plus(added, ABSENT)) * WHOLE - percent * possible;
}

/** On which side of the percentage (in thousandths of a percent) the attendance is: -1 below, 0 exactly, 1 above. */
export function attendanceSide(figures: Figures, percent: number, added: Added | null): Range {
  const form = attendanceForm(figures, percent, added);
  if (form) return { least: Math.sign(form.least), most: Math.sign(form.most) };
  const rounded = figures.totals?.percent;
  if (!rounded || figures.totals?.possible != null || added) return EITHER;
  const { low, high, scale } = rounded;
  const bound = percent * scale;
  // The low end may be the figure itself; the high end is only approached, save where it is cut off at 100.
  const least = Math.sign(low * PER_PERCENT - bound);
  if (high >= 100 * scale) return { least, most: Math.sign(WHOLE * scale - bound) };
  return { least, most: high * PER_PERCENT <= bound ? -1 : 1 };
}

const EITHER: Range = { least: -1, most: 1 };

/** How many sessions with any of the bits (absent, unauthorised, late …) lie between the slots (both in), over everything the doubtful may mean. */
export function countBits(figures: Figures, bits: number, from: number, to: number, added: Added | null): Range {
  const { log, notable } = figures;
  let least = 0;
  let most = 0;
  for (let index = notable.length - 1; index >= 0; index--) {
    const at = notable[index] ?? 0;
    const slot = log.slots[at] ?? 0;
    if (slot < from) break;
    if (slot > to) continue;
    const effect = log.effects[index] ?? 0;
    if (effect === DOUBTFUL) {
      const options = log.doubtful.find((session) => session.slot === slot)?.options ?? [];
      if (options.every((option) => option & bits)) least++;
      if (options.some((option) => option & bits)) most++;
    } else if (effect & bits) {
      least++;
      most++;
    }
  }
  if (added && added.effect & bits) {
    const more = addedWithin(added, from, to);
    least += more;
    most += more;
  }
  return { least, most };
}

/** How many of the imagined sessions lie between the slots, both in. */
export function addedWithin({ slots, count }: Added, from: number, to: number): number {
  const within = { slots, size: count };
  return Math.max(0, firstFrom(within, to + 1) - firstFrom(within, from));
}
