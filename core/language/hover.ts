import type { Day } from '../attendance/day.ts';
import type { Finding } from '../lint/finding.ts';
import type { Fact, Step } from '../policy/schema.ts';
import type { Span } from '../text/span.ts';
import { codeClassText } from './completions.ts';
import { factsAt } from './facts.ts';
import { conflictOf, mentionsOf } from './mentions.ts';
import type { PolicySnapshot } from './snapshot.ts';
import { factTitle, factValue, SEQUENCE_NAMES, stepName, triggerText } from './words.ts';

/** What to show over a place in the text. */
export interface Hover {
  /** The narrowest stretch that the cards speak of. */
  readonly span: Span;
  readonly cards: readonly HoverCard[];
}

export type HoverCard =
  | { readonly is: 'finding'; readonly finding: Finding }
  | {
      readonly is: 'fact';
      readonly fact: Fact;
      readonly title: string;
      readonly value: string;
      readonly notes: readonly string[];
    }
  | { readonly is: 'step'; readonly step: Step; readonly title: string; readonly when: string };

/** The findings, facts and steps that hold the offset, under the rules of a day; null where Rollmark read nothing. */
export function hoverAt(snapshot: PolicySnapshot, offset: number, asOf: Day): Hover | null {
  const findings = factsAt(snapshot.findings, offset);
  const facts = factsAt(snapshot.parsed.facts, offset);
  const steps = factsAt(snapshot.parsed.escalation, offset);
  const cards: HoverCard[] = [
    ...findings.map((finding) => ({ is: 'finding' as const, finding })),
    ...facts.map((fact) => ({
      is: 'fact' as const,
      fact,
      title: factTitle(fact),
      value: factValue(fact),
      notes: notesOn(snapshot, fact, asOf),
    })),
    ...steps.map((step) => ({ is: 'step' as const, step, title: stepTitle(step), when: triggerText(step.trigger) })),
  ];
  const span = facts[0]?.span ?? findings[0]?.span ?? steps[0]?.span;
  return span ? { span, cards } : null;
}

/** "Attendance, step 3: a meeting", with the sequence that it belongs to. */
export function stepTitle(step: Step): string {
  return `${SEQUENCE_NAMES[step.sequence]}, step ${step.order}${step.sub ?? ''}: ${stepName(step)}`;
}

function notesOn(snapshot: PolicySnapshot, fact: Fact, asOf: Day): string[] {
  const register = fact.kind === 'code' ? codeClassText(fact.code, asOf) : null;
  const notes: string[] = register ? [`The register’s own meaning: ${register}`] : [];
  const others = mentionsOf(snapshot.parsed.facts, fact).filter((other) => other !== fact);
  const conflict = conflictOf(snapshot, fact);
  if (conflict) {
    const rest = others.filter((other) => factValue(other) !== factValue(fact));
    notes.push(
      rest.length > 0
        ? `The policy also says ${rest.map((other) => `${factValue(other)} (line ${other.line})`).join(', ')}.`
        : 'The policy says this in more than one way.',
    );
  }
  const same = others.filter((other) => factValue(other) === factValue(fact));
  if (same.length > 0) notes.push(`Also on ${lines(same.map(({ line }) => line))}.`);
  if (fact.confidence === 'unsure') notes.push('Rollmark is not sure that it read this rightly.');
  return notes;
}

function lines(numbers: readonly number[]): string {
  const shown = [...new Set(numbers)].slice(0, 6);
  return `${shown.length === 1 ? 'line' : 'lines'} ${shown.join(', ')}`;
}
