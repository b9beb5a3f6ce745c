import type { Day } from '#core/attendance/day.ts';
import { readBasis } from './basis.ts';
import { readColumns } from './columns.ts';
import { findGrids } from './grids.ts';
import { isMarkList, readMarkList } from './mark-list.ts';
import { layOut } from './matrix.ts';
import type { GridReading, PageReading } from './page-reading.ts';
import { readTotalRows } from './paging.ts';
import { readAsAt, readPeriod } from './period.ts';
import { isRegisterGrid, markColumns, readRegisterGrid } from './register-grid.ts';
import type { Sight } from './sight.ts';
import { type Context, isSummary, readSummary } from './summary.ts';
import { surroundingsOf } from './surroundings.ts';

const NO_MORE_ROWS = 3000;

/** Every table of pupils on the page, as far as it can be understood. Changes nothing on the page. */
export function readPage(page: ParentNode, today: Day, sight: Sight): PageReading {
  const grids: GridReading[] = [];
  for (const raw of findGrids(page, sight)) {
    if (raw.rows.length > NO_MORE_ROWS) continue;
    const matrix = layOut(raw, sight);
    if (matrix.rows.length === 0) continue;
    const columns = readColumns(matrix);
    // Marks say more than totals, so a grid that has both is read by its marks.
    const marks = markColumns(matrix);
    const register = isRegisterGrid(matrix, columns, marks);
    const list = !register && isMarkList(matrix, columns);
    if (!register && !list && !isSummary(columns)) continue;
    const levels = [...surroundingsOf(raw.root, sight)];
    const context: Context = {
      period: readPeriod(levels, today),
      basis: readBasis(levels),
      asAt: readAsAt(levels, today),
      totalRows: readTotalRows(levels),
      today,
    };
    if (register) grids.push(readRegisterGrid(matrix, columns, marks, context));
    else grids.push(list ? readMarkList(matrix, columns, context, sight) : readSummary(matrix, columns, context));
  }
  return { grids: grids.filter(({ pupils, refusal }) => pupils.length > 0 || refusal !== null) };
}
