/**
 * Every so-manieth of many alike, and a line that says so: `npm test` must not take an hour. ROLLMARK_EVERYTHING=1 tries all:
 * before a release, and after a change of what they guard.
 */
export function someOf<T>(all: readonly T[], every: number, what: string): readonly T[] {
  if (process.env['ROLLMARK_EVERYTHING'] === '1') return all;
  const some = all.filter((_, index) => index % every === 0);
  console.log(`${some.length} of ${all.length} ${what} are tried; ROLLMARK_EVERYTHING=1 tries all.`);
  return some;
}
