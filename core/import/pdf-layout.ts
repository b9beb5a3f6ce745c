import { unsaidInMargins, withMargins } from './page-margins.ts';
import { tableFrom } from './pdf-aligned.ts';
import { columnsOf } from './pdf-columns.ts';
import { withoutContents } from './pdf-contents.ts';
import { type IsWord, joinLine } from './pdf-joins.ts';
import { linesOf, type PdfLine, type PdfPage, type PdfRun, textOf, withRaisedFigures } from './pdf-lines.ts';
import { isInside, ruledTables, writeTable } from './pdf-tables.ts';

const MARGIN_PART = 0.1;
const BULLET = /^[•▪·●○◦⇨►‣➢✓✔■□–\uf0b7\uf0a7\u2022]\s*/;
const ORDINAL = /^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s/;

/** The pages of a PDF as policy Markdown, in reading order; `dropped` are the repeated headers and footers, `margins` those that said more. */
export function layOut(read: readonly PdfPage[]): {
  markdown: string;
  dropped: string[];
  hadContents: boolean;
  margins: string[];
} {
  const pages = read.map((page) => ({ ...page, runs: withRaisedFigures(page.runs) }));
  const furniture = repeatedLines(pages);
  const body = bodySize(pages);
  const isWord = wordsOf(pages);
  const edge = Math.max(...pages.map(({ runs }) => rightEdge(linesOf(runs), body)));
  const step = lineStep(pages, edge);
  const written: string[][] = [];
  pages.forEach((page, index) => {
    const out: string[] = [];
    written.push(out);
    const kept = withoutFurniture(page, page.runs, furniture, index === 0);
    const tables = ruledTables({ ...page, runs: kept }, page.rules);
    const isFree = (run: PdfRun): boolean =>
      !tables.some(({ top, bottom, left, right }) => isInside(run, top, bottom, left, right));
    let above = 0;
    // Text between two ruled tables is a region of its own: a table keeps its place in the reading.
    for (const table of [...tables, null]) {
      const below = table?.top ?? Number.POSITIVE_INFINITY;
      const between = kept.filter((run) => isFree(run) && run.y > above && run.y <= below + 1);
      const regions = columnsOf(between).map(linesOf);
      for (const lines of regions)
        writeRegion(lines, { body, edge: regions.length > 1 ? rightEdge(lines, body) : edge, step, isWord }, out);
      if (table) out.push(writeTable(table.rows));
      above = table ? table.bottom - 1 : above;
    }
  });
  const { blocks, hadContents } = withoutContents(joinAcrossPages(written, isWord));
  const markdown = `${blocks.join('\n\n')}\n`;
  const margins = unsaidInMargins(markdown, [...furniture.values()]);
  return { markdown: withMargins(markdown, margins), dropped: [...furniture.keys()], hadContents, margins };
}

/** Whether a word stands in the document unbroken: then a hyphen at a line's end only broke it there. */
function wordsOf(pages: readonly PdfPage[]): (word: string) => boolean {
  const words = new Set<string>();
  for (const { runs } of pages)
    for (const { text } of runs) for (const word of text.toLowerCase().split(/[^\p{L}-]+/u)) words.add(word);
  return (word) => words.has(word.toLowerCase());
}

const normalised = (text: string): string => text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim().toLowerCase();
const isInMargin = (page: PdfPage, y: number): boolean =>
  y < page.height * MARGIN_PART || y > page.height * (1 - MARGIN_PART);

/** Lines at the top or bottom that more than half of the pages share but for their numbers, each as it is printed once. */
function repeatedLines(pages: readonly PdfPage[]): Map<string, string> {
  const seen = new Map<string, { times: number; printed: string }>();
  for (const page of pages) {
    const onPage = new Map(
      linesOf(page.runs)
        .filter(({ y }) => isInMargin(page, y))
        .map((line) => [normalised(textOf(line)), line.segments.map(({ text }) => text).join('\t')]),
    );
    for (const [text, printed] of onPage) seen.set(text, { times: (seen.get(text)?.times ?? 0) + 1, printed });
  }
  const most = Math.max(2, Math.ceil(pages.length * 0.5));
  return new Map(
    [...seen]
      .filter(([text, { times }]) => pages.length > 1 && (times >= most || /^(?:page )?# (?:of|\/) #$/.test(text)))
      .map(([text, { printed }]) => [text, printed]),
  );
}

/** The first page keeps its running title: it is often the only place that names the school. */
function withoutFurniture(
  page: PdfPage,
  runs: readonly PdfRun[],
  furniture: ReadonlyMap<string, string>,
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

/** How the document is set: the size of its letters, where its lines end, and how far a line is below the one before it, in letter sizes. */
interface Setting {
  body: number;
  edge: number;
  step: number;
  isWord: IsWord;
}

function writeRegion(lines: readonly PdfLine[], { body, edge, step, isWord }: Setting, out: string[]): void {
  let paragraph = '';
  let previous: PdfLine | null = null;
  let title: PdfLine | null = null;
  const flush = (): void => {
    // The code "#" at a line's start makes no heading.
    if (paragraph) out.push(paragraph.replace(/^(?=#{1,6} )/, '\\'));
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
      gap > Math.max(line.size, previous.size) * step * PARAGRAPH_GAP ||
      gap < 0 ||
      Math.abs(line.size - previous.size) > 1.2 ||
      endedEarly(previous, text, edge);
    if (heading) {
      flush();
      const mark = '#'.repeat(heading);
      // A heading too long for its line goes on below; two headings in a row are two.
      if (title && goesOn(title, line, text, edge) && out.at(-1)?.startsWith(`${mark} `))
        out[out.length - 1] = joinLine(out.at(-1) ?? '', text, isWord);
      else out.push(`${mark} ${text}`);
      title = line;
      previous = null;
      continue;
    }
    title = null;
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

/** A line further below the one before it than this many usual steps begins a paragraph. */
const PARAGRAPH_GAP = 1.25;
const USUAL_STEP = 1.4;
/** Fewer full lines than this say nothing of how a document is set. */
const FEWEST_FULL_LINES = 5;

/** How far below a full line the next one mostly is, in letter sizes: 1.4 where nothing says more, over 2 where a text is double-spaced. */
function lineStep(pages: readonly PdfPage[], edge: number): number {
  const steps = new Map<number, number>();
  let all = 0;
  for (const { runs } of pages) {
    const lines = linesOf(runs);
    for (const [index, line] of lines.entries()) {
      const next = lines[index + 1];
      const right = line.segments.at(-1)?.right ?? 0;
      if (!next || line.segments.length > 1 || right < edge - line.size * 4 || Math.abs(next.size - line.size) > 0.5)
        continue;
      const step = Math.round(((next.y - line.y) / line.size) * 10) / 10;
      steps.set(step, (steps.get(step) ?? 0) + 1);
      all++;
    }
  }
  const [step, times] = [...steps].toSorted((a, b) => b[1] - a[1])[0] ?? [USUAL_STEP, 0];
  return all >= FEWEST_FULL_LINES && times * 2 > all && step < MOST_STEP ? Math.max(USUAL_STEP, step) : USUAL_STEP;
}

/** Lines further apart than this are no text of one paragraph. */
const MOST_STEP = 3.5;

/** Narrower text than this many letter sizes is a list of short lines and no column. */
const NARROWEST = 16;

function rightEdge(lines: readonly PdfLine[], body: number): number {
  let left = Number.POSITIVE_INFINITY;
  let right = 0;
  for (const { segments } of lines) {
    left = Math.min(left, segments[0]?.x ?? left);
    right = Math.max(right, segments.at(-1)?.right ?? 0);
  }
  return Math.max(right, left + NARROWEST * body);
}

/** Whether a line of a heading is the next of the one above: as large, right below it, and without room there for its first word. */
function goesOn(title: PdfLine, line: PdfLine, text: string, edge: number): boolean {
  const word = /^\S{1,30}/.exec(text)?.[0] ?? '';
  return (
    Math.abs(title.size - line.size) <= 0.5 &&
    line.y - title.y > 0 &&
    line.y - title.y <= line.size * USUAL_STEP * PARAGRAPH_GAP &&
    (title.segments.at(-1)?.right ?? edge) + (word.length * 0.55 + 0.5) * title.size >= edge
  );
}

/** A line before which the next word, a capital or a figure, would still have fitted is the last of its paragraph. */
function endedEarly({ segments, size }: PdfLine, next: string, edge: number): boolean {
  const word = /^["'“‘«[(]?[\p{Lu}\d£/\\][^ ]{0,30}/u.exec(next)?.[0];
  return word !== undefined && (segments.at(-1)?.right ?? edge) + (word.length * 0.55 + 1.8) * size < edge;
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

/** A paragraph that a page break cut in two is one again, and so is a table. */
function joinAcrossPages(pages: readonly (readonly string[])[], isWord: IsWord): string[] {
  const joined: string[] = [];
  for (const blocks of pages)
    for (const [index, block] of blocks.entries()) {
      const before = joined.at(-1);
      const table = before !== undefined && index === 0 ? joinTables(before, block) : null;
      if (table !== null) joined[joined.length - 1] = table;
      else if (before && !/^[#|]/.test(before) && /[a-z,]$/.test(before) && /^[a-z]/.test(block))
        joined[joined.length - 1] = joinLine(before, block, isWord);
      else joined.push(block);
    }
  return joined;
}

/** A table that goes on at the top of the next page, its header repeated or not; null when the two are none. */
function joinTables(before: string, after: string): string | null {
  if (!before.startsWith('|') || !after.startsWith('|')) return null;
  const [head, rule, ...rows] = after.split('\n');
  const [ownHead, ownRule] = before.split('\n', 2);
  if (rule !== ownRule) return null;
  return joinCutRow(before, head === ownHead ? rows : [head ?? '', ...rows]);
}

/** A row that the page's end cut in two goes on below, under a first cell that is blank there and nowhere else. */
function joinCutRow(before: string, rows: readonly string[]): string {
  const [next, ...others] = rows;
  const above = before.split('\n');
  const row = above.at(-1);
  if (!row || !next?.startsWith('|  |') || above.some((line) => line.startsWith('|  |')))
    return [before, ...rows].join('\n');
  const [upper, lower] = [cellsOf(row), cellsOf(next)];
  const whole = upper.map((cell, column) => `${cell} ${lower[column] ?? ''}`.trim());
  return [...above.slice(0, -1), `| ${whole.join(' | ')} |`, ...others].join('\n');
}

function cellsOf(row: string): string[] {
  return row.slice(2, -2).split(/ (?<!\\)\| /);
}
