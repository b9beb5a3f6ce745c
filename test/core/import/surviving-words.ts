/** The share of a policy's words that its import still has, each counted as often as it stands. */
export function survivingWords(original: string, imported: string): number {
  const have = new Map<string, number>();
  for (const word of wordsOf(imported)) have.set(word, (have.get(word) ?? 0) + 1);
  let all = 0;
  let kept = 0;
  for (const word of wordsOf(original)) {
    all++;
    const left = have.get(word) ?? 0;
    if (left > 0) {
      kept++;
      have.set(word, left - 1);
    }
  }
  return kept / all;
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<\/?[a-z]+\d?(?: [^<>\n]*)?>/g, ' ')
    .replace(/\]\([^)]*\)/g, ' ')
    .replace(/[^\p{L}\d£%]+/gu, ' ')
    .trim()
    .split(' ');
}
