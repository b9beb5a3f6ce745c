/** Remembers which stretches of a text are spoken for, so that of overlapping finds the first one keeps its place. */
export class Claims {
  readonly #taken: Uint8Array;

  constructor(length: number) {
    this.#taken = new Uint8Array(length);
  }

  /** Claims a stretch, end exclusive; false, claiming nothing, when any of it is taken. */
  take(start: number, end: number): boolean {
    if (!this.isFree(start, end)) return false;
    this.#taken.fill(1, start, end);
    return true;
  }

  isFree(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.#taken[at] === 1) return false;
    return true;
  }
}
