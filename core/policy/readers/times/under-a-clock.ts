import type { Block } from '../../blocks.ts';
import { assignRoles } from './assign.ts';
import type { Assigned } from './assigned.ts';
import type { Role } from './reading.ts';
import type { Segment } from './segments.ts';
import { tokenise } from './tokens.ts';

/** A paragraph whose clock time stands before it like a label: "08.45   School starts. Teachers open the registers." */

const CLOCK_LABEL =
  /^[\s*•▪·●–-]{0,6}(?:(?:box|step|stage|part|point|action)\s\d{1,2}[\s:.–-]{1,5})?\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\.?\s{2,}(?=[A-Z])|\s{0,4}(?::|\s[–-]|[–-]\s)\s{0,4}(?=[A-Za-z]))/i;
/** A sentence that supposes something, or goes to another hour, is not of the label's moment. */
const OF_ANOTHER_MOMENT =
  /^\W*(?:if|when|where|should|once|after|before|until|by|on|in the|at (?!once)|later|then|next|finally)\b|\b(?:later|afterwards|tomorrow|afternoon|lunch|break|end of)\b/i;
const TOLD: ReadonlySet<Role> = new Set<Role>([
  'registerOpens',
  'registerMarkedBy',
  'registerCloses',
  'firstDayContactFrom',
  'gatesOpen',
]);

/** The clock label that a block begins with, as it is printed; null where it begins with none. */
export function clockLabelOf({ plain }: Block): string | null {
  return CLOCK_LABEL.exec(plain)?.[0] ?? null;
}

/** What a later sentence of the paragraph, without a time of its own, says of the label's moment; `at` is where the block begins. */
export function underTheClock(label: string, { text }: Segment): { assigned: Assigned; segment: Segment }[] {
  if (OF_ANOTHER_MOMENT.test(text)) return [];
  const joined = label + text;
  return assignRoles(joined, tokenise(joined), { subject: null, heading: null })
    .filter(
      ({ role, clock, ground }) =>
        TOLD.has(role) && clock.end <= label.length && (ground === 'verb' || ground === 'consequence'),
    )
    .map((assigned) => ({ assigned: { ...assigned, explicit: false }, segment: { start: 0, text: joined } }));
}
