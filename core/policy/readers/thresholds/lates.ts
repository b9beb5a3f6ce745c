import { matchAt } from '../../../text/match-at.ts';
import { matchesOf } from '../../../text/matches.ts';
import { cardinalsIn, ordinalsIn } from '../../../text/numbers.ts';
import { type Counted, followed, isCount, OR_MORE, wordsBefore } from './counted.ts';

/** Late marks behind their number. */
export const LATES =
  /(\s?\+|\s+(?:or|and)\s+(?:more|over|above))?\s+((?:(?:or|more|further|unauthori[sz]ed|separate|late|such|recorded|"?[ul]"?)\s+){0,3})(?:late\s+(?:marks?|arrivals?|codes?|sessions?|incidents?|days?|occasions?)|['"]?lates?\b(?!\s+(?:for|to|by))|latenesses|["']?[UL]["']?(?:\s+(?:codes?|marks?)|s\b)|[x×]\s?["']?[UL]["']?(?:\s+(?:codes?|marks?))?(?![A-Za-z])|arrivals?(?=\s+after\s+(?:the\s+)?(?:(?:close|closing)\s+of\s+(?:the\s+)?)?regist)|(?:incidents?|occasions?|instances?|occurrences?|episodes?|cases?)\s+of\s+(?:persistent\s+)?lateness|late\b)/iy;
const OCCASIONS =
  /(\s?\+|\s+(?:or|and)\s+(?:more|over|above))?\s+(?:(?:or|more|separate)\s+){0,2}(?:times|occasions)/iy;
const TIMES_LATE = /(?:\s?\+|\s+(?:or|and)\s+(?:more|over|above))?\s+times\s+late\b/iy;
const LATE_BEFORE =
  /\blate\b(?:\s+(?:to|for|at|school|lessons?|registration|class|on|the|register|after|has|closed|arriving|in)\b){0,6}\s+\(?(?:(?:more|less)\s+than\s+|at\s+least\s+)?$/i;
const AFTER_REGISTER_BEFORE =
  /\bafter\s+(?:the\s+)?(?:clos\w{1,4}\s+of\s+(?:the\s+)?)?regist(?:er|ers|ration)\b[^.;]{0,30}\b(?:on|for)\s+(?:(?:more|less)\s+than\s+|at\s+least\s+)?$/i;
const LATE_ONCE =
  /(?<!\bminutes\s)\blate\s+(?:(?:to|for|school|lessons?|registration)\s+){0,2}(?:more\s+than\s+)?(once|twice|thrice)\b(?!\s+(?:the|it|they|registers?)\b)/gi;

const NTH_LATE =
  /\s+(?:(?:unauthori[sz]ed|time|occasion|instance|incident)\s+(?:of\s+)?)?(?:late(?:\s+(?:mark|arrival|time|code))?|lateness)\b|\s+time\s+(?:they|he|she|(?:a|the|your)\s+\w+)(?:'re|'s|\s+are|\s+is)\s+late\b/iy;
const LATE_NTH_BEFORE = /\b(?:late|arriv\w{1,3}\s+late)\s+(?:for\s+)?an?\s+$/i;
const TOTAL_BEFORE =
  /^[^.;()]{0,30}(?:\(\s*(?:i\.?e\.?\s*)?(?:making\s+)?|,\s*(?:so\s+)?(?:making|which\s+makes|that\s+makes|bringing\s+(?:it|this|them|the\s+total)\s+(?:up\s+)?to)\s+)(?:a\s+)?(?:total\s+(?:of\s+)?)?$/i;
const TOTAL_BEHIND = /\s+(?:in\s+(?:total|all)|altogether)/iy;
/** No register of sessions knows who came late to a lesson. */
export const OF_LESSONS =
  /\blate(?:ness)?\s+(?:to|for)\s+(?:(?:their|any|your|a|the)\s+)?(?:lessons?|class(?:es)?)\b(?!\s+or\b)/i;
const TIMES: Record<string, number> = { once: 1, twice: 2, thrice: 3 };

/** "(7 in total)", "(total of 7)", ", making seven in all": null where nothing says so. */
export function totalBehind(after: string): number | null {
  const total = cardinalsIn(after).find(({ start, end }) => {
    const before = after.slice(0, start);
    return TOTAL_BEFORE.test(before) && (/\btotal\s+(?:of\s+)?$/i.test(before) || matchAt(after, end, TOTAL_BEHIND));
  });
  return total?.value ?? null;
}

/** "late on more than 3 occasions", "3 times late", "late twice". */
export function timesLate(text: string): Counted[] {
  const found = cardinalsIn(text).flatMap(({ start, end, value }): Counted[] => {
    const occasions = matchAt(text, end, OCCASIONS);
    const before = occasions ? wordsBefore(text, start) : '';
    const lead =
      (before && isCount(text, start, end) ? LATE_BEFORE.exec(before) : null) ?? AFTER_REGISTER_BEFORE.exec(before);
    if (occasions && lead) {
      const to = end + occasions[0].length;
      const more = matchAt(text, to, OR_MORE)?.[0].length ?? 0;
      return [{ start: start - lead[0].length, end: to + more, value, between: '' }];
    }
    const times = matchAt(text, end, TIMES_LATE);
    return times ? [{ start, end: end + times[0].length, value, between: '' }] : [];
  });
  const named = matchesOf(text, LATE_ONCE).map(({ index, 0: words, 1: times = '' }) => {
    return { start: index, end: index + words.length, value: TIMES[times.toLowerCase()] ?? 0, between: '' };
  });
  return [...found, ...named].sort((a, b) => a.start - b.start);
}

/** "the third late mark", "late for a third time". */
export function nthLate(text: string): Counted[] {
  const before = ordinalsIn(text).flatMap(({ start, end, value }): Counted[] => {
    const lead = matchAt(text, end, AGAIN) ? LATE_NTH_BEFORE.exec(text.slice(Math.max(0, start - 40), start)) : null;
    const time = matchAt(text, end, AGAIN)?.[0].length ?? 0;
    return lead ? [{ start: start - lead[0].length, end: end + time, value, between: '' }] : [];
  });
  return [...followed(text, ordinalsIn(text), NTH_LATE), ...before].sort((a, b) => a.start - b.start);
}

const AGAIN = /\s+time\b/iy;
