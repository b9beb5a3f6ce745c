import type { Mention } from './mentions.ts';

/** Lines of the office's own protocol: a time, and the call or the text as a noun behind it. */

/** "9.05am Automated text to Contact 1 …", "9.30: first call to priority 1 contact". */
const CALL_LINE =
  /^\W{0,6}(?:(?:automat\w{2,4}|first|initial|absence|group|welfare) ){0,3}(?:text|message|text message|call|phone ?call|telephone call|e-?mail)s? (?:(?:is|are|goes|go|sent|out) ){0,3}(?:home\b|to (?:(?:the|all|each|every|any|their|first|main|priority|emergency|\d) ){0,3}(?:contacts?|parents?|carers?|famil(?:y|ies)|mums?|dads?|home)\b)/i;
/** Who is missing, or whose number is the first: the day's first question, and no newsletter. */
const OF_THE_MISSING =
  /\b(?:first|initial)\s(?:phone ?|telephone )?call\b|\bcontact (?:1|one)\b|\b(?:first|priority)(?: \d| one)? contact|\bfirst on the\b|\babsen|\bmissing\b|\baccount(?:ed)?\b|\bunexplained\b|\bno (?:reason|message|word)\b|\bnot (?:in|here|arrived|heard)\b/i;
/** "A text goes out at 9.30 to parents of any child who is not in": of the missing, and no newsletter or reminder. */
export function isSentToTheMissing(text: string): boolean {
  return (
    OF_THE_MISSING.test(text) ||
    /\bheard\b|\bin touch\b|\bcontact has\b|\bexplanation\b|\b(?:told|let) us\b|\bring[- ]?round\b/i.test(text)
  );
}

const NOTHING_BEFORE = /^\W{0,6}(?:(?:by|from|at)\s{1,3})?$/i;
const LONGEST_LINE = 160;

/** Whether the time leads such a line; the words up to the end of its sentence are what counts. */
export function leadsCallLine({ leftText, rightText }: Mention): boolean {
  if (!NOTHING_BEFORE.test(leftText) || !CALL_LINE.test(rightText)) return false;
  const stop = rightText.search(/[.;](?:\s|$)/);
  return OF_THE_MISSING.test(rightText.slice(0, stop < 0 ? LONGEST_LINE : Math.min(stop, LONGEST_LINE)));
}

/** "staff check the answerphone and the e-mails up to 9.00": what is read then was sent before. */
const READS_MESSAGES =
  /\b(?:check|read|listen|monitor|clear|look|go)(?:s|es|ed|ing)?\b(?: (?:to|at|through|over))?\s[^.;:]{0,80}\b(?:answer ?(?:phone|machine)|voice ?mails?|messages?|e-?mails?|texts?|inbox|apps?)\b[^.;:]{0,60}$/i;

export function readsMessages({ leftText }: Mention): boolean {
  return READS_MESSAGES.test(leftText.slice(-200));
}

/** "Report an absence", "If your child is ill", "Who to tell": what stands below is how and by when. */
const ASKS_TO_REPORT =
  /\bhow to (?:tell|let|contact|reach) us\b|\breport\w{0,3}\s(?:(?:an?|your|the|child'?s?|pupils?|student'?s?|any)\s){0,3}(?:absen|illness|sickness)|\babsence (?:reporting|line|number)|\bif your child is (?:ill|unwell|absent|away|sick|poorly|not)\b/i;
const CHANNEL = /\b0\d{2,4}[ \d]{5,12}|@|\bpress \d|\b(?:app|online|answerphone|voicemail|text|e-?mail|whatsapp)\b/i;

/** Whether a heading or the line above a list asks for reports. */
export function asksForReports(line: string): boolean {
  return line.length < 100 && ASKS_TO_REPORT.test(line);
}

/** "Primary: 01632 960 733, press 1, no later than 8:30am" under such a heading. */
export function givesChannel({ leftText }: Mention): boolean {
  return CHANNEL.test(leftText) && /\b(?:by|before|no later than|up to|until)\s{1,3}$/i.test(leftText);
}
