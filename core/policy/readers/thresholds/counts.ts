import { matchesOf } from '../../../text/matches.ts';
import { CARDINAL, cardinalOf, ORDINAL, ordinalOf } from '../../../text/numbers.ts';
import type { Metric, Operator, Unit } from '../../schema.ts';
import { bareCountsBefore, bareCountsBehind, moreDaysBehind } from './bare-counts.ts';
import type { Figure } from './figure.ts';
import { windowIn } from './windows.ts';

const N = `(?<![\\w.£/:])(?<!(?<!\\d)-)(${CARDINAL})(?!\\.\\d|\\d|:|%|\\s?per\\s?cent)`;
const MORE = '(?:\\s?\\+|\\s+(?:or|and)\\s+(?:more|over|above))?';
const MORE_AFTER = '(?:\\s?\\+|\\s*\\(?(?:or|and)\\s+(?:more|over|above))?';

const SESSIONS = new RegExp(
  `${N}(${MORE})\\s+((?:(?:school|half[- ]day|separate|consecutive|missed|lost|unexplained|unauthori[sz]ed|authori[sz]ed|absence|unauthori[sz]ed\\s+absence|or|more)\\s+){0,4})(?:sessions?\\b|half[- ]days?\\b|(?<=unauthori[sz]ed\\s{1,2})absences\\b)(${MORE_AFTER})`,
  'gi',
);
const DAYS = new RegExp(
  `${N}(${MORE})\\s+((?:(?:full|whole|school|separate|single|odd|individual|consecutive|continuous|successive|unexplained|unauthori[sz]ed|unbroken|or|more|missed|lost)\\s+){0,4})days?(?:'(?=\\s+(?:unexplained\\s+|unauthori[sz]ed\\s+)?(?:absence|illness)\\b))?(?!\\s*(?:'|notice|holiday))(?<=[sy'])(${MORE_AFTER})`,
  'gi',
);
const DAY_NUMBER = new RegExp(
  `\\b(?:(${ORDINAL})\\s+(?:(?:consecutive|successive|full|school|and\\s+subsequent)\\s+){0,2}day|day\\s+(${CARDINAL}))\\s+(?:(?:of|in)\\s+)?(?:(?:a|an|the|any|their|his|her|pupil's|child's|your|unexplained|continued|continuous|unauthori[sz]ed|reported|unreported|illness|consecutive|unnotified)\\s+){0,4}(?:absence|absent|illness|sickness|non-attendance|non\\s+attendance|that\\s+(?:(?:a|the|your)\\s+(?:child|pupil|student)|they|he|she)\\s+(?:(?:is|are)\\s+(?:absent|away|not\\s+in)|do(?:es)?\\s+not\\s+attend)|(?:without|with\\s+no|no)\\s+contact)\\b`,
  'gi',
);
const SUCCESSIVE = new RegExp(
  `\\b(${ORDINAL})\\s+(?:successive|consecutive)\\s+(?:(?:unauthori[sz]ed|unexplained)\\s+)?(?:absence|day)\\b`,
  'gi',
);
const LATES = new RegExp(
  `${N}(${MORE})\\s+((?:(?:or|more|further|unauthori[sz]ed|separate|late|such|recorded|"?[ul]"?)\\s+){0,3})(?:late\\s+(?:marks?|arrivals?|codes?|sessions?|incidents?|days?|occasions?)|lates?\\b(?!\\s+(?:for|to|by))|latenesses|(?:"|')?[UL](?:"|')?(?:\\s+(?:codes?|marks?)|s\\b)|incidents?\\s+of\\s+(?:persistent\\s+)?lateness|occasions?\\s+of\\s+lateness|instances?\\s+of\\s+lateness|late\\b)(${MORE_AFTER})`,
  'gi',
);
const TIMES_LATE = new RegExp(
  `\\blate\\b(?:\\s+(?:to|for|at|school|lessons?|registration|class|on|the|register|after|has|closed|arriving|in)\\b){0,6}\\s+(?:(?:more|less)\\s+than\\s+|at\\s+least\\s+)?${N}(${MORE})\\s+(?:(?:or|more|separate)\\s+){0,2}(?:times|occasions)(${MORE_AFTER})|\\b(${CARDINAL})(${MORE})\\s+times\\s+late\\b|\\blate\\s+(?:(?:to|for|school|lessons?|registration)\\s+){0,2}(once|twice|thrice)\\b(?!\\s+(?:the|it|they|registers?)\\b)|\\bafter\\s+(?:the\\s+)?(?:clos\\w{1,4}\\s+of\\s+(?:the\\s+)?)?regist(?:er|ers|ration)\\b[^.;]{0,30}\\b(?:on|for)\\s+(?:(?:more|less)\\s+than\\s+|at\\s+least\\s+)?(${CARDINAL})(${MORE})\\s+(?:separate\\s+)?(?:times|occasions)(${MORE_AFTER})`,
  'gi',
);
const NTH_LATE = new RegExp(
  `\\b(${ORDINAL})\\s+(?:(?:unauthori[sz]ed|time|occasion|instance|incident)\\s+(?:of\\s+)?)?(?:late(?:\\s+(?:mark|arrival|time|code))?|lateness)\\b|\\b(${ORDINAL})\\s+time\\s+(?:they|he|she|(?:a|the|your)\\s+\\w+)(?:'re|'s|\\s+are|\\s+is)\\s+late\\b|\\b(?:late|arriv\\w{1,3}\\s+late)\\s+(?:for\\s+)?an?\\s+(${ORDINAL})\\s+time\\b`,
  'gi',
);
const SINGLE_LATE = /\ba\s+single\s+late(?:\s+mark)?\b/gi;
const NTH_SESSION = new RegExp(`\\b(${ORDINAL})\\s+unauthori[sz]ed\\s+(?:session|absence|half[- ]day)\\b`, 'gi');
const TOTAL = new RegExp(
  `^[^.;()]{0,30}\\(\\s*(?:i\\.?e\\.?\\s*)?(?:making\\s+)?(?:a\\s+)?(?:total\\s+(?:of\\s+)?)?(${CARDINAL})\\s+(?:in\\s+(?:total|all)|altogether)|^[^.;()]{0,30}\\(\\s*total\\s+(?:of\\s+)?(${CARDINAL})`,
  'i',
);
const NOTICES = new RegExp(
  `\\b(?:only(?:\\s+(?:be\\s+)?(?:ever\\s+)?(?:issued?|receive|given))?|no\\s+more\\s+than|not\\s+more\\s+than|a?\\s?maximum\\s+(?:number\\s+)?of|max(?:imum)?|up\\s+to|limit(?:ed)?\\s+(?:[\\w']+\\s+){0,6}(?:of|to|is|at)|at\\s+most)\\s+(${CARDINAL})\\s+(?:(?:fixed|penalty|such)\\s+){0,2}(?:penalty\\s+notices?|notices?|fines|fpns?|pns?)\\b`,
  'gi',
);

// A pattern is tried only where its own word stands: most sentences count nothing.
const MENTIONS = {
  sessions: /\bsessions?\b|\bunauthori[sz]ed\s+(?:absence|half)|\bunauthori[sz]ed\s+absences\b|\bhalf[- ]days?\b/i,
  lates: /\blate|\b(?:times|occasions)\b|\b[ul]['"]?\s(?:codes?|marks?)/i,
  days: /\bdays?\b/i,
  successive: /\b(?:successive|consecutive)\b/i,
  notices: /\b(?:notices|notice|fines|f?pns)\b/i,
};

type Add = (match: RegExpExecArray, metric: Metric, unit: Unit, value: number | null, more?: boolean) => void;

/** Every count of sessions, days, late marks and notices of a text that sets something off. */
export function countsIn(text: string): Figure[] {
  const figures: Figure[] = [];
  let window: string | null | undefined;
  const add: Add = (match, metric, unit, value, more = false) => {
    if (value === null || value === 0) return;
    const start = match.index;
    const end = start + match[0].length;
    if (figures.some((other) => start < other.end && other.start < end)) return;
    window ??= windowIn(text)?.words ?? null;
    // "3-5 lates", "between three and five late marks": from the lower number on.
    const range = RANGE.exec(text.slice(Math.max(0, start - 24), start));
    const low = range ? cardinalOf(range[1] ?? '') : null;
    if (range && low !== null && low < value) {
      figures.push(figure(start - range[0].length, end, metric, '>=', low, unit));
      return;
    }
    const before = operatorBefore(text, start);
    const op = more
      ? '>='
      : /\bmore\s+than\b/i.test(match[0])
        ? '>'
        : /\bless\s+than\b/i.test(match[0])
          ? '<'
          : before.op;
    figures.push(figure(before.from, end, metric, metric === 'penaltyNotices' ? '<=' : op, value, unit));
  };
  const figure = (start: number, end: number, metric: Metric, op: Operator, value: number, unit: Unit): Figure => {
    // Few absences set nothing off.
    const sense = op === '<' || (metric === 'sessions' && !MISSED.test(text)) ? 'bare' : 'trigger';
    return { start, end, metric, op, value, unit, window: window ?? null, sense };
  };
  if (MENTIONS.sessions.test(text)) addSessions(text, add);
  for (const match of matchesOf(text, SINGLE_LATE)) add(match, 'lateMarks', 'occurrences', 1, true);
  if (MENTIONS.lates.test(text)) addLates(text, add);
  if (MENTIONS.successive.test(text))
    for (const match of matchesOf(text, SUCCESSIVE))
      add(match, 'consecutiveAbsenceDays', 'days', ordinalOf(match[1] ?? ''), true);
  if (MENTIONS.days.test(text)) addDays(text, add);
  if (MENTIONS.notices.test(text))
    for (const match of matchesOf(text, NOTICES)) {
      const value = cardinalOf(match[1] ?? '');
      if (value !== null && value <= 5) add(match, 'penaltyNotices', 'occurrences', value);
    }
  return withBareCounts(
    text,
    figures.sort((a, b) => a.start - b.start),
  );
}

const GOES_ON = new Set<Metric>(['lateMarks', 'sessions', 'unauthorisedSessions']);

/** The figures with the numbers beside them that leave their unit out. */
function withBareCounts(text: string, figures: readonly Figure[]): Figure[] {
  const all = figures.flatMap((figure) =>
    GOES_ON.has(figure.metric) ? [...bareCountsBefore(text, figure), figure] : [figure],
  );
  all.push(...moreDaysBehind(text, figures));
  const last = figures.findLast(({ metric }) => GOES_ON.has(metric));
  if (!last || last !== figures.at(-1)) return all;
  return [...all, ...bareCountsBehind(text, last.end, last)];
}

function addSessions(text: string, add: Add): void {
  for (const match of matchesOf(text, NTH_SESSION))
    add(match, 'unauthorisedSessions', 'sessions', ordinalOf(match[1] ?? ''), true);
  for (const match of matchesOf(text, SESSIONS)) {
    const value = cardinalOf(match[1] ?? '');
    const end = match.index + match[0].length;
    const fewest = /\bunauth/i.test(match[0]) ? 2 : 3;
    if (isNoCount(text, match.index, end) || (value ?? 0) > 100 || (value ?? 0) < fewest) continue;
    // "a further 4 sessions" count on from what the text does not say again.
    if (/\b(?:further|another|additional)\s+$/i.test(text.slice(Math.max(0, match.index - 14), match.index))) continue;
    // "in the last 100 sessions": the time in which others are counted.
    if ((value ?? 0) >= 50 && COUNTED_IN.test(text.slice(Math.max(0, match.index - 50), match.index))) continue;
    add(match, sessionMetric(text, match[3] ?? '', match.index, end), 'sessions', value);
  }
}

const COUNTED_IN =
  /\b(?:within|in|over|during|across|of)\s+(?:(?:a|an|any|the|every|each|last|previous|rolling|period|of|school)\s+){0,4}$/i;

const TIMES: Record<string, number> = { once: 1, twice: 2, thrice: 3 };

function addLates(text: string, add: Add): void {
  for (const match of matchesOf(text, LATES)) {
    const end = match.index + match[0].length;
    if (isNoCount(text, match.index, end)) continue;
    const total = TOTAL.exec(text.slice(end, end + 80));
    // "a further 4 late marks (7 in total)": the total is what is reached; without one nothing can be said.
    const further = /\bfurther\s*$/i.test(text.slice(Math.max(0, match.index - 12), match.index));
    if ((further || /\bfurther\b/i.test(match[3] ?? '')) && !total) continue;
    add(match, 'lateMarks', 'occurrences', cardinalOf(total?.[1] ?? total?.[2] ?? match[1] ?? ''));
  }
  for (const match of matchesOf(text, TIMES_LATE))
    if (!isNoCount(text, match.index, match.index + match[0].length))
      add(
        match,
        'lateMarks',
        'occurrences',
        match[6] ? (TIMES[match[6].toLowerCase()] ?? null) : cardinalOf(match[1] ?? match[4] ?? ''),
      );
  for (const match of matchesOf(text, NTH_LATE))
    add(match, 'lateMarks', 'occurrences', ordinalOf(match[1] ?? match[2] ?? match[3] ?? ''), true);
}

/** What parents do on the first day sets nothing off. */
const TELLS_US =
  /\b(?:tell|let|inform|ring|call|contact|phone|telephone|text|e-?mail|message|notify)\s+(?:us|school|the\s+(?:school|office|academy|nursery))\b|\bplease\b|\bparents?\b[^.;]{0,30}\b(?:asked|must|should|need|required|expected)\b/i;

function addDays(text: string, add: Add): void {
  for (const match of matchesOf(text, DAY_NUMBER)) {
    if (/\bas\s+if\b[^.;]{0,20}$/i.test(text.slice(Math.max(0, match.index - 40), match.index))) continue;
    const value = match[1] ? ordinalOf(match[1]) : cardinalOf(match[2] ?? '');
    if (value === 1 && TELLS_US.test(text)) continue;
    add(match, 'consecutiveAbsenceDays', 'days', value, true);
  }
  for (const match of matchesOf(text, DAYS)) {
    const value = cardinalOf(match[1] ?? '');
    const end = match.index + match[0].length;
    if ((value ?? 0) > 60 || (value ?? 0) < 2 || isNoCount(text, match.index, end)) continue;
    const metric = dayMetric(text, match[3] ?? '', match.index, end);
    if (metric) add(match, metric, 'days', value);
  }
}

const RANGE = new RegExp(
  `(?<![\\d.£/:-])(?:\\bbetween\\s+)?\\b(${CARDINAL})\\s?(?:-|\\bto\\b|(?<=\\bbetween\\s+\\w+\\s?)\\band\\b)\\s?$`,
  'i',
);

const OPERATORS: readonly (readonly [RegExp, Operator])[] = [
  [/\b(?:more\s+than|over|exceed(?:s|ing)?|in\s+excess\s+of|greater\s+than|beyond|>)\s*$/i, '>'],
  [
    /\b(?:at\s+least|minimum\s+of|no\s+(?:fewer|less)\s+than|>=|≥|after|reach(?:es|ed|ing)?|total(?:s|ling)?(?:\s+of)?)\s*$/i,
    '>=',
  ],
  [/\b(?:fewer|less)\s+than\s*$/i, '<'],
];

function operatorBefore(text: string, start: number): { op: Operator; from: number } {
  const before = text.slice(Math.max(0, start - 30), start);
  for (const [pattern, op] of OPERATORS) {
    const match = pattern.exec(before);
    if (match) return { op, from: start - match[0].length };
  }
  return { op: '>=', from: start };
}

const GLOSS_BEFORE = /(?:=|\bequals?|\bequivalent\s+(?:of|to)|\bor)\s*$/i;
const EXAMPLE_BEFORE =
  /\b(?:e\.g\.?|eg\b|for\s+example\b|for\s+instance\b|such\s+as\b|i\.e\.?|ie\b|made\s+up\s+of\b)[^.;)]{0,80}$/i;
const ILLUSTRATES =
  /^\W*(?:\d[\d.]*\s+)?(?:by\s+way\s+of\s+illustration|for\s+(?:example|instance)|(?:worked\s+)?examples?\s*:)/i;
const GLOSS_AFTER =
  /^\s*(?:=|equals?\b|per\s|a\s+(?:day|week|fortnight|month|year)\b|each\s|every\s|in\s+(?:each|every|a)\s+(?:day|school\s+day)|(?:is|are)\s+(?:the\s+same|equivalent|equal))/i;

/** Sums, glosses, worked examples and bracketed equivalents: numbers that set nothing off. */
function isNoCount(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 100), start);
  const after = text.slice(end, end + 40);
  if (ILLUSTRATES.test(text) || /\bup\s+to\s+$/i.test(before)) return true;
  if (GLOSS_AFTER.test(after) && !/^\s*(?:in\s+a|a\s+year)/i.test(after)) return true;
  if (/=\s*$|\b(?:equivalent\s+(?:of|to)|equals?|same\s+as)\s*(?:\w+\s+)?$/i.test(before)) return true;
  if (EXAMPLE_BEFORE.test(before) && !/\bi\.?e\.?\s*(?:,\s*)?$/i.test(before)) return true;
  // "Previously a pupil had to have 20 late marks": how it used to be.
  if (/\b(?:previously|formerly|used\s+to\s+(?:be|have|need|get)|in\s+the\s+past)\b[^.;]{0,80}$/i.test(before))
    return true;
  // "Half an hour late each day means your child misses 31 sessions".
  if (/\bmeans?\s+(?:that\s+)?(?:your|a|the|they|he|she|you)\b[^.;]{0,50}$/i.test(before)) return true;
  // "a period of six weeks (30 school days)"
  if (/\b(?:weeks?|months?)\s*\([^)]{0,20}$/i.test(before)) return true;
  // "10 sessions (5 days)": the bracket says the same again.
  if (
    /\(\s*(?:or\s+|i\.?e\.?,?\s*|which\s+is\s+|equivalent\s+to\s+|approximately\s+|the\s+same\s+as\s+|usually\s+)?$/i.test(
      before,
    )
  )
    return /\b(?:sessions?|days?|half[- ]days?|absen\w+|marks?)\s*(?:of\s+(?:unauthori[sz]ed\s+)?absences?\s*)?\((?:[^)]{0,30})$/i.test(
      before,
    );
  if (/\b(?:sessions?|days?)\s+or\s+$/i.test(before) && GLOSS_BEFORE.test(before)) return true;
  return /^\s*(?:from|of)\s+(?:school\s+)?(?:each|every)/i.test(after);
}

const SENTENCE_END = /[.;]\s+(?=[A-Z])/;
const UNAUTHORISED = /\bun-?authori[sz]ed\b/i;
const WITHOUT_LEAVE = /^[^.;]{0,40}\bwithout\s+(?:permission|leave|authori[sz]ation)\b/i;
const MISSED = /\b(?:absen\w{1,8}|away|miss(?:ed|es|ing)?|lost|non-attendance|holiday|leave)\b/i;

function sessionMetric(text: string, between: string, start: number, end: number): Metric {
  // What another sentence says is unauthorised says nothing of this count.
  const before =
    text
      .slice(Math.max(0, start - 140), start)
      .split(SENTENCE_END)
      .at(-1) ?? '';
  const after = text.slice(end, end + 140).split(SENTENCE_END, 1)[0] ?? '';
  if (/\bunauth/i.test(between) || WITHOUT_LEAVE.test(after) || UNAUTHORISED.test(after) || UNAUTHORISED.test(before))
    return 'unauthorisedSessions';
  return 'sessions';
}

/** What the paragraph around a sentence adds to its counts: that they are of the national threshold, and their window. */
export function explainedBy(figures: readonly Figure[], around: string): Figure[] {
  return figures.map((figure) => {
    let { metric, sense, window } = figure;
    // The national threshold counts nothing but unauthorised sessions, named or not.
    const named = sense === 'bare' && UNAUTHORISED.test(around);
    const fined = FINED_FOR.test(around) && UNAUTHORISED.test(around);
    if (metric === 'sessions' && (named || fined || NATIONAL.test(around)))
      [metric, sense] = ['unauthorisedSessions', 'trigger'];
    const unauthorised = metric === 'unauthorisedSessions' || metric === 'unauthorisedDays';
    if (unauthorised && window === null && !NUMBERS_APART.test(around)) window = windowIn(around)?.words ?? null;
    return { ...figure, metric, sense, window };
  });
}

// Two counts in one paragraph: the window of the one need not be the window of the other.
const NUMBERS_APART =
  /\b(?:reach(?:es|ed)?|incurs?|has|have|after|if|where|when)\b[^.;]{0,60}\bsessions?\b[^.;]{0,120}[.;][^.;]{0,80}\b(?:reach(?:es|ed)?|incurs?|has|have|after|if|where|when)\b[^.;]{0,60}\b\d{1,2}\b[^.;]{0,40}\bsessions?\b/i;

/** A penalty notice answers unauthorised absence, and no other. */
const FINED_FOR =
  /\bpenalty\s+(?:notices?|fines?|charge\s+notices?)\s+(?:(?:can|may|will|could|must|is|are|now|also|be)\s+){1,4}(?:issued|considered|given|served)\b/i;
const NATIONAL = /\bnational\s+threshold\b|\bpenalty\s+notices?\s+threshold\b/i;

const DEADLINE_BEFORE =
  /\b(?:within|in|by|under|at\s+least|up\s+to|every|next|first|last|between|after|allow|takes?|than|paid|pay|additional|extra|the|for|a\s+period\s+of)\s+(?:the\s+)?$/i;
/** "9 days of learning": what absence costs. */
const TOLD_OF_LEARNING = /^\s*(?:of\s+)?(?:learning|lessons?|education|schooling|teaching)\b/i;
/** "They will have been away for more than 25 days", "this equates to missing 20 days": the same said in days. */
const TOLD_IN_DAYS =
  /\b(?:have|has)\s+(?:been\s+(?:absent|away|off)|missed|lost)\s+(?:(?:for|more|at|least|than|over|about|around|nearly|almost|up|to|approximately|roughly)\s+){0,4}$/i;
const EQUATES = /\b(?:equates?|equivalent|amounts?|adds?\s+up|works?\s+out|translates?|the\s+same\s+as)\b[^.;]{0,60}$/i;
const CONDITION = /\b(?:if|when|where|whenever|once|after|who|whose|should|until|unless)\b/i;
const DEADLINE_PERIOD = /\b(?:following|next|coming|over|within|during|in)\s+(?:(?:a|the|this|that)\s+)?$/i;
const AWAY =
  /\b(?:absen(?:t|ce|ces)|unauthori[sz]ed|missing|missed|miss|away|illness|ill|sick(?:ness)?|not\s+(?:returned|attended|attending|been\s+seen)|off\s+school|no\s+(?:contact|news|word|message|reason)|without\s+(?:contact|news|word)|with\s+no\s+(?:contact|news|word)|non-attendance|unwell|extended\s+period)\b/i;
const NOT_AWAY =
  /\b(?:pay|paid|payment|notice|written|working|inset|training|suspen\w+|exclu\w+|reply|respond|response|writing|appeal|request\w*|in\s+advance|before\s+(?:the|a|any)|prior|school\s+year|open|register(?:ed)?\s+within|adding|clear|review\w*|return(?:ed)?\s+(?:the|this|form)|form)\b/i;

function dayMetric(text: string, between: string, start: number, end: number): Metric | null {
  if (/\b(?:badges?|awards?|certificates?|prizes?|celebrat\w+)\b/i.test(text)) return null;
  const before = text.slice(Math.max(0, start - 120), start);
  const after = text.slice(end, end + 90);
  const clause = after.split(/[.;]/, 1)[0] ?? after;
  if (TOLD_OF_LEARNING.test(after) && !/\b(?:if|when|where|once|after|who)\b/i.test(before)) return null;
  if ((TOLD_IN_DAYS.test(before) && !CONDITION.test(before)) || EQUATES.test(before)) return null;
  if (/^\s*behind\b/i.test(after) || (/^\s*period\b/i.test(after) && DEADLINE_PERIOD.test(before))) return null;
  const unauthorisedHere =
    /\bunauth/i.test(between) ||
    /^\s*(?:\([^)]{0,30}\)\s*)?(?:or\s+more\s+)?(?:of\s+)?(?:\w+\s+){0,1}(?:un-?authori[sz]ed|without\s+(?:authori[sz]ation|permission|leave|agreement))/i.test(
      after,
    ) ||
    /\bunauthori[sz]ed\s+absences?\s+(?:(?:of|for|totalling|reaches|exceeds|is)\s+){0,2}(?:(?:more|at|least|than|over)\s+){0,3}$/i.test(
      before,
    );
  // "ten consecutive school days of unauthorised absence": ten scattered days would not do.
  if (unauthorisedHere && /\b(?:consecutive|continuous|successive|unbroken)\b/i.test(between))
    return 'consecutiveAbsenceDays';
  if (unauthorisedHere) return 'unauthorisedDays';
  // "A child with 85% attendance misses 29 days": the same thing said in days.
  if (/(?:%|per\s?cent)[^.;]{0,60}$/i.test(before) && !/\b(?:if|where|when|or)\b[^.;]{0,60}$/i.test(before))
    return null;
  if (
    /\b(?:holidays?|leave|out\s+of\s+school)\b[^.;]{0,60}\b(?:for|of)\s+$/i.test(before) &&
    /\b(?:without\s+(?:permission|authorisation|agreement|leave)|unauthori[sz]ed|penalt(?:y|ies)|fines?|fined)\b|£/i.test(
      before + after,
    )
  )
    return 'unauthorisedDays';
  const consecutive =
    /\b(?:consecutive|continuous|successive|unbroken)\b/i.test(between) ||
    /^\s*(?:in\s+a\s+row|running|consecutively|continuously)/i.test(after);
  const near = before.slice(-60);
  if (consecutive && /\b(?:penalt(?:y|ies)|fines?|fined)\b/i.test(clause)) return 'consecutiveAbsenceDays';
  const away =
    (/^\s*(?:(?:or\s+more|in\s+a\s+row|consecutively)\s+)?(?:of|off|away|absent|absence|illness|sickness|without|with\s+no|absences|missed|(?:have|has)\s+been\s+(?:missed|lost)|are\s+(?:missed|lost))\b/i.test(
      after,
    ) &&
      AWAY.test(clause.slice(0, 60))) ||
    (/\b(?:absen(?:t|ce|ces)|missing|miss(?:es)?|missed|away|ill|unwell|sick|off|absences?\s+(?:of|for|lasts?|lasting|exceeds|exceeding|totalling|over)|not\s+(?:returned|attended|been\s+seen)|returned\s+to\s+school|period)\b[^.;]{0,40}$/i.test(
      near,
    ) &&
      !/\bperiod\b[^.;]{0,10}$/i.test(near)) ||
    (consecutive && AWAY.test(before + clause));
  if (!away && !(consecutive && AWAY.test(text))) return null;
  if (
    NOT_AWAY.test(near.slice(-30)) ||
    /^\s*(?:'|notice|in\s+advance|before|prior|to\s+pay|for\s+(?:payment|the\s+first))/i.test(after)
  )
    return null;
  if (
    DEADLINE_BEFORE.test(before) &&
    /\b(?:within|by|under|every|next|first|paid|pay|in)\s+(?:the\s+)?$/i.test(before) &&
    !consecutive
  )
    return null;
  if (/\bwithin\b/i.test(near.slice(-14))) return null;
  return consecutive ? 'consecutiveAbsenceDays' : 'absenceDays';
}
