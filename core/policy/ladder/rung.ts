import type { Confidence, DurationUnit, Trigger } from '../schema.ts';
import type { Line } from './lines.ts';

/** A step before it knows its ladder: the trigger without the number of an earlier step. */
export interface Rung {
  readonly title: string;
  /** The number that the document prints, if it does. */
  readonly printed: number | null;
  /** Set when the rung is part of the one before it: "9a", "9b". */
  readonly sub?: boolean;
  readonly trigger: Trigger;
  /** The step follows an earlier one of its ladder; the words of the wait, if the text gives them. */
  readonly after?: {
    readonly wait: string | null;
    /** The words of the wait where it is an alternative to the trigger, not a part of it. */
    readonly instead?: string;
  };
  readonly kind?: 'reward' | 'universal';
  /** Nothing is done at this level: it is a rung only at the mild end of a ladder; see idle-levels.ts. */
  readonly idle?: true;
  /** Later sentences may add to them while the line is read. */
  readonly actions: string[];
  readonly actor?: string;
  readonly monitoring?: { value: number; unit: DurationUnit };
  readonly target?: number;
  readonly confidence: Confidence;
  /** Where its trigger is printed: offsets in the text of the line. */
  readonly place: { readonly line: Line; readonly start: number; readonly end: number };
}

/** Rungs that belong together, in printed order. */
export interface Ladder {
  readonly family: string;
  /** Words of the headings above it and of its own heads: what the ladder is about. */
  readonly about: string;
  readonly rungs: readonly Rung[];
}
