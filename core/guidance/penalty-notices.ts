import type { Dated } from './dated.ts';

/** What a parent pays for an attendance penalty notice, in pounds, and by which day after it is received. */
export interface PenaltyAmounts {
  readonly early: number;
  readonly earlyDays: number;
  readonly late: number;
  readonly lateDays: number;
  /** A second notice to one parent for one child within three years; null: the same as the first. */
  readonly second: number | null;
}

/** Education (Penalty Notices) (England) Regulations 2007, regulation 4, as amended in 2012, 2013 and 2024. */
export const PENALTY_AMOUNTS: readonly Dated<PenaltyAmounts>[] = [
  { from: '2007-09-01', value: { early: 50, earlyDays: 28, late: 100, lateDays: 42, second: null } },
  { from: '2012-09-01', value: { early: 60, earlyDays: 28, late: 120, lateDays: 42, second: null } },
  { from: '2013-09-01', value: { early: 60, earlyDays: 21, late: 120, lateDays: 28, second: null } },
  { from: '2024-08-19', value: { early: 80, earlyDays: 21, late: 160, lateDays: 28, second: 160 } },
];

/** When a notice is considered: that many unauthorised sessions within so many school weeks, in a row or not. */
export const PENALTY_THRESHOLD: readonly Dated<{ sessions: number; schoolWeeks: number }>[] = [
  { from: '2024-08-19', value: { sessions: 10, schoolWeeks: 10 } },
];

/** How many notices one parent may be given for one child, within so many years. */
export const PENALTY_LIMIT: readonly Dated<{ notices: number; years: number }>[] = [
  { from: '2024-08-19', value: { notices: 2, years: 3 } },
];

/** How long a Notice to Improve gives, in weeks. */
export const IMPROVEMENT_WEEKS: readonly Dated<{ least: number; most: number }>[] = [
  { from: '2024-08-19', value: { least: 3, most: 6 } },
];
