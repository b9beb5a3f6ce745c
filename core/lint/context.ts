import type { Day } from '../attendance/day.ts';
import type { Hit, PlacedBlock, PolicyDocument } from '../policy/document.ts';
import type { PolicyReading } from '../policy/parse.ts';
import type { DocumentKind, FactKind, FactOf, ParsedPolicy, Placeholder, Step } from '../policy/schema.ts';
import { oneLine } from '../text/one-line.ts';
import { surroundings } from './guards.ts';
import { type Phrase, WordIndex } from './phrase.ts';
import type { Place } from './place.ts';
import { type Answer, type Beginning, type Gathering, gatheredFrom, Reads } from './reads.ts';
import { readScope, type Scope, type Subject } from './scope.ts';
import type { LintSettings } from './settings.ts';

/**
 * What a rule may look at: the document, what was read from it, the day, and the trust's settings. It notes what was
 * looked at, so that a rule runs again only when something of that has changed.
 */
export class RuleContext {
  readonly asOf: Day;
  readonly settings: LintSettings;
  readonly #reading: PolicyReading;
  readonly #words: WordIndex;
  readonly #kind: DocumentKind | 'whole policy' | undefined;
  readonly #remembered = new Map<
    (context: RuleContext) => unknown,
    { readonly value: unknown; readonly reads: Reads<RuleContext> }
  >();
  #reads: Reads<RuleContext> | null = null;
  #scope: Scope | undefined;
  #notes: readonly Placeholder[] | undefined;

  constructor(
    reading: PolicyReading,
    options: {
      readonly asOf: Day;
      readonly settings?: LintSettings;
      readonly as?: DocumentKind | 'whole policy' | undefined;
      /** That of the version before. */
      readonly before?: RuleContext | undefined;
    },
  ) {
    this.#reading = reading;
    this.asOf = options.asOf;
    this.settings = options.settings ?? {};
    this.#words = new WordIndex(reading.document, options.before ? options.before.#words : undefined);
    this.#kind = options.as;
  }

  /** Runs what looks at the document, and says what it looked at. */
  watch<T>(run: () => T): { readonly value: T; readonly reads: Reads<RuleContext> } {
    const outer = this.#reads;
    const reads = new Reads<RuleContext>();
    this.#reads = reads;
    try {
      return { value: run(), reads };
    } finally {
      this.#reads = outer;
    }
  }

  /** The document at large: a rule that asks for it runs again after every edit. */
  get document(): PolicyDocument {
    if (this.#reads) this.#reads.everything = true;
    return this.#reading.document;
  }

  /** All that was read from the document: a rule that asks for it runs again after every edit. */
  get parsed(): ParsedPolicy {
    if (this.#reads) this.#reads.everything = true;
    return this.#reading.parsed;
  }

  /** Every match of the phrase outside a template's notes, in the order of the text. */
  *find(phrase: Phrase): Generator<Hit> {
    this.#reads?.phrases.add(phrase);
    for (const hit of this.#words.search(phrase)) if (!this.#isInNote(hit.start)) yield hit;
  }

  /** The first match of any of the phrases, or null. */
  first(...phrases: readonly Phrase[]): Hit | null {
    let found: Hit | undefined | undefined;
    for (const phrase of phrases) {
      found = this.#quietly(() => this.find(phrase).next().value);
      if (found) break;
    }
    const { index } = found?.placed ?? {};
    if (index !== undefined) this.#reads?.blocks.push([index, index]);
    this.#reads?.answers.push({
      ask: (context) => placeOf(context.first(...phrases)),
      answer: placeOf(found ?? null),
      of: phrases,
    });
    return found ?? null;
  }

  has(...phrases: readonly Phrase[]): boolean {
    const has = this.#quietly(() => this.first(...phrases) !== null);
    this.#reads?.answers.push({ ask: (context) => context.has(...phrases), answer: has, of: phrases });
    return has;
  }

  /** Every block that has something of a sort, in the order of the text, with what it has. */
  gather<T>(gathering: Gathering<T>): { readonly placed: PlacedBlock; readonly found: T }[] {
    this.#reads?.gathered.add(gathering);
    return this.#reading.document.blocks.flatMap((placed) => {
      const found = gatheredFrom(placed.block, gathering);
      return found === null ? [] : { placed, found };
    });
  }

  /** What a question about the whole document is answered: asked again after every edit, so it must be a cheap one. */
  answer<T extends Answer>(ask: (context: RuleContext) => T): T {
    const answer = this.#quietly(() => ask(this));
    this.#reads?.answers.push({ ask, answer });
    return answer;
  }

  /** What is worked out from the document once for all rules that need it. */
  remember<T>(work: (context: RuleContext) => T): T {
    const known = this.#remembered.get(work) ?? this.watch(() => work(this));
    this.#remembered.set(work, known);
    this.#reads?.add(known.reads);
    // The key is the very function that gave the value.
    return known.value as T;
  }

  /** The facts of one kind, in the order of the text. */
  facts<K extends FactKind>(kind: K): FactOf<K>[] {
    this.#reads?.lists.add(kind);
    return this.#reading.parsed.facts.filter((fact): fact is FactOf<K> => fact.kind === kind);
  }

  /** The steps of all ladders, in the order of the text. */
  get steps(): readonly Step[] {
    this.#reads?.lists.add('step');
    return this.#reading.parsed.escalation;
  }

  /** The same by when they begin: a rule that does not ask what is done need not run again when that is edited. */
  get beginnings(): readonly Beginning[] {
    this.#reads?.lists.add('beginning');
    return this.#reading.parsed.escalation;
  }

  /** What is left to fill in or to delete, in the order of the text. */
  get placeholders(): readonly Placeholder[] {
    this.#reads?.lists.add('placeholder');
    return this.#reading.parsed.placeholders;
  }

  /** A block with so many before and after it. */
  blocksAround({ index }: PlacedBlock, before: number, after: number): readonly PlacedBlock[] {
    this.#reads?.blocks.push([index - before, index + after]);
    return this.#reading.document.blocks.slice(Math.max(0, index - before), index + after + 1);
  }

  /** The next block that is no comment. */
  blockBehind({ index }: PlacedBlock): PlacedBlock | undefined {
    const { blocks } = this.#reading.document;
    let next = index + 1;
    while (blocks[next]?.block.kind === 'comment') next++;
    this.#reads?.blocks.push([index, next]);
    return blocks[next];
  }

  /** The 1-based line that a place begins on, to be named in a message; places move with their text, words do not. */
  lineOf(place: Place): number {
    this.#reads?.lines.push(place);
    return this.#reading.document.source.lineAt(place.start);
  }

  /** The block that a place begins in. */
  blockAt({ start }: Place): PlacedBlock | undefined {
    const placed = this.#reading.document.blockAt(start);
    this.#reads?.blocks.push(placed ? [placed.index, placed.index] : [-1, 0]);
    return placed;
  }

  /** The lines above a line of the document (1-based), nearest first, so many at most, each with its place. */
  *linesAbove(line: number, most: number): Generator<{ readonly text: string; readonly at: Place }> {
    const { document } = this.#reading;
    const { lineStarts: starts } = document.source;
    let above = line - 1;
    try {
      for (; above >= 1 && above >= line - most; above--) {
        const at = { start: starts[above - 1] ?? 0, end: (starts[above] ?? document.text.length + 1) - 1 };
        yield { text: document.text.slice(at.start, at.end), at };
      }
    } finally {
      // With a block more on both sides, since between two blocks there may stand lines that are in none.
      const first = document.blockAt((starts[above - 1] ?? 0) - 1)?.index ?? -1;
      const last = document.blockAt((starts[line - 1] ?? document.text.length) - 1)?.index ?? -1;
      this.#reads?.blocks.push([first, last + 1]);
    }
  }

  /** The words of the headings above a block and, of an item, the line that introduces its list. */
  surroundings(placed: PlacedBlock): { headings: string; introduction: string } {
    const found = surroundings(placed, this.#reading.document.blocks);
    this.#reads?.blocks.push([found.from, placed.index]);
    return found;
  }

  get kind(): DocumentKind {
    return this.answer((context) => context.#kindOf());
  }

  /** Whether this is a policy to be judged by what it leaves out; a page, a letter or a ladder is not. */
  get isWholePolicy(): boolean {
    return this.answer((context) => {
      if (context.#kind !== undefined) return context.#kind === 'whole policy';
      return context.#kindOf() !== 'ladder' && (context.#readScope().isWhole || context.isBriefPolicy);
    });
  }

  /** Whether it is a policy of a page or two: whole by its title and its sections, so that what it leaves out is worth a word of advice. */
  get isBriefPolicy(): boolean {
    return this.answer(
      (context) => context.#kind === undefined && context.#kindOf() === 'policy' && context.#readScope().isBrief,
    );
  }

  /** Whether the document treats of the subject at any length. */
  covers(subject: Subject): boolean {
    return this.answer((context) => context.#readScope().headings.has(subject));
  }

  /** Where something missing belongs: the heading about the subject, else the document's first words. */
  placeFor(...subjects: readonly Subject[]): Place {
    return this.answer((context) => context.#placeFor(subjects));
  }

  /** A block's words, without its marker and the blanks around it; of a long one, its first line. */
  bodyOf({ block, offset }: PlacedBlock): Place {
    const body = block.raw.slice(block.bodyAt);
    const first = body.split('\n', 1)[0] ?? '';
    const lead = first.length - first.trimStart().length;
    return { start: offset + block.bodyAt + lead, end: offset + block.bodyAt + first.trimEnd().length };
  }

  /** The text that a place covers, as printed, on one line. */
  quote({ start, end }: Place): string {
    const { document } = this.#reading;
    if (this.#reads) {
      // A place comes from what was read already; only where it reaches across blocks is there more to note.
      const first = document.blockAt(start)?.index ?? -1;
      const last = document.blockAt(end)?.index ?? first;
      this.#reads.blocks.push([first, last]);
    }
    return oneLine(document.text.slice(start, end).replace(/[*_`]/g, ''));
  }

  /** Looks without noting it. */
  #quietly<T>(look: () => T): T {
    const outer = this.#reads;
    this.#reads = null;
    try {
      return look();
    } finally {
      this.#reads = outer;
    }
  }

  #kindOf(): DocumentKind {
    return this.#kind === undefined || this.#kind === 'whole policy' ? this.#reading.parsed.document.kind : this.#kind;
  }

  #placeFor(subjects: readonly Subject[]): Place {
    const { headings } = this.#readScope();
    for (const subject of subjects) {
      const heading = headings.get(subject);
      if (heading) return this.bodyOf(heading);
    }
    const first = this.#reading.document.blocks.find(
      ({ block }) => block.kind !== 'comment' && block.plain.trim() !== '',
    );
    return first ? this.bodyOf(first) : { start: 0, end: 0 };
  }

  #readScope(): Scope {
    return (this.#scope ??= readScope(this.#reading.document, this.#words));
  }

  #isInNote(offset: number): boolean {
    this.#notes ??= this.#reading.parsed.placeholders.filter(({ kind }) => kind === 'note');
    return this.#notes.some(({ span }) => offset >= span.start.offset && offset < span.end.offset);
  }
}

function placeOf(hit: Hit | null): Place | null {
  return hit && { start: hit.start, end: hit.end };
}
