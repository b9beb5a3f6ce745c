import { type Change, changeBetween } from '../policy/change.ts';
import type { PlacedBlock } from '../policy/document.ts';
import type { PolicyReading } from '../policy/parse.ts';
import { sayTheSame } from '../policy/same-values.ts';
import type { FactKind } from '../policy/schema.ts';
import type { Span } from '../text/span.ts';
import { type Phrase, rememberedMatches, searched } from './phrase.ts';
import type { Place } from './place.ts';

/** What a rule looked at in a context `C`: where none of it has changed since, the rule would say again what it said. */
export class Reads<C> {
  readonly phrases = new Set<Phrase>();
  readonly lists = new Set<ListKind>();
  /** Stretches of blocks, by index, both ends included. */
  readonly blocks: (readonly [number, number])[] = [];
  /** Questions asked of the whole, with what was answered; an answer that is a place may move with its text. */
  readonly answers: { readonly ask: (context: C) => Answer; readonly answer: Answer }[] = [];
  /** Places of which it named the line. */
  readonly lines: Place[] = [];
  /** Whether it looked at the document at large: then any change may matter. */
  everything = false;

  /** Takes over what another looked at. */
  add(other: Reads<C>): void {
    for (const phrase of other.phrases) this.phrases.add(phrase);
    for (const kind of other.lists) this.lists.add(kind);
    this.blocks.push(...other.blocks);
    this.answers.push(...other.answers);
    this.lines.push(...other.lines);
    this.everything ||= other.everything;
  }
}

/** The lists of what was read from a document. */
export type ListKind = FactKind | 'step' | 'placeholder';

/** What may be asked of the whole document. */
export type Answer = string | boolean | number | null | Place;

/** What has changed between two readings, asked for as rules need to know it. */
export class Difference {
  readonly #earlier: PolicyReading;
  readonly #later: PolicyReading;
  readonly #change: Change;
  readonly #removed: readonly PlacedBlock[];
  readonly #added: readonly PlacedBlock[];
  readonly #prefixEnd: number;
  readonly #suffixStart: number;
  readonly #phrases = new Map<Phrase, boolean>();
  readonly #lists = new Map<ListKind, boolean>();
  readonly #removedWords: string;
  readonly #addedWords: string;

  constructor(earlier: PolicyReading, later: PolicyReading) {
    this.#earlier = earlier;
    this.#later = later;
    const change = changeBetween(earlier.document, later.document);
    this.#change = change;
    this.#removed = earlier.document.blocks.slice(change.from, change.before);
    this.#added = later.document.blocks.slice(change.from, change.now);
    const lastKept = earlier.document.blocks[change.from - 1];
    this.#prefixEnd = lastKept ? lastKept.offset + lastKept.block.raw.length : -1;
    this.#suffixStart = earlier.document.blocks[change.before]?.offset ?? Number.POSITIVE_INFINITY;
    this.#removedWords = this.#removed.map(({ block }) => searched(block)).join('\n');
    this.#addedWords = this.#added.map(({ block }) => searched(block)).join('\n');
  }

  /** Whether all that was looked at is as it was. */
  isUnseenBy<C>(reads: Reads<C>, context: C): boolean {
    if (reads.everything) return this.#isNothing();
    for (const [first, last] of reads.blocks)
      if (last >= this.#change.from && first < this.#change.before) return false;
    for (const kind of reads.lists) if (!this.#isListSame(kind)) return false;
    for (const phrase of reads.phrases) if (this.#isPhraseTouched(phrase)) return false;
    if (this.#change.lines !== 0 && reads.lines.some(({ end }) => end > this.#prefixEnd)) return false;
    return reads.answers.every(({ ask, answer }) => this.#isAnswerSame(answer, ask(context)));
  }

  /** Where a place of the earlier text stands in the later; null where it was changed itself. */
  moved(place: Place): Place | null {
    if (place.end <= this.#prefixEnd) return place;
    if (place.start < this.#suffixStart) return null;
    const { units, lines } = this.#change;
    return units === 0 && lines === 0 ? place : { start: place.start + units, end: place.end + units };
  }

  /** What was looked at and has not changed, as it stands in the later version. */
  movedReads<C>(reads: Reads<C>): Reads<C> {
    const { units, lines, before, now } = this.#change;
    if (units === 0 && lines === 0 && before === now) return reads;
    const later = new Reads<C>();
    later.add(reads);
    later.blocks.forEach(([first, last], index) => {
      if (first >= before) later.blocks[index] = [first + now - before, last + now - before];
    });
    later.answers.forEach(({ ask, answer }, index) => {
      if (typeof answer === 'object' && answer) later.answers[index] = { ask, answer: this.moved(answer) };
    });
    later.lines.forEach((place, index) => {
      later.lines[index] = this.moved(place) ?? place;
    });
    return later;
  }

  #isNothing(): boolean {
    return this.#earlier.document.text === this.#later.document.text;
  }

  #isPhraseTouched(phrase: Phrase): boolean {
    let touched = this.#phrases.get(phrase);
    if (touched === undefined) {
      touched = isIn(phrase, this.#removed, this.#removedWords) || isIn(phrase, this.#added, this.#addedWords);
      this.#phrases.set(phrase, touched);
    }
    return touched;
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
      same = this.#compare(listOf(this.#earlier, kind), listOf(this.#later, kind));
      this.#lists.set(kind, same);
    }
    return same;
  }

  #compare(earlier: readonly Listed[], later: readonly Listed[]): boolean {
    return earlier.length === later.length && earlier.every((one, index) => this.#isSame(one, later[index]));
  }

  #isSame(one: Listed, other: Listed | undefined): boolean {
    if (!other) return false;
    const { start, end } = one.span;
    const place = this.moved({ start: start.offset, end: end.offset });
    if (place?.start !== other.span.start.offset || place.end !== other.span.end.offset) return false;
    return one === other || sayTheSame(one, other);
  }
}

function isIn(phrase: Phrase, blocks: readonly PlacedBlock[], text: string): boolean {
  return (
    phrase.words.some((word) => text.includes(word)) &&
    blocks.some(({ block }) => rememberedMatches(block, phrase).length > 0)
  );
}

interface Listed {
  readonly line: number;
  readonly span: Span;
}

function listOf({ parsed }: PolicyReading, kind: ListKind): readonly Listed[] {
  if (kind === 'step') return parsed.escalation;
  if (kind === 'placeholder') return parsed.placeholders;
  return parsed.facts.filter((fact) => fact.kind === kind);
}
