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
  #working = false;
  #busy = false;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(create: () => Checker, events: CheckEvents, patienceMs = PATIENCE_MS) {
    this.#create = create;
    this.#events = events;
    this.#patienceMs = patienceMs;
  }

  /**
   * Asks for a check; an earlier request that has not begun is dropped. The problems come at once, the rest after so
   * many milliseconds without another request. When nothing is under way the checker is asked before this returns: it
   * works while the page still draws the letter.
   */
  request(request: CheckRequest, quietMs = 0): void {
    this.#waiting = { request, quietMs };
    clearTimeout(this.#pause);
    if (!this.#working) void this.#work();
  }

  dispose(): void {
    this.#waiting = null;
    clearTimeout(this.#pause);
    this.#checker?.dispose();
    this.#checker = null;
  }

  /** Checks until no request waits. Between the problems and the rest it may pause, and is then still busy. */
  async #work(): Promise<void> {
    this.#working = true;
    this.#setBusy(true);
    while (this.#waiting) {
      const { request, quietMs } = this.#waiting;
      this.#waiting = null;
      await this.#ask(
        (checker) => checker.check(request),
        (checked) => this.#events.onFindings(request.text, checked),
      );
      // Whoever lost its checker has nothing more to say of this text.
      if (this.#waiting || !this.#checker) continue;
      if (quietMs > 0) {
        this.#pause = setTimeout(() => void this.#finish(), quietMs);
        this.#working = false;
        return;
      }
      await this.#tellAll();
    }
    this.#working = false;
    this.#setBusy(false);
  }

  /** The end of a pause in which no newer request came. */
  async #finish(): Promise<void> {
    this.#working = true;
    await this.#tellAll();
    await this.#work();
  }

  #tellAll(): Promise<void> {
    return this.#ask(
      (checker) => checker.snapshot(),
      (snapshot) => this.#events.onSnapshot(snapshot),
    );
  }

  /** Asks the checker and tells its answer; one that fails or hangs is thrown away, and the failure told. */
  async #ask<T>(ask: (checker: Checker) => Promise<T>, tell: (answer: T) => void): Promise<void> {
    try {
      this.#checker ??= this.#create();
      tell(await withPatience(ask(this.#checker), this.#patienceMs));
    } catch (error) {
      this.#checker?.dispose();
      this.#checker = null;
      this.#events.onFailure(error instanceof Error ? error.message : String(error));
    }
  }

  #setBusy(busy: boolean): void {
    if (this.#busy === busy) return;
    this.#busy = busy;
    this.#events.onBusy(busy);
  }
}

function withPatience<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error('The check took too long and was stopped.')), milliseconds);
    promise.then(done, fail).finally(() => clearTimeout(timer));
  });
}
