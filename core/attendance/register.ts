import { DateOrder, looksLikeDate } from './date-order.ts';
import type { PupilRecord } from './pupil.ts';
import { dateCellOf } from './register-columns.ts';
import { layoutOf, type RegisterLayout, type RegisterShape } from './register-layout.ts';
import { type RowReader, rowReaderFor } from './register-rows.ts';
import { RegisterStore } from './register-store.ts';
import type { RowProblem } from './row-problem.ts';
import { weekDateIn } from './week-heading.ts';
import { isYearlessDate, withYear } from './yearless-dates.ts';

export interface RegisterReading {
  shape: RegisterShape;
  pupils: PupilRecord[];
  problems: RowProblem[];
}

/** The register cannot be read at all; the message says what is wrong and what to do. */
export class RegisterError extends Error {
  override name = 'RegisterError';
}

/** Reads a register row by row, so that its size is bounded by its marks and not by its text. */
export interface RegisterReader {
  /** The cells of one line of the file; `row` is its 1-based line. */
  push(cells: readonly string[], row: number): void;
  /** What was read. @throws RegisterError when no header was recognised. */
  finish(): RegisterReading;
}

/** What the sheets before this one held. */
export interface EarlierSheets {
  store: RegisterStore;
  shape?: RegisterShape;
}

const SHAPES: Readonly<Record<RegisterShape, string>> = {
  marks: 'a row for each mark',
  summary: 'totals',
  weeks: 'a row for each week',
  grid: 'a column for each session',
  markString: 'strings of marks',
};

/** Rows before the header that may hold a title, a date or nothing. */
const ROWS_BEFORE_HEADER = 30;

/**
 * A reader for any of the shapes of a register; the header is recognised by its words, behind title rows or not. A sheet that
 * goes on where others stopped is read into their `store`, and only in their `shape`: totals and marks of one pupil would
 * contradict each other.
 */
export function createRegisterReader(
  { store, shape: only }: EarlierSheets = { store: new RegisterStore() },
): RegisterReader {
  let waiting: NumberedRow[] = [];
  let titles: readonly NumberedRow[] = [];
  let reader: RowReader | null = null;
  let shape: RegisterShape | null = null;
  const order = new DateOrder();

  function findHeader(isLast: boolean): void {
    for (const [at, { cells }] of waiting.entries()) {
      // A heading of two or three rows is known by its last, so wait for it.
      if ((waiting.length < at + 3 && !isLast) || at > ROWS_BEFORE_HEADER) return;
      if (isBlankAndWide(cells)) continue;
      const above = [...titles, ...waiting.slice(0, at)];
      const layout = layoutOf(withYear(cells, above), waiting[at + 1]?.cells, waiting[at + 2]?.cells);
      if (!layout) continue;
      // Headings that stand again below name no year either.
      titles = above;
      begin(layout, waiting.slice(at));
      return;
    }
  }

  /** Reads what follows a heading, which are the first of the rows. */
  function begin(layout: RegisterLayout, rows: readonly NumberedRow[]): void {
    waiting = [];
    shape = layout.shape;
    const isOther = only !== undefined && shape !== only;
    reader = isOther ? () => undefined : rowReaderFor(layout, store, order);
    if (layout.shape === 'grid') sayUnread(rows.slice(0, layout.headerRows), store, order);
    for (const { cells, row } of rows.slice(layout.headerRows)) push(cells, row);
  }

  /** A heading again: of the next page, or of another table with other dates. */
  function findHeaderAgain(isLast: boolean): void {
    if (waiting.length < 3 && !isLast) return;
    const rows = waiting;
    const [first] = rows;
    const layout = first && layoutOf(withYear(first.cells, titles), rows[1]?.cells, rows[2]?.cells);
    if (layout?.shape === shape) {
      begin(layout, rows);
      return;
    }
    waiting = [];
    store.problem(first?.row ?? 0, null, OTHER_TABLE);
    reader = (_, row) => void store.problem(row, null, 'The row is left out, since it stands below another heading.');
    for (const { cells, row } of rows.slice(1)) push(cells, row);
  }

  function push(cells: readonly string[], row: number): void {
    if (!reader) {
      if (waiting.length > ROWS_BEFORE_HEADER + 2) return;
      waiting.push({ cells, row });
      find(false);
    } else if (cells.some((cell) => cell.trim() !== '') && reader(cells, row) === 'heading') {
      reader = null;
      waiting = [{ cells, row }];
    }
  }

  function find(isLast: boolean): void {
    if (shape === null) findHeader(isLast);
    else if (waiting.length > 0) findHeaderAgain(isLast);
  }

  return {
    push,
    finish() {
      if (!reader) find(true);
      if (shape === null) {
        const isYearless = waiting.some(({ cells }) => cells.some(isYearlessDate));
        throw new RegisterError(waiting.length === 0 ? EMPTY : isYearless ? NO_YEAR : NO_HEADER);
      }
      if (only !== undefined && shape !== only)
        throw new RegisterError(`It holds ${SHAPES[shape]}, but those before it ${SHAPES[only]}.`);
      if (order.problem !== null) throw new RegisterError(order.problem);
      return { shape, pupils: store.finish(), problems: store.problems };
    },
  };
}

interface NumberedRow {
  cells: readonly string[];
  row: number;
}

/** Dates in the heading of a grid that are none: the marks under them belong to no session. */
function sayUnread(heading: readonly NumberedRow[], store: RegisterStore, order: DateOrder): void {
  for (const { cells, row } of heading) {
    for (const cell of cells) {
      const printed = weekDateIn(cell);
      if (!looksLikeDate(printed)) continue;
      order.see(printed, row);
      if (dateCellOf(printed) === null)
        store.problem(row, null, `${JSON.stringify(cell)} in the heading is no date; the marks under it are left out.`);
    }
  }
}

const OTHER_TABLE =
  'Another table begins here, with a heading unlike the first: it is left out. Give each table as a file of its own.';

/** A cell far to the right and nothing before it is no header, and looking for one there would take long. */
function isBlankAndWide(cells: readonly string[]): boolean {
  return cells.length > 2_000 && cells.filter((cell) => cell !== '').length < 3;
}

const EMPTY = 'The register is empty: expected a header row and a row for each mark or pupil.';
const NO_YEAR =
  'The dates in the header of the register have no year ("Mon 2 Sep"), and no title above them names one: write them as 02/09/2024, or keep the row with the school year.';
const NO_HEADER =
  'No header was recognised in the register: expected columns such as "pupil_id, date, session, code" (one row a mark), ' +
  'or "pupil_id, possible, attended, authorised, unauthorised" (one row a pupil). Add a header row with such names.';

/** Reads rows of cells into pupils; row numbers count from 1. @throws RegisterError when no header is recognised, or no answer may be given from it. */
export function readRegister(rows: Iterable<readonly string[]>): RegisterReading {
  const store = new RegisterStore();
  const reader = createRegisterReader({ store });
  let row = 0;
  for (const cells of rows) reader.push(cells, ++row);
  const reading = reader.finish();
  if (store.refusal !== null) throw new RegisterError(store.refusal);
  return reading;
}
