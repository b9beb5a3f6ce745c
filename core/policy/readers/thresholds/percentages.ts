import { matchAt } from '../../../text/match-at.ts';
import { matchesOf } from '../../../text/matches.ts';
import { type PrintedNumber, percentValuesIn } from '../../../text/numbers.ts';
import type { Metric, Operator } from '../../schema.ts';
import type { Figure } from './figure.ts';
import { percentMetric } from './metrics.ts';
import { NOT_REACHED_BEFORE } from './not-reached.ts';
import { bandSense, percentSense } from './senses.ts';

// Not the number of a rung: "Stage 1 - 96%" is no band from 1 to 96.
const RUNG_BEFORE =
  /\b(?:stage|step|tier|level|phase|cohort|band|letter|group|wave|route|year|day|category|meeting|warning)\s{0,2}$/i;
const OTHER_NUMBER_BEFORE = /[\d.£$/:-]$/;
const SIGN = /\s{0,4}(?:%|per\s?cent\b)/iy;
// "97% - 95%", "95-96.9%", "between 100% to 97%", "90% to under 93%": at least one end carries the sign.
const BAND_JOINT =
  /^(\s{0,4}(?:%|per\s?cent\b))?\s{0,4}(-|to|and|up to|down to|through to)\s{0,4}(?:just\s|under\s|below\s){0,2}\s{0,3}$/i;
// "below 95% but above 90%", "less than 95% and more than 90%", and the other way round.
const COMPARED_BEFORE =
  /(?:below|under|less than|lower than|<|at least|above|over|more than|greater than|higher than|>=?|not (?:below|less than|lower than))\s{0,4}$/i;
const COMPARED_JOINT = /^(?:\s{0,4}(?:%|per\s?cent\b))?,?\s{0,4}(?:and|but)\s{1,4}(?:still\s|remains\s|is\s){0,2}$/i;
// No joint of two figures is longer.
const LONGEST_JOINT = 60;
const JOINT = /(?:\d|%|cent|\w[ty])\s{0,4}(?:-|to\b|and\b|up to|down to|through)/i;
const PLUS = /\s?\+/y;

// "Attendance is below 90", "attendance falls to 89 or less": of attendance, a bare number is a percentage.
const UNSIGNED =
  /\battendance\s+(?:(?:is|has|have|falls?|fallen|drops?|dropped|falling|dropping|dips?|goes|at|currently|overall|that|which|level|rate|figure)\s+){0,4}(?:(?:to|below|under|less\s+than|lower\s+than)\s+){1,2}([5-9]\d(?:\.\d{1,2})?)(?!\s?(?:%|per\s?cent|pupils|children|students|days?|sessions?|half|minutes?|hours?|weeks?|points?|in\s|out\s)|[\d:/-]|\.\d)|\battendance\s+(?:(?:is|of|at)\s+)?([5-9]\d(?:\.\d{1,2})?)(?=\s+(?:or|and)\s+(?:less|lower|below|under)\b)/gi;

const UNSIGNED_BAND = /\battendance\s?:?\s+(?:(?:is|of|at|between|from|range|band|level)\s+){0,3}$/i;
const OTHER_UNIT =
  /^\s?(?:pupils|children|students|days?|sessions?|half|minutes?|hours?|weeks?|points?|in\s|out\s|[\d:/]|\.\d)/i;

const BEFORE: readonly (readonly [RegExp, Operator])[] = [
  [NOT_REACHED_BEFORE, '<'],
  [/\bno\s+longer\s+(?:above|over|more\s+than)\s*$/i, '<='],
  [/\bno\s+longer\s+(?:at\s+least|at)\s*$/i, '<'],
  [
    /(?:at\s+or\s+(?:below|under|less\s+than)|(?:less|lower)\s+than\s+or\s+equal\s+to|\b(?:equal\s+to\s+or|or)\s+(?:less|lower)\s+than|no\s+(?:more|higher|greater|better)\s+than|not\s+(?:more|higher|better)\s+than|does\s+not\s+exceed|<=|≤)\s*$/i,
    '<=',
  ],
  [
    /(?:at\s+least|(?:greater|more|higher)\s+than\s+or\s+equal\s+to|(?:no|not)\s+(?:less|lower|fewer)\s+than|(?:no|not)\s+below|minimum(?:\s+of)?|>=|≥|at\s+or\s+(?:above|over)|equal\s+to\s+or\s+(?:above|greater\s+than|more\s+than))\s*$/i,
    '>=',
  ],
  [/(?:below|under|underneath|beneath|(?:less|lower|fewer|worse)\s+than|<)\s*(?:(?:the|a|our)\s+)?$/i, '<'],
  [
    /(?:below|under)\s+(?:(?:the|our|a|its|this|school|school's|set|expected|national|minimum|attendance)\s+){0,4}(?:target|threshold|expectation|minimum|level|standard|figure|average|benchmark|trigger)(?:\s+(?:figure|level|point))?(?:\s+(?:of|is))?\s*[(:,]?\s*$/i,
    '<',
  ],
  [/(?:above|over|exceed(?:s|ing|ed)?|(?:more|greater|higher|better)\s+than|in\s+excess\s+of|>)\s*$/i, '>'],
  [
    /\b(?:fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|declin\w{1,4}|dip\w{0,4}|slip\w{0,4}|decreas\w{1,4}|(?:go|goes|gone|going|went)\s+down|down)\s+to\s+(?:(?:around|about|approximately)\s+)?$/i,
    '<=',
  ],
];
const DAYS_GLOSS =
  /^\s{0,2}\((?:(?:around|about|approximately|or|i\.e\.)\s)?\d{1,3}(?:\.\d)?\s(?:school\s)?(?:days|sessions)\)/i;
const AFTER: readonly (readonly [RegExp, Operator])[] = [
  [
    /^\s*(?:(?:attendance|absence)\s+)?\(?(?:or|and|&|\/)\s*(?:is\s+)?(?:below|less|lower|under|fewer|worse|beneath)\b/i,
    '<=',
  ],
  [
    /^\s*(?:(?:attendance|absence)\s+|of\s+(?:(?:the|their|all|possible|this)\s+){0,2}(?:school|sessions|lessons|time|year)\s+)?\(?(?:or|and|&|\/)\s*(?:is\s+)?(?:above|over|more|higher|greater|better|upwards?|beyond)\b/i,
    '>=',
  ],
];

/** Every percentage of a text that could be of attendance or absence, bands as one figure each. */
export function percentagesIn(text: string): Figure[] {
  const figures: Figure[] = [];
  const taken: { start: number; end: number }[] = [];
  const free = (start: number, end: number): boolean => !taken.some((one) => start < one.end && one.start < end);
  const addBand = (start: number, end: number, ends: [number, number], from: number, below = false): void => {
    const [low, high] = ends[0] < ends[1] ? ends : [ends[1], ends[0]];
    const metric = percentMetric(text, from, end, '<', high);
    const sense = metric === 'absence' && high <= 60 ? 'trigger' : bandSense(text, start, end);
    taken.push({ start, end });
    figures.push({
      start,
      end,
      metric,
      op: '<=',
      value: high,
      unit: 'percent',
      window: null,
      band: [low, high],
      ...(below ? { below: true } : {}),
      sense,
    });
  };
  const values = percentValuesIn(text);
  const pairs = values.flatMap((one, index): Pair[] => {
    const other = values[index + 1];
    if (!other || other.start - one.end > LONGEST_JOINT || !isValue(text, one.start)) return [];
    return one.value === other.value || one.value > 100 || other.value > 100 ? [] : [{ one, other }];
  });
  for (const { one, other } of pairs) {
    const second = comparedBehind(text.slice(one.end, other.start));
    const first = second && COMPARED_BEFORE.exec(text.slice(Math.max(0, one.start - 24), one.start))?.[0];
    const end = signEnd(text, other.end);
    if (!first || end === null || isBelow(first) === isBelow(second)) continue;
    const start = one.start - first.length;
    if (free(start, end)) addBand(start, end, [one.value, other.value], start, true);
  }
  for (const { one, other } of JOINT.test(text) ? pairs : []) {
    const joint = BAND_JOINT.exec(text.slice(one.end, other.start));
    const signed = signEnd(text, other.end);
    const end = signed ?? other.end;
    const before = text.slice(Math.max(0, one.start - 40), one.start);
    // "attendance 94.9 to 92"
    const unsigned =
      UNSIGNED_BAND.test(before) && Math.min(one.value, other.value) >= 50 && !OTHER_UNIT.test(text.slice(end));
    if (!joint || (!joint[1] && signed === null && !unsigned) || !free(one.start, end)) continue;
    const words = (joint[2] ?? '').toLowerCase();
    if (words === 'and' && !/\bbetween\s*$/i.test(before)) continue;
    if (words !== '-' && /\b(?:from|by)\s*$/i.test(before) && CHANGE.test(before)) continue;
    // "94% to just under 97%"
    const below = other.value > one.value && /\b(?:under|below)\s{0,3}$/i.test(joint[0]);
    if (Math.max(one.value, other.value) >= 20) addBand(one.start, end, [one.value, other.value], one.start, below);
  }
  const singles = values.flatMap(({ start, end, value }) => {
    const plus = matchAt(text, end, PLUS)?.[0].length ?? 0;
    const signed = isValue(text, start) ? signEnd(text, end + plus) : null;
    if (signed === null) return [];
    const more = matchAt(text, signed, PLUS)?.[0].length ?? 0;
    return [{ start, end: signed + more, value, plus: plus + more > 0 }];
  });
  const unsigned = matchesOf(text, UNSIGNED).map(({ index, 0: whole, 1: below, 2: orLess }) => {
    const value = below ?? orLess ?? '';
    return {
      start: index + whole.length - value.length,
      end: index + whole.length,
      value: Number(value),
      plus: false,
    };
  });
  for (const { start, end, value, plus } of [...singles, ...unsigned]) {
    if (value > 100 || !free(start, end)) continue;
    const read = operatorAround(text, start, end, plus);
    const op = read?.op ?? '<=';
    const metric = percentMetric(text, start, end, op, value);
    const sense = percentSense(text, { start, end, op: read?.op ?? null, metric, value });
    const unauthorised = metric === 'absence' && isUnauthorisedShare(text, start, end);
    figures.push({
      start: read?.start ?? start,
      end: read?.end ?? end,
      metric: unauthorised ? 'unauthorisedSessions' : metric,
      op: absenceOperator(metric, read?.op),
      value,
      unit: 'percent',
      window: metric === 'absence' ? schoolYear(text) : null,
      // A pupil is in trouble for less absence without leave than for absence: "2% or more".
      sense: unauthorised && sense === 'share' && value >= 1 && value < 60 ? (read ? 'trigger' : 'bare') : sense,
    });
  }
  figures.push(...halvesIn(text).filter(({ start, end }) => free(start, end)));
  figures.sort((a, b) => a.start - b.start);
  let last: Figure | undefined;
  return figures.map((figure) => {
    const op = last && fallsOn(text, last, figure);
    if (op) last = { ...figure, op, sense: 'trigger' };
    else last = goesOn(text, last, figure) ? { ...figure, sense: 'trigger' } : figure;
    return last;
  });
}

const LESS_SAID = /[;,]\s+(?:(?:and|then)\s+){0,2}(?:(?:to|at)\s+)?$/i;
const DONE_BEHIND = /^\s?,\s+(?=[a-z])/i;

/** "If it drops to 95%, …; to 93%, you will receive a letter; 90%, a meeting": the next lower line of a sentence, in the words of the first; null for none. */
function fallsOn(text: string, before: Figure, figure: Figure): Operator | null {
  const falls =
    before.metric === 'attendance' && before.sense === 'trigger' && !before.band && before.op.startsWith('<');
  if (!falls || figure.metric !== 'attendance' || figure.band || figure.op !== '<=') return null;
  if ((figure.sense !== 'bare' && figure.sense !== 'point') || figure.value >= before.value) return null;
  return LESS_SAID.test(text.slice(before.end, figure.start)) && DONE_BEHIND.test(text.slice(figure.end))
    ? before.op
    : null;
}

const HALF =
  /\b(?:miss(?:es|ed|ing)?|absent\s+(?:for|from)|away\s+(?:for|from)|absence\s+of|lost|los(?:es|ing))\s+(?:at\s+least\s+|more\s+than\s+|over\s+)?(half\s+(?:(?:or\s+more|of)\s+){0,2}(?:(?:their|the|his|her|all|its|possible|your|child's|of)\s+){0,3}(?:sessions|school(?:\s+(?:year|time))?|time|year|lessons|education)(?:\s+or\s+(?:more|over|above))?)(?![\w-]|\s+(?:term|a\s+day|day))/gi;

/** "Missing half of their sessions": half of what was possible, which is how the law names severe absence. */
function halvesIn(text: string): Figure[] {
  return matchesOf(text, HALF).map(({ index, 0: whole, 1: half = '' }) => ({
    start: index + whole.length - half.length,
    end: index + whole.length,
    metric: 'absence',
    op: /\b(?:more\s+than|over)\s+half/i.test(whole) ? '>' : '>=',
    value: 50,
    unit: 'percent',
    window: schoolYear(text),
    sense: 'trigger',
  }));
}

/** "reaches 5% absence …; 8% absence, letter": the next figure of a row that rises. */
function goesOn(text: string, before: Figure | undefined, figure: Figure): boolean {
  return (
    figure.metric === 'absence' &&
    figure.sense === 'bare' &&
    before?.metric === 'absence' &&
    (before.sense === 'trigger' || before.sense === 'bare') &&
    before.value < figure.value &&
    /[;,]\s+(?:and\s+)?(?:at\s+)?$/i.test(text.slice(before.end, figure.start)) &&
    /^\s*absence\b/i.test(text.slice(figure.end))
  );
}

const UNAUTHORISED_BEFORE =
  /\bunauthori[sz]ed\s+(?:absences?|sessions?|rate)\b(?:\s+(?:rate|level|figure|percentage|absence|sessions))?[^.;:%\d]{0,40}$/i;
const UNAUTHORISED_BEHIND =
  /^\s*(?:(?:or|and)\s+(?:more|above|over|higher)\s+)?(?:(?:of\s+(?:all\s+|possible\s+)*)?sessions?\s+)?(?:(?:is|are|as|of|recorded\s+as|marked)\s+){0,3}unauthori[sz]ed\b(?!\s+(?:and|or)\s+authori)/i;
const OF_EITHER = /\bauthori[sz]ed\s*(?:and|or|\/|&)/i;

/** "Unauthorised absence of 5% or more", "5% unauthorised absence": a share of what was missed without leave. */
function isUnauthorisedShare(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 90), start);
  if (UNAUTHORISED_BEHIND.test(text.slice(end, end + 60))) return true;
  const named = UNAUTHORISED_BEFORE.exec(before);
  // "authorised and unauthorised absence of 10%" is all of it.
  return named !== null && !OF_EITHER.test(before.slice(0, named.index + 12));
}

const CHANGE =
  /\b(?:improv|ris|rose|rais|increas|reduc|chang|fell|fall|drop|went|grew|mov|slip|slid|dip|sink|sank|plung|tumbl|(?:go|goes|going|gone|com(?:es|ing)|came)\b)\w{0,6}\s+(?:\w+\s+){0,3}(?:from|by)\s*$/i;

function absenceOperator(metric: Metric, op: Operator | undefined): Operator {
  return op ?? (metric === 'absence' ? '>=' : '<=');
}

function schoolYear(text: string): string | null {
  return /\b(?:school|academic|whole)\s+year\b|\b(?:across|over|in|during)\s+(?:the|a|any)\s+year\b/i.test(text)
    ? 'school year'
    : null;
}

/** Two percentages that stand side by side. */
interface Pair {
  readonly one: PrintedNumber;
  readonly other: PrintedNumber;
}

/** Whether the number that begins at a place may be a percentage of its own. */
function isValue(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at);
  return !OTHER_NUMBER_BEFORE.test(before) && !RUNG_BEFORE.test(before);
}

/** The comparison at the end of what joins two figures, "above " of "% but above "; null where no comparison joins them. */
function comparedBehind(joint: string): string | null {
  const compared = COMPARED_BEFORE.exec(joint);
  return compared && COMPARED_JOINT.test(joint.slice(0, compared.index)) ? compared[0] : null;
}

/** Where the percent sign behind a place ends; null where there is none. */
function signEnd(text: string, at: number): number | null {
  const sign = matchAt(text, at, SIGN);
  return sign ? at + sign[0].length : null;
}

function isBelow(words = ''): boolean {
  return /^(?:below|under|less|lower|<)/i.test(words);
}

function operatorAround(
  text: string,
  start: number,
  end: number,
  plus: boolean,
): { op: Operator; start: number; end: number } | null {
  if (plus) return { op: '>=', start, end };
  const before = text.slice(Math.max(0, start - 80), start);
  // "misses 10% (19 days) or more": the bracket says the same in days.
  const gloss = DAYS_GLOSS.exec(text.slice(end, end + 40))?.[0].length ?? 0;
  const after = text.slice(end + gloss, end + gloss + 40);
  for (const [pattern, op] of AFTER) {
    const match = pattern.exec(after);
    if (match) return { op, start, end: end + gloss + match[0].length };
  }
  for (const [pattern, op] of BEFORE) {
    const match = pattern.exec(before);
    if (match) return { op, start: start - match[0].length, end };
  }
  return null;
}
