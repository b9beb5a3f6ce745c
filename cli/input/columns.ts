import type { Io } from '../io.ts';
import { InputProblem } from '../problem.ts';
import { shownName } from './files.ts';
import { type Row, readTables } from './rows.ts';

/** A column of a table that a person made: what its header may be called, first as the documentation calls it. */
export interface Column {
  readonly names: readonly [string, ...string[]];
  readonly isRequired: boolean;
}

/** A row's cells by column; a column that the table lacks is blank. */
export type CellsOf<K extends string> = Readonly<Record<K, string>>;

/** Reads the first table with the columns, in any order and under any of their names. @throws InputProblem */
export async function readColumns<K extends string>(
  file: string,
  columns: Readonly<Record<K, Column>>,
  io: Io,
): Promise<{ line: number; cells: CellsOf<K> }[]> {
  const keys = keysOf(columns);
  let missing = '';
  for await (const { rows } of readTables(file, io)) {
    const read: { line: number; cells: CellsOf<K> }[] = [];
    let places: Map<K, number> | null = null;
    for await (const batch of rows) {
      for (const row of batch) {
        if (isBlank(row)) continue;
        if (!places) {
          places = placesOf(columns, keys, row.cells);
          const absent = keys.filter((key) => columns[key].isRequired && !places?.has(key));
          if (absent.length === 0) continue;
          missing = absent.map((key) => columns[key].names[0]).join(', ');
          places = null;
          break;
        }
        read.push({ line: row.line, cells: cellsOf(row, keys, places) });
      }
      if (!places && missing !== '') break;
    }
    if (places) return read;
  }
  const expected = keys.map((key) => columns[key].names[0]).join(', ');
  throw new InputProblem(
    `${shownName(file)}: its header ${missing === '' ? 'is missing' : `lacks ${missing}`}; the first row must name the columns ${expected}.`,
  );
}

function keysOf<K extends string>(columns: Readonly<Record<K, Column>>): K[] {
  // Object.keys forgets the type of the keys; these are the record's own.
  return Object.keys(columns) as K[];
}

function placesOf<K extends string>(
  columns: Readonly<Record<K, Column>>,
  keys: readonly K[],
  header: readonly string[],
): Map<K, number> {
  const words = header.map(level);
  const places = new Map<K, number>();
  for (const key of keys) {
    const names = new Set(columns[key].names.map(level));
    const place = words.findIndex((word) => names.has(word));
    if (place >= 0) places.set(key, place);
  }
  return places;
}

function cellsOf<K extends string>(row: Row, keys: readonly K[], places: ReadonlyMap<K, number>): CellsOf<K> {
  // fromEntries forgets the type of the keys; every key of the record is among them.
  return Object.fromEntries(keys.map((key) => [key, (row.cells[places.get(key) ?? -1] ?? '').trim()])) as CellsOf<K>;
}

function isBlank(row: Row): boolean {
  return row.cells.every((cell) => cell.trim() === '');
}

function level(header: string): string {
  return header.toLowerCase().replace(/[^a-z0-9]/g, '');
}
