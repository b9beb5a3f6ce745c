import { remembered } from '../../text/remembered.ts';

/**
 * Words and phrases that a text is searched for. A pattern of a hundred alternatives is as much machine code as a page of
 * prose is text; here each word of a text is looked up once, and only the few that open a phrase are read further.
 */
export interface Lexicon {
  /** Where the first of the words or phrases stands; null when there is none. */
  find(text: string): { readonly start: number; readonly end: number } | null;
  /** Whether one of them stands anywhere. */
  isIn(text: string): boolean;
  /** The end of the one that begins with a word of the text; -1 when none does. */
  endAt(words: Words, index: number): number;
}

/** What a lexicon says of a word: it is one, it opens phrases with these behind it, or neither. */
type Verdict = readonly RegExp[] | 'word' | 'none';

/** A word, once for all its places, with what each lexicon says of it. */
export interface Word {
  /** In lower case. */
  readonly text: string;
  readonly verdicts: (Verdict | undefined)[];
}

/** The words of a text and where each begins. */
export interface Words {
  readonly text: string;
  readonly words: readonly Word[];
  readonly starts: readonly number[];
}

// Policies use some thousands of words.
const MOST_WORDS = 8000;
const vocabulary = new Map<string, Word>();

function wordOf(printed: string): Word {
  let word = vocabulary.get(printed);
  if (!word) {
    if (vocabulary.size >= MOST_WORDS) vocabulary.clear();
    vocabulary.set(printed, (word = { text: printed.toLowerCase(), verdicts: [] }));
  }
  return word;
}

/** The words of a text: runs of letters and digits. */
export const wordsIn: (text: string) => Words = remembered((text) => {
  const words: Word[] = [];
  const starts: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!isWordCode(text.charCodeAt(at))) continue;
    const start = at;
    while (at < text.length && isWordCode(text.charCodeAt(at))) at++;
    words.push(wordOf(text.slice(start, at)));
    starts.push(start);
  }
  return { text, words, starts };
});

function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
}

let lexicons = 0;

/**
 * A lexicon of words, separated by spaces ("prosecut*" is whatever begins so), and of phrases: under the words that open
 * them, sticky patterns of what stands behind.
 */
export function lexicon(words: string, phrases: Readonly<Record<string, readonly RegExp[]>> = {}): Lexicon {
  const place = lexicons++;
  const listed = words.split(/\s+/).filter((word) => word !== '');
  const whole = new Set(listed.filter((word) => !word.endsWith('*')));
  const stems = listed.flatMap((word) => (word.endsWith('*') ? [word.slice(0, -1)] : []));
  const opened = new Map<string, RegExp[]>();
  for (const [openers, behind] of Object.entries(phrases))
    for (const word of openers.split(' ')) opened.set(word, [...(opened.get(word) ?? []), ...behind]);
  const verdictOn = (word: string): Verdict =>
    whole.has(word) || stems.some((stem) => word.startsWith(stem)) ? 'word' : (opened.get(word) ?? 'none');
  const endAt = ({ text, words, starts }: Words, index: number): number => {
    const word = words[index];
    if (!word) return -1;
    const verdict = (word.verdicts[place] ??= verdictOn(word.text));
    if (verdict === 'none') return -1;
    const end = (starts[index] ?? 0) + word.text.length;
    if (verdict === 'word') return end;
    for (const behind of verdict) {
      behind.lastIndex = end;
      if (behind.test(text)) return behind.lastIndex;
    }
    return -1;
  };
  const find = (text: string): { start: number; end: number } | null => {
    const read = wordsIn(text);
    for (let index = 0; index < read.words.length; index++) {
      const end = endAt(read, index);
      if (end >= 0) return { start: read.starts[index] ?? 0, end };
    }
    return null;
  };
  return { find, isIn: (text) => find(text) !== null, endAt };
}
