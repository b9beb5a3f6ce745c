import type { Span } from '../text/span.ts';

/** One side of a change: the words of the document that say it. */
export interface Side {
  value: string;
  line: number;
  span: Span;
  /** The whole sentence that the value stands in. */
  sentence: string;
}

/** For pupils and parents: asks more or acts sooner, asks less or acts later, or neither. */
export type Direction = 'stricter' | 'looser' | 'neutral';

/** One change of meaning between two versions of a policy. `before` is null for what is new, `after` for what is gone. */
export interface MeaningChange {
  /** What kind of thing changed: a kind of fact, 'step' or 'wording'. */
  kind: string;
  /** The thing in words, "Morning register closes". */
  what: string;
  direction: Direction;
  /** Whether law or statutory guidance speaks of it. */
  duty: 'must' | 'should' | null;
  before: Side | null;
  after: Side | null;
  /** The change in one sentence. */
  text: string;
}
