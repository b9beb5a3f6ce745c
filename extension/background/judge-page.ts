import { z } from 'zod';
import type { Day } from '#core/attendance/day.ts';
import { type Judge, judgeTable, prepareJudge } from '../judging/judge.ts';
import type { JudgeAnswer, TableToJudge } from '../messages.ts';
import { noticeOf, type StoredPolicy } from './policy-store.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const count = z.int().min(0).nullable();

/** A table as a page sends it: the little of a pupil that a page shows. */
export const TableToJudgeSchema = z.object({
  period: z.object({ from: day, to: day, words: z.string() }),
  asAt: day.nullable(),
  pupils: z.array(
    z.object({
      record: z.object({
        pupilId: z.string(),
        name: z.string().optional(),
        year: z.string().optional(),
        marks: z.array(z.object({ date: day, session: z.enum(['AM', 'PM']), code: z.string() })).optional(),
        totals: z
          .object({
            possible: count,
            attended: count,
            authorised: count,
            unauthorised: count,
            late: count,
            percent: z.string().nullable(),
            from: day.nullable(),
            to: day.nullable(),
          })
          .optional(),
      }),
      problem: z.string().nullable(),
    }),
  ),
});

let ready: { key: string; judge: Judge } | null = null;

/** Judges a page's tables by the policy in force; the ladder is prepared once for each policy. */
export function judgePage(policy: StoredPolicy | null, tables: readonly TableToJudge[], today: Day): JudgeAnswer {
  if (!policy) return { policy: null, tables: [] };
  const key = JSON.stringify([policy.ladder, policy.calendar]);
  if (ready?.key !== key) ready = { key, judge: prepareJudge(policy.ladder, policy.calendar) };
  const { judge } = ready;
  return { policy: noticeOf(policy), tables: tables.map((table) => judgeTable(judge, table, today)) };
}
