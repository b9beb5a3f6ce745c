import type { Finding } from '../lint/finding.ts';
import type { Fact } from '../policy/schema.ts';
import type { Span } from '../text/span.ts';
import { factsIn, groupSteps } from './facts.ts';
import { Mentions } from './mentions.ts';
import { headingsAt } from './outline.ts';
import type { PolicySnapshot } from './snapshot.ts';
import { conflictTitle, factValue, SEQUENCE_NAMES } from './words.ts';

/** A line of Rollmark's own above a line of the policy. */
export interface Lens {
  /** Where it belongs; it is shown above the first line of it. */
  readonly span: Span;
  readonly title: string;
  /** What a click leads to. */
  readonly leadsTo:
    | { readonly what: 'problem'; readonly finding: Finding }
    | { readonly what: 'mentions'; readonly fact: Fact; readonly mentions: readonly Fact[] }
    | { readonly what: 'ladder' };
}

const MOST_VALUES = 4;

/** Under each heading how many problems stand there, beside a contradiction its other values, over a ladder its length. */
export function lensesOf(snapshot: PolicySnapshot): Lens[] {
  return [...problemLenses(snapshot), ...conflictLenses(snapshot), ...ladderLenses(snapshot)].sort(
    (a, b) => a.span.start.offset - b.span.start.offset,
  );
}

function problemLenses({ findings, outline }: PolicySnapshot): Lens[] {
  const under = new Map<number, Finding[]>();
  for (const finding of findings) {
    if (finding.severity === 'advice') continue;
    const heading = headingsAt(outline, finding.span.start.offset).at(-1);
    if (!heading) continue;
    const at = heading.heading.start.offset;
    const here = under.get(at);
    if (here) here.push(finding);
    else under.set(at, [finding]);
  }
  return outline.flatMap(({ heading }) => {
    const here = under.get(heading.start.offset) ?? [];
    const [first] = here;
    if (!first) return [];
    const errors = here.filter(({ severity }) => severity === 'error').length;
    const warnings = here.length - errors;
    const title = [counted(errors, 'error'), counted(warnings, 'warning')].filter(Boolean).join(', ');
    return [{ span: heading, title, leadsTo: { what: 'problem' as const, finding: first } }];
  });
}

function conflictLenses({ parsed }: PolicySnapshot): Lens[] {
  const mentions = new Mentions(parsed.facts);
  return parsed.policy.conflicts.flatMap((conflict) => {
    const facts = conflict.values
      .flatMap((value) => value.facts.map((index) => parsed.facts[index]))
      .filter((fact) => fact !== undefined);
    const said = facts.map((fact) => ({ value: factValue(fact), line: fact.line }));
    const others = new Map<string, string>();
    const otherThan = (value: string): string => {
      const known = others.get(value) ?? otherValues(said, value);
      others.set(value, known);
      return known;
    };
    return facts.flatMap((fact) => {
      const value = factValue(fact);
      const other = otherThan(value);
      if (other === '') return [];
      return [
        {
          span: fact.span,
          title: `${conflictTitle(conflict)} is ${value} here, ${other}`,
          leadsTo: { what: 'mentions' as const, fact, mentions: mentions.of(fact) },
        },
      ];
    });
  });
}

/** The first few values other than this one, each with its line: "09:20 on line 4, 09:30 on line 7, …". */
function otherValues(said: readonly { readonly value: string; readonly line: number }[], than: string): string {
  const shown = new Set<string>();
  for (const { value, line } of said) {
    if (value === than) continue;
    const words = `${value} on line ${line}`;
    if (shown.size === MOST_VALUES && !shown.has(words)) return `${[...shown].join(', ')}, …`;
    shown.add(words);
  }
  return [...shown].join(', ');
}

function ladderLenses({ parsed, outline }: PolicySnapshot): Lens[] {
  return groupSteps(parsed.escalation).flatMap(({ sequence, steps }) => {
    const [first] = steps;
    if (!first || steps.length < 2) return [];
    const heading = headingsAt(outline, first.span.start.offset).at(-1);
    // Over the heading when the ladder begins its section, else over its first step.
    const begins =
      heading && factsIn(parsed.escalation, heading.section.start.offset, first.span.start.offset).length === 0;
    const title = `${SEQUENCE_NAMES[sequence]}: ${steps.length} steps read`;
    return [{ span: begins ? heading.heading : first.span, title, leadsTo: { what: 'ladder' as const } }];
  });
}

function counted(number: number, noun: string): string {
  return number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`;
}
