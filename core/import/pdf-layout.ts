import { linesOf, type PdfLine, type PdfPage, type PdfRun, type PdfSegment } from './pdf-lines.ts';
import { isInside, ruledTables } from './pdf-tables.ts';

const MARGIN_PART = 0.1;
const BULLET = /^[•▪·●○◦⇨►‣➢✓✔■□–\uf0b7\uf0a7\u2022]\s*/;
const ORDINAL = /^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s/;

/** The pages of a PDF as policy Markdown, in reading order; `dropped` are the repeated headers and footers. */
export function layOut(pages: readonly PdfPage[]): { markdown: string; dropped: string[] } {
  const furniture = repeatedLines(pages);
  const body = bodySize(pages);
  const isWord = wordsOf(pages);
  const out: string[] = [];
  pages.forEach((page, index) => {
    const kept = withoutFurniture(page, page.runs, furniture, index === 0);
    const tables = ruledTables({ ...page, runs: kept }, page.rules);
    const isFree = (run: PdfRun): boolean =>
      !tables.some(({ top, bottom, left, right }) => isInside(run, top, bottom, left, right));
    let above = 0;
    // Text between two ruled tables is a region of its own: a table keeps its place in the reading.
    for (const table of [...tables, null]) {
      const below = table?.top ?? Number.POSITIVE_INFINITY;
      const between = kept.filter((run) => isFree(run) && run.y > above && run.y <= below + 1);
      for (const region of columnsOf(page, between)) writeRegion(linesOf(region), body, isWord, out);
      if (table) out.push(writeTable(table.rows));
      above = table ? table.bottom - 1 : above;
    }
  });
  return { markdown: `${joinAcrossPages(out, isWord).join('\n\n')}\n`, dropped: [...furniture] };
}

/** Whether a word stands in the document unbroken: then a hyphen at a line's end only broke it there. */
function wordsOf(pages: readonly PdfPage[]): (word: string) => boolean {
  const words = new Set<string>();
  for (const { runs } of pages)
    for (const { text } of runs) for (const word of text.toLowerCase().split(/[^\p{L}-]+/u)) words.add(word);
  return (word) => words.has(word.toLowerCase());
}

const normalised = (text: string): string => text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim().toLowerCase();
const textOf = (line: PdfLine): string => line.segments.map(({ text }) => text).join(' ');
const isInMargin = (page: PdfPage, y: number): boolean =>
  y < page.height * MARGIN_PART || y > page.height * (1 - MARGIN_PART);

/** Lines at the top or bottom that more than half of the pages share but for their numbers. */
function repeatedLines(pages: readonly PdfPage[]): Set<string> {
  const seen = new Map<string, number>();
  for (const page of pages) {
    const onPage = new Set(
      linesOf(page.runs)
        .filter(({ y }) => isInMargin(page, y))
        .map((line) => normalised(textOf(line))),
    );
    for (const text of onPage) seen.set(text, (seen.get(text) ?? 0) + 1);
  }
  const most = Math.max(2, Math.ceil(pages.length * 0.5));
  return new Set(
    [...seen]
      .filter(([text, times]) => pages.length > 1 && (times >= most || /^(?:page )?# (?:of|\/) #$/.test(text)))
      .map(([text]) => text),
  );
}

/** The first page keeps its running title: it is often the only place that names the school. */
function withoutFurniture(
  page: PdfPage,
  runs: readonly PdfRun[],
  furniture: ReadonlySet<string>,
  isFirst: boolean,
): PdfRun[] {
  const dropped = linesOf(runs).filter((line) => {
    const text = normalised(textOf(line));
    if (!isInMargin(page, line.y)) return false;
    return /^#$/.test(text) || (furniture.has(text) && !(isFirst && !text.includes('#')));
  });
  return runs.filter((run) => !dropped.some((line) => Math.abs(run.y - line.y) <= line.size * 0.35));
}

/** The letter size that most of the text has. */
function bodySize(pages: readonly PdfPage[]): number {
  const sizes = new Map<number, number>();
  for (const { runs } of pages)
    for (const { size, text } of runs)
      sizes.set(Math.round(size * 2) / 2, (sizes.get(Math.round(size * 2) / 2) ?? 0) + text.length);
  return [...sizes].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 11;
}

/** Newspaper columns, left to right: a gutter that many lines leave free, with well-filled lines on both sides. */
function columnsOf(page: PdfPage, runs: PdfRun[]): PdfRun[][] {
  const lines = linesOf(runs);
  const middle = lines.filter(({ segments }) => segments.length === 2);
  if (middle.length < 8) return [runs];
  const left = Math.max(...middle.map(({ segments }) => segments[0]?.right ?? 0));
  const right = Math.min(...middle.map(({ segments }) => segments[1]?.x ?? Number.POSITIVE_INFINITY));
  const gutter = (left + right) / 2;
  const starts = new Set(middle.map(({ segments }) => Math.round((segments[1]?.x ?? 0) / 4)));
  if (right - left < 8 || starts.size > 4 || gutter < page.width * 0.25 || gutter > page.width * 0.75) return [runs];
  const first = Math.min(...middle.map(({ segments }) => segments[0]?.x ?? 0));
  const fill = (side: 0 | 1): number => {
    const widths = middle
      .map(({ segments }) => (segments[side] ? segments[side].right - segments[side].x : 0))
      .toSorted((a, b) => a - b);
    return (widths[Math.floor(widths.length / 2)] ?? 0) / (side === 0 ? left - first : Math.max(...widths));
  };
  // Cells are ragged; lines of a column reach its edge.
  if (fill(0) < 0.75 || fill(1) < 0.75) return [runs];
  const top = middle[0]?.y ?? 0;
  const bottom = middle.at(-1)?.y ?? page.height;
  const inside = runs.filter(({ y }) => y >= top - 2 && y <= bottom + 2);
  return [
    runs.filter(({ y }) => y < top - 2),
    inside.filter(({ x }) => x < gutter),
    inside.filter(({ x }) => x >= gutter),
    runs.filter(({ y }) => y > bottom + 2),
  ].filter((region) => region.length > 0);
}

type IsWord = (word: string) => boolean;

function writeRegion(lines: readonly PdfLine[], body: number, isWord: IsWord, out: string[]): void {
  let paragraph = '';
  let previous: PdfLine | null = null;
  const flush = (): void => {
    if (paragraph) out.push(paragraph);
    paragraph = '';
  };
  for (let index = 0; index < lines.length; index++) {
    const table = tableFrom(lines, index, isWord);
    if (table) {
      flush();
      out.push(table.markdown);
      index = table.last;
      previous = null;
      continue;
    }
    const line = lines[index];
    if (!line) continue;
    const text = textOf(line).replace(/\uf0b7|\uf0a7/g, '•');
    const heading = headingDepth(line, text, body);
    const bullet = BULLET.exec(text);
    const gap = previous ? line.y - previous.y : 0;
    const startsNew =
      !previous ||
      gap > Math.max(line.size, previous.size) * 1.75 ||
      gap < 0 ||
      Math.abs(line.size - previous.size) > 1.2;
    if (heading) {
      flush();
      out.push(`${'#'.repeat(heading)} ${text}`);
      previous = null;
      continue;
    }
    if (bullet) {
      flush();
      paragraph = `- ${text.slice(bullet[0].length)}`;
    } else if (
      ORDINAL.test(text) &&
      (startsNew || /^(?:- |\(?\w{1,4}[.)] )/.test(paragraph) || /[.:;]$/.test(paragraph))
    ) {
      flush();
      paragraph = text;
    } else if (startsNew) {
      flush();
      paragraph = text;
    } else paragraph = joinLine(paragraph, text, isWord);
    previous = line;
  }
  flush();
}

/** A word that was broken at a line's end is whole again; "part-time" keeps its hyphen. */
function joinLine(before: string, next: string, isWord: IsWord): string {
  if (!/\p{L}-$/u.test(before) || !/^\p{Ll}/u.test(next)) return `${before} ${next}`;
  const head = /(?<!\p{L})\p{L}+(?=-$)/u.exec(before)?.[0] ?? '';
  const tail = /^\p{L}+/u.exec(next)?.[0] ?? '';
  return isWord(head + tail) ? before.slice(0, -1) + next : before + next;
}

function headingDepth(line: PdfLine, text: string, body: number): number {
  if (text.length > 120 || BULLET.test(text)) return 0;
  if (line.size >= body * 1.6) return 1;
  if (line.size >= body * 1.25) return 2;
  if (line.size >= body * 1.1 && !/[.,;]$/.test(text)) return 3;
  const isBold = line.segments.every(({ bold }) => bold);
  return isBold && line.segments.length === 1 && text.length <= 80 && !/[.,;:]$/.test(text) && /\p{L}/u.test(text)
    ? 3
    : 0;
}

/** Lines from `first` whose segments stand under each other: a table, when there are two rows and two columns of it. */
function tableFrom(
  lines: readonly PdfLine[],
  first: number,
  isWord: IsWord,
): { markdown: string; last: number } | null {
  const start = lines[first];
  if (!start || start.segments.length < 2) return null;
  const edges = start.segments.map(({ x, right }) => ({ x, right }));
  const rows: string[][] = [];
  let last = first;
  let previous = start;
  for (let index = first; index < lines.length; index++) {
    const line = lines[index];
    if (!line) break;
    const columns = line.segments.map((segment) => columnAt(edges, segment));
    if (columns.some((column) => column < 0) || new Set(columns).size !== columns.length) break;
    const gap = line.y - previous.y;
    if (index > first && gap > previous.size * 4) break;
    const cells = edges.map((_, column) => line.segments[columns.indexOf(column)]?.text ?? '');
    const row = rows.at(-1);
    const continues =
      row &&
      line.segments.length < edges.length &&
      gap <= line.size * 1.45 &&
      (cells[0] === '' || line.segments.length === 1);
    if (continues && row)
      cells.forEach((cell, column) => {
        if (cell) row[column] = joinLine(row[column] ?? '', cell, isWord).trim();
      });
    else if (line.segments.length < 2) break;
    else rows.push(cells);
    columns.forEach((column, at) => {
      const edge = edges[column];
      const segment = line.segments[at];
      if (!edge || !segment) return;
      edge.x = Math.min(edge.x, segment.x);
      edge.right = Math.max(edge.right, segment.right);
    });
    last = index;
    previous = line;
  }
  if (rows.length < 2) return null;
  return { markdown: writeTable(rows), last };
}

function writeTable([header = [], ...rest]: readonly (readonly string[])[]): string {
  const write = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [write(header), write(header.map(() => '-')), ...rest.map(write)].join('\n');
}

/** The column that a segment stands in: by its left edge, or for a centred one by its middle; -1 for none. */
function columnAt(columns: readonly { x: number; right: number }[], { x, right, size }: PdfSegment): number {
  const edge = columns.findIndex((column) => Math.abs(column.x - x) <= size * 0.9);
  if (edge >= 0) return edge;
  const middle = (x + right) / 2;
  return columns.findIndex(
    (column, index) =>
      middle > column.x && middle < Math.min(column.right + size, columns[index + 1]?.x ?? Number.POSITIVE_INFINITY),
  );
}

/** A paragraph that a page break cut in two is one again. */
function joinAcrossPages(blocks: readonly string[], isWord: IsWord): string[] {
  const joined: string[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    if (before && !/^[#|]/.test(before) && /[a-z,]$/.test(before) && /^[a-z]/.test(block))
      joined[joined.length - 1] = joinLine(before, block, isWord);
    else joined.push(block);
  }
  return joined;
}
