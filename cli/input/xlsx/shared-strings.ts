import { shortName, type TagListener, TagScanner } from './tag-scanner.ts';
import { wordsIn } from './xml-words.ts';

const ITEM = shortName('si');
const TEXT = shortName('t');
const PHONETIC = shortName('rPh');
/** Letters of all different words together: more than a sheet of a million rows of different names holds. */
const MOST_LETTERS = 100_000_000;
const MOST_KNOWN = 100_000;
/** One for each cell of a million rows, where a program lists all of them. */
const MOST_STRINGS = 8_000_000;

/** The words that a workbook keeps in one list, for cells to name by their number. @throws Error for a damaged part */
export async function sharedStrings(pieces: AsyncIterable<Uint8Array>): Promise<readonly string[]> {
  const list = new StringList();
  const scanner = new TagScanner(list);
  for await (const piece of pieces) scanner.push(piece);
  return list.strings;
}

class StringList implements TagListener {
  readonly strings: string[] = [];
  /** Some programs list the words of every cell anew: what is the same is kept once. */
  readonly #known = new Map<string, string>();
  #words = '';
  #letters = 0;
  #isText = false;
  #isPhonetic = false;

  open(name: number): void {
    if (name === TEXT) this.#isText = true;
    else if (name === ITEM) this.#words = '';
    else if (name === PHONETIC) this.#isPhonetic = true;
  }

  close(name: number): void {
    if (name === TEXT) this.#isText = false;
    else if (name === PHONETIC) this.#isPhonetic = false;
    else if (name === ITEM) {
      if (this.strings.length === MOST_STRINGS) throw new Error('lists more words than a register has cells');
      this.strings.push(this.#kept(this.#words));
    }
  }

  #kept(words: string): string {
    const known = this.#known.get(words);
    if (known !== undefined) return known;
    this.#letters += words.length;
    if (this.#letters > MOST_LETTERS) throw new Error('holds more words than a register');
    if (this.#known.size < MOST_KNOWN) this.#known.set(words, words);
    return words;
  }

  text(bytes: Uint8Array, from: number, to: number): void {
    if (this.#isText && !this.#isPhonetic) this.#words += wordsIn(bytes, from, to);
  }
}
