import { type Clock, findClocks } from '../../../text/clock.ts';
import { matchesOf } from '../../../text/matches.ts';
import { bareHours } from './bare-hours.ts';

/** The clock times of a sentence: those printed as such, hours that only the words around show, and other ways of writing them. */

/** "08h50", "15h20": as it is written across the Channel; lengths are smaller or larger, or say of what. */
const WITH_AN_H = /(?<![\d£.,:/])(0?[6-9]|1[0-7])h([0-5]\d)(?!\d|\s(?:of|a|an|per|each|every|long|in\stotal)\b)/g;

/** "quarter to 9", "ten past 9", "half past 8": the hour in figures. */
const PAST_OR_TO =
  /(?<![\w-])(half|(?:a\s)?quarter|five|ten|twenty(?:[- ]five)?|(?:5|10|20|25)(?=\s(?:minutes\s)?past))\s(?:minutes\s)?(past|to)\s(1[0-2]|[1-9])(?![\d:]|\.\d|\s?%|\s(?:days?|weeks?|sessions?|pupils|minutes|months|years|per)\b)/gi;
const PARTS = new Map([
  ['half', 30],
  ['quarter', 15],
  ['a quarter', 15],
  ['five', 5],
  ['ten', 10],
  ['twenty', 20],
  ['twenty five', 25],
  ['twenty-five', 25],
]);
const AT_AN_HOUR = /\b(?:at|by|before|after|until|till|from|than|is|=|:)\s{1,2}(?:a\s)?$/i;
const HALF_DAY = 12 * 60;
/** A figure of seven and more is of the morning. */
const FIRST_HOUR = 7 * 60;

/** Every clock time of a sentence, in order. */
export function clocksHere(text: string): Clock[] {
  const printed = findClocks(text);
  const others = [...withAnH(text), ...pastOrTo(text)].filter(
    ({ start, end }) => !printed.some((clock) => clock.start < end && clock.end > start),
  );
  const known = others.length > 0 ? [...printed, ...others] : printed;
  const clocks = [...known, ...bareHours(text, known)].sort((a, b) => a.start - b.start);
  return clocks.length > 1 ? toldOnce(text, clocks) : clocks;
}

function withAnH(text: string): Clock[] {
  if (!/\dh\d/.test(text)) return [];
  return matchesOf(text, WITH_AN_H).map(({ index, 0: whole, 1: hour, 2: minute }) => ({
    start: index,
    end: index + whole.length,
    minutes: Number(hour) * 60 + Number(minute),
    sure: true,
    repaired: false,
  }));
}

function pastOrTo(text: string): Clock[] {
  if (!/\b(?:past|to)\s\d/i.test(text)) return [];
  return matchesOf(text, PAST_OR_TO).flatMap(({ index, 0: whole, 1: part = '', 2: way = '', 3: hour }): Clock[] => {
    // "ten to 12 sessions", "from five to 9": only "past", or what leads to an hour, tells it from a span.
    const plain = /^(?:five|ten|twenty)/i.test(part) && /^to$/i.test(way);
    if (plain && !AT_AN_HOUR.test(text.slice(Math.max(0, index - 12), index))) return [];
    const length = PARTS.get(part.toLowerCase()) ?? Number(part);
    const told = Number(hour) * 60 + (/^to$/i.test(way) ? -length : length);
    const minutes = told < FIRST_HOUR ? told + HALF_DAY : told;
    return [{ start: index, end: index + whole.length, minutes, sure: false, repaired: false }];
  });
}

const IN_BRACKETS = /^\s?\(\s?(?:i\.?e\.?\s)?$/;

/** "half past nine (9:30am)", "9.15 (0915)": one moment, told in two ways. */
function toldOnce(text: string, clocks: readonly Clock[]): Clock[] {
  const told: Clock[] = [];
  for (const clock of clocks) {
    const last = told.at(-1);
    const isSame =
      last !== undefined &&
      last.minutes % HALF_DAY === clock.minutes % HALF_DAY &&
      IN_BRACKETS.test(text.slice(last.end, clock.start)) &&
      text[clock.end] === ')';
    if (!last || !isSame) {
      told.push(clock);
      continue;
    }
    const { minutes, sure, repaired } = clock.sure ? clock : last;
    told[told.length - 1] = { start: last.start, end: clock.end + 1, minutes, sure, repaired };
  }
  return told;
}
