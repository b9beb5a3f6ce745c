import type { PlacedBlock } from '../document.ts';
import type { Fact, FactKind } from '../schema.ts';

type WithoutPlace<F> = F extends unknown ? Omit<F, 'line' | 'span' | 'quote'> : never;

/** A fact as a reader finds it: its values, and where in the block it stands (offsets in `raw`, end exclusive). */
export type FactDraft = WithoutPlace<Fact> & { start: number; end: number };

/** What a reader may know beyond its block. Everything here takes part in the key that facts are remembered by. */
export interface BlockContext {
  /** Plain words of the headings above, outermost first. */
  readonly headings: readonly string[];
  /** Plain text of the block before, "" at the start: for a verb that stands a line away from its time. */
  readonly before: string;
  /** Plain text of the block after, "" at the end. */
  readonly after: string;
}

/**
 * Reads one kind of fact from one block. A pure function of the block and its context, so that an edit
 * re-reads only the blocks that it touches. What needs the whole document is left to `refine` in parse.ts.
 */
export interface Reader {
  readonly kinds: readonly FactKind[];
  /** A quick test of the block's plain text: false means that `read` would find nothing. */
  readonly mayRead: RegExp;
  read(placed: PlacedBlock, context: BlockContext): FactDraft[];
}
