import type { Mention } from './mentions.ts';

const GROUP =
  '(?:nursery|pre-?school|foundation stage|eyfs|early years|reception(?= (?:class|children|pupils|register|year|day|session|gate|and|&|to)\\b|[:,/)-]|$)|ks ?[1-5]|key stages? ?(?:[1-5]|one|two|three|four)|infants?|juniors?|lower school|upper school|middle school|sixth form|primary(?= (?:phase|pupils|school|site)|\\s?[:)])|secondary(?= (?:phase|pupils|school|site)|\\s?[:)])|years? (?:groups? )?(?:\\d{1,2}|one|two|three|four|five|six)(?:(?:, | and | & | ?- ?| to )(?:year )?\\d{1,2})*|y\\d{1,2}(?:(?:, | and | & | ?- ?)y?\\d{1,2})*)';
const BEHIND = new RegExp(
  `^\\s*(?:\\(\\s*)?(?:(?:for|in|-)\\s+)?(?:the\\s+|our\\s+)?(${GROUP}(?:(?: and | & |/|, )${GROUP})?)`,
  'i',
);
const BEFORE = new RegExp(`(${GROUP}(?:(?: and | & |/|, )${GROUP})?)(?!.*${GROUP})`, 'i');

/** "by 8.30am (High: by 8.00am)": one school of several, by its short name, opens a bracket of its own. */
const SCHOOL_IN_BRACKET =
  /\(\s?((?:[A-Z][a-z']{1,20} ){0,2}(?:High|Primary|Secondary|Academy|College|First|Middle|Lower|Upper))(?: [Ss]chool| [Ss]ite)?\s?:\s?(?:by|at|from|before|until)?\s?$/;

/** The phase or year group that a time is for, named right behind it ("1.15 in Key Stage 2") or before it ("KS1: 8.50"). */
export function scopeOf({ leftText, rightText, follows }: Mention): string | undefined {
  const inBracket = SCHOOL_IN_BRACKET.exec(leftText.slice(-80))?.[1];
  if (inBracket) return inBracket;
  const behind = labelBehind(rightText);
  if (behind?.[1]) return behind[1].trim();
  // What stands right behind the time before belongs to that one.
  const before = BEFORE.exec(
    (follows && labelBehind(leftText) ? leftText.replace(BEHIND, '') : leftText).slice(-70),
  )?.[1];
  if (before) return before.trim();
  return leftText.trim() === '' ? BEFORE.exec(rightText.slice(0, 60))?.[1]?.trim() : undefined;
}

/** The phase right behind a time, unless it leads to the next one: "9.00am KS1: 8.50am", "15.20 (Nursery 15.00)". */
function labelBehind(text: string): RegExpExecArray | null {
  const behind = BEHIND.exec(text);
  if (!behind) return null;
  const rest = text.slice(behind[0].length);
  return /^\s*[:=-]\s*$/.test(rest) || (/^\s*\(/.test(text) && /^\s*(?:(?:is|at)\s*)?$/.test(rest)) ? null : behind;
}

/** The phase that a heading or a row's label names. */
export function scopeIn(label: string): string | undefined {
  return BEFORE.exec(label.slice(-120))?.[1]?.trim();
}
