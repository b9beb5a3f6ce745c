import { type Clock, findClocks } from '../../../text/clock.ts';
import { matchesOf } from '../../../text/matches.ts';
import type { Block } from '../../blocks.ts';
import { sentencesOf } from '../../document.ts';
import type { BlockContext } from '../reader.ts';
import { clauseNumberLength, isTimeNotNumber } from './clause-number.ts';
import { RUNS_INTO_TIME, streamStarts } from './streams.ts';

/** A stretch of a block that is read as one sentence; `start` counts in the block. */
export interface Segment {
  readonly start: number;
  readonly text: string;
}

const LINE_START =
  /^\s*(?:[-*•▪·●]\s*)?["'(]?(?:\d{1,2}[:.]\d{2}|0[6-9]\d{2}\b|[A-Z][a-z]|[A-Z]{1,4}\s?\d{1,2}\b|[A-Z]{2,5}\b|[LU]\s?[(:=–-]|\d{1,2}\s?[ap]m|\d{1,2}(?:\.\d{1,2}){0,2}[.)]?\s+[A-Z])/;
const TIME_FIRST = /^\s*(?:[-*•▪·●]\s*)?(?:\d{1,2}(?:[:.]\d{2}|\s?[ap]\.?m)|0[6-9][0-5]\d\b)/i;
const RUNS_ON =
  /(?:\b(?:the|a|an|of|to|at|by|in|on|for|and|or|from|until|before|after|is|are|will|be|with|than|between|our|your|their|school)|[,-])\s*$/i;
/** Columns that lost their lines: behind one entry's time, three spaces and the next entry's words. */
const COLUMN_GAP = /(?<=\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s\([A-Z]\))?) {3,}(?=[A-Z])/g;

/** Nothing but its mark stands before a line's time: "8.40am    Gates open", "**8.40am** Gates open". */
const TIME_LEADS = /^[\s*•▪·●–-]*\d{1,2}[:.]\d{2}/;

/** The entries of a line whose columns are told by spaces: "Doors open   8.40     Register   8.50". */
export function splitColumns(segment: Segment): Segment[] {
  if (TIME_LEADS.test(segment.text)) return [segment];
  const cuts = matchesOf(segment.text, COLUMN_GAP).map(({ index, 0: gap }) => index + gap.length);
  if (cuts.length === 0) return [segment];
  const bounds = [0, ...cuts, segment.text.length];
  return bounds.slice(0, -1).map((from, index) => ({
    start: segment.start + from,
    text: segment.text.slice(from, bounds[index + 1]),
  }));
}

const OPEN_BRACKET = /\([^()]{0,60}$/;

const BEFORE_ENTRY = /(?:[;,|•]|\s-)\s*$/;

/** "Our day: 8.45 in class, 12.00 lunch, 3.15 home". */
const OF_THE_DAY =
  /^(?:(?:our|the|school|daily|a typical|times of the)\s){0,3}(?:day|timetable|times|timings|routine)\s?[:–-]$/i;
const FEWEST_IN_A_ROW = 3;

/** "8.30 Gates open; 8.45 registration; 3.15 home time": entries that begin with their times are read one by one. */
export function splitEntries(segment: Segment): Segment[] {
  const clocks = findClocks(segment.text);
  const first = clocks[0];
  if (!first || clocks.length < 2) return [segment];
  const lead = segment.text.slice(0, first.start).trim();
  const leads = lead === '' || (clocks.length >= FEWEST_IN_A_ROW && OF_THE_DAY.test(lead));
  const cuts = leads ? jointsBetween(segment.text, clocks) : [];
  const bounds = cuts.length > 0 ? [0, ...cuts] : streamStarts(segment.text, clocks);
  if (bounds.length < 2) return [segment];
  return bounds.map((from, index) => ({
    start: segment.start + from,
    text: segment.text.slice(from, bounds[index + 1]),
  }));
}

/** Where the entries after the first begin, each behind a joint; none where one has no joint. */
function jointsBetween(text: string, clocks: readonly Clock[]): number[] {
  const cuts: number[] = [];
  for (let index = 1; index < clocks.length; index++) {
    const between = text.slice(clocks[index - 1]?.end, clocks[index]?.start);
    // Nothing but a joint: the other end of a range.
    if (!/[a-z]{3}/i.test(between)) continue;
    if (!BEFORE_ENTRY.test(between)) return [];
    cuts.push(clocks[index]?.start ?? 0);
  }
  return cuts;
}

/** What runs on for longer is no sentence, but damage; the rest of it is left. */
const LONGEST_SENTENCE = 10_000;

/** "at 8. 40 am": a full stop inside a time ends no sentence. */
function joinedTimes(
  sentences: readonly { start: number; end: number }[],
  plain: string,
): { start: number; end: number }[] {
  const joined: { start: number; end: number }[] = [];
  for (const sentence of sentences) {
    const last = joined.at(-1);
    const isInside =
      last !== undefined &&
      /(?<!\d)\d{1,2}\.$/.test(plain.slice(Math.max(last.start, last.end - 3), last.end)) &&
      /^[0-5]\d\s?[ap]\.?m/i.test(plain.slice(sentence.start, sentence.start + 6));
    if (isInside) last.end = sentence.end;
    else joined.push({ ...sentence });
  }
  return joined;
}

function streamOf(text: string, start: number): Segment[] {
  if (text.length > LONGEST_SENTENCE) return [];
  const starts = streamStarts(text, findClocks(text));
  return starts.map((from, index) => ({ start: start + from, text: text.slice(from, starts[index + 1]) }));
}

/** The sentences of a paragraph or an item; where its lines are entries of a list ("8.45 Registers open"), its lines. */
export function segmentsOf(block: Block, context: BlockContext): Segment[] {
  const sentences = sentencesOf(block).map(({ start, end }) => ({ start, end }));
  const first = sentences[0];
  if (first && isTimeNotNumber(block, context)) first.start = 0;
  else if (first) first.start = Math.min(first.end, Math.max(first.start, clauseNumberLength(block, context)));
  const segments = first && !block.plain.includes('\n') ? streamOf(block.plain.slice(first.start), first.start) : [];
  if (segments.length > 0) return segments;
  for (const { start, end } of joinedTimes(sentences, block.plain)) {
    const plain = block.plain.slice(start, Math.min(end, start + LONGEST_SENTENCE));
    if (!plain.includes('\n')) {
      segments.push({ start, text: plain });
      continue;
    }
    const lines = plain.split('\n');
    const longest = Math.max(...lines.map((line) => line.length));
    let from = 0;
    let at = 0;
    for (const [index, line] of lines.entries()) {
      at += line.length + 1;
      const next = lines[index + 1];
      if (next === undefined) break;
      const isNextEntry = TIME_FIRST.test(line) && TIME_FIRST.test(next) && !RUNS_INTO_TIME.test(line);
      const breaks =
        LINE_START.test(next) &&
        (isNextEntry || !RUNS_ON.test(line)) &&
        !OPEN_BRACKET.test(line) &&
        (TIME_FIRST.test(next) || longest < 60 || line.trimEnd().length < longest - 25 || /[.!?:]\s*$/.test(line));
      if (!breaks) continue;
      segments.push({ start: start + from, text: plain.slice(from, at - 1).replace(/\n/g, ' ') });
      from = at;
    }
    segments.push({ start: start + from, text: plain.slice(from).replace(/\n/g, ' ') });
  }
  return segments;
}
