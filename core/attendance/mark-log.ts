import type { SchoolCalendar } from './calendar.ts';
import { ANY_EFFECT, effectOf, NO_MARK, POSSIBLE, UNKNOWN } from './effect.ts';
import type { Mark, PupilRecord } from './pupil.ts';
import { dayNumberFast, dayNumberInOrder, type Slot } from './session.ts';

/** Why a mark cannot be counted as it stands. */
export type Doubt = 'unknown code' | 'two marks' | 'school closed' | 'weekend' | 'not on roll';

/** A session whose mark may mean more than one thing. Nothing is guessed: each answer is tried with every option. */
export interface DoubtfulSession {
  slot: Slot;
  doubt: Doubt;
  /** What the session may add to the counts: bits of effect.ts. */
  options: readonly number[];
  marks: Mark[];
}

/** One pupil's marks up to a day, in the order of their sessions. */
export interface MarkLog {
  /** How many sessions the arrays hold. */
  size: number;
  slots: Int32Array;
  /** Bits of effect.ts; DOUBTFUL for a session of `doubtful`. */
  effects: Uint16Array;
  /** The mark of each session; the pupil's own list where none of it was left out. */
  marks: readonly Mark[];
  doubtful: DoubtfulSession[];
  /** Sessions marked blank, '-', '.' or '@'. */
  unmarked: Mark[];
  /** Identical marks for one session that were counted once. */
  repeated: Mark[];
  /** Marks whose date is no day. */
  undated: Mark[];
  /** How many marks come after the as-of date. */
  later: number;
  /** The first session with a mark other than Z (not yet on roll); NaN without one. */
  firstSlot: Slot;
}

/** Stands in `effects` for a session whose options are in `doubtful`. */
export const DOUBTFUL = 256;

/** Reads the marks up to the day `asOf` (a day number), in order, with what cannot be counted set apart. */
export function readMarks(pupil: PupilRecord, calendar: SchoolCalendar, asOf: number): MarkLog {
  const marks = pupil.marks ?? [];
  const slots = new Int32Array(marks.length);
  const effects = new Uint16Array(marks.length);
  const log: MarkLog = {
    size: 0,
    slots,
    effects,
    marks,
    doubtful: [],
    unmarked: [],
    repeated: [],
    undated: [],
    later: 0,
    firstSlot: Number.NaN,
  };
  const from = pupil.enrolledFrom === undefined ? Number.NEGATIVE_INFINITY : dayNumberFast(pupil.enrolledFrom);
  const to = pupil.enrolledTo === undefined ? Number.POSITIVE_INFINITY : dayNumberFast(pupil.enrolledTo);
  let date = '';
  let day = Number.NaN;
  let last = -Infinity;
  let size = 0;
  let dates = 0;
  /** The marks that are kept, once one was left out. */
  let kept: Mark[] | null = null;
  for (const mark of marks) {
    if (mark.date !== date) {
      date = mark.date;
      day = dayNumberInOrder(date, dates++);
    }
    const effect = effectOn(mark.code, day, date);
    if (!(day <= asOf) || effect === NO_MARK) {
      kept ??= marks.slice(0, size);
      if (day > asOf) log.later++;
      else if (effect === NO_MARK) log.unmarked.push(mark);
      else log.undated.push(mark);
      continue;
    }
    const slot = mark.session === 'PM' ? day * 2 + 1 : day * 2;
    if (slot <= last) return inOrder(pupil, calendar, asOf);
    last = slot;
    slots[size] = slot;
    kept?.push(mark);
    const counts = effect === UNKNOWN || (effect & POSSIBLE) !== 0;
    const isCertain = effect !== UNKNOWN && !(counts && (day < from || day > to || calendar.isShut(slot)));
    effects[size++] = isCertain ? effect : doubtOf(log, mark, slot, effect, calendar);
    if (Number.isNaN(log.firstSlot) && mark.code !== 'Z') log.firstSlot = slot;
  }
  log.size = size;
  log.marks = kept ?? marks;
  return log;
}

/** The marks sorted by session, those of one session gathered. */
function inOrder(pupil: PupilRecord, calendar: SchoolCalendar, asOf: number): MarkLog {
  const bySession = new Map<Slot, Mark[]>();
  const loose: Mark[] = [];
  for (const mark of pupil.marks ?? []) {
    const day = dayNumberFast(mark.date);
    if (Number.isNaN(day) || day > asOf || effectOf(mark.code, mark.date) === NO_MARK) {
      loose.push(mark);
      continue;
    }
    const slot = mark.session === 'PM' ? day * 2 + 1 : day * 2;
    const same = bySession.get(slot);
    if (same) same.push(mark);
    else bySession.set(slot, [mark]);
  }
  const repeated: Mark[] = [];
  const conflicts: DoubtfulSession[] = [];
  const single: Mark[] = [];
  for (const slot of [...bySession.keys()].sort((a, b) => a - b)) {
    const different = distinct(bySession.get(slot) ?? [], repeated);
    const first = different[0];
    if (!first) continue;
    single.push(first);
    if (different.length > 1)
      conflicts.push({ slot, doubt: 'two marks', options: optionsOf(different), marks: different });
  }
  const log = readMarks({ ...withoutMarks(pupil), marks: [...single, ...loose] }, calendar, asOf);
  log.repeated = repeated;
  for (const conflict of conflicts) doubt(log, conflict);
  return log;
}

function withoutMarks(pupil: PupilRecord): PupilRecord {
  return { pupilId: pupil.pupilId, enrolledFrom: pupil.enrolledFrom, enrolledTo: pupil.enrolledTo };
}

function distinct(marks: readonly Mark[], repeated: Mark[]): Mark[] {
  const different: Mark[] = [];
  for (const mark of marks) {
    if (different.some((other) => other.code.trim().toUpperCase() === mark.code.trim().toUpperCase()))
      repeated.push(mark);
    else different.push(mark);
  }
  return different;
}

function optionsOf(marks: readonly Mark[]): number[] {
  const options = new Set<number>();
  for (const mark of marks) {
    const effect = effectOf(mark.code, mark.date);
    for (const option of effect === UNKNOWN ? ANY_EFFECT : [effect]) options.add(option);
  }
  return [...options];
}

/** Sets the mark apart as doubtful, with all that it may mean. */
function doubtOf(log: MarkLog, mark: Mark, slot: Slot, effect: number, calendar: SchoolCalendar): number {
  const options = effect === UNKNOWN ? ANY_EFFECT : [0, effect];
  const shut = calendar.isShut(slot);
  const weekend = shut && calendar.isOpen(mark.date, mark.session) === false && isWeekend(slot);
  const reason: Doubt =
    effect === UNKNOWN ? 'unknown code' : shut ? (weekend ? 'weekend' : 'school closed') : 'not on roll';
  log.doubtful.push({ slot, doubt: reason, options, marks: [mark] });
  return DOUBTFUL;
}

function isWeekend(slot: Slot): boolean {
  return ((slot >> 1) + 3) % 7 >= 5;
}

function doubt(log: MarkLog, session: DoubtfulSession): void {
  for (let at = 0; at < log.size; at++) if (log.slots[at] === session.slot) log.effects[at] = DOUBTFUL;
  const known = log.doubtful.findIndex((other) => other.slot === session.slot);
  const before = known >= 0 ? log.doubtful[known] : undefined;
  if (!before) log.doubtful.push(session);
  // The school was shut as well: then the session may count for nothing, too.
  else if (before.options.includes(0))
    log.doubtful[known] = { ...session, options: [...new Set([0, ...session.options])] };
  else log.doubtful[known] = session;
  log.doubtful.sort((a, b) => a.slot - b.slot);
}

let current: Int16Array | undefined;
/** Day number of 19 August 2024, from which the codes of one letter are those of the table below. */
const SINCE = 19_954;

/** As effectOf, with the codes in force today in a table, since every mark of a register asks. */
function effectOn(code: string, day: number, date: string): number {
  if (code.length !== 1 || day < SINCE) return effectOf(code, date);
  current ??= Int16Array.from({ length: 128 }, (_, unit) => effectOf(String.fromCharCode(unit), '2024-08-19'));
  return current[code.charCodeAt(0)] ?? effectOf(code, date);
}
