import { type Governor, isSubject, type Subject } from './governor.ts';
import type { Mention } from './mentions.ts';

const RECKONED =
  /\bclos\w{1,4}\s(?:\w+\s){1,4}(?:after|later)\b[^.;,(]{0,20}[,(]\s?(?:so|that is|i\.?e\.?,?|which is)\s{1,3}(?:at\s{1,3})?$/i;
/** "close half an hour after opening, at 9.15": no register opens so late. */
const SIMPLY_RECKONED = /\bclos\w{1,4}\s(?:\w+\s){1,4}after\s(?:(?:it|they)\sopen(?:s|ed)?|opening),\s{1,3}at\s{1,3}$/i;
const LATEST_OPENING = 9 * 60;

/** "Registration closes 30 minutes after it opens, so at 9.15". */
export function closesAsReckoned({ left, leftText, first }: Mention): Governor | null {
  const simply = SIMPLY_RECKONED.test(leftText) && first.clock.minutes > LATEST_OPENING;
  return (simply || RECKONED.test(leftText)) && left.some((cue) => cue.is === 'register')
    ? { subject: 'register', action: 'close', inherited: false, text: '' }
    : null;
}

/** "at", ", and thirty minutes later, at". */
const AT_OR_LATER =
  /(?:^|\band|[;,])\s{0,4}(?:(?:(?:and|then)\s{1,3}){0,2}(?:\w{2,12}\s(?:minutes?|mins)|half\san\shour)\slater,?\s{1,3})?(?:at|by|from)\s*$/i;

/** "The register is called; by 9.15 it is closed", "at 8.30 the gates open and at 8.45 they close". */
export function itCloses({ left, leftText, right, rightText }: Mention, before: Subject | null): Governor | null {
  const verb = right.find((cue) => cue.text !== ',');
  if (verb?.is === 'close' && SHUT.test(rightText) && ALONE.test(leftText)) {
    const named = left.findLast(isSubject)?.is ?? before;
    return named && CLOSE.has(named) ? { subject: named, action: 'close', inherited: true, text: '' } : null;
  }
  if (!verb || (verb.is !== 'close' && verb.is !== 'end') || !IT_CLOSES.test(rightText)) return null;
  const subject = left.findLast(isSubject)?.is ?? before;
  if (subject === null || !CLOSE.has(subject) || !AT_OR_LATER.test(leftText)) return null;
  return { subject, action: verb.is, inherited: true, text: '' };
}

/** "Our doors: 8.40 open, 8.50 shut." */
const SHUT = /^\s(?:shut|closed?|closes|locked)(?:[.,;)]|$)/i;
const ALONE = /(?:^|\bopens?\b|[,;:&]|\band)\s*$/i;

const IT_CLOSES =
  /^\s{0,4},?\s{0,3}(?:it|they)\s{1,3}(?:(?:is|are|will\s{1,3}be)\s{1,3})?(?:clos|shut|lock|end|finish)/i;
const CLOSE: ReadonlySet<Subject> = new Set<Subject>(['register', 'gate', 'day']);
