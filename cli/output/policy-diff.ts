import type { Day } from '#core/attendance/day.ts';
import type { MeaningChange } from '#core/diff/change.ts';

/** Two versions of a policy compared. The last three only when a register was given. */
export interface PolicyDiff {
  /** The names of the two files. */
  readonly before: string;
  readonly after: string;
  readonly changes: readonly MeaningChange[];
  readonly asOf?: Day;
  readonly asOfFrom?: string;
  readonly pupils?: readonly MovedPupil[];
}

/** A pupil who stands at another step under the new version. */
export interface MovedPupil {
  readonly pupilId: string;
  readonly name?: string;
  readonly before: Standing;
  readonly after: Standing;
}

export interface Standing {
  readonly answer: 'step' | 'none' | 'cannot-tell';
  readonly step: string | null;
  readonly due: readonly string[];
}

/** "Letter 1", "no step", "cannot tell" */
export function standingWords({ answer, step, due }: Standing): string {
  const now = answer === 'cannot-tell' ? 'cannot tell' : (step ?? 'no step');
  return due.length === 0 ? now : `${now} (due: ${due.join('; ')})`;
}
