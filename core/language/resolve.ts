import type { Edit } from '../lint/finding.ts';
import type { Conflict, Fact } from '../policy/schema.ts';
import type { PolicySnapshot } from './snapshot.ts';
import { factValue } from './words.ts';

/** One way to settle a conflict: every mention says the same. */
export interface Resolution {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** A clock time and nothing else, however it is written. */
const BARE_CLOCK = /^\d{1,2}(?:[.:]\d{2})?\s?(?:[ap]\.?m\.?)?$/i;
const BARE_FIGURE = /^£?\d+(?:\.\d+)?\s?%?$/;

/**
 * Ways to make every mention agree, one for each value that the policy gives. Only where each mention is a bare time or
 * figure, so that replacing it cannot break a sentence; otherwise none.
 */
export function resolutionsOf(snapshot: PolicySnapshot, conflict: Conflict): Resolution[] {
  const mentions = conflict.values.map(({ facts }) =>
    facts.map((index) => snapshot.parsed.facts[index]).filter((fact) => fact !== undefined),
  );
  if (mentions.length < 2 || !mentions.flat().every(isBare)) return [];
  return mentions.flatMap((same, index) => {
    const [model] = same;
    if (!model) return [];
    const others = mentions.filter((_, other) => other !== index).flat();
    return [
      {
        title: `Say ${factValue(model)} everywhere`,
        edits: others.map(({ span }) => ({ span, text: model.quote })),
      },
    ];
  });
}

function isBare(fact: Fact): boolean {
  const words = fact.quote.trim();
  return BARE_CLOCK.test(words) || BARE_FIGURE.test(words);
}
