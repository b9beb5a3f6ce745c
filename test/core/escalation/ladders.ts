import { addDays, type Day, weekday } from '#core/attendance/day.ts';
import {
  type CalendarEntry,
  type Mark,
  NO_TOTALS,
  type PupilRecord,
  type SessionOfDay,
  type Totals,
} from '#core/attendance/pupil.ts';
import type { Step, Trigger } from '#core/policy/schema.ts';

/** Ladders and registers in a few words, for examples and properties. */

let line = 0;

/** A step of the main ladder; its trigger may be given in a few words (see `triggerOf`). */
export function step(order: number | string, trigger: Trigger | string, more: Partial<Step> = {}): Step {
  const printed = /^(\d+)([a-z]?)$/.exec(String(order));
  line++;
  const title = more.title ?? `Rung ${order}`;
  const made: Step = {
    order: Number(printed?.[1] ?? order),
    sequence: 'main',
    title,
    trigger: typeof trigger === 'string' ? triggerOf(trigger) : trigger,
    actions: ['a letter home'],
    enforcement: [],
    line,
    span: { start: { line, column: 1, offset: line * 100 }, end: { line, column: 20, offset: line * 100 + 19 } },
    quote: `the sentence of ${title}`,
    confidence: 'certain',
    ...more,
  };
  if (printed?.[2]) made.sub = printed[2];
  return made;
}

/** "<95", "<=90", ">=97", "90-95", "90-<95" (attendance); "10 unauthorised", "3 late", "3 late / 4 weeks", "after 2 / two weeks". */
export function triggerOf(words: string): Trigger {
  const [what = '', window] = words.split(' / ');
  const band = /^([\d.]+)-([\d.]+)$/.exec(what);
  if (band) return { band: [Number(band[1]), Number(band[2])] };
  const open = /^([\d.]+)-<([\d.]+)$/.exec(what);
  if (open) return { ...triggerOf(`<${open[2]}`), band: [Number(open[1]), Number(open[2])] };
  const percent = /^(<=?|>=?)([\d.]+)$/.exec(what);
  if (percent) return { metric: 'attendance', op: percent[1] as '<', value: Number(percent[2]), unit: 'percent' };
  const after = /^after (\w+)$/.exec(what);
  if (after) return window === undefined ? { afterStep: after[1] ?? '' } : { afterStep: after[1] ?? '', window };
  const count = /^(\d+) (\w+)$/.exec(what);
  if (!count) return { condition: words };
  const kinds: Record<string, Trigger> = {
    unauthorised: { metric: 'unauthorisedSessions', unit: 'sessions' },
    late: { metric: 'lateMarks', unit: 'occurrences' },
    absent: { metric: 'sessions', unit: 'sessions' },
    days: { metric: 'absenceDays', unit: 'days' },
    running: { metric: 'consecutiveAbsenceDays', unit: 'days' },
    notices: { metric: 'penaltyNotices', unit: 'occurrences' },
  };
  const trigger: Trigger = { ...kinds[count[2] ?? ''], op: '>=', value: Number(count[1]) };
  return window === undefined ? trigger : { ...trigger, window };
}

/** An action that is enforcement, and one that is not. */
export const PENALTY = { actions: ['a penalty notice is issued'], enforcement: [0] };
export const MEETING_AND_PENALTY = { actions: ['a meeting in school', 'a penalty notice is issued'], enforcement: [1] };

/** Marks on weekdays from the first day on, AM and PM in turn: "////LNO" or codes with spaces, "// C1 Y1 O". */
export function marksFrom(firstDay: Day, codes: string): Mark[] {
  const each = /[ *]/.test(codes) ? codes.trim().split(/\s+/).flatMap(oneByOne) : [...codes];
  const marks: Mark[] = [];
  let date = firstDay;
  let session: SessionOfDay = 'AM';
  for (const code of each) {
    while (weekday(date) >= 5) date = addDays(date, 1);
    marks.push({ date, session, code: code === '/' && session === 'PM' ? '\\' : code });
    if (session === 'PM') date = addDays(date, 1);
    session = session === 'AM' ? 'PM' : 'AM';
  }
  return marks;
}

function oneByOne(word: string): string[] {
  const times = /^(.{1,2})\*(\d+)$/.exec(word);
  if (times) return Array.from({ length: Number(times[2]) }, () => times[1] ?? '');
  if (word.includes('*')) throw new Error(`${word}: a blank is missing before what is repeated`);
  return /^[A-Z]\d$/.test(word) ? [word] : [...word];
}

/** Marks for `possible` sessions of which `absent` were missed (code I), from the first day on; absences come last. */
export function attendance(possible: number, absent: number, firstDay: Day = '2025-09-01'): Mark[] {
  return marksFrom(firstDay, '/'.repeat(possible - absent) + 'I'.repeat(absent));
}

export function pupil(marks: readonly Mark[], more: Partial<PupilRecord> = {}): PupilRecord {
  return { pupilId: 'P1', name: 'Ada Fernhill', marks, ...more };
}

export function totals(given: Partial<Totals>): PupilRecord {
  return {
    pupilId: 'P1',
    totals: { ...NO_TOTALS, ...given },
  };
}

/** Every weekday from the first to the last day, open save for the days in the closed stretches. */
export function termDates(first: Day, last: Day, closed: readonly (readonly [Day, Day])[] = []): CalendarEntry[] {
  const entries: CalendarEntry[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) {
    if (weekday(date) >= 5) continue;
    const open = !closed.some(([from, to]) => date >= from && date <= to);
    entries.push({ date, session: 'AM', open }, { date, session: 'PM', open });
  }
  return entries;
}

/** The last day with a mark. */
export function lastDay(marks: readonly Mark[]): Day {
  return marks.at(-1)?.date ?? '2025-09-01';
}
