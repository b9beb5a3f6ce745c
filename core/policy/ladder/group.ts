import type { Head } from './heads.ts';
import type { Line } from './lines.ts';

/** A rung by its head, with the lines that stand under it. */
export interface Headed {
  readonly head: Head;
  readonly line: Line;
  readonly body: Line[];
}

/** Neighbouring heads of one family. */
export interface Group {
  readonly family: string;
  readonly rungs: Headed[];
}
