import { penaltyThreshold, persistentAbsencePercent, severeAbsencePercent } from '../guidance/thresholds.ts';
import { PER_PERCENT } from './figures.ts';
import type { CountTest, Rung, Test } from './test.ts';

const WHOLE = 100 * PER_PERCENT;
/** Attendance under which the national statuses begin by the newest law, for ordering only: a ladder is of no one day. */
const STATUS_PERCENT = {
  persistent: WHOLE - persistentAbsencePercent.entries[0].value * PER_PERCENT,
  severe: WHOLE - severeAbsencePercent.entries[0].value * PER_PERCENT,
};
const NATIONAL_SESSIONS = penaltyThreshold.entries[0].value.sessions;

/** The attendance under which the test begins to hold, in thousandths of a percent; null when none is in it. */
export function percentOf(test: Test): number | null {
  switch (test.kind) {
    case 'percent':
      return test.op === '<' || test.op === '<=' ? test.percent : WHOLE;
    case 'band':
      return test.high;
    case 'status':
      return STATUS_PERCENT[test.status];
    case 'all':
      return extreme(test.tests, Math.min);
    case 'any':
      return extreme(test.tests, Math.max);
    default:
      return null;
  }
}

function extreme(tests: readonly Test[], choose: (a: number, b: number) => number): number | null {
  let found: number | null = null;
  for (const test of tests) {
    const percent = percentOf(test);
    if (percent !== null) found = found === null ? percent : choose(found, percent);
  }
  return found;
}

/** The metric that a rung is measured by and how severe it is within it; null for steps in words and after-steps. */
function measureOf(rung: Rung): { metric: string; severity: number[] } | null {
  return measure(rung.test);
}

function measure(test: Test): { metric: string; severity: number[] } | null {
  switch (test.kind) {
    case 'percent': {
      const falls = test.op === '<' || test.op === '<=';
      // "Below 90" is more severe than "90 or below"; of two "at least", the lower one.
      return {
        metric: 'attendance',
        severity: falls ? [-test.percent, 0, test.op === '<' ? 1 : 0] : [-WHOLE, -test.percent, -1],
      };
    }
    case 'band':
      return { metric: 'attendance', severity: [-test.high, -test.low, 0] };
    case 'status':
      return { metric: 'attendance', severity: [-STATUS_PERCENT[test.status], 0, 0] };
    case 'count':
      return test.op === '>=' || test.op === '>'
        ? { metric: kindOf(test), severity: [test.sessions, test.op === '>' ? 1 : 0, 0] }
        : null;
    case 'national':
      return { metric: 'unauthorisedSessions', severity: [NATIONAL_SESSIONS, 0, 0] };
    case 'notices':
      return { metric: 'penaltyNotices', severity: [test.notices, 0, 0] };
    case 'all':
    case 'any': {
      const measures = test.tests.map(measure).filter((found) => found !== null);
      return measures.find((found) => found.metric === 'attendance') ?? measures[0] ?? null;
    }
    default:
      return null;
  }
}

/** Late marks before and after the register closes are not of one kind: five of U are not milder than six of L. */
function kindOf({ metric, bits }: CountTest): string {
  return metric === 'lateMarks' ? `${metric} ${bits}` : metric;
}

/**
 * The rungs mildest first. Percentages, and counts of one metric, are in the order of their severity whatever order
 * they are printed in; every other step keeps its printed place after the step before it. Rungs for everyone come first.
 */
export function bySeverity(printed: readonly Rung[]): Rung[] {
  const everyone = printed.filter((rung) => rung.test.kind === 'everyone');
  const others = printed.filter((rung) => rung.test.kind !== 'everyone');
  const metrics = countMetrics(others);
  const leading = metrics.has('attendance')
    ? 'attendance'
    : [...metrics].sort((a, b) => b[1] - a[1]).map(([metric]) => metric)[0];
  let ordered = leading === undefined ? others : sortBlocks(others, leading, true);
  for (const metric of metrics.keys()) if (metric !== leading) ordered = sortBlocks(ordered, metric, false);
  return [...everyone, ...ordered];
}

function countMetrics(rungs: readonly Rung[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const rung of rungs) {
    const metric = measureOf(rung)?.metric;
    if (metric) counts.set(metric, (counts.get(metric) ?? 0) + 1);
  }
  return counts;
}

/**
 * Sorts the steps of one metric. Each takes along the steps printed behind it: all of them up to the next of its metric
 * (`whole`), or only those without a figure, while the steps of other metrics stay where they are.
 */
function sortBlocks(rungs: readonly Rung[], metric: string, whole: boolean): Rung[] {
  const blocks: { severity: number[] | null; rungs: Rung[] }[] = [];
  for (const rung of rungs) {
    const measured = measureOf(rung);
    const last = blocks.at(-1);
    if (measured?.metric === metric) blocks.push({ severity: measured.severity, rungs: [rung] });
    else if (last && (whole || !measured) && (last.severity !== null || !whole)) last.rungs.push(rung);
    else blocks.push({ severity: null, rungs: [rung] });
  }
  const sorted = blocks.filter((block) => block.severity !== null);
  sorted.sort((a, b) => compare(a.severity ?? [], b.severity ?? []));
  let next = 0;
  return blocks.flatMap((block) => (block.severity === null ? block.rungs : (sorted[next++]?.rungs ?? [])));
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return (a[at] ?? 0) - (b[at] ?? 0);
  return 0;
}
