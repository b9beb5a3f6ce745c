import type { PolicySnapshot } from '#core/language/snapshot.ts';
import type { LintSettings } from '#core/lint/lint.ts';

/** One request to check a text. */
export interface CheckRequest {
  text: string;
  file: string;
  asOf: string;
  settings: LintSettings;
}

export interface CheckEvents {
  onSnapshot(snapshot: PolicySnapshot): void;
  onFailure(why: string): void;
  /** True from the first request until nothing is left to do. */
  onBusy(busy: boolean): void;
}

/** Something that can check a text and be thrown away: a worker, or a stand-in for it. */
export interface Checker {
  check(request: CheckRequest): Promise<PolicySnapshot>;
  dispose(): void;
}

/** How long a check may take before its worker is thought lost and a new one is started. */
const PATIENCE_MS = 20_000;

/**
 * Checks the latest text only: while one check runs, newer requests replace each other, so a fast typist never
 * makes a queue. A worker that dies or hangs is replaced, and the failure told.
 */
export class LintClient {
  readonly #create: () => Checker;
  readonly #events: CheckEvents;
  readonly #patienceMs: number;
  #checker: Checker | null = null;
  #waiting: CheckRequest | null = null;
  #running = false;

  constructor(create: () => Checker, events: CheckEvents, patienceMs = PATIENCE_MS) {
    this.#create = create;
    this.#events = events;
    this.#patienceMs = patienceMs;
  }

  /** Asks for a check; an earlier request that has not begun is dropped. */
  request(request: CheckRequest): void {
    this.#waiting = request;
    if (!this.#running) void this.#run();
  }

  dispose(): void {
    this.#waiting = null;
    this.#checker?.dispose();
    this.#checker = null;
  }

  async #run(): Promise<void> {
    this.#running = true;
    this.#events.onBusy(true);
    while (this.#waiting) {
      const request: CheckRequest = this.#waiting;
      this.#waiting = null;
      try {
        this.#checker ??= this.#create();
        const snapshot = await withPatience(this.#checker.check(request), this.#patienceMs);
        // A newer text is waiting: what was found still shows, and is replaced soon.
        this.#events.onSnapshot(snapshot);
      } catch (error) {
        this.#checker?.dispose();
        this.#checker = null;
        this.#events.onFailure(error instanceof Error ? error.message : String(error));
      }
    }
    this.#running = false;
    this.#events.onBusy(false);
  }
}

function withPatience<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error('The check took too long and was stopped.')), milliseconds);
    promise.then(done, fail).finally(() => clearTimeout(timer));
  });
}
