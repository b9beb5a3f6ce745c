import type { Random } from '../random.ts';

/** One input, and what is done with it. What throws, other than a refusal in words, is a fault. */
export interface Attempt {
  readonly input: string;
  run(): unknown;
}

export interface Target {
  readonly name: string;
  /** How many of every thousand inputs are its own. */
  readonly share: number;
  attempt(random: Random): Attempt;
}

/** What was read, or null where it was refused by the given kind of error, in words. */
export function unlessRefused<T>(refusal: new (...given: never[]) => Error, run: () => T): T | null {
  try {
    return run();
  } catch (error) {
    if (error instanceof refusal && error.message.length > 10) return null;
    throw error;
  }
}

/** The same for what is read in time. */
export async function unlessRefusedLater<T>(
  refusal: new (...given: never[]) => Error,
  run: () => Promise<T>,
): Promise<T | null> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof refusal && error.message.length > 10) return null;
    throw error;
  }
}
