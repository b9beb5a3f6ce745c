import type { Day } from '../attendance/day.ts';
import { persistentAbsencePercent, severeAbsencePercent } from '../guidance/thresholds.ts';
import type { Step } from '../policy/schema.ts';
import type { RuleContext } from './context.ts';
import type { Place } from './rule.ts';

const PERCENTAGE = /\b(\d{1,2}(?:\.\d{1,2})?)(?= ?(?:%|per ?cent|[-–] ?\d))/gi;

/** The attendance percentages of one step, from `low` to `high`; an open end is 0 or 100. */
export interface Band {
  readonly step: Step;
  readonly low: number;
  readonly high: number;
  /** Whether the ends themselves belong to it. */
  readonly hasLow: boolean;
  readonly hasHigh: boolean;
  /** "90–95%", "below 90%". */
  readonly words: string;
  readonly at: Place;
}

/** The bands of each ladder that has at least two, highest first. */
export function bandsOf(context: RuleContext): Band[][] {
  const ladders = new Map<string, Band[]>();
  for (const step of context.parsed.escalation) {
    const band = bandOf(step, context.asOf);
    if (band) ladders.set(step.sequence, [...(ladders.get(step.sequence) ?? []), band]);
  }
  return [...ladders.values()]
    .filter((bands) => bands.filter(({ step }) => step.trigger.band !== undefined).length >= 2)
    .map((bands) => bands.sort((a, b) => b.high - a.high || b.low - a.low));
}

function bandOf(step: Step, asOf: Day): Band | null {
  const { band, metric, op, value, unit } = step.trigger;
  const at = { start: step.span.start.offset, end: step.span.end.offset };
  if (band) {
    const [low, high] = band;
    return { step, low, high, hasLow: true, hasHigh: true, words: `${low}–${high}%`, at };
  }
  // A step called by the national name begins at the national value.
  const named = /^(persistent|severe) absence$/i.exec(step.title.trim())?.[1]?.toLowerCase();
  const missed = (named === 'severe' ? severeAbsencePercent : persistentAbsencePercent).valueOn(asOf)?.value;
  if (named && missed !== undefined && metric === undefined)
    return { step, low: 0, high: 100 - missed, hasLow: true, hasHigh: true, words: `${named} absence`, at };
  if (metric !== 'attendance' || unit !== 'percent' || value === undefined || op === undefined) return null;
  if (op === '<') return { step, low: 0, high: value, hasLow: true, hasHigh: false, words: `below ${value}%`, at };
  if (op === '<=') return { step, low: 0, high: value, hasLow: true, hasHigh: true, words: `${value}% or less`, at };
  if (op === '>') return { step, low: value, high: 100, hasLow: false, hasHigh: true, words: `above ${value}%`, at };
  return { step, low: value, high: 100, hasLow: true, hasHigh: true, words: `${value}% or more`, at };
}

/** What two neighbours share: "95%", "90% to 92%"; null when nothing. A step below all others is a step, no band. */
export function shared(upper: Band, lower: Band): string | null {
  if (upper.step.trigger.band === undefined && lower.step.trigger.band === undefined) return null;
  if (lower.low === 0 && upper.low === 0) return null;
  if (lower.high > upper.low) {
    // A narrower band inside a wider one is a step within it.
    if (lower.low >= upper.low || lower.step.trigger.band === undefined || upper.step.trigger.band === undefined)
      return null;
    return `${upper.low}% to ${lower.high}%`;
  }
  return lower.high === upper.low && lower.hasHigh && upper.hasLow ? `${upper.low}%` : null;
}

/** Whether the document speaks of a percentage between the two: then the ladder may have a step that we did not read. */
export function isFilled(context: RuleContext, upper: Band, lower: Band): boolean {
  for (const match of context.document.text.matchAll(PERCENTAGE)) {
    const value = Number(match[1]);
    if (value > lower.high && value < upper.low) return true;
  }
  return false;
}

/** What lies between two neighbours: "94.5%"; null when nothing. */
export function between(upper: Band, lower: Band): string | null {
  if (upper.low <= lower.high)
    return upper.low === lower.high && !upper.hasLow && !lower.hasHigh ? `${upper.low}%` : null;
  const gap = Math.round((upper.low - lower.high) * 100) / 100;
  // Attendance is read to one decimal place: 94.9 and 95 meet.
  if (gap <= 0.1) return null;
  return gap <= 1 ? `${Math.round((lower.high + gap / 2) * 100) / 100}%` : `${lower.high}% to ${upper.low}%`;
}
