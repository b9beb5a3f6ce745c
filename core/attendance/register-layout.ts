import type { PrintedDate } from './date-text.ts';
import { readSession } from './date-text.ts';
import type { SessionOfDay } from './pupil.ts';
import { compact, dateCellOf, type Role, roleOf, weekCellOf, weekdayOfHeading } from './register-columns.ts';
import { daysUnderWeeks } from './week-heading.ts';

export type RegisterShape = 'marks' | 'summary' | 'weeks' | 'grid' | 'markString';

/** How a register is laid out: its shape, and where each thing stands. Columns count from 0. */
export interface RegisterLayout {
  shape: RegisterShape;
  columns: Partial<Record<Role, number>>;
  /** Week rows: the columns of the sessions. */
  week: { column: number; weekday: number; session: SessionOfDay }[];
  /** Grids: the columns of the dates; no session where a cell holds the marks of the whole day. */
  dates: { column: number; date: PrintedDate; session: SessionOfDay | null }[];
  /** How many rows the heading takes. */
  headerRows: 1 | 2 | 3;
}

/** The layout that the heading tells, with the row after it where that holds AM and PM; null when it is no heading. */
export function layoutOf(
  header: readonly string[],
  after: readonly string[] | undefined,
  third?: readonly string[],
): RegisterLayout | null {
  const days = after && daysUnderWeeks(header, after);
  if (days) {
    const layout = layoutOf(days, third);
    return layout && { ...layout, headerRows: layout.headerRows === 1 ? 2 : 3 };
  }
  // A row of the names of days between the dates and their sessions says nothing new.
  if (after && third && namesDaysAlone(after) && gridOf(header, third)?.headerRows === 2) {
    const layout = layoutOf(header, third);
    return layout && { ...layout, headerRows: 3 };
  }
  const grid = gridOf(header, after) ?? (after && isSessionsOver(header, after) ? gridOf(after, header) : null);
  const week = weekOf(header, after);
  const columns = columnsOf(header, grid?.headerRows === 2 || week.headerRows === 2 ? after : undefined);
  const layout: RegisterLayout = { shape: 'marks', columns, week: week.cells, dates: [], headerRows: week.headerRows };
  if (grid && hasPupil(columns)) return { ...layout, shape: 'grid', ...grid };
  if (!hasPupil(columns)) return null;
  const date = columns.date ?? columns.from;
  if (layout.week.length > 0 && (columns.weekStart ?? date) !== undefined) return { ...layout, shape: 'weeks' };
  if (
    columns.date !== undefined &&
    columns.code === undefined &&
    columns.markString !== undefined &&
    columns.session !== undefined
  )
    columns.code = columns.markString;
  if (columns.date !== undefined && (columns.code !== undefined || (columns.amCode ?? columns.pmCode) !== undefined))
    return layout;
  if (columns.markString !== undefined && (columns.weekStart ?? date) !== undefined)
    return { ...layout, shape: 'markString' };
  return isSummary(columns) ? { ...layout, shape: 'summary' } : null;
}

function hasPupil(columns: RegisterLayout['columns']): boolean {
  return columns.id !== undefined || columns.name !== undefined || columns.surname !== undefined;
}

function isSummary(columns: RegisterLayout['columns']): boolean {
  const figures = [
    columns.possible,
    columns.attended,
    columns.present,
    columns.authorised,
    columns.unauthorised,
    columns.percent,
  ];
  return figures.some((column) => column !== undefined);
}

/** Each role's first column; a second heading row fills what the first leaves blank. */
function columnsOf(header: readonly string[], after: readonly string[] | undefined): RegisterLayout['columns'] {
  const columns: RegisterLayout['columns'] = {};
  const length = Math.max(header.length, after?.length ?? 0);
  for (let column = 0; column < length; column++) {
    const role = roleOf(header[column] ?? '') ?? roleOf(after?.[column] ?? '');
    if (role && columns[role] === undefined) columns[role] = column;
  }
  return columns;
}

/** The sessions of a week, "MonAM" in one heading, or "Mon" over the "AM" and "PM" of the row below. */
function weekOf(
  header: readonly string[],
  after: readonly string[] | undefined,
): { cells: RegisterLayout['week']; headerRows: 1 | 2 } {
  const cells: RegisterLayout['week'] = [];
  for (const [column, heading] of header.entries()) {
    const cell = weekCellOf(heading);
    if (cell) cells.push({ column, ...cell });
  }
  if (cells.length > 0 || !after) return { cells, headerRows: 1 };
  let weekday: number | null = null;
  for (let column = 0; column < Math.max(header.length, after.length); column++) {
    const heading = header[column] ?? '';
    if (compact(heading) !== '') weekday = weekdayOfHeading(heading);
    if (weekday === null) continue;
    const session = readSession(after[column] ?? '');
    if (session) cells.push({ column, weekday, session });
  }
  return cells.length >= FEWEST_SESSIONS ? { cells, headerRows: 2 } : { cells: [], headerRows: 1 };
}

/** The mornings and afternoons of two days at the least: fewer may be codes of a first pupil. */
const FEWEST_SESSIONS = 4;

function namesDaysAlone(row: readonly string[]): boolean {
  const named = row.filter((cell) => cell.trim() !== '');
  return named.length > 0 && named.every((cell) => weekdayOfHeading(cell) !== null);
}

/** Whether the sessions are printed over their dates, not under them. */
function isSessionsOver(header: readonly string[], after: readonly string[]): boolean {
  const dated = after.flatMap((cell, column) => (dateCellOf(cell) ? [column] : []));
  return dated.length > 0 && dated.every((column) => readSession(header[column] ?? '') !== null);
}

/** Dates along the top, with the session in the same heading, in the row below, or with the whole day in a cell. */
function gridOf(
  header: readonly string[],
  after: readonly string[] | undefined,
): { dates: RegisterLayout['dates']; headerRows: 1 | 2 } | null {
  const dated = header.flatMap((cell, column) => (dateCellOf(cell) ? [column] : []));
  // "P" alone would be the code of a sporting activity in the first pupil's row; "A" is no code.
  const hasLetterA = dated.some((column) => after?.[column]?.trim().toUpperCase() === 'A');
  const below = after?.map((cell) => (hasLetterA || cell.trim().length > 1 ? readSession(cell) : null));
  const hasBelow = below !== undefined && dated.every((column) => below[column] != null);
  const dates: RegisterLayout['dates'] = [];
  let last: PrintedDate | null = null;
  const length = Math.max(header.length, hasBelow ? (after?.length ?? 0) : 0);
  for (let column = 0; column < length; column++) {
    const text = header[column] ?? '';
    const cell = dateCellOf(text);
    if (cell) last = cell.date;
    else if (compact(text) !== '') last = null;
    const session = cell?.session ?? (hasBelow ? (below[column] ?? null) : null);
    // A date over two columns is often printed over the first only; over a second morning it is of another day's.
    if (!last || !(cell || session)) continue;
    if (!cell && dates.some(({ date, session: taken }) => date === last && taken === session)) return null;
    dates.push({ column, date: last, session });
  }
  return dates.length === 0 ? null : { dates, headerRows: hasBelow ? 2 : 1 };
}
