/** What a sticky pattern finds exactly at a place of a text, null when it does not hold there. */
export function matchAt(text: string, at: number, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
