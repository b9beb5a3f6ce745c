import { atOnce, type Parts } from './parts.ts';

/** The page answers a person's hand at once where no task is longer than 50 ms; one frame is 16. */
const MOST_MS = 10;

/** What a piece of work gave, and for how long in all it held the page up, in milliseconds. */
export interface Done<T> {
  /** Null: it was given up, because it no longer holds. */
  value: T | null;
  held: number;
}

/** Does work in turn with the page's own. `holds` is asked after each turn of the page: once it says no, all is given up. `onTurn` hears how long each of its own turns was. */
export async function inTurns<T>(
  work: Parts<T>,
  holds: () => boolean,
  onTurn: (ms: number) => void = () => undefined,
): Promise<Done<T>> {
  let held = 0;
  for (;;) {
    const began = performance.now();
    let part = work.next();
    while (!part.done && performance.now() - began < MOST_MS) part = work.next();
    const turn = performance.now() - began;
    held += turn;
    onTurn(turn);
    if (part.done) return { value: part.value, held };
    await pageHasItsTurn();
    if (!holds()) return { value: null, held };
  }
}

/** Does the whole work in one turn, in which a page cannot change. */
export function inOneTurn<T>(work: Parts<T>): Done<T> {
  const began = performance.now();
  const value = atOnce(work);
  return { value, held: performance.now() - began };
}

function pageHasItsTurn(): Promise<void> {
  if ('scheduler' in globalThis && 'yield' in scheduler) return scheduler.yield();
  // Older browsers: a message comes after what is waiting already, and sooner than any timer.
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}
