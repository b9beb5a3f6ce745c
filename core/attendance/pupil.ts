import type { Day } from './day.ts';

export type SessionOfDay = 'AM' | 'PM';

/** One mark of a register. `row` is the line it came from, for reports. */
export interface Mark {
  date: Day;
  session: SessionOfDay;
  code: string;
  row?: number | undefined;
}

/** Sessions as totals, where a system shows no marks. Integers; null where the system shows none. */
export interface Totals {
  possible: number | null;
  attended: number | null;
  authorised: number | null;
  unauthorised: number | null;
  late: number | null;
  /** As printed, "90.0": its decimals say how far it was rounded. */
  percent: string | null;
  from: Day | null;
  to: Day | null;
  /** Set for a worked example, which no dates stand behind. */
  example?: ExampleTotals;
}

/** Totals of which nothing is known. */
export const NO_TOTALS: Totals = {
  possible: null,
  attended: null,
  authorised: null,
  unauthorised: null,
  late: null,
  percent: null,
  from: null,
  to: null,
};

/** A worked example: everything that its totals count lies in whatever stretch of time a step looks at. */
export interface ExampleTotals {
  /** Absent sessions, where the possible ones are not known; null when neither is. */
  absent: number | null;
  /** Absent sessions in a row, up to the last one. */
  inARow: number;
}

/** The little that a decision needs of a pupil. Either marks or totals. */
export interface PupilRecord {
  pupilId: string;
  name?: string | undefined;
  year?: string | undefined;
  marks?: readonly Mark[] | undefined;
  totals?: Totals | undefined;
  enrolledFrom?: Day | undefined;
  enrolledTo?: Day | undefined;
  parentIds?: readonly string[] | undefined;
  /** Rows about the pupil that could not be read. */
  lost?: readonly LostRow[] | undefined;
}

/** A row of the register that could not be read: what it holds is not known, and every answer must stand either way. */
export interface LostRow {
  row: number;
  /** Its marks, of sessions that cannot be told. */
  codes: readonly string[];
  /** What is wrong with it: a sentence. */
  message: string;
}

/** A step that the school has taken: a row of the actions file. */
export interface ActionTaken {
  pupilId: string;
  /** A printed order ("3") or a unique part of a title. */
  step: string;
  date: Day;
  outcome?: string | undefined;
  sequence?: string | undefined;
  parentId?: string | undefined;
  row?: number | undefined;
}

/** A session that a calendar file says is open or closed. */
export interface CalendarEntry {
  date: Day;
  session: SessionOfDay;
  open: boolean;
}
