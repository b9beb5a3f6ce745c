import type { Day } from '../attendance/day.ts';
import type { Decision } from '../escalation/decision.ts';
import { hideSmallGroups } from './small-groups.ts';

/** What a policy, or a change of it, means for the pupils of one register: groups and counts, and no pupil. */
export interface Impact {
  /** The day on which the pupils were judged. */
  asOf: Day;
  /** Whether an earlier version was applied to the same pupils. */
  isCompared: boolean;
  /** Pupils by the step that holds before and now; `before` is null when there is nothing to compare with. */
  groups: ImpactGroup[];
}

export interface ImpactGroup {
  before: string | null;
  after: string;
  /** null: not shown, so that no group of fewer than five can be worked out. */
  pupils: number | null;
}

/** Where one pupil stands: by the earlier version, if there is one, and by this one. */
export interface Standing {
  before: Decision['current'] | null;
  after: Decision['current'];
}

/** Counts the pupils by where they stand. Names and numbers of pupils never come near it. */
export function impactOf(standings: Iterable<Standing>, asOf: Day, isCompared: boolean): Impact {
  const counts = new Map<string, { before: string | null; after: string; pupils: number }>();
  for (const { before, after } of standings) {
    const places = { before: before && placeOf(before), after: placeOf(after) };
    // Those whose step stays are one group, whatever their step.
    const key = isCompared && places.before === places.after ? '' : JSON.stringify(places);
    const group = counts.get(key);
    if (group) group.pupils++;
    else counts.set(key, key === '' ? { before: STAYS, after: STAYS, pupils: 1 } : { ...places, pupils: 1 });
  }
  const groups = [...counts.values()];
  const shown = hideSmallGroups(groups.map(({ pupils }) => pupils));
  return {
    asOf,
    isCompared,
    groups: groups.map((group, at) => ({ ...group, pupils: shown[at] ?? null })).toSorted(inPrint),
  };
}

/** Both sides of the group whose step is the same under both versions. */
export const STAYS = 'the same step';

/** The largest first; those not shown by their words, since their order would tell of their size. */
function inPrint(one: ImpactGroup, other: ImpactGroup): number {
  const bySize = (other.pupils ?? 0) - (one.pupils ?? 0);
  return bySize || `${one.before} ${one.after}`.localeCompare(`${other.before} ${other.after}`, 'en-GB');
}

function placeOf({ answer, step }: Decision['current']): string {
  if (answer === 'cannot-tell') return 'cannot tell';
  return step?.title.replace(/\s+/g, ' ').trim() ?? 'no step';
}
