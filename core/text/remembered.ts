// Enough for the sentences of a long policy, so that an edit computes only the sentences that it touches.
const RECENT = 4000;
const memories: { clear(): void }[] = [];

/** A pure function of a text that remembers what it gave for recent texts. */
export function remembered<T extends NonNullable<unknown> | null>(compute: (text: string) => T): (text: string) => T {
  const memory = new Map<string, T>();
  memories.push(memory);
  return (text) => {
    const known = memory.get(text);
    if (known !== undefined) return known;
    const value = compute(text);
    if (memory.size >= RECENT) memory.clear();
    memory.set(text, value);
    return value;
  };
}

/** Forgets what all such functions gave: for a measure of what a text costs that was never read before. */
export function forgetAll(): void {
  for (const memory of memories) memory.clear();
}
