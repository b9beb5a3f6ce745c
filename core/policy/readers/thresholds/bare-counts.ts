import { matchAt } from '../../../text/match-at.ts';
import { matchesOf } from '../../../text/matches.ts';
import { cardinalsIn, ordinalsIn, type PrintedNumber } from '../../../text/numbers.ts';
import { areDaysToPay } from './day-metric.ts';
import type { Figure } from './figure.ts';
import { totalBehind } from './lates.ts';
import { hasParentsHour } from './parents-part.ts';
import { windowBehind, windowIn } from './windows.ts';

/** Numbers that leave out what they count, because the figure before them has said it. */

// "Five lates lead to a letter, ten to a meeting", "After ten, …", "… and when twenty are lost".
const BARE_BEFORE =
  /(?:^\W*|[;,]\s+(?:(?:and|but|then|or)\s+)?|\b(?:and|but|then|or)\s+)(?:(?:if|it|after|at|on|when|once|with|for|who|that|number|more|than|further|reach(?:es|ed|ing)?|has|have|had|gets?(?:\s+to)?|is|are|it|there|been|collects?|receives?|incurs?|a|the|your|their|pupil|child|student|total|by|time|should|make|makes)\s+){0,9}$/i;
const BARE_BEHIND =
  /(?:\s?\+|\s+or\s+more)?(?=\.?$|\s*(?:[,:=]\s|-\s)|\s+(?:to|and|the|a|an|i|we|there|this|our|your|leads?|means?|brings?|results?|earns?|triggers?|prompts?|are|is|have|has|will|may|in\s+(?:a|the|one|any|ten|\d{1,2})|of\s+(?:these|them)|times|occasions|parents|it|she|he|they|you|mr|mrs|ms|miss)\b|\s+\((?:in|within|over)\s|\s+\(\d)/iy;
const NAMED_BEFORE = /\b(?:the|a|their)\s{1,3}$/i;
const AND_OR = /^,?\s+(and|or)\s+(?:then\s+)?$/i;

// No count of a school's goes further.
const MOST = 100;

const MORE_THAN = /\bmore\s{1,3}than\s{1,3}$/i;

/** The bare numbers behind a counted figure that count the same thing and go on rising. */
export function bareCountsBehind(text: string, from: number, like: Figure): Figure[] {
  const found: Figure[] = [];
  let last = like;
  const rest = text.slice(from);
  for (const { start, end, value } of bareNumbers(rest)) {
    if (value <= last.value || value > MOST) continue;
    const window = windowBehind(rest, end) ?? like.window;
    const op = MORE_THAN.test(rest.slice(Math.max(0, start - 12), start)) ? '>' : '>=';
    last = { ...like, start: from + start, end: from + end, value, op, window };
    found.push(last);
  }
  return found;
}

/** The numbers of a text with no word behind them that says what they count. */
function bareNumbers(text: string): PrintedNumber[] {
  const numbers = [
    ...cardinalsIn(text),
    ...ordinalsIn(text).filter(({ start }) => NAMED_BEFORE.test(text.slice(Math.max(0, start - 10), start))),
  ].sort((a, b) => a.start - b.start);
  return numbers.flatMap(({ start, end, value }): PrintedNumber[] => {
    const behind = matchAt(text, end, BARE_BEHIND);
    // Where words were cut off before, the text does not begin here.
    const before = start > REACH ? `x${text.slice(start - REACH, start)}` : text.slice(0, start);
    if (!behind || !BARE_BEFORE.test(before)) return [];
    // "a further 4 (10 in all)": the total is what is reached; without one nothing can be said.
    const reached = FURTHER.test(before) ? totalBehind(text.slice(end, end + 40)) : value;
    return reached === null ? [] : [{ start, end: end + behind[0].length, value: reached }];
  });
}

const FURTHER = /\b(?:further|another)\s{1,3}$/i;
const REACH = 110;

/** "when 10 and 20 sessions have been missed", "3 or 6 late marks": each of the numbers before a counted one, where they rise to it. */
export function bareCountsBefore(text: string, figure: Figure): Figure[] {
  const before = text.slice(Math.max(0, figure.start - 40), figure.start);
  const numbers = cardinalsIn(before).filter(({ start }) => !ELSE_BEFORE.test(before.slice(0, start)));
  const last = numbers.at(-1);
  const joint = last && AND_OR.exec(before.slice(last.end))?.[1];
  if (!last || !joint) return [];
  const first = numbers.at(-2);
  const both = first && /^,\s+$/.test(before.slice(first.end, last.start)) ? [first, last] : [last];
  const offset = figure.start - before.length;
  return both.flatMap(({ start, end, value }): Figure[] => {
    if (value >= figure.value || value < 2) return [];
    // "two or three lates" is roughly one number, "3 or 6 lates" two.
    if (/or/i.test(joint) && figure.value - value < 2) return [];
    return [{ ...figure, start: offset + start, end: offset + end, value }];
  });
}

const ELSE_BEFORE = /(?:\bbetween\s{1,3}|[\w.£/:-])$/i;

const REACHED_BEFORE = /\b(?:after|once|at|on\s+reaching|reach(?:es)?|gets?\s+to)\s+$/i;
const MORE_DAYS =
  /(?:\s+(?:(?:school|consecutive|such)\s+)?days\b|(?=,|\.?$|\s+(?:we|the|parents|your|you|a)\b))(?!\s+(?:to|of\s+(?:rec|the\s+letter)|notice))/iy;

/** "…, and after ten days the council is told": days of the absence that the sentence began with. */
export function moreDaysBehind(text: string, figures: readonly Figure[]): Figure[] {
  const like = figures.findLast(({ unit }) => unit === 'days');
  if (!like) return [];
  return cardinalsIn(text).flatMap(({ start, end, value }): Figure[] => {
    const behind = matchAt(text, end, MORE_DAYS);
    const before = behind && REACHED_BEFORE.exec(text.slice(Math.max(0, start - 30), start));
    const from = start - (before?.[0].length ?? 0);
    if (!behind || !before || from < like.end || value <= like.value || value > MOST) return [];
    // "£160 after 21 days": how long the lower sum is open.
    if (/£\s?\d+\s*$/.test(text.slice(Math.max(0, from - 8), from))) return [];
    return [{ ...like, start: from, end: end + behind[0].length, value, op: '>=' }];
  });
}

const LATES_FIRST_BEFORE = /(?:^|:\s)\W{0,4}(?:and\s+)?(?:after\s+)?$/i;
const LATES_FIRST =
  /(?:\s+or\s+more)?(?=,?\s+in\s+(?:a|the|one|any)\s+(?:same\s+)?(?:week|half|term|month|fortnight|(?:school\s+|academic\s+)?year)\b|\s+of\s+(?:them|these|those)\s+(?:means?|leads?|brings?|earns?|triggers?|results?|and|in|is|are|will)\b|,?\s+and\s+(?:you|your|the|a|it|parents)\b|\s*[:=]\s)/iy;
const PUPILS_BEFORE =
  /\b(?:(?:anyone|those|pupils?|students?|child(?:ren)?)\s+(?:with|who\s+(?:has|have|gets?|reach(?:es)?|picks?\s+up))|(?:a|any|the|your)\s+(?:pupil|student|child)\s+(?:has(?:\s+had)?|gets|reaches|picks\s+up|is\s+given))\s+$/i;
const PUPILS_LATE =
  /(?:\s+or\s+more)?(?=\s+(?:in\s+(?:a|the|one|any)|will|serves?|gets?|sits?|has|have|is|are|in|loses?|stays?|sees?|meets?|goes)\b)/iy;
const HAPPENS_BEFORE =
  /\b(?:this|it)\s+(?:happens|occurs|has\s+happened)\s+(?:(?:on|for)\s+)?(?:more\s+than\s+|at\s+least\s+)?$/i;
const HAPPENS = /(?:\s+(?:or\s+more\s+)?(?:(?:separate\s+)?occasions|times)(?:\s+or\s+more)?)?\b/iy;
const HAPPENS_TWICE = /\b(?:this|it)\s+happens\s+(?:more\s+than\s+)?(?:once|(twice))(?:\s+or\s+more)?\b/gi;
const ABOUT_LATES = /\blates?\b|\blate\s+marks?|\blateness\b|\bpunctual|\b["']?L["']?\s+(?:codes?|marks?)/i;
const OTHER_UNIT = /%|per\s?cent|\b(?:sessions?|days|points?|weeks?\s+(?:of|later))\b/i;

/** "Three in a half term and the tutor has a word": of late marks, where the text around counts nothing else. */
export function latesByContext(text: string, around: string): Figure[] {
  if (!ABOUT_LATES.test(around) || OTHER_UNIT.test(text)) return [];
  const window = windowIn(text)?.words ?? null;
  return [...latesInContext(text), ...nthInContext(text), ...happenings(text)]
    .filter(({ value }) => value <= 40)
    .map(({ start, end, value, more }): Figure => {
      const op = more ? '>' : '>=';
      const own = windowBehind(text, end) ?? window;
      return { start, end, metric: 'lateMarks', op, value, unit: 'occurrences', window: own, sense: 'trigger' };
    });
}

/** A number of late marks, and whether more than it is meant. */
interface Late extends PrintedNumber {
  readonly more: boolean;
}

function latesInContext(text: string): Late[] {
  return cardinalsIn(text).flatMap(({ start, end, value }): Late[] => {
    const before = start > REACH ? `x${text.slice(start - REACH, start)}` : text.slice(0, start);
    const at = (lead: RegExp, behind: RegExp): RegExpExecArray | null =>
      lead.test(before) ? matchAt(text, end, behind) : null;
    const found = at(LATES_FIRST_BEFORE, LATES_FIRST) ?? at(PUPILS_BEFORE, PUPILS_LATE) ?? at(HAPPENS_BEFORE, HAPPENS);
    return found ? [{ start, end: end + found[0].length, value, more: /more\s+than\s+$/i.test(before) }] : [];
  });
}

const NTH_BEFORE = /\b(?:after|on|at|from|by)\s+(?:a|the|their|his|her|your|any)\s+$/i;
const NTH_TIME =
  /\s+(?:time|occasion|instance|one)\b(?=\s+(?:in|within|during)\s+(?:a|any|the|one|each)\b|,|\s+(?:the|we|a|an|parents|your|their|she|he)\b)/iy;

/** "After the third time in any half term". */
function nthInContext(text: string): Late[] {
  return ordinalsIn(text).flatMap(({ start, end, value }): Late[] => {
    const behind = matchAt(text, end, NTH_TIME);
    const lead = behind && NTH_BEFORE.exec(text.slice(Math.max(0, start - 16), start));
    return lead ? [{ start: start - lead[0].length, end: end + behind[0].length, value, more: false }] : [];
  });
}

/** "If it happens twice", "this happens more than once". */
function happenings(text: string): Late[] {
  return matchesOf(text, HAPPENS_TWICE).map(({ index, 0: words, 1: twice }) => {
    const start = index + words.search(/once|twice/i);
    return { start, end: index + words.length, value: twice ? 2 : 1, more: /more\s+than/i.test(words) };
  });
}

const TELL_SCHOOL =
  /\b(?:parents?|carers?|you|please|(?:is|are|be)\s+(?:reported|notified|informed|told))\b|\b(?:ring|call|contact|phone|telephone|text|e-?mail|notify|inform)\s+(?:us|school|the\s+(?:school|office|academy|college|nursery))\b/i;
/** "if you have not let us know": what the school does when parents did nothing. */
const UNTOLD =
  /(?:\bnot|n't)\s+(?:yet\s+)?(?:let|told|rung|phoned|called|texted|contacted|informed|notified|heard|been\s+(?:in\s+touch|told|informed|contacted|notified))\b/i;
const ON_BEFORE = /\b(?:on|by|until|after)\s+(?:the\s+(?:(?:morning|afternoon|end)\s+of\s+the\s+)?)?$/i;
const ON_DAY_BEFORE = /\b(?:on|by|until)\s+(?:the\s+)?day\s+$/i;
const NTH_DAY =
  /(?:\s+(?:and|or|to)\s+(?:\d{1,2}(?:st|nd|rd|th)|[a-z]{5,8}))?(?:\s+(?:school|consecutive|successive))?\s+days?(?!\s+(?:of\s+(?:term|the|each|every|school)|back|and\s+(?:on\s+)?(?:every|each)))/iy;
const DAY_NUMBER = /\b(?!\s+of\s+(?:term|the|each|every))/iy;
const ABOUT_ABSENCE =
  /\b(?:absen(?:t|ce|ces)|not\s+(?:in|at)\s+school|unexplained|no\s+(?:contact|news|reason|answer|message|word|response|reply)|without\s+contact|heard|told\s+us|not\s+let\s+us\s+know|non-attendance)\b/i;

/** "On the second day we telephone": days of an absence, where the text around is about one. */
export function daysOfAbsence(text: string, around: string): Figure[] {
  if (!ABOUT_ABSENCE.test(around)) return [];
  const found: Figure[] = [];
  for (const { start, end, value } of namedDays(text)) {
    // "Ring us on the first day": what parents do.
    if (
      value > 30 ||
      areDaysToPay(text, start) ||
      (value === 1 && ((TELL_SCHOOL.test(text) && !UNTOLD.test(text)) || hasParentsHour(text, start)))
    )
      continue;
    found.push({
      start,
      end,
      metric: 'consecutiveAbsenceDays',
      op: '>=',
      value,
      unit: 'days',
      window: null,
      sense: 'trigger',
    });
  }
  return found;
}

/** "on the second day", "by day 3", in order. */
function namedDays(text: string): PrintedNumber[] {
  const one = ({ start, end, value }: PrintedNumber, lead: RegExp, behind: RegExp): PrintedNumber[] => {
    const match = matchAt(text, end, behind);
    const before = match && lead.exec(text.slice(Math.max(0, start - 32), start));
    return match && before ? [{ start: start - before[0].length, end: end + match[0].length, value }] : [];
  };
  return [
    ...ordinalsIn(text).flatMap((number) => one(number, ON_BEFORE, NTH_DAY)),
    ...cardinalsIn(text).flatMap((number) => one(number, ON_DAY_BEFORE, DAY_NUMBER)),
  ].sort((a, b) => a.start - b.start);
}

const DAYS_ITEM =
  /\s+(?:school\s+)?days\s+(?:or\s+more\s+)?(?:in|within|over|during)\s+(?:a|an|the|one|any)\s+(?:half[\s-]term|term|(?:school\s+)?year|month)\b(?=\s*[:,-])/iy;
const ABOUT_MISSED = /\bdays?\s+(?:away|missed|off|absent|lost)\b|\babsen(?:t|ce|ces)\b|\bmiss(?:ed|ing)\b/i;

/** "5 days in a term: the class teacher rings", where the text around is of days missed. */
export function daysMissed(text: string, around: string): Figure[] {
  const number = cardinalsIn(text)[0];
  const match = number && /^\W*$/.test(text.slice(0, number.start)) && matchAt(text, number.end, DAYS_ITEM);
  if (!match || number.value > 60 || !ABOUT_MISSED.test(around)) return [];
  const { start, end, value } = number;
  const window = windowIn(text)?.words ?? null;
  const place = { start, end: end + match[0].length, metric: 'absenceDays', op: '>=', value, unit: 'days' } as const;
  return [{ ...place, window, sense: 'trigger' }];
}

const HOLIDAY_BEFORE = /^\W*(?:(?:absences?|holidays?|leave)\s+of\s+)?$/i;
const DAYS_OR_MORE = /\s+(?:(?:school|consecutive|full)\s+){0,2}days\s+(?:or|and)\s+(?:more|over)\b/iy;
const ABOUT_HOLIDAYS = /\bholidays?\b|\bleave\s+(?:of\s+absence|in\s+term)|\bterm[-\s]time\b/i;
const ABOUT_FINES = /\bpenalty\s+notices?\b|\bfine[sd]?\b/i;
const ABOUT_ILLNESS = /\b(?:ill(?:ness)?|sick(?:ness)?|medical|doctor|evidence)\b/i;

/** "Five days or more: …" where the text around is of holidays and what they cost: days without leave. */
export function holidayDays(text: string, around: string): Figure[] {
  const number = cardinalsIn(text)[0];
  const match = number && HOLIDAY_BEFORE.test(text.slice(0, number.start)) && matchAt(text, number.end, DAYS_OR_MORE);
  if (!match || number.value > 30 || ABOUT_ILLNESS.test(text)) return [];
  if (!ABOUT_HOLIDAYS.test(around) || !ABOUT_FINES.test(around)) return [];
  const { start, end, value } = number;
  const place = {
    start,
    end: end + match[0].length,
    metric: 'unauthorisedDays',
    op: '>=',
    value,
    unit: 'days',
  } as const;
  return [{ ...place, window: windowIn(text)?.words ?? null, sense: 'trigger' }];
}
