import type { PolicyReading } from '../policy/parse.ts';
import type { MeaningChange } from './change.ts';
import { changedFacts } from './facts.ts';
import { changedSteps } from './steps.ts';
import { changedWording } from './wording.ts';

/** What changed in meaning between two versions: each change once, in the order of the new document; none for pure rewording. */
export function diffPolicies(before: PolicyReading, after: PolicyReading): MeaningChange[] {
  const steps = changedSteps(before, after);
  const facts = changedFacts(before, after, factsOfSteps(before), factsOfSteps(after));
  const told = [...steps, ...facts];
  const wording = changedWording(
    before,
    after,
    new Set(told.flatMap(({ before: side }) => side?.line ?? [])),
    new Set(told.flatMap(({ after: side }) => side?.line ?? [])),
  );
  return [...told, ...wording].toSorted((a, b) => lineOf(a) - lineOf(b));
}

/** Thresholds and durations that stand in a step's own words: a change of the step tells of them. */
function factsOfSteps({ parsed }: PolicyReading): Set<number> {
  const covered = new Set<number>();
  parsed.facts.forEach((fact, index) => {
    if (fact.kind !== 'threshold' && fact.kind !== 'duration' && fact.kind !== 'target') return;
    if (
      parsed.escalation.some(
        ({ span, line }) =>
          line === fact.line ||
          (span.start.offset <= fact.span.start.offset && fact.span.end.offset <= span.end.offset),
      )
    )
      covered.add(index);
  });
  return covered;
}

function lineOf({ before, after }: MeaningChange): number {
  return after?.line ?? before?.line ?? 0;
}
