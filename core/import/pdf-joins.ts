/** Whether a word stands in the document unbroken. */
export type IsWord = (word: string) => boolean;

/** A word that was broken at a line's end is whole again; "part-time" keeps its hyphen. */
export function joinLine(before: string, next: string, isWord: IsWord): string {
  if (!/\p{L}-$/u.test(before) || !/^\p{Ll}/u.test(next)) return `${before} ${next}`;
  const head = /(?<!\p{L})\p{L}+(?=-$)/u.exec(before)?.[0] ?? '';
  const tail = /^\p{L}+/u.exec(next)?.[0] ?? '';
  return isWord(head + tail) ? before.slice(0, -1) + next : before + next;
}
