import { buildCalendar } from '#core/attendance/calendar.ts';
import type { ActionTaken, CalendarEntry, PupilRecord } from '#core/attendance/pupil.ts';
import { decide, prepareLadder } from '#core/escalation/decide.ts';
import type { Decision } from '#core/escalation/decision.ts';
import type { Step, Trigger } from '#core/policy/schema.ts';
import { attendance, lastDay, marksFrom, pupil, step, totals } from './ladders.ts';

/** A decision for one pupil in one line, and the parts of it that examples look at. */

export interface Given {
  /** The last day with a mark when left out; 30 June 2026 for totals. */
  asOf?: string;
  entries?: CalendarEntry[];
  /** Rows of the actions file, [step, date] for short; no actions file when left out. */
  actions?: (readonly [string, string] | ActionTaken)[] | null;
}

export function decided(steps: Step[], who: PupilRecord, { asOf, entries = [], actions = null }: Given = {}): Decision {
  const day = asOf ?? (who.marks ? lastDay(who.marks) : '2026-06-30');
  const taken = actions?.map((row) => ('pupilId' in row ? row : { pupilId: 'P1', step: row[0], date: row[1] })) ?? null;
  return decide(prepareLadder(steps), who, { asOf: day, calendar: buildCalendar(entries, [who]), actions: taken });
}

/** The title of the current step, or the answer. */
export const current = (decision: Decision): unknown => decision.current.step?.title ?? decision.current.answer;
/** A pupil with that percentage of 1000 sessions. */
export const at = (percent: number): PupilRecord => totals({ possible: 1000, attended: Math.round(percent * 10) });
export const titles = (refs: { title: string }[]): string[] => refs.map((ref) => ref.title);
export const said = (decision: Decision): string => decision.cannotTell.join(' ');
export const reasons = (decision: Decision): string => decision.notYet.map((reason) => reason.text).join(' ');

export const marked = (codes: string, more: Partial<PupilRecord> = {}): PupilRecord =>
  pupil(marksFrom('2025-09-01', codes), more);
/** A pupil who missed that many sessions of 100, the last ones. */
export const missed = (absent: number, possible = 100): PupilRecord => pupil(attendance(possible, absent));
/** A trigger of several ways, each in a few words. */
export const either = (...parts: string[]): Trigger => ({ anyOf: parts.map((part) => step(9, part).trigger) });

/** The one sentence about the last step that was given: why it holds, why not, or why that cannot be told. */
export function sentence(steps: Step[], who: PupilRecord, given?: Given): string {
  const decision = decided(steps, who, given);
  const title = steps.at(-1)?.title ?? '';
  const all = [...decision.because, ...decision.notYet].filter((reason) => reason.step?.title === title);
  const untold = decision.cannotTell.filter((text) => text.startsWith('Whether') && text.includes(`"${title}"`));
  return [...all.map(({ text }) => text), ...untold].join(' ');
}
