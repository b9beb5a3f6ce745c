import type { Headed } from './group.ts';
import type { Line } from './lines.ts';
import { looksBack } from './looks-back.ts';
import { proseRungs } from './prose.ts';
import type { Rung } from './rung.ts';

/** "Stage 3: below 90%, meeting. If there is no improvement after four weeks, the case is referred.": what follows a ladder's last rung. */

const OPENS_SENTENCE = /(?:^|[.!?;]["')\]]{0,5}\s)[\s\-*•·(]*$/;

/** Where the words of a rung may set a step behind it: in all of them, in paragraphs of their own, nowhere. */
export type Branches = 'anywhere' | 'in paragraphs' | 'nowhere';

/** A rung of a ladder, and the step that its own words set behind it; only the rung where they set none. */
export function withBranch(headed: Headed, last: Rung, branches: Branches): Rung[] {
  const branch = branches === 'nowhere' ? null : branchOf(headed, last, branches);
  if (!branch) return [last];
  const actions = last.actions.filter((action) => !tells(action, branch));
  return actions.length === 0 ? [last] : [{ ...last, actions }, branch];
}

function branchOf({ line, body, head }: Headed, last: Rung, branches: Branches): Rung | null {
  for (const one of [line, ...body]) {
    if (branches === 'in paragraphs' && !isApart(one, line)) continue;
    // A condition is words of the line: one that looks back stands in no line that does not.
    if (!looksBack(one.text)) continue;
    for (const rung of proseRungs(one, { inLadder: true, follows: true })) {
      const { after, trigger, place } = rung;
      if (!after || trigger.metric || trigger.band || trigger.anyOf || !looksBack(trigger.condition ?? '')) continue;
      if (one === line && place.start < Math.max(head.rest, 1)) continue;
      if (!OPENS_SENTENCE.test(one.text.slice(0, place.start)) || trigger.condition === last.trigger.condition)
        continue;
      return { ...rung, sub: true };
    }
  }
  return null;
}

// "If there is no improvement, Stage 3 begins", "the next letter is sent": the rung that follows.
const LEADS_ON =
  /\b(?:next|following)\s+(?:stage|step|level|tier|phase|wave|letter)\b|\b(?:stage|step|level|tier|phase|wave|letter)\s(?:\d|[A-F]\b|two|three|four|five)(?!\s+(?:plan|meeting|agreement|contract))|\b(?:amber|red|yellow|orange|purple)\b/i;

/** Whether a line is a paragraph of its own beside the rung's head, and leads to no other rung. */
function isApart(one: Line, head: Line): boolean {
  return one.kind === 'text' && one.placed !== head.placed && !LEADS_ON.test(one.text);
}

/** Whether an action of the rung is what the step behind it does, condition and all. */
function tells(action: string, { trigger, actions }: Rung): boolean {
  const condition = (trigger.condition ?? '').slice(0, 40);
  return (condition !== '' && action.includes(condition)) || actions.includes(action);
}
