import type { Fact, FactKind, Sequence, Step } from '../policy/schema.ts';
import { SEQUENCES } from '../policy/sequences.ts';
import type { Span } from '../text/span.ts';
import { kindName } from './words.ts';

/** Facts shown under one name, in the order of the text. */
export interface FactGroup {
  readonly name: string;
  readonly facts: readonly Fact[];
}

const ORDER: readonly FactKind[] = [
  'time',
  'contact',
  'role',
  'target',
  'threshold',
  'penalty',
  'code',
  'date',
  'retention',
  'duration',
  'mis',
  'legalReference',
  'equivalence',
];

/** Facts by kind, what a parent or officer asks for first coming first. */
export function groupFacts(facts: readonly Fact[]): FactGroup[] {
  const names = [...new Set(ORDER.map(kindName))];
  return names
    .map((name) => ({ name, facts: facts.filter(({ kind }) => kindName(kind) === name) }))
    .filter((group) => group.facts.length > 0);
}

/** The steps of each ladder that the policy has, the main one first. */
export function groupSteps(steps: readonly Step[]): { sequence: Sequence; steps: Step[] }[] {
  return SEQUENCES.map((sequence) => ({ sequence, steps: steps.filter((step) => step.sequence === sequence) })).filter(
    (group) => group.steps.length > 0,
  );
}

/** The facts whose words hold the offset (its end included, as with a caret), the narrowest first. */
export function factsAt<T extends { readonly span: Span }>(facts: readonly T[], offset: number): T[] {
  return facts.filter(({ span }) => touches(span, offset, offset)).sort((a, b) => lengthOf(a.span) - lengthOf(b.span));
}

/** The facts whose words meet the stretch of text. */
export function factsIn<T extends { readonly span: Span }>(facts: readonly T[], start: number, end: number): T[] {
  return facts.filter(({ span }) => touches(span, start, end));
}

/** Whether a stretch of text meets a span; an empty stretch meets both ends of the span. */
export function touches(span: Span, start: number, end: number): boolean {
  return start === end
    ? span.start.offset <= start && start <= span.end.offset
    : span.start.offset < end && start < span.end.offset;
}

function lengthOf(span: Span): number {
  return span.end.offset - span.start.offset;
}
