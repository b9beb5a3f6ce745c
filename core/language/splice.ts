/** One replacement that makes one text of another: offsets and lengths in units of the text before. */
export interface Splice {
  readonly at: number;
  readonly removed: number;
  readonly text: string;
}

/** The smallest splice that takes a text to another; where letters repeat, the last of those that do. */
export function spliceBetween(before: string, after: string): Splice {
  const most = Math.min(before.length, after.length);
  const at = sameUnits(most, (from, to) => before.slice(from, to) === after.slice(from, to));
  const end = sameUnits(
    most - at,
    (from, to) =>
      before.slice(before.length - to, before.length - from) === after.slice(after.length - to, after.length - from),
  );
  return { at, removed: before.length - end - at, text: after.slice(at, after.length - end) };
}

// A browser compares two stretches many times as fast as a loop does their letters.
const STRETCHES = [2048, 64, 1];

/** How many units, up to so many, are the same: told of longer and then of shorter stretches. */
function sameUnits(most: number, isSame: (from: number, to: number) => boolean): number {
  let same = 0;
  for (const length of STRETCHES) while (same + length <= most && isSame(same, same + length)) same += length;
  return same;
}

/** The text with the splice made. */
export function spliced(text: string, { at, removed, text: words }: Splice): string {
  return text.slice(0, at) + words + text.slice(at + removed);
}
