import { z } from 'zod';
import type { Day } from '#core/attendance/day.ts';
import { type Judge, judgeTable, prepareJudge } from '../judging/judge.ts';
import type { JudgeAnswer, LoggedStep, TableToJudge } from '../messages.ts';
import { type KeptPolicy, noticeOf } from './stored-policy.ts';
import { DaySchema, type TermsInForce } from './terms.ts';

const count = z.int().min(0).nullable();

/** A table as a page sends it: the little of a pupil that a page shows. */
export const TableToJudgeSchema = z.object({
  period: z.object({ from: DaySchema, to: DaySchema, words: z.string() }),
  asAt: DaySchema.nullable(),
  pupils: z.array(
    z.object({
      record: z.object({
        pupilId: z.string(),
        name: z.string().optional(),
        year: z.string().optional(),
        marks: z.array(z.object({ date: DaySchema, session: z.enum(['AM', 'PM']), code: z.string() })).optional(),
        totals: z
          .object({
            possible: count,
            attended: count,
            authorised: count,
            unauthorised: count,
            late: count,
            percent: z.string().nullable(),
            from: DaySchema.nullable(),
            to: DaySchema.nullable(),
          })
          .optional(),
      }),
      problem: z.string().nullable(),
    }),
  ),
});

/** What a page is judged by. */
export interface Grounds {
  policy: KeptPolicy;
  terms: TermsInForce;
  /** What the log holds for a pupil; null: the log is off. */
  logged: ((pupilId: string) => LoggedStep[]) | null;
}

let ready: { key: string; judge: Judge } | null = null;

/** Judges a page's tables by the policy for it; the ladder is prepared once for each policy. */
export function judgePage(
  { policy, terms, logged }: Grounds,
  tables: readonly TableToJudge[],
  today: Day,
): JudgeAnswer {
  const key = JSON.stringify([policy.id, policy.ladder, terms.entries]);
  if (ready?.key !== key) ready = { key, judge: prepareJudge(policy.ladder, terms.entries) };
  const { judge } = ready;
  return {
    policy: noticeOf(policy, today, terms, logged !== null),
    why: null,
    tables: tables.map((table) => judgeTable(judge, table, today, logged)),
  };
}
