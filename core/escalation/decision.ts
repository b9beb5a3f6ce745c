import type { Day } from '../attendance/day.ts';
import type { Citation } from '../guidance/citation.ts';
import type { Span } from '../text/span.ts';

/** What `rollmark escalate --format json` prints for each pupil. Types only: the overlay imports this file. */

export interface StepRef {
  order: number;
  sub?: string;
  sequence: string;
  title: string;
  line: number;
  quote: string;
  /** Due although a more severe step already holds: no action shows that it was taken. */
  skipped?: true;
}

export type Verdict = 'yes' | 'no' | 'cannot-tell';

/** Why a rule fired, or by how much it did not. */
export interface Reason {
  /** One plain sentence with the comparison in whole numbers. */
  text: string;
  step?: StepRef;
  /** Dates and codes counted, where marks are known. */
  marks?: { date: Day; session: string; code: string }[];
  /** The policy's own sentence. */
  policy?: { quote: string; line: number; span: Span };
  /** Where law or guidance sets the value. */
  citation?: Citation;
}

export interface AbsenceStatus {
  answer: Verdict;
  absent: number | null;
  possible: number | null;
  /** `absent` minus the least absence that holds at today's `possible`; 0 or more is past the line. */
  margin: number | null;
}

export interface PenaltyThresholdStatus {
  answer: Verdict;
  unauthorisedInWindow: number | null;
  awaitingReason: number | null;
  windowFirstDay: Day | null;
  windowLastDay: Day | null;
  marks: { date: Day; session: string; code: string }[];
  /** An earlier window that reached ten. */
  reachedBefore?: { windowFirstDay: Day; windowLastDay: Day; unauthorised: number };
}

export interface PenaltyNoticesStatus {
  answer: Verdict;
  byParent: { parentId: string | null; dates: Day[] }[];
}

export interface Needs {
  absent?: number;
  unauthorised?: number;
  late?: number;
  action?: string;
  on?: Day;
}

export interface NextStep {
  step: StepRef;
  needs: Needs;
  text: string;
}

/** The sessions of this school year. */
export interface Attendance {
  possible: number | null;
  attended: number | null;
  authorised: number | null;
  unauthorised: number | null;
  late: number | null;
  /** To one decimal, for show only; never compared. */
  percent: number | null;
}

export interface Decision {
  pupilId: string;
  asOf: Day;
  attendance: Attendance;
  status: {
    persistentAbsence: AbsenceStatus;
    severeAbsence: AbsenceStatus;
    penaltyThreshold: PenaltyThresholdStatus;
    penaltyNotices: PenaltyNoticesStatus;
  };
  current: {
    answer: 'step' | 'none' | 'cannot-tell';
    step: StepRef | null;
    withheld: { action: string; why: string }[];
  };
  due: StepRef[];
  /** Bands that the pupil passed and no action shows: named, not due. */
  skipped: StepRef[];
  next: NextStep | null;
  leaves: { attended: number; text: string } | null;
  elsewhere: StepRef[];
  other: { sequence: string; current: Decision['current']; due: StepRef[]; next: NextStep | null }[];
  because: Reason[];
  notYet: Reason[];
  asks: { step: StepRef; question: string }[];
  cannotTell: string[];
}
