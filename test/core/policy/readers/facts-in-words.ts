import { parsePolicy } from '#core/policy/parse.ts';
import type { Fact } from '#core/policy/schema.ts';

/** A fact in few words: its kind where its values do not say it, and its values. */
function inWords(fact: Fact): string[] {
  switch (fact.kind) {
    case 'time':
      return [`${fact.field} ${fact.value}`];
    case 'threshold':
      return [`${fact.metric} ${fact.op} ${fact.value}`];
    case 'date':
      return [`${fact.field} ${fact.value}`];
    case 'contact':
      return [fact.phone ?? fact.email ?? ''];
    case 'role':
      return [`${fact.role} ${fact.name}`];
    case 'penalty':
      return [`£${fact.amountGBP}`];
    case 'target':
      return [`target ${fact.value}`];
    default:
      return [];
  }
}

/** What a text says, in the order of the alphabet, each once. */
export function factsInWords(text: string): string {
  return [...new Set(parsePolicy(text).facts.flatMap(inWords))].sort().join(', ');
}

/** All that a fact says, in few words. */
function inFull(fact: Fact): string[] {
  switch (fact.kind) {
    case 'code':
      return [fact.code];
    case 'contact':
      return [`${fact.for} ${fact.phone ?? fact.email}`];
    case 'penalty':
      return [`£${fact.amountGBP}/${fact.withinDays ?? '-'}/${fact.offence}`];
    case 'reviewCycle':
      return [`cycle ${fact.months}`];
    case 'retention':
      return [`keep ${fact.years}`];
    case 'mis':
      return [`mis ${fact.name}`];
    case 'legalReference':
      return [`law ${fact.title}`];
    default:
      return inWords(fact);
  }
}

/** What a text says, in the order of the alphabet, each once, but for facts of the kinds that are tried elsewhere. */
export function factsInFull(text: string, ...elsewhere: Fact['kind'][]): string {
  const facts = parsePolicy(text).facts.filter(({ kind }) => !elsewhere.includes(kind));
  return [...new Set(facts.flatMap(inFull))].sort().join(', ');
}
