import type { Totals } from './pupil.ts';
import { dayNumberFast } from './session.ts';

/** What totals say, as integers; each null where they do not say it. Two readings where they contradict themselves. */
export interface TotalFigures {
  possible: number | null;
  /** The sessions attended: one figure, or both where the totals contradict themselves. */
  attended: readonly number[];
  authorised: number | null;
  unauthorised: number | null;
  late: number | null;
  /** The printed percentage as the interval that rounds to it, in units of 1/scale of a percent; the high end is out. */
  percent: { low: number; high: number; scale: number; text: string } | null;
  /** Contradictions, in plain words. */
  problems: string[];
}

/** Works out what the totals leave blank from what they give, and says where they disagree. */
export function readTotals(totals: Totals): TotalFigures {
  const problems: string[] = [];
  const { authorised, unauthorised, late } = totals;
  const absent = authorised !== null && unauthorised !== null ? authorised + unauthorised : null;
  let possible = totals.possible;
  const attended: number[] = [];
  if (totals.attended !== null) attended.push(totals.attended);
  if (possible === null && absent !== null && totals.attended !== null) possible = totals.attended + absent;
  if (possible !== null && absent !== null && !attended.includes(possible - absent)) attended.push(possible - absent);
  if (attended.length === 2 && possible !== null) {
    problems.push(
      `The totals disagree: ${attended[0]} attended and ${absent} absent are not the ${possible} sessions that were possible.`,
    );
  }
  const percent = totals.percent === null ? null : readPercent(totals.percent);
  if (totals.percent !== null && !percent)
    problems.push(`The percentage ${JSON.stringify(totals.percent)} cannot be read.`);
  const impossible = possible !== null && attended.some((count) => count < 0 || count > (possible ?? 0));
  if (impossible)
    problems.push(`The totals cannot be right: ${attended.join(' or ')} attended of ${possible} possible.`);
  if (percent && possible && attended.length > 0 && !attended.some((count) => agrees(count, possible, percent))) {
    problems.push(
      `The totals say ${attended[0]} of ${possible}, which is not the ${percent.text}% printed beside them; the totals are used.`,
    );
  }
  return {
    possible: attended.length === 0 || impossible ? null : possible,
    attended: impossible ? [] : attended,
    authorised: authorised ?? rest(possible, totals.attended, unauthorised),
    unauthorised: unauthorised ?? rest(possible, totals.attended, authorised),
    late,
    percent,
    problems,
  };
}

function rest(possible: number | null, attended: number | null, other: number | null): number | null {
  if (possible === null || attended === null || other === null) return null;
  const left = possible - attended - other;
  return left >= 0 ? left : null;
}

const PERCENT = /^\s*(\d{1,3})(?:[.,](\d{1,6}))?\s*(?:%\s*)?$/;

/** The interval that a rounded percentage stands for: "90.0" is from 89.95 up to 90.05, "90" from 89.5 up to 90.5. */
export function readPercent(text: string): TotalFigures['percent'] {
  const match = PERCENT.exec(text);
  if (!match) return null;
  const decimals = match[2] ?? '';
  const unit = 10 ** decimals.length;
  const value = Number(match[1]) * unit + Number(decimals || 0);
  if (value > 100 * unit) return null;
  return { low: 2 * value - 1, high: 2 * value + 1, scale: 2 * unit, text: text.replace('%', '').trim() };
}

function agrees(attended: number, possible: number, percent: NonNullable<TotalFigures['percent']>): boolean {
  const share = attended * 100 * percent.scale;
  return share >= percent.low * possible && share <= percent.high * possible;
}

/** Whether the totals say that they begin on or before, and end on or after, those days. Blank: the year to date. */
export function totalsCover(totals: Totals, firstDay: number, lastDay: number): boolean {
  const from = totals.from === null ? Number.NEGATIVE_INFINITY : dayNumberFast(totals.from);
  const to = totals.to === null ? Number.POSITIVE_INFINITY : dayNumberFast(totals.to);
  return from <= firstDay && to >= lastDay;
}
