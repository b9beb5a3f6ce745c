import { matchAt } from '../../../text/match-at.ts';
import { matchesOf } from '../../../text/matches.ts';
import { cardinalsIn, ordinalsIn } from '../../../text/numbers.ts';
import type { Metric, Operator, Unit } from '../../schema.ts';
import { bareCountsBefore, bareCountsBehind, moreDaysBehind } from './bare-counts.ts';
import { type Counted, countedIn, followed, wordsBefore } from './counted.ts';
import { areDaysToPay, dayMetric, withoutMisses } from './day-metric.ts';
import type { Figure } from './figure.ts';
import { LATES, nthLate, OF_LESSONS, timesLate, totalBehind } from './lates.ts';
import { hasParentsHour, onlyAsksForEvidence } from './parents-part.ts';
import { windowBehind, windowIn } from './windows.ts';

const SESSIONS =
  /(\s?\+|\s+(?:or|and)\s+(?:more|over|above))?\s+((?:(?:school|half[- ]day|separate|consecutive|missed|lost|unexplained|unauthori[sz]ed|authori[sz]ed|absence|unauthori[sz]ed\s+absence|or|more)\s+){0,4})(?:sessions?\b|half[- ]days?\b|(?<=unauthori[sz]ed\s{1,2})(?:absences|(?:absence\s{1,2})?marks)\b|absences(?=\s(?:without|for\sno|with\sno)\s(?:an?\s)?(?:good|valid|acceptable|proper)\sreason\b))/iy;
const DAYS =
  /(\s?\+|\s+(?:or|and)\s+(?:more|over|above))?\s+((?:(?:full|whole|school|separate|single|odd|individual|consecutive|continuous|successive|unexplained|unauthori[sz]ed|unbroken|or|more|missed|lost)\s+){0,4})days?(?:'(?=\s+(?:(?:unexplained|unauthori[sz]ed|continuous|consecutive|unbroken|continued)\s+){0,3}(?:absence|illness)\b))?(?!\s*(?:'|notice|holiday))(?<=[sy'])/iy;
const NTH_DAY = /\s+(?:(?:consecutive|successive|full|school|and\s+subsequent)\s+){0,2}day/iy;
const DAY_BEFORE = /\bday\s+$/i;
const OF_ABSENCE =
  /\s+(?:(?:of|in)\s+)?(?:(?:a|an|the|any|their|his|her|pupil's|child's|your|unexplained|continued|continuous|unauthori[sz]ed|reported|unreported|illness|consecutive|unnotified)\s+){0,4}(?:absences?|absent|illness|sickness|non-attendance|non\s+attendance|that\s+(?:(?:a|the|your)\s+(?:child|pupil|student)|they|he|she)\s+(?:(?:is|are)\s+(?:absent|away|not\s+in)|do(?:es)?\s+not\s+attend)|(?:without|with\s+no|no)\s+contact)\b/iy;
const SUCCESSIVE = /\s+(?:successive|consecutive)\s+(?:(?:unauthori[sz]ed|unexplained)\s+)?(?:absence|day)\b/iy;
const NTH_SESSION = /\s+unauthori[sz]ed\s+(?:session|absence|half[- ]day)\b/iy;
const NOTICES = /\s+(?:(?:fixed|penalty|such)\s+){0,2}(?:penalty\s+notices?|notices?|fines|fpns?|pns?)\b/iy;
const LIMIT_BEFORE =
  /\b(?:only(?:\s+(?:be\s+)?(?:ever\s+)?(?:issued?|receive|given))?|no\s+more\s+than|not\s+more\s+than|a?\s?maximum\s+(?:number\s+)?of|max(?:imum)?|up\s+to|limit(?:ed)?\s+(?:[\w']+\s+){0,6}(?:of|to|is|at)|at\s+most)\s+$/i;
/** "a two penalty notice limit". */
const LIMIT_BEHIND = /^[\s-]{1,3}(?:limit|cap|maximum)\b/i;

// A pattern is tried only where its own word stands: most sentences count nothing.
const MENTIONS = {
  sessions:
    /\bsessions?\b|\bunauthori[sz]ed\s+(?:absence|half|mark)|\bunauthori[sz]ed\s+absences\b|\bhalf[- ]days?\b|\babsences\s(?:without|for|with)\b/i,
  lates:
    /\blate|\b(?:times|occasions)\b|\barrivals?\s+after\b|\b[ul]['"]?\s(?:codes?|marks?)|\d\s?[x×]\s?["']?[lu]\b|\s[lu]s\b/i,
  days: /\bdays?\b/i,
  successive: /\b(?:successive|consecutive)\b/i,
  notices: /\b(?:notices|notice|fines|f?pns)\b/i,
};

type Add = (counted: Counted, metric: Metric, unit: Unit, more?: boolean) => void;

/** Every count of sessions, days, late marks and notices of a text that sets something off. */
export function countsIn(text: string): Figure[] {
  const figures: Figure[] = [];
  let window: string | null | undefined;
  const add: Add = ({ start, end, value }, metric, unit, more = false) => {
    if (value === 0) return;
    if (figures.some((other) => start < other.end && other.start < end)) return;
    if (window === undefined) window = windowIn(text)?.words ?? null;
    // "3-5 lates", "between three and five late marks": from the lower number on.
    const lower = rangeBefore(text, start);
    if (lower && lower.value < value) {
      figures.push(figure(lower.start, end, metric, '>=', lower.value, unit));
      return;
    }
    const before = operatorBefore(text, start);
    const op = more ? '>=' : (comparisonIn(text.slice(start, end)) ?? before.op);
    figures.push(figure(before.from, end, metric, metric === 'penaltyNotices' ? '<=' : op, value, unit));
  };
  const figure = (start: number, end: number, metric: Metric, op: Operator, value: number, unit: Unit): Figure => {
    // Few absences set nothing off.
    const sense = op === '<' || (metric === 'sessions' && !MISSED.test(withoutMisses(text))) ? 'bare' : 'trigger';
    return { start, end, metric, op, value, unit, window: windowBehind(text, end) ?? window ?? null, sense };
  };
  if (MENTIONS.sessions.test(text)) addSessions(text, add);
  if (MENTIONS.lates.test(text) && !OF_LESSONS.test(text)) addLates(text, add);
  if (MENTIONS.successive.test(text))
    for (const counted of followed(text, ordinalsIn(text), SUCCESSIVE))
      add(counted, 'consecutiveAbsenceDays', 'days', true);
  if (MENTIONS.days.test(text)) addDays(text, add);
  if (MENTIONS.notices.test(text))
    for (const counted of followed(text, cardinalsIn(text), NOTICES)) {
      const limit = LIMIT_BEFORE.exec(wordsBefore(text, counted.start));
      if (limit && counted.value <= 5)
        add({ ...counted, start: counted.start - limit[0].length }, 'penaltyNotices', 'occurrences');
      else if (counted.value <= 5 && LIMIT_BEHIND.test(text.slice(counted.end, counted.end + 20)))
        add(counted, 'penaltyNotices', 'occurrences');
    }
  return withBareCounts(
    text,
    figures.sort((a, b) => a.start - b.start),
  );
}

const THEN_DONE =
  /^(?:\s+(?:in|within|over)\s+(?:an?|any|one|the|each)\s+(?:(?:half|school|whole|single)[\s-])?[a-z]{4,9})?\s*(?:[:=→]\s|\s[–-]\s)/i;

/** "5 or more sessions in a half term: the tutor …" at the head of its line: of absence, though nothing says so. */
function headsLine(text: string, start: number, end: number): boolean {
  return !/[a-z]/i.test(text.slice(0, start)) && THEN_DONE.test(text.slice(end));
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

const SINGLE_LATE = /\ba\s+single\s+late(?:\s+mark)?\b/gi;

function addSessions(text: string, add: Add): void {
  for (const counted of followed(text, ordinalsIn(text), NTH_SESSION))
    add(counted, 'unauthorisedSessions', 'sessions', true);
  for (const counted of countedIn(text, SESSIONS)) {
    const { start, end, value, between } = counted;
    const fewest = UNAUTH.test(text.slice(start, end)) ? 2 : 3;
    if (value > 100 || value < fewest || isNoCount(text, start, end)) continue;
    // Which sessions nobody has explained changes from day to day: no count of all absence.
    if (/\bunexplained\b/i.test(between)) continue;
    // "a further 4 sessions" count on from what the text does not say again, unless it adds them up: "making ten in all".
    if (/\b(?:further|another|additional)\s+$/i.test(text.slice(Math.max(0, start - 14), start))) {
      const total = totalBehind(text.slice(end, end + 80));
      // Of what sort they are must then be said here too: an authorised absence is none of them.
      if (total !== null && total > value && sessionMetric(text, between, start, end) === 'unauthorisedSessions')
        add({ ...counted, value: total }, 'unauthorisedSessions', 'sessions');
      continue;
    }
    // "in the last 100 sessions": the time in which others are counted.
    if (value >= 50 && COUNTED_IN.test(text.slice(Math.max(0, start - 50), start))) continue;
    add(counted, sessionMetric(text, between, start, end), 'sessions');
  }
}

const UNAUTH = /\bunauth/i;
const COUNTED_IN =
  /\b(?:within|in|over|during|across|of)\s+(?:(?:a|an|any|the|every|each|last|previous|rolling|period|of|school)\s+){0,4}$/i;

function addLates(text: string, add: Add): void {
  for (const { index, 0: words } of matchesOf(text, SINGLE_LATE))
    add({ start: index, end: index + words.length, value: 1, between: '' }, 'lateMarks', 'occurrences', true);
  for (const counted of countedIn(text, LATES)) {
    const { start, end, between } = counted;
    if (isNoCount(text, start, end)) continue;
    const total = totalBehind(text.slice(end, end + 80));
    // "a further 4 late marks (7 in total)": the total is what is reached; without one nothing can be said.
    const further = /\bfurther\s*$/i.test(text.slice(Math.max(0, start - 12), start));
    if ((further || /\bfurther\b/i.test(between)) && total === null) continue;
    add({ ...counted, value: total ?? counted.value }, 'lateMarks', 'occurrences');
  }
  for (const counted of timesLate(text))
    if (!isNoCount(text, counted.start, counted.end)) add(counted, 'lateMarks', 'occurrences');
  for (const counted of nthLate(text)) add(counted, 'lateMarks', 'occurrences', true);
}

/** What parents do on the first day sets nothing off. */
const TELLS_US =
  /\b(?:tell|let|inform|ring|call|contact|phone|telephone|text|e-?mail|message|notify)\s+(?:us|school|the\s+(?:school|office|academy|nursery))\b|\bplease\b|\bparents?\b[^.;]{0,30}\b(?:asked|must|should|need|required|expected)\b|\b(?:contacted|telephoned|rung|phoned|told|informed|notified|e-?mailed)\s+by\s+(?:[\w']+\s+){0,3}(?:parents?|carers?|guardians?)\b|\b(?:we|school)\s+(?:need|must|should|ask|would\s+like|expect|like|require|has|have)\s+(?:to\s+)?be\s+(?:informed|told|notified|contacted|telephoned|rung)\b/i;

/** "Any absence should be reported on the first day of absence"; "First Day Absence Procedure" is a name. */
const NAMES_IT =
  /\b(?:is|are|be)\s+(?:reported|notified)\b|\bfirst[\s-]+day\s+(?:of\s+)?absence\s+(?:procedures?|polic(?:y|ies)|response|system)\b/i;

const MORE_THAN = /\bmore\s+than\s+$/i;

function addDays(text: string, add: Add): void {
  if (onlyAsksForEvidence(text)) return;
  for (const counted of numberedDays(text)) {
    if (/\bas\s+if\b[^.;]{0,20}$/i.test(text.slice(Math.max(0, counted.start - 40), counted.start))) continue;
    const told = TELLS_US.test(text) || NAMES_IT.test(text) || hasParentsHour(text, counted.start);
    if ((counted.value === 1 && told) || areDaysToPay(text, counted.start)) continue;
    add(counted, 'consecutiveAbsenceDays', 'days', true);
  }
  for (const counted of countedIn(text, DAYS)) {
    const { start, end, value, between } = counted;
    if (value > 60 || value < (MORE_THAN.test(text.slice(Math.max(0, start - 14), start)) ? 1 : 2)) continue;
    if (isNoCount(text, start, end)) continue;
    const metric = dayMetric(text, between, start, end);
    const row = metric === 'consecutiveAbsenceDays' ? (matchAt(text, end, IN_A_ROW)?.[0].length ?? 0) : 0;
    if (metric) add({ ...counted, end: end + row }, metric, 'days');
  }
}

/** What more a count of days says of them: "five days in a row". */
const IN_A_ROW = /\s+(?:in\s+a\s+row|running|on\s+end)\b/iy;

/** "the third day of absence", "day 3 without contact", in order. */
function numberedDays(text: string): Counted[] {
  const nth = followed(text, ordinalsIn(text), NTH_DAY);
  const named = cardinalsIn(text).flatMap(({ start, end, value }): Counted[] => {
    const day = DAY_BEFORE.exec(text.slice(Math.max(0, start - 12), start));
    return day ? [{ start: start - day[0].length, end, value, between: '' }] : [];
  });
  return [...nth, ...named]
    .flatMap((day): Counted[] => {
      const absence = matchAt(text, day.end, OF_ABSENCE);
      return absence ? [{ ...day, end: day.end + absence[0].length }] : [];
    })
    .sort((a, b) => a.start - b.start);
}

/** The lower end of a range whose upper end begins at a place: "3-" of "3-5 lates", "between three and" of what follows. */
function rangeBefore(text: string, at: number): { start: number; value: number } | null {
  const number = cardinalsIn(text).findLast(({ end }) => end <= at);
  if (!number || at - number.start > 24) return null;
  const { start, end, value } = number;
  const joint = text.slice(end, at);
  const between = /\bbetween\s+$/i.exec(text.slice(Math.max(0, at - 24), start))?.[0].length ?? 0;
  const isRange = RANGE_JOINT.test(joint) || (between > 0 && /^\s?and\s?$/i.test(joint));
  const isBare = !/[\w.£/:-]$/.test(text.slice(Math.max(0, start - 1), start));
  return isRange && isBare ? { start: start - between, value } : null;
}

const RANGE_JOINT = /^\s?(?:-|\bto\b)\s?$/i;

/** "late more than 3 times": a comparison that stands within what was counted. */
function comparisonIn(words: string): Operator | null {
  return /\bmore\s+than\b/i.test(words) ? '>' : /\bless\s+than\b/i.test(words) ? '<' : null;
}

const OPERATORS: readonly (readonly [RegExp, Operator])[] = [
  [/\b(?:(?:more|longer)\s+than|over|exceed(?:s|ing)?|in\s+excess\s+of|greater\s+than|beyond|>)\s*$/i, '>'],
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
  /^\W*(?:\d[\d.]*\s+)?(?:by\s+way\s+of\s+(?:illustration|example)|for\s+(?:example|instance|illustration)|to\s+(?:take|give)\s+an\s+example|suppose\b|imagine\b|(?:worked\s+)?examples?\s*:)/i;
/** "Aaliyah has 6 sessions of code G in week 2": an example by its name. */
const OF_ONE_CHILD =
  /^\W*(?!(?:Anyone|Anybody|Everyone|Everybody|Nobody|Somebody|Whoever|Pupil|Student|Child|Family|Parent|School|Council|Attendance|Absence|Stage|Step|Level|Tier|Letter|Group|Year|Each|Your|Their|The|This|That|It|He|She|One)\b)[A-Z][a-z]{2,14}\s(?:has|had|misses|missed|was|is)\s(?:missed\s|had\s|late\s|absent\s|already\s)*(?:\d|one|two|three|four|five|six|seven|eight|nine|ten)\b/;
/** "There were 61 lates last week." */
const THERE_WERE =
  /(?:^|[.!?]\s)\W{0,4}(?:(?:last|this)\s\w{3,9},?\s)?there\s(?:were|was|have\sbeen|had\sbeen)\s(?:[a-z]+\s)?$/i;
const GLOSS_AFTER =
  /^\s*(?:=(?=\s*(?:\d|half|one|an?\s+(?:(?:whole|full|school)\s+)?(?:day|week|term)|the\s+same|$))|equals?\b|per\s|a\s+(?:day|week|fortnight|month|year)\b|each\s|every\s|in\s+(?:each|every|a)\s+(?:day|school\s+day)|(?:is|are)\s+(?:the\s+same|equivalent|equal))/i;

/** "90% is 19 days missed, which is 38 sessions": the same said a third time. */
const SAID_AGAIN =
  /(?:%|per\s?cent)\s(?:is|means|equals)\s[^.;%]{0,40}\bdays?\b[^.;%]{0,20}\b(?:or|which\sis|that\sis)\s+$/i;
/** "The cup goes to Willow, with only two lates": told with praise; "after only two" is still a count. */
const ONLY_SO_MANY = /(?<!\b(?:after|for|at|by)\s)\bonly\s+$/i;

const DAYS_BEFORE = /\bdays?\s{0,2}\([^()]{0,15}$/i;
const OF_UNAUTHORISED = /^[^()]{0,12}\)\s{1,2}(?:or\s{1,2}more\s{1,2})?(?:of\s{1,2})?unauthori[sz]ed\b/i;

/** Sums, glosses, worked examples and bracketed equivalents: numbers that set nothing off. */
function isNoCount(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 100), start);
  const after = text.slice(end, end + 40);
  if (ILLUSTRATES.test(text) || OF_ONE_CHILD.test(text) || THERE_WERE.test(before) || /\bup\s+to\s+$/i.test(before))
    return true;
  if (SAID_AGAIN.test(before) || ONLY_SO_MANY.test(before) || SHARE_OF.test(before)) return true;
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
  // "five days (10 sessions) of unauthorised absence": the bracket has the number that the law counts.
  const isOfLaw = DAYS_BEFORE.test(before) && OF_UNAUTHORISED.test(after);
  if (isOfLaw && /\bsessions?$/i.test(text.slice(start, end))) return false;
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
  // "two unauthorised absences are recorded for each day": how a day is counted.
  return /^\s*(?:(?:(?:are|is|will\s+be)\s+)?(?:recorded|counted|marked|given|entered)\s+)?(?:from|of|for|on)\s+(?:(?:school|a)\s+)?(?:each|every)\b/i.test(
    after,
  );
}

/** "9 in 10 sessions": how large a share. */
const SHARE_OF = /\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine)\s(?:in|out\sof)\s(?:every\s)?$/i;
const SENTENCE_END = /[.;]\s+(?=[A-Z])/;
/** "For no good reason": whatever the school does not accept is unauthorised. */
const UNAUTHORISED =
  /\bun-?authori[sz]ed\b|\bnone\s+of\s+(?:the|these|those|them|which)\b[^.;]{0,30}\bauthori[sz]ed\b|\b(?:without\s+(?:an?\s+|any\s+)?|for\s+no\s+|with\s+no\s+)(?:good|valid|acceptable|proper|satisfactory|justifiable)\s+(?:reason|cause|excuse)\b/i;
const EITHER =
  /\b(?:authori[sz]ed\s?(?:and\s?\/\s?or|or|and|\/|&)\s?un-?authori[sz]ed|un-?authori[sz]ed\s?(?:and\s?\/\s?or|or|and|\/|&)\s?authori[sz]ed)\b/gi;

/** Whether words speak of unauthorised absence alone: "whether authorised or unauthorised" is of all absence. */
function isUnauthorised(words: string): boolean {
  return UNAUTHORISED.test(words) && UNAUTHORISED.test(words.replace(EITHER, ' '));
}

const WITHOUT_LEAVE = /^[^.;]{0,40}\bwithout\s+(?:permission|leave|authori[sz]ation)\b/i;
const MISSED =
  /\bsessions?\s+off\b|\b(?:absen\w{1,8}|away|dropped|miss(?:ed|es|ing)?|lost|non-attendance|holiday|leave)\b/i;

function sessionMetric(text: string, between: string, start: number, end: number): Metric {
  // What another sentence says is unauthorised says nothing of this count.
  const before =
    text
      .slice(Math.max(0, start - 140), start)
      .split(SENTENCE_END)
      .at(-1) ?? '';
  const after = text.slice(end, end + 140).split(SENTENCE_END, 1)[0] ?? '';
  if (isUnauthorised(between) || WITHOUT_LEAVE.test(after) || isUnauthorised(after) || isUnauthorised(before))
    return 'unauthorisedSessions';
  return 'sessions';
}

/** What the paragraph around a sentence adds to its counts: that they are of the national threshold, and their window. */
export function explainedBy(figures: readonly Figure[], around: string, sentence = around): Figure[] {
  // A notice answers unauthorised absence alone: "Ten sessions like that … and the county may send a penalty notice".
  const noticed = NOTICE_FOR.test(sentence) && !ALL_ABSENCE.test(sentence);
  return figures.map((figure) => {
    let { metric, sense, window } = figure;
    // The national threshold counts nothing but unauthorised sessions, named or not.
    const named = sense === 'bare' && isUnauthorised(around);
    const fined = FINED_FOR.test(around) && isUnauthorised(around);
    if (metric === 'sessions' && (named || fined || noticed || NATIONAL.test(around)))
      [metric, sense] = ['unauthorisedSessions', 'trigger'];
    else if (metric === 'sessions' && sense === 'bare' && figure.op !== '<' && /\babsen/i.test(around))
      if (headsLine(sentence, figure.start, figure.end)) sense = 'trigger';
    const unauthorised = metric === 'unauthorisedSessions' || metric === 'unauthorisedDays';
    if (unauthorised && window === null && !NUMBERS_APART.test(around)) window = windowIn(around)?.words ?? null;
    return { ...figure, metric, sense, window };
  });
}

// Two counts in one paragraph: the window of the one need not be the window of the other.
const NUMBERS_APART =
  /\b(?:reach(?:es|ed)?|incurs?|has|have|after|if|where|when)\b[^.;]{0,60}\bsessions?\b[^.;]{0,120}[.;][^.;]{0,80}\b(?:reach(?:es|ed)?|incurs?|has|have|after|if|where|when)\b[^.;]{0,60}\b\d{1,2}\b[^.;]{0,40}\bsessions?\b/i;

const NOTICE_FOR = /\bpenalty\s+notices?\b|\bfined\b/i;
const ALL_ABSENCE =
  /(?<!\bun-?)\bauthori[sz]ed\b|\bwhatever\s+the\s+reason\b|\bany\s+reason\b|\ball\s+absences?\b|\bof\s+absence\b/i;

/** A penalty notice answers unauthorised absence, and no other. */
const FINED_FOR =
  /\bpenalty\s+(?:notices?(?:\s+fines?)?|fines?|charge\s+notices?)\s+(?:(?:can|may|will|could|must|is|are|now|also|be)\s+){1,4}(?:issued|considered|given|served)\b/i;
const NATIONAL = /\bnational\s+threshold\b|\bpenalty\s+notices?\s+threshold\b/i;
