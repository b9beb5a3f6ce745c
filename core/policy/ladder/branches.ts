import type { Headed } from './group.ts';
import { looksBack } from './looks-back.ts';
import { proseRungs } from './prose.ts';
import type { Rung } from './rung.ts';

/** "Stage 3: below 90%, meeting. If there is no improvement after four weeks, the case is referred.": what follows a ladder's last rung. */

const OPENS_SENTENCE = /(?:^|[.!?;]["')\]]{0,5}\s)[\s\-*•·(]*$/;

/** The last rung of a ladder, and the step that its own words set behind it; only the rung where they set none. */
export function withBranch(headed: Headed, last: Rung): Rung[] {
  const branch = branchOf(headed, last);
  if (!branch) return [last];
  const actions = last.actions.filter((action) => !tells(action, branch));
  return actions.length === 0 ? [last] : [{ ...last, actions }, branch];
}

function branchOf({ line, body, head }: Headed, last: Rung): Rung | null {
  for (const one of [line, ...body])
    for (const rung of proseRungs(one, { inLadder: true, follows: true })) {
      const { after, trigger, place } = rung;
      if (!after || trigger.metric || trigger.band || trigger.anyOf || !looksBack(trigger.condition ?? '')) continue;
      if (one === line && place.start < Math.max(head.rest, 1)) continue;
      if (!OPENS_SENTENCE.test(one.text.slice(0, place.start)) || trigger.condition === last.trigger.condition)
        continue;
      return { ...rung, sub: true };
    }
  return null;
}

/** Whether an action of the rung is what the step behind it does, condition and all. */
function tells(action: string, { trigger, actions }: Rung): boolean {
  const condition = (trigger.condition ?? '').slice(0, 40);
  return (condition !== '' && action.includes(condition)) || actions.includes(action);
}
