import type { Block } from '../blocks.ts';
import type { PlacedBlock } from '../document.ts';
import { BREAKS_LINE, INLINE_LABEL } from './labels.ts';

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
}

// "4. Stage 2: below 90% ........ 7": a line of a contents page.
const CONTENTS = /\.{4,}\s*\d{0,3}\s*$/;

type Stretch = Pick<Line, 'start' | 'end' | 'text'>;
const memory = new WeakMap<Block, readonly Stretch[]>();

/** A document's lines, in order; comments and fenced code have none. */
export function linesOf(blocks: readonly PlacedBlock[]): Line[] {
  const lines: Line[] = [];
  for (const placed of blocks) {
    const { kind, depth } = placed.block;
    if (kind === 'comment' || kind === 'code') continue;
    let stretches = memory.get(placed.block);
    if (!stretches) memory.set(placed.block, (stretches = cut(placed.block)));
    for (const stretch of stretches)
      lines.push({ ...stretch, placed, kind: kind === 'paragraph' ? 'text' : kind, depth });
  }
  return lines;
}

/** The 1-based line of the document where an offset of a line's text stands. */
export function documentLine(line: Line, at: number): number {
  let count = line.placed.line;
  const { plain } = line.placed.block;
  for (let index = plain.indexOf('\n'); index >= 0 && index < line.start + at; index = plain.indexOf('\n', index + 1))
    count++;
  return count;
}

function cut(block: Block): Stretch[] {
  const { plain, bodyAt, kind } = block;
  if (kind === 'heading' || kind === 'row') return [stretch(plain, kind === 'row' ? 0 : bodyAt, plain.length)];
  const starts = new Set<number>([bodyAt]);
  for (let at = plain.indexOf('\n', bodyAt); at >= 0; at = plain.indexOf('\n', at + 1))
    if (BREAKS_LINE.test(plain.slice(at + 1, at + 80))) starts.add(at + 1);
  const inline = [...plain.matchAll(INLINE_LABEL)].filter((match) => match.index > bodyAt);
  for (const match of inline) starts.add(match.index);
  const cuts = [...starts].sort((a, b) => a - b);
  return cuts
    .map((start, index) => stretch(plain, start, cuts[index + 1] ?? plain.length))
    .filter(({ text }) => text.trim() !== '' && !CONTENTS.test(text));
}

function stretch(plain: string, start: number, end: number): Stretch {
  return { start, end, text: plain.slice(start, end).replace(/\n/g, ' ') };
}
