import { isOfAnotherSchool } from './other-schools.ts';
import type { Segment } from './segments.ts';

/**
 * Clauses that tell a time which is none of this school's today: what used to be, what other schools do, what somebody
 * supposes or plans, and what the rule is not.
 */

/** One small pattern that most sentences fail; the others are tried behind it. */
const MAY_BE =
  /\b(?:used|until|last|previous|formerly|years? ago|neighbour|the road|next door|nearby|schools|another|example|imagine|suppose|think|believe|myth|might|would|propos|consult|not|n't|because|since|due to|pool|centre|library|theatre|\bold\b|\bmay\b|handed|returned)/i;
/** The same for what is told of another school. */
const MAY_BE_OTHERS =
  /case[ -]study|examples? of|the school|the \w+ school|the (?:road|street|hill|river)|round the corner|across town|next door|\b(?:one|an?) \w+ (?:\w+ )?(?:in|at|near|from) [A-Z]|\b(?:partner|feeder|sister|twin|linked?|receiving|exchange|pilot|model|last|old|former|previous|village|local|nearest|primary)\b|\bwe (?:joined|became|moved|merged|changed|converted)|\b(?:and|but|while|whereas),? (?:we|ours)\b/i;

const NOT_OURS: readonly RegExp[] = [
  // "The register used to close at 9.30", but "L is used to mark …"
  /(?<!\b(?:is|are|be|was|were|been|being|gets?|get) )\bused to (?!this|the|it|being)/i,
  // "Last year pupils who came after 9 were late", "until July the register closed at 9.30"
  /\b(?:(?:last|the previous) (?:school |academic )?(?:year|term|summer|autumn|spring)|in the past|formerly|previously|years ago)\b[^;]{0,80}\b(?:was|were|had|(?:clos|start|open|finish|end|arriv|call)ed|came|began|rang|took|shut)\b/i,
  /\buntil (?:last |this |the end of )?(?:january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter|summer|term|20\d\d)\b[^;]{0,80}\b(?:was|were|had|(?:clos|start|open|finish|end|arriv|call)ed|came|began|rang|took|shut)\b/i,
  // "the nursery across the road", "our neighbour Oakfield School", "some schools close at 9"
  /\b(?:school|academy|college|nursery|infants|juniors|primary|high)\b[^;.]{0,30}\b(?:(?:down|over|across|up) the road|next door)\b/i,
  /\b(?:neighbour(?:s|ing)?|nearby|other|another|some|many|most) (?:\w+ )?(?:schools?|academ(?:y|ies)|colleges?|nurser(?:y|ies))\b(?! (?:staff|events?|days?))[^;]{0,60}\b(?:clos|open|start|begin|end|finish|mark|late|regist|shut)/i,
  // "The swimming pool opens its doors at 7.00"
  /^\W*(?:the|our) (?:\w+ )?(?:pool|leisure centre|sports centre|library|theatre) (?:\w+ )?(?:opens|closes)\b/i,
  // "In this example …", "Imagine that …", "Some people think that …"
  /^\W{0,4}(?:in (?:this|our|the) example|imagine|suppose|supposing|let us say|say that)\b/i,
  /\b(?:people|parents|families|some|many|pupils|children) (?:\w+ )?(?:think|believe|assume|suppose)\b|\bmyth\b/i,
  // "From September the day might start at 8.30", "It is proposed that …"
  /\b(?:might|would) (?:\w+ )?(?:start|begin|open|close|end|finish|shut|move|change)\b|\b(?:propos(?:e|ed|al|als|ing)|consult(?:ing|ed|ation))\b[^;]{0,60}\b(?:start|begin|open|clos|end|finish|mov|chang)/i,
  // "At secondary school the register may close at 9.00", "if it closed at 9.00, forty would have had a U"
  /\bregisters? may\b|\bif\b[^;]{0,80}\bwould have\b/i,
  // "The old policy closed the register at 9.30"
  /\bold (?:policy|rules?|system|arrangements?|times?)\b/i,
  // "Homework handed in after 9.00 is marked late."
  /\b(?:homework|coursework|forms?|replies|assignments?|work)\b[^;]{0,40}\b(?:handed|given|returned)\b/i,
  // "The register does not close at 9.00"
  /\b(?:do|does|did|will)(?: not|n't) (?:close|open|start|begin|end|finish|shut) at\b/i,
];

/** "Pupils who come after 9.50 because their taxi is late are given an L": the exception, not the rule. */
const EXCUSED =
  /\b(?:because|as|since|due to|owing to|when|if|where)\b[^;.]{0,40}\b(?:taxi|(?:mini)?bus|coach|train|transport)\b[^;.]{0,20}\b(?:late|delay|held up|broke|stuck|fail)|\b(?:late|delayed|held up) (?:\w+ )?(?:taxi|(?:mini)?bus|coach|train|transport)\b/i;
const HAS_TRANSPORT = /\b(?:taxi|(?:mini)?bus|coach|train|transport)\b/i;

/** "(not 9.30)", "instead of 8.30", "(previously 9.30)": right before the time. */
const CAST_OFF =
  /\b(?:not|instead of|rather than|previously|formerly|was|were|no longer)\s+(?:at\s+|until\s+|by\s+)?$/i;
const FRONT = 30;
/** "the 8.30 train". */
const OF_A_TRAIN = /^\s?(?:[ap]\.?m\.?\s)?(?:train|bus|coach|ferry|flight|meeting|performance|show)\b/i;

/** Where the clause of a place in a text begins and ends: at a semicolon, a bracket, "but", "now" or a dash. */
const BOUNDARY = /;|\(|\)|\bbut\b|\bnow\b|\s-\s|\.\s/gi;

function clauseAt(text: string, at: number): string {
  let from = 0;
  for (const { index, 0: mark } of text.matchAll(BOUNDARY)) {
    if (index >= at) return text.slice(from, index);
    from = index + mark.length;
  }
  return text.slice(from);
}

/** Whether a time of a sentence is none that holds at this school today. */
export function isNotOurs({ text }: Segment, at: number, end: number): boolean {
  if (CAST_OFF.test(text.slice(Math.max(0, at - FRONT), at))) return true;
  if (OF_A_TRAIN.test(text.slice(end, end + FRONT))) return true;
  if (HAS_TRANSPORT.test(text) && EXCUSED.test(text)) return true;
  if (MAY_BE_OTHERS.test(text) && isOfAnotherSchool(text, clauseAt(text, at), at)) return true;
  if (!MAY_BE.test(text)) return false;
  const clause = clauseAt(text, at);
  return NOT_OURS.some((pattern) => pattern.test(clause));
}
