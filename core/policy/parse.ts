import { sha256 } from '../text/sha256.ts';
import { createDocumentReader, type PlacedBlock, type PolicyDocument } from './document.ts';
import { identifyDocument } from './identify.ts';
import { readLadders } from './ladder/read.ts';
import { READERS } from './readers/index.ts';
import type { BlockContext, FactDraft } from './readers/reader.ts';
import { refineFacts } from './refine.ts';
import { resolvePolicy } from './resolve.ts';
import type { Fact, ParsedPolicy, Placeholder } from './schema.ts';
import { readPlaceholders } from './template/read.ts';

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
  const memory = new WeakMap<object, Map<string, readonly FactDraft[]>>();
  return (text) => {
    const document = readDocument(text);
    const placeholders = readPlaceholders(document);
    const facts = refineFacts(document, outsidePlaceholders(readFacts(document, memory), placeholders));
    const escalation = readLadders(document, facts);
    const { policy, questions } = resolvePolicy(document, facts, escalation);
    const identity = identifyDocument(document, facts, escalation, placeholders);
    const { title, school, trust, kind } = identity;
    return {
      document,
      parsed: {
        schemaVersion: 1,
        document: { title, school, trust, sha256: sha256(text), kind },
        facts,
        escalation,
        placeholders,
        policy: { ...policy, ...(school ? { school } : {}), ...(trust ? { trust } : {}) },
        questions,
      },
    };
  };
}

function readFacts(document: PolicyDocument, memory: WeakMap<object, Map<string, readonly FactDraft[]>>): Fact[] {
  const facts: Fact[] = [];
  document.blocks.forEach((placed, index) => {
    if (placed.block.kind === 'comment' || placed.block.kind === 'code') return;
    const context: BlockContext = {
      headings: placed.headings,
      before: document.blocks[index - 1]?.block.plain ?? '',
      after: document.blocks[index + 1]?.block.plain ?? '',
    };
    for (const draft of rememberedDrafts(placed, context, memory)) facts.push(placeFact(document, placed, draft));
  });
  return facts;
}

function rememberedDrafts(
  placed: PlacedBlock,
  context: BlockContext,
  memory: WeakMap<object, Map<string, readonly FactDraft[]>>,
): readonly FactDraft[] {
  const key = [...context.headings, context.before, context.after].join('\u0000');
  let byContext = memory.get(placed.block);
  if (!byContext) memory.set(placed.block, (byContext = new Map()));
  let drafts = byContext.get(key);
  if (!drafts) {
    drafts = READERS.filter((reader) => reader.mayRead.test(placed.block.plain)).flatMap((reader) =>
      reader.read(placed, context),
    );
    byContext.clear();
    byContext.set(key, drafts);
  }
  return drafts;
}

function placeFact(document: PolicyDocument, placed: PlacedBlock, draft: FactDraft): Fact {
  const { start, end, ...values } = draft;
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
  return facts.filter(
    ({ span }) =>
      !placeholders.some(
        (hole) => span.start.offset < hole.span.end.offset && hole.span.start.offset < span.end.offset,
      ),
  );
}
