const NONE: readonly RegExpExecArray[] = [];

/**
 * Every match of a global pattern in a text, in order: what `matchAll` gives, which makes a copy of the pattern for
 * each text. Most texts hold no match, and a policy is asked for thousands of patterns.
 */
export function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  if (!pattern.global) throw new Error(`Unexpected pattern ${pattern} without the flag g, expected a global one`);
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (!match) return NONE;
  const matches: RegExpExecArray[] = [];
  for (; match; match = pattern.exec(text)) {
    matches.push(match);
    // An empty match would be found again and again; between the halves of one character nothing matches.
    if (match[0] === '') pattern.lastIndex = behind(text, match.index, pattern.unicode);
  }
  return matches;
}

function behind(text: string, at: number, byCharacter: boolean): number {
  return at + (byCharacter && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
}
