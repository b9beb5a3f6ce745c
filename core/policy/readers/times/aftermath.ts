import type { Assigned } from './assign.ts';
import { firstConsequence } from './consequence.ts';
import type { Segment } from './segments.ts';
import type { Token } from './tokens.ts';

const AFTER_IT =
  /\b(?:after|later than|past|since|following)\s+(?:this|that|these|those|then|it\b|the (?:above|registers?|registration|bell|gates?|doors?|time|start|school day)|registers?|registration|which)|\bafterwards\b|\bthereafter\b|\b(?:not|n't|fail\w*|unless)\b[^.]{0,60}\b(?:by|before|at|until)\s+(?:this|that|these|those|then|the)/i;

/**
 * A sentence without a time that says what happens after the last one ("Pupils who arrive after this time are marked
 * late"): the time before it takes the role that the consequence gives, whatever its own verb was.
 */
export function aftermath(
  tokens: readonly Token[],
  text: string,
  found: { assigned: Assigned; segment: Segment }[],
): void {
  const cues = tokens.filter((token) => token.is !== 'time');
  const consequence = firstConsequence(cues, text);
  const last = found.at(-1);
  if (!consequence?.strong || !last || !AFTER_IT.test(text)) return;
  const role = consequence.is === 'late' ? 'registerMarkedBy' : 'registerCloses';
  const { assigned, segment } = last;
  if (assigned.role === role || assigned.ground === 'consequence') return;
  const turned: Assigned = { ...assigned, role, ground: 'consequence', explicit: false };
  switch (assigned.role) {
    case 'registerCloses':
      // "after the registers close" may speak of a close that is given elsewhere; "after this" speaks of this one.
      found[found.length - 1] = { assigned: turned, segment };
      return;
    case 'registerMarkedBy':
      // Marked by 9.10, and absent after "the register closes" (another moment): only "after this time" turns it.
      if (/\b(?:this|that|these) time|\bthen\b/i.test(text)) found.push({ assigned: turned, segment });
      return;
    case 'registerOpens':
    case 'schoolDayStart':
    case 'arriveBy':
    case 'gatesClose':
      if (!/\bclos(?:e|ed|es)\b/i.test(text)) found.push({ assigned: turned, segment });
      return;
    default:
  }
}
