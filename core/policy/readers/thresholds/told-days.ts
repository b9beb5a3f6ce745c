import { matchAt } from '../../../text/match-at.ts';
import { cardinalsIn } from '../../../text/numbers.ts';
import type { Figure } from './figure.ts';
import { windowIn } from './windows.ts';

/** Days that leave out what they are days of, because the school has said that it counts days of absence. */

const COUNTS_DAYS =
  /\b(?:count(?:s|ed|ing)?|add(?:s|ed|ing)?(?:\s+(?:them\s+)?up)?|go(?:es)?\s+by|tot(?:al|als|ted)(?:\s+up)?|number\s+of)\b[^.;]{0,60}\bdays?\b/i;
const OF_ABSENCE = /\b(?:absen(?:t|ce|ces)|away|miss(?:ed|ing)?|off|lost)\b/i;
const UNAUTHORISED = /\bun-?authori[sz]ed\b/i;
const ALL_ABSENCE =
  /\b(?:whatever|any|every|all)\b[^.;]{0,40}\b(?:reason|absence|cause)\b|\bauthori[sz]ed\s+(?:or|and)\s+(?:not|un)|\bwhether\b[^.;]{0,40}\bauthori[sz]e/i;

/** A sentence that says that days of absence are counted; false for one that says what else they are counted for. */
export function tellsOfDays(sentence: string): boolean {
  if (!COUNTS_DAYS.test(sentence) || NOT_THOSE.test(sentence)) return false;
  // "When the total reaches four days": one of the steps.
  return !cardinalsIn(sentence).some(({ end }) => matchAt(sentence, end, SO_MANY_DAYS) !== null);
}
const SO_MANY_DAYS = /\s+(?:[a-z]{3,10}\s+)?days\b/iy;
const NOT_THOSE =
  /\b(?:weekends?|pay|paid|notice|reply|calendar|working\s+days|how\s+days\s+are|in\s+a\s+row|row|running|consecutive)\b/i;

const REACHED_BEFORE =
  /(?:^\W*|\b(?:total|number|count|figure|it|that|tally|absences?)\s+(?:(?:now|has|have|had)\s+)?(?:reach(?:es|ed)?|comes?\s+to|gets?\s+to|hits?|stands?\s+at|is|goes\s+up\s+to)\s+|^\W*(?:at|after|on(?:ce)?(?:\s+reaching)?|from|by)\s+)$/i;
const DAYS_BEHIND =
  /\s+(?:(?:school|whole|full)\s+)?days?(?:\s+or\s+more)?(?=\s*(?:[.,:=]|-\s|→|$)|\s+(?:the|a|an|we|you|your|our|parents|mr|mrs|ms|miss|there|it|brings?|means?|leads?)\b)/iy;
const MOST = 60;

/** "Five days. The tutor rings", "When the total reaches eight days, …": of absence, where the text around says that days are counted. */
export function toldDays(text: string, around: string): Figure[] {
  if (!COUNTS_DAYS.test(around) || !OF_ABSENCE.test(around) || /%|per\s?cent/i.test(text)) return [];
  const isUnauthorised = UNAUTHORISED.test(around) && !ALL_ABSENCE.test(around);
  return cardinalsIn(text).flatMap(({ start, end, value }): Figure[] => {
    const behind = value >= 2 && value <= MOST ? matchAt(text, end, DAYS_BEHIND) : null;
    if (!behind || !REACHED_BEFORE.test(text.slice(Math.max(0, start - 60), start))) return [];
    return [
      {
        start,
        end: end + behind[0].length,
        metric: isUnauthorised ? 'unauthorisedDays' : 'absenceDays',
        op: '>=',
        value,
        unit: 'days',
        window: windowIn(text)?.words ?? null,
        sense: 'trigger',
      },
    ];
  });
}
