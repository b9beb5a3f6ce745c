import type { PolicyDocument } from './document.ts';
import { conflictsOf } from './resolve/conflicts.ts';
import { distinct, type Indexed, indexed, ofKind } from './resolve/gather.ts';
import { personKey } from './resolve/people.ts';
import { questionsOf } from './resolve/questions.ts';
import { reviewOf } from './resolve/review.ts';
import { dayOf, registersOf, reportingTimes } from './resolve/times.ts';
import { sayTheSame } from './same-values.ts';
import type { AttendancePolicy, Fact, Question, Step } from './schema.ts';
import { SEQUENCES } from './sequences.ts';

/** The policy that one version of a document after another resolves to; where the facts say what they said, the same one. */
export function createResolver(): (
  document: PolicyDocument,
  facts: readonly Fact[],
  steps: readonly Step[],
) => { policy: AttendancePolicy; questions: Question[] } {
  let last: {
    readonly facts: readonly Fact[];
    readonly steps: readonly Step[];
    readonly policy: AttendancePolicy;
  } | null = null;
  return (document, facts, steps) => {
    const policy =
      last && sayWhatTheySaid(last.facts, facts) && areOfSameLadders(last.steps, steps)
        ? last.policy
        : policyOf(facts, steps);
    last = { facts, steps, policy };
    return { policy, questions: questionsOf(document, policy, facts, steps) };
  };
}

/** Whether facts stand on the lines of those before and say the same. */
function sayWhatTheySaid(before: readonly Fact[], now: readonly Fact[]): boolean {
  return (
    before.length === now.length &&
    now.every((fact, index) => {
      const known = before[index];
      return known === fact || (known !== undefined && known.line === fact.line && sayTheSame(known, fact));
    })
  );
}

function areOfSameLadders(before: readonly Step[], now: readonly Step[]): boolean {
  return before.length === now.length && now.every(({ sequence }, index) => before[index]?.sequence === sequence);
}

/**
 * The resolved policy: each value beside the facts that it came from. Where the document says two things, both
 * values stand and a conflict lists them.
 */
function policyOf(facts: readonly Fact[], steps: readonly Step[]): AttendancePolicy {
  const all = indexed(facts);
  const policy: AttendancePolicy = {
    schemaVersion: 1,
    day: dayOf(all),
    registers: registersOf(all),
    reporting: {
      ...reportingTimes(all),
      contacts: distinct(
        ofKind(all, 'contact').filter(({ fact }) => fact.for === 'absence'),
        ({ phone, email }) => phone ?? email ?? '',
        (contact) => contact.replace(/[^\w@.]/g, '').toLowerCase(),
      ),
    },
    people: peopleOf(all),
    codes: codesOf(all),
    thresholds: thresholdsOf(all),
    ladder: SEQUENCES.flatMap((sequence) => {
      const of = steps.flatMap((step, index) => (step.sequence === sequence ? [index] : []));
      return of.length > 0 ? [{ sequence, steps: of }] : [];
    }),
    penalties: penaltiesOf(all),
    leave: {
      requestNotice: distinct(
        ofKind(all, 'duration').filter(({ fact }) => fact.what === 'leaveRequestNotice'),
        ({ value, unit }) => `${value} ${unit}`,
      ),
    },
    review: reviewOf(all),
    legalReferences: legalReferencesOf(all),
    mis: distinct(ofKind(all, 'mis'), ({ name }) => name),
    retentionYears: distinct(ofKind(all, 'retention'), ({ years }) => years),
    targets: distinct(ofKind(all, 'target'), ({ value }) => value),
    conflicts: [],
  };
  policy.conflicts = conflictsOf(policy, facts);
  return policy;
}

/** Facts that agree on a key, in order of first mention, as one value with all their indexes. */
function grouped<F extends Fact, V>(
  of: readonly Indexed<F>[],
  key: (fact: F) => string,
  value: (fact: F) => V,
): (V & { facts: number[] })[] {
  const groups = new Map<string, V & { facts: number[] }>();
  for (const { fact, index } of of) {
    const group = groups.get(key(fact));
    if (group) group.facts.push(index);
    else groups.set(key(fact), { ...value(fact), facts: [index] });
  }
  return [...groups.values()];
}

function peopleOf(all: readonly Indexed<Fact>[]): AttendancePolicy['people'] {
  return grouped(
    ofKind(all, 'role'),
    ({ role, name }) => `${role} ${personKey(name)}`,
    ({ role, name }) => ({ role, name }),
  );
}

function codesOf(all: readonly Indexed<Fact>[]): AttendancePolicy['codes'] {
  const groups = grouped(
    ofKind(all, 'code'),
    ({ code }) => code,
    ({ code, meaning }) => ({ code, meaning }),
  );
  // A code is often used before the table that explains it: the first mention with a meaning gives it.
  return groups.map((group) => ({
    ...group,
    meaning:
      group.meaning ||
      (ofKind(all, 'code').find(({ fact }) => fact.code === group.code && fact.meaning !== '')?.fact.meaning ?? ''),
  }));
}

function thresholdsOf(all: readonly Indexed<Fact>[]): AttendancePolicy['thresholds'] {
  return grouped(
    ofKind(all, 'threshold'),
    ({ metric, op, value, unit, window, label }) => [metric, op, value, unit, window ?? '', label].join(' '),
    ({ metric, op, value, unit, window, label }) => ({ metric, op, value, unit, window, label }),
  );
}

function penaltiesOf(all: readonly Indexed<Fact>[]): AttendancePolicy['penalties'] {
  return grouped(
    ofKind(all, 'penalty'),
    ({ amountGBP, withinDays, offence }) => [amountGBP, withinDays ?? '', offence].join(' '),
    ({ amountGBP, withinDays, offence }) => ({ amountGBP, withinDays, offence }),
  );
}

function legalReferencesOf(all: readonly Indexed<Fact>[]): AttendancePolicy['legalReferences'] {
  return grouped(
    ofKind(all, 'legalReference'),
    ({ title, canonical }) => canonical ?? title.toLowerCase(),
    ({ title, canonical }) => ({ title, ...(canonical ? { canonical } : {}) }),
  );
}
