import { type Governor, isSubject } from './governor.ts';
import type { Mention } from './mentions.ts';
import type { CueToken } from './tokens.ts';

/** What stands beside a time and hides what it belongs to: a bell, a noun behind it, the gloss of a letter before it. */

const BELL = /\b(?:bell|whistle)\b/i;
const NEXT_TIME = /\b(?:at|by|from|until)\s{1,3}$/i;

const LATER = /\b(?:minutes?|mins|later|afterwards)\b/i;

/** "When the bell rings at 8.45 registration begins": the bell only says when. */
export function atTheBell({ left, right, leftText, rightText }: Mention): Governor | null {
  if (!BELL.test(leftText) || left.findLast((cue) => cue.is === 'other' || isSubject(cue))?.is !== 'other') return null;
  // "The bell rings at 8.40 and the register is taken at 8.50": each has its own.
  if (NEXT_TIME.test(rightText) || LATER.test(rightText)) return null;
  const joint = right[0]?.is === 'stop' ? 1 : 0;
  const [one, other] = right.slice(joint).filter(({ is }) => is !== 'staff' && is !== 'when');
  // "… and we do the register", "… and the register is taken"
  const subject = one?.is === 'take' ? other : one;
  const verb = one?.is === 'take' ? one : other;
  // "When the bell rings at 8.50 lessons start."
  if ((subject?.is === 'lesson' || subject?.is === 'day') && verb?.is === 'start')
    return { subject: subject.is, action: 'start', inherited: false, text: subject.text };
  const begins = subject?.is === 'register' && (verb?.is === 'start' || verb?.is === 'take' || verb?.is === 'open');
  return begins ? { subject: 'register', action: 'start', inherited: false, text: subject.text } : null;
}

const ONLY_A_LABEL = /^\W*(?:(?:box|step|stage|part|point|action)\s\d{1,2}\W{1,6})?$/i;

/** "**8.50am.** Registers open.": a time that stands as a label; its full stop parts nothing. */
export function behindLabel({ left, leftText, right, rightText }: Mention): readonly CueToken[] {
  const isLabel =
    left.every(({ is }) => is === 'stop') && ONLY_A_LABEL.test(leftText) && /^\.\s{2,}[A-Z]/.test(rightText);
  return isLabel && right[0]?.is === 'stop' ? right.slice(1) : right;
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
  /^\W{0,4}(?:(?:and|&),?\s(?:again,?\s)?)?(?:(?:straight|directly|immediately|right)\s)?(?:after|following)\s(?:the\s)?lunch(?:\s?(?:break|time|hour))?,?\s{1,3}(?:at\s{1,3}|\()?$/i;
/** "… and again at the start of Period 5 (1.35)". */
const AGAIN_IN_LESSON =
  /^\W{0,4}(?:(?:and|&)\s)?again,?\s(?:(?:at|in)\s)?(?:(?:the\s)?(?:start|beginning)\sof\s)?(?:period|lesson|session|P)\s?\d,?\s{0,3}(?:at\s{1,3}|\(\s?(?:at\s{1,3})?)?$/i;

/** A time that is joined to the one before it, whatever meal the joint names. */
export function withoutAside(mention: Mention): Mention {
  if (!ASIDE.test(mention.leftText) && !(mention.follows && AGAIN_IN_LESSON.test(mention.leftText))) return mention;
  const left = mention.left.filter(({ is }) => is === 'stop' || is === 'at');
  return { ...mention, left, leftText: mention.follows ? ' and at ' : 'at ' };
}
