import { matchesOf } from '../text/matches.ts';
import type { Label } from './label.ts';

/** Rows of a table whose columns only spaces part, as text out of a PDF or a fixed-width print has them. */

interface Stretch {
  start: number;
  end: number;
}
/** A line as its stretches of blanks, the margins on both sides among them: the right one has no end. */
interface Line {
  readonly text: string;
  readonly gaps: readonly Stretch[];
}

const GAP = /[ \u00a0]{2,}/g;
const LEAD = /^[ \u00a0]*/;
const LIST_MARKER = /^[ \u00a0]*(?:[-*+•▪·●○◦⇨►‣➢✓✔■□–][ \u00a0]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,5})[.)][ \u00a0])/;
const CLAUSE = /^[ \u00a0]*\d{1,2}(?:\.\d(?!\d)|(?:\.\d{1,2}){2,3})\.?[ \u00a0]{2}/;
const NARROWEST = 2;
const FEWEST_ROWS = 3;
/** A cell may go on below for this many lines, with nothing in the other columns. */
const MOST_ALONE = 2;
/** The part of a column's cells that must begin, or end, at one place. */
const MOSTLY = 0.6;
/** Two columns of running text have lines this long on both sides: they are no cells. */
const RUNNING = 28;

/** The cells of each line that is a row, as offsets in its line, by line from 0. Linear in the length of the text. */
export function spacedRows(
  lines: readonly string[],
  labels: ReadonlyMap<number, Label>,
): Map<number, readonly Stretch[]> {
  // A byte-order mark has no width: with it the first row would stand one letter further right than the others.
  if (lines[0]?.startsWith('\ufeff')) {
    const rows = spacedRows(lines.with(0, lines[0].slice(1)), labels);
    const cells = rows.get(0);
    return cells
      ? new Map(rows).set(
          0,
          cells.map(({ start, end }) => ({ start: start + 1, end: end + 1 })),
        )
      : rows;
  }
  const rows = new Map<number, readonly Stretch[]>();
  for (let index = 0; index < lines.length; ) {
    const group = groupFrom(lines, labels, index);
    const isLong = group.length >= FEWEST_ROWS;
    const columns = isLong ? columnsOf(group) : [];
    if (columns.length > 0) for (const [at, { text }] of group.entries()) rows.set(index + at, cellsAt(text, columns));
    // The lines of a long group that is no table are not asked again, one by one.
    index += isLong ? group.length : 1;
  }
  return rows;
}

/** The lines from `first` that leave a stretch blank in common. */
function groupFrom(lines: readonly string[], labels: ReadonlyMap<number, Label>, first: number): Line[] {
  const group: Line[] = [];
  let common: readonly Stretch[] = [];
  let lastRow = 0;
  for (let index = first; index < lines.length; index++) {
    const line = lineAt(lines, labels, index);
    if (!line) break;
    const isRow = line.gaps.length > 2;
    if (group.length === 0) {
      if (!isRow) break;
      common = line.gaps;
    } else {
      const narrowed = shared(common, line.gaps);
      const lost = inside(narrowed).length < inside(common).length;
      if (inside(narrowed).length === 0 || (lost && group.length >= FEWEST_ROWS)) break;
      if (!isRow && index - first - lastRow >= MOST_ALONE) break;
      common = narrowed;
    }
    group.push(line);
    if (isRow) lastRow = index - first;
  }
  return group.slice(0, lastRow + 1);
}

function lineAt(lines: readonly string[], labels: ReadonlyMap<number, Label>, index: number): Line | null {
  const raw = lines[index] ?? '';
  const text = raw.endsWith('\r') ? raw.slice(0, -1).trimEnd() : raw.trimEnd();
  if (text === '' || labels.has(index) || text.includes('|') || text.includes('\t') || LIST_MARKER.test(text))
    return null;
  const lead = LEAD.exec(text)?.[0].length ?? 0;
  const gaps: Stretch[] = [{ start: 0, end: lead }];
  for (const match of matchesOf(text, GAP))
    if (match.index >= lead) gaps.push({ start: match.index, end: match.index + match[0].length });
  // "4.1  Three lates in any one week": the number of a clause with its words, and no cells.
  if (gaps.length === 2 && CLAUSE.test(text)) return null;
  gaps.push({ start: text.length, end: Number.POSITIVE_INFINITY });
  return { text, gaps };
}

/** What is blank in both, wide enough to part columns; the margins stay as narrow as they are. */
function shared(one: readonly Stretch[], other: readonly Stretch[]): Stretch[] {
  const both: Stretch[] = [];
  let a = 0;
  let b = 0;
  for (let left = one[a], right = other[b]; left && right; left = one[a], right = other[b]) {
    const start = Math.max(left.start, right.start);
    const end = Math.min(left.end, right.end);
    if (end - start >= NARROWEST || start === 0) both.push({ start, end: Math.max(start, end) });
    if (left.end < right.end) a++;
    else if (right.end < left.end) b++;
    else {
      a++;
      b++;
    }
  }
  return both;
}

const inside = (gaps: readonly Stretch[]): Stretch[] =>
  gaps.filter(({ start, end }) => start > 0 && end !== Number.POSITIVE_INFINITY);

/** Where the second and later columns begin; none when the lines are no table. */
function columnsOf(group: readonly Line[]): number[] {
  const common = inside(
    group.reduce<readonly Stretch[]>((gaps, line) => shared(gaps, line.gaps), group[0]?.gaps ?? []),
  );
  const columns = common.filter((gap, at) => partsColumns(group, gap, common[at + 1]?.start)).map(({ end }) => end);
  const cells = group.map(({ text }) => cellsAt(text, columns).map(({ start, end }) => text.slice(start, end).trim()));
  const full = cells.filter((row) => row.filter((cell) => cell !== '').length > 1);
  if (full.length < FEWEST_ROWS || full.length < group.length * 0.5) return [];
  const isRunning = (row: readonly string[]): boolean => row.every((cell) => cell.length >= RUNNING);
  return columns.length === 1 && full.filter(isRunning).length > full.length / 2 ? [] : columns;
}

/** Whether cells stand in line behind a gap, and it is more than the two spaces that some leave behind a full stop. */
function partsColumns(group: readonly Line[], gap: Stretch, next: number | undefined): boolean {
  const starts: number[] = [];
  const ends: number[] = [];
  let sentences = 0;
  for (const { text } of group) {
    const cell = text.slice(gap.end, next);
    if (cell.trim() === '') continue;
    starts.push(gap.end + cell.length - cell.trimStart().length);
    ends.push(gap.end + cell.trimEnd().length);
    if (/[.!?]["')]?[ \u00a0]{2}$/.test(text.slice(Math.max(0, gap.end - 4), gap.end))) sentences++;
  }
  const share = (places: readonly number[]): number => mostFrequent(places) / places.length;
  return (
    starts.length >= FEWEST_ROWS && sentences * 2 < starts.length && Math.max(share(starts), share(ends)) >= MOSTLY
  );
}

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  let most = 0;
  for (const value of values) {
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    most = Math.max(most, count);
  }
  return most;
}

function cellsAt(text: string, columns: readonly number[]): Stretch[] {
  const edges = [0, ...columns, text.length];
  return edges.slice(1).map((end, at) => {
    const start = Math.min(edges[at] ?? 0, text.length);
    return { start, end: Math.max(start, Math.min(end, text.length)) };
  });
}
