/** One replacement that makes one text of another: offsets and lengths in units of the text before. */
export interface Splice {
  readonly at: number;
  readonly removed: number;
  readonly text: string;
}

/** The smallest splice that takes a text to another; where letters repeat, the last of those that do. */
export function spliceBetween(before: string, after: string): Splice {
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at < most && before.charCodeAt(at) === after.charCodeAt(at)) at++;
  let same = 0;
  while (same < most - at && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same))
    same++;
  return { at, removed: before.length - same - at, text: after.slice(at, after.length - same) };
}

/** The text with the splice made. */
export function spliced(text: string, { at, removed, text: words }: Splice): string {
  return text.slice(0, at) + words + text.slice(at + removed);
}
