import type { Line } from './lines.ts';
import { proseRungs } from './prose.ts';
import type { Ladder, Rung } from './rung.ts';

// Sentences further apart than this many lines tell of different things.
const NEAR = 6;

/** Ladders that are told in sentences: neighbouring steps of one section are one ladder. */
export function proseLadders(lines: readonly Line[], taken: ReadonlySet<Line>): Ladder[] {
  const ladders: Ladder[] = [];
  let open: { rungs: Rung[]; section: string; at: number; list: boolean } | null = null;
  const close = (): void => {
    if (open && open.rungs.length > 0) ladders.push({ family: 'prose', about: open.section, rungs: open.rungs });
    open = null;
  };
  lines.forEach((line, index) => {
    if (taken.has(line) || line.kind === 'row' || line.kind === 'heading') return;
    const below = itemsBelow(lines, index, taken);
    const found = proseRungs(line, { inLadder: false, below });
    if (found.length === 0) return;
    const section = line.placed.headings.join(' · ');
    if (open && (open.section !== section || index - open.at > NEAR)) close();
    const printed = printedNumber(line);
    open ??= { rungs: [], section, at: index, list: printed !== null };
    found.forEach((rung, position) => {
      open?.rungs.push(
        printed === null
          ? rung
          : { ...rung, printed, ...(found.length > 1 && position >= 0 ? { sub: position > 0 } : {}) },
      );
    });
    open.at = index;
  });
  close();
  return ladders;
}

function printedNumber(line: Line): number | null {
  const digits = /^\(?(\d{1,2})[.)]$/.exec(line.placed.block.marker ?? '')?.[1];
  return digits && line.kind === 'item' ? Number(digits) : null;
}

/** The items under a line that ends with a colon. */
function itemsBelow(lines: readonly Line[], index: number, taken: ReadonlySet<Line>): string[] {
  if (!/:\s*$/.test(lines[index]?.text ?? '')) return [];
  const items: string[] = [];
  for (let at = index + 1; at < lines.length && items.length < 20; at++) {
    const line = lines[at];
    if (line?.kind !== 'item' || taken.has(line)) break;
    items.push(line.text);
  }
  return items;
}
