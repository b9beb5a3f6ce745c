import type { Needs } from './needs.ts';

const BITS = 14;
const PLACES = 1 << BITS;
const RUN = 3;

/** One thing to look for, with the ways in which a text may have what it needs. */
export interface Sought {
  /** Any of these ways will do; each is a list of lists of words, of which each must give one. */
  readonly ways: readonly Needs[];
}

/**
 * All words that anything needs, so that one walk through a text tells which of the things may be in it. Words are
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
  /** Of each word the lists it stands in; of each list its way; of each way its thing, and how many lists it has. */
  readonly #lists: number[][] = [];
  readonly #wayOfList: number[] = [];
  readonly #things: number[] = [];
  readonly #needed: number[] = [];
  // What was seen in the text with the number of `#round`; numbers, so that nothing must be cleared between texts.
  #round = 0;
  readonly #wordSeen: number[] = [];
  readonly #listSeen: number[] = [];
  readonly #thingSeen: number[] = [];
  readonly #waySeen: number[] = [];
  readonly #met: number[] = [];

  constructor(things: readonly Sought[]) {
    const numbers = new Map<string, number>();
    for (const [thing, { ways }] of things.entries()) {
      this.#thingSeen.push(0);
      if (ways.some(({ length }) => length === 0)) this.#always.push(thing);
      else for (const way of ways) this.#addWay(thing, way, numbers);
    }
  }

  /** The things that may be in a text in small letters, by their numbers; all others certainly are not. */
  mayBeIn(text: string): number[] {
    const found = [...this.#always];
    this.#round++;
    for (const word of this.#short) if (text.includes(this.#words[word] ?? '')) this.#see(word, found);
    let place = 0;
    for (let last = 0; last < text.length; last++) {
      place = placeAfter(place, text.charCodeAt(last));
      let word = this.#first[place] ?? -1;
      const at = last - RUN + 1;
      for (; word >= 0 && at >= 0; word = this.#next[word] ?? -1)
        // Most are told apart by their last letter.
        if (
          this.#wordSeen[word] !== this.#round &&
          text.charCodeAt(at + (this.#length[word] ?? 0) - 1) === this.#lastUnit[word] &&
          text.startsWith(this.#words[word] ?? '', at)
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
      const way = this.#wayOfList[list] ?? 0;
      const met = this.#waySeen[way] === round ? (this.#met[way] ?? 0) + 1 : 1;
      this.#waySeen[way] = round;
      this.#met[way] = met;
      const thing = this.#things[way] ?? 0;
      if (met < (this.#needed[way] ?? 0) || this.#thingSeen[thing] === round) continue;
      this.#thingSeen[thing] = round;
      found.push(thing);
    }
  }

  #addWay(thing: number, way: Needs, numbers: Map<string, number>): void {
    const number = this.#things.push(thing) - 1;
    this.#needed.push(way.length);
    this.#waySeen.push(0);
    this.#met.push(0);
    for (const words of way) {
      const list = this.#wayOfList.push(number) - 1;
      this.#listSeen.push(0);
      for (const word of words) this.#lists[this.#numberOf(word, numbers)]?.push(list);
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
