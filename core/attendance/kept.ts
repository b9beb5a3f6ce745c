/** What is made once for many pupils of a register, by what it is made from. */

const MOST_KEPT = 5000;

/** What was made, kept under its key; a full store begins anew, so that none grows for as long as a page stays open. */
export function keep<Key, Made>(kept: Map<Key, Made>, key: Key, made: Made): Made {
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, made);
  return made;
}

/** More sessions than twenty school years have; a larger number would make keys that take longer to look up. */
const MOST_SESSIONS = 8192;

/** Two numbers of one pupil's sessions as a key that no other two have. */
export function both(first: number, second: number): number {
  // Stryker disable next-line ArithmeticOperator: less the second, or the first as a fraction, tells them apart as well
  return first * MOST_SESSIONS + second;
}
