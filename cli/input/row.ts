/** One row of a table as text, with the line (or row of the sheet) that it begins on, from 1. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}
