import { matchesOf } from '../../../text/matches.ts';
import { cardinalOf, PERCENT_SIGN, PERCENT_VALUE } from '../../../text/numbers.ts';
import type { Metric, Operator } from '../../schema.ts';
import type { Figure } from './figure.ts';
import { percentMetric } from './metrics.ts';
import { bandSense, percentSense } from './senses.ts';

const SOURCE = {
  // Not the number of a rung: "Stage 1 - 96%" is no band from 1 to 96.
  value: `(?<![\\d.£$/:-])(?<!\\b(?:stage|step|tier|level|phase|cohort|band|letter|group|wave|route|year|day|category|meeting|warning)\\s{0,2})(${PERCENT_VALUE})`,
  second: `(${PERCENT_VALUE})`,
  sign: `\\s{0,4}(${PERCENT_SIGN})`,
};
// "97% - 95%", "95-96.9%", "between 100% to 97%", "90% to under 93%": at least one end carries the sign.
const BAND = new RegExp(
  `${SOURCE.value}(?:${SOURCE.sign})?\\s{0,4}(-|to|and|up to|down to|through to)\\s{0,4}(?:just\\s|under\\s|below\\s){0,2}\\s{0,3}${SOURCE.second}(?:${SOURCE.sign})?(?![\\d])`,
  'gi',
);
// "below 95% but above 90%", "less than 95% and more than 90%", and the other way round.
const BELOW = '(?:below|under|less than|lower than|<)';
const ABOVE = '(?:at least|above|over|more than|greater than|higher than|>=?|not (?:below|less than|lower than))';
const TWO_SIDED = new RegExp(
  `(${BELOW}|${ABOVE})\\s{0,4}${SOURCE.value}(?:${SOURCE.sign})?,?\\s{0,4}(?:and|but)\\s{1,4}(?:still\\s|remains\\s|is\\s){0,2}(${BELOW}|${ABOVE})\\s{0,4}${SOURCE.second}${SOURCE.sign}`,
  'gi',
);
const JOINT = /(?:\d|%|cent|\w[ty])\s{0,4}(?:-|to\b|and\b|up to|down to|through)/i;
const SINGLE = new RegExp(`${SOURCE.value}(\\s?\\+)?${SOURCE.sign}(\\s?\\+)?`, 'gi');

// "Attendance is below 90", "attendance falls to 89 or less": of attendance, a bare number is a percentage.
const UNSIGNED =
  /\battendance\s+(?:(?:is|has|have|falls?|fallen|drops?|dropped|falling|dropping|dips?|goes|at|currently|overall|that|which|level|rate|figure)\s+){0,4}(?:(?:to|below|under|less\s+than|lower\s+than)\s+){1,2}([5-9]\d(?:\.\d{1,2})?)(?!\s?(?:%|per\s?cent|pupils|children|students|days?|sessions?|half|minutes?|hours?|weeks?|points?|in\s|out\s)|[\d:/-]|\.\d)/gi;

const BEFORE: readonly (readonly [RegExp, Operator])[] = [
  [
    /(?:at\s+or\s+(?:below|under|less\s+than)|(?:less|lower)\s+than\s+or\s+equal\s+to|(?:equal\s+to\s+or|or)\s+(?:less|lower)\s+than|no\s+(?:more|higher|greater|better)\s+than|not\s+(?:more|higher|better)\s+than|does\s+not\s+exceed|<=|≤)\s*$/i,
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
const AFTER: readonly (readonly [RegExp, Operator])[] = [
  [/^\s*(?:attendance\s+)?\(?(?:or|and|&|\/)\s*(?:is\s+)?(?:below|less|lower|under|fewer|worse|beneath)\b/i, '<='],
  [
    /^\s*(?:attendance\s+)?\(?(?:or|and|&|\/)\s*(?:is\s+)?(?:above|over|more|higher|greater|better|upwards?|beyond)\b/i,
    '>=',
  ],
];

/** Every percentage of a text that could be of attendance or absence, bands as one figure each. */
export function percentagesIn(text: string): Figure[] {
  const figures: Figure[] = [];
  const taken: { start: number; end: number }[] = [];
  const free = (start: number, end: number): boolean => !taken.some((one) => start < one.end && one.start < end);
  const addBand = (start: number, end: number, ends: [number, number], from: number): void => {
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
      sense,
    });
  };
  if (/\b(?:and|but)\s/i.test(text))
    for (const match of matchesOf(text, TWO_SIDED)) {
      const [whole, first = '', one = '', , second = '', other = ''] = match;
      const opposed = /^(?:below|under|less|lower|<)/i.test(first) !== /^(?:below|under|less|lower|<)/i.test(second);
      const ends = percentPair(one, other);
      if (opposed && ends) addBand(match.index, match.index + whole.length, ends, match.index);
    }
  if (JOINT.test(text))
    for (const match of matchesOf(text, BAND)) {
      const [whole, one = '', firstSign, joint = '', other = '', secondSign] = match;
      const ends = percentPair(one, other);
      if (!ends || (!firstSign && !secondSign) || !free(match.index, match.index + whole.length)) continue;
      const before = text.slice(Math.max(0, match.index - 40), match.index);
      if (joint.toLowerCase() === 'and' && !/\bbetween\s*$/i.test(before)) continue;
      if (joint.toLowerCase() !== '-' && /\b(?:from|by)\s*$/i.test(before) && CHANGE.test(before)) continue;
      if (Math.max(...ends) < 20) continue;
      addBand(match.index, match.index + whole.length, ends, match.index);
    }
  const singles = matchesOf(text, SINGLE).map(({ index, 0: whole, 1: value = '', 2: plus, 4: more }) => ({
    start: index,
    end: index + whole.length,
    value: cardinalOf(value),
    plus: Boolean(plus ?? more),
  }));
  const unsigned = matchesOf(text, UNSIGNED).map(({ index, 0: whole, 1: value = '' }) => ({
    start: index + whole.length - value.length,
    end: index + whole.length,
    value: Number(value),
    plus: false,
  }));
  for (const { start, end, value, plus } of [...singles, ...unsigned]) {
    if (value === null || value > 100 || !free(start, end)) continue;
    const read = operatorAround(text, start, end, plus);
    const op = read?.op ?? '<=';
    const metric = percentMetric(text, start, end, op, value);
    const sense = percentSense(text, { start, end, op: read?.op ?? null, metric, value });
    figures.push({
      start: read?.start ?? start,
      end: read?.end ?? end,
      metric,
      op: absenceOperator(metric, read?.op),
      value,
      unit: 'percent',
      window: metric === 'absence' ? schoolYear(text) : null,
      sense,
    });
  }
  figures.sort((a, b) => a.start - b.start);
  return figures.map((figure, index) =>
    goesOn(text, figures[index - 1], figure) ? { ...figure, sense: 'trigger' } : figure,
  );
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

const CHANGE =
  /\b(?:improv|ris|rose|rais|increas|reduc|chang|fell|fall|drop|went|grew|mov)\w{0,6}\s+(?:\w+\s+){0,3}(?:from|by)\s*$/i;

function absenceOperator(metric: Metric, op: Operator | undefined): Operator {
  return op ?? (metric === 'absence' ? '>=' : '<=');
}

function schoolYear(text: string): string | null {
  return /\b(?:school|academic|whole)\s+year\b|\b(?:across|over|in|during)\s+(?:the|a|any)\s+year\b/i.test(text)
    ? 'school year'
    : null;
}

function percentPair(one: string, other: string): [number, number] | null {
  const first = cardinalOf(one);
  const second = cardinalOf(other);
  return first === null || second === null || first === second || first > 100 || second > 100 ? null : [first, second];
}

function operatorAround(
  text: string,
  start: number,
  end: number,
  plus: boolean,
): { op: Operator; start: number; end: number } | null {
  if (plus) return { op: '>=', start, end };
  const before = text.slice(Math.max(0, start - 80), start);
  const after = text.slice(end, end + 40);
  for (const [pattern, op] of AFTER) {
    const match = pattern.exec(after);
    if (match) return { op, start, end: end + match[0].length };
  }
  for (const [pattern, op] of BEFORE) {
    const match = pattern.exec(before);
    if (match) return { op, start: start - match[0].length, end };
  }
  return null;
}
