import type { Verdict } from '#core/escalation/decision.ts';

/** One policy, one register and what follows, decided by hand from the rules and not from what the engine prints. */
export interface Scenario {
  name: string;
  policy: string;
  register: string;
  /** Default: the first pupil of the register. */
  pupil?: string;
  actions?: string;
  calendar?: string;
  asOf: string;
  expected: Expected;
}

/** Only what is given is compared. Steps are written by their order ("2", "9a"). */
export interface Expected {
  current?: string | 'none' | 'cannot-tell';
  withheld?: RegExp[];
  due?: string[];
  skipped?: string[];
  next?: { step: string; needs: Record<string, unknown> } | null;
  leaves?: number | null;
  attendance?: Record<string, number | null>;
  persistentAbsence?: [Verdict, number | null, number | null, number | null];
  severeAbsence?: Verdict;
  penaltyThreshold?: { answer: Verdict; [figure: string]: unknown };
  penaltyNotices?: { answer: Verdict; byParent?: unknown };
  other?: Record<
    string,
    { current: string; due?: string[]; next?: { step: string; needs: Record<string, unknown> } | null }
  >;
  asks?: string[];
  elsewhere?: string[];
  cannotTell?: RegExp[];
  /** Said anywhere: among the reasons, what cannot be told, or the problems of the register. */
  says?: RegExp[];
}

/** Marks of one session after another, weekends and the dates of `skip` left out: "8*U 2*I" is 8 of U, then 2 of illness. */
export function marks(from: string, tokens: string, skip: readonly string[] = [], pupil = 'p1'): string {
  const rows: string[] = [];
  const day = new Date(`${from}T00:00:00Z`);
  let session = 0;
  for (const token of tokens.trim().split(/\s+/)) {
    const [, times, code] = /^(?:(\d+)\*)?(.+)$/.exec(token) ?? [];
    for (let i = 0; i < Number(times ?? 1); i++) {
      while (session === 0 && (day.getUTCDay() % 6 === 0 || skip.includes(day.toISOString().slice(0, 10))))
        day.setUTCDate(day.getUTCDate() + 1);
      const printed = code === '/' && session === 1 ? '\\' : code;
      rows.push(`${pupil},${day.toISOString().slice(0, 10)},${session === 0 ? 'AM' : 'PM'},${printed}`);
      if (session === 1) day.setUTCDate(day.getUTCDate() + 1);
      session = 1 - session;
    }
  }
  return rows.join('\n');
}

export const register = (...rows: string[]): string => ['pupil_id,date,session,code', ...rows].join('\n');

export const totals = (possible: number, attended: number, authorised: number, unauthorised: number): string =>
  `pupil_id,possible,attended,authorised,unauthorised\np1,${possible},${attended},${authorised},${unauthorised}`;

export const actions = (...rows: string[]): string => ['pupil_id,step,date', ...rows].join('\n');
