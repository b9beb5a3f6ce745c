import type { PdfLine } from './pdf-lines.ts';

/** In letter sizes: the lines of one cell are no further apart than this. */
const MOST_LEADING = 1.45;
/** Rows stand apart by this much more than the lines of a cell, or one cannot tell. */
const MORE_APART = 1.15;
const MOST_LINES = 400;

/**
 * How far below another a line may stand and still be of the same row, in points, where rows are parted by white;
 * null where the lines of a table stand evenly, so that only their words can tell.
 */
export function rowGap(
  lines: readonly PdfLine[],
  first: number,
  isOfTable: (line: PdfLine) => boolean,
  width: number,
): number | null {
  const gaps: { gap: number; isFull: boolean }[] = [];
  const end = Math.min(lines.length, first + MOST_LINES);
  for (let index = first + 1; index < end; index++) {
    const [above, line] = [lines[index - 1], lines[index]];
    if (!above || !line || !isOfTable(line) || line.y - above.y > above.size * 4) break;
    gaps.push({ gap: (line.y - above.y) / line.size, isFull: line.segments.length === width });
  }
  const leading = Math.min(...gaps.map(({ gap }) => gap).filter((gap) => gap >= 0.9));
  if (leading > MOST_LEADING) return null;
  const between = gaps.filter(({ gap }) => gap > leading * MORE_APART);
  const within = gaps.filter(({ gap }) => gap <= leading * MORE_APART);
  // A single gap, below the head, parts no rows; nor does one where each line below it has all the columns.
  if (between.length < 2 || within.every(({ isFull }) => isFull)) return null;
  const size = lines[first]?.size ?? 0;
  return ((leading * MORE_APART + Math.min(...between.map(({ gap }) => gap))) / 2) * size;
}
