import { type CellContent, readCell, readHeading } from './cell.ts';
import { readWrittenDay } from './days.ts';
import type { RawCell, RawGrid, RawRow } from './grids.ts';
import { atOnce, eachInParts, type Parts } from './parts.ts';
import type { Sight } from './sight.ts';
import { FIGURES, headingMeaning, isTotalLabel, normalise } from './words.ts';

/** One place of a table: the element that covers it and what a person reads there. */
export interface MatrixCell extends CellContent {
  element: Element;
}

export interface MatrixRow {
  element: Element;
  cells: readonly (MatrixCell | undefined)[];
}

/** A table as a person sees it, whatever its markup: a heading path for each column, and the rows below. */
export interface Matrix {
  root: Element;
  /** For each column its headings from the outermost group to its own. */
  headings: readonly (readonly string[])[];
  /** Heading cells of each column, for what stands in their attributes. */
  headingCells: readonly (readonly Element[])[];
  rows: readonly MatrixRow[];
  /** Rows that the page says exist, loaded or not; null when it does not say. */
  declaredRows: number | null;
  /** Some columns are not loaded: the grid says that it has more than can be read. */
  hasUnloadedColumns: boolean;
}

const MOST_COLUMNS = 1000;
const NUMBER = /\d/;

/** Lays the cells out, joins heading rows, and leaves out repeated headings, totals and group titles. */
export function layOut(grid: RawGrid, sight: Sight): Matrix {
  return atOnce(layOutInParts(grid, sight));
}

/** The same, in parts. */
export function* layOutInParts(grid: RawGrid, sight: Sight): Parts<Matrix> {
  const laid = yield* place(grid.rows, sight);
  yield;
  const headCount = countHeadingRows(grid.rows, laid);
  const head = laid.slice(0, headCount);
  const width = laid.reduce((most, row) => Math.max(most, row.cells.length), 0);
  const headings = Array.from({ length: width }, (_, column) => headingPath(head, column));
  const headingCells = Array.from({ length: width }, (_, column) =>
    distinct(head.flatMap((row) => row.cells[column]?.element ?? [])),
  );
  const headWords = new Set(head.flatMap((row) => row.cells.flatMap((cell) => (cell ? normalise(cell.text) : []))));
  const labelled = isListOfFigures(laid.slice(headCount));
  const isData = yield* eachInParts(
    laid,
    (row, index) =>
      index >= headCount &&
      grid.rows[index]?.section !== 'foot' &&
      isDataRow(row, labelled) &&
      !isOfHeadings(row, headWords),
  );
  const rows = laid.filter((_, index) => isData[index]);
  const loaded = laid.reduce((most, row) => Math.max(most, row.cells.filter((cell) => cell !== undefined).length), 0);
  const hasUnloadedColumns = grid.declaredColumns !== null && grid.declaredColumns > loaded;
  // The page counts its heading rows too.
  const declaredRows = grid.declaredRows === null ? null : Math.max(rows.length, grid.declaredRows - headCount);
  return { root: grid.root, headings, headingCells, rows, declaredRows, hasUnloadedColumns };
}

/** Expands spans: a cell that covers several places stands in each of them. */
function place(rows: readonly RawRow[], sight: Sight): Parts<MatrixRow[]> {
  let open: { cell: MatrixCell; rowsLeft: number }[] = [];
  let part: Element | null = null;
  return eachInParts(rows, (row) => {
    // A span ends with its part of the table: a heading never reaches into the body.
    if (row.element.parentElement !== part) open = [];
    part = row.element.parentElement;
    const cells: (MatrixCell | undefined)[] = [];
    let column = 0;
    const carry = (): void => {
      for (let held = open[column]; held && held.rowsLeft > 0; held = open[column]) {
        cells[column] = held.cell;
        held.rowsLeft--;
        column++;
      }
    };
    for (const raw of row.cells) {
      carry();
      if (raw.column !== null) column = raw.column;
      const content =
        raw.header || row.section === 'head' ? readHeading(raw.element, sight) : readCell(raw.element, sight);
      const cell: MatrixCell = { element: raw.element, ...content };
      for (let span = 0; span < raw.columns && column < MOST_COLUMNS; span++, column++) {
        cells[column] = cell;
        open[column] = { cell, rowsLeft: raw.rows - 1 };
      }
    }
    carry();
    return { element: row.element, cells };
  });
}

function countHeadingRows(raw: readonly RawRow[], laid: readonly MatrixRow[]): number {
  let titles = 0;
  while (titles < 3 && isOneCell(raw[titles])) titles++;
  let count = titles;
  while (count < raw.length && count < 4 && isHeading(raw, count)) count++;
  if (count > titles) return count;
  // No markup says so: words above numbers, or dates above marks.
  const [first, second] = [laid[titles], laid[titles + 1]];
  if (!first || !second) return 0;
  const words = first.cells.filter((cell) => cell !== undefined && cell.text !== '' && !NUMBER.test(cell.text)).length;
  const named = first.cells.some(
    (cell) => cell !== undefined && /\b(?:name|pupil|student|child|learner)s?\b/i.test(cell.text),
  );
  const filled = first.cells.filter((cell) => cell !== undefined && cell.text !== '').length;
  if (!named && (words < filled || filled < 3)) return titles;
  const below = second.cells.filter((cell) => cell !== undefined && cell.text !== '');
  const subheadings =
    below.length > 0 &&
    below.every((cell) => cell !== undefined && /^(?:am|pm|mon|tue|wed|thu|fri)[a-z]*$/i.test(cell.text));
  // Cells that reach down into further rows head those rows too.
  const reach = Math.min(4, ...[Math.max(1, ...(raw[titles]?.cells ?? []).map((cell) => cell.rows))]);
  const under = laid.slice(titles + 1, titles + reach);
  return titles + Math.max(subheadings ? 2 : 1, titles + reach < raw.length && isWords(under) ? reach : 1);
}

/** A row of headings; below the first of them one cell alone names a group of rows, such as a class. */
function isHeading(raw: readonly RawRow[], at: number): boolean {
  const row = raw[at];
  if (!row || row.section === 'head') return row !== undefined;
  return allHeaders(row.cells) && !(at > 0 && isOneCell(row));
}

/** One cell across several columns: a title of the table, or of the rows below. */
function isOneCell(row: RawRow | undefined): boolean {
  return row !== undefined && row.cells.length === 1 && (row.cells[0]?.columns ?? 1) > 1;
}

function isWords(rows: readonly MatrixRow[]): boolean {
  return rows.every((row) => row.cells.every((cell) => cell === undefined || !NUMBER.test(cell.text)));
}

function allHeaders(cells: readonly RawCell[]): boolean {
  return cells.length > 0 && cells.every((cell) => cell.header);
}

function headingPath(head: readonly MatrixRow[], column: number): string[] {
  const path: string[] = [];
  let last: Element | undefined;
  for (const row of head) {
    const cell = row.cells[column];
    if (cell && cell.element !== last && cell.text !== '' && !isDatedTitle(row, cell)) path.push(cell.text);
    last = cell?.element;
  }
  return path;
}

/** A title over all columns that says of which days the table is, which is no word of a column's heading. */
function isDatedTitle({ cells }: MatrixRow, cell: MatrixCell): boolean {
  return cells.length > 1 && cells.every((other) => other === cell) && readWrittenDay(cell.text) !== null;
}

/** Most rows begin with the name of a figure: they sum nothing up, they are what the table is of. */
function isListOfFigures(rows: readonly MatrixRow[]): boolean {
  if (rows.length < 2 || rows.length > MOST_FIGURES) return false;
  const labels = rows.map(({ cells }) => cells.find((cell) => cell !== undefined && cell.text !== '')?.text ?? '');
  return labels.filter((label) => FIGURES.has(headingMeaning([label]))).length * 2 > rows.length;
}

const MOST_FIGURES = 30;

function isDataRow(row: MatrixRow, labelled: boolean): boolean {
  const filled = row.cells.filter((cell) => cell !== undefined);
  if (new Set(filled.map((cell) => cell.element)).size < 2) return false;
  const first = filled.find((cell) => cell.text !== '');
  return first !== undefined && (labelled || !isTotalLabel(first.text));
}

/** The headings, or one of their rows, drawn again among the rows. */
function isOfHeadings(row: MatrixRow, words: ReadonlySet<string>): boolean {
  return row.cells.every((cell) => cell === undefined || words.has(normalise(cell.text)) || cell.text === '');
}

function distinct(elements: readonly Element[]): Element[] {
  return [...new Set(elements)];
}
