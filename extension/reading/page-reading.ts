import type { Day } from '#core/attendance/day.ts';
import type { PupilRecord } from '#core/attendance/pupil.ts';
import type { Period } from './period.ts';

/** Where a value of a reading came from, in words that an attendance officer can check against the page. */
export interface Provenance {
  what: string;
  /** The page's own words. */
  text: string;
  how: string;
}

/** One pupil as the page shows them. Nothing of this is kept, logged or sent. */
export interface PupilReading {
  record: PupilRecord;
  /** The cell that names the pupil: where the mark goes. */
  anchor: Element;
  /** Why this pupil's figures cannot be used; null when they can. */
  problem: string | null;
  /** What the page states of a pupil who is not judged, in its own words: "Days absent: 7, …". */
  states?: string;
}

export type GridKind = 'summary' | 'register';

/** A table of pupils that was read, or one that plainly is about attendance and cannot be used. */
export interface GridReading {
  kind: GridKind;
  root: Element;
  pupils: PupilReading[];
  /** The days that the figures cover. */
  period: Period | null;
  /** The day at which the page says its figures stand; null when it does not say. */
  asAt: Day | null;
  /** How many pupils the page says there are, shown or not; null when it does not say. */
  declaredPupils: number | null;
  provenance: Provenance[];
  /** Why no pupil of this table may be judged; null when they may. */
  refusal: string | null;
}

/** Everything that was read on one page or frame. */
export interface PageReading {
  grids: GridReading[];
  /** Rows of the largest table that someone could teach; 0: there is none. */
  teachable: number;
  /** Some of it can be read only with the rare shapes, whose script had not come. */
  wantsRare: boolean;
}
