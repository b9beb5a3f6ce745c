import type { Confidence } from '../../schema.ts';
import type { BlockContext } from '../reader.ts';
import type { Assigned } from './assigned.ts';
import type { TimeReading } from './reading.ts';
import { scopeOf } from './scope.ts';
import type { Segment } from './segments.ts';
import { fieldOf } from './session.ts';

/** How far before a time "morning" or "afternoon" may stand, in units. */
const AROUND = 200;

/** A reading placed in its block, with its half of the day, its scope and how sure it is. */
export function toReading(
  assigned: Assigned,
  segment: Segment,
  scope: string | undefined,
  context: BlockContext,
): TimeReading {
  const { clock, role, ground, mention } = assigned;
  const words = `${context.headings.at(-1) ?? ''} ${segment.text.slice(Math.max(0, clock.start - AROUND), clock.end + 25)}`;
  const minutes = beforeFirstMinute(assigned);
  const own = scopeOf(mention) ?? scope;
  return {
    role,
    field: fieldOf(role, minutes, words),
    minutes,
    ground,
    confidence: NAMES_A_SCHOOL.test(segment.text) ? doubted(confidenceOf(assigned)) : confidenceOf(assigned),
    ...(own ? { scope: own } : {}),
    start: segment.start + clock.start,
    end: segment.start + clock.end,
  };
}

/** "late between 8.51 and 9.00": late from 8.51 is late after 8.50. */
function beforeFirstMinute({ clock, role, ground, mention }: Assigned): number {
  const isLimit = role === 'registerMarkedBy' || role === 'registerCloses';
  const opensWindow =
    mention.first.clock === clock && (mention.last !== null || mention.left.some((cue) => cue.is === 'from'));
  const onwards = /^\s*(?:onwards|\+|or (?:later|after))/i.test(mention.rightText);
  return isLimit &&
    (ground === 'consequence' || ground === 'window') &&
    (opensWindow || onwards) &&
    clock.minutes % 5 === 1
    ? clock.minutes - 1
    : clock.minutes;
}

/** "Oxley Infants opens its gate at 8.50": it may be another school. */
const NAMES_A_SCHOOL =
  /\b[A-Z][a-z]{2,20}\s(?:Infants?|Juniors?|Primary|High|Academy|College|School)\s(?:the\s\w{1,10}\s)?(?:opens?|starts?|begins?|closes?|shuts?|finish(?:es)?|ends?)\b/;

function doubted(confidence: Confidence): Confidence {
  return confidence === 'certain' ? 'likely' : confidence;
}

function confidenceOf({ clock, ground, explicit }: Assigned): Confidence {
  if (ground === 'guess' || clock.repaired) return 'unsure';
  return explicit && clock.sure ? 'certain' : 'likely';
}
