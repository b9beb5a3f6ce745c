import type { PlacedBlock, PolicyDocument } from './document.ts';
import { areSame } from './same-words.ts';

/**
 * What differs between two versions of a document: the blocks before `from` stand where they stood, and those from
 * `now` on are those that stood from `before` on, moved; under the same headings both.
 */
export interface Change {
  readonly from: number;
  /** The first block of the unchanged end, as an index into the earlier version's blocks. */
  readonly before: number;
  /** The same block's index in the later version. */
  readonly now: number;
  /** How far the unchanged end has moved, in units of the text and in lines. */
  readonly units: number;
  readonly lines: number;
}

/** The smallest stretch of blocks that takes one version of a document to another. */
export function changeBetween(earlier: PolicyDocument, later: PolicyDocument): Change {
  const old = earlier.blocks;
  const blocks = later.blocks;
  const most = Math.min(old.length, blocks.length);
  const units = later.text.length - earlier.text.length;
  let from = 0;
  while (from < most && stands(old[from], blocks[from], 0, 0)) from++;
  let before = old.length;
  let now = blocks.length;
  // Two edits of one length, or one between two blocks, can move lines and no offset.
  const down = (blocks.at(-1)?.line ?? 0) - (old.at(-1)?.line ?? 0);
  while (before > from && now > from && stands(old[before - 1], blocks[now - 1], units, down)) {
    before--;
    now--;
  }
  const first = old[before];
  const moved = blocks[now];
  const lines = first && moved ? later.source.lineAt(moved.offset) - earlier.source.lineAt(first.offset) : 0;
  return { from, before, now, units, lines };
}

function stands(one: PlacedBlock | undefined, other: PlacedBlock | undefined, units: number, lines: number): boolean {
  if (!one || !other) return false;
  return (
    (one === other && units === 0 && lines === 0) ||
    (one.block === other.block &&
      one.offset + units === other.offset &&
      one.line + lines === other.line &&
      areSame(one.headings, other.headings))
  );
}
