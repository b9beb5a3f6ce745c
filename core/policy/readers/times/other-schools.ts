/** Sentences that tell of another school, by its kind, its place or its part in a story; what it does at an hour is no rule of this one. */

/** Of the whole sentence, whichever clause the hour stands in. */
const STORY =
  /\b(?:[Ii]n|[Aa]t|of) (?:the|one|a|this|our|each) (?:case[ -]study|example|pilot|imaginary|model) (?:school|academy|college)\b|^\W{0,6}[Cc]ase[ -]study\b|\bexamples? of (?:an?|one|some|two) (?:\w+ )?(?:schools?|academ(?:y|ies)|colleges?)\b|\b(?:my|his|her|their|your) (?:last|old|former|previous) school\b|\bthe school (?:that |which )?(?:(?:Mr|Mrs|Ms|Miss|Dr) [A-Z][\w'-]{1,20}|he|she|they|we) (?:came from|left|worked at|used to)\b/;

/** "St Wilfrid's down the road", "Oakfield, across town". */
const NAMED_AND_AWAY =
  /\b(?:St\.? )?[A-Z][\w']{2,20}(?:,? (?:just )?(?:(?:down|up|over|across|along) the (?:road|street|hill|river)|round the corner|across town|next door))\b/;

/** "One school in Leeds", "a primary near Hull", "the village school at Nether Poole". */
const SOMEWHERE =
  /\b(?:[Oo]ne|[Aa]|[Aa]n) (?:(?:\w+ )?(?:school|academy|college)|primary|secondary|infants?|junior|high) (?:in|at|near|from) [A-Z][a-z]/;
const VILLAGE_SCHOOL =
  /\b[Tt]he (?:village|local|neighbouring|nearest) (?:school|primary|academy) (?:at|in|on|over|near) [A-Z][a-z]/;
/** What speaks of this school in the same breath. */
const OF_US = /\b(?:we|us|our|ours)\b/i;

/** "Our partner school starts at 8.00", "the feeder primaries close at 3.00". */
const RELATED =
  /\b(?:our|the|a|its) (?:partner|feeder|sister|twin|linked?|receiving|exchange) (?:(?:primary|secondary|infant|junior|high|nursery) )?(?:schools?|academ(?:y|ies)|colleges?|primar(?:y|ies)|infants?|juniors?)\b/i;

/** "Before we joined the trust the register closed at 9.30." */
const BEFORE_OUR_TIME =
  /\b(?:before|until|when) we (?:joined|became|moved|merged|changed|converted)\b[^;]{0,80}\b(?:was|were|had|(?:clos|start|open|finish|end)ed|began|rang|shut)\b/i;

/** "The high school starts at 8.30 and we start at 8.50", "At Holly Lane the register closes at 9.00, but ours closes at 9.15." */
const AND_WE_DO =
  /(?:\b[Tt]he (?:\w+ )(?:school|academy|college)\b|\b[Aa]t (?:St\.? )?[A-Z][a-z']{2,20}\b|^\W{0,4}(?:St\.? )?[A-Z][\w']{2,20} (?:[A-Z][a-z']{2,20} )?)[^.;]{0,40}\b(start|begin|open|clos|shut|finish|end)\w{0,3}\b[^;]{0,50}\b(?:and|but|while|whereas),? (?:we|ours) (?:only )?\1/;
const WE_DO = /\b(?:and|but|while|whereas),? (?:we|ours) /;

/** Whether the time at a place of a sentence is told of another school. */
export function isOfAnotherSchool(text: string, clause: string, at: number): boolean {
  if (STORY.test(text) || NAMED_AND_AWAY.test(clause) || SOMEWHERE.test(clause) || RELATED.test(clause)) return true;
  if (BEFORE_OUR_TIME.test(clause)) return true;
  if (VILLAGE_SCHOOL.test(clause) && OF_US.test(text)) return true;
  const ours = WE_DO.exec(text);
  return ours !== null && at < ours.index && AND_WE_DO.test(text);
}
