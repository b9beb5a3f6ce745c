import type { PolicyDocument } from '../document.ts';
import type { DocumentKind, Fact, Placeholder, Step } from '../schema.ts';

/** So many fill-ins make a template; fewer are leftovers in a policy that was filled in. */
const TEMPLATE_HOLES = 6;
const REPORTING = /\b(?:report|notify|inform|contact|telephone|phone|ring|call|let)\b[^.]{0,60}\babsen/i;
const LONG = 40;

/** A template has fill-ins throughout, a ladder steps and little else, a policy registers or reporting with what follows absence. */
export function documentKind(
  document: PolicyDocument,
  facts: readonly Fact[],
  steps: readonly Step[],
  placeholders: readonly Placeholder[],
): DocumentKind {
  const holes = placeholders.filter((hole) => hole.kind !== 'note').length;
  const told = placeholders.length - holes > 0;
  if (holes >= TEMPLATE_HOLES || (told && holes >= 3)) return 'template';
  const registers = facts.some((fact) => fact.kind === 'time' && /Register|schoolDayStart/.test(fact.field));
  const reporting =
    facts.some(
      (fact) =>
        (fact.kind === 'time' && (fact.field === 'reportAbsenceBy' || fact.field === 'firstDayContactFrom')) ||
        (fact.kind === 'contact' && fact.for === 'absence'),
    ) ||
    (document.blocks.length >= LONG && document.blocks.some(({ block }) => REPORTING.test(block.plain)));
  const consequences = steps.length >= 2 || facts.some((fact) => fact.kind === 'penalty');
  if ((registers || reporting) && consequences) return 'policy';
  const others = facts.filter((fact) => !ON_A_LADDER.has(fact.kind)).length;
  if (steps.length >= 3 && others <= steps.length) return 'ladder';
  return document.blocks.length >= LONG * 2 && (registers || reporting) ? 'policy' : 'page';
}

/** Kinds of fact that a page of steps has by itself. */
const ON_A_LADDER = new Set<Fact['kind']>(['threshold', 'penalty', 'duration', 'target', 'mis', 'equivalence']);
