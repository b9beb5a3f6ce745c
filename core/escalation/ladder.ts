import { ABSENT, AFTER_CLOSE, HOLIDAY, LATE, UNAUTHORISED } from '../attendance/effect.ts';
import type { Step } from '../policy/schema.ts';
import { printedApart } from './apart.ts';
import { compileTrigger } from './compile.ts';
import type { StepRef } from './decision.ts';
import { deedsOf } from './deeds.ts';
import { ABSENCE, HOLIDAY_MARK, LATE_AFTER_CLOSE, LATE_MARK, UNAUTHORISED_ABSENCE } from './imagined.ts';
import { linkRungs } from './link.ts';
import { atHead, nameOf } from './sentence.ts';
import { bySeverity, percentOf } from './severity.ts';
import type { AfterTest, CountTest, Rung, Test } from './test.ts';
import { type Unread, unreadOf } from './unread.ts';
import { isAlternative, meansPenaltyNotice } from './words.ts';

/** The steps of one sequence, mildest first. */
export interface Sequence {
  name: string;
  rungs: Rung[];
  /** What is said of steps that may be two ladders; null: they stand together. */
  apart: string | null;
  /** Percentages among the steps that none was read from. */
  unread: Unread[];
}

/** A policy's steps, made ready once for many pupils. */
export interface Ladder {
  readonly steps: readonly Step[];
  /** The ladder that `current` is about; null when the policy has none. */
  readonly main: Sequence | null;
  readonly others: readonly Sequence[];
  /** How many steps there are in all sequences, how many with enforcement, and how many counts in their triggers. */
  readonly rungs: number;
  readonly gates: number;
  readonly counts: number;
  /** Whether any step offers support: something other than enforcement and rewards. */
  readonly offersSupport: boolean;
  /** Whether two of its triggers ask the same. */
  readonly asksTwice: boolean;
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
  const rungs = sequences.flatMap((sequence) => sequence.rungs);
  for (const [id, rung] of rungs.entries()) rung.id = id;
  const enforcing = rungs.filter(({ step }) => step.enforcement.length > 0);
  for (const [gate, rung] of enforcing.entries()) rung.gate = gate;
  shareQuestions(sequences);
  const asks = rungs.flatMap(({ questions }) => questions);
  const counts = new Set<string>();
  for (const count of rungs.flatMap(({ test }) => countsIn(test))) {
    const what = whatIsCounted(count);
    counts.add(what);
    count.id = [...counts].indexOf(what);
  }
  for (const sequence of sequences) {
    const before = main && main !== sequence ? main.rungs : [];
    const isSupport = (other: Rung): boolean => other.support && !other.free && !other.notice;
    for (const rung of sequence.rungs) {
      const own = sequence.rungs.slice(0, rung.place).filter(isSupport);
      // A ladder with support of its own says what comes before its notice; any other stands behind the main one.
      rung.supportBefore = own.length > 0 ? own : before.filter(isSupport);
    }
  }
  return {
    steps,
    main,
    rungs: rungs.length,
    gates: enforcing.length,
    counts: counts.size,
    others: sequences.filter((sequence) => sequence !== main),
    offersSupport: rungs.some((rung) => rung.support && !rung.free),
    asksTwice: new Set(asks).size < asks.length,
  };
}

function sequenceOf(name: string, steps: readonly Step[]): Sequence {
  const rungs = bySeverity(steps.map(rungOf));
  for (const [place, rung] of rungs.entries()) rung.place = place;
  linkRungs(rungs);
  for (const rung of rungs) {
    rung.bits = bitsOf(rung.test);
    rung.after = afterPart(rung.test);
    rung.stated = countsIn(rung.test).filter((test) => test.byCode !== undefined);
    rung.byRecord = isByRecord(rung.test);
    rung.kinds = kindsOf(rung);
  }
  return { name, rungs, apart: printedApart(name, rungs), unread: unreadOf(rungs) };
}

function countsIn(test: Test): CountTest[] {
  if (test.kind === 'all' || test.kind === 'any') return test.tests.flatMap(countsIn);
  return test.kind === 'count' ? [test] : [];
}

/** "Three late marks in a half term" and "six late marks in a half term" count the same. */
function whatIsCounted({ bits, window, inARow, looksBack, unclear }: CountTest): string {
  return JSON.stringify([bits, window, inARow, looksBack, unclear]);
}

/** Two triggers of one step may ask the same: they share the question, so that it is asked once. */
function shareQuestions(sequences: readonly Sequence[]): void {
  const known = new Map<string, Rung['questions'][number]>();
  for (const { rungs } of sequences)
    for (const rung of rungs)
      rung.questions = rung.asks.map((words) => {
        const question = `${rung.heading}: ${words}?`;
        const key = `${rung.ref.sequence} ${rung.ref.line} ${question}`;
        const ask = known.get(key) ?? { step: rung.ref, question };
        known.set(key, ask);
        return ask;
      });
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
  const name = nameOf(step);
  const heading = atHead(name);
  return {
    step,
    ref,
    name,
    heading,
    opening: { holds: `${heading} holds: `, doesNot: `${heading} does not hold: ` },
    skipped: { ...ref, skipped: true },
    policy: { quote: step.quote, line: step.line, span: step.span },
    id: 0,
    place: 0,
    test,
    bits: 0,
    after: undefined,
    stated: [],
    byRecord: false,
    kinds: [],
    free: step.kind !== undefined || test.kind === 'everyone',
    band: isBand(test),
    deeds: deeds.flatMap((index) => step.actions[index] ?? []),
    support: step.kind === undefined && enforcing < Math.max(1, deeds.length),
    supportBefore: [],
    told: { holds: new Map(), doesNot: new Map() },
    needsTold: new Map(),
    leavesTold: new Map(),
    toRecord: [],
    gate: 0,
    enforcementOnly: deeds.length > 0 && enforcing === deeds.length,
    onlyNotices: deeds.every((index) => meansPenaltyNotice(step.actions[index] ?? '')),
    notice: meansPenaltyNotice(step.title) || step.enforcement.some((at) => meansPenaltyNotice(step.actions[at] ?? '')),
    percent: percentOf(test),
    asks,
    asksAlways: asks.some(isAlternative),
    questions: [],
  };
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

/** Whether the test looks at the actions. */
function isByRecord(test: Test): boolean {
  if (test.kind === 'all' || test.kind === 'any') return test.tests.some(isByRecord);
  return test.kind === 'after' || test.kind === 'notices';
}

/** The first earlier step of the test that has to be taken, whatever else holds. */
function afterPart(test: Test): AfterTest | undefined {
  if (test.kind === 'after') return test;
  return test.kind === 'all' ? test.tests.map(afterPart).find((found) => found !== undefined) : undefined;
}

/** The kinds of marks worth trying, the plainest first. */
function kindsOf({ bits, enforcementOnly }: Rung): number[] {
  const kinds: number[] = [];
  if (bits & ABSENT) kinds.push(ABSENCE);
  if (bits & UNAUTHORISED || enforcementOnly) kinds.push(UNAUTHORISED_ABSENCE);
  if (bits & LATE) kinds.push(LATE_MARK);
  if (bits & AFTER_CLOSE && !(bits & LATE)) kinds.push(LATE_AFTER_CLOSE);
  if (bits & HOLIDAY) kinds.push(HOLIDAY_MARK);
  return kinds;
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
