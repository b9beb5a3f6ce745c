import { looksLikeName } from './names.ts';
import { atOnce, type Parts, ROWS_A_PART } from './parts.ts';
import type { Sight } from './sight.ts';

/** One cell as the markup has it. */
export interface RawCell {
  element: Element;
  /** Its column from 0 where the markup says so (aria-colindex), else null: the next free one. */
  column: number | null;
  columns: number;
  rows: number;
  header: boolean;
}

export interface RawRow {
  element: Element;
  section: 'head' | 'body' | 'foot';
  cells: RawCell[];
}

/** Something on a page that could be a table, from whatever tags. */
export interface RawGrid {
  root: Element;
  rows: RawRow[];
  declaredRows: number | null;
  /** The columns that the grid says it has, loaded or not; null when it does not say. */
  declaredColumns: number | null;
}

const ARIA_GRID = '[role="grid"],[role="treegrid"],[role="table"]';
const ROW_KEYS = ['aria-rowindex', 'row-index', 'data-rowindex', 'data-recordid', 'data-uid'];

/** Every candidate grid on the page that can be seen, outer ones first. */
export function findGrids(page: ParentNode, sight: Sight): RawGrid[] {
  return atOnce(gridsInParts(page, sight));
}

/** The same, in parts. */
export function* gridsInParts(page: ParentNode, sight: Sight): Parts<RawGrid[]> {
  const found: RawGrid[] = [];
  const taken = new Set<Element>();
  for (const root of page.querySelectorAll(ARIA_GRID)) {
    if (root.tagName.toUpperCase() === 'TABLE' || isInside(root, taken) || sight.isHidden(root)) continue;
    const grid = yield* readAriaGrid(root);
    if (grid.rows.length < 2) continue;
    found.push(grid);
    taken.add(root);
  }
  const tables = [...page.querySelectorAll('table')].filter(
    (table) => !isInside(table, taken) && !sight.isHidden(table),
  );
  const grids: RawGrid[] = [];
  for (const table of tables) grids.push(yield* readTable(table, sight));
  return [...joinLocked(found, sight), ...joinSplitTables(grids, sight)];
}

function* readTable(table: Element, sight: Sight): Parts<RawGrid> {
  const rows: RawRow[] = [];
  const addRow = (element: Element, section: RawRow['section']): void => {
    if (sight.isHidden(element)) return;
    const cells = [...element.children].filter((cell) => /^T[DH]$/i.test(cell.tagName) && !sight.isHidden(cell));
    if (cells.length > 0) rows.push({ element, section, cells: cells.map((cell) => readRawCell(cell, null)) });
  };
  for (const child of table.children) {
    const tag = child.tagName.toUpperCase();
    if (tag === 'TR') addRow(child, 'body');
    const section = tag === 'THEAD' ? 'head' : tag === 'TFOOT' ? 'foot' : tag === 'TBODY' ? 'body' : null;
    if (!section) continue;
    for (const row of child.children) {
      addRow(row, section);
      if (rows.length % ROWS_A_PART === 0) yield;
    }
  }
  // A footer may be written before the body; its place on the screen is last.
  rows.sort((a, b) => Number(a.section === 'foot') - Number(b.section === 'foot'));
  return {
    root: table,
    rows,
    declaredRows: declaredCount(table, 'aria-rowcount'),
    declaredColumns: declaredCount(table, 'aria-colcount'),
  };
}

function* readAriaGrid(root: Element): Parts<RawGrid> {
  const rows: RawRow[] = [];
  const byKey = new Map<string, RawRow>();
  for (const element of root.querySelectorAll('[role="row"],tr')) {
    if (element.parentElement?.closest(ARIA_GRID) !== root && element.closest(ARIA_GRID) !== root) continue;
    const cells = [
      ...element.querySelectorAll('[role="gridcell"],[role="cell"],[role="rowheader"],[role="columnheader"],td,th'),
    ].filter((cell) => cell.parentElement?.closest('[role="row"],tr') === element);
    if (cells.length === 0) continue;
    if (rows.length % ROWS_A_PART === 0) yield;
    const raw = cells.map((cell) => readRawCell(cell, columnIndex(cell)));
    const section: RawRow['section'] = raw.every((cell) => cell.header) ? 'head' : 'body';
    const key = ROW_KEYS.map((name) => keyOf(element, name)).find((value) => value !== null);
    const same = key === undefined ? undefined : byKey.get(`${section} ${key}`);
    if (same) same.cells.push(...raw);
    else {
      const row: RawRow = { element, section, cells: raw };
      rows.push(row);
      if (key !== undefined && key !== null) byKey.set(`${section} ${key}`, row);
    }
  }
  const indexed = rows.some((row) => row.cells.some((cell) => cell.column !== null));
  // A grid that numbers some of its cells draws them in any order: where one has no number, nothing is known of its column.
  if (indexed && rows.some((row) => row.cells.some((cell) => cell.column === null))) rows.length = 0;
  for (const row of rows) row.cells.sort((a, b) => (a.column ?? 0) - (b.column ?? 0));
  rows.sort((a, b) => Number(a.section !== 'head') - Number(b.section !== 'head'));
  return {
    root,
    rows,
    declaredRows: declaredCount(root, 'aria-rowcount'),
    declaredColumns: declaredCount(root, 'aria-colcount'),
  };
}

function readRawCell(element: Element, column: number | null): RawCell {
  const role = element.getAttribute('role');
  return {
    element,
    column,
    columns: span(element, 'colspan') ?? span(element, 'aria-colspan') ?? 1,
    rows: span(element, 'rowspan') ?? 1,
    header:
      role === 'columnheader' ||
      (element.tagName.toUpperCase() === 'TH' && element.getAttribute('scope') !== 'row' && role !== 'rowheader'),
  };
}

function span(element: Element, name: string): number | null {
  const text = element.getAttribute(name);
  if (text === null || !/^\d{1,4}$/.test(text)) return null;
  const number = Number(text);
  // rowspan="0" means "to the end of the section".
  return number === 0 ? 1000 : number;
}

function columnIndex(cell: Element): number | null {
  const text = cell.getAttribute('aria-colindex');
  return text !== null && /^\d{1,4}$/.test(text) ? Number(text) - 1 : null;
}

function declaredCount(root: Element, name: string): number | null {
  const text = root.getAttribute(name);
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null;
}

function isInside(element: Element, roots: ReadonlySet<Element>): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) if (roots.has(at)) return true;
  return false;
}

/** Puts together what a component drew as several tables: header and body, locked and scrolling columns, one table a row. */
function joinSplitTables(grids: readonly RawGrid[], sight: Sight): RawGrid[] {
  const joined = joinOneRowTables(grids).map(withLooseHead);
  const withHeads: RawGrid[] = [];
  for (const grid of joined) {
    const before = withHeads.at(-1);
    if (
      before &&
      isHeadOnly(before) &&
      !hasHead(grid) &&
      widthOf(before) === widthOf(grid) &&
      near(before.root, grid.root, 6)
    ) {
      withHeads[withHeads.length - 1] = {
        ...grid,
        rows: [...before.rows.map((row) => ({ ...row, section: 'head' as const })), ...grid.rows],
      };
    } else withHeads.push(grid);
  }
  return joinLocked(pairInterleaved(withHeads), sight);
}

/** Kendo prints both headers first, then both bodies: pair each header with the body of its own width. */
function pairInterleaved(grids: readonly RawGrid[]): RawGrid[] {
  const heads = grids.filter(isHeadOnly);
  const used = new Set<RawGrid>();
  const result = grids.map((grid) => {
    if (hasHead(grid)) return grid;
    const fitting = heads.filter(
      (head) => !used.has(head) && widthOf(head) === widthOf(grid) && near(head.root, grid.root, 6),
    );
    const head = fitting.length === 1 ? fitting[0] : undefined;
    if (!head) return grid;
    used.add(head);
    return { ...grid, rows: [...head.rows.map((row) => ({ ...row, section: 'head' as const })), ...grid.rows] };
  });
  return result.filter((grid) => !used.has(grid));
}

function joinLocked(grids: readonly RawGrid[], sight: Sight): RawGrid[] {
  const result: RawGrid[] = [];
  for (const grid of grids) {
    const left = result.at(-1);
    if (left && areHalves(left, grid, sight)) result[result.length - 1] = sideBySide(left, grid);
    else result.push(grid);
  }
  return result;
}

/** A key of a row, which ExtJS writes on the table that it draws for each. */
function keyOf(row: Element, name: string): string | null {
  return row.getAttribute(name) ?? row.closest('table')?.getAttribute(name) ?? null;
}

function areHalves(left: RawGrid, right: RawGrid, sight: Sight): boolean {
  const [a, b] = [
    left.rows.filter((row) => row.section === 'body'),
    right.rows.filter((row) => row.section === 'body'),
  ];
  if (a.length < 2 || a.length !== b.length || !near(left.root, right.root, 5)) return false;
  if (left.root.contains(right.root) || right.root.contains(left.root)) return false;
  const keysAgree = a.every((row, index) => {
    const other = b[index];
    return other !== undefined && ROW_KEYS.every((name) => keyOf(row.element, name) === keyOf(other.element, name));
  });
  if (!keysAgree) return false;
  const keyed = a.every((row) => ROW_KEYS.some((name) => keyOf(row.element, name) !== null));
  const [topA, topB] = [a[0], b[0]].map((row) => (row ? sight.topOf(row.element) : null));
  const level = typeof topA !== 'number' || typeof topB !== 'number' || Math.abs(topA - topB) < 4;
  // Two lists of pupils side by side are two lists: a component's own keys or class names make them one,
  // or that each row without a name is level with one that has it.
  return level && (keyed || [left.root, right.root].some(isLockedHalf) || areLevel(a, b, sight));
}

function areLevel(names: readonly RawRow[], others: readonly RawRow[], sight: Sight): boolean {
  const isNamed = ({ cells }: RawRow): boolean =>
    cells.some(({ element }) => looksLikeName((element.textContent ?? '').trim()));
  return (
    names.filter(isNamed).length * 2 > names.length &&
    !others.some(isNamed) &&
    names.every(({ element }, at) => {
      const [one, other] = [element, others[at]?.element].map((row) => (row ? sight.topOf(row) : null));
      return typeof one === 'number' && typeof other === 'number' && Math.abs(one - other) < 4;
    })
  );
}

const LOCKED = /\b(?:[\w-]*(?:locked|frozen|pinned|fixed-(?:left|columns?)))\b/i;

function isLockedHalf(root: Element): boolean {
  let at: Element | null = root;
  for (let level = 0; at && level < 3; level++, at = at.parentElement) {
    if (LOCKED.test(at.getAttribute('class') ?? '')) return true;
  }
  return false;
}

function sideBySide(left: RawGrid, right: RawGrid): RawGrid {
  const shift = widthOf(left);
  const heads = (grid: RawGrid): RawRow[] => grid.rows.filter((row) => row.section === 'head');
  const bodies = (grid: RawGrid): RawRow[] => grid.rows.filter((row) => row.section === 'body');
  const join = (a: RawRow[], b: RawRow[]): RawRow[] =>
    Array.from({ length: Math.max(a.length, b.length) }, (_, index) => {
      const [first, second] = [a[index], b[index]];
      const moved = (second?.cells ?? []).map((cell, at) => (at === 0 ? { ...cell, column: shift } : cell));
      const element = first?.element ?? second?.element ?? left.root;
      return {
        element,
        section: first?.section ?? second?.section ?? 'body',
        cells: [...(first?.cells ?? []), ...moved],
      };
    });
  return { ...left, rows: [...join(heads(left), heads(right)), ...join(bodies(left), bodies(right))] };
}

/** ExtJS draws each row as a table of its own. */
function joinOneRowTables(grids: readonly RawGrid[]): RawGrid[] {
  const result: RawGrid[] = [];
  for (const grid of grids) {
    const before = result.at(-1);
    const first = grid.rows[0];
    const sibling =
      before !== undefined &&
      first !== undefined &&
      grid.rows.length === 1 &&
      before.rows.at(-1)?.element.closest('table')?.parentElement === grid.root.parentElement &&
      before.rows.every((row) => row.cells.length === first.cells.length) &&
      // Every other one has a further class, for its stripe.
      grid.root.classList[0] === before.rows[0]?.element.closest('table')?.classList[0];
    if (sibling) before.rows.push(first);
    else result.push({ ...grid, rows: [...grid.rows] });
  }
  return result;
}

/** The headings that stand as boxes above rows which are a table each: one box a column, in the order of the columns. */
function withLooseHead(grid: RawGrid): RawGrid {
  const [first] = grid.rows;
  if (
    !first ||
    grid.rows.length < 2 ||
    hasHead(grid) ||
    first.element.closest('table') === grid.rows[1]?.element.closest('table')
  )
    return grid;
  let inner: Element = grid.root;
  for (let at = inner.parentElement, level = 0; at && level < 6; inner = at, at = at.parentElement, level++) {
    for (const before of [...at.children].slice(0, [...at.children].indexOf(inner))) {
      const boxes = [before, ...before.querySelectorAll('*')].find(
        ({ children }) =>
          children.length === first.cells.length && [...children].every((box) => (box.textContent ?? '').trim() !== ''),
      );
      if (!boxes) continue;
      const cells = [...boxes.children].map((element) => ({ ...readRawCell(element, null), header: true }));
      return { ...grid, rows: [{ element: boxes, section: 'head', cells }, ...grid.rows] };
    }
  }
  return grid;
}

function hasHead(grid: RawGrid): boolean {
  return grid.rows.some((row) => row.section === 'head' || row.cells.every((cell) => cell.header));
}

function isHeadOnly(grid: RawGrid): boolean {
  return (
    grid.rows.length > 0 && grid.rows.every((row) => row.section === 'head' || row.cells.every((cell) => cell.header))
  );
}

function widthOf(grid: RawGrid): number {
  return grid.rows.reduce(
    (most, row) =>
      Math.max(
        most,
        row.cells.reduce((sum, cell) => sum + cell.columns, 0),
      ),
    0,
  );
}

function near(a: Element, b: Element, levels: number): boolean {
  let at: Element | null = a;
  for (let level = 0; at && level <= levels; level++, at = at.parentElement) if (at.contains(b)) return true;
  return false;
}
