import { type Governor, isSubject } from './governor.ts';
import type { Mention } from './mentions.ts';

/** Registrations that stand right behind their time, whatever was named before it. */

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
