import { ABSENT, UNAUTHORISED } from '../attendance/effect.ts';
import type { Step } from '../policy/schema.ts';
import { compileTrigger } from './compile.ts';
import type { StepRef } from './decision.ts';
import { deedsOf } from './deeds.ts';
import { linkRungs } from './link.ts';
import { bySeverity, percentOf } from './severity.ts';
import type { Rung, Test } from './test.ts';
import { isAlternative, meansPenaltyNotice } from './words.ts';

/** The steps of one sequence, mildest first. */
export interface Sequence {
  name: string;
  rungs: Rung[];
}

/** A policy's steps, made ready once for many pupils. */
export interface Ladder {
  readonly steps: readonly Step[];
  /** The ladder that `current` is about; null when the policy has none. */
  readonly main: Sequence | null;
  readonly others: readonly Sequence[];
  /** Whether any step offers support: something other than enforcement and rewards. */
  readonly offersSupport: boolean;
}

/** Chooses the main ladder, orders every sequence by severity and readies the triggers. */
export function prepareLadder(steps: readonly Step[]): Ladder {
  const names = [...new Set(steps.map((step) => step.sequence))];
  const sequences = names.map((name) =>
    sequenceOf(
      name,
      steps.filter((step) => step.sequence === name),
    ),
  );
  const main = mainOf(sequences);
  for (const [id, rung] of sequences.flatMap((sequence) => sequence.rungs).entries()) rung.id = id;
  for (const sequence of sequences) {
    const before = main && main !== sequence ? main.rungs : [];
    for (const rung of sequence.rungs)
      rung.supportBefore = [...before, ...sequence.rungs.slice(0, rung.place)].filter(
        (other) => other.support && !other.free && !other.notice,
      );
  }
  return {
    steps,
    main,
    others: sequences.filter((sequence) => sequence !== main),
    offersSupport: sequences.some((sequence) => sequence.rungs.some((rung) => rung.support && !rung.free)),
  };
}

function sequenceOf(name: string, steps: readonly Step[]): Sequence {
  const rungs = bySeverity(steps.map(rungOf));
  for (const [place, rung] of rungs.entries()) rung.place = place;
  linkRungs(rungs);
  for (const rung of rungs) rung.bits = bitsOf(rung.test);
  return { name, rungs };
}

const NOT_MAIN = new Set(['penalty', 'lateness', 'firstDay', 'truancy', 'missingPupil']);

/** Most steps by attendance percentage, then most steps, then the first; without percentages the longest of the general ones. */
function mainOf(sequences: readonly Sequence[]): Sequence | null {
  let best: Sequence | null = null;
  for (const sequence of sequences) {
    if (percentSteps(sequence) === 0) continue;
    const more = best === null ? 1 : percentSteps(sequence) - percentSteps(best);
    if (best === null || more > 0 || (more === 0 && sequence.rungs.length > best.rungs.length)) best = sequence;
  }
  if (best) return best;
  for (const sequence of sequences)
    if (!NOT_MAIN.has(sequence.name) && sequence.rungs.length > (best?.rungs.length ?? 0)) best = sequence;
  return best;
}

function percentSteps(sequence: Sequence): number {
  return sequence.rungs.filter((rung) => byPercentage(rung.test)).length;
}

function byPercentage(test: Test): boolean {
  if (test.kind === 'all' || test.kind === 'any') return test.tests.some(byPercentage);
  return test.kind === 'percent' || test.kind === 'band';
}

function rungOf(step: Step): Rung {
  const test = compileTrigger(step);
  const deeds = deedsOf(step);
  const enforcing = new Set(step.enforcement.filter((index) => index < step.actions.length)).size;
  const ref: StepRef = {
    order: step.order,
    sequence: step.sequence,
    title: step.title,
    line: step.line,
    quote: step.quote,
  };
  if (step.sub !== undefined) ref.sub = step.sub;
  const asks = [...new Set(wordsOf(test))];
  return {
    step,
    ref,
    name: nameOf(step, 'step'),
    heading: nameOf(step, 'Step'),
    policy: { quote: step.quote, line: step.line, span: step.span },
    id: 0,
    place: 0,
    test,
    bits: 0,
    free: step.kind !== undefined || test.kind === 'everyone',
    band: isBand(test),
    deeds: deeds.flatMap((index) => step.actions[index] ?? []),
    support: step.kind === undefined && enforcing < Math.max(1, deeds.length),
    supportBefore: [],
    enforcementOnly: deeds.length > 0 && enforcing === deeds.length,
    notice: meansPenaltyNotice(step.title) || step.enforcement.some((at) => meansPenaltyNotice(step.actions[at] ?? '')),
    percent: percentOf(test),
    asks,
    asksAlways: asks.some(isAlternative),
  };
}

function nameOf(step: Step, word: 'step' | 'Step'): string {
  const order = `${step.order}${step.sub ?? ''}`;
  const title = step.title.length > 60 ? `${step.title.slice(0, 57)}...` : step.title;
  return `${word} ${order} (${JSON.stringify(title)})`;
}

/** The conditions in words anywhere in the test. */
function wordsOf(test: Test): string[] {
  if (test.kind === 'words') return [test.condition];
  return test.kind === 'all' || test.kind === 'any' ? test.tests.flatMap(wordsOf) : [];
}

function isBand(test: Test): boolean {
  if (test.kind === 'all' || test.kind === 'any') return test.tests.some(isBand);
  return test.kind === 'band' || (test.kind === 'percent' && test.op === '>');
}

/** What the test counts, as bits of effect.ts. */
function bitsOf(test: Test): number {
  switch (test.kind) {
    case 'percent':
    case 'band':
    case 'status':
      return ABSENT;
    case 'count':
      return test.bits;
    case 'national':
      return UNAUTHORISED;
    case 'after':
      return test.improvement === null ? 0 : ABSENT;
    case 'all':
    case 'any':
      return test.tests.reduce((bits, part) => bits | bitsOf(part), 0);
    default:
      return 0;
  }
}
