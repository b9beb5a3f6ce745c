import { matchAt } from '../../../text/match-at.ts';
import { matchesOf } from '../../../text/matches.ts';
import { cardinalsIn } from '../../../text/numbers.ts';

const SPAN_BEFORE =
  /\b(?:(?:with)?in|inside|over|during|across|throughout|for|per|any|of)\s+(?:(?:a|an|any|one|the|each|every|period|rolling|of|single|given|consecutive|last|previous|space|course)\s+){0,6}$/i;
const SPAN_BEHIND =
  /(?:\s?-\s?|\s+)(?:(?:rolling|consecutive)\s+)?((?:school|academic|calendar)?[\s-]{0,9}(?:weeks?|months?|terms?|half[\s-]{1,9}terms?|sessions?|years?|days?))\b/iy;
// So far before its number a span of time begins, in units.
const REACH = 90;
const TO_PAY = /\b(?:paid|pay|pays|payment|payable|settled)\s+(?:\w+\s+){0,3}$/i;
const NAMED_TERM =
  /(?<!\bheads?\s)(?<!\bleaders?\s)\b(?:(?:with)?in|inside|over|during|across|per|each|throughout|same|of)\s+(?:(?:a|an|any|one|the|that|this|each|every|single|given|same|current|school|academic|whole|rolling|course|of)\s+){0,5}(half[\s-]?(?:a[\s-])?term|½[\s-]?term|term(?![\s-]time)|(?:school\s+|academic\s+)?year|month|week|fortnight)\b/gi;
const CURRENT_OR_PREVIOUS = /\bcurrent\s+(?:and|or|and\s?\/\s?or)\s+(?:the\s+)?previous\s+terms?\b/i;

/** A window that a sentence gives for a count, in words ("10 school weeks", "term"); null when there is none. */
export function windowIn(text: string): { words: string; start: number; end: number } | null {
  const both = CURRENT_OR_PREVIOUS.exec(text);
  if (both) return { words: 'current or previous term', start: both.index, end: both.index + both[0].length };
  for (const number of cardinalsIn(text)) {
    const behind = matchAt(text, number.end, SPAN_BEHIND);
    if (!behind) continue;
    const lead = text.slice(Math.max(0, number.start - REACH), number.start);
    // "if paid within three weeks": time to pay, and not the time in which absences are counted.
    if (TO_PAY.test(lead)) continue;
    const before = SPAN_BEFORE.exec(lead);
    const unit = (behind[1] ?? '')
      .toLowerCase()
      .replace(/[\s-]+/g, ' ')
      .trim();
    // "within 28 days" is time to pay or to answer, and "for 3 days" is the absence itself.
    if (!before || /days?$/.test(unit) || (/^(?:for|of)\b/i.test(before[0]) && /^(?:school )?sessions?$/.test(unit)))
      continue;
    const { value } = number;
    return {
      words: `${value} ${plural(unit, value)}`,
      start: number.start - before[0].length,
      end: number.end + behind[0].length,
    };
  }
  for (const match of matchesOf(text, NAMED_TERM)) {
    const unit = (match[1] ?? '').toLowerCase().replace(/[\s-]+/g, ' ');
    const words = /year/.test(unit) ? 'school year' : /half|½/.test(unit) ? 'half term' : unit;
    return { words, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

// So far behind a count may its own time stand, in characters.
const OWN_REACH = 80;

/** The time that stands right behind a count, "five lates in a half term"; null where other words part them. */
export function windowBehind(text: string, end: number): string | null {
  // Behind a comma stands the time of the next count.
  const [rest = ''] = text.slice(end, end + OWN_REACH).split(/[,;.:]/, 1);
  const window = windowIn(rest);
  return window && LEADS_TO_TIME.test(rest.slice(0, window.start)) ? window.words : null;
}
const LEADS_TO_TIME =
  /^(?:[\s()]|\b(?:or|more|of|unauthori[sz]ed|absences?|late|lates|marks?|sessions|arrivals|codes?|in\s+total|altogether)\b){0,12}$/i;

function plural(unit: string, count: number): string {
  const single = unit.replace(/s$/, '');
  return count === 1 ? single : `${single}s`;
}
