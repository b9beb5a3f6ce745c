import type { Day } from '../attendance/day.ts';
import type { Hit, PlacedBlock, PolicyDocument } from '../policy/document.ts';
import type { PolicyReading } from '../policy/parse.ts';
import type { DocumentKind, FactKind, FactOf, ParsedPolicy } from '../policy/schema.ts';
import { type Phrase, WordIndex } from './phrase.ts';
import type { Place } from './place.ts';
import { readScope, type Scope, type Subject } from './scope.ts';
import type { LintSettings } from './settings.ts';

/** What a rule may look at: the document, what was read from it, the day, and the trust's settings. */
export class RuleContext {
  readonly document: PolicyDocument;
  readonly parsed: ParsedPolicy;
  readonly asOf: Day;
  readonly settings: LintSettings;
  readonly words: WordIndex;
  readonly #kind: DocumentKind | 'whole policy' | undefined;
  #scope: Scope | undefined;

  constructor(
    { document, parsed }: PolicyReading,
    options: {
      readonly asOf: Day;
      readonly settings?: LintSettings;
      readonly as?: DocumentKind | 'whole policy' | undefined;
    },
  ) {
    this.document = document;
    this.parsed = parsed;
    this.asOf = options.asOf;
    this.settings = options.settings ?? {};
    this.words = new WordIndex(document);
    this.#kind = options.as;
  }

  /** Every match of the phrase outside a template's notes, in the order of the text. */
  *find(phrase: Phrase): Generator<Hit> {
    for (const hit of this.words.search(phrase)) if (!this.#isInNote(hit.start)) yield hit;
  }

  /** The first match of any of the phrases, or null. */
  first(...phrases: readonly Phrase[]): Hit | null {
    for (const phrase of phrases) for (const hit of this.find(phrase)) return hit;
    return null;
  }

  has(...phrases: readonly Phrase[]): boolean {
    return this.first(...phrases) !== null;
  }

  /** The facts of one kind, in the order of the text. */
  facts<K extends FactKind>(kind: K): FactOf<K>[] {
    return this.parsed.facts.filter((fact): fact is FactOf<K> => fact.kind === kind);
  }

  get kind(): DocumentKind {
    return this.#kind === undefined || this.#kind === 'whole policy' ? this.parsed.document.kind : this.#kind;
  }

  /** Whether this is a policy to be judged by what it leaves out; a page, a letter or a ladder is not. */
  get isWholePolicy(): boolean {
    if (this.#kind !== undefined) return this.#kind === 'whole policy';
    return this.kind !== 'ladder' && this.#readScope().isWhole;
  }

  /** Whether the document treats of the subject at any length. */
  covers(subject: Subject): boolean {
    return this.#readScope().headings.has(subject);
  }

  /** Where something missing belongs: the heading about the subject, else the document's first words. */
  placeFor(...subjects: readonly Subject[]): Place {
    const { headings } = this.#readScope();
    for (const subject of subjects) {
      const heading = headings.get(subject);
      if (heading) return this.bodyOf(heading);
    }
    const first = this.document.blocks.find(({ block }) => block.kind !== 'comment' && block.plain.trim() !== '');
    return first ? this.bodyOf(first) : { start: 0, end: 0 };
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
    return this.document.text.slice(start, end).replace(/[*_`]/g, '').replace(/\s+/g, ' ').trim();
  }

  #readScope(): Scope {
    return (this.#scope ??= readScope(this.document, this.words));
  }

  #isInNote(offset: number): boolean {
    return this.parsed.placeholders.some(
      ({ kind, span }) => kind === 'note' && offset >= span.start.offset && offset < span.end.offset,
    );
  }
}
