/** One row of a table as text, with the line (or row of the sheet) that it begins on, from 1. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table in a file: a CSV file holds one, a workbook one on each sheet. */
export interface Table {
  /** The sheet's name; null for a CSV file. */
  readonly sheet: string | null;
  /** In batches, since a million single awaits take seconds. */
  readonly rows: AsyncIterable<readonly Row[]>;
}
