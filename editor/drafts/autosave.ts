import type { SaveState } from '../state.ts';

/** How long to wait after a keystroke, and how long at most while someone goes on typing. */
const QUIET_MS = 250;
const AT_MOST_MS = 800;
/** How long after a failure it is tried again by itself. */
const AGAIN_MS = 5000;

/** Saves a text soon after it changes: within a second of every keystroke, one write at a time, the newest last. */
export class Autosave {
  readonly #save: (text: string) => Promise<void>;
  readonly #onState: (state: SaveState) => void;
  #pending: string | null = null;
  #since = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> | null = null;

  constructor(save: (text: string) => Promise<void>, onState: (state: SaveState) => void) {
    this.#save = save;
    this.#onState = onState;
  }

  /** The text that is not saved yet; null when all is. */
  get unsaved(): string | null {
    return this.#pending;
  }

  change(text: string): void {
    if (this.#pending === null) {
      this.#since = Date.now();
      this.#onState({ is: 'waiting' });
    }
    this.#pending = text;
    clearTimeout(this.#timer);
    const left = Math.max(0, AT_MOST_MS - (Date.now() - this.#since));
    this.#timer = setTimeout(() => void this.flush(), Math.min(QUIET_MS, left));
  }

  /** Saves what is pending and waits until it is written, or has failed and been told. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#writing) await this.#writing;
    const text = this.#pending;
    if (text === null) return;
    this.#writing = this.#write(text).finally(() => {
      this.#writing = null;
    });
    await this.#writing;
  }

  async #write(text: string): Promise<void> {
    try {
      await this.#save(text);
      if (this.#pending === text) {
        this.#pending = null;
        this.#onState({ is: 'saved', at: Date.now() });
      }
    } catch (error) {
      // The text stays pending: the next keystroke or flush tries again, and so does this.
      this.#onState({ is: 'failed', why: whyNotSaved(error) });
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.flush(), AGAIN_MS);
    }
  }
}

/** Why the browser would not keep a draft, and what to do about it. */
export function whyNotSaved(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError')
    return 'This browser has no room left for drafts. Download the policy now, then delete old drafts.';
  return 'This browser could not keep the draft. Download the policy now, so that nothing is lost.';
}
