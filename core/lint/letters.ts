const BITS = 12;
const PLACES = 1 << BITS;

/**
 * Which runs of three letters a text has, roughly: each run has one of 4,096 places, so a word with a run whose place is
 * empty stands nowhere in the text. Nearly all words of the rule book are turned away from a chunk like this.
 */
export class Letters {
  readonly #has = new Uint8Array(PLACES);

  constructor(text: string) {
    let before = 0;
    let last = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      this.#has[placeOf(before, last, unit)] = 1;
      before = last;
      last = unit;
    }
  }

  /** False where a word with these runs is certainly not in the text. */
  mayHave(runs: readonly number[]): boolean {
    for (const place of runs) if (this.#has[place] === 0) return false;
    return true;
  }
}

/** The places of a word's runs; none of a word of two letters, which may be anywhere. */
export function runsOf(word: string): readonly number[] {
  const runs = new Set<number>();
  for (let at = 2; at < word.length; at++)
    runs.add(placeOf(word.charCodeAt(at - 2), word.charCodeAt(at - 1), word.charCodeAt(at)));
  return [...runs];
}

function placeOf(first: number, second: number, third: number): number {
  return (Math.imul(first, 961) + Math.imul(second, 31) + third) & (PLACES - 1);
}
