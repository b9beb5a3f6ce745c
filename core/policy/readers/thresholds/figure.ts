import type { Metric, Operator, Unit } from '../../schema.ts';

/**
 * What a number is there for. Only a `trigger` sets something off; a `point` ("95%" at the head of a line or in a table)
 * does so when an action stands beside it.
 */
export type Sense =
  | 'trigger'
  | 'point'
  | 'target'
  | 'exit'
  | 'result'
  | 'share'
  | 'nearing'
  | 'equivalence'
  | 'example'
  | 'leave'
  | 'bare';

/** A figure of attendance as a sentence prints it, before anyone decides whether it is a threshold. */
export interface Figure {
  /** Offsets in the text that was read, end exclusive, the words of comparison included. */
  readonly start: number;
  readonly end: number;
  readonly metric: Metric;
  readonly op: Operator;
  readonly value: number;
  readonly unit: Unit;
  /** In words, "10 school weeks"; null when the text gives none. */
  readonly window: string | null;
  /** Both ends of a band of attendance, low end first; then `op` and `value` are of its high end. */
  readonly band?: readonly [number, number];
  /** Of a band: its high end is none of it, "at least 95% but less than 97%". */
  readonly below?: true;
  readonly sense: Sense;
}
