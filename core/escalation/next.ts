import { dayFromNumber } from '../attendance/day.ts';
import { AFTER_CLOSE, HOLIDAY, LATE, UNAUTHORISED } from '../attendance/effect.ts';
import { dueFrom, recordedOn } from './after.ts';
import { currentRung } from './climb.ts';
import type { Needs, NextStep } from './decision.ts';
import { staysWithheld, supportSteps } from './gate.ts';
import { rungHolds } from './holds.ts';
import { ABSENCE, ATTENDED } from './imagined.ts';
import type { Ladder, Sequence } from './ladder.ts';
import { countNational } from './national.ts';
import { limitReached } from './notices.ts';
import { fewestToLeave, fewestToReach, fewestToThreshold, waits } from './reach.ts';
import { isTaken, type Records } from './records.ts';
import { inWords, plural } from './sentence.ts';
import type { AfterTest, Rung, Test } from './test.ts';
import { ASKED, NO, type View, viewHad, viewWith } from './view.ts';
import { meansPenaltyNotice } from './words.ts';

/** How the pupil would come onto the next more severe step: the fewest marks, an action to record, or a day to come. */
export function nextStep(ladder: Ladder, sequence: Sequence, view: View, current: Rung | null): NextStep | null {
  const { rungs } = sequence;
  for (let place = current === null ? 0 : current.place + 1; place < rungs.length; place++) {
    const rung = rungs[place];
    if (!rung || rung.free || rung.test.kind === 'words') continue;
    const found =
      byAction(view, rung, current) ?? byMarks(ladder, sequence, view, rung) ?? bySupport(ladder, sequence, view, rung);
    if (found) return { step: rung.ref, needs: found.needs, text: textOf(found, rung) };
  }
  return null;
}

/** What is needed, the actions in it as a sentence quotes them, and the moment with the marks in it. */
interface Found {
  needs: Needs;
  quoted?: string;
  then?: View;
}

/**
 * An after-step waits for its earlier step to be recorded, or for its window to end. An earlier step that is itself still
 * ahead, and whose marks cannot be told, is not one to record.
 */
function byAction(view: View, rung: Rung, current: Rung | null): Found | null {
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
  return { needs, quoted: after.earlier.quoted };
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
function byMarks(ladder: Ladder, sequence: Sequence, view: View, rung: Rung): Found | null {
  let best: Found | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  if (rung.enforcementOnly && !opensByMarks(ladder, sequence, rung, view)) return null;
  for (const effect of rung.kinds) {
    const then = search(ladder, sequence, view, rung, effect, fewest);
    if (!then?.added) continue;
    fewest = then.added.count;
    best = { needs: marksNeeded(effect, fewest), then };
  }
  return best;
}

/** Whether marks alone can open the enforcement: not while support is unrecorded, unless a holiday needs none. */
function opensByMarks(ladder: Ladder, sequence: Sequence, rung: Rung, view: View): boolean {
  if (noticesBar(rung, view)) return false;
  if (rung.bits & HOLIDAY || (view.figures.totals === null && countNational(view).holiday > 0)) return true;
  if (!ladder.offersSupport || !view.records.given || view.figures.totals) return false;
  const { taken } = view.records;
  for (let place = 0; place < rung.place; place++) {
    const step = sequence.rungs[place];
    if (step && taken[step.id]) return true;
  }
  return ladder.main !== null && ladder.main !== sequence && ladder.main.rungs.some(({ id }) => taken[id]);
}

/** Whether notices that stand already rule out another, the step itself, for the rest of the school year. */
function noticesBar(rung: Rung, view: View): boolean {
  if (view.records.notices.length === 0 || !rung.deeds.every(meansPenaltyNotice)) return false;
  return limitReached({ ...view, asOfDay: view.figures.yearEnd }) !== NO;
}

function marksNeeded(effect: number, count: number): Needs {
  if (count === 0) return {};
  if (effect & (LATE | AFTER_CLOSE)) return { late: count };
  return effect & UNAUTHORISED ? { unauthorised: count } : { absent: count };
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
function bySupport(ladder: Ladder, sequence: Sequence, view: View, rung: Rung): Found | null {
  if (!rung.enforcementOnly || !view.records.given || rungHolds(rung, view) === ASKED) return null;
  const supported = viewHad(view, withSupport(ladder, sequence, view));
  const mayHold = rung.byRecord || rungHolds(rung, view) !== NO;
  const found: Found | null =
    mayHold && currentRung(ladder, sequence, supported) === rung
      ? { needs: {} }
      : byMarks(ladder, sequence, supported, rung);
  if (!found) return null;
  const then = found.then?.recorded ?? view;
  const missing = supportSteps(rung, then).filter((step) => !isTaken(step, view.records));
  if (missing.length === 0) return null;
  const { action, quoted } = toRecord(rung, missing);
  return { needs: { ...found.needs, action }, quoted };
}

/** The records, had every step of support been taken today that was not. */
function withSupport(ladder: Ladder, sequence: Sequence, { records, asOfDay }: View): Records {
  const taken = records.taken.slice();
  const today = [asOfDay];
  for (const other of ladder.main?.rungs ?? []) if (other.support) taken[other.id] ??= today;
  for (const other of sequence.rungs) if (other.support) taken[other.id] ??= today;
  return { ...records, taken };
}

/** The moment after so many marks, with the actions that the view has. */
function momentAfter(view: View, count: number, effect: number): View | null {
  if (!view.recorded) return viewWith(view, count, effect);
  const then = viewWith(view.recorded, count, effect);
  return then && viewHad(then, view.records);
}

/** The steps to record, made once for the same steps. */
function toRecord(rung: Rung, missing: readonly Rung[]): { action: string; quoted: string } {
  let same = '';
  for (const { id } of missing) same += String.fromCharCode(id);
  rung.toRecord ??= new Map();
  let known = rung.toRecord.get(same);
  if (!known) {
    const action = missing.map((step) => step.ref.title).join('; ');
    known = { action, quoted: JSON.stringify(action) };
    rung.toRecord.set(same, known);
  }
  return known;
}

function textOf({ needs, quoted }: Found, rung: Rung): string {
  if (needs.action !== undefined || needs.on !== undefined) return sentenceOf(needs, quoted, rung);
  const kind = needs.late ? 2 : needs.unauthorised ? 1 : 0;
  const key = (needs.late ?? needs.unauthorised ?? needs.absent ?? 0) * 4 + kind;
  let told = rung.needsTold.get(key);
  if (told === undefined) {
    told = sentenceOf(needs, quoted, rung);
    rung.needsTold.set(key, told);
  }
  return told;
}

function sentenceOf(needs: Needs, quoted: string | undefined, rung: Rung): string {
  let marks = '';
  if (needs.absent) marks = also(marks, plural(needs.absent, 'more absent session'));
  if (needs.unauthorised) marks = also(marks, plural(needs.unauthorised, 'more unauthorised session'));
  if (needs.late) {
    const afterClose = (rung.bits & (LATE | AFTER_CLOSE)) === AFTER_CLOSE;
    marks = also(marks, `${plural(needs.late, 'more late mark')} (${afterClose ? 'U' : 'L'})`);
  }
  if (needs.action) marks = also(marks, `${quoted ?? JSON.stringify(needs.action)} recorded as taken`);
  const day = needs.on ? `${marks ? ', from' : 'From'} ${inWords(needs.on)}` : '';
  const after = needs.on ? afterPart(rung.test) : undefined;
  return `${marks}${day}${after?.improvement ? unlessImproved(after) : ''} it is ${rung.name}.`;
}

function also(marks: string, part: string): string {
  return marks === '' ? `With ${part}` : `${marks} and ${part}`;
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
