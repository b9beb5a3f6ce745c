import type { SchoolCalendar } from './calendar.ts';
import { type Day, dayFromNumber } from './day.ts';
import { ANY_EFFECT, effectOf, NO_MARK, POSSIBLE, UNKNOWN } from './effect.ts';
import type { LostRow, Mark, PupilRecord } from './pupil.ts';
import { dayNumberFast, type Slot, weekdayOf } from './session.ts';

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
  const reading: Reading = { calendar, asOf, from, to, conflicts: new Map() };
  const sessions = sessionsOf(calendar, asOf);
  const log = emptyLog(marks, sessions.slots);
  const isOnRoll = from <= Number(sessions.slots[0]) >> 1 && to >= Number(sessions.slots.at(-1)) >> 1;
  if (isOnRoll) readKnown(log, sessions, calendar);
  const whole = log.size === marks.length || readRest(log, reading, sessions) ? log : inOrder(marks, reading, sessions);
  whole.firstSlot = Number(whole.slots[whole.marks.findIndex(({ code }) => code !== 'Z')]);
  if (pupil.lost) addLost(whole, pupil.lost, asOf);
  return whole;
}

function emptyLog(marks: readonly Mark[], slots: readonly Slot[]): MarkLog {
  return {
    size: 0,
    slots,
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
}

/** What a pupil's marks are read by. */
interface Reading {
  calendar: SchoolCalendar;
  asOf: number;
  /** The first and the last day on roll. */
  from: number;
  to: number;
  /** The marks of sessions that have different ones. */
  conflicts: ReadonlyMap<Slot, Mark[]>;
}

/** With more, nothing about the pupil can be told anyway. */
const MOST_LOST = 1000;

/**
 * Marks whose sessions are not known, as doubtful ones that may count for nothing: they are put between the as-of day's last
 * session and the next, where every count of some window and of days in a row has to reckon with them.
 */
function addLost(log: MarkLog, lost: readonly LostRow[], asOf: number): void {
  const date = dayFromNumber(asOf);
  const marks = lost.flatMap(({ codes, row }) => codes.map((code): Mark => ({ date, session: 'PM', code, row })));
  // The lists may be those of the pupil, or of all pupils.
  const slots = log.slots.slice(0, log.size);
  const kept = [...log.marks];
  for (const [index, mark] of marks.slice(0, MOST_LOST).entries()) {
    const effect = effectOf(mark.code, date);
    if (effect === NO_MARK || (effect !== UNKNOWN && !(effect & POSSIBLE))) continue;
    const slot = asOf * 2 + 1 + (index + 1) / (MOST_LOST + 1);
    log.doubtful.push({ slot, doubt: 'lost', options: orNothing(effect), marks: [mark] });
    log.notable.push(log.size);
    log.effects.push(DOUBTFUL);
    slots.push(slot);
    kept.push(mark);
    log.size++;
  }
  log.slots = slots;
  log.marks = kept;
}

/** What a mark may add that stands where none should: nothing, or what it says. */
function orNothing(effect: number): readonly number[] {
  return effect === UNKNOWN ? ANY_EFFECT : [0, effect];
}

/**
 * The sessions that the pupils of one register had marks for, in order, all of them open and up to one day: most pupils
 * have marks for the same, so that only the code is left to look at.
 */
interface KnownSessions {
  calendar: SchoolCalendar | null;
  asOf: number;
  dates: readonly Day[];
  halves: readonly Mark['session'][];
  slots: readonly Slot[];
}

/** Those of the register that was read last: registers are read pupil by pupil. */
let known: KnownSessions = { calendar: null, asOf: Number.NaN, dates: [], halves: [], slots: [] };

function sessionsOf(calendar: SchoolCalendar, asOf: number): KnownSessions {
  if (known.calendar !== calendar || known.asOf !== asOf) known = { calendar, asOf, dates: [], halves: [], slots: [] };
  return known;
}

/** Remembers the marks from the first up to one that was left out, or is for a session that was not open. */
function learn(sessions: KnownSessions, marks: readonly Mark[], slots: readonly Slot[], count: number): void {
  // On days before, other codes were in force.
  if (count <= sessions.slots.length || Number(slots[0]) >> 1 < SINCE) return;
  sessions.dates = marks.slice(0, count).map(({ date }) => date);
  sessions.halves = marks.slice(0, count).map(({ session }) => session);
  sessions.slots = slots.slice(0, count);
}

/** Reads the marks as far as they are for the sessions that are known, one after the other. */
function readKnown(log: MarkLog, sessions: KnownSessions, calendar: SchoolCalendar): void {
  const { marks } = log;
  const { dates, halves } = sessions;
  const most = Math.min(marks.length, dates.length);
  let found = 0;
  let at = 0;
  for (; at < most; at++) {
    const mark = marks[at];
    if (!mark || mark.date !== dates[at] || mark.session !== halves[at]) break;
    const { code } = mark;
    // Most marks of most pupils say no more, and are cheaper asked for than looked up.
    if (code === '/' || code === '\\') continue;
    const effect = effectNow(code, mark.date);
    if (effect === NO_MARK) break;
    if (effect === POSSIBLE) continue;
    foundAt[found] = at;
    foundEffects[found++] =
      effect === UNKNOWN ? doubtOf(log, mark, Number(sessions.slots[at]), effect, calendar) : effect;
  }
  log.notable = foundAt.slice(0, found);
  log.effects = foundEffects.slice(0, found);
  log.size = at;
}

/** What is found is gathered here and then cut to its length, since a list that grows is made over and over. */
const foundAt: number[] = [];
const foundEffects: number[] = [];

/** Reads the marks from where the known sessions end; false where they are not in the order of their sessions. */
function readRest(log: MarkLog, reading: Reading, sessions: KnownSessions): boolean {
  const { calendar, asOf, from, to, conflicts } = reading;
  const { effects, notable } = log;
  const slots = log.slots.slice(0, log.size);
  const kept = log.marks.slice(0, log.size);
  let last = slots.at(-1) ?? -Infinity;
  /** How many marks from the first are for sessions that were open. */
  let open = Number.POSITIVE_INFINITY;
  for (const mark of log.marks.slice(log.size)) {
    const day = dayNumberFast(mark.date);
    const effect = day >= SINCE ? effectNow(mark.code, mark.date) : effectOf(mark.code, mark.date);
    if (!(day <= asOf) || effect === NO_MARK) {
      open = Math.min(open, kept.length);
      // An empty cell of the days to come is no mark that is left out.
      if (day > asOf) log.later += effect === NO_MARK ? 0 : 1;
      else if (effect === NO_MARK) log.unmarked.push(mark);
      else log.undated.push(mark);
      continue;
    }
    const slot = slotAt(day, mark);
    if (slot <= last) return false;
    last = slot;
    const isShut = calendar.isShut(slot);
    if (isShut) open = Math.min(open, kept.length);
    const isOutside = day < from || day > to || isShut;
    const isCertain = effect !== UNKNOWN && !(effect & POSSIBLE && isOutside);
    const different = conflicts.get(slot);
    const stands = different
      ? doubtBetween(log, different, slot, isOutside)
      : isCertain
        ? effect
        : doubtOf(log, mark, slot, effect, calendar);
    if (stands !== POSSIBLE) {
      notable.push(kept.length);
      effects.push(stands);
    }
    slots.push(slot);
    kept.push(mark);
  }
  log.size = kept.length;
  log.slots = slots;
  log.marks = kept;
  learn(sessions, kept, slots, Math.min(open, kept.length));
  return true;
}

function slotAt(day: number, { session }: Mark): Slot {
  return session === 'PM' ? day * 2 + 1 : day * 2;
}

/** The marks read in the order of their sessions, those of one session gathered. */
function inOrder(marks: readonly Mark[], reading: Reading, sessions: KnownSessions): MarkLog {
  const bySession = new Map<Slot, Mark[]>();
  const loose: Mark[] = [];
  for (const mark of marks) {
    const day = dayNumberFast(mark.date);
    if (!(day <= reading.asOf) || effectOf(mark.code, mark.date) === NO_MARK) {
      loose.push(mark);
      continue;
    }
    const slot = slotAt(day, mark);
    const same = bySession.get(slot);
    if (same) same.push(mark);
    else bySession.set(slot, [mark]);
  }
  const repeated: Mark[] = [];
  const conflicts = new Map<Slot, Mark[]>();
  const single: Mark[] = [];
  for (const [slot, together] of [...bySession].sort(([a], [b]) => a - b)) {
    const different = distinct(together, repeated);
    single.push(...different.slice(0, 1));
    if (different.length > 1) conflicts.set(slot, different);
  }
  const log = emptyLog([...single, ...loose], []);
  log.repeated = repeated;
  readRest(log, { ...reading, conflicts }, sessions);
  return log;
}

function distinct(marks: readonly Mark[], repeated: Mark[]): Mark[] {
  const different = new Map<string, Mark>();
  for (const mark of marks) {
    const code = mark.code.trim().toUpperCase();
    if (different.has(code)) repeated.push(mark);
    else different.set(code, mark);
  }
  return [...different.values()];
}

/** Sets the marks apart as doubtful that contradict each other. */
function doubtBetween(log: MarkLog, marks: Mark[], slot: Slot, isOutside: boolean): number {
  const options = new Set<number>(isOutside ? [0] : []);
  for (const mark of marks) {
    const effect = effectOf(mark.code, mark.date);
    for (const option of effect === UNKNOWN ? ANY_EFFECT : [effect]) options.add(option);
  }
  log.doubtful.push({ slot, doubt: 'two marks', options: [...options], marks });
  return DOUBTFUL;
}

/** Sets the mark apart as doubtful, with all that it may mean. */
function doubtOf(log: MarkLog, mark: Mark, slot: Slot, effect: number, calendar: SchoolCalendar): number {
  const closed: Doubt = weekdayOf(slot >> 1) >= 5 ? 'weekend' : 'school closed';
  const doubt: Doubt = effect === UNKNOWN ? 'unknown code' : calendar.isShut(slot) ? closed : 'not on roll';
  log.doubtful.push({ slot, doubt, options: orNothing(effect), marks: [mark] });
  return DOUBTFUL;
}

let current: number[] | undefined;
/** Day number of 19 August 2024, from which the codes of one letter are those of the table below. */
const SINCE = 19_954;

/** As effectOf on a day since then; the codes of one letter from a table, by their character: every mark of a register asks. */
function effectNow(code: string, date: string): number {
  current ??= Array.from({ length: 128 }, (_, unit) => effectOf(String.fromCharCode(unit), '2024-08-19'));
  return (code.length === 1 ? current[code.charCodeAt(0)] : undefined) ?? effectOf(code, date);
}
