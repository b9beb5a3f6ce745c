import type { Mention } from './mentions.ts';

/** What a time says of the pupils on either side of it in words that hold no verb of their own. */

const UNTIL = /\b(?:up\sto|until|till|before|by)\s{1,3}$/i;
const ON_TIME = /^\W{0,3}(?:(?:is|are|counts?\sas|means|you'?re|they'?re)\s)?(?:on\stime|present|punctual)\b/i;
const LATE = /\blate\b|\bL\b/;

/** "Up to 8.45 on time, up to 9.15 late": until when a pupil is on time, he is late from then on. */
export function onTimeUntil({ leftText, rightText, last }: Mention, text: string): boolean {
  return !last && UNTIL.test(leftText) && ON_TIME.test(rightText) && LATE.test(text);
}

/** "closes at 8.50 for on-time pupils (L after this)", "ends 9.00 (a U from then on)". */
const MARK_THEREAFTER =
  /^[^.;()\d]{0,40}\((?:an?\s|the\smark\sis\s)?(L|U|late|unauthorised|absent)\s(?:marks?\s)?(?:after|from|beyond)\s(?:this|that|then|here|it)\b/;
/** "0855 late; 0915 absent": the entry of a list that holds nothing else. */
const NOTHING_ELSE = /^\s?(?:[-:=]\s?)?(late|absent)[\s;,.]*$/i;
/** "at 8.50 it is L", "from 9.15 the mark becomes a U". */
const TURNS =
  /^,?\s(?:it|this|the\s(?:mark|code)|L)\s(?:is|becomes|turns?\s(?:in)?to|changes?\s(?:in)?to)\s(?:an?\s)?["']?([LU])\b/;
const AT = /\b(?:at|from)\s{1,3}$/i;
const NOTHING_BEFORE = /^[\s;,•*-]*$/;

/** What becomes of those who come after a time, where a bracket or the only word of its entry says so. */
export function markThereafter({ leftText, rightText, last }: Mention): 'late' | 'absent' | null {
  if (last) return null;
  const alone = NOTHING_BEFORE.test(leftText) ? NOTHING_ELSE.exec(rightText)?.[1] : undefined;
  const turned = AT.test(leftText) ? TURNS.exec(rightText)?.[1] : undefined;
  const mark = MARK_THEREAFTER.exec(rightText)?.[1] ?? turned ?? alone;
  if (mark === undefined) return null;
  return /^l/i.test(mark) ? 'late' : 'absent';
}
