/** What things of one sort may be kept with: notes of their own, one place for each sort. */
export interface Noted {
  readonly notes: unknown[];
}

let places = 0;

/** One thing that is worked out of a stretch, kept with it: as a WeakMap by stretch, at a fraction of its cost. */
export class Notes<T> {
  readonly #place = places++;

  /** What was kept; undefined where nothing was. */
  get({ notes }: Noted): T | undefined {
    // Only this object writes to its place.
    return notes[this.#place] as T | undefined;
  }

  set({ notes }: Noted, value: T): void {
    notes[this.#place] = value;
  }
}
