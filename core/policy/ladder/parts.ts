import type { PlacedBlock } from '../document.ts';
import { headOf } from './heads.ts';
import { linesOf, stretchesOf } from './lines.ts';

/** A stretch of a document whose ladders are read by themselves: blocks from `from` to `to`, end exclusive. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** A line of the document that is a heading, by its number among all lines. */
interface HeadingLine {
  readonly line: number;
  readonly text: string;
  /** The block that it is all of, if it is one that may begin a part. */
  readonly placed: PlacedBlock | null;
}

// What only looks like a heading may stand within a rung.
const LOWEST = 8;
// Sentences of one section go together as far as this; see prose-ladders.ts.
const NEAR = 8;

/**
 * Parts a document before headings that no ladder reaches across: one that is no rung itself ends every group of rungs that
 * stands under headings of its level or in the text, and it ends every table and list. Sentences go on with those of a
 * section of the same name, so near it no two sections share theirs.
 */
export function partsOf(blocks: readonly PlacedBlock[]): Part[] {
  const headings: HeadingLine[] = [];
  let line = 0;
  let highestRung = Number.POSITIVE_INFINITY;
  for (const placed of blocks) {
    const { block } = placed;
    for (const stretch of stretchesOf(block)) {
      if (stretch.kind === 'heading') {
        const own = block.kind === 'heading' && block.depth <= LOWEST;
        const begins = own && isRung(placed);
        if (begins) highestRung = Math.min(highestRung, block.depth);
        headings.push({ line, text: stretch.text, placed: own && !begins ? placed : null });
      }
      line++;
    }
  }
  const parts: Part[] = [];
  let from = 0;
  headings.forEach(({ placed }, index) => {
    if (!placed || placed.index === 0 || placed.block.depth > highestRung || isNameShared(headings, index)) return;
    parts.push({ from, to: placed.index });
    from = placed.index;
  });
  parts.push({ from, to: blocks.length });
  return parts;
}

function isRung(placed: PlacedBlock): boolean {
  const [line] = linesOf([placed]);
  return line !== undefined && headOf(line) !== null;
}

/** Whether a section that begins here or soon after has the name of one that ended shortly before. */
function isNameShared(headings: readonly HeadingLine[], at: number): boolean {
  const here = headings[at]?.line ?? 0;
  const names = new Set<string>();
  for (let index = at; index < headings.length && (headings[index]?.line ?? 0) <= here + NEAR; index++)
    names.add(headings[index]?.text ?? '');
  // The section that the text stands in before the first of these lines counts too.
  for (let index = at - 1; index >= 0; index--) {
    const heading = headings[index];
    if (!heading) break;
    if (names.has(heading.text)) return true;
    if (heading.line < here - NEAR) break;
  }
  return names.has('');
}
