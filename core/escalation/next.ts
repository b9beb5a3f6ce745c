import { HOLIDAY } from '../attendance/effect.ts';
import { both, keep } from '../attendance/kept.ts';
import { dueFrom, improvementHolds, recordedOn } from './after.ts';
import { currentRung } from './climb.ts';
import type { NextStep } from './decision.ts';
import { isWithheld, staysWithheld, supportToRecord } from './gate.ts';
import { ABSENCE, ATTENDED } from './imagined.ts';
import type { Ladder, Sequence } from './ladder.ts';
import { countNational } from './national.ts';
import { needsOf, type Way, wayInWords } from './next-text.ts';
import { fewestToLeave, fewestToReach, fewestToThreshold, waits } from './reach.ts';
import { isTaken, type Records } from './records.ts';
import { plural } from './sentence.ts';
import { stretchOf } from './since.ts';
import type { AfterTest, Rung, Test, ToRecord } from './test.ts';
import { type View, viewHad, viewWith, YES } from './view.ts';

/** How the pupil would come onto the next more severe step: the fewest marks, an action to record, or a day to come. */
export function nextStep(ladder: Ladder, sequence: Sequence, view: View, current: Rung | null): NextStep | null {
  const ahead = current === null ? sequence.rungs : sequence.rungs.slice(current.place + 1);
  for (const rung of ahead) {
    if (rung.free || rung.test.kind === 'words') continue;
    const way =
      byAction(ladder, view, rung, current) ??
      byMarks(ladder, sequence, view, rung) ??
      bySupport(ladder, sequence, view, rung);
    if (way) return { step: rung.ref, needs: needsOf(way), text: wayInWords(way, rung) };
  }
  return null;
}

/**
 * An after-step waits for its earlier step to be recorded, or for its window to end. An earlier step that is itself still
 * ahead, and whose marks cannot be told, is not one to record.
 */
function byAction(ladder: Ladder, view: View, rung: Rung, current: Rung | null): Way | null {
  const { after } = rung;
  if (!after?.earlier || !waits(after, view)) return null;
  const taken = recordedOn(after, view);
  if (taken === null && after.earlier.place > (current?.place ?? -1)) return null;
  const count = Math.max(fewestBeside(rung.test, view), fewestNotToImprove(after, taken, view));
  if (!Number.isFinite(count)) return null;
  const last = count > 0 ? momentAfter(view, count, ABSENCE)?.asOfDay : view.asOfDay;
  const { day } = dueFrom(after, taken ?? view.asOfDay, view);
  // Nothing shows when the window ends; or it ends in the next school year, which begins anew.
  if (last === undefined || day === null || day > view.figures.yearEnd) return null;
  const missing = taken === null ? [after.earlier] : [];
  const steps = rung.enforcementOnly ? stepsToOpen(ladder, rung, view, missing, count, day) : missing;
  if (steps === null) return null;
  return {
    effect: ABSENCE,
    count,
    record: steps.length > 0 ? toRecord(rung, steps) : null,
    on: day > last && (after.window !== null || taken !== null) ? day : null,
    moment: null,
  };
}

/**
 * The steps to record, support that no action shows among them, before enforcement that follows another step is open;
 * null: records alone do not open it, or its window will have moved on by the day.
 */
function stepsToOpen(
  ladder: Ladder,
  rung: Rung,
  view: View,
  missing: readonly Rung[],
  count: number,
  day: number,
): readonly Rung[] | null {
  const then = count > 0 ? momentAfter(view, count, ABSENCE) : view;
  const support = then && supportToRecord(ladder, rung, then);
  if (!support) return null;
  const steps = [...new Set([...support, ...missing])].sort((a, b) => a.id - b.id);
  const taken = view.records.taken.slice();
  for (const step of steps) taken[step.id] = [view.asOfDay];
  const records = { ...view.records, taken };
  if (isWithheld(ladder, rung, viewHad(then, records))) return null;
  const { calendar, asOfDay, yearEnd } = view.figures;
  const attended = calendar.openAfter(asOfDay, yearEnd).filter((slot) => slot >> 1 < day).length;
  const byThen = attended > 0 ? viewWith(view, attended, ATTENDED) : view;
  return byThen && isWithheld(ladder, rung, viewHad(byThen, records)) ? null : steps;
}

/**
 * The absences with which attendance since the earlier step would be no better: where it has improved by now, the end of
 * the window alone does not bring the step. None where nothing is known since; Infinity when none are enough.
 */
function fewestNotToImprove(after: AfterTest, taken: number | null, view: View): number {
  const ofNone = after.improvement === null || after.improvement === 'improved' || after.improvement === 'target met';
  if (ofNone || taken === null || stretchOf(view, taken + 1, view.asOfDay).high.possible === 0) return 0;
  let then: View | null = view;
  for (let count = 0; then; then = momentAfter(view, ++count, ABSENCE))
    if (improvementHolds(after, taken, then) === YES) return count;
  return Number.POSITIVE_INFINITY;
}

/** The absences that the rest of the trigger asks for, beside the earlier step. */
function fewestBeside(test: Test, view: View): number {
  if (test.kind === 'after') return 0;
  if (test.kind !== 'all') return fewestToReach(test, view, ABSENCE);
  let most = 0;
  for (const part of test.tests) most = Math.max(most, fewestBeside(part, view));
  return most;
}

/** The fewest marks of one kind that make the rung the current one. */
function byMarks(ladder: Ladder, sequence: Sequence, view: View, rung: Rung): Way | null {
  let best: Way | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  if (rung.enforcementOnly && !opensByMarks(rung, view)) return null;
  for (const effect of rung.kinds) {
    const then = search(ladder, sequence, view, rung, effect, fewest);
    if (!then?.added) continue;
    fewest = then.added.count;
    best = { effect, count: fewest, record: null, on: null, moment: then };
  }
  return best;
}

/** Whether marks alone can open the enforcement: not while no support is recorded, unless a holiday needs none. */
function opensByMarks(rung: Rung, view: View): boolean {
  if (rung.bits & HOLIDAY) return true;
  for (const step of rung.supportBefore) if (isTaken(step, view.records)) return true;
  return countNational(view).holiday > 0;
}

/** The moment with as many marks of the kind as make the rung current, fewer than `under`; null when none do, or when it cannot be told. */
function search(
  ladder: Ladder,
  sequence: Sequence,
  view: View,
  rung: Rung,
  effect: number,
  under: number,
): View | null {
  const forTest = fewestToReach(rung.test, view, effect);
  const least = rung.enforcementOnly ? Math.max(forTest, fewestToThreshold(view, effect)) : forTest;
  for (let count = Math.max(1, least); count < under; count++) {
    const then = momentAfter(view, count, effect);
    if (!then) return null;
    if (rung.enforcementOnly && !(effect & HOLIDAY) && staysWithheld(rung, then)) return null;
    const reached = currentRung(ladder, sequence, then);
    if (reached === rung) return then;
    if (reached === undefined || (reached && reached.place > rung.place)) return null;
  }
  return null;
}

/** Enforcement that is withheld for want of recorded support: what to record, with the marks that are missing too. */
function bySupport(ladder: Ladder, sequence: Sequence, view: View, rung: Rung): Way | null {
  if (!rung.enforcementOnly || !view.records.given) return null;
  const supported = viewHad(view, withSupport(rung, view));
  const isEnough = currentRung(ladder, sequence, supported) === rung;
  const way = isEnough ? WITHOUT_MARKS : byMarks(ladder, sequence, supported, rung);
  if (!way) return null;
  const missing = supportToRecord(ladder, rung, way.moment?.recorded ?? view);
  if (!missing) return null;
  return { effect: way.effect, count: way.count, record: toRecord(rung, missing), on: null, moment: null };
}

const WITHOUT_MARKS: Way = { effect: 0, count: 0, record: null, on: null, moment: null };

/** The records, had every step of support before the rung been taken today that was not. */
function withSupport(rung: Rung, { records, asOfDay }: View): Records {
  const taken = records.taken.slice();
  const today = [asOfDay];
  for (const step of rung.supportBefore) taken[step.id] ??= today;
  return { ...records, taken };
}

/** The moment after so many marks, with the actions that the view has. */
function momentAfter(view: View, count: number, effect: number): View | null {
  if (!view.recorded) return viewWith(view, count, effect);
  const then = viewWith(view.recorded, count, effect);
  return then && viewHad(then, view.records);
}

/** The steps to record, made once for the same steps. */
function toRecord(rung: Rung, missing: readonly Rung[]): ToRecord {
  for (const known of rung.toRecord) if (areSame(known.steps, missing)) return known;
  const action = missing.map((step) => step.ref.title).join('; ');
  const made: ToRecord = { steps: missing, action, quoted: JSON.stringify(action), told: new Map() };
  rung.toRecord.push(made);
  return made;
}

function areSame(some: readonly Rung[], others: readonly Rung[]): boolean {
  return some.length === others.length && some.every((step, at) => step === others[at]);
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
    if (reached !== current) return { attended: count, text: leavingInWords(current, reached, count) };
  }
  return null;
}

/** The sentence, made once for as many sessions, since many pupils of a register need the same. */
function leavingInWords(current: Rung, reached: Rung | null, count: number): string {
  const { leavesTold } = current;
  const key = both(count, reached?.id ?? -1);
  const told = leavesTold.get(key);
  if (told !== undefined) return told;
  const to = reached ? `, to ${reached.name}` : '';
  return keep(
    leavesTold,
    key,
    `${plural(count, 'more attended session')} in a row would lead out of ${current.name}${to}.`,
  );
}
