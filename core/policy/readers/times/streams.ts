import type { Clock } from '../../../text/clock.ts';
import { tokenise } from './tokens.ts';

/** "8.55 Ready for school" / "9.00 Lessons": between entries only what leads to a time runs on. */
export const RUNS_INTO_TIME = /(?:\b(?:at|by|from|until|till|to|before|after|and|or|between|than|for|about)|[,-])\s*$/i;

const FEWEST_ENTRIES = 3;
const LONGEST_ENTRY = 120;
const NOON = 12 * 60;
/** Earlier than this nobody means the morning: "1.15". */
const FIRST_HOUR = 6 * 60;
const LABEL = /^\s*(?:[-–—:]\s*)?[A-Z(]/;
const WORD = /[a-z]{3}/i;
const SENTENCE = /[.;!?]\s+\S/;

/**
 * Where the entries begin of a table that lost its lines; none where the text is no such stream. What stands first or
 * last tells whose a time is, for the words before it and behind it stand as near.
 */
export function streamStarts(text: string, clocks: readonly Clock[]): number[] {
  const first = clocks[0];
  const last = clocks.at(-1);
  if (!first || !last || clocks.length < FEWEST_ENTRIES) return [];
  const starts = WORD.test(text.slice(last.end))
    ? timesLead(text, clocks, first, last)
    : labelsLead(text, clocks, first);
  return starts.length >= FEWEST_ENTRIES ? starts : [];
}

/** "8.35am Gate opens 8.45am Register 9.15am Registers close": what leads the first time says only whose they are, and times rise. */
function timesLead(text: string, clocks: readonly Clock[], first: Clock, last: Clock): number[] {
  if (!LABEL.test(text.slice(last.end))) return [];
  if (tokenise(text.slice(0, first.start)).some((token) => token.is !== 'stop')) return [];
  const starts = [0];
  let before = first;
  for (const clock of clocks.slice(1)) {
    const between = text.slice(endOf(text, before), clock.start);
    if (ofTheDay(clock) < ofTheDay(before)) return [];
    before = clock;
    if (!WORD.test(between)) continue;
    if (!LABEL.test(between) || between.length > LONGEST_ENTRY || RUNS_INTO_TIME.test(between)) return [];
    starts.push(clock.start);
  }
  return starts;
}

/** "Gate opens 8.35am 8.30am Register 8.45am 8.40am Registers close 9.15am 9.10am": each label has the times behind it, one for each column. */
function labelsLead(text: string, clocks: readonly Clock[], first: Clock): number[] {
  if (!WORD.test(text.slice(0, first.start)) || SENTENCE.test(text.slice(0, first.start))) return [];
  const starts = [0];
  let before = first;
  for (const clock of clocks.slice(1)) {
    const between = text.slice(endOf(text, before), clock.start);
    if (WORD.test(between)) {
      if (!LABEL.test(between) || between.length > LONGEST_ENTRY || SENTENCE.test(between)) return [];
      starts.push(endOf(text, before));
    }
    before = clock;
  }
  return starts;
}

/** Behind "8.40 a.m.", its own full stop included. */
function endOf(text: string, { end }: Clock): number {
  return text[end] === '.' && /m$/i.test(text.slice(end - 1, end)) ? end + 1 : end;
}

function ofTheDay({ minutes }: Clock): number {
  return minutes < FIRST_HOUR ? minutes + NOON : minutes;
}
