import type { Sentence } from '../document.ts';

/** "No answer by 10? We call everybody on the list.", "Still nothing? A visit.": a question in two words that says when. */
const FRAGMENT =
  /^\W*(?:(?:and|but|or)\s+)?(?:if\s+(?:not|so)|(?:the\s+)?[a-z]+(?:\s[a-z]+){0,2}\s(?:not|un[a-z]+)\s[a-z]+|still\b|no\b|nothing\b|not\b|none\b|nobody\b)(?:[^.?!;]|\.(?=\d)){0,70}\?/i;

/** "Still worried? Talk to the teacher.": what parents ask themselves. */
const OF_THE_READER =
  /\b(?:worr\w+|concerned|sure|certain|happy|unhappy|stuck|unwell|ill|poorly|convinced|confused|satisfied)\b/i;

/** The fragment that a text begins with, its mark of question included; null where it begins otherwise. */
export function fragmentAt(text: string): { readonly end: number; readonly words: string } | null {
  if (!text.includes('?')) return null;
  const found = FRAGMENT.exec(text)?.[0];
  return found === undefined || OF_THE_READER.test(found)
    ? null
    : { end: found.length, words: found.replace(/^\W+/, '').replace(/\s+/g, ' ').slice(0, -1).trim() };
}

/** Sentences with each such question in one with the sentence that answers it. */
export function withAnswers(sentences: readonly Sentence[]): readonly Sentence[] {
  if (!sentences.some(({ text }) => text.includes('?'))) return sentences;
  const joined: Sentence[] = [];
  for (const sentence of sentences) {
    const last = joined.at(-1);
    if (last && fragmentAt(last.text)?.end === last.text.length)
      joined[joined.length - 1] = {
        start: last.start,
        end: sentence.end,
        text: `${last.text.padEnd(sentence.start - last.start)}${sentence.text}`,
      };
    else joined.push(sentence);
  }
  return joined;
}
