import type { Figure } from '../readers/thresholds/figure.ts';
import { figuresIn } from '../readers/thresholds/figures.ts';
import { wordsIn } from './lexicon.ts';
import { GOES_DOWN } from './wording.ts';

/** Whether a figure can set off a step. */
export function setsOff(figure: Figure): boolean {
  return figure.sense === 'trigger' || figure.sense === 'point';
}

const NAMES_FIGURE = new Set(
  `pupil pupils student students children child your their a an the with whose who attendance percentage level rate overall that
  has have been ${GOES_DOWN} are is of at or between below reached reaches to for
  absence day days on first if when where missed misses missing lost had now currently so far this year term school`.split(
    /\s+/,
  ),
);

/** Whether words without their figure only name it: "Attendance has fallen below". */
function namesFigure(words: string): boolean {
  // Most sentences say more with their first word.
  if (!wordsIn(words).words.every(({ text }) => text === 's' || NAMES_FIGURE.has(text))) return false;
  return !/[^\s\-–:(),.a-z]/i.test(words.replace(/'s\b/g, ''));
}

/** The text with its triggering figures taken out, to see whether it says more than them. */
function withoutFigures(text: string): string {
  let words = text;
  for (const figure of [...figuresIn(text)].reverse())
    if (setsOff(figure)) words = words.slice(0, figure.start) + words.slice(figure.end);
  return words;
}

/** Whether a text does no more than name its figures: "Attendance has fallen below 90%." */
export function namesOnlyFigures(text: string): boolean {
  return namesFigure(withoutFigures(text));
}

const COUNTED_IN =
  /^\s*(?:in|within|over|during)\s+(?:a|any|one|the|each)\s+(?:half[\s-]term|[a-z]{4,9})\s*,?\s+(?:and\s+)?(?=[a-z])/i;

/** What stands behind a count without the time in which it is counted: "in a fortnight and you will have a text". */
export function behindCount(words: string): string {
  return words.replace(COUNTED_IN, '');
}

const PERCENTS = /\d\s?%/g;
// A row of words and figures is no shorter.
const LONG_ROW = 60;

/** Whether behind a figure stand "… 95% 9 days Letter home below our target of 96%.": the rows of a table that lost its lines. */
export function isLostTable(text: string, { end, unit }: Figure): boolean {
  if (unit !== 'percent' || text.length < end + LONG_ROW) return false;
  const [sentence = ''] = text.slice(end).split(/[.;](?!\d)/, 1);
  return (sentence.match(PERCENTS)?.length ?? 0) > 1;
}
