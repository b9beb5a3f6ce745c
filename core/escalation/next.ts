import { dayFromNumber } from '../attendance/day.ts';
import { ABSENT, AFTER_CLOSE, HOLIDAY, LATE, UNAUTHORISED } from '../attendance/effect.ts';
import { dueFrom, recordedOn } from './after.ts';
import { currentRung } from './climb.ts';
import type { Needs, NextStep } from './decision.ts';
import { staysWithheld, supportSteps } from './gate.ts';
import { rungHolds } from './holds.ts';
import type { Ladder, Sequence } from './ladder.ts';
import { countNational } from './national.ts';
import {
  ABSENCE,
  ATTENDED,
  fewestToLeave,
  fewestToReach,
  HOLIDAY_MARK,
  LATE_AFTER_CLOSE,
  LATE_MARK,
  UNAUTHORISED_ABSENCE,
  waits,
} from './reach.ts';
import { inWords, plural } from './sentence.ts';
import type { AfterTest, Rung, Test } from './test.ts';
import { ASKED, type View, viewWith } from './view.ts';

/** How the pupil would come onto the next more severe step: the fewest marks, an action to record, or a day to come. */
export function nextStep(ladder: Ladder, sequence: Sequence, view: View, current: Rung | null): NextStep | null {
  const from = current === null ? 0 : current.place + 1;
  for (const rung of sequence.rungs.slice(from)) {
    if (rung.free || rung.test.kind === 'words') continue;
    const needs = needsOf(ladder, sequence, view, rung, current);
    if (needs) return { step: rung.ref, needs, text: textOf(needs, rung) };
  }
  return null;
}

function needsOf(ladder: Ladder, sequence: Sequence, view: View, rung: Rung, current: Rung | null): Needs | null {
  return (
    byAction(view, rung, current) ?? byMarks(ladder, sequence, view, rung) ?? bySupport(ladder, sequence, view, rung)
  );
}

/**
 * An after-step waits for its earlier step to be recorded, or for its window to end. An earlier step that is itself still
 * ahead, and whose marks cannot be told, is not one to record.
 */
function byAction(view: View, rung: Rung, current: Rung | null): Needs | null {
  const after = afterPart(rung.test);
  if (!after?.earlier) return null;
  if (!waits(after, view)) return null;
  if (recordedOn(after, view) === null && after.earlier.place > (current?.place ?? -1)) return null;
  const absent = fewestBeside(rung.test, view);
  if (!Number.isFinite(absent)) return null;
  const needs: Needs = absent > 0 ? { absent } : {};
  const taken = recordedOn(after, view);
  const due = dueFrom(after, taken ?? view.asOfDay, view);
  if (taken === null) needs.action = after.earlier.ref.title;
  if (after.window && due.day !== null && due.day > view.asOfDay) needs.on = dayFromNumber(due.day);
  return needs;
}

/** The absences that the rest of the trigger asks for, beside the earlier step. */
function fewestBeside(test: Test, view: View): number {
  if (test.kind === 'after') return 0;
  if (test.kind !== 'all') return fewestToReach(test, view, ABSENCE);
  return test.tests.reduce((most, part) => Math.max(most, fewestBeside(part, view)), 0);
}

function afterPart(test: Test): AfterTest | undefined {
  if (test.kind === 'after') return test;
  return test.kind === 'all' ? test.tests.map(afterPart).find((found) => found !== undefined) : undefined;
}

/** The fewest marks of one kind that make the rung the current one. */
function byMarks(ladder: Ladder, sequence: Sequence, view: View, rung: Rung): Needs | null {
  let best: { effect: number; count: number } | null = null;
  if (rung.enforcementOnly && !opensByMarks(ladder, sequence, rung, view)) return null;
  for (const effect of kindsFor(rung)) {
    const count = search(ladder, sequence, view, rung, effect, best?.count ?? Number.POSITIVE_INFINITY);
    if (count !== null && (best === null || count < best.count)) best = { effect, count };
  }
  return best && marksNeeded(best.effect, best.count);
}

/** Whether marks alone can open the enforcement: not while support is unrecorded, unless a holiday needs none. */
function opensByMarks(ladder: Ladder, sequence: Sequence, rung: Rung, view: View): boolean {
  if (rung.bits & HOLIDAY || (countHoliday(view) > 0 && view.figures.totals === null)) return true;
  if (!ladder.offersSupport || !view.records.given || view.figures.totals) return false;
  const expected = [
    ...(ladder.main === sequence ? [] : (ladder.main?.rungs ?? [])),
    ...sequence.rungs.slice(0, rung.place),
  ];
  return expected.some((step) => view.records.taken.has(step));
}

function countHoliday(view: View): number {
  return view.figures.totals ? 0 : countNational(view).holiday;
}

function marksNeeded(effect: number, count: number): Needs {
  if (count === 0) return {};
  if (effect & (LATE | AFTER_CLOSE)) return { late: count };
  return effect & UNAUTHORISED ? { unauthorised: count } : { absent: count };
}

/** The kinds of marks worth trying, the plainest first. */
function kindsFor(rung: Rung): number[] {
  const bits = rung.bits;
  const kinds: number[] = [];
  if (bits & ABSENT) kinds.push(ABSENCE);
  if (bits & UNAUTHORISED || rung.enforcementOnly) kinds.push(UNAUTHORISED_ABSENCE);
  if (bits & LATE) kinds.push(LATE_MARK);
  if (bits & AFTER_CLOSE && !(bits & LATE)) kinds.push(LATE_AFTER_CLOSE);
  if (bits & HOLIDAY) kinds.push(HOLIDAY_MARK);
  return kinds;
}

/** How many marks of the kind make the rung current, fewer than `under`; null when none do, or when it cannot be told. */
function search(
  ladder: Ladder,
  sequence: Sequence,
  view: View,
  rung: Rung,
  effect: number,
  under: number,
): number | null {
  const least = fewestToReach(rung.test, view, effect);
  for (let count = Math.max(1, least); count < under; count++) {
    const then = viewWith(view, count, effect);
    if (!then) return null;
    if (rung.enforcementOnly && !(effect & HOLIDAY) && staysWithheld(rung, then)) return null;
    const reached = currentRung(ladder, sequence, then);
    if (reached === rung) return count;
    if (reached === undefined || (reached && reached.place > rung.place)) return null;
  }
  return null;
}

/** Enforcement that is withheld for want of recorded support: what to record, with the marks that are missing too. */
function bySupport(ladder: Ladder, sequence: Sequence, view: View, rung: Rung): Needs | null {
  if (!rung.enforcementOnly || !view.records.given || rungHolds(rung, view) === ASKED) return null;
  const recorded = new Map(view.records.taken);
  for (const other of [...(ladder.main?.rungs ?? []), ...sequence.rungs])
    if (other.support && !recorded.has(other)) recorded.set(other, [view.asOfDay]);
  const supported: View = { ...view, records: { ...view.records, taken: recorded }, answers: [] };
  const at = currentRung(ladder, sequence, supported) === rung ? {} : byMarks(ladder, sequence, supported, rung);
  if (!at) return null;
  const count = at.unauthorised ?? at.absent ?? 0;
  const then = count > 0 ? viewWith(view, count, at.unauthorised ? UNAUTHORISED_ABSENCE : ABSENCE) : view;
  if (!then) return null;
  const missing = supportSteps(rung, then).filter((step) => !view.records.taken.has(step));
  return missing.length === 0 ? null : { ...at, action: missing.map((step) => step.ref.title).join('; ') };
}

function textOf(needs: Needs, rung: Rung): string {
  let marks = '';
  const also = (part: string): string => (marks === '' ? `With ${part}` : `${marks} and ${part}`);
  if (needs.absent) marks = also(plural(needs.absent, 'more absent session'));
  if (needs.unauthorised) marks = also(plural(needs.unauthorised, 'more unauthorised session'));
  if (needs.late) {
    const afterClose = (rung.bits & (LATE | AFTER_CLOSE)) === AFTER_CLOSE;
    marks = also(`${plural(needs.late, 'more late mark')} (${afterClose ? 'U' : 'L'})`);
  }
  if (needs.action) marks = also(`${JSON.stringify(needs.action)} recorded as taken`);
  const day = needs.on ? `${marks ? ', from' : 'From'} ${inWords(needs.on)}` : '';
  const after = needs.on ? afterPart(rung.test) : undefined;
  return `${marks}${day}${after?.improvement ? unlessImproved(after) : ''} it is ${rung.name}.`;
}

function unlessImproved(after: AfterTest): string {
  switch (after.improvement) {
    case 'improved':
      return ', if attendance has improved by then,';
    case 'target met':
      return ', if the target is met by then,';
    case 'target missed':
      return ', unless the target is met by then,';
    default:
      return ', unless attendance has improved by then,';
  }
}

/** How many more attended sessions lead out of the current step, downwards; null when none do in this school year. */
export function attendedToLeave(
  ladder: Ladder,
  sequence: Sequence,
  view: View,
  current: Rung,
): { attended: number; text: string } | null {
  if (current.free) return null;
  // Withheld enforcement may be left sooner than its trigger: when older absences leave the window.
  const least = current.enforcementOnly ? 1 : fewestToLeave(current.test, view);
  for (let count = least; Number.isFinite(count); count++) {
    const then = viewWith(view, count, ATTENDED);
    if (!then) return null;
    const reached = currentRung(ladder, sequence, then);
    if (reached === undefined || (reached && reached.place > current.place)) return null;
    if (reached !== current)
      return {
        attended: count,
        text: `${plural(count, 'more attended session')} in a row would lead out of ${current.name}${reached ? `, to ${reached.name}` : ''}.`,
      };
  }
  return null;
}
