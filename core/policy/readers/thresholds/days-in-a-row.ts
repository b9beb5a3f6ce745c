import { matchAt } from '../../../text/match-at.ts';
import { cardinalsIn, ordinalsIn } from '../../../text/numbers.ts';
import type { Figure } from './figure.ts';

/** Days of one absence that are said to follow on each other, where the text around says what they are days of. */

const IN_A_ROW =
  /\s+(?:(?:whole|full|school|such)\s+){0,2}days?\s+(?:(?:away|off|absent|missed|at\s+home)\s+)?(?:in\s+a\s+row|running|on\s+end|one\s+after\s+(?:another|the\s+other)|back\s+to\s+back)\b/iy;
const LEAD_BEFORE = /\b(?:on|by|until|after|once|at|for|reach(?:es)?)\s+(?:the\s+)?(?:end\s+of\s+the\s+)?$/i;
const AWAY =
  /\b(?:absen(?:t|ce|ces)|away|off\s+school|not\s+(?:been\s+)?(?:in|at)(?:\s+school)?|days?\s+(?:off|together)|missed|missing|ill(?:ness)?|no\s+(?:contact|news|word))\b/i;
/** Days of lateness, of being in school, or of something that is done. */
const OF_ANOTHER =
  /\b(?:late|lates|lateness|punctual\w*|on\s+time|report\s+card|detentions?|medicine|prizes?|rewards?|certificates?|(?:full|100%|perfect)\s+attendance|attends?|attended)\b/i;
const MOST = 60;

/** "By the third day in a row", "after ten days running", where the paragraph is about being away. */
export function daysInARow(text: string, around: string): Figure[] {
  if (!AWAY.test(around) || OF_ANOTHER.test(text)) return [];
  return [...ordinalsIn(text), ...cardinalsIn(text)]
    .flatMap(({ start, end, value }): Figure[] => {
      const behind = value >= 2 && value <= MOST ? matchAt(text, end, IN_A_ROW) : null;
      if (!behind) return [];
      const lead = LEAD_BEFORE.exec(text.slice(Math.max(0, start - 30), start))?.[0].length ?? 0;
      const place = { start: start - lead, end: end + behind[0].length };
      return [
        { ...place, metric: 'consecutiveAbsenceDays', op: '>=', value, unit: 'days', window: null, sense: 'trigger' },
      ];
    })
    .sort((a, b) => a.start - b.start);
}
