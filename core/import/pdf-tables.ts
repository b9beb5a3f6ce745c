import { linesOf, type PdfPage, type PdfRun } from './pdf-lines.ts';
import type { Rule, Rules } from './pdf-rules.ts';

/** A ruled table: where it stands on its page, and its cells by row. */
export interface RuledTable {
  top: number;
  bottom: number;
  left: number;
  right: number;
  rows: string[][];
}

// Lines within this many points of each other are one line, drawn twice or in pieces.
const NEAR = 4;

/** The ruled tables of a page, from the top; only those of two rows or more and two columns or more. */
export function ruledTables(page: PdfPage, rules: Rules): RuledTable[] {
  const rows = merge(rules.horizontal);
  const columns = merge(rules.vertical);
  const tables: RuledTable[] = [];
  for (const group of connected(rows, columns)) {
    const ys = group.rows.map(({ at }) => at).toSorted((a, b) => a - b);
    const xs = group.columns.map(({ at }) => at).toSorted((a, b) => a - b);
    const [top, bottom, left, right] = [ys[0], ys.at(-1), xs[0], xs.at(-1)];
    if (
      ys.length < 3 ||
      xs.length < 3 ||
      top === undefined ||
      bottom === undefined ||
      left === undefined ||
      right === undefined
    )
      continue;
    const inside = page.runs
      .filter((run) => isInside(run, top, bottom, left, right))
      .flatMap((run) => splitAtRules(run, xs));
    const cells = ys
      .slice(1)
      .map((below, index) =>
        xs.slice(1).map((after, column) => textIn(inside, ys[index] ?? 0, below, xs[column] ?? 0, after)),
      );
    const filled = cells.filter((row) => row.some((cell) => cell !== ''));
    const used = xs.slice(1).map((_, column) => filled.some((row) => (row[column] ?? '') !== ''));
    const table = filled.map((row) => row.filter((_, column) => used[column]));
    if (table.length >= 2 && (table[0]?.length ?? 0) >= 2) tables.push({ top, bottom, left, right, rows: table });
  }
  return tables.toSorted((a, b) => a.top - b.top);
}

/** Whether a run stands in a table; its middle decides. */
export function isInside(run: PdfRun, top: number, bottom: number, left: number, right: number): boolean {
  const middle = run.y - run.size * 0.3;
  return middle > top && middle < bottom && run.x >= left - NEAR && run.x < right;
}

/** A PDF may write two cells as one run: it is cut at the space that stands nearest to the rule between them. */
function splitAtRules(run: PdfRun, xs: readonly number[]): PdfRun[] {
  const rule = xs.find((x) => x > run.x + run.size * 0.5 && x < run.x + run.width - run.size * 0.5);
  if (rule === undefined) return [run];
  const scale = run.width / roughWidth(run.text);
  const distance = (cut: number): number => Math.abs(run.x + roughWidth(run.text.slice(0, cut)) * scale - rule);
  const cut = [...run.text.matchAll(/ /g)].map(({ index }) => index).toSorted((a, b) => distance(a) - distance(b))[0];
  if (cut === undefined || distance(cut) > run.size * 2) return [run];
  const after = {
    ...run,
    text: run.text.slice(cut + 1),
    x: rule + 1,
    width: Math.max(1, run.x + run.width - rule - 1),
  };
  return [{ ...run, text: run.text.slice(0, cut), width: rule - run.x - 1 }, ...splitAtRules(after, xs)];
}

/** How wide a text is in letters of a common typeface, in ems: enough to tell two spaces apart. */
function roughWidth(text: string): number {
  let width = 0;
  for (const letter of text)
    width += /[%@mwMW]/.test(letter)
      ? 0.85
      : /[A-Z]/.test(letter)
        ? 0.68
        : /[ iljtf.,:;'|!()]/.test(letter)
          ? 0.28
          : 0.54;
  return width;
}

function textIn(runs: readonly PdfRun[], top: number, bottom: number, left: number, right: number): string {
  const cell = runs.filter(
    (run) =>
      isInside(run, top, bottom, left, right) && run.x + Math.min(run.width, run.size) / 2 >= left && run.x < right - 1,
  );
  return linesOf(cell)
    .map(({ segments }) => segments.map(({ text }) => text).join(' '))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function merge(rules: readonly Rule[]): Rule[] {
  const merged: Rule[] = [];
  for (const rule of rules.toSorted((a, b) => a.at - b.at || a.from - b.from)) {
    const same = merged.find(
      (other) => Math.abs(other.at - rule.at) <= NEAR && rule.from <= other.to + NEAR && rule.to >= other.from - NEAR,
    );
    if (same) {
      same.from = Math.min(same.from, rule.from);
      same.to = Math.max(same.to, rule.to);
    } else merged.push({ ...rule });
  }
  return merged;
}

/** Groups of lines that touch each other: each group is one table or box. */
function connected(rows: readonly Rule[], columns: readonly Rule[]): { rows: Rule[]; columns: Rule[] }[] {
  const groups: { rows: Rule[]; columns: Rule[] }[] = [];
  const free = new Set(columns);
  const rowsLeft = new Set(rows);
  for (const seed of rows) {
    if (!rowsLeft.delete(seed)) continue;
    const group = { rows: [seed], columns: [] as Rule[] };
    for (let grew = true; grew; ) {
      grew = false;
      for (const column of free)
        if (group.rows.some((row) => touch(row, column))) {
          free.delete(column);
          group.columns.push(column);
          grew = true;
        }
      for (const row of rowsLeft)
        if (group.columns.some((column) => touch(row, column))) {
          rowsLeft.delete(row);
          group.rows.push(row);
          grew = true;
        }
    }
    if (group.columns.length > 0) groups.push(group);
  }
  return groups;
}

function touch(row: Rule, column: Rule): boolean {
  return (
    column.at >= row.from - NEAR &&
    column.at <= row.to + NEAR &&
    row.at >= column.from - NEAR &&
    row.at <= column.to + NEAR
  );
}

/** Rows of cells as a Markdown table, the first its head. */
export function writeTable([header = [], ...rest]: readonly (readonly string[])[]): string {
  const write = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [write(header), write(header.map(() => '-')), ...rest.map(write)].join('\n');
}
