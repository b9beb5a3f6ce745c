import type { Day } from '#core/attendance/day.ts';
import { readBasis } from './basis.ts';
import { readColumns } from './columns.ts';
import { ownRules } from './counting-rules.ts';
import { findGrids } from './grids.ts';
import { isLoading } from './loading.ts';
import { isMarkList, readMarkList } from './mark-list.ts';
import { layOut, type Matrix } from './matrix.ts';
import type { GridReading, PageReading } from './page-reading.ts';
import { readTotalRows } from './paging.ts';
import { readAsAt, readPeriod } from './period.ts';
import { isRegisterGrid, markColumns, readRegisterGrid } from './register-grid.ts';
import type { Sight } from './sight.ts';
import { type Context, isSummary, readSummary } from './summary.ts';
import { surroundingsOf } from './surroundings.ts';
import { fits, type Lesson, resembles, taughtBasis, taughtColumns, taughtPeriod } from './taught.ts';

const NO_MORE_ROWS = 3000;

/**
 * Every table of pupils on the page, as far as it can be understood. Changes nothing on the page.
 * `lessons`: what was taught of this page; a table with the taught headings is read as taught.
 */
export function readPage(page: ParentNode, today: Day, sight: Sight, lessons: readonly Lesson[] = []): PageReading {
  const grids: GridReading[] = [];
  let teachable = 0;
  for (const raw of findGrids(page, sight)) {
    if (raw.rows.length > NO_MORE_ROWS) continue;
    const matrix = layOut(raw, sight);
    if (matrix.rows.length === 0) continue;
    if (matrix.headings.length > 1) teachable = Math.max(teachable, matrix.rows.length);
    const lesson = lessons.find((one) => fits(one, matrix)) ?? null;
    const grid = readGrid(matrix, raw.root, { today, sight, lesson });
    const changed = !lesson && lessons.some((one) => resembles(one, matrix));
    if (changed) grids.push(refused(matrix, CHANGED));
    else if (grid) grids.push(grid);
  }
  return { grids: grids.filter(({ pupils, refusal }) => pupils.length > 0 || refusal !== null), teachable };
}

const CHANGED = 'The headings of this table are not those that were taught. Teach this page again.';

interface HowToRead {
  today: Day;
  sight: Sight;
  lesson: Lesson | null;
}

function readGrid(matrix: Matrix, root: Element, { today, sight, lesson }: HowToRead): GridReading | null {
  const own = readColumns(matrix);
  const taught = lesson ? taughtColumns(lesson, matrix, own) : { columns: own };
  if ('misfit' in taught) return refused(matrix, taught.misfit);
  const { columns } = taught;
  const said = (index: number): boolean => !lesson || columns[index]?.meaning === 'mark';
  // Marks say more than totals, so a grid that has both is read by its marks.
  const marks = markColumns(matrix).filter(({ index }) => said(index));
  const register = isRegisterGrid(matrix, columns, marks);
  const list = !register && isMarkList(matrix, columns);
  if (!register && !list && !isSummary(columns)) return lesson ? refused(matrix, NOT_ENOUGH) : null;
  const levels = [...surroundingsOf(root, sight)];
  const [period, asAt, basis] = [readPeriod(levels, today), readAsAt(levels, today), readBasis(levels)];
  const context: Context = {
    period: lesson ? taughtPeriod(lesson, period, today, asAt) : period,
    basis: lesson ? taughtBasis(lesson, basis) : basis,
    asAt,
    totalRows: readTotalRows(levels),
    today,
  };
  const reading = register
    ? readRegisterGrid(matrix, columns, marks, context)
    : list
      ? readMarkList(matrix, columns, context, sight)
      : readSummary(matrix, columns, context);
  if (isLoading(root, sight)) return { ...reading, pupils: [], refusal: LOADING };
  const rules = register || list ? null : ownRules(levels);
  return rules
    ? { ...reading, refusal: `The page counts by rules of its own (“${rules}”), so no step is shown.` }
    : reading;
}

const LOADING = 'The page is still loading these rows.';

const NOT_ENOUGH = 'What was taught of this table is not enough to count with: a name, and sessions or a percentage.';

function refused(matrix: Matrix, refusal: string): GridReading {
  const nothing = { pupils: [], period: null, asAt: null, declaredPupils: null, provenance: [] };
  return { kind: 'summary', root: matrix.root, ...nothing, refusal };
}
