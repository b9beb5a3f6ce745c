import { type IsWord, joinLine } from './pdf-joins.ts';
import { type PdfLine, type PdfSegment, textOf } from './pdf-lines.ts';
import { rowGap } from './pdf-row-gaps.ts';
import { writeTable } from './pdf-tables.ts';

/** A line further down than this many letter sizes belongs to the table no more. */
const FURTHEST = 4;
/** Within this many letter sizes a line may be the next of the same cell. */
const SAME_CELL = 1.45;

interface Edge {
  x: number;
  right: number;
}

/** Lines from `first` whose segments stand under each other: a table, when there are two rows and two columns of it. */
export function tableFrom(
  lines: readonly PdfLine[],
  first: number,
  isWord: IsWord,
): { markdown: string; last: number } | null {
  const start = lines[first];
  if (!start || start.segments.length < 2) return null;
  const edges = edgesOf(start, lines[first + 1]);
  const rows: string[][] = [];
  const ownGap = rowGap(lines, first, (line) => columnsIn(edges, line) !== null, edges.length);
  const isSpaced = hasSpacedRows(lines, first);
  let last = first;
  let previous = start;
  for (let index = first; index < lines.length; index++) {
    const line = lines[index];
    if (!line) break;
    const columns = columnsIn(edges, line);
    const gap = line.y - previous.y;
    if (!columns || (index > first && gap > previous.size * FURTHEST)) break;
    const inSameCell = gap <= (ownGap ?? line.size * SAME_CELL);
    const row = rows.at(-1);
    if (line.segments.some((segment, at) => crosses(edges, columns[at] ?? 0, segment))) {
      // Where tabs part the columns, a line that is full goes on at the margin, below them all.
      const cell = row?.findLastIndex((words) => words !== '') ?? -1;
      if (!row || cell < 0 || line.segments.length > 1 || !inSameCell || !/^[a-z]/.test(textOf(line))) break;
      row[cell] = joinLine(row[cell] ?? '', textOf(line), isWord);
      last = index;
      previous = line;
      continue;
    }
    const cells = edges.map((_, column) => line.segments[columns.indexOf(column)]?.text ?? '');
    const isPartial = line.segments.length < edges.length;
    const continues =
      row &&
      inSameCell &&
      (ownGap !== null ||
        (isPartial
          ? cells[0] === '' || line.segments.length === 1
          : isSpaced && cells.some((cell, column) => /^[a-z]/.test(cell) && row[column])));
    if (continues && row)
      cells.forEach((cell, column) => {
        if (cell) row[column] = joinLine(row[column] ?? '', cell, isWord).trim();
      });
    else if (line.segments.length < 2) break;
    else rows.push(cells);
    widen(edges, columns, line);
    last = index;
    previous = line;
  }
  return rows.length < 2 ? null : { markdown: writeTable(rows), last };
}

/** The columns as the first line has them; where the next has one more before them, that one's head was left blank. */
function edgesOf(start: PdfLine, next: PdfLine | undefined): Edge[] {
  const own = start.segments.map(({ x, right }) => ({ x, right }));
  if (!next || next.segments.length !== own.length + 1 || next.y - start.y > start.size * FURTHEST) return own;
  const below = next.segments.map(({ x, right }) => ({ x, right }));
  const stands = start.segments.every((segment, at) => columnAt(below, segment) === at + 1);
  return stands ? below : own;
}

/** The column of each segment of a line; null when one stands in none, or two in one. */
function columnsIn(edges: readonly Edge[], line: PdfLine): number[] | null {
  const columns = line.segments.map((segment) => columnAt(edges, segment));
  return columns.some((column) => column < 0) || new Set(columns).size !== columns.length ? null : columns;
}

function widen(edges: Edge[], columns: readonly number[], line: PdfLine): void {
  columns.forEach((column, at) => {
    const edge = edges[column];
    const segment = line.segments[at];
    if (!edge || !segment) return;
    edge.x = Math.min(edge.x, segment.x);
    edge.right = Math.max(edge.right, segment.right);
  });
}

/** Whether rows are parted by more than the lines in them. */
function hasSpacedRows(lines: readonly PdfLine[], first: number): boolean {
  for (let index = first + 1; index < lines.length; index++) {
    const [above, line] = [lines[index - 1], lines[index]];
    if (!above || !line || line.segments.length < 2) return false;
    if (line.y - above.y > line.size * 1.7) return true;
  }
  return false;
}

/** The column that a segment stands in: by its left edge, or for a centred one by its middle; -1 for none. */
function columnAt(columns: readonly Edge[], { x, right, size }: PdfSegment): number {
  const edge = columns.findIndex((column) => Math.abs(column.x - x) <= size * 0.9);
  if (edge >= 0) return edge;
  const middle = (x + right) / 2;
  return columns.findIndex(
    (column, index) =>
      middle > column.x && middle < Math.min(column.right + size, columns[index + 1]?.x ?? Number.POSITIVE_INFINITY),
  );
}

/** Whether a segment reaches far into the next column: then it is a line of text and no cell. */
function crosses(columns: readonly { x: number }[], column: number, { right, size }: PdfSegment): boolean {
  const next = columns[column + 1];
  return next !== undefined && right > next.x + size * 1.5;
}
