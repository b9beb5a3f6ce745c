import type { Mention } from './mentions.ts';

const GROUP =
  '(?:nursery|pre-?school|foundation stage|eyfs|early years|reception(?= (?:class|children|pupils|and|&|to)|[:,/)-]|$)|ks ?[1-5]|key stages? ?(?:[1-5]|one|two|three|four)|infants?|juniors?|lower school|upper school|middle school|sixth form|primary(?= (?:phase|pupils|school|site))|secondary(?= (?:phase|pupils|school|site))|years? (?:groups? )?(?:\\d{1,2}|one|two|three|four|five|six)(?:(?:, | and | & | ?- ?| to )(?:year )?\\d{1,2})*|y\\d{1,2}(?:(?:, | and | & | ?- ?)y?\\d{1,2})*)';
const BEHIND = new RegExp(
  `^\\s*\\(?\\s*(?:(?:for|in|-)\\s+)?(?:the\\s+|our\\s+)?(${GROUP}(?:(?: and | & |/|, )${GROUP})?)`,
  'i',
);
const BEFORE = new RegExp(`(${GROUP}(?:(?: and | & |/|, )${GROUP})?)(?!.*${GROUP})`, 'i');

/** The phase or year group that a time is for, named right behind it ("1.15 in Key Stage 2") or before it ("KS1: 8.50"). */
export function scopeOf({ leftText, rightText, follows }: Mention): string | undefined {
  const behind = BEHIND.exec(rightText);
  // "9.00am KS1: 8.50am": what leads to the next time belongs to that one.
  if (behind?.[1] && !/^\s*[:=-]\s*$/.test(rightText.slice(behind[0].length))) return behind[1].trim();
  // What stands right behind the time before belongs to that one.
  const before = BEFORE.exec((follows ? leftText.replace(BEHIND, '') : leftText).slice(-70))?.[1];
  if (before) return before.trim();
  return leftText.trim() === '' ? BEFORE.exec(rightText.slice(0, 60))?.[1]?.trim() : undefined;
}

/** The phase that a heading or a row's label names. */
export function scopeIn(label: string): string | undefined {
  return BEFORE.exec(label.slice(-120))?.[1]?.trim();
}
