import type { Assigned } from './assigned.ts';
import { type Consequence, firstConsequence, governingPreposition } from './consequence.ts';
import { gatherMentions } from './mentions.ts';
import type { Segment } from './segments.ts';
import type { CueToken, Token } from './tokens.ts';

const AFTER_IT =
  /\b(?:after|later than|past|since|following)\s+(?:this|that|these|those|then|it\b|the (?:above|registers?|registration|bell|gates?|doors?|time|start|school day)|registers?|registration|which)|\bafterwards\b|\bthereafter\b|\b(?:not|n't|fail\w*|unless)\b[^.]{0,60}\b(?:by|before|at|until)\s+(?:this|that|these|those|then|the)/i;

/** "Ten minutes after registration they are absent": of a moment that has to be reckoned. */
const SOME_TIME_AFTER = /\b(?:minutes?|mins?|hours?)\s+(?:or\s+more\s+)?(?:after|later|past|following)\b/i;

const PERIOD_OVER =
  /\b(?:registration|register)\s+(?:period|session|window|time\s+(?:has|is))\b|\bend\s+of\s+(?:the\s+)?regist/i;

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
  const consequence = firstStrong(cues, text);
  const last = found.at(-1);
  if (!consequence?.strong || !last || !AFTER_IT.test(text) || SOME_TIME_AFTER.test(text)) return;
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
      // "Registration begins at 8.50. After the registration period …": that ends at a time that is not told.
      if (PERIOD_OVER.test(text)) return;
      if (!/\bclos(?:e|ed|es)\b/i.test(text)) found.push({ assigned: turned, segment });
      return;
    case 'schoolDayStart':
    case 'arriveBy':
    case 'gatesClose':
      if (!/\bclos(?:e|ed|es)\b/i.test(text)) found.push({ assigned: turned, segment });
      return;
    default:
  }
}

/** "Late after that = L": the word, or else the mark that it gets. */
function firstStrong(cues: readonly CueToken[], text: string): Consequence | null {
  const first = firstConsequence(cues, text);
  if (!first || first.strong) return first;
  const mark = firstConsequence(cues.slice(cues.indexOf(first.cue) + 1), text);
  return mark?.is === first.is ? mark : first;
}

/** The people of the sentence before, without a new condition: "They will receive a late mark". */
const OF_THEM =
  /^\W*(?:in (?:these|such|those)(?: \w+)? (?:cases|instances|circumstances)\b|they|these|such|the (?:child|children|pupils?|students?)\b(?! (?:who|that|arriv|com))|he|she|this|it|your child)\b(?![^.]{0,60}\b(?:if|after|before|who)\b)/i;

const AFTER_THAT =
  /^\W*(?:(?:anyone|anybody|any\s\w{1,8}|those|pupils|children|students)\s(?:who\s)?(?:arriv\w+|com\w+|here|in)?\s?)?(?:after|past|later than)\s(?:that|this|then|it)\b/i;

/**
 * A sentence without a time about those who came after the last one: "If you arrive after 9.00 come to the office. They
 * will receive a late mark." The time before it takes the role that the consequence gives.
 */
export function consequenceForThem(
  before: { tokens: readonly Token[]; segment: Segment } | null,
  tokens: readonly Token[],
  text: string,
  found: { assigned: Assigned; segment: Segment }[],
): void {
  const thereafter = AFTER_THAT.test(text);
  if (!before || !(thereafter || OF_THEM.test(text))) return;
  const mention = gatherMentions(before.segment.text, before.tokens).at(-1);
  if (!mention || mention.last) return;
  const preposition = governingPreposition(mention.left);
  if (thereafter) {
    // "Up to 8.50 a pupil is on time. After that the mark is L."
    const isLimit = preposition === 'before' || preposition === 'until' || preposition === 'at';
    const present = [...mention.left, ...mention.right].some((cue) => cue.is === 'present');
    if (!isLimit || !present) return;
  } else if (preposition !== 'after' || !mention.left.some((cue) => cue.is === 'arrive' || cue.is === 'late')) return;
  const clock = mention.first.clock;
  if (found.some(({ assigned, segment }) => segment === before.segment && assigned.clock.start === clock.start)) return;
  const consequence = firstConsequence(
    tokens.filter((token) => token.is !== 'time'),
    text,
  );
  if (!consequence?.strong) return;
  const role = consequence.is === 'late' ? 'registerMarkedBy' : 'registerCloses';
  found.push({ assigned: { clock, role, ground: 'consequence', explicit: false, mention }, segment: before.segment });
}
