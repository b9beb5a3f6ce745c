import type { Dated } from './dated.ts';

/** Years for which every entry of a register is kept, from the day on which it was made. */
export const RETENTION_YEARS: readonly Dated<number>[] = [
  { from: '2006-09-01', value: 3 },
  { from: '2024-08-19', value: 6 },
];

/** Minutes for which a register may stay open. */
export const LONGEST_REGISTER_MINUTES: readonly Dated<number>[] = [{ from: '2022-09-01', value: 30 }];

/** School days within which the reason for an absence is established, else N becomes O. */
export const REASON_SCHOOL_DAYS: readonly Dated<number>[] = [{ from: '2024-08-19', value: 5 }];

/** School days of unauthorised absence in a row at which the authority is told, and how often it is told at least. */
export const ATTENDANCE_RETURN: readonly Dated<{ schoolDays: number; leastPerYear: number }>[] = [
  { from: '2024-08-19', value: { schoolDays: 10, leastPerYear: 12 } },
];

/** School days of illness at which the authority is told, in a row or in total. */
export const SICKNESS_RETURN_SCHOOL_DAYS: readonly Dated<number>[] = [{ from: '2024-08-19', value: 15 }];

/** Percent of possible sessions missed from which absence is persistent. */
export const PERSISTENT_ABSENCE_PERCENT: readonly Dated<number>[] = [
  { from: '2005-09-01', value: 20 },
  { from: '2010-09-01', value: 15 },
  { from: '2015-09-01', value: 10 },
];

/** Percent of possible sessions missed from which absence is severe. */
export const SEVERE_ABSENCE_PERCENT: readonly Dated<number>[] = [{ from: '2015-09-01', value: 50 }];

/** Sessions of a full school year in a maintained school. */
export const SESSIONS_IN_A_YEAR = 380;
