import type { Alternative } from './needs.ts';

/** What is worked out of a phrase's pattern before anything is searched. */
export interface Prepared {
  /** The source of the pattern that is searched for. */
  readonly source: string;
  readonly alternatives: readonly Alternative[];
}

/** By their keys the phrases that a build has prepared. Here there are none: each is prepared when it is named. */
export const PREPARED: ReadonlyMap<string, Prepared> = new Map();
