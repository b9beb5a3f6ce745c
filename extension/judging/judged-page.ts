import type { Day } from '#core/attendance/day.ts';
import type { CodeWarning, JudgeAnswer, JudgedRecord, PolicyNotice, StatedPupil, TableToJudge } from '../messages.ts';
import type { GridReading, PageReading } from '../reading/page-reading.ts';

/** One pupil on the page with their answer. */
export interface MarkedPupil extends JudgedRecord {
  /** Tells the pupils of one page apart, and finds the same one after the page has changed. */
  key: string;
  /** The system's identifier, where the page shows one; else the name. */
  pupilId: string;
  name: string;
  year: string | null;
  anchor: Element;
  /** Which table of those that were asked about, and which pupil of it. */
  place: { table: number; pupil: number };
  /** What the page states of a pupil who cannot be judged; null: nothing. */
  states: string | null;
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
  /** What is odd about codes of registers that were left alone. */
  codes: CodeWarning[];
  /** What tables that were left alone state of their pupils. */
  stated: StatedPupil[];
}

/** What a page asks the background: the tables that can be used, without their elements. */
export function tablesToJudge({ grids }: PageReading): TableToJudge[] {
  return usable(grids).map(toJudge);
}

/** Registers that give no step, to have their codes looked at. */
export function registersToLookAt({ grids }: PageReading): TableToJudge[] {
  return dated(grids.filter(({ kind, refusal }) => kind === 'register' && refusal !== null)).map(toJudge);
}

function toJudge({ period, asAt, pupils }: UsableGrid): TableToJudge {
  return { period, asAt, pupils: pupils.map(({ record, problem }) => ({ record, problem })) };
}

/** Puts the answers beside what was read. */
export function withAnswers({ grids }: PageReading, answer: JudgeAnswer): JudgedPage {
  const page: JudgedPage = {
    policy: answer.policy,
    why: answer.why,
    tables: [],
    refusals: grids.flatMap(({ refusal }) => refusal ?? []),
    codes: [...answer.codes],
    stated: grids.filter(({ refusal }) => refusal !== null).flatMap(statedIn),
  };
  const seen = new Map<string, number>();
  usable(grids).forEach((reading, index) => {
    const judged = answer.tables[index];
    if (!judged) return;
    if ('refusal' in judged) {
      page.refusals.push(judged.refusal);
      page.codes.push(...judged.codes);
      page.stated.push(...statedIn(reading));
      return;
    }
    const pupils = reading.pupils.flatMap(({ record, anchor, states }, row): MarkedPupil[] => {
      const result = judged.pupils[row];
      const count = (seen.get(record.pupilId) ?? 0) + 1;
      seen.set(record.pupilId, count);
      const key = `${record.pupilId} ${count}`;
      if (!result) return [];
      const { pupilId, name = pupilId, year = null } = record;
      const place = { table: index, pupil: row };
      return [{ ...result, key, pupilId, name, year, anchor, place, states: states ?? null }];
    });
    page.tables.push({ reading, asOf: judged.asOf, pupils });
  });
  return page;
}

function statedIn({ pupils }: GridReading): StatedPupil[] {
  return pupils.flatMap(({ record: { pupilId, name = pupilId, year = null }, states }) =>
    states ? [{ name, year, states }] : [],
  );
}

type UsableGrid = GridReading & { period: NonNullable<GridReading['period']> };

function usable(grids: readonly GridReading[]): UsableGrid[] {
  return dated(grids.filter(({ refusal }) => refusal === null));
}

function dated(grids: readonly GridReading[]): UsableGrid[] {
  return grids.flatMap((grid) => (grid.period ? [{ ...grid, period: grid.period }] : []));
}
