import type { Step, Trigger } from '../policy/schema.ts';

/** A step as a stretch of the attendance scale, in percent, low end first. */
export interface Rung {
  readonly step: Step;
  readonly low: number;
  readonly high: number;
  /** A band holds on its own stretch only; a threshold holds from `high` down, and is drawn to the next one. */
  readonly is: 'band' | 'threshold';
}

/** Figures in which no step holds, or two bands do. */
export interface Stretch {
  readonly low: number;
  readonly high: number;
  /** "Nothing is said for 90% to 92%." */
  readonly text: string;
}

/** A ladder as a drawing: rungs on the scale of attendance, steps without a figure beside it. */
export interface LadderPicture {
  /** The stretch of the scale that is worth showing. */
  readonly top: number;
  readonly bottom: number;
  readonly rungs: readonly Rung[];
  readonly unplaced: readonly Step[];
  readonly gaps: readonly Stretch[];
  readonly overlaps: readonly Stretch[];
}

/** The drawing of the steps of one sequence. */
export function ladderPicture(steps: readonly Step[]): LadderPicture {
  const placed = steps.flatMap((step) => {
    const reach = reachOf(step.trigger);
    return reach ? [{ step, ...reach }] : [];
  });
  const ends = placed.map(({ is, low, high }) => (is === 'band' ? low : high));
  const lowest = ends.length > 0 ? Math.min(...ends) : 90;
  const bottom = Math.max(0, Math.floor(lowest) - Math.max(3, Math.round((100 - lowest) / 5)));
  const thresholds = placed.filter(({ is }) => is === 'threshold').map(({ high }) => high);
  const rungs = placed
    .map(
      (rung): Rung =>
        rung.is === 'band'
          ? rung
          : { ...rung, low: Math.max(bottom, ...thresholds.filter((value) => value < rung.high)) },
    )
    .sort((a, b) => b.high - a.high || b.low - a.low);
  const bands = rungs.filter(({ is }) => is === 'band');
  return {
    top: 100,
    bottom,
    rungs,
    unplaced: steps.filter((step) => !rungs.some((rung) => rung.step === step)),
    gaps: gapsBetween(bands, Math.max(0, ...thresholds)),
    overlaps: overlapsOf(bands),
  };
}

/** The stretch of attendance that a trigger speaks of; null when it names no figure of attendance. */
function reachOf(trigger: Trigger): { low: number; high: number; is: 'band' | 'threshold' } | null {
  if (trigger.band) {
    const [low, high] = trigger.band;
    // "0 to 90%" is "90% or less" in other words.
    return low <= 0 && high < 100 ? { low: 0, high, is: 'threshold' } : { low, high, is: 'band' };
  }
  const { metric, op, value, unit } = trigger;
  if (value !== undefined && unit === 'percent') {
    const falls = op === '<' || op === '<=';
    if (metric === 'attendance')
      return falls ? { low: 0, high: value, is: 'threshold' } : { low: value, high: 100, is: 'band' };
    if (metric === 'absence' && !falls) return { low: 0, high: 100 - value, is: 'threshold' };
  }
  for (const part of trigger.anyOf ?? []) {
    const reach = reachOf(part);
    if (reach) return reach;
  }
  return null;
}

function gapsBetween(bands: readonly Rung[], highestThreshold: number): Stretch[] {
  const gaps: Stretch[] = [];
  let covered = bands[0]?.low ?? 0;
  for (const band of bands.slice(1)) {
    if (band.high < covered && highestThreshold < covered)
      gaps.push(stretch(band.high, covered, (low, high) => `No step holds between ${low} and ${high}.`));
    covered = Math.min(covered, band.low);
  }
  // A threshold below the lowest band leaves a hole as well: "92% and above", then "below 90%".
  if (bands.length > 0 && highestThreshold > 0 && highestThreshold < covered)
    gaps.push(stretch(highestThreshold, covered, (low, high) => `No step holds between ${low} and ${high}.`));
  return gaps;
}

function overlapsOf(bands: readonly Rung[]): Stretch[] {
  return bands.flatMap((milder, index) => {
    const next = bands[index + 1];
    if (!next || next.high < milder.low) return [];
    return [
      stretch(milder.low, Math.min(next.high, milder.high), (low, high) =>
        low === high ? `${low} stands in two steps.` : `${low} to ${high} stands in two steps.`,
      ),
    ];
  });
}

function stretch(low: number, high: number, words: (low: string, high: string) => string): Stretch {
  return { low, high, text: words(`${low}%`, `${high}%`) };
}
