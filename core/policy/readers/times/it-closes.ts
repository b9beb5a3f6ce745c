import type { Governor, Subject } from './governor.ts';
import type { Mention } from './mentions.ts';

const RECKONED =
  /\bclos\w{1,4}\s(?:\w+\s){1,4}(?:after|later)\b[^.;,(]{0,20}[,(]\s?(?:so|that is|i\.?e\.?,?|which is)\s(?:at\s)?$/i;

/** "Registration closes 30 minutes after it opens, so at 9.15". */
export function closesAsReckoned({ left, leftText }: Mention): Governor | null {
  return RECKONED.test(leftText) && left.some((cue) => cue.is === 'register')
    ? { subject: 'register', action: 'close', inherited: false, text: '' }
    : null;
}

/** "The register is called; by 9.15 it is closed". */
export function itCloses({ leftText, right, rightText }: Mention, subject: Subject | null): Governor | null {
  const closes =
    right[0]?.is === 'close' && /^\s{0,4}(?:it|they)\s{1,3}(?:(?:is|are|will\s{1,3}be)\s{1,3})?clos/i.test(rightText);
  return closes && subject === 'register' && /^\s*(?:at|by|from)\s*$/i.test(leftText)
    ? { subject, action: 'close', inherited: true, text: '' }
    : null;
}
