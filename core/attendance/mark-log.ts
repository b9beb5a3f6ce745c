import type { SchoolCalendar } from './calendar.ts';
import { dayFromNumber } from './day.ts';
import { ANY_EFFECT, effectOf, NO_MARK, POSSIBLE, UNKNOWN } from './effect.ts';
import type { LostRow, Mark, PupilRecord, SessionOfDay } from './pupil.ts';
import { dayNumberFast, type Slot } from './session.ts';

/** Why a mark cannot be counted as it stands. */
export type Doubt = 'unknown code' | 'two marks' | 'school closed' | 'weekend' | 'not on roll' | 'lost';

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
  slots: readonly Slot[];
  /** Where anything else stands than plain attendance: absences, late marks, doubts. */
  notable: number[];
  /** What each of those adds: bits of effect.ts; DOUBTFUL for a session of `doubtful`. */
  effects: number[];
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

/** Goes through the sessions from the last back to the first with what each adds, until `see` says that it is enough. */
export function eachBack(log: MarkLog, first: number, see: (effect: number, slot: Slot) => boolean): void {
  let index = log.notable.length - 1;
  for (let at = log.size - 1; at >= first; at--) {
    const effect = log.notable[index] === at ? (log.effects[index--] ?? POSSIBLE) : POSSIBLE;
    if (see(effect, log.slots[at] ?? 0)) return;
  }
}

/** Stands in `effects` for a session whose options are in `doubtful`. */
export const DOUBTFUL = 256;

/** Reads the marks up to the day `asOf` (a day number), in order, with what cannot be counted set apart. */
export function readMarks(pupil: PupilRecord, calendar: SchoolCalendar, asOf: number): MarkLog {
  const marks = pupil.marks ?? [];
  const from = pupil.enrolledFrom === undefined ? Number.NEGATIVE_INFINITY : dayNumberFast(pupil.enrolledFrom);
  const to = pupil.enrolledTo === undefined ? Number.POSITIVE_INFINITY : dayNumberFast(pupil.enrolledTo);
  const sessions = sessionsOf(calendar, asOf);
  const log: MarkLog = {
    size: 0,
    slots: sessions.slots,
    notable: [],
    effects: [],
    marks,
    doubtful: [],
    unmarked: [],
    repeated: [],
    undated: [],
    later: 0,
    firstSlot: Number.NaN,
  };
  const isOnRoll = from <= (sessions.slots[0] ?? Number.NaN) >> 1 && to >= (sessions.slots.at(-1) ?? Number.NaN) >> 1;
  if (isOnRoll) readKnown(log, sessions, calendar);
  const whole = log.size === marks.length ? log : readRest(log, pupil, calendar, asOf, from, to, sessions);
  if (pupil.lost) addLost(whole, pupil.lost, asOf);
  return whole;
}

/** With more, nothing about the pupil can be told anyway. */
const MOST_LOST = 1000;

/**
 * Marks whose sessions are not known, as doubtful ones that may count for nothing: they are put between the as-of day's last
 * session and the next, where every count of some window and of days in a row has to reckon with them.
 */
function addLost(log: MarkLog, lost: readonly LostRow[], asOf: number): void {
  const marks = lost.flatMap(({ codes, row }) => codes.map((code): Mark => ({ date: '', session: 'PM', code, row })));
  const slots = log.slots.slice(0, log.size);
  const kept = log.marks.slice(0, log.size);
  const first = kept.length;
  for (const mark of marks.slice(0, MOST_LOST)) {
    const effect = effectOf(mark.code, dayFromNumber(asOf));
    if (effect === NO_MARK || (effect !== UNKNOWN && !(effect & POSSIBLE))) continue;
    const slot = asOf * 2 + 1 + (kept.length - first + 1) / (MOST_LOST + 1);
    log.doubtful.push({
      slot,
      doubt: 'lost',
      options: effect === UNKNOWN ? ANY_EFFECT : [0, effect],
      marks: [mark],
    });
    log.notable.push(log.size);
    log.effects.push(DOUBTFUL);
    slots.push(slot);
    kept.push(mark);
    log.size++;
  }
  log.slots = slots;
  log.marks = kept;
}

/**
 * The sessions that the pupils of one register had marks for, in order, all of them open and up to one day: most pupils
 * have marks for the same, so that only the code is left to look at.
 */
interface KnownSessions {
  calendar: SchoolCalendar | null;
  asOf: number;
  dates: string[];
  halves: SessionOfDay[];
  slots: Slot[];
}

/** Those of the register that was read last: registers are read pupil by pupil. */
let known: KnownSessions = { calendar: null, asOf: Number.NaN, dates: [], halves: [], slots: [] };

function sessionsOf(calendar: SchoolCalendar, asOf: number): KnownSessions {
  if (known.calendar !== calendar || known.asOf !== asOf) known = { calendar, asOf, dates: [], halves: [], slots: [] };
  return known;
}

/** Remembers the marks from the first up to one that was left out, or is for a session that was not open. */
function learn(sessions: KnownSessions, marks: readonly Mark[], slots: readonly Slot[], count: number): void {
  if (count <= sessions.slots.length || !((slots[0] ?? 0) >> 1 >= SINCE)) return;
  sessions.dates = marks.slice(0, count).map(({ date }) => date);
  sessions.halves = marks.slice(0, count).map(({ session }) => session);
  sessions.slots = slots.slice(0, count);
}

/** Reads the marks as far as they are for the sessions that are known, one after the other. */
function readKnown(log: MarkLog, { dates, halves, slots }: KnownSessions, calendar: SchoolCalendar): void {
  const { marks } = log;
  const codes = codesInForce();
  const size = Math.min(marks.length, slots.length);
  let found = 0;
  let at = 0;
  for (; at < size; at++) {
    const mark = marks[at];
    if (mark === undefined || mark.date !== dates[at] || mark.session !== halves[at]) break;
    const { code } = mark;
    // Most marks of most pupils: cheaper asked for than looked up.
    if (code === '/' || code === '\\') continue;
    const counts = (code.length === 1 ? codes[code.charCodeAt(0)] : undefined) ?? effectOf(code, mark.date);
    if (counts === POSSIBLE) continue;
    if (counts === NO_MARK) break;
    foundAt[found] = at;
    foundEffects[found++] = counts === UNKNOWN ? doubtOf(log, mark, slots[at] ?? 0, counts, calendar) : counts;
  }
  log.notable = foundAt.slice(0, found);
  log.effects = foundEffects.slice(0, found);
  log.size = at;
  let first = 0;
  while (first < at && marks[first]?.code === 'Z') first++;
  if (first < at) log.firstSlot = slots[first] ?? Number.NaN;
}

/** What is found is gathered here and then cut to its length, since a list that grows is made over and over. */
const foundAt: number[] = [];
const foundEffects: number[] = [];

/** Reads the marks from where the known sessions end. */
function readRest(
  log: MarkLog,
  pupil: PupilRecord,
  calendar: SchoolCalendar,
  asOf: number,
  from: number,
  to: number,
  sessions: KnownSessions,
): MarkLog {
  const { marks, effects, notable } = log;
  const slots = log.slots.slice(0, log.size);
  let date = '';
  let day = Number.NaN;
  let last = slots.at(-1) ?? -Infinity;
  let size = log.size;
  /** How many marks from the first are for sessions that were open. */
  let open = -1;
  /** The marks that are kept, once one was left out. */
  let kept: Mark[] | null = null;
  for (let at = log.size; at < marks.length; at++) {
    const mark = marks[at];
    if (mark === undefined) continue;
    if (mark.date !== date) {
      date = mark.date;
      day = dayNumberFast(date);
    }
    const effect = effectOn(mark.code, day, date);
    if (!(day <= asOf) || effect === NO_MARK) {
      kept ??= marks.slice(0, size);
      if (open < 0) open = size;
      if (day > asOf) log.later++;
      else if (effect === NO_MARK) log.unmarked.push(mark);
      else log.undated.push(mark);
      continue;
    }
    const slot = mark.session === 'PM' ? day * 2 + 1 : day * 2;
    if (slot <= last) return inOrder(pupil, calendar, asOf);
    last = slot;
    slots.push(slot);
    kept?.push(mark);
    const isShut = calendar.isShut(slot);
    if (isShut && open < 0) open = size;
    const counts = effect === UNKNOWN || (effect & POSSIBLE) !== 0;
    const isCertain = effect !== UNKNOWN && !(counts && (day < from || day > to || isShut));
    const stands = isCertain ? effect : doubtOf(log, mark, slot, effect, calendar);
    if (stands !== POSSIBLE) {
      notable.push(size);
      effects.push(stands);
    }
    size++;
    if (Number.isNaN(log.firstSlot) && mark.code !== 'Z') log.firstSlot = slot;
  }
  log.size = size;
  log.slots = slots;
  log.marks = kept ?? marks;
  learn(sessions, marks, slots, open < 0 ? size : open);
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
  const at = log.slots.indexOf(session.slot);
  let index = 0;
  while (index < log.notable.length && (log.notable[index] ?? 0) < at) index++;
  const isNotable = log.notable[index] === at;
  log.notable.splice(index, isNotable ? 1 : 0, at);
  log.effects.splice(index, isNotable ? 1 : 0, DOUBTFUL);
  const known = log.doubtful.findIndex((other) => other.slot === session.slot);
  const before = known >= 0 ? log.doubtful[known] : undefined;
  if (!before) log.doubtful.push(session);
  // The school was shut as well: then the session may count for nothing, too.
  else if (before.options.includes(0))
    log.doubtful[known] = { ...session, options: [...new Set([0, ...session.options])] };
  else log.doubtful[known] = session;
  log.doubtful.sort((a, b) => a.slot - b.slot);
}

let current: number[] | undefined;
/** Day number of 19 August 2024, from which the codes of one letter are those of the table below. */
const SINCE = 19_954;

/** The effects of the codes of one letter that are in force today, by their character: every mark of a register asks. */
function codesInForce(): readonly number[] {
  current ??= Array.from({ length: 128 }, (_, unit) => effectOf(String.fromCharCode(unit), '2024-08-19'));
  return current;
}

/** As effectOf, from the table where it has the code. */
function effectOn(code: string, day: number, date: string): number {
  if (code.length !== 1 || !(day >= SINCE)) return effectOf(code, date);
  return codesInForce()[code.charCodeAt(0)] ?? effectOf(code, date);
}
