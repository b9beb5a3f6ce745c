/**
 * Every so-manieth of many alike, and a line that says so: `npm test` has ten minutes. ROLLMARK_EVERYTHING=1 tries all.
 * What is left out here is tried without a browser in the quick tests.
 */
export function someOf<T>(all: readonly T[], every: number, what: string): readonly T[] {
  if (process.env['ROLLMARK_EVERYTHING'] === '1') return all;
  const some = all.filter((_, index) => index % every === 0);
  console.log(`${some.length} of ${all.length} ${what} are tried; ROLLMARK_EVERYTHING=1 tries all.`);
  return some;
}
