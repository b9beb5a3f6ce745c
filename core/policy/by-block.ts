import type { Span } from '../text/span.ts';
import type { Change } from './change.ts';
import type { PlacedBlock, PolicyDocument } from './document.ts';

/** Anything that has a place in a document. */
interface Standing {
  readonly line: number;
  readonly span: Span;
}

/** The change from the version that was asked about last, null where there was none. */
export type SinceLast = Change | null;

/**
 * Reads a document block by block and keeps what was found in each, so that of the next version only the blocks that
 * changed are read, with `reach` blocks on both sides of them; what stands behind them is moved.
 */
export function createBlockwise<T>(
  read: (document: PolicyDocument, placed: PlacedBlock, index: number) => readonly T[],
  reach: number,
  move: (thing: T, change: Change) => T,
): (document: PolicyDocument, change: SinceLast) => readonly (readonly T[])[] {
  let last: readonly (readonly T[])[] = [];
  return (document, change) => {
    const until = change ? change.from - reach : 0;
    const from = change ? change.now + reach : document.blocks.length;
    const stayed = !change || (change.units === 0 && change.lines === 0);
    last = document.blocks.map((placed, index) => {
      if (index < until) return last[index] ?? [];
      if (!change || index < from) return read(document, placed, index);
      const found = last[index - change.now + change.before] ?? [];
      return found.length === 0 || stayed ? found : found.map((thing) => move(thing, change));
    });
    return last;
  };
}

/** What stands behind a change, where it stands now. */
export function movedBy<T extends Standing>(thing: T, { units, lines }: Change): T {
  return { ...thing, line: thing.line + lines, span: movedSpan(thing.span, units, lines) };
}

function movedSpan({ start, end }: Span, units: number, lines: number): Span {
  return {
    start: { line: start.line + lines, column: start.column, offset: start.offset + units },
    end: { line: end.line + lines, column: end.column, offset: end.offset + units },
  };
}
