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

/** The words of a text in lower case and where each begins. */
export interface Words {
  readonly text: string;
  readonly words: readonly string[];
  readonly starts: readonly number[];
}

/** The words of a text: runs of letters and digits. */
export const wordsIn: (text: string) => Words = remembered(cut);

function cut(text: string): Words {
  const words: string[] = [];
  const starts: number[] = [];
  const lower = text.toLowerCase();
  // Where a letter grows as it becomes small, places would drift.
  const source = lower.length === text.length ? lower : text;
  for (let at = 0; at < source.length; at++) {
    if (!isWordCode(source.charCodeAt(at))) continue;
    const start = at;
    while (at < source.length && isWordCode(source.charCodeAt(at))) at++;
    words.push(source.slice(start, at));
    starts.push(start);
  }
  return { text, words, starts };
}

function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95;
}

// Policies use few different words; what a lexicon says of each is kept.
const MOST_WORDS = 4000;
type Verdict = readonly RegExp[] | 'word' | null;

/**
 * A lexicon of words, separated by spaces ("prosecut*" is whatever begins so), and of phrases: under the words that open
 * them, sticky patterns of what stands behind.
 */
export function lexicon(words: string, phrases: Readonly<Record<string, readonly RegExp[]>> = {}): Lexicon {
  const whole = new Set(words.split(/\s+/).filter((word) => word !== '' && !word.endsWith('*')));
  const stems = words.split(/\s+/).flatMap((word) => (word.endsWith('*') ? [word.slice(0, -1)] : []));
  const opened = new Map<string, RegExp[]>();
  for (const [openers, behind] of Object.entries(phrases))
    for (const word of openers.split(' ')) opened.set(word, [...(opened.get(word) ?? []), ...behind]);
  const verdicts = new Map<string, Verdict>();
  const verdictOn = (word: string): Verdict => {
    let verdict = verdicts.get(word);
    if (verdict !== undefined) return verdict;
    if (verdicts.size >= MOST_WORDS) verdicts.clear();
    verdict = opened.get(word) ?? (whole.has(word) || stems.some((stem) => word.startsWith(stem)) ? 'word' : null);
    if (whole.has(word) && opened.has(word)) verdict = 'word';
    verdicts.set(word, verdict);
    return verdict;
  };
  const endAt = ({ text, words, starts }: Words, index: number): number => {
    const word = words[index] ?? '';
    const verdict = verdictOn(word);
    if (verdict === null) return -1;
    const end = (starts[index] ?? 0) + word.length;
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
