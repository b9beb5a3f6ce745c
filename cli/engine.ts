import { setFlagsFromString } from 'node:v8';

/** By major version of Node.js, where it helps: how much longer than by default a function is to be hot until it is optimised. */
const OPTIMISE_LATER: ReadonlyMap<string, string> = new Map([
  ['20', '--interrupt-budget=500000'],
  ['22', '--invocation-count-for-turbofan=20000'],
]);

/**
 * Sets the engine for a short run, before anything large is loaded: a run asks a few documents for some two thousand
 * patterns and ends before the engine has learnt what is hot.
 */
export function setEngine(): void {
  // Patterns and functions as plain machine code from the start take a third off `rollmark lint`. Not by
  // `--no-regexp-tier-up`: the engine then takes what it had made of earlier patterns for machine code, and crashes.
  setFlagsFromString('--regexp-tier-up-ticks=0');
  setFlagsFromString('--always-sparkplug');
  // The optimising compiler would take a quarter of what is left; seven times as much patience costs a long run nothing.
  const later = OPTIMISE_LATER.get(process.versions.node.split('.')[0] ?? '');
  if (later) setFlagsFromString(later);
}

/**
 * Keeps the heaps of a run on several threads, or over a large register, small: each lets no more garbage lie than half of what it holds, where
 * by itself it waits for several times as much. Costs some time for collecting.
 */
export function keepHeapsSmall(): void {
  setFlagsFromString('--heap-growing-percent=50');
}
