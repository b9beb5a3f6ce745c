import type { Governor } from './governor.ts';
import type { Mention } from './mentions.ts';

/** A register that is named by its lesson, or by those who are registered. */

const LESSON_STARTS = /\b(?:period|lesson|session|P)\s?\d\s(?:starts|begins|is)\s(?:at\s{1,3})?$/i;
/** "… and that register counts as your afternoon mark", "and its register is the afternoon mark". */
const ITS_REGISTER =
  /^[\s,;(-]{0,4}(?:(?:and|when|where)\s)?(?:that|this|its|the|whose)\s(?:(?:period|lesson)(?:'?s)?\s)?regist(?:er|ration)\s(?:is|counts|gives|makes|serves|will)\b[^.;]{0,30}\b(?:afternoon|morning|[ap]\.?m\.?)\b/i;

export function ofItsLesson({ leftText, rightText, last }: Mention): Governor | null {
  if (last || !LESSON_STARTS.test(leftText) || !ITS_REGISTER.test(rightText)) return null;
  return { subject: 'register', action: 'take', inherited: false, text: 'register' };
}

/** "Classes are settled and registered by 9.30": done by then. */
const REGISTERED_BY =
  /\b(?:class(?:es)?|pupils?|children|students?|learners?|everyone|everybody|groups?|forms?)\b[^.;]{0,50}\bregistered\s(?:by|before)\s{1,3}$/i;
const FOR_ELSEWHERE = /\b(?:clubs?|trips?|visit\w*|exams?|entr(?:y|ies)|nurse|meals?|sports?|not|n't|who)\b/i;

export function registeredBy({ leftText }: Mention): Governor | null {
  return REGISTERED_BY.test(leftText) && !FOR_ELSEWHERE.test(leftText)
    ? { subject: 'register', action: 'mark', inherited: false, text: 'registered' }
    : null;
}
