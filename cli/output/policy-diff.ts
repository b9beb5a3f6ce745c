import type { Day } from '#core/attendance/day.ts';
import type { MeaningChange } from '#core/diff/change.ts';

/** Two versions of a policy compared. The last five only when a register was given. */
export interface PolicyDiff {
  /** The names of the two files. */
  readonly before: string;
  readonly after: string;
  readonly changes: readonly MeaningChange[];
  readonly asOf?: Day;
  readonly asOfFrom?: string;
  readonly pupils?: readonly MovedPupil[];
  /** The same pupils by where they move, the largest group first. */
  readonly moves?: readonly Move[];
  /** How many pupils stand where they stood. */
  readonly stayed?: number;
}

/** How many pupils one version holds at one step and the other at another. */
export interface Move {
  readonly before: string;
  readonly after: string;
  readonly pupils: number;
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
export function standingWords(standing: Standing): string {
  const now = placeWords(standing);
  return standing.due.length === 0 ? now : `${now} (due: ${standing.due.join('; ')})`;
}

/** Pupils by the step they leave and the step they come to; one whose step stays has other steps due. */
export function movesOf(pupils: readonly MovedPupil[]): Move[] {
  const groups = new Map<string, Move>();
  for (const pupil of pupils) {
    const [before, after] = [placeWords(pupil.before), placeWords(pupil.after)];
    const key = JSON.stringify([before, after]);
    groups.set(key, { before, after, pupils: (groups.get(key)?.pupils ?? 0) + 1 });
  }
  return [...groups.values()].toSorted((a, b) => b.pupils - a.pupils);
}

/** "Letter 1 → Letter 2", or "Letter 1, with other steps due". */
export function moveWords({ before, after }: Move): string {
  return before === after ? `${before}, with other steps due` : `${before} → ${after}`;
}

function placeWords({ answer, step }: Standing): string {
  return answer === 'cannot-tell' ? 'cannot tell' : (step ?? 'no step');
}
