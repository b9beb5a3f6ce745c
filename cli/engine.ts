import { setFlagsFromString } from 'node:v8';

/**
 * Sets the engine for a short run, before anything large is loaded: a run asks a few documents for some two thousand
 * patterns and ends before the engine has learnt what is hot.
 */
export function setEngine(): void {
  // Patterns and functions as plain machine code from the start take a third off `rollmark lint`.
  setFlagsFromString('--no-regexp-tier-up');
  setFlagsFromString('--always-sparkplug');
  // The optimising compiler of Node 20 takes a quarter of what is left; it is to wait until a function has been hot
  // seven times as long as by default. Later ones have a cheaper compiler in between, and no such flag.
  if (process.version.startsWith('v20.')) setFlagsFromString('--interrupt-budget=500000');
}
