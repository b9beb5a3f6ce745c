import type { Fact, FactKind, FactOf, TimeField } from '../schema.ts';

/** A fact with its place in the list of facts, by which the resolved policy points back to it. */
export interface Indexed<F extends Fact> {
  readonly fact: F;
  readonly index: number;
}

/** A value of the resolved policy with the facts that say it. */
export interface Sourced<V> {
  value: V;
  scope?: string | undefined;
  facts: number[];
}

export function indexed(facts: readonly Fact[]): Indexed<Fact>[] {
  return facts.map((fact, index) => ({ fact, index }));
}

const sorted = new WeakMap<readonly Indexed<Fact>[], Map<FactKind, Indexed<Fact>[]>>();

/** The facts of one kind, with their places. All are sorted by kind once, since the policy asks for kinds many times. */
export function ofKind<K extends FactKind>(all: readonly Indexed<Fact>[], kind: K): Indexed<FactOf<K>>[] {
  let kinds = sorted.get(all);
  if (!kinds) {
    kinds = new Map();
    for (const one of all) {
      const known = kinds.get(one.fact.kind);
      if (known) known.push(one);
      else kinds.set(one.fact.kind, [one]);
    }
    sorted.set(all, kinds);
  }
  return (kinds.get(kind) ?? []).filter((one): one is Indexed<FactOf<K>> => one.fact.kind === kind);
}

const sortedTimes = new WeakMap<readonly Indexed<Fact>[], Map<TimeField, Indexed<FactOf<'time'>>[]>>();

/** The times of one field, with their places. */
export function timesFor(all: readonly Indexed<Fact>[], field: TimeField): readonly Indexed<FactOf<'time'>>[] {
  let fields = sortedTimes.get(all);
  if (!fields) {
    fields = new Map();
    for (const one of ofKind(all, 'time')) {
      const known = fields.get(one.fact.field);
      if (known) known.push(one);
      else fields.set(one.fact.field, [one]);
    }
    sortedTimes.set(all, fields);
  }
  return fields.get(field) ?? [];
}

/** Each distinct value once, in order of first mention, apart for each scope. */
export function distinct<F extends Fact, V extends string | number>(
  of: readonly Indexed<F>[],
  printedBy: (fact: F) => V,
  keyOf: (value: V) => string = String,
): Sourced<V>[] {
  const values = new Map<string, Sourced<V>>();
  for (const { fact, index } of of) {
    const value = printedBy(fact);
    const scope = 'scope' in fact ? fact.scope : undefined;
    const key = `${keyOf(value)}\u0000${scopeKey(scope)}`;
    const known = values.get(key);
    if (known) known.facts.push(index);
    else values.set(key, { value, ...(scope ? { scope } : {}), facts: [index] });
  }
  return [...values.values()];
}

/** Scopes that differ only in spelling are one. */
export function scopeKey(scope: string | undefined): string {
  return (scope ?? '').toLowerCase().replace(/\s+/g, ' ').trim();
}
