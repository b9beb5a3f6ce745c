/** Attendance that has not come back up to a figure: what the step before was to bring, and no line to fall to. */

const TO = '(?:back\\s+)?(?:up\\s+)?(?:to|above|over)';
const WORDS = `\\b(?:not|n't|never|fail(?:s|ed|ing)?\\s+to)\\s+(?:yet\\s+|quite\\s+|now\\s+)?(?:reach(?:ed)?|met|hit|(?:return(?:ed)?|risen?|recover(?:ed)?|climb(?:ed)?|improved?|increased?|got(?:ten)?|get|gone|go|come|been)\\s+${TO}|(?:back\\s+)?(?:up\\s+to|above|over|at|to))\\s+(?:at\\s+least\\s+)?`;

/** "has not reached", whatever follows. */
export const NOT_REACHED = new RegExp(WORDS, 'i');

/** "has not reached " right before a figure. */
export const NOT_REACHED_BEFORE = new RegExp(`${WORDS}$`, 'i');

const SINCE_EARLIER =
  /\b(?:weeks?|months?|days?|half[\s-]?terms?|terms?|fortnight)\s+(?:later|on|after(?:wards)?|of|from|since)\b|\b(?:after|within|in)\s+(?:an?\s+|another\s+|the\s+|this\s+|that\s+|\d|(?:one|two|three|four|five|six|eight|ten|twelve)\b|stage|step|level|tier|letter|half)|\bby\s+(?:then|that\s+(?:date|time)|the\s+(?:end|review|time|next))\b|\bsince\s+(?:then|the|stage|step|letter|that)\b|\bstill\b|\bat\s+the\s+(?:review|end)\b/i;

/** Whether a sentence says that attendance has not reached a figure since a step before: "has not reached 93% four weeks after Stage 2". */
export function missesSince(before: string, text: string): boolean {
  return NOT_REACHED_BEFORE.test(before) && SINCE_EARLIER.test(text);
}
