/** Fewer pupils than this could be known by their number. */
export const FEWEST_SHOWN = 5;

/**
 * The sizes of the groups of one whole, null where a size must not be told. A small group is hidden with at least one
 * larger one, so that nobody who knows the whole (a school's roll is public) can work a small group out by taking the
 * others away. Where no group would be left, all are hidden.
 */
export function hideSmallGroups(sizes: readonly number[]): (number | null)[] {
  const isSmall = (size: number): boolean => size > 0 && size < FEWEST_SHOWN;
  if (!sizes.some(isSmall)) return [...sizes];
  const cover = sizes.filter((size) => size >= FEWEST_SHOWN).toSorted((a, b) => a - b)[0];
  // Equal groups are hidden together: which of them covers the small one is nobody's choice.
  return sizes.map((size) => (isSmall(size) || size === cover ? null : size));
}
