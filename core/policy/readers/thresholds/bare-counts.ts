import { matchesOf } from '../../../text/matches.ts';
import { CARDINAL, cardinalOf, ORDINAL, ordinalOf } from '../../../text/numbers.ts';
import type { Figure } from './figure.ts';
import { windowIn } from './windows.ts';

/** Numbers that leave out what they count, because the figure before them has said it. */

const LEADS =
  '(?:it|after|at|on|when|once|with|for|who|that|number|reach(?:es|ed|ing)?|has|have|had|gets?|is|are|collects?|receives?|incurs?|get\\s+to|gets\\s+to)';
// "Five lates lead to a letter, ten to a meeting", "After ten, …", "… and when twenty are lost".
const BARE = new RegExp(
  `(?:^\\W*|[;,]\\s+(?:(?:and|but|then)\\s+)?|\\b(?:and|but|then)\\s+)(?:(?:if|${LEADS})\\s+){0,2}(?:(?:a|the|your|their|pupil|child|student|total|by|time|should|it\\s+is)\\s+){0,5}(?:${LEADS}\\s+){0,2}(${CARDINAL}|(?<=\\b(?:the|a|their)\\s{1,3})${ORDINAL})(\\s?\\+|\\s+or\\s+more)?(?=\\.?$|\\s*(?:[,:=]\\s|-\\s)|\\s+(?:to|and|the|a|an|we|leads?|means?|brings?|results?|earns?|triggers?|prompts?|are|is|have|has|will|may|in\\s+(?:a|the|one)|of\\s+(?:these|them)|times|occasions|parents|it|she|he|they|mr|mrs|ms|miss)\\b)`,
  'gi',
);
const BOTH = new RegExp(
  `(?<!\\bbetween\\s{1,3})(?<![\\d.£/:-])\\b(${CARDINAL})(?:,\\s+(${CARDINAL}))?,?\\s+(and|or)\\s+(?:then\\s+)?$`,
  'i',
);

// No count of a school's goes further.
const MOST = 100;

/** The bare numbers behind a counted figure that count the same thing and go on rising. */
export function bareCountsBehind(text: string, from: number, like: Figure): Figure[] {
  const found: Figure[] = [];
  let last = like;
  const rest = text.slice(from);
  for (const match of matchesOf(rest, BARE)) {
    const value = cardinalOf(match[1] ?? '') ?? ordinalOf(match[1] ?? '');
    if (value === null || value <= last.value || value > MOST) continue;
    const start = from + match.index + match[0].lastIndexOf(match[1] ?? '');
    last = { ...like, start, end: from + match.index + match[0].length, value, op: '>=' };
    found.push(last);
  }
  return found;
}

/** "when 10 and 20 sessions have been missed", "3 or 6 late marks": each of the numbers before a counted one, where they rise to it. */
export function bareCountsBefore(text: string, figure: Figure): Figure[] {
  const before = text.slice(Math.max(0, figure.start - 40), figure.start);
  const match = BOTH.exec(before);
  if (!match) return [];
  const offset = figure.start - before.length + match.index;
  return [match[1], match[2]].flatMap((words): Figure[] => {
    const value = cardinalOf(words ?? '');
    if (!words || value === null || value >= figure.value || value < 2) return [];
    // "two or three lates" is roughly one number, "3 or 6 lates" two.
    if (/or/i.test(match[3] ?? '') && figure.value - value < 2) return [];
    const start = offset + match[0].indexOf(words);
    return [{ ...figure, start, end: start + words.length, value }];
  });
}

const MORE_DAYS = new RegExp(
  `\\b(?:after|once|at|on\\s+reaching|reach(?:es)?|gets?\\s+to)\\s+(${CARDINAL})(?:\\s+(?:(?:school|consecutive|such)\\s+)?days\\b|(?=,|\\s+(?:we|the|parents|your|you|a)\\b))(?!\\s+(?:to|of\\s+(?:rec|the\\s+letter)|notice))`,
  'gi',
);

/** "…, and after ten days the council is told": days of the absence that the sentence began with. */
export function moreDaysBehind(text: string, figures: readonly Figure[]): Figure[] {
  const like = figures.findLast(({ unit }) => unit === 'days');
  if (!like) return [];
  return matchesOf(text, MORE_DAYS).flatMap((match): Figure[] => {
    const value = cardinalOf(match[1] ?? '');
    if (match.index < like.end || value === null || value <= like.value || value > MOST) return [];
    return [{ ...like, start: match.index, end: match.index + match[0].length, value, op: '>=' }];
  });
}

const LATES_BY_CONTEXT = new RegExp(
  `^\\W*(?:and\\s+)?(?:after\\s+)?(${CARDINAL})(?:\\s+or\\s+more)?(?=,?\\s+in\\s+(?:a|the|one|any)\\s+(?:same\\s+)?(?:week|half|term|month|fortnight)|,?\\s+and\\s+(?:you|your|the|a|it|parents)\\b|\\s*[:=]\\s)|\\b(?:anyone|those|pupils?|students?|child(?:ren)?)\\s+(?:with|who\\s+(?:has|have|gets?|reach(?:es)?|picks?\\s+up))\\s+(${CARDINAL})(?:\\s+or\\s+more)?(?=\\s+(?:in\\s+(?:a|the|one|any)|will|serves?|gets?|sits?|has|have|is|are|in|loses?|stays?|sees?|meets?|goes)\\b)|\\b(?:this|it)\\s+happens\\s+(?:more\\s+than\\s+)?(${CARDINAL}|once|twice)(?:\\s+(?:or\\s+more\\s+)?times(?:\\s+or\\s+more)?)?\\b`,
  'gi',
);
const ABOUT_LATES = /\blates?\b|\blate\s+marks?|\blateness\b|\bpunctual|\b["']?L["']?\s+(?:codes?|marks?)/i;
const OTHER_UNIT = /%|per\s?cent|\b(?:sessions?|days|points?|weeks?\s+(?:of|later))\b/i;

/** "Three in a half term and the tutor has a word": of late marks, where the text around counts nothing else. */
export function latesByContext(text: string, around: string): Figure[] {
  if (!ABOUT_LATES.test(around) || OTHER_UNIT.test(text)) return [];
  return matchesOf(text, LATES_BY_CONTEXT).flatMap((match): Figure[] => {
    const words = match[1] ?? match[2] ?? match[3] ?? '';
    const value = /^once$/i.test(words) ? 1 : /^twice$/i.test(words) ? 2 : cardinalOf(words);
    if (value === null || value > 40) return [];
    const start = match.index + match[0].indexOf(words);
    const window = windowIn(text)?.words ?? null;
    return [
      {
        start,
        end: match.index + match[0].length,
        metric: 'lateMarks',
        op: /more\s+than/i.test(match[0]) ? '>' : '>=',
        value,
        unit: 'occurrences',
        window,
        sense: 'trigger',
      },
    ];
  });
}

const NAMED_DAY = new RegExp(
  `\\b(?:on|by|until)\\s+(?:the\\s+)?(?:(${ORDINAL})(?:\\s+(?:and|or|to)\\s+${ORDINAL})?(?:\\s+(?:school|consecutive|successive))?\\s+days?(?!\\s+(?:of\\s+(?:term|the|each|every|school)|back|and\\s+(?:on\\s+)?(?:every|each)))|day\\s+(${CARDINAL})\\b)(?!\\s+of\\s+(?:term|the|each|every))`,
  'gi',
);
const ABOUT_ABSENCE =
  /\b(?:absen(?:t|ce|ces)|not\s+(?:in|at)\s+school|unexplained|no\s+(?:contact|news|reason|answer|message|word)|without\s+contact|heard|told\s+us|non-attendance)\b/i;

/** "On the second day we telephone": days of an absence, where the text around is about one. */
export function daysOfAbsence(text: string, around: string): Figure[] {
  if (!ABOUT_ABSENCE.test(around)) return [];
  const found: Figure[] = [];
  for (const match of matchesOf(text, NAMED_DAY)) {
    const value = match[1] ? ordinalOf(match[1]) : cardinalOf(match[2] ?? '');
    // "Ring us on the first day": what parents do.
    if (value === null || value > 30 || (value === 1 && /\b(?:parents?|carers?|you|please)\b/i.test(text))) continue;
    found.push({
      start: match.index,
      end: match.index + match[0].length,
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

const DAYS_OR_MORE = new RegExp(
  `^\\W*(?:(?:absences?|holidays?|leave)\\s+of\\s+)?(${CARDINAL})\\s+(?:(?:school|consecutive|full)\\s+){0,2}days\\s+(?:or|and)\\s+(?:more|over)\\b`,
  'i',
);
const ABOUT_HOLIDAYS = /\bholidays?\b|\bleave\s+(?:of\s+absence|in\s+term)|\bterm[-\s]time\b/i;
const ABOUT_FINES = /\bpenalty\s+notices?\b|\bfine[sd]?\b/i;
const ABOUT_ILLNESS = /\b(?:ill(?:ness)?|sick(?:ness)?|medical|doctor|evidence)\b/i;

/** "Five days or more: …" where the text around is of holidays and what they cost: days without leave. */
export function holidayDays(text: string, around: string): Figure[] {
  const match = DAYS_OR_MORE.exec(text);
  const value = cardinalOf(match?.[1] ?? '');
  if (!match?.[1] || value === null || value > 30 || ABOUT_ILLNESS.test(text)) return [];
  if (!ABOUT_HOLIDAYS.test(around) || !ABOUT_FINES.test(around)) return [];
  const start = match[0].indexOf(match[1]);
  const place = { start, end: match[0].length, metric: 'unauthorisedDays', op: '>=', value, unit: 'days' } as const;
  return [{ ...place, window: windowIn(text)?.words ?? null, sense: 'trigger' }];
}
