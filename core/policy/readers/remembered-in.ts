import { Notes } from '../../text/notes.ts';
import type { PlacedBlock } from '../document.ts';
import { areSame } from '../same-words.ts';
import type { BlockContext } from './reader.ts';

/** What is read from a block in its context. */
type Read<T> = (placed: PlacedBlock, context: BlockContext) => T;

interface Known<T> {
  readonly value: T;
  readonly seen: SeenContext;
}

/**
 * The same reading, remembered with its block for as long as nothing has changed that it looked at: most blocks are read
 * without a look at the blocks beside them, and need not be read again when one of those is edited.
 */
export function rememberedIn<T>(read: Read<T>): Read<T> {
  const memory = new Notes<Known<T>>();
  return (placed, context) => {
    const known = memory.get(placed.block);
    if (known?.seen.isAsIn(context)) return known.value;
    const seen = new SeenContext(context);
    const value = read(placed, seen);
    memory.set(placed.block, { value, seen });
    return value;
  };
}

/** A context that notes what is looked at. */
class SeenContext implements BlockContext {
  readonly #context: BlockContext;
  #headings = false;
  #before = false;
  #after = false;

  constructor(context: BlockContext) {
    this.#context = context;
  }

  get headings(): readonly string[] {
    this.#headings = true;
    return this.#context.headings;
  }

  get before(): string {
    this.#before = true;
    return this.#context.before;
  }

  get after(): string {
    this.#after = true;
    return this.#context.after;
  }

  /** Whether all that was looked at is in another context what it is here. */
  isAsIn(other: BlockContext): boolean {
    // Only what was looked at is asked for: either context may itself be noting what is.
    const context = this.#context;
    return (
      (!this.#headings || areSame(context.headings, other.headings)) &&
      (!this.#before || context.before === other.before) &&
      (!this.#after || context.after === other.after)
    );
  }
}
