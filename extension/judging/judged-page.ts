import { buildCalendar } from '#core/attendance/calendar.ts';
import type { Day } from '#core/attendance/day.ts';
import type { JudgeAnswer, JudgedRecord, PolicyNotice, TableToJudge } from '../messages.ts';
import type { GridReading, PageReading } from '../reading/page-reading.ts';
import { codeWarnings } from '../warnings/code-warnings.ts';

/** One pupil on the page with their answer. */
export interface MarkedPupil extends JudgedRecord {
  /** Tells the pupils of one page apart, and finds the same one after the page has changed. */
  key: string;
  /** The system's identifier, where the page shows one; else the name. */
  pupilId: string;
  name: string;
  year: string | null;
  anchor: Element;
}

export interface MarkedTable {
  reading: GridReading;
  asOf: Day;
  pupils: MarkedPupil[];
}

/** A page with its answers. */
export interface JudgedPage {
  policy: PolicyNotice | null;
  /** Why there is no policy for this page; null when there is one. */
  why: string | null;
  tables: MarkedTable[];
  /** Why tables that are plainly about attendance were left alone. */
  refusals: string[];
  /** What is odd about codes of registers that were left alone; absent where nothing is. */
  codes?: { name: string; sentence: string }[];
}

/** What a page asks the background: the tables that can be used, without their elements. */
export function tablesToJudge({ grids }: PageReading): TableToJudge[] {
  return usable(grids).map(({ period, asAt, pupils }) => ({
    period,
    asAt,
    pupils: pupils.map(({ record, problem }) => ({ record, problem })),
  }));
}

/** Puts the answers beside what was read. */
export function withAnswers({ grids }: PageReading, answer: JudgeAnswer): JudgedPage {
  const page: JudgedPage = {
    policy: answer.policy,
    why: answer.why,
    tables: [],
    refusals: grids.flatMap(({ refusal }) => refusal ?? []),
  };
  page.codes = grids.filter(({ refusal }) => refusal !== null).flatMap(codesOf);
  const seen = new Map<string, number>();
  usable(grids).forEach((reading, index) => {
    const judged = answer.tables[index];
    if (!judged) return;
    if ('refusal' in judged) {
      page.refusals.push(judged.refusal);
      page.codes?.push(...codesOf(reading));
      return;
    }
    const pupils = reading.pupils.flatMap(({ record, anchor }, row): MarkedPupil[] => {
      const result = judged.pupils[row];
      const count = (seen.get(record.pupilId) ?? 0) + 1;
      seen.set(record.pupilId, count);
      const key = `${record.pupilId} ${count}`;
      if (!result) return [];
      const { pupilId, name = pupilId, year = null } = record;
      return [{ ...result, key, pupilId, name, year, anchor }];
    });
    page.tables.push({ reading, asOf: judged.asOf, pupils });
  });
  return page;
}

/** A register of a day or a week gives no step, and its codes can be looked at all the same. */
function codesOf({ kind, period, pupils }: GridReading): { name: string; sentence: string }[] {
  if (kind !== 'register' || !period) return [];
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

type UsableGrid = GridReading & { period: NonNullable<GridReading['period']> };

function usable(grids: readonly GridReading[]): UsableGrid[] {
  return grids.flatMap((grid) => (grid.refusal === null && grid.period ? [{ ...grid, period: grid.period }] : []));
}
