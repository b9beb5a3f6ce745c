import { type Column, readColumns } from '../reading/columns.ts';
import { findGrids } from '../reading/grids.ts';
import { layOut, type Matrix } from '../reading/matrix.ts';
import type { Sight } from '../reading/sight.ts';
import { DATED, headingKey, type TaughtField } from '../reading/taught.ts';

/** A table that someone can teach. */
export interface Candidate {
  matrix: Matrix;
  /** Its columns as someone sees them: the days of a register are one. */
  columns: TeachableColumn[];
  /** The place of each cell and heading. */
  places: ReadonlyMap<Element, number>;
}

export interface TeachableColumn {
  key: string;
  /** Tells equal headings apart, from 0. */
  nth: number;
  /** What the page writes over it; its place where it writes nothing. */
  shown: string;
  /** The places of the matrix that it stands for. */
  indexes: number[];
  /** What the recogniser takes it for; null: nothing that counts. */
  guess: TaughtField | null;
}

const GUESSES: Partial<Record<Column['meaning'], TaughtField>> = {
  name: 'name',
  surname: 'surname',
  forename: 'forename',
  id: 'id',
  year: 'year',
  possible: 'possible',
  attended: 'attended',
  absent: 'absent',
  authorised: 'authorised',
  unauthorised: 'unauthorised',
  late: 'late',
  percent: 'percent',
  date: 'date',
  session: 'session',
  mark: 'mark',
};

/** The tables of a page that can be taught, the one with most rows first. */
export function findCandidates(page: ParentNode, sight: Sight): Candidate[] {
  return findGrids(page, sight)
    .map((grid) => layOut(grid, sight))
    .filter((matrix) => matrix.rows.length > 0 && matrix.headings.length > 1)
    .sort((a, b) => b.rows.length - a.rows.length)
    .map((matrix) => ({ matrix, columns: teachableColumns(matrix), places: placesOf(matrix) }));
}

/** The column of a table in which an element of the page stands; null when it stands in none. */
export function columnAt({ columns, places }: Candidate, element: Element): TeachableColumn | null {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const index = places.get(at);
    if (index !== undefined) return columns.find(({ indexes }) => indexes.includes(index)) ?? null;
  }
  return null;
}

/** The place of each cell and heading; a heading over several columns has none. */
function placesOf({ headingCells, rows }: Matrix): Map<Element, number> {
  const places = new Map<Element, number>();
  const several = new Set<Element>();
  const note = (cell: Element, index: number): void => {
    if (places.has(cell) && places.get(cell) !== index) several.add(cell);
    places.set(cell, index);
  };
  for (const [index, cells] of headingCells.entries()) for (const cell of cells) note(cell, index);
  for (const row of rows) for (const [index, cell] of row.cells.entries()) if (cell) note(cell.element, index);
  for (const cell of several) places.delete(cell);
  return places;
}

function teachableColumns(matrix: Matrix): TeachableColumn[] {
  const own = readColumns(matrix);
  const columns: TeachableColumn[] = [];
  const seen = new Map<string, number>();
  for (const [index, path] of matrix.headings.entries()) {
    const key = headingKey(path);
    const same = key === DATED ? columns.find((column) => column.key === DATED) : undefined;
    if (same) {
      same.indexes.push(index);
      continue;
    }
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    const shown = key === DATED ? 'Days' : path.join(' / ') || `Column ${index + 1}`;
    const guess = key === DATED ? 'mark' : (GUESSES[own[index]?.meaning ?? 'other'] ?? null);
    columns.push({ key, nth, shown, indexes: [index], guess });
  }
  return columns;
}
