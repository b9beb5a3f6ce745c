import { holds } from './holds.ts';
import type { Rung } from './test.ts';
import type { Unread } from './unread.ts';
import { NO, type View } from './view.ts';

/** Why the current step cannot be told, where the pupil may be past an unread figure that is more severe; null where it can. */
export function doubtOfUnread(unread: readonly Unread[], rung: Rung | null, view: View): string | null {
  for (const { test, behind, line, quote } of unread)
    if (mayBeWorse(test.percent, behind, rung) && holds(test, view) !== NO)
      return `Line ${line} of the policy names \u201c${quote}\u201d among the steps of the ladder, and no step was read from it: it may be the step that holds.`;
  return null;
}

/** Percentages go by their height; a step of any other kind has its printed place. */
function mayBeWorse(percent: number, behind: number, rung: Rung | null): boolean {
  if (!rung) return true;
  return rung.percent === null ? rung.place <= behind : percent < rung.percent;
}
