import { sha256 } from '../text/sha256.ts';

/**
 * The SHA-256 of everything in a bundle but its `digest`, whatever the order of its keys and its blanks: a step changed by
 * hand, or lost on the way, is noticed as surely as a changed sentence.
 */
export function digestOf(bundle: object): string {
  return sha256(JSON.stringify({ ...bundle, digest: undefined }, inOrder));
}

/** For JSON.stringify: the keys of every object in the order of the alphabet. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
