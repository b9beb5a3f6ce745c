import type { Needs } from './needs.ts';

const BITS = 14;
const PLACES = 1 << BITS;
const RUN = 3;

/**
 * All words that any of a list of things needs, so that one walk through a text tells which of them may be in it. Words are
 * found at the place of their first three letters.
 */
export class Vocabulary {
  readonly #words: string[] = [];
  /** Of each place the first word there, and of each word the next one at its place; -1: none. */
  readonly #first = new Int32Array(PLACES).fill(-1);
  readonly #next: number[] = [];
  readonly #lastUnit: number[] = [];
  readonly #length: number[] = [];
  readonly #short: number[] = [];
  readonly #always: number[] = [];
  /** Of each word the lists it stands in; of each list its thing; of each thing how many lists it has. */
  readonly #lists: number[][] = [];
  readonly #things: number[] = [];
  readonly #needed: number[] = [];
  // What was seen in the text with the number of `#round`; numbers, so that nothing must be cleared between texts.
  #round = 0;
  readonly #wordSeen: number[] = [];
  readonly #listSeen: number[] = [];
  readonly #thingSeen: number[] = [];
  readonly #met: number[] = [];

  constructor(things: readonly Needs[]) {
    const numbers = new Map<string, number>();
    for (const [thing, needs] of things.entries()) {
      this.#needed.push(needs.length);
      this.#thingSeen.push(0);
      this.#met.push(0);
      if (needs.length === 0) this.#always.push(thing);
      for (const words of needs) {
        const list = this.#things.push(thing) - 1;
        this.#listSeen.push(0);
        for (const word of words) this.#lists[this.#numberOf(word, numbers)]?.push(list);
      }
    }
  }

  /** The things that may be in a text in small letters, by their numbers; all others certainly are not. */
  mayBeIn(text: string): number[] {
    const found = [...this.#always];
    this.#round++;
    for (const word of this.#short) if (text.includes(this.#words[word] ?? '')) this.#see(word, found);
    const round = this.#round;
    const [words, first, next, length, lastUnit, seen] = [
      this.#words,
      this.#first,
      this.#next,
      this.#length,
      this.#lastUnit,
      this.#wordSeen,
    ];
    let place = 0;
    for (let last = 0; last < text.length; last++) {
      place = placeAfter(place, text.charCodeAt(last));
      let word = first[place] ?? -1;
      if (word < 0) continue;
      for (const at = last - RUN + 1; word >= 0 && at >= 0; word = next[word] ?? -1)
        // Most are told apart by their last letter.
        if (
          seen[word] !== round &&
          text.charCodeAt(at + (length[word] ?? 0) - 1) === lastUnit[word] &&
          text.startsWith(words[word] ?? '', at)
        )
          this.#see(word, found);
    }
    return found;
  }

  #see(word: number, found: number[]): void {
    const round = this.#round;
    this.#wordSeen[word] = round;
    for (const list of this.#lists[word] ?? []) {
      if (this.#listSeen[list] === round) continue;
      this.#listSeen[list] = round;
      const thing = this.#things[list] ?? 0;
      const met = this.#thingSeen[thing] === round ? (this.#met[thing] ?? 0) + 1 : 1;
      this.#thingSeen[thing] = round;
      this.#met[thing] = met;
      if (met === this.#needed[thing]) found.push(thing);
    }
  }

  #numberOf(word: string, numbers: Map<string, number>): number {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#words.push(word) - 1;
    numbers.set(word, number);
    this.#lists.push([]);
    this.#wordSeen.push(0);
    this.#next.push(-1);
    this.#length.push(word.length);
    this.#lastUnit.push(word.charCodeAt(word.length - 1));
    if (word.length < RUN) this.#short.push(number);
    else {
      let place = 0;
      for (let at = 0; at < RUN; at++) place = placeAfter(place, word.charCodeAt(at));
      this.#next[number] = this.#first[place] ?? -1;
      this.#first[place] = number;
    }
    return number;
  }
}

/** The place of the last three letters, and of no more: what is older has left the bits. */
function placeAfter(place: number, unit: number): number {
  return ((place << 5) ^ unit) & (PLACES - 1);
}
