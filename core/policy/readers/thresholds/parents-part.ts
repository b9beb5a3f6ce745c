/** Days by which parents have something to do: at these the school itself does nothing. */

const EVIDENCE =
  /\b(?:medical|doctor'?s?'?|gp|hospital|pharmac\w{1,6})\s+(?:\w+\s+)?(?:evidence|certificates?|notes?|letters?|proof|confirmation)\b|\b(?:evidence|proof|certificates?)\s+(?:of|for)\s+(?:(?:the|their|an?)\s+)?(?:illness|sickness|absence)\b|\bsick\s+notes?\b/i;
const SCHOOL_ASKS =
  /\b(?:we|(?:the\s+)?(?:school|office|academy|headteacher))\s+(?:(?:will|may|might|shall|then|also|can)\s+){0,2}(?:asks?|requests?|seeks?)\b/i;
const SCHOOL_ACTS =
  /\b(?:refer(?:s|red|ral)?|visit\w{0,3}|meetings?|panels?|penalt(?:y|ies)|fined?|telephon\w+|phoned?|calls?|notif\w+|inform(?:s|ed)?|nurse|welfare|letters?\s+home|local\s+authority)\b/i;

/** Whether a sentence about days of illness only says what parents must bring, and nothing that the school does. */
export function onlyAsksForEvidence(text: string): boolean {
  return EVIDENCE.test(text) && !SCHOOL_ASKS.test(text) && !SCHOOL_ACTS.test(text);
}

/** "This should be done before 9.15am on the first day of absence". */
const UNTIL_HOUR = /\b(?:before|by|until|than)\s+\d{1,2}(?:[.:]\d\d)?\s{0,2}(?:[ap]\.?m\.?\s+)?(?:on\s+)?(?:the\s+)?$/i;

/** Whether the day that begins at a place has an hour before it, by which parents ring. */
export function hasParentsHour(text: string, at: number): boolean {
  return UNTIL_HOUR.test(text.slice(Math.max(0, at - 40), at));
}
