import type { Block } from '../policy/blocks.ts';
import { type Change, changeBetween } from '../policy/change.ts';
import type { PolicyReading } from '../policy/parse.ts';
import { isEqual, sayTheSame } from '../policy/same-values.ts';
import type { FactKind, Step } from '../policy/schema.ts';
import type { Span } from '../text/span.ts';
import { type Phrase, phrasesOf } from './phrase.ts';
import type { Place } from './place.ts';

/** What a rule looked at in a context `C`: where none of it has changed since, the rule would say again what it said. */
export class Reads<C> {
  readonly phrases: Set<Phrase>;
  readonly lists: Set<ListKind>;
  /** What it gathered from every block that has any of it. */
  readonly gathered: Set<Gathering<unknown>>;
  /** Stretches of blocks, by index, both ends included. */
  readonly blocks: (readonly [number, number])[];
  /** Questions asked of the whole, with what was answered. */
  readonly answers: Answered<C>[];
  /** Places of which it named the line. */
  readonly lines: Place[];
  /** Whether it looked at the document at large: then any change may matter. */
  everything = false;

  /** Nothing yet; or what another looked at, at other places. */
  constructor(like?: Reads<C>, places: Pick<Reads<C>, 'blocks' | 'answers' | 'lines'> = noPlaces()) {
    this.phrases = like?.phrases ?? new Set();
    this.lists = like?.lists ?? new Set();
    this.gathered = like?.gathered ?? new Set();
    this.everything = like?.everything ?? false;
    this.blocks = places.blocks;
    this.answers = places.answers;
    this.lines = places.lines;
  }

  /** Takes over what another looked at. */
  add(other: Reads<C>): void {
    for (const phrase of other.phrases) this.phrases.add(phrase);
    for (const kind of other.lists) this.lists.add(kind);
    for (const gathering of other.gathered) this.gathered.add(gathering);
    this.blocks.push(...other.blocks);
    this.answers.push(...other.answers);
    this.lines.push(...other.lines);
    this.everything ||= other.everything;
  }
}

/** The lists of what was read from a document. */
export type ListKind = FactKind | 'step' | 'beginning' | 'placeholder';

const OF_A_BEGINNING = ['sequence', 'order', 'sub', 'kind', 'title', 'trigger'] as const;

/** A step by when it begins, without what is done: most keys typed in a ladder change nothing of it. */
export type Beginning = Pick<Step, (typeof OF_A_BEGINNING)[number] | 'line' | 'span'>;

/** What may be asked of the whole document. */
export type Answer = string | boolean | number | null | Place;

/** A question with what was answered; an answer that is a place may move with its text. */
interface Answered<C> {
  readonly ask: (context: C) => Answer;
  readonly answer: Answer;
  /** Where only these phrases decide it: while none of them came or went, it need not be asked again. */
  readonly of?: readonly Phrase[];
}

/** Takes from a block what there is of some sort, null where there is none; by its words alone. */
export type Gathering<T> = (block: Block) => T | null;

const noPlaces = <C>(): Pick<Reads<C>, 'blocks' | 'answers' | 'lines'> => ({ blocks: [], answers: [], lines: [] });

const gatherings = new WeakMap<Gathering<unknown>, WeakMap<Block, unknown>>();

/** What is gathered from a block, remembered with it. */
export function gatheredFrom<T>(block: Block, gathering: Gathering<T>): T | null {
  let memory = gatherings.get(gathering);
  if (!memory) gatherings.set(gathering, (memory = new WeakMap()));
  if (!memory.has(block)) memory.set(block, gathering(block));
  // What is kept under a block is what this very function gave.
  return memory.get(block) as T | null;
}

/** What has changed between two readings, asked for as rules need to know it. */
export class Difference {
  readonly #earlier: PolicyReading;
  readonly #later: PolicyReading;
  readonly #change: Change;
  readonly #touched: readonly Block[];
  readonly #prefixEnd: number;
  readonly #suffixStart: number;
  /** Within the blocks that changed: up to here, and from there on, the letters are the same. */
  readonly #sameUntil: number;
  readonly #sameFrom: number;
  /** The phrases that stand in what was taken out or put in. */
  readonly #phrases = new Set<Phrase>();
  readonly #lists = new Map<ListKind, boolean>();
  readonly #gathered = new Map<Gathering<unknown>, boolean>();

  constructor(earlier: PolicyReading, later: PolicyReading) {
    this.#earlier = earlier;
    this.#later = later;
    const change = changeBetween(earlier.document, later.document);
    this.#change = change;
    this.#touched = [
      ...earlier.document.blocks.slice(change.from, change.before),
      ...later.document.blocks.slice(change.from, change.now),
    ].map(({ block }) => block);
    for (const block of this.#touched) for (const phrase of phrasesOf(block)) this.#phrases.add(phrase);
    const lastKept = earlier.document.blocks[change.from - 1];
    this.#prefixEnd = lastKept ? lastKept.offset + lastKept.block.raw.length : -1;
    this.#suffixStart = earlier.document.blocks[change.before]?.offset ?? Number.POSITIVE_INFINITY;
    [this.#sameUntil, this.#sameFrom] = this.#edges(earlier.document.text, later.document.text);
  }

  /** Whether all that was looked at is as it was. */
  isUnseenBy<C>(reads: Reads<C>, context: C): boolean {
    if (reads.everything) return this.#isNothing();
    for (const [first, last] of reads.blocks)
      if (last >= this.#change.from && first < this.#change.before) return false;
    for (const kind of reads.lists) if (!this.#isListSame(kind)) return false;
    for (const phrase of this.#phrases) if (reads.phrases.has(phrase)) return false;
    for (const gathering of reads.gathered) if (this.#isGatheredFrom(gathering)) return false;
    if (this.#change.lines !== 0 && reads.lines.some(({ end }) => end > this.#prefixEnd)) return false;
    return reads.answers.every(
      ({ ask, answer, of }) => (of && this.#areUntouched(of)) || this.#isAnswerSame(answer, ask(context)),
    );
  }

  /** Where a place of the earlier text stands in the later; null where it was changed itself. */
  moved(place: Place): Place | null {
    if (place.end <= this.#sameUntil) return place;
    if (place.start < this.#sameFrom) return null;
    const { units, lines } = this.#change;
    // Within the blocks that changed even a place that kept its offset may be on another line.
    const stayed = units === 0 && lines === 0 && place.start >= this.#suffixStart;
    return stayed ? place : { start: place.start + units, end: place.end + units };
  }

  /** What was looked at and has not changed, as it stands in the later version. */
  movedReads<C>(reads: Reads<C>): Reads<C> {
    const { units, lines, before, now } = this.#change;
    if (units === 0 && lines === 0 && before === now) return reads;
    return new Reads(reads, {
      blocks:
        before === now
          ? reads.blocks
          : reads.blocks.map(([first, last]) =>
              first >= before ? [first + now - before, last + now - before] : [first, last],
            ),
      answers: reads.answers.map((one) =>
        typeof one.answer === 'object' && one.answer ? { ...one, answer: this.moved(one.answer) } : one,
      ),
      lines: reads.lines.map((place) => this.moved(place) ?? place),
    });
  }

  /** How far the earlier text is the later's letter by letter, and from where on it is again. */
  #edges(earlier: string, later: string): [number, number] {
    const { units } = this.#change;
    let until = Math.max(0, this.#prefixEnd);
    let from = Math.min(this.#suffixStart, earlier.length);
    const shortest = Math.min(from, from + units);
    while (until < shortest && earlier[until] === later[until]) until++;
    while (from > until && from + units > until && earlier[from - 1] === later[from + units - 1]) from--;
    return [until, from];
  }

  #isNothing(): boolean {
    return this.#earlier.document.text === this.#later.document.text;
  }

  /** Whether none of the phrases came or went, nor a template's notes, in which none is looked for. */
  #areUntouched(phrases: readonly Phrase[]): boolean {
    return this.#isListSame('placeholder') && !phrases.some((phrase) => this.#phrases.has(phrase));
  }

  #isGatheredFrom(gathering: Gathering<unknown>): boolean {
    let is = this.#gathered.get(gathering);
    if (is === undefined) {
      is = this.#touched.some((block) => gatheredFrom(block, gathering) !== null);
      this.#gathered.set(gathering, is);
    }
    return is;
  }

  #isAnswerSame(earlier: Answer, later: Answer): boolean {
    if (typeof earlier !== 'object' || earlier === null) return earlier === later;
    if (typeof later !== 'object' || later === null) return false;
    const place = this.moved(earlier);
    return place !== null && place.start === later.start && place.end === later.end;
  }

  #isListSame(kind: ListKind): boolean {
    let same = this.#lists.get(kind);
    if (same === undefined) {
      const { escalation } = this.#earlier.parsed;
      same =
        kind === 'beginning'
          ? this.#compare(escalation, this.#later.parsed.escalation, beginAlike)
          : this.#compare<Listed>(listOf(this.#earlier, kind), listOf(this.#later, kind), sayTheSame);
      this.#lists.set(kind, same);
    }
    return same;
  }

  #compare<T extends Listed>(
    earlier: readonly T[],
    later: readonly T[],
    areAlike: (one: T, other: T) => boolean,
  ): boolean {
    return earlier.length === later.length && earlier.every((one, index) => this.#isSame(one, later[index], areAlike));
  }

  #isSame<T extends Listed>(one: T, other: T | undefined, areAlike: (one: T, other: T) => boolean): boolean {
    if (!other) return false;
    // What did not move is the very object that it was.
    if (one === other) return true;
    const { start, end } = one.span;
    const place = this.moved({ start: start.offset, end: end.offset });
    if (place?.start !== other.span.start.offset || place.end !== other.span.end.offset) return false;
    return areAlike(one, other);
  }
}

interface Listed {
  readonly line: number;
  readonly span: Span;
}

function beginAlike(one: Beginning, other: Beginning): boolean {
  return OF_A_BEGINNING.every((key) => isEqual(one[key], other[key]));
}

function listOf({ parsed }: PolicyReading, kind: ListKind): readonly Listed[] {
  if (kind === 'step') return parsed.escalation;
  if (kind === 'placeholder') return parsed.placeholders;
  return parsed.facts.filter((fact) => fact.kind === kind);
}
