import type { PolicySnapshot } from '#core/language/snapshot.ts';
import type { Finding } from '#core/lint/finding.ts';
import type { LintSettings } from '#core/lint/lint.ts';

/** One request to check a text. */
export interface CheckRequest {
  text: string;
  file: string;
  asOf: string;
  settings: LintSettings;
}

/** The problems of a text. */
export interface Checked {
  readonly findings: readonly Finding[];
  /** Whether each is one that the text before had too, at the same words: then nothing needs to be drawn anew. */
  readonly stand: boolean;
}

export interface CheckEvents {
  /** The problems of a text, as soon as they are known. */
  onFindings(text: string, checked: Checked): void;
  /** Everything that was read of a text, once no newer one has come for a while. */
  onSnapshot(snapshot: PolicySnapshot): void;
  onFailure(why: string): void;
  /** True from the first request until nothing is left to do. */
  onBusy(busy: boolean): void;
}

/** Something that can check a text and be thrown away: a worker, or a stand-in for it. */
export interface Checker {
  check(request: CheckRequest): Promise<Checked>;
  /** What was read of the text that was checked last. */
  snapshot(): Promise<PolicySnapshot>;
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
  #waiting: { request: CheckRequest; quietMs: number } | null = null;
  #running = false;
  #endPause: () => void = () => undefined;

  constructor(create: () => Checker, events: CheckEvents, patienceMs = PATIENCE_MS) {
    this.#create = create;
    this.#events = events;
    this.#patienceMs = patienceMs;
  }

  /**
   * Asks for a check; an earlier request that has not begun is dropped. The problems come at once, the rest after so
   * many milliseconds without another request.
   */
  request(request: CheckRequest, quietMs = 0): void {
    this.#waiting = { request, quietMs };
    this.#endPause();
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
      const { request, quietMs } = this.#waiting;
      this.#waiting = null;
      try {
        this.#checker ??= this.#create();
        const checker = this.#checker;
        this.#events.onFindings(request.text, await withPatience(checker.check(request), this.#patienceMs));
        if (await this.#isOvertaken(quietMs)) continue;
        this.#events.onSnapshot(await withPatience(checker.snapshot(), this.#patienceMs));
      } catch (error) {
        this.#checker?.dispose();
        this.#checker = null;
        this.#events.onFailure(error instanceof Error ? error.message : String(error));
      }
    }
    this.#running = false;
    this.#events.onBusy(false);
  }

  /** Waits for a newer request, but not for longer than that; true when one has come. */
  async #isOvertaken(quietMs: number): Promise<boolean> {
    if (!this.#waiting && quietMs > 0) {
      await new Promise<void>((done) => {
        const timer = setTimeout(done, quietMs);
        this.#endPause = () => {
          clearTimeout(timer);
          done();
        };
      });
    }
    return this.#waiting !== null;
  }
}

function withPatience<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error('The check took too long and was stopped.')), milliseconds);
    promise.then(done, fail).finally(() => clearTimeout(timer));
  });
}
