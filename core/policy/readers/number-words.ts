const WORDS: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  eighteen: 18,
  twenty: 20,
  thirty: 30,
};

/** For a pattern: the number words that policies print, longest first. */
export const NUMBER_WORD = Object.keys(WORDS)
  .sort((a, b) => b.length - a.length)
  .join('|');

/** The number that figures or a word print, null for anything else. */
export function numberOf(printed: string): number | null {
  const text = printed.trim().toLowerCase();
  if (/^\d{1,6}(?:\.\d{1,3})?$/.test(text)) return Number(text);
  return WORDS[text] ?? null;
}
