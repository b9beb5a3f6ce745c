import type { Line } from './lines.ts';

/** A cell as it is read: one of a table, or a stretch of a line that stands like others. */
export interface Cell {
  readonly text: string;
  /** Where it stands: offsets in the line are from its start. */
  readonly line: Line;
  readonly start: number;
  readonly column: number;
}
