import type { Day } from '#core/attendance/day.ts';
import { readBasis } from './basis.ts';
import { type Column, readColumns } from './columns.ts';
import { isOfAttendance, isOfRegister, notOfTheRegister } from './counting-rules.ts';
import { withDerivedColumns } from './derived-columns.ts';
import { gridsInParts, type RawGrid } from './grids.ts';
import { mayBeGroups } from './groups.ts';
import { isMarkList } from './is-mark-list.ts';
import { isLoading } from './loading.ts';
import { layOutInParts, type Matrix } from './matrix.ts';
import type { GridReading, PageReading } from './page-reading.ts';
import { readTotalRows } from './paging.ts';
import { readPartly } from './partial.ts';
import type { Parts } from './parts.ts';
import { type Period, readAsAt, readPeriod } from './period.ts';
import { mayHoldFigures, mayHoldMarks, mayHoldPupils, type RareShapes, saidAmong, type TableAround } from './rare.ts';
import { refused } from './refused.ts';
import { isRegisterGrid, markColumns, readRegisterGrid } from './register-grid.ts';
import type { Sight } from './sight.ts';
import { type Context, isSummary, readSummary } from './summary.ts';
import { type Surroundings, surroundingsOf } from './surroundings.ts';
import { fits, type Lesson, resembles, taughtBasis, taughtColumns, taughtPeriod } from './taught.ts';

/** More rows than any school has pupils: such a table is something else, or would hold up the page. */
const NO_MORE_ROWS = 6000;
const NO_MORE_CELLS = 250_000;

/**
 * Every table of pupils on the page, as far as it can be understood, in parts: who puts it down must look whether the
 * page has changed before taking it up again. Changes nothing on the page.
 * `lessons`: what was taught of this page; a table with the taught headings is read as taught.
 * `shapes`: null while their script has not come; the reading says whether it wants them.
 */
export function* readPageInParts(
  page: ParentNode,
  today: Day,
  sight: Sight,
  lessons: readonly Lesson[],
  shapes: RareShapes | null,
): Parts<PageReading> {
  const grids: GridReading[] = [];
  let teachable = 0;
  const rare: Rare = { shapes, areWanted: false };
  const how = { today, sight, lesson: null, rare };
  const parts = [page, ...sight.shadowsIn(page)];
  const raws: RawGrid[] = [];
  for (const part of parts) raws.push(...(yield* gridsInParts(part, sight)));
  for (const raw of raws) {
    if (raw.rows.length > NO_MORE_ROWS || cellCount(raw) > NO_MORE_CELLS) continue;
    const matrix = yield* layOutInParts(raw, sight);
    if (matrix.rows.length === 0) continue;
    if (matrix.headings.length > 1 && raw.root.ownerDocument.contains(raw.root))
      teachable = Math.max(teachable, matrix.rows.length);
    const lesson = lessons.find((one) => fits(one, matrix)) ?? null;
    const grid = yield* readGrid(matrix, raw.root, { ...how, lesson });
    const changed = !lesson && lessons.some((one) => resembles(one, matrix));
    if (changed) grids.push(refused(matrix.root, CHANGED));
    else if (grid) grids.push(grid);
  }
  if (grids.length === 0 && shapes) yield* readOutsideTables(parts, grids, { ...how, shapes });
  const wantsRare = rare.areWanted || (grids.length === 0 && !shapes && parts.some(mayHoldPupils));
  return { grids: grids.filter(({ pupils, refusal }) => pupils.length > 0 || refusal !== null), teachable, wantsRare };
}

/** Adds what stands on cards; without cards, what stands in calendars; without calendars, lines of figures. */
function* readOutsideTables(
  parts: readonly ParentNode[],
  grids: GridReading[],
  how: HowToRead & { shapes: RareShapes },
): Parts<void> {
  const { shapes, sight, today } = how;
  for (const matrix of parts.flatMap((part) => shapes.cards(part, sight))) {
    const grid = yield* readGrid(matrix, matrix.root, how);
    if (grid) grids.push(grid);
  }
  if (grids.length > 0) return;
  const contextAt = (root: Element): Context => contextOf([...surroundingsOf(root, sight)], today, null);
  for (const grid of parts.flatMap((part) => shapes.calendars(part, sight, contextAt)))
    grids.push(isLoading(grid.root, sight) ? { ...grid, pupils: [], refusal: LOADING } : grid);
  for (const part of grids.length === 0 ? parts : [])
    for (const { matrix, names } of yield* shapes.blocks(part, sight)) {
      const grid = yield* readGrid(matrix, matrix.root, { ...how, names });
      if (grid) grids.push(grid);
    }
}

function cellCount({ rows }: RawGrid): number {
  return rows.reduce((sum, { cells }) => sum + cells.length, 0);
}

const CHANGED = 'The headings of this table are not those that were taught. Teach this page again.';

/** The rare shapes, and whether a table would have been looked at by them. */
interface Rare {
  readonly shapes: RareShapes | null;
  areWanted: boolean;
}

interface HowToRead {
  today: Day;
  sight: Sight;
  lesson: Lesson | null;
  rare: Rare;
  /** The figures stand line by line, and what is not one of these names of pupils speaks of them. */
  names?: ReadonlySet<Element>;
}

function* readGrid(
  laid: Matrix,
  root: Element,
  { today, sight, lesson, rare, names }: HowToRead,
): Parts<GridReading | null> {
  yield;
  const matrix = lesson ? laid : withDerivedColumns(laid, today);
  yield;
  const own = readColumns(matrix);
  const taught = lesson ? taughtColumns(lesson, matrix, own) : { columns: own };
  if ('misfit' in taught) return refused(matrix.root, taught.misfit);
  const { columns } = taught;
  const lacking = names ? whatLacks(columns) : null;
  if (lacking) return lacking === NO_COUNT ? refused(matrix.root, lacking) : null;
  let around: Surroundings[] | null = null;
  const levels = (): Surroundings[] => (around ??= [...saidAmong(matrix), ...surroundingsOf(root, sight, names)]);
  const context = (): Context => contextOf(levels(), today, lesson);
  yield;
  const reading = yield* readAs({ matrix, columns, context, levels, sight }, lesson, rare);
  if (reading === null) return lesson ? refused(matrix.root, NOT_ENOUGH) : null;
  if (!lesson && !isAboutAttendance(reading, matrix, levels)) return null;
  if (isLoading(root, sight)) return { ...reading, pupils: [], refusal: LOADING };
  const heading = columns.find(({ meaning }) => meaning === 'name')?.heading ?? 'none';
  const refusal = notOfTheRegister(levels(), reading.kind) ?? mayBeGroups(heading, levels()) ?? reading.refusal;
  return { ...reading, refusal };
}

/** Beside a name, a count alone is of anything, and a share alone of any time: blocks of lines have both ends of it. */
function whatLacks(columns: readonly Column[]): string | null {
  const has = (...meanings: Column['meaning'][]): boolean => columns.some(({ meaning }) => meanings.includes(meaning));
  if (has('possible') && has('attended', 'absent', 'authorised')) return null;
  return has('percent') ? NO_COUNT : 'nothing';
}

const NO_COUNT = 'The page gives a percentage beside a name and not the sessions that it is of, so no step is shown.';

/** Letters below dates without a present mark, and figures without a word of attendance, are of other things. */
function isAboutAttendance(
  { kind, pupils, refusal }: GridReading,
  matrix: Matrix,
  levels: () => Surroundings[],
): boolean {
  if (kind === 'summary') return isOfAttendance(matrix.headings, levels());
  const present = pupils.some(({ record }) => (record.marks ?? []).some(({ code }) => code === '/' || code === '\\'));
  return present || refusal === null || holdsStroke(matrix) || isOfRegister(matrix.headings, levels());
}

function holdsStroke({ rows }: Matrix): boolean {
  return rows.some(({ cells }) => cells.some((cell) => cell !== undefined && /^[/\\✓✔]/.test(cell.text)));
}

function contextOf(levels: readonly Surroundings[], today: Day, lesson: Lesson | null): Context {
  const [period, asAt, basis] = [readPeriod(levels, today), readAsAt(levels, today), readBasis(levels)];
  return {
    period: lesson ? taughtPeriod(lesson, period, today, asAt) : period,
    basis: lesson ? taughtBasis(lesson, basis) : basis,
    asAt,
    totalRows: readTotalRows(levels),
    today,
  };
}

/** The first shape that the table has: marks say more than totals, so a grid that has both is read by its marks. */
function* readAs(table: TableAround, lesson: Lesson | null, rare: Rare): Parts<GridReading | null> {
  const { matrix, columns, context, levels } = table;
  const said = (index: number): boolean => !lesson || columns[index]?.meaning === 'mark';
  const marks = markColumns(matrix, levels).filter(({ index }) => said(index));
  yield;
  if (isRegisterGrid(matrix, columns, marks)) return yield* readRegisterGrid(matrix, columns, marks, context());
  const isList = isMarkList(matrix, columns);
  if (!isList && isSummary(columns)) return yield* readSummary(matrix, columns, context());
  if (lesson && !isList) return null;
  const [holdsMarks, holdsFigures] = isList ? [true, false] : [mayHoldMarks(matrix), mayHoldFigures(matrix, columns)];
  const { shapes } = rare;
  if (!shapes) rare.areWanted ||= holdsMarks || holdsFigures;
  else if (isList) return shapes.markList(table);
  else {
    const found = (holdsMarks ? shapes.marks(table) : null) ?? (holdsFigures ? shapes.oneRow(table) : null);
    if (typeof found === 'string') return refused(matrix.root, found);
    if (found && 'columns' in found) return yield* readSummary(found.matrix, found.columns, found.context);
    if (found) return found;
  }
  return readPartly(matrix, columns, levels, () => periodOf(context()));
}

function periodOf({ period }: Context): Period | null {
  return 'found' in period ? period.found : null;
}

const LOADING = 'The page is still loading these rows.';

const NOT_ENOUGH = 'What was taught of this table is not enough to count with: a name, and sessions or a percentage.';
