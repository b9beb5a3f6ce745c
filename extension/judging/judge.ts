import { buildCalendar } from '#core/attendance/calendar.ts';
import type { Day } from '#core/attendance/day.ts';
import type { CalendarEntry, PupilRecord } from '#core/attendance/pupil.ts';
import { type DecisionContext, decide, type Ladder, prepareLadder } from '#core/escalation/decide.ts';
import type { Decision } from '#core/escalation/decision.ts';
import type { Step } from '#core/policy/schema.ts';
import type { CodeWarning, JudgedRecord, JudgedTable, LoggedStep, TableToJudge } from '../messages.ts';
import { codeWarnings } from '../warnings/code-warnings.ts';
import { whyNotSchoolYear, whyNotWhole, whyNotYet } from './coverage.ts';
import { labelOf, levelOf } from './labels.ts';

/** A policy made ready for judging many pages. */
export interface Judge {
  ladder: Ladder;
  steps: readonly Step[];
  calendar: readonly CalendarEntry[];
}

export function prepareJudge(steps: readonly Step[], calendar: readonly CalendarEntry[]): Judge {
  return { ladder: prepareLadder(steps), steps, calendar };
}

/**
 * The step of every pupil of a table, where its figures are the ones that a policy counts. `logged`: what the officer's
 * log holds for a pupil; a pupil of whom it holds nothing may have had a letter before there was a log. `only`: the
 * answer is that of this one pupil, by the marks of all.
 */
export function judgeTable(
  { ladder, steps, calendar }: Judge,
  table: TableToJudge,
  today: Day,
  logged: ((pupilId: string) => LoggedStep[]) | null = null,
  only: number | null = null,
): JudgedTable {
  const shown = table.pupils.map(({ record }) => record);
  const refusal =
    whyNotYet(table.asAt, today) ??
    whyNotSchoolYear(table.period, calendar, today) ??
    whyNotWhole(shown, table.period, calendar, today);
  if (refusal !== null) return { refusal, codes: codesOf(table) };
  const asOf = [today, table.period.to, table.asAt ?? today].reduce((least, day) => (day < least ? day : least));
  const context: DecisionContext = { asOf, calendar: buildCalendar(calendar, shown), actions: null };
  const asked = only === null ? table.pupils : table.pupils.slice(only, only + 1);
  const pupils = asked.map(({ record, problem }): JudgedRecord => {
    const taken = logged?.(record.pupilId) ?? [];
    const actions = taken.length > 0 ? taken.map((entry) => ({ pupilId: record.pupilId, ...entry })) : null;
    const answer = problem ?? decideSafely(ladder, record, { ...context, actions });
    const decision = typeof answer === 'string' ? null : answer;
    const why = typeof answer === 'string' ? answer : null;
    const judged = { ...inShort(decision, why), level: levelOf(decision, steps), decision, problem: why };
    const warnings = codeWarnings(record, context.calendar, asOf);
    return {
      ...judged,
      ...(taken.length > 0 ? { logged: taken } : {}),
      ...(warnings.length > 0 ? { warnings } : {}),
    };
  });
  return { asOf, pupils };
}

/** What is odd about the codes of a register that gives no step, such as one of a day or a week. */
export function codesOf({ pupils, period }: TableToJudge): CodeWarning[] {
  const calendar = buildCalendar(
    [],
    pupils.map(({ record }) => record),
  );
  return pupils
    .filter(({ problem }) => problem === null)
    .flatMap(({ record }) =>
      codeWarnings(record, calendar, period.to).map((sentence) => ({ name: record.name ?? record.pupilId, sentence })),
    );
}

/** What is listed of a pupil. */
function inShort(
  decision: Decision | null,
  problem: string | null,
): Pick<JudgedRecord, 'label' | 'title' | 'percent' | 'due'> {
  const unsure = decision?.current.answer === 'cannot-tell' ? decision.cannotTell[0] : null;
  return {
    label: labelOf(decision),
    title: decision?.current.step?.title ?? problem ?? unsure ?? 'No step of the policy holds',
    percent: decision?.attendance.percent ?? null,
    due: decision?.due.map(({ title }) => title) ?? [],
  };
}

/** A fault with one pupil must not take the others with it, nor pass for "no step". */
function decideSafely(ladder: Ladder, pupil: PupilRecord, context: DecisionContext): Decision | string {
  try {
    return decide(ladder, pupil, context);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // The message could quote a figure, so only the kind of fault goes into the console.
    console.error(`Rollmark: the engine failed with ${error.name}.`);
    return 'Rollmark met a fault of its own with these figures, so it shows no step';
  }
}
