import { matchesOf } from '../text/matches.ts';

/** A code that a sentence says is entered, with what is entered for what told by the words around it. */
export interface Mark {
  readonly code: string;
  /** Where the code stands in the text. */
  readonly start: number;
}

// "Will be marked with an X", "we enter an X", "given code X", "the code used is X", "S is used for", "code S covers".
const MARKED =
  /\b(?:marked|marks?|coded|codes?|recorded|entered|enters?|enter|given|gives?|used?|uses|using|receives?|gets?|put|down|logged|shown)\b(?: (?:as|is|with|by|using|an?|the|in|down|them|it|code|letter|mark)){0,4} ['"“‘]?([A-Z]\d?)['"”’]?(?![\w'’])/g;
const STANDS_FOR =
  /(?<![\w'’])['"“‘]?([A-Z]\d?)['"”’]? (?:is (?:used|for|entered|given|the code)|stands for|covers|means|(?:must|will|should|can|may) be (?:used|entered|given))\b/g;

/** The codes that a sentence enters for something, in the order of the text. "A" and "I" alone are words, and need "code". */
export function marksIn(text: string): readonly Mark[] {
  const found = new Map<number, string>();
  for (const pattern of [MARKED, STANDS_FOR])
    for (const match of matchesOf(text, pattern)) {
      const code = match[1] ?? '';
      const start = match.index + match[0].lastIndexOf(code);
      if (code === 'A' || (code === 'I' && !/\b(?:code|letter|mark(?:ed)?) (?:as |with )?['"“‘]?I/.test(match[0])))
        continue;
      found.set(start, code);
    }
  return [...found].sort(([a], [b]) => a - b).map(([start, code]) => ({ code, start }));
}
