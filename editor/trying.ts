import { signal } from '@preact/signals';
import { buildCalendar } from '#core/attendance/calendar.ts';
import { addDays, type Day, weekday } from '#core/attendance/day.ts';
import { dayOfSession, readMarkString } from '#core/attendance/mark-string.ts';
import type { Mark, PupilRecord } from '#core/attendance/pupil.ts';
import { decide, prepareLadder } from '#core/escalation/decide.ts';
import type { Decision } from '#core/escalation/decision.ts';
import type { Step } from '#core/policy/schema.ts';

/** An invented pupil, tried on the policy; kept while the window is open. */

/** Totals of a period, in sessions. */
export interface Figures {
  readonly possible: number;
  readonly attended: number;
  readonly unauthorised: number;
}

export const MOST_SESSIONS = 400;

export const tryBy = signal<'figures' | 'marks'>('figures');
export const figures = signal<Figures>({ possible: 110, attended: 101, unauthorised: 2 });
/** One character or pair for each session, the last of them this afternoon's. */
export const marks = signal('/\\/\\/\\/\\I I /\\/\\/\\OO/\\/\\/\\L\\/\\/\\/\\UU/\\'.replaceAll(' ', ''));

/** Changes some figures, and keeps the others such that all fit together. */
export function changeFigures(part: Partial<Figures>): void {
  const next = { ...figures.peek(), ...part };
  const possible = clamp(next.possible, 0, MOST_SESSIONS);
  const attended = clamp(next.attended, 0, possible);
  figures.value = { possible, attended, unauthorised: clamp(next.unauthorised, 0, possible - attended) };
}

function clamp(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(most, Math.max(least, Math.round(value))) : least;
}

/** The decision for the invented pupil, or a sentence that says why there is none. */
export function decideTried(steps: readonly Step[], asOf: Day): Decision | string {
  if (steps.length === 0) return 'This policy has no steps yet, so there is nothing to try.';
  const pupil = tryBy.value === 'figures' ? pupilOfFigures(figures.value) : pupilOfMarks(marks.value, asOf);
  if (typeof pupil === 'string') return pupil;
  try {
    return decide(prepareLadder(steps), pupil, { asOf, calendar: buildCalendar([], [pupil]), actions: null });
  } catch (error) {
    console.error(error);
    return 'The step could not be worked out. This is a fault in Rollmark, not in the policy.';
  }
}

function pupilOfFigures({ possible, attended, unauthorised }: Figures): PupilRecord {
  return {
    pupilId: 'example',
    totals: {
      possible,
      attended,
      authorised: possible - attended - unauthorised,
      unauthorised,
      late: null,
      percent: null,
      from: null,
      to: null,
    },
  };
}

/** The marks on the weekdays up to the day, or what is wrong with them. Holidays are not known here. */
export function pupilOfMarks(words: string, asOf: Day): PupilRecord | string {
  const last = addDays(asOf, -Math.max(0, weekday(asOf) - 4));
  // Which codes were in force depends on the day, and the day on how many codes there are: the first cut is near enough.
  const guess = readMarkString(words, addDays(last, -weekday(last)));
  if ('problem' in guess) return `These marks cannot be read: ${guess.problem}.`;
  if (words.trim() === '') return 'Write some marks: / and \\ for here, O for absent without leave, I for illness.';
  const days = Math.ceil(guess.codes.length / 2);
  const first = weekdayBefore(last, days - 1);
  const read = readMarkString(words, first);
  if ('problem' in read) return `These marks cannot be read: ${read.problem}.`;
  return {
    pupilId: 'example',
    marks: read.codes.map(
      (code, index): Mark => ({ date: dayOfSession(first, index), session: index % 2 === 0 ? 'AM' : 'PM', code }),
    ),
  };
}

/** The weekday that many weekdays before one. */
function weekdayBefore(day: Day, count: number): Day {
  const weeks = Math.floor(count / 5);
  const back = addDays(day, -7 * weeks);
  const rest = count % 5;
  return addDays(back, -(rest > weekday(back) ? rest + 2 : rest));
}
