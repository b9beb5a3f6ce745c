import type { Line } from './lines.ts';
import type { Rung } from './rung.ts';

/** Where one paragraph is of attendance and the next of late marks or a first day: neighbours that are two ladders. */

/** What a rung counts, as far as ladders are told apart by it; null where it may be of any. */
function countOf({ trigger }: Rung): 'late' | 'attendance' | 'first day' | null {
  if (trigger.metric === 'lateMarks') return 'late';
  if (trigger.band || trigger.unit === 'percent') return 'attendance';
  const unheard = !trigger.metric && !trigger.anyOf && UNHEARD.test(trigger.condition ?? '');
  return trigger.metric === 'consecutiveAbsenceDays' || unheard ? 'first day' : null;
}

const UNHEARD =
  /\b(?:no\s+(?:one\s+has\s+)?(?:answer|reply|contact|message|word|news)|not\s+(?:\w+\s+){0,2}(?:heard|told|here|arrived|in\s+school)|heard\s+nothing|nobody\s+has\s+(?:told|rung|let))\b/i;

/** A paragraph about late marks, attendance or a first day goes on with no steps of the others. */
export function isOfOtherCount(rungs: readonly Rung[], found: readonly Rung[], line: Line): boolean {
  if (line.kind === 'item') return false;
  const [before, here] = [new Set(rungs.map(countOf)), new Set(found.map(countOf))];
  const [one] = before;
  const [other] = here;
  if (before.size !== 1 || here.size !== 1 || !one || !other) return isLateBeside(rungs, found);
  return one !== other;
}

/** Late marks go on with no steps of another count, and these with none of late marks. */
function isLateBeside(rungs: readonly Rung[], found: readonly Rung[]): boolean {
  const counts = (some: readonly Rung[]): string[] => some.flatMap(({ trigger }) => trigger.metric ?? []);
  const [before, here] = [counts(rungs), counts(found)];
  const isLate = (metric: string): boolean => metric === 'lateMarks';
  return (
    before.length > 0 &&
    here.length > 0 &&
    ((before.every(isLate) && !here.some(isLate)) || (here.every(isLate) && !before.some(isLate)))
  );
}
