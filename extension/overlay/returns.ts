/** A page that takes the marks away more often than this, within this time, does not want them. */
const MOST_RETURNS = 4;
const WITHIN_MS = 10_000;
const LEFT_ALONE_MS = 60_000;

/** How often the marks come back to a page that takes them away: a few times, then not for a minute. */
export class Returns {
  #times: number[] = [];
  #leftAloneUntil = 0;

  /** The page is left alone for now. */
  get isBarred(): boolean {
    return performance.now() < this.#leftAloneUntil;
  }

  /** The page took the marks away; whether they come back. */
  mayReturn(): boolean {
    const now = performance.now();
    this.#times = [...this.#times.filter((at) => now - at < WITHIN_MS), now];
    if (this.#times.length > MOST_RETURNS) this.#leftAloneUntil = now + LEFT_ALONE_MS;
    return !this.isBarred;
  }
}
