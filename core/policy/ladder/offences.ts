import { matchesOf } from '../../text/matches.ts';
import { ordinalOf } from '../../text/numbers.ts';

/** "A second penalty notice", "commits a third offence": rungs of the penalty ladder, counted by notices. */

const NUMBERED =
  /\b(\d{1,2}(?:st|nd|rd|th)|[a-z]{5,8})\s+(?:time\s+)?(?:(?:fixed|penalty|\(?or\s+(?:subsequent|later|further)\)?|and\s+subsequent|such|unauthori[sz]ed)\s+){0,4}(?:penalty\s+(?:notices?|fines?|charges?)|notices?|fines?|offences?|fpns?|pns?|time)\b/gi;
const SAYS_WHAT =
  /£|\bcharged?\b|\brate\b|\bcannot\b|\bnot\s+be\b|\bno\b|\bprosecut|\bconsider|\bpossible\b|\bissued?\b|\boptions?\b|\bcourt|\bautomatic/i;
const ABOUT_PENALTIES = /\bpenalt|\bfine[ds]?\b|\bfpn|\boffence|\bnotice/i;

/** "The three years start when the first notice is issued": how notices are counted. */
const PERIOD_STARTS = /\b(?:period|years?|count(?:ing)?)\s+(?:starts?|begins?|runs?)\b/i;

/** "There is no third time", "After two, no further notices may be issued", "a limit of two in any three years". */
const NO_THIRD =
  /\b(?:there\s+(?:is|can\s+be|will\s+be)|there's)\s+no\s+third\b|\bafter\s+(?:two(?:\s+(?:penalty\s+)?(?:notices|fines))?,|(?:that|the\s+second),?\s+(?:there\s+(?:are|will\s+be)\s+)?no\s+(?:more|further)\s+(?:fines|(?:penalty\s+)?notices)\b)|\bno\s+(?:further|more)\s+(?:penalty\s+)?notices?\s+(?:may|can|will)\b|\bwhere\s+two\s+(?:previous\s+|earlier\s+)?(?:penalty\s+)?notices\s+have\s+(?:already\s+)?been\s+issued\b|\blimit\s+of\s+two\s+(?:penalty\s+notices\s+|notices\s+|fines\s+)?(?:in|within|over)\b/i;

/** The number of the notice or offence that a sentence is about; null when it is about none. */
export function offenceIn(
  sentence: string,
  before = '',
): { number: number; start: number; end: number; words: string } | null {
  if (!ABOUT_PENALTIES.test(sentence) && !ABOUT_PENALTIES.test(before)) return null;
  const none = NO_THIRD.exec(sentence);
  if (none)
    return { number: 3, start: none.index, end: none.index + none[0].length, words: none[0].replace(/\s+/g, ' ') };
  const match = matchesOf(sentence, NUMBERED).find(([, word]) => ordinalOf(word ?? '') !== null);
  if (!match || !SAYS_WHAT.test(sentence) || PERIOD_STARTS.test(sentence)) return null;
  const number = ordinalOf(match[1] ?? '');
  // The notice has to be what the sentence is about, not something that it mentions at its end.
  if (number === null || number > 4 || match.index > 120) return null;
  // "from the date of the first notice": a day to count from.
  if (/\b(?:of|from|since|after)\s+(?:the\s+|a\s+)?$/i.test(sentence.slice(0, match.index))) return null;
  return { number, start: match.index, end: match.index + match[0].length, words: match[0].replace(/\s+/g, ' ') };
}
