import { type PolicySnapshot, takeSnapshot } from '#core/language/snapshot.ts';
import type { Edit, Finding } from '#core/lint/finding.ts';
import { PolicyDocument } from '#core/policy/document.ts';
import { readPolicy } from '#core/policy/parse.ts';
import type { Fact, Step } from '#core/policy/schema.ts';
import { SourceText } from '#core/text/span.ts';

/** A text with «» around the words that something stands on, and what the marks say. */
export function marked(text: string): { text: string; spans: ReturnType<SourceText['span']>[] } {
  const offsets: number[] = [];
  let plain = '';
  for (const unit of text) {
    if (unit === '«' || unit === '»') offsets.push(plain.length);
    else plain += unit;
  }
  const source = new SourceText(plain);
  const spans = offsets.flatMap((offset, index) =>
    index % 2 === 0 ? [source.span(offset, offsets[index + 1] ?? offset)] : [],
  );
  return { text: plain, spans };
}

/** A finding on a span, with as much said as the test needs. */
export function findingOn(span: Finding['span'], part: Partial<Finding> = {}): Finding {
  return {
    file: 'policy.md',
    ruleId: 'a/rule',
    topic: 'other',
    severity: 'error',
    duty: 'must',
    message: 'Something is wrong.',
    line: span.start.line,
    column: span.start.column,
    endLine: span.end.line,
    endColumn: span.end.column,
    span,
    citations: [],
    fixes: [],
    related: [],
    ...part,
  };
}

/** A fix with one edit. */
export function fixOf(title: string, edit: Edit): Finding['fixes'][number] {
  return { title, edits: [edit] };
}

/** A snapshot of the text as Rollmark really reads it, with facts, steps and findings put in their place where given. */
export function snapshotOf(
  text: string,
  given: { facts?: Fact[]; steps?: Step[]; findings?: Finding[] } = {},
): PolicySnapshot {
  const reading = readPolicy(text);
  const parsed = {
    ...reading.parsed,
    ...(given.facts ? { facts: given.facts } : {}),
    ...(given.steps ? { escalation: given.steps } : {}),
  };
  return takeSnapshot(
    { document: reading.document, parsed },
    { findings: given.findings ?? [], crosswalk: [], suppressed: [] },
  );
}

/** A time fact on a span. */
export function timeOn(
  text: string,
  span: Fact['span'],
  value: string,
  field: Extract<Fact, { kind: 'time' }>['field'] = 'amRegisterCloses',
): Extract<Fact, { kind: 'time' }> {
  const quote = text.slice(span.start.offset, span.end.offset);
  return { kind: 'time', field, value, line: span.start.line, span, quote, confidence: 'certain' };
}

/** A step with only what a drawing needs. */
export function stepOf(order: number, trigger: Step['trigger'], part: Partial<Step> = {}): Step {
  const span = new PolicyDocument('', []).span(0, 0);
  return {
    order,
    sequence: 'main',
    title: `Step ${order}: something`,
    trigger,
    actions: [],
    enforcement: [],
    line: 1,
    span,
    quote: '',
    confidence: 'certain',
    ...part,
  };
}
