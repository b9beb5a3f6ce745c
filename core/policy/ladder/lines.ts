import type { Noted } from '../../text/notes.ts';
import { Notes } from '../../text/notes.ts';
import type { Block } from '../blocks.ts';
import type { PlacedBlock } from '../document.ts';
import { labelsBehind } from './inline-labels.ts';
import { BREAKS_LINE } from './labels.ts';

/** A stretch of a block that is read as one: a heading, an item, a row, or what a paragraph says between two labels. */
export interface Line {
  readonly placed: PlacedBlock;
  /** Offsets in the block. */
  readonly start: number;
  readonly end: number;
  /** Plain text of the stretch with line breaks as spaces, so that offsets in it are offsets from `start`. */
  readonly text: string;
  readonly kind: 'heading' | 'item' | 'text' | 'row';
  /** Headings: 1–10 as blocks have it; items: nesting; else 0. */
  readonly depth: number;
  /** The same without its place: what is remembered of a line is remembered by this, which an edit elsewhere leaves alone. */
  readonly stretch: Stretch;
}

export type Stretch = Pick<Line, 'start' | 'end' | 'text' | 'kind' | 'depth'> & Noted;
const memory = new Notes<readonly Stretch[]>();

/** A document's lines, in order; comments and fenced code have none. */
export function linesOf(blocks: readonly PlacedBlock[]): Line[] {
  const lines: Line[] = [];
  for (const placed of blocks)
    for (const stretch of stretchesOf(placed.block)) {
      const { start, end, text, kind, depth } = stretch;
      lines.push({ placed, start, end, text, kind, depth, stretch });
    }
  return lines;
}

/** The lines of a block, remembered with it. */
export function stretchesOf(block: Block): readonly Stretch[] {
  let stretches = memory.get(block);
  if (!stretches) memory.set(block, (stretches = block.kind === 'comment' || block.kind === 'code' ? [] : cut(block)));
  return stretches;
}

function cut(block: Block): Stretch[] {
  const { plain, bodyAt, kind, depth } = block;
  if (kind === 'heading' || kind === 'row') {
    // "10 unauthorised sessions" alone on its line counts, and is not numbered ten.
    const from = kind === 'row' || COUNTS_FIRST.test(plain) ? 0 : bodyAt;
    return [{ ...stretch(plain, from, plain.length), kind, depth }];
  }
  const printedLines = plain.includes('\n');
  const cuts = printedLines
    ? [...cutPoints(plain, bodyAt)].sort((a, b) => a - b)
    : [bodyAt, ...labelsBehind(plain, bodyAt)];
  return cuts
    .map((start, index): Stretch => {
      const part = stretch(plain, start, cuts[index + 1] ?? plain.length);
      if (index === 0 && kind === 'item') return { ...part, kind, depth };
      if (/^\s*[-•▪·●*]\s/.test(part.text)) return { ...part, kind: 'item', depth: 0 };
      // A paragraph of many printed lines holds headings of its own where a text was exported without blank lines.
      const heading =
        printedLines &&
        plain[start - 1] === '\n' &&
        HEADING_LOOK.test(part.text.replace(BOOKMARKS, '')) &&
        !FIGURE_FIRST.test(part.text);
      return heading ? { ...part, kind: 'heading', depth: 9 } : { ...part, kind: 'text', depth: 0 };
    })
    .filter(({ text }) => text.trim() !== '' && !(text.includes('....') && CONTENTS.test(text)));
}

const COUNTS_FIRST =
  /^[\s#]*\d{1,3}\s+(?:(?:or|more|unauthori[sz]ed|unexplained|consecutive|school|days?|of|late)\s+){0,4}(?:sessions|days|absences?|lates|late\s+marks|marks)\b/i;
// "4. Stage 2: below 90% ........ 7": a line of a contents page.
const CONTENTS = /(?<!\.)\.{4,}\s*(?:\d{1,3}\s*)?$/;
const BOOKMARKS = /^(?:\s*\[[^\]\n]{0,80}\]){1,20}/;
// "Below 90 Referral": a rung whose figure has no sign.
const FIGURE_FIRST = /^\s*(?:below|under)\s+\d/i;
const HEADING_LOOK = /^\s*(?:\d{1,2}\.?\d{0,2}\.?\s+)?[A-Z][^.;:!?%\n]{2,60}\s*$/;

// Text that is wrapped by hand or by mail is no wider; where a line is, none was wrapped.
const WIDEST_MARGIN = 160;

// "Stage C – Persistent absence", "When: below 90%", "Who: the head", each on a line of its own.
const NAMED_LINE =
  /^\s{0,4}(?:(?:goes|sent|used|starts|begins|applies|issued|posted)\s+when|signed\s+by|when|who|what|triggers?|actions?|criteria|threshold|response|led\s+by)\s?:/i;

function cutPoints(plain: string, from: number): Set<number> {
  const starts = new Set<number>([from]);
  let longest = 0;
  for (const line of plain.split('\n')) longest = Math.max(longest, line.length);
  let apart: boolean | undefined;
  let lineStart = 0;
  for (let at = plain.indexOf('\n'); at >= 0; at = plain.indexOf('\n', at + 1)) {
    const before = plain.slice(lineStart, at).trimEnd();
    const after = plain.slice(at + 1, at + 80);
    lineStart = at + 1;
    if (at + 1 <= from || LEFT_OPEN.test(before)) continue;
    const ended = /[.:;!?]["')\]]?$/.test(before);
    // Hard-wrapped text is full to the margin; a line that stops early, before a capital, has ended.
    const short = (before.length < 70 || longest > WIDEST_MARGIN) && before.length < longest * 0.6;
    // Columns that are told by spaces: each printed line is a row.
    const columns = /\S {3,}\S/.test(before);
    if (
      BREAKS_LINE.test(after) ||
      NAMED_LINE.test(after) ||
      (columns && /^ {0,3}[A-Z\d]/.test(after)) ||
      (BEGINS_LINE.test(after) && (ended || short || (apart ??= areLines(plain))))
    )
      starts.add(at + 1);
  }
  for (const at of labelsBehind(plain, from)) starts.add(at);
  return starts;
}

/** "When a child's attendance falls below": the sentence goes on in the next line, however short this one is. */
const LEFT_OPEN =
  /(?:(?<!\b(?:and|or)\s)\b(?:below|under|above|over)|\b(?:than|of|the|an|to|at|with|and|or|if|when|where|is|are|by|from|their|our|your|has|have|been))$/i;

// An arrow between two boxes has no words.
const HAS_WORDS = /[a-z\d]/i;
// Two lines may begin with capitals by chance.
const FEWEST_LINES = 3;
// A line of wrapped text is fuller than this.
const FULL = 0.75;

/** Whether each printed line of a paragraph begins as a line of its own does: wrapped text goes on with small letters. */
function areLines(plain: string): boolean {
  const lines = plain.split('\n').filter((line) => HAS_WORDS.test(line));
  if (lines.length < FEWEST_LINES || !lines.every((line) => BEGINS_LINE.test(line))) return false;
  if (lines.every((line) => MARKED.test(line))) return true;
  const widths = lines.slice(0, -1).map(({ length }) => length);
  return Math.min(...widths) < Math.max(...widths) * FULL;
}

// A name or a figure, and a mark behind it.
const MARKED = /^(?:[^.;]|(?<=\d)\.(?=\d)){3,70}?(?::\s|\s[-–—]\s|\s=|→)/;
const BEGINS_LINE = /^\s{0,4}["'([]?[A-Z\d•▪·●]/;

function stretch(plain: string, start: number, end: number): Pick<Stretch, 'start' | 'end' | 'text' | 'notes'> {
  return { start, end, text: plain.slice(start, end).replace(/\n/g, ' '), notes: [] };
}
