import type { PrintedDate } from './date-text.ts';
import { readSession } from './date-text.ts';
import type { SessionOfDay } from './pupil.ts';
import { compact, dateCellOf, type Role, roleOf, weekCellOf } from './register-columns.ts';

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
  headerRows: 1 | 2;
}

/** The layout that the heading tells, with the row after it where that holds AM and PM; null when it is no heading. */
export function layoutOf(header: readonly string[], after: readonly string[] | undefined): RegisterLayout | null {
  const grid = gridOf(header, after);
  const columns = columnsOf(header, grid?.headerRows === 2 ? after : undefined);
  const layout: RegisterLayout = { shape: 'marks', columns, week: weekOf(header), dates: [], headerRows: 1 };
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

function weekOf(header: readonly string[]): RegisterLayout['week'] {
  const week: RegisterLayout['week'] = [];
  for (const [column, heading] of header.entries()) {
    const cell = weekCellOf(heading);
    if (cell) week.push({ column, ...cell });
  }
  return week;
}

/** Dates along the top, with the session in the same heading, in the row below, or with the whole day in a cell. */
function gridOf(
  header: readonly string[],
  after: readonly string[] | undefined,
): { dates: RegisterLayout['dates']; headerRows: 1 | 2 } | null {
  // "P" alone would be the code of a sporting activity in the first pupil's row.
  const below = after?.map((cell) => (cell.trim().length > 1 ? readSession(cell) : null));
  const dated = header.flatMap((cell, column) => (dateCellOf(cell) ? [column] : []));
  const hasBelow = dated.length > 0 && dated.every((column) => below?.[column] != null);
  const dates: RegisterLayout['dates'] = [];
  let last: PrintedDate | null = null;
  const length = Math.max(header.length, hasBelow ? (after?.length ?? 0) : 0);
  for (let column = 0; column < length; column++) {
    const text = header[column] ?? '';
    const cell = dateCellOf(text);
    if (cell) last = cell.date;
    else if (compact(text) !== '') last = null;
    const session = cell?.session ?? (hasBelow ? (below?.[column] ?? null) : null);
    // A date over two columns is often printed over the first only.
    if (cell || (last && hasBelow && session)) if (last) dates.push({ column, date: last, session });
  }
  return dates.length === 0 ? null : { dates, headerRows: hasBelow ? 2 : 1 };
}
