import type { SchoolCalendar } from '../attendance/calendar.ts';
import type { Metric, Operator, Step } from '../policy/schema.ts';
import type { Decision, Reason, StepRef } from './decision.ts';
import type { SpanOfTime } from './span-of-time.ts';
import type { AbsenceName, Improvement } from './words.ts';

/** One step of a ladder, made ready for many pupils. */
export interface Rung {
  step: Step;
  ref: StepRef;
  /** Its name in a sentence, 'step 3 ("Letter 2")'. */
  name: string;
  /** The same at the head of a sentence, 'Step 3 ("Letter 2")'. */
  heading: string;
  /** The beginnings of the sentences that say that it holds, and that it does not. */
  opening: { holds: string; doesNot: string };
  /** Such sentences, made for a pupil before, by the figures in them. */
  told: { holds: Map<number, string>; doesNot: Map<number, string> };
  /** As it is due though a more severe step holds. */
  skipped: StepRef;
  /** Where the policy says it. */
  policy: NonNullable<Reason['policy']>;
  /** Its number among all steps of the policy, from 0. */
  id: number;
  /** Its place in the ladder by severity, from 0. */
  place: number;
  test: Test;
  /** What its trigger counts, as bits of effect.ts. */
  bits: number;
  /** The earlier step that its trigger waits for, with whatever else it asks; undefined when it waits for none. */
  after: AfterTest | undefined;
  /** The parts of its trigger that a register code states, such as a holiday in term time. */
  stated: CountTest[];
  /** Its trigger looks at the actions. */
  byRecord: boolean;
  /** The kinds of marks worth trying to come onto it, the plainest first; bits of effect.ts. */
  kinds: readonly number[];
  /** A reward or a universal rung: it can be current, but nothing is due. */
  free: boolean;
  /** Its own step only is due, not the milder ones before it. */
  band: boolean;
  /** Its actions, without words that only say when it begins. */
  deeds: string[];
  /** Has an action that is not enforcement, or no action at all. */
  support: boolean;
  /** Its number among the steps with enforcement, from 0. */
  gate: number;
  /** Every action is enforcement. */
  enforcementOnly: boolean;
  /** The support steps of the main ladder and of its own that come before it, whether they hold or not. */
  supportBefore: Rung[];
  /** Sentences that name so many marks to come onto it, made for a pupil before. */
  needsTold: Map<number, string>;
  /** Sentences that name so many attended sessions to leave it, made for a pupil before. */
  leavesTold: Map<number, string>;
  /** The support that is to be recorded before it, as it was named for a pupil before. */
  toRecord: ToRecord[];
  /** Every action is a penalty notice. */
  onlyNotices: boolean;
  /** Issuing it is issuing a penalty notice. */
  notice: boolean;
  /** Attendance, in thousandths of a percent, under which it begins; null for a step without a percentage. */
  percent: number | null;
  /** Conditions that only a person can judge, beside what decides the step. */
  asks: string[];
  /** One of the conditions is a second way onto the step ("or concerning patterns"). */
  asksAlways: boolean;
  /** The questions that they make; steps that ask the same share one. */
  questions: Decision['asks'];
}

/** Steps that are to be recorded as taken. */
export interface ToRecord {
  steps: readonly Rung[];
  /** Their titles. */
  action: string;
  /** The same as a sentence quotes them. */
  quoted: string;
  /** Sentences that name them beside so many marks, made for a pupil before. */
  told: Map<number, string>;
}

/** A trigger made ready to be tried on a pupil. Percentages are of attendance, in thousandths of a percent. */
export type Test =
  | PercentTest
  | BandTest
  | StatusTest
  | CountTest
  | NationalTest
  | NoticesTest
  | AfterTest
  | WordsTest
  | { kind: 'everyone' }
  | { kind: 'all'; tests: Test[] }
  | { kind: 'any'; tests: Test[] };

/** Clauses about a test that were made for a pupil before, by the figures in them. */
interface Told {
  told?: Map<number, string>;
}

/** "below 90%". */
export interface PercentTest extends Told {
  kind: 'percent';
  op: Operator;
  percent: number;
  /** A milder band begins on the percentage: at exactly that the pupil is in the band. */
  sharedWith?: Rung;
}

/** "90-95%". */
export interface BandTest extends Told {
  kind: 'band';
  low: number;
  high: number;
  /** "at least 95% but less than 97%": the high end is none of it. */
  below?: true;
  /** "97% and above": it reaches into a gap below it, but never all the way down. */
  oneSided?: true;
  /** The milder band that takes the high end, or the overlap, and the figure where it begins. */
  sharedWith?: { rung: Rung; from: number };
  /** More severe steps that claim the low end of this band, or an overlap with it, and up to which figure. */
  claims?: { rung: Rung; upTo: number }[];
  /** Where no other step begins below the band, it reaches down to here; -1 for all the way. */
  reaches?: { percent: number; in: boolean };
}

/** "persistently absent", without a number. */
export interface StatusTest {
  kind: 'status';
  status: AbsenceName;
}

/** "10 late marks in 12 weeks": sessions with any of the bits. */
export interface CountTest extends Told {
  kind: 'count';
  /** The number of what it counts among all that the policy counts, from 0. */
  id: number;
  metric: Metric;
  bits: number;
  op: Operator;
  sessions: number;
  /** The number of days, where the policy prints days. */
  days?: number;
  /** null: this school year. */
  window: SpanOfTime | null;
  /** Sessions in a row, the last of them the pupil's last. */
  inARow: boolean;
  /** A window of the penalty ladder: it reaches back into the school year before. */
  looksBack?: true;
  /** The printed window, when it cannot be counted. */
  unclear?: string;
  /** The register code that states the condition. */
  byCode?: string;
  /** Where the window began at moments that were asked for before: the same for all pupils of a register. */
  begun?: { calendar: SchoolCalendar; asOfDay: number; slots: Map<number, number | null> };
}

/** The national threshold for penalty notices. */
export interface NationalTest extends Told {
  kind: 'national';
}

/** "2 penalty notices in three years". */
export interface NoticesTest {
  kind: 'notices';
  op: Operator;
  notices: number;
}

/** "if no improvement two weeks after step 6". */
export interface AfterTest {
  kind: 'after';
  /** The printed reference, "9a". */
  reference: string;
  /** The clause that the earlier step is not recorded, once it was made. */
  unrecorded?: string;
  /** Unset when no step has that order. */
  earlier?: Rung;
  window: SpanOfTime | null;
  improvement: Improvement | null;
  /** Attendance that the step asks for, in thousandths of a percent. */
  target: number | null;
}

/** Words that only a person can judge. */
export interface WordsTest {
  kind: 'words';
  condition: string;
}
