import type { Conflict, Fact } from '../policy/schema.ts';
import type { PolicySnapshot } from './snapshot.ts';

/** What makes two facts mentions of one thing: the field it fills, not the value it gives. Null for kinds that only list. */
export function factKey(fact: Fact): string | null {
  switch (fact.kind) {
    case 'time':
      return `time ${fact.field} ${scopeKey(fact.scope)}`;
    case 'code':
      return `code ${fact.code}`;
    case 'penalty':
      return `penalty ${fact.offence} ${fact.withinDays}`;
    case 'threshold':
      return fact.label === 'other' || fact.label === 'concern'
        ? `threshold ${fact.metric} ${fact.op} ${fact.value} ${fact.unit}`
        : `threshold ${fact.label} ${fact.metric} ${scopeKey(fact.scope)}`;
    case 'date':
      return `date ${fact.field}`;
    case 'role':
      return fact.role === 'contact' ? `role contact ${fact.name}` : `role ${fact.role}`;
    case 'contact':
      return `contact ${fact.phone ?? fact.email ?? ''}`;
    case 'legalReference':
      return `law ${fact.canonical ?? fact.title.toLowerCase()}`;
    case 'duration':
      return `duration ${fact.what}`;
    case 'reviewCycle':
    case 'target':
    case 'retention':
      return fact.kind;
    case 'mis':
      return `mis ${fact.name.toLowerCase()}`;
    case 'equivalence':
      return null;
  }
}

/** Every place that speaks of the same thing, in the order of the text; the fact itself among them. */
export function mentionsOf(facts: readonly Fact[], fact: Fact): Fact[] {
  const key = factKey(fact);
  if (key === null) return [fact];
  return facts.filter((other) => other === fact || factKey(other) === key);
}

/** The mentions of one fact after another: the facts are gone through once for all of them. */
export class Mentions {
  readonly #byKey = new Map<string, Fact[]>();

  constructor(facts: readonly Fact[]) {
    for (const fact of facts) {
      const key = factKey(fact);
      if (key === null) continue;
      const known = this.#byKey.get(key);
      if (known) known.push(fact);
      else this.#byKey.set(key, [fact]);
    }
  }

  /** Every place that speaks of the same thing, in the order of the text; the fact itself among them. */
  of(fact: Fact): readonly Fact[] {
    const key = factKey(fact);
    return (key === null ? undefined : this.#byKey.get(key)) ?? [fact];
  }
}

/** The mention after the given one, going round: what "go to the other mention" lands on. Null when it is the only one. */
export function nextMention(facts: readonly Fact[], fact: Fact): Fact | null {
  const mentions = mentionsOf(facts, fact);
  if (mentions.length < 2) return null;
  const here = mentions.findIndex(({ span }) => span.start.offset === fact.span.start.offset);
  return mentions[(here + 1) % mentions.length] ?? null;
}

/** The conflict that the fact takes part in. */
export function conflictOf(snapshot: PolicySnapshot, fact: Fact): Conflict | null {
  const index = snapshot.parsed.facts.indexOf(fact);
  return (
    snapshot.parsed.policy.conflicts.find(({ values }) => values.some(({ facts }) => facts.includes(index))) ?? null
  );
}

function scopeKey(scope: string | undefined): string {
  return (scope ?? '').toLowerCase();
}
