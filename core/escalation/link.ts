import type { SpanOfTime } from './span-of-time.ts';
import type { BandTest, PercentTest, Rung, Test } from './test.ts';

/**
 * Ties the rungs of one sequence (mildest first) to one another: an after-step to its earlier step, a band to the bands
 * and steps beside it. Where two steps claim one figure the pupil is in the milder; in a gap the milder reaches down.
 */
export function linkRungs(rungs: readonly Rung[]): void {
  for (const rung of rungs) {
    rung.test = linkAfter(rung.test, rung, rungs);
    for (const test of parts(rung.test)) {
      if (test.kind === 'band') linkBand(test, rung, rungs);
      if (test.kind === 'percent') linkPercent(test, rung, rungs);
    }
  }
}

function parts(test: Test): Test[] {
  return test.kind === 'all' || test.kind === 'any' ? test.tests.flatMap(parts) : [test];
}

function linkAfter(test: Test, rung: Rung, rungs: readonly Rung[]): Test {
  if (test.kind === 'all' || test.kind === 'any')
    return { kind: test.kind, tests: test.tests.map((part) => linkAfter(part, rung, rungs)) };
  if (test.kind !== 'after') return test;
  const earlier = earlierStep(test.reference, rung, rungs);
  if (!earlier) return asked(rung, rung.step.trigger.condition ?? `after step ${test.reference}`);
  test.earlier = earlier;
  test.window ??= monitoringOf(earlier);
  if (test.improvement !== 'target missed' && test.improvement !== 'target met') return test;
  const target = test.target ?? (earlier.step.target === undefined ? null : Math.round(earlier.step.target * 1000));
  if (target !== null) return { ...test, target };
  // A target that is agreed in a meeting is not in the policy: a person knows whether it was met.
  const words = asked(rung, rung.step.trigger.condition ?? 'the target');
  return test.window ? { ...test, improvement: null } : words;
}

/** "Attendance is then monitored for two weeks": the time before a step that names none of its own. */
function monitoringOf(earlier: Rung): SpanOfTime | null {
  const { monitoring } = earlier.step;
  if (!monitoring || monitoring.unit === 'hours' || monitoring.unit === 'minutes') return null;
  return { count: monitoring.value, unit: monitoring.unit === 'days' ? 'schoolDays' : monitoring.unit };
}

function asked(rung: Rung, condition: string): Test {
  if (!rung.asks.includes(condition)) rung.asks.push(condition);
  return { kind: 'words', condition };
}

/** The step with that printed order: the nearest one printed before, else any. */
function earlierStep(reference: string, rung: Rung, rungs: readonly Rung[]): Rung | undefined {
  const wanted = reference.trim().toLowerCase();
  const named = rungs.filter((other) => other !== rung && orderOf(other) === wanted);
  const before = named.filter((other) => other.step.span.start.offset <= rung.step.span.start.offset);
  const found = before.at(-1) ?? named[0];
  if (found) return found;
  // "After step 9" where the document splits it into 9a and 9b: the last of them.
  const split = rungs.filter((other) => other !== rung && String(other.step.order) === wanted);
  return split.at(-1);
}

function orderOf(rung: Rung): string {
  return `${rung.step.order}${rung.step.sub ?? ''}`.toLowerCase();
}

function linkBand(band: BandTest, rung: Rung, rungs: readonly Rung[]): void {
  const milder = nearestBand(band, rung, rungs);
  if (milder) {
    band.sharedWith = milder;
    claim(milder.rung, milder.from, { rung, upTo: band.high });
  }
  const below = nextBelow(rung, rungs);
  if (below === null) {
    // Below the lowest band the lowest holds, but a reward does not reach down to nought.
    if (!rung.free && !band.oneSided) band.reaches = { percent: -1, in: true };
  } else if (below.percent < band.low) {
    band.reaches = below;
  }
}

/** The milder band that begins on, or within, this one. */
function nearestBand(band: BandTest, rung: Rung, rungs: readonly Rung[]): { rung: Rung; from: number } | null {
  let found: { rung: Rung; from: number } | null = null;
  for (const other of rungs) {
    if (other.place >= rung.place) continue;
    for (const test of parts(other.test)) {
      if (test.kind !== 'band' || test.low > band.high || test.low <= band.low) continue;
      if (band.below && test.low === band.high) continue;
      if (!found || test.low < found.from) found = { rung: other, from: test.low };
    }
  }
  return found;
}

/** Where the next more severe step by attendance alone begins, and whether that figure is already its own. */
function nextBelow(rung: Rung, rungs: readonly Rung[]): { percent: number; in: boolean } | null {
  for (const other of rungs.slice(rung.place + 1)) {
    // Enforcement that is withheld leaves its pupils to the milder step, so that one reaches below it.
    if (other.enforcementOnly) continue;
    const test = byFigureAlone(other.test);
    if (test.kind === 'band') return { percent: test.high, in: test.below === true };
    if (test.kind === 'percent' && (test.op === '<' || test.op === '<='))
      return { percent: test.percent, in: test.op === '<' };
    if (test.kind === 'status' && other.percent !== null) return { percent: other.percent, in: false };
  }
  return null;
}

/** The test without the conditions that are only asked: where one part is left, the figure alone decides the step. */
function byFigureAlone(test: Test): Test {
  if (test.kind !== 'all') return test;
  const [first, ...more] = test.tests.filter((part) => part.kind !== 'words');
  return first && more.length === 0 ? first : test;
}

function linkPercent(test: PercentTest, rung: Rung, rungs: readonly Rung[]): void {
  if (test.op !== '<=') return;
  const milder = rungs.find(
    (other) =>
      other.place < rung.place && parts(other.test).some((part) => part.kind === 'band' && part.low === test.percent),
  );
  if (!milder) return;
  test.sharedWith = milder;
  claim(milder, test.percent, { rung, upTo: test.percent });
}

/** Notes on the milder band, which begins at the figure, that a more severe step claims it too. */
function claim(milder: Rung, low: number, by: { rung: Rung; upTo: number }): void {
  for (const test of parts(milder.test))
    if (test.kind === 'band' && test.low === low) {
      test.claims ??= [];
      test.claims.push(by);
    }
}
