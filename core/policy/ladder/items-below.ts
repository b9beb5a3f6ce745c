import type { Line } from './lines.ts';

/** The number that an item's marker prints; null for another line. */
export function printedNumber(line: Line): number | null {
  const digits = /^\(?(\d{1,2})[.)]$/.exec(line.placed.block.marker ?? '')?.[1];
  return digits && line.kind === 'item' ? Number(digits) : null;
}

/** The items under a line that opens a list. */
export function itemsBelow(lines: readonly Line[], index: number, taken: ReadonlySet<Line>): Line[] {
  const opening = lines[index];
  const items: Line[] = [];
  if (opening && lines[index + 1]?.kind === 'text' && OPENS_LINES.test(opening.text))
    return linesBelow(lines, index, taken);
  const depth = opening?.kind === 'item' ? opening.depth : -1;
  for (let at = index + 1; at < lines.length && items.length < 20; at++) {
    const line = lines[at];
    if (line?.kind !== 'item' || taken.has(line) || (line.depth <= depth && printedNumber(line) !== null)) break;
    items.push(line);
  }
  return items;
}

const OPENS_LINES =
  /\b(?:following|these)\s+(?:\w+\s+){0,2}(?:steps?|actions?|procedures?|measures?)\b[^.;]{0,40}:\s*$/i;
const SAYS_WHEN = /^\W*(?:if|where|when|should|once|after|on|by)\b/i;
// A list that lost its bullets has no more items, and none longer.
const MOST_LINES = 6;
const LONGEST_LINE = 160;

/** The lines behind "we will take the following steps:" where the list has lost its bullets: up to the next condition. */
function linesBelow(lines: readonly Line[], index: number, taken: ReadonlySet<Line>): Line[] {
  const found: Line[] = [];
  for (const line of lines.slice(index + 1, index + 1 + MOST_LINES)) {
    if (line.kind !== 'text' || taken.has(line) || line.text.length > LONGEST_LINE || SAYS_WHEN.test(line.text)) break;
    found.push(line);
  }
  return found;
}
