import { linesOf, type PdfLine, type PdfRun, type PdfSegment } from './pdf-lines.ts';

/** A blank stretch narrower than this (points) is a wide space between words. */
const GUTTER = 7;
const FEWEST_LINES = 5;
const MOST_GUTTERS = 12;
const DEEPEST = 6;
/** Running text has lines of so many letters; cells seldom do. */
const RUNNING = 22;

/**
 * The parts of a page in the order in which they are read: newspaper columns from left to right, what stands above and below
 * them before and after. Columns are told from cells: cells of a row begin on one line, and lines of a column reach its edge.
 */
export function columnsOf(runs: readonly PdfRun[], depth = 0): PdfRun[][] {
  if (runs.length === 0) return [];
  const lines = linesOf(runs);
  const found = depth < DEEPEST ? widestColumns(lines) : null;
  if (!found) return [[...runs]];
  const { gutter, top, bottom } = found;
  const parts: [PdfRun[], PdfRun[], PdfRun[], PdfRun[]] = [[], [], [], []];
  for (const run of runs) parts[run.y < top ? 0 : run.y > bottom ? 3 : run.x < gutter ? 1 : 2].push(run);
  return parts.flatMap((part) => columnsOf(part, depth + 1));
}

interface Columns {
  /** Where the right part begins, a little to its left. */
  readonly gutter: number;
  readonly top: number;
  readonly bottom: number;
}

function widestColumns(lines: readonly PdfLine[]): Columns | null {
  const segments = lines.flatMap((line) => line.segments);
  let best: (Columns & { size: number }) | null = null;
  for (const gutter of gutters(segments)) {
    for (const stretch of stretches(lines, gutter)) {
      const size = stretch.length;
      if ((best && best.size >= size) || !areColumns(stretch, gutter)) continue;
      const [first, last] = [stretch[0], stretch.at(-1)];
      if (first && last) best = { gutter, top: first.y - 1, bottom: last.y + 1, size };
    }
  }
  return best;
}

/** Where many lines begin, right of the page's first ones. */
function gutters(segments: readonly PdfSegment[]): number[] {
  const starts = new Map<number, { count: number; x: number }>();
  let left = Number.POSITIVE_INFINITY;
  for (const { x } of segments) {
    left = Math.min(left, x);
    const at = Math.round(x / 3);
    const same = starts.get(at);
    starts.set(at, { count: (same?.count ?? 0) + 1, x: Math.min(x, same?.x ?? x) });
  }
  return [...starts.values()]
    .filter(({ count, x }) => count >= FEWEST_LINES && x > left + 60)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_GUTTERS)
    .map(({ x }) => x - 1.5);
}

/** The lines between those that cross the gutter. */
function stretches(lines: readonly PdfLine[], gutter: number): PdfLine[][] {
  const found: PdfLine[][] = [[]];
  for (const line of lines)
    if (line.segments.some(({ x, right }) => x < gutter - 1 && right > gutter + 1.5 - GUTTER)) found.push([]);
    else found.at(-1)?.push(line);
  return found.filter(({ length }) => length >= FEWEST_LINES);
}

function areColumns(lines: readonly PdfLine[], gutter: number): boolean {
  const left = sideOf(lines, (segment) => segment.x < gutter);
  const right = sideOf(lines, (segment) => segment.x >= gutter);
  if (left.length < FEWEST_LINES || right.length < FEWEST_LINES) return false;
  if (!isRunning(right) && !isRunning(left)) return false;
  const shared = left.filter(({ y }) => right.some((other) => Math.abs(other.y - y) <= 1.5)).length;
  // Two texts that only happen to stand side by side keep their own lines.
  if (shared < Math.min(left.length, right.length) * 0.6) return true;
  return isRunning(left) && isRunning(right) && !breakTogether(left, right);
}

/** One line of one side: where it stands, how far it reaches and how much it says. */
interface SideLine {
  readonly y: number;
  readonly x: number;
  readonly right: number;
  readonly size: number;
  readonly letters: number;
}

function sideOf(lines: readonly PdfLine[], isOn: (segment: PdfSegment) => boolean): SideLine[] {
  return lines.flatMap(({ segments }) => {
    const own = segments.filter(isOn);
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) return [];
    const letters = own.reduce((sum, { text }) => sum + text.length, 0);
    return [{ y: first.y, x: first.x, right: last.right, size: first.size, letters }];
  });
}

function isRunning(side: readonly SideLine[]): boolean {
  const from = Math.min(...side.map(({ x }) => x));
  const to = Math.max(...side.map(({ right }) => right));
  const fill = median(side.map(({ right }) => (right - from) / (to - from)));
  return fill >= 0.75 && median(side.map(({ letters }) => letters)) >= RUNNING;
}

/** Rows of a table leave a gap on both sides at once; paragraphs of two columns do so by accident. */
function breakTogether(left: readonly SideLine[], right: readonly SideLine[]): boolean {
  const breaks = (side: readonly SideLine[]): number[] => {
    const leading = median(side.slice(1).map(({ y }, index) => y - (side[index]?.y ?? y)));
    return side.slice(1).flatMap(({ y }, index) => (y - (side[index]?.y ?? y) > leading * 1.3 ? [y] : []));
  };
  const [one, other] = [breaks(left), breaks(right)];
  const fewer = Math.min(one.length, other.length);
  const together = one.filter((y) => other.some((at) => Math.abs(at - y) <= 2)).length;
  return fewer >= 2 && together >= fewer * 0.6;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
