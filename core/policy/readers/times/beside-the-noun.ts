import { type Governor, isSubject } from './governor.ts';
import type { Mention } from './mentions.ts';

/** What stands beside a time and hides what it belongs to: a bell, a noun behind it, the gloss of a letter before it. */

const BELL = /\bbell\b/i;

/** "When the bell rings at 8.45 registration begins": the bell only says when. */
export function atTheBell({ left, right, leftText }: Mention): Governor | null {
  if (!BELL.test(leftText) || left.findLast((cue) => cue.is === 'other' || isSubject(cue))?.is !== 'other') return null;
  const [subject, verb] = right[0]?.is === 'stop' ? right.slice(1) : right;
  const begins = subject?.is === 'register' && (verb?.is === 'start' || verb?.is === 'take' || verb?.is === 'open');
  return begins ? { subject: 'register', action: 'start', inherited: false, text: subject.text } : null;
}

const FOR = /\b(?:for|at|the|our)\s*(?:prompt\s*)?$/i;
const IS_REGISTRATION =
  /^\s?(?:am |pm |morning |afternoon )?regist(?:ration|er)\b(?!\s+(?:opens?|clos\w+|ends?|is|are|will|starts?|begins?))/i;

/** "in time for 8.40am registration": the time is the noun's behind it. */
export function attributive({ last, leftText, rightText, right }: Mention): Governor | null {
  const [register] = right;
  if (last || register?.is !== 'register' || !FOR.test(leftText) || !IS_REGISTRATION.test(rightText)) return null;
  return { subject: 'register', action: null, inherited: false, text: register.text };
}

const GLOSSED_MARK = /^\W{0,6}[LU]["']?\s\([^()]{3,60}\)\s{0,2}[:=-]\s{0,3}(?:(?:from|after|between|until)\s{1,2})?$/;

/** "L (late before registers close): 8.50 - 9.20": the bracket only says what the letter means. */
export function withoutGloss(mention: Mention): Mention {
  const { left, leftText, first } = mention;
  if (!GLOSSED_MARK.test(leftText)) return mention;
  const [opens, closes] = ['(', ')'].map((sign) => first.start - leftText.length + leftText.indexOf(sign));
  return { ...mention, left: left.filter(({ start }) => start < (opens ?? 0) || start > (closes ?? 0)) };
}

/** "at 8.45 and, after lunch, at 1.10"; "at 8.45 and again after lunch at 1.10". */
const ASIDE =
  /^\W{0,4}(?:(?:and|&),?\s(?:again,?\s)?)?(?:(?:straight|directly|immediately|right)\s)?(?:after|following)\s(?:the\s)?lunch(?:\s?(?:break|time|hour))?,?\s{1,3}(?:at\s{1,3})?$/i;

/** A time that is joined to the one before it, whatever meal the joint names. */
export function withoutAside(mention: Mention): Mention {
  if (!ASIDE.test(mention.leftText)) return mention;
  const left = mention.left.filter(({ is }) => is === 'stop' || is === 'at');
  return { ...mention, left, leftText: mention.follows ? ' and at ' : 'at ' };
}
