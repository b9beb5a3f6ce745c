import { addDays, type Day, mondayOf, weekday } from '#core/attendance/day.ts';
import type { CalendarEntry, Mark } from '#core/attendance/pupil.ts';

/**
 * The engine a second time, slowly and straight from the definitions: every session a plain object, every question
 * asked by going through all of them, every doubtful mark tried with all that it may mean. For comparing only.
 */

export interface Rule {
  /** The name of the step, unique. */
  name: string;
  /** Exactly one of these. */
  below?: number;
  orBelow?: number;
  band?: [number, number];
  /** The high end of the band is none of it. */
  open?: true;
  count?: { what: 'absent' | 'unauthorised' | 'late' | 'running'; atLeast: number; schoolWeeks?: number };
  status?: 'persistent' | 'severe';
  enforcementOnly?: boolean;
}

export interface World {
  marks: readonly Mark[];
  entries: readonly CalendarEntry[];
  asOf: Day;
  /** Names of steps that the actions show; null without an actions file. */
  recorded: readonly string[] | null;
  enrolledFrom?: Day;
}

type Meaning = { possible: boolean; absent: boolean; unauthorised: boolean; code: string };
type Known = { date: Day; session: string } & Meaning;

const PRESENT = ['/', '\\', 'L', 'B', 'V'];
const AUTHORISED = ['I', 'M', 'C', 'C2'];
const UNAUTHORISED = ['G', 'N', 'O', 'U'];
const NOT_POSSIBLE = ['Y1', 'Q', 'D', '#', 'Z'];

function meaningOf(code: string): Meaning | 'blank' | 'unknown' {
  if (code === '-' || code === '') return 'blank';
  if (PRESENT.includes(code)) return { possible: true, absent: false, unauthorised: false, code };
  if (AUTHORISED.includes(code)) return { possible: true, absent: true, unauthorised: false, code };
  if (UNAUTHORISED.includes(code)) return { possible: true, absent: true, unauthorised: true, code };
  if (NOT_POSSIBLE.includes(code)) return { possible: false, absent: false, unauthorised: false, code };
  return 'unknown';
}

const ANYTHING: Meaning[] = ['/', 'L', 'I', 'O', 'G', 'N', 'U', 'Y1'].map((code) => meaningOf(code) as Meaning);
const NOTHING: Meaning = { possible: false, absent: false, unauthorised: false, code: '' };

const readingsKnown = new WeakMap<World, Known[][]>();

/** Every way in which the marks up to the as-of day can be read. */
export function readings(world: World): Known[][] {
  const known = readingsKnown.get(world) ?? findReadings(world);
  readingsKnown.set(world, known);
  return known;
}

function findReadings(world: World): Known[][] {
  const sessions = new Map<string, Mark[]>();
  for (const mark of world.marks) {
    if (mark.date > world.asOf || meaningOf(mark.code) === 'blank') continue;
    const key = `${mark.date} ${mark.session}`;
    const same = sessions.get(key) ?? [];
    if (!same.some((other) => other.code === mark.code)) same.push(mark);
    sessions.set(key, same);
  }
  let all: Known[][] = [[]];
  for (const key of [...sessions.keys()].sort()) {
    const [date = '', session = ''] = key.split(' ');
    const options = new Map<string, Meaning>();
    for (const mark of sessions.get(key) ?? []) {
      const meaning = meaningOf(mark.code);
      if (meaning === 'blank') continue;
      for (const option of meaning === 'unknown' ? ANYTHING : [meaning]) options.set(JSON.stringify(option), option);
    }
    const counts = [...options.values()].some((option) => option.possible);
    if (counts && (isShut(world, date, session) || (world.enrolledFrom !== undefined && date < world.enrolledFrom)))
      options.set('nothing', NOTHING);
    const meanings = [...options.values()].map((option) => ({ date, session, ...option }));
    const [only] = meanings;
    if (meanings.length === 1 && only) for (const reading of all) reading.push(only);
    else all = all.flatMap((reading) => meanings.map((meaning) => [...reading, meaning]));
  }
  return all;
}

/** Looked up often, so kept by world. */
const lists = new WeakMap<readonly CalendarEntry[], Map<string, boolean>>();
const openings = new WeakMap<readonly Mark[], Set<string>>();

function listed(world: World, date: Day, session: string): boolean | null {
  let list = lists.get(world.entries);
  if (!list) {
    list = new Map(world.entries.map((entry) => [`${entry.date} ${entry.session}`, entry.open]));
    lists.set(world.entries, list);
  }
  return list.get(`${date} ${session}`) ?? null;
}

function isShut(world: World, date: Day, session: string): boolean {
  return !(listed(world, date, session) ?? weekday(date) < 5);
}

/** Open as the calendar lists it, else by any mark other than a closure. */
function wasOpen(world: World, date: Day, session: string): boolean {
  const entry = listed(world, date, session);
  if (entry !== null) return entry;
  if (weekday(date) >= 5) return false;
  if (date > world.asOf) return false;
  let open = openings.get(world.marks);
  if (!open) {
    const shown = world.marks.filter((mark) => !['#', 'Z', 'Y4', '-', ''].includes(mark.code));
    open = new Set(shown.map((mark) => `${mark.date} ${mark.session}`));
    openings.set(world.marks, open);
  }
  return open.has(`${date} ${session}`);
}

function firstKnown(world: World): Day | null {
  const marked = world.marks.filter((mark) => mark.code !== '-' && mark.code !== '');
  let first: Day | null = null;
  for (const { date } of [...world.entries, ...marked]) if (first === null || date < first) first = date;
  return first;
}

const weeksKnown = new WeakMap<World, Map<number, Day[]>>();

function schoolWeeks(world: World, count: number): Day[] {
  const known = weeksKnown.get(world) ?? new Map<number, Day[]>();
  weeksKnown.set(world, known);
  const found = known.get(count) ?? findSchoolWeeks(world, count);
  known.set(count, found);
  return found;
}

/** Mondays of the school weeks that end with the as-of week, latest first. */
function findSchoolWeeks(world: World, count: number): Day[] {
  const first = firstKnown(world);
  const found: Day[] = [];
  if (first === null) return found;
  for (
    let monday = mondayOf(world.asOf);
    addDays(monday, 6) >= first && found.length < count;
    monday = addDays(monday, -7)
  )
    if (
      [0, 1, 2, 3, 4, 5, 6].some((day) => ['AM', 'PM'].some((session) => wasOpen(world, addDays(monday, day), session)))
    )
      found.push(monday);
  return found;
}

function yearStart(asOf: Day): Day {
  const year = Number(asOf.slice(0, 4));
  return asOf >= `${year}-08-01` ? `${year}-08-01` : `${year - 1}-08-01`;
}

/** A code N on the day is still inside its five school days. */
function stillAwaiting(world: World, date: Day): boolean {
  const known = awaitingKnown.get(world) ?? new Map<Day, boolean>();
  awaitingKnown.set(world, known);
  const found = known.get(date) ?? findAwaiting(world, date);
  known.set(date, found);
  return found;
}

const awaitingKnown = new WeakMap<World, Map<Day, boolean>>();

function findAwaiting(world: World, date: Day): boolean {
  let days = 0;
  for (let day = addDays(date, 1); day <= world.asOf; day = addDays(day, 1))
    if (wasOpen(world, day, 'AM') || wasOpen(world, day, 'PM')) days++;
  return days <= 5;
}

export type Answer = 'yes' | 'no' | 'cannot-tell';

/** The national threshold. */
export function national(world: World): Answer {
  const weeks = schoolWeeks(world, 10);
  const from = weeks.at(-1);
  const all = readings(world);
  const counted = all.map((reading) =>
    reading.filter((mark) => mark.unauthorised && from !== undefined && mark.date >= from),
  );
  const certain = counted.map(
    (marks) => marks.filter((mark) => !(mark.code === 'N' && stillAwaiting(world, mark.date))).length,
  );
  const withAwaiting = counted.map((marks) => marks.length);
  if (certain.every((count) => count >= 10)) return 'yes';
  if (weeks.length < 10) return 'cannot-tell';
  const first = world.marks
    .filter((mark) => mark.date <= world.asOf && mark.code !== 'Z' && mark.code !== '-' && mark.code !== '')
    .map((mark) => `${mark.date} ${mark.session}`)
    .sort()[0];
  for (let day = from ?? world.asOf; first === undefined || day <= first.slice(0, 10); day = addDays(day, 1)) {
    if (first === undefined) return 'cannot-tell';
    for (const session of ['AM', 'PM'])
      if (`${day} ${session}` < first && wasOpen(world, day, session)) return 'cannot-tell';
  }
  return withAwaiting.every((count) => count < 10) ? 'no' : 'cannot-tell';
}

/** A reading belongs to one world, and a rule to one list, so each question about the two is answered once. */
const yearsKnown = new WeakMap<readonly Known[], Known[]>();
const heldKnown = new WeakMap<readonly Known[], Map<Rule, boolean | null>>();

function inYear(world: World, reading: readonly Known[]): Known[] {
  const start = yearStart(world.asOf);
  const known = yearsKnown.get(reading) ?? reading.filter((mark) => mark.date >= start);
  yearsKnown.set(reading, known);
  return known;
}

/** Attendance against a percentage: below, at, above, or unknown without a session. */
function ratio(marks: readonly Known[]): { attended: number; possible: number } {
  const possible = marks.filter((mark) => mark.possible).length;
  return { possible, attended: possible - marks.filter((mark) => mark.absent).length };
}

/** Whether one rule holds in one reading; null when no session was possible. Rules mildest first. */
function ruleHolds(rule: Rule, rules: readonly Rule[], world: World, reading: readonly Known[]): boolean | null {
  const known = heldKnown.get(reading) ?? new Map<Rule, boolean | null>();
  heldKnown.set(reading, known);
  const held = known.get(rule);
  if (held !== undefined) return held;
  const found = findHeld(rule, rules, world, reading);
  known.set(rule, found);
  return found;
}

function findHeld(rule: Rule, rules: readonly Rule[], world: World, reading: readonly Known[]): boolean | null {
  const marks = inYear(world, reading);
  const { attended, possible } = ratio(marks);
  const percent = (value: number): number => attended * 1000 - Math.round(value * 10) * possible;
  if (rule.count) return countHolds(rule.count, world, reading);
  if (possible === 0) return null;
  if (rule.status) return percent(rule.status === 'persistent' ? 90 : 50) <= 0;
  if (rule.below !== undefined) return percent(rule.below) < 0;
  const milder = rules.slice(0, rules.indexOf(rule));
  if (rule.orBelow !== undefined) {
    const shared = milder.some((other) => other.band?.[0] === rule.orBelow);
    return shared ? percent(rule.orBelow) < 0 : percent(rule.orBelow) <= 0;
  }
  const [low, high] = rule.band ?? [0, 0];
  const begins = milder
    .map((other) => other.band?.[0])
    .filter((from) => from !== undefined && from > low && from <= high);
  const under =
    begins.length > 0 ? percent(Math.min(...(begins as number[]))) < 0 : percent(high) < (rule.open ? 0 : 1);
  if (!under) return false;
  if (percent(low) >= 0) return true;
  // Below the band: its own until the next more severe step by percentage begins.
  const next = rules.slice(rules.indexOf(rule) + 1).find((other) => !other.count && !other.enforcementOnly);
  if (!next) return true;
  if (next.below !== undefined) return percent(next.below) >= 0;
  const begin = next.orBelow ?? next.band?.[1] ?? (next.status === 'persistent' ? 90 : 50);
  return begin < low && (next.open ? percent(begin) >= 0 : percent(begin) > 0);
}

function countHolds(count: NonNullable<Rule['count']>, world: World, reading: readonly Known[]): boolean {
  if (count.what === 'running') {
    let run = 0;
    for (const mark of inYear(world, reading).toReversed()) {
      if (!mark.possible) continue;
      if (!mark.absent) break;
      run++;
    }
    return run >= count.atLeast;
  }
  const wanted = (mark: Known): boolean =>
    count.what === 'absent' ? mark.absent : count.what === 'late' ? mark.code === 'L' : mark.unauthorised;
  if (count.schoolWeeks === undefined) return inYear(world, reading).filter(wanted).length >= count.atLeast;
  const weeks = schoolWeeks(world, count.schoolWeeks);
  const from = weeks[count.schoolWeeks - 1] ?? '0000-00-00';
  // Only the national window looks back into the school year before.
  const looked = count.schoolWeeks === 10 ? reading : inYear(world, reading);
  return looked.filter((mark) => wanted(mark) && mark.date >= from).length >= count.atLeast;
}

/** The step that holds: its name, null for none, undefined where readings differ. Rules mildest first. */
export function currentStep(rules: readonly Rule[], world: World): string | null | undefined {
  const all = readings(world);
  const open = national(world) === 'yes';
  const found = new Set<string | null | undefined>();
  for (const reading of all) {
    const held = rules.map((rule) => ruleHolds(rule, rules, world, reading));
    const withheld = (rule: Rule): boolean => {
      if (!rule.enforcementOnly) return false;
      if (!open || world.recorded === null) return !holidayCase(world, all, open);
      const support = rules.slice(0, rules.indexOf(rule)).filter((other) => !other.enforcementOnly);
      const expected = support.filter((other) =>
        all.every((one) => ruleHolds(other, rules, world, one) === true || wasPassed(other, world, one)),
      );
      return (
        !holidayCase(world, all, open) &&
        (expected.length === 0 || expected.some((other) => !world.recorded?.includes(other.name)))
      );
    };
    let step: string | null | undefined = null;
    for (const [at, rule] of [...rules.entries()].reverse()) {
      if (withheld(rule)) continue;
      if (held[at] === null) step = undefined;
      else if (held[at]) step = rule.name;
      else continue;
      break;
    }
    found.add(step);
  }
  return found.size === 1 ? [...found][0] : undefined;
}

function wasPassed(rule: Rule, world: World, reading: readonly Known[]): boolean {
  const { attended, possible } = ratio(inYear(world, reading));
  return rule.band !== undefined && attended * 1000 < Math.round(rule.band[0] * 10) * possible;
}

function holidayCase(world: World, all: readonly Known[][], open: boolean): boolean {
  const from = schoolWeeks(world, 10).at(-1) ?? '';
  return open && all.every((reading) => reading.filter((mark) => mark.code === 'G' && mark.date >= from).length >= 10);
}

/** The sessions to come after the as-of day, to the end of its school year: as listed, else the weekdays. */
export function sessionsAhead(world: World): { date: Day; session: 'AM' | 'PM' }[] {
  const ahead: { date: Day; session: 'AM' | 'PM' }[] = [];
  const end = addDays(`${Number(yearStart(world.asOf).slice(0, 4)) + 1}-08-01`, -1);
  const open = world.entries.filter((entry) => entry.open && weekday(entry.date) < 5);
  const dates = world.entries.map((entry) => entry.date).sort();
  for (let day = addDays(world.asOf, 1); day <= end; day = addDays(day, 1))
    for (const session of ['AM', 'PM'] as const) {
      const entry = listed(world, day, session);
      const leftOut = open.length >= 40 && day >= (dates[0] ?? '9') && day <= (dates.at(-1) ?? '0');
      if (entry ?? (weekday(day) < 5 && !leftOut)) ahead.push({ date: day, session });
    }
  return ahead;
}

/** The world after marks of the code on the next `count` sessions; null past the end of the school year. */
export function worldAfter(world: World, count: number, code: string): World | null {
  const added = sessionsAhead(world).slice(0, count);
  const last = added.at(-1);
  if (added.length < count || !last) return null;
  return {
    ...world,
    marks: [...world.marks.filter((mark) => mark.date <= world.asOf), ...added.map((slot) => ({ ...slot, code }))],
    asOf: last.date,
  };
}
