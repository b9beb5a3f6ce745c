import type { Column } from './columns.ts';
import { readWrittenDay } from './days.ts';
import type { Matrix } from './matrix.ts';

/** Whether a table has one row for each mark: a date and a code, and AM or PM in a column or beside the date. */
export function isMarkList({ rows }: Matrix, columns: readonly Column[]): boolean {
  const [date, mark] = ['date', 'mark'].map((meaning) => columns.find((column) => column.meaning === meaning));
  if (!date || !mark || rows.length < 2) return false;
  const dated = rows.filter(({ cells }) => readWrittenDay(cells[date.index]?.text ?? '') !== null);
  return dated.length >= rows.length * 0.9;
}
