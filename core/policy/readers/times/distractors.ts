import type { Mention } from './mentions.ts';
import type { CueToken } from './tokens.ts';

/** Days that end or begin otherwise than the others. */
const ODD_DAY =
  /\b(?:last|final|first) day of (?:the |each |every )?(?:\w+ )?(?:half[- ])?term|\bend of (?:the |each |every )?(?:\w+ )?(?:half[- ])?term|\bfor (?:the )?(?:half[- ]term|summer|christmas|easter|holidays?)|\binset\b|\bsnow\b|\bsports day\b/i;

/** "One hour after registration has closed (by 9.50am)": the time is of what happens then. */
const AFTER_THE_CLOSE =
  /\b(?:minutes?|mins?|hours?)\s+after\s+[^.;,]{0,30}\bclos\w{1,4}\s*[(,-]\s*(?:(?:by|at|i\.?e\.?,?)\s*)?$/i;

/** "gets here at 9.25, after the register has closed": one child's time, and not the register's. */
const AFTER_CLOSING = /^,?\s(?:which\sis\s|that\sis\s)?after\s(?:the\s)?regist\w{1,7}\s(?:has|have|had)\sclosed\b/i;

/** Whether a time is of an odd day, of an example or of a sum, and of no day of the school's. */
export function isDistractor(mention: Mention): boolean {
  if (ODD_DAY.test(mention.leftText.slice(-80)) || ODD_DAY.test(mention.rightText.slice(0, 60))) return true;
  const example = mention.left.findLast((cue) => cue.is === 'example');
  // "ten minutes late every day, at 9.00 say" reckons; "more than ten minutes late, after 9.00" rules.
  if (/(?<!more than \w{1,8} )\bminutes?\s+late\b/i.test(mention.leftText)) return true;
  return (
    (example !== undefined && !isAside(mention, example)) ||
    /\b(?:minutes?|hours?)\s+(?:late|before|after|early)\s*(?:[,(]\s*)?$/i.test(mention.leftText) ||
    AFTER_THE_CLOSE.test(mention.leftText) ||
    (/\bat\s{1,3}$/i.test(mention.leftText) && AFTER_CLOSING.test(mention.rightText))
  );
}

/** "the first day of absence - for example, when a child is ill - by 9am": the example is over before the time. */
function isAside({ first, leftText }: Mention, example: CueToken): boolean {
  const at = leftText.length - (first.start - example.start);
  if (/^for example,? if (?:their|your|a) child is (?:ill|unwell|sick),?\s(?:by|before)\s*$/i.test(leftText.slice(at)))
    return true;
  const open = /[-(]\s*$/.exec(leftText.slice(0, at))?.[0].trim();
  const behind = leftText.slice(at);
  return open === '(' ? behind.includes(')') : open === '-' && /\s-\s/.test(behind);
}
