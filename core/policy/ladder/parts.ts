import { Notes } from '../../text/notes.ts';
import type { PlacedBlock } from '../document.ts';
import { saysWhenAtHead } from './alike-lines.ts';
import { opensRecord } from './field-records.ts';
import { headOf } from './heads.ts';
import { type Line, type Stretch, stretchesOf } from './lines.ts';
import { looksBack } from './looks-back.ts';

/** A stretch of a document whose ladders are read by themselves: blocks from `from` to `to`, end exclusive. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** A line of the document that is a heading, by its number among all lines. */
interface HeadingLine {
  readonly line: number;
  readonly text: string;
  /** The block that it is all of, if it is one that may begin a part: not "If this has not helped", which goes on. */
  readonly placed: PlacedBlock | null;
  /** Whether no head of a rung stands in the lines before. */
  readonly isFar: boolean;
}

// What only looks like a heading may stand within a rung.
const LOWEST = 8;
// Sentences of one section go together as far as this; see prose-ladders.ts.
const NEAR = 8;
// So many lines behind its last head no group of rungs is open, nor looks for another head; see groups.ts.
const FAR = 54;

// "Letter home (attendance below 95%)" alone on its line may be a rung; see prose-ladders.ts.
const ENDS_WITH_FIGURE = /%\)?\s*$/;

/**
 * Parts a document before headings that no ladder reaches across: one that is no rung itself ends every group of rungs that
 * stands under headings of its level or in the text, and far from all rungs any heading does; it ends every table and list.
 * Sentences go on with those of a section of the same name, so near it no two sections share theirs.
 */
export function partsOf(blocks: readonly PlacedBlock[]): Part[] {
  const headings: HeadingLine[] = [];
  let line = 0;
  let highestRung = Number.POSITIVE_INFINITY;
  let sinceHead = Number.POSITIVE_INFINITY;
  for (const [index, placed] of blocks.entries()) {
    const { block } = placed;
    const next = blocks[index + 1]?.block;
    for (const stretch of stretchesOf(block)) {
      const head = isHead(stretch, placed);
      if (stretch.kind === 'heading') {
        const own = block.kind === 'heading';
        if (own && head) highestRung = Math.min(highestRung, block.depth);
        headings.push({
          line,
          text: stretch.text,
          placed:
            own &&
            !head &&
            !looksBack(stretch.text) &&
            !ENDS_WITH_FIGURE.test(stretch.text) &&
            !(next && opensRecord(next))
              ? placed
              : null,
          isFar: sinceHead >= FAR,
        });
      }
      // A numbered item beside a rung may stand aside from it without counting as its body.
      if (head) sinceHead = 0;
      else if (stretch.kind !== 'item' || !isNumbered(block.marker)) sinceHead++;
      line++;
    }
  }
  const parts: Part[] = [];
  let from = 0;
  headings.forEach(({ placed, isFar }, index) => {
    if (!placed || placed.index === 0) return;
    const { depth } = placed.block;
    const endsGroups = isFar || (depth <= LOWEST && depth <= highestRung);
    if (!endsGroups || isNameShared(headings, index)) return;
    parts.push({ from, to: placed.index });
    from = placed.index;
  });
  parts.push({ from, to: blocks.length });
  return parts;
}

/** "3." or "(3)". */
function isNumbered(marker = ''): boolean {
  const first = marker.startsWith('(') ? marker[1] : marker[0];
  return first !== undefined && first >= '0' && first <= '9';
}

/** Whether a document with the one block for the other falls into the same parts. */
export function standAlike(one: PlacedBlock, other: PlacedBlock): boolean {
  const [stretches, others] = [stretchesOf(one.block), stretchesOf(other.block)];
  return (
    stretches.length === others.length &&
    isCounted(one) === isCounted(other) &&
    opensRecord(one.block) === opensRecord(other.block) &&
    stretches.every((stretch, index) => {
      const next = others[index];
      return (
        next !== undefined &&
        stretch.kind !== 'heading' &&
        stretch.kind === next.kind &&
        isHead(stretch, one) === isHead(next, other)
      );
    })
  );
}

const memory = new Notes<boolean>();

function isHead(stretch: Stretch, placed: PlacedBlock): boolean {
  let head = memory.get(stretch);
  if (head === undefined) {
    const { start, end, text, kind, depth } = stretch;
    memory.set(stretch, (head = isHeadLine({ placed, start, end, text, kind, depth, stretch })));
  }
  return head;
}

function isHeadLine(line: Line): boolean {
  return headOf(line) !== null || saysWhenAtHead(line);
}

function isCounted({ block }: PlacedBlock): boolean {
  return /^\(?\d/.test(block.marker ?? '');
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
