import { Notes } from '../../text/notes.ts';
import type { PlacedBlock } from '../document.ts';
import { tellsOfDays } from '../readers/thresholds/told-days.ts';
import { type Stretch, stretchesOf } from './lines.ts';
import { addressesParents, DUTIES } from './wording.ts';

/** What a line is to those that follow it. */
export interface Traits {
  /** Whether the items below it are for others than the school; null where the line says nothing of it. */
  readonly setsAside: boolean | null;
  readonly introduces: boolean;
  readonly tellsWhatHappens: boolean;
  /** The items below are what may be done about the step before. */
  readonly considers: boolean;
  /** It ends as a line does that a list follows. */
  readonly opensItems: boolean;
  /** It tells what another school does. */
  readonly tellsOfOthers: boolean;
  /** It asks of another school: what stands below tells of that. */
  readonly asksOfOthers: boolean;
  /** Its sentence that says that days of absence are counted; null for none. */
  readonly tellsCount: string | null;
}

const traitsMemory = new Notes<Traits>();

/** What a line is to those that follow it, remembered with it. */
export function traitsOf(stretch: Stretch): Traits {
  let traits = traitsMemory.get(stretch);
  if (!traits) traitsMemory.set(stretch, (traits = readTraits(stretch)));
  return traits;
}

function readTraits({ kind, text }: Stretch): Traits {
  const ended = text.trimEnd();
  const colon = ended.endsWith(':');
  const tellsWhatHappens = colon && WHAT_HAPPENS.test(text);
  return {
    setsAside: setsAside(kind, text),
    introduces: kind !== 'item' && (tellsWhatHappens || INTRODUCES.test(text)),
    tellsWhatHappens,
    considers: colon && kind !== 'item' && CONSIDERS.test(text),
    opensItems: colon || OPENS_ITEMS.test(ended.slice(-40)),
    tellsOfOthers: TELLS_OF_OTHERS.test(text),
    asksOfOthers: kind === 'heading' && ASKS_OF_OTHERS.test(text),
    tellsCount: /\bdays?\b/i.test(text) ? (text.split(SENTENCES).find(tellsOfDays) ?? null) : null,
  };
}

function setsAside(kind: Stretch['kind'], text: string): boolean | null {
  if (kind !== 'heading' && !(kind === 'text' && text.trimEnd().endsWith(':'))) return kind === 'text' ? false : null;
  const opening = lastSentence(text);
  if (!addressesParents(opening) && !DUTIES.test(opening)) return false;
  return !/\b(?:school|we)\b[^?.]{0,60}\bwill\b/i.test(text) || DUTIES.test(text);
}

const SENTENCES = /(?<=[.!?])\s+(?=[A-Z])/;

// So many blocks before a section may stand what it counts.
const TOLD_BEFORE = 8;

/** What the blocks right before a place say is counted, for the lines behind it; null where they say nothing of it. */
export function countToldBefore(blocks: readonly PlacedBlock[], at: number): string | null {
  for (const { block } of blocks.slice(Math.max(0, at - TOLD_BEFORE), at).reverse())
    for (const stretch of stretchesOf(block).toReversed()) {
      const { tellsCount } = traitsOf(stretch);
      if (tellsCount !== null) return tellsCount;
    }
  return null;
}

/** "Look at their page and not at ours", "That is theirs, not ours": what another school does. */
const TELLS_OF_OTHERS =
  /\btheirs,?\s+(?:and\s+)?not\s+ours\b|\b(?:compares|differs)\s+(?:with|from)\s+(?:that|those)\s+of\b|\btheir\s+(?:page|website|policy|rules|letters)\s*,?\s+(?:and\s+)?not\s+(?:at\s+|in\s+|to\s+)?ours?\b/i;
const ASKS_OF_OTHERS =
  /\b(?:different|same)\b[^?]{0,40}\b(?:secondary|primary|other|another|neighbouring)\s[^?]{0,30}\?/i;

// "Schools should consider:", "This may include:"
const CONSIDERS =
  /\b(?:schools?|staff|we|this|support|steps|it)\s+(?:should|may|can|could|might|will)\s+(?:also\s+)?(?:consider|include|involve)(?:\s+(?:the\s+following|any\s+of(?:\s+the\s+following)?|some\s+of\s+these))?\s*:\s*$/i;

// "The following procedures will be taken …:", "has adopted the following steps".
const WHAT_HAPPENS =
  /\bwhat\s+(?:happens|we\s+(?:will\s+)?do|the\s+school\s+(?:will\s+do|does)|school\s+does)\b[^.]{0,200}:\s*$|\b(?:steps|stages)\s+(?:are|will\s+be)\s*:\s*$/i;
const INTRODUCES =
  /\b(?:following|these|our|the)\s+(?:\w+\s+){0,3}(?:procedures?|steps?|actions?|stages?|process|system|measures)\b[^.]{0,200}(?::|\.)?\s*$/i;

/** The last sentence of a line: what a list under it hangs on. */
export function lastSentence(text: string): string {
  return text.slice(text.lastIndexOf('. ') + 1);
}

const OPENS_ITEMS = /\b(?:following\s+(?:circumstances|situations|cases)\.?|we\s+will,?)$/i;
