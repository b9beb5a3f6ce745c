import { windowIn } from '../readers/thresholds/windows.ts';
import type { Trigger } from '../schema.ts';

/** The time over which the cells of a table are counted: at the head of their column, or in a column of its own. */

/** Whether a figure is counted over some time: percentages and counts are, days in a row and notices are not. */
export function isOfATime({ band, unit, metric }: Trigger): boolean {
  if (band !== undefined || unit === 'percent') return true;
  return metric !== undefined && metric !== 'consecutiveAbsenceDays' && metric !== 'penaltyNotices';
}

const OVER_A_TIME =
  /\b(?:attendance|absences?|lates?|lateness|punctuality|marks?|codes?|sessions|days|arrivals|number)\b[^.;:|]{0,40}$/i;

/** The trigger with the time of a cell of its own: "6 | the last 6 school weeks" under "Sessions" and "Counted over". */
export function withOwnTime<Found extends { trigger: Trigger }>(
  found: Found,
  cells: readonly { text: string; column: number }[],
  header: readonly string[],
): Found {
  const { trigger } = found;
  if (trigger.window || trigger.afterStep !== undefined || !isOfATime(trigger)) return found;
  for (const { text, column } of cells) {
    const head = header[column] ?? '';
    if (OF_WHAT_FOLLOWS.test(head)) continue;
    const counts = COUNTED_OVER.test(head);
    if (!counts && !LOOKS_BACK_OVER.test(text)) continue;
    const window = onlyATime(text) ?? (counts && !SCHOOL_YEAR.test(text) ? text.trim() : null);
    if (window) return window === 'school year' ? found : { ...found, trigger: { ...trigger, window } };
  }
  return found;
}

/** Over these heads stands how far back is counted, and over those how long something is done or when it is looked at. */
const COUNTED_OVER =
  /\b(?:counted|measured|added\s+up|look(?:ing|s|ed)?\s+back|window|period)\b|^\W*(?:over|within|in)(?:\s+(?:what|which|how|the\s+(?:last|past)))?\b/i;
const OF_WHAT_FOLLOWS = /\b(?:review\w*|monitor\w*|support\w*|duration|deadline|by\s+when|next|lasts?|stays?|until)\b/i;
const LOOKS_BACK_OVER =
  /^\W{0,6}(?:(?:(?:with)?in|over|during)\s+)?(?:the\s+|a\s+|any\s+)?(?:last|past|previous|rolling|this|any)\b/i;
const SCHOOL_YEAR = /\byear\b|\bto\s+date\b|\bsince\s+september\b|\bso\s+far\b/i;

/** The time that words say and nothing else; null where they say more, or none. */
function onlyATime(words: string): string | null {
  const time = overATime(words.trim().replace(/^(?:counted\s+)?(?:(?:with)?in|over|during)\s+/i, ''));
  const said = time.startsWith('in ') ? time : `in ${time}`;
  const window = windowIn(said);
  return window && window.start === 0 && /^\W*$/.test(said.slice(window.end)) ? window.words : null;
}

/** "Attendance over the last six weeks" at the head of a column: the time of its figures; null for none and for the school year. */
export function countedUnder(head: string): string | null {
  const said = overATime(head);
  const window = windowIn(said);
  if (!window || !OVER_A_TIME.test(said.slice(0, window.start)) || window.words === 'school year') return null;
  return window.words;
}

/** "the last term", "this half term", as any such time. */
function overATime(words: string): string {
  return (
    words
      .replace(/\b(?:last|past|previous)\s+(?=half|term|month|week)/gi, '')
      // "Late marks this half term"
      .replace(
        /(?:(?:in|over|within|during|for)\s+)?\b(?:this|each|every|per)\s+(?=half|term|month|week|fortnight)/gi,
        'in a ',
      )
  );
}
