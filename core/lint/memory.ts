import type { PolicyReading } from '../policy/parse.ts';
import type { RuleContext } from './context.ts';
import type { Place } from './place.ts';
import { Difference, type Reads } from './reads.ts';

/** Says where a place of the text as it was stands now; the very object where it has not moved, null where it was changed. */
export type Mover = (place: Place) => Place | null;

interface Remembered {
  readonly reads: Reads<RuleContext>;
  readonly value: unknown;
}

/** What was worked out from one version of a document, and from the one before as far as nothing of it has changed. */
export class LintMemory {
  readonly #context: RuleContext;
  readonly #before: ReadonlyMap<object, Remembered>;
  readonly #difference: Difference | null;
  readonly #now = new Map<object, Remembered>();

  constructor(
    context: RuleContext,
    before?: { readonly memory: LintMemory; readonly earlier: PolicyReading; readonly later: PolicyReading },
  ) {
    this.#context = context;
    this.#before = before ? before.memory.#now : new Map();
    this.#difference = before ? new Difference(before.earlier, before.later) : null;
  }

  /** The value that `work` gave for the version before, moved, where nothing that it looked at has changed; else a new one. */
  recall<T>(key: object, work: () => T, move: (value: T, moved: Mover) => T | null): T {
    const kept = this.#kept(key, move);
    if (kept) {
      this.#now.set(key, kept);
      return kept.value;
    }
    const fresh = this.#context.watch(work);
    this.#now.set(key, fresh);
    return fresh.value;
  }

  #kept<T>(key: object, move: (value: T, moved: Mover) => T | null): { reads: Reads<RuleContext>; value: T } | null {
    const known = this.#before.get(key);
    const difference = this.#difference;
    if (!known || !difference?.isUnseenBy(known.reads, this.#context)) return null;
    // What is kept under a key is what its own work gave.
    const value = move(known.value as T, (place) => difference.moved(place));
    return value === null ? null : { reads: difference.movedReads(known.reads), value };
  }
}
