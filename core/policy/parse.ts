import { sha256 } from '../text/sha256.ts';
import { createBlockwise, movedBy } from './by-block.ts';
import { changeBetween } from './change.ts';
import { createDocumentReader, type PlacedBlock, type PolicyDocument } from './document.ts';
import { outsideExamples } from './examples.ts';
import { identifyDocument } from './identify.ts';
import { createLadderReader } from './ladder/read.ts';
import { withUnread } from './ladder/unread.ts';
import { READERS } from './readers/index.ts';
import type { BlockContext } from './readers/reader.ts';
import { rememberedIn } from './readers/remembered-in.ts';
import { refineFacts } from './refine.ts';
import { createResolver } from './resolve.ts';
import type { Fact, ParsedPolicy, Placeholder } from './schema.ts';
import { createPlaceholderReader } from './template/read.ts';

/** A policy as read, with the document that its spans refer to. */
export interface PolicyReading {
  readonly document: PolicyDocument;
  readonly parsed: ParsedPolicy;
}

/** Reads one text. For many versions of one text (an editor), keep a `createPolicyReader`. */
export function readPolicy(text: string): PolicyReading {
  return createPolicyReader()(text);
}

/** What `rollmark parse` prints for the text. */
export function parsePolicy(text: string): ParsedPolicy {
  return readPolicy(text).parsed;
}

/** A reader that remembers what it read last, so that an edit costs what it touches. */
export function createPolicyReader(): (text: string) => PolicyReading {
  const readDocument = createDocumentReader();
  const readPlaceholders = createPlaceholderReader();
  const readLadders = createLadderReader();
  const resolve = createResolver();
  const readFacts = createBlockwise(factsOf, 1, movedBy);
  let last: PolicyDocument | undefined;
  return (text) => {
    const document = readDocument(text);
    const change = last ? changeBetween(last, document) : null;
    last = document;
    const placeholders = readPlaceholders(document, change);
    const facts = refineFacts(
      document,
      outsideExamples(document, outsidePlaceholders(readFacts(document, change).flat(), placeholders)),
    );
    const escalation = withUnread(document, outsideExamples(document, readLadders(document, change)));
    const { policy, questions } = resolve(document, facts, escalation);
    const identity = identifyDocument(document, facts, escalation, placeholders);
    const { title, school, trust, kind } = identity;
    return {
      document,
      parsed: {
        schemaVersion: 1,
        document: describe({ title, school, trust, kind }, text),
        facts,
        escalation,
        placeholders,
        policy: { ...policy, ...(school ? { school } : {}), ...(trust ? { trust } : {}) },
        questions,
      },
    };
  };
}

/** The description of a document; its hash costs as much as all else that an edit does, so it is taken when asked for. */
function describe(
  { title, school, trust, kind }: Omit<ParsedPolicy['document'], 'sha256'>,
  text: string,
): ParsedPolicy['document'] {
  let hash: string | undefined;
  return {
    title,
    school,
    trust,
    get sha256() {
      return (hash ??= sha256(text));
    },
    kind,
  };
}

function factsOf(document: PolicyDocument, placed: PlacedBlock, index: number): readonly Fact[] {
  if (placed.block.kind === 'comment' || placed.block.kind === 'code') return [];
  const context: BlockContext = {
    headings: placed.headings,
    before: document.blocks[index - 1]?.block.plain ?? '',
    after: document.blocks[index + 1]?.block.plain ?? '',
  };
  const facts: Fact[] = [];
  for (const { mayRead, read } of DRAFTS)
    if (mayRead.test(placed.block.plain))
      for (const draft of read(placed, context)) facts.push(placeFact(document, placed, draft));
  return facts;
}

/** A draft's values apart from its place in the block, so that placing them is one copy. */
interface PlacedDraft {
  readonly start: number;
  readonly end: number;
  readonly values: object;
}

/** What each reader finds in a block that it may read. */
const DRAFTS = READERS.map(({ mayRead, read }) => ({
  mayRead,
  read: rememberedIn((placed, context): readonly PlacedDraft[] =>
    read(placed, context).map(({ start, end, ...values }) => ({ start, end, values })),
  ),
}));

function placeFact(document: PolicyDocument, placed: PlacedBlock, { start, end, values }: PlacedDraft): Fact {
  const span = document.spanIn(placed, start, end);
  // A draft is a fact but for its place; spreading a union loses that, so it is said here.
  return {
    ...values,
    line: span.start.line,
    span,
    quote: document.text.slice(span.start.offset, span.end.offset),
  } as Fact;
}

/** An example inside a fill-in ("[time, e.g. 9am]") is no fact. */
function outsidePlaceholders(facts: readonly Fact[], placeholders: readonly Placeholder[]): Fact[] {
  if (placeholders.length === 0) return [...facts];
  const holes = placeholders.map(({ span }) => ({ start: span.start.offset, end: span.end.offset }));
  holes.sort((a, b) => a.start - b.start);
  // The furthest end of a fill-in up to each: one may lie in another.
  let furthest = 0;
  const ends = holes.map(({ end }) => (furthest = Math.max(furthest, end)));
  return facts.filter(({ span }) => {
    let low = 0;
    let high = holes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((holes[middle]?.start ?? 0) < span.end.offset) low = middle + 1;
      else high = middle;
    }
    return low === 0 || (ends[low - 1] ?? 0) <= span.start.offset;
  });
}
