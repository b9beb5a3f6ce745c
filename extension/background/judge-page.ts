import { z } from 'zod';
import type { Day } from '#core/attendance/day.ts';
import type { Decision } from '#core/escalation/decision.ts';
import { codesOf, type Judge, judgeTable, prepareJudge } from '../judging/judge.ts';
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
  { tables, registers, today }: { tables: readonly TableToJudge[]; registers: readonly TableToJudge[]; today: Day },
): JudgeAnswer {
  const judge = judgeBy(policy, terms);
  const few = tables.reduce((sum, { pupils }) => sum + pupils.length, 0) <= FEW;
  return {
    policy: noticeOf(policy, today, terms, logged !== null),
    why: null,
    codes: registers.flatMap(codesOf),
    tables: tables.map((table) => {
      const judged = judgeTable(judge, table, today, logged);
      return few || 'refusal' in judged
        ? judged
        : { ...judged, pupils: judged.pupils.map((pupil) => ({ ...pupil, decision: null })) };
    }),
  };
}

/** A decision with all its reasons is some kilobytes, which for thousands of pupils would hold up the page that gets them. */
const FEW = 300;

/** The whole decision on one pupil of a table; null where there is none. */
export function explainPupil(
  { policy, terms, logged }: Grounds,
  table: TableToJudge,
  pupil: number,
  today: Day,
): Decision | null {
  const judged = judgeTable(judgeBy(policy, terms), table, today, logged, pupil);
  return 'refusal' in judged ? null : (judged.pupils[0]?.decision ?? null);
}

function judgeBy(policy: KeptPolicy, terms: TermsInForce): Judge {
  const key = JSON.stringify([policy.id, policy.ladder, terms.entries]);
  if (ready?.key !== key) ready = { key, judge: prepareJudge(policy.ladder, terms.entries) };
  return ready.judge;
}
