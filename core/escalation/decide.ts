import type { SchoolCalendar } from '../attendance/calendar.ts';
import type { Day } from '../attendance/day.ts';
import type { ActionTaken, PupilRecord } from '../attendance/pupil.ts';
import type { Step } from '../policy/schema.ts';
import type { Decision } from './decision.ts';

/** A policy's steps, made ready once for many pupils. */
export interface Ladder {
  readonly steps: readonly Step[];
}

export interface DecisionContext {
  asOf: Day;
  calendar: SchoolCalendar;
  /** null: no record of actions was given, which is not the same as none taken. */
  actions: readonly ActionTaken[] | null;
}

export function prepareLadder(steps: readonly Step[]): Ladder {
  return { steps };
}

/** Which step holds for the pupil on the day, why, and what comes next: see docs of Decision. */
export function decide(_ladder: Ladder, _pupil: PupilRecord, _context: DecisionContext): Decision {
  throw new Error('Unexpected call: the engine is not built yet');
}
