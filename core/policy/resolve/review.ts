import type { AttendancePolicy, Fact, FactOf } from '../schema.ts';
import { distinct, type Indexed, ofKind, type Sourced } from './gather.ts';

/** When the policy was approved and reviewed, when it is due again, and how often. */
export function reviewOf(all: readonly Indexed<Fact>[]): AttendancePolicy['review'] {
  const dated = (field: FactOf<'date'>['field']): Sourced<string>[] =>
    agreed(
      distinct(
        ofKind(all, 'date').filter(({ fact }) => fact.field === field),
        ({ value }) => value,
      ),
    );
  return {
    // Approved once and adopted again since: the last one is the one in force.
    approved: latest(dated('approved')),
    lastReviewed: latest(dated('lastReviewed')),
    next: dated('nextReview'),
    effective: latest(dated('effective')),
    cycleMonths: distinct(ofKind(all, 'reviewCycle'), ({ months }) => months),
  };
}

/** "December 2026" and "1 December 2026" agree: the fuller date stands for both. */
function agreed(values: readonly Sourced<string>[]): Sourced<string>[] {
  const full = values.filter(
    (one) => !values.some((other) => other !== one && other.value.startsWith(`${one.value}-`)),
  );
  return full.map((one) => ({
    ...one,
    facts: values
      .filter((other) => other === one || one.value.startsWith(`${other.value}-`))
      .flatMap((other) => other.facts)
      .sort((a, b) => a - b),
  }));
}

function latest(values: readonly Sourced<string>[]): Sourced<string>[] {
  const last = values.reduce<Sourced<string> | null>(
    (best, one) => (!best || one.value > best.value ? one : best),
    null,
  );
  return last ? [last] : [];
}
