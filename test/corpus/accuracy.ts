import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Fact, parsePolicy, type Step } from '#core/index.ts';

/**
 * How much of what a careful reader found in a page Rollmark finds, and how much of what it finds is right.
 * A fact counts once a document by its kind and values; a step by its trigger, within two lines of its place.
 */

const GoldFact = z.looseObject({ kind: z.string(), line: z.int(), optional: z.boolean().optional() });
type GoldFact = z.infer<typeof GoldFact>;
/** As an annotator writes it: metrics by other names too, and other triggers that a step may as well be read with. */
interface GoldTrigger {
  metric?: string | undefined;
  op?: string | undefined;
  value?: number | undefined;
  unit?: string | undefined;
  band?: number[] | undefined;
  afterStep?: unknown;
  anyOf?: GoldTrigger[] | undefined;
}
const GoldTriggerSchema: z.ZodType<GoldTrigger> = z.lazy(() =>
  z.looseObject({
    metric: z.string().optional(),
    op: z.string().optional(),
    value: z.number().optional(),
    unit: z.string().optional(),
    band: z.array(z.number()).optional(),
    afterStep: z.unknown().optional(),
    anyOf: z
      .array(z.union([z.object({ trigger: GoldTriggerSchema }).transform(({ trigger }) => trigger), GoldTriggerSchema]))
      .optional(),
  }),
);
const GoldStep = z.looseObject({
  line: z.int(),
  trigger: GoldTriggerSchema,
  optional: z.boolean().optional(),
  reward: z.boolean().optional(),
  band: z.array(z.number()).nullish().catch(null),
  alternativeTriggers: z.array(GoldTriggerSchema).optional(),
});
const Gold = z.object({ facts: z.array(GoldFact), escalation: z.array(GoldStep) });

export interface Tally {
  expected: number;
  found: number;
  right: number;
  certain: number;
  certainRight: number;
}

export interface Accuracy {
  documents: number;
  byKind: Map<string, Tally>;
  facts: Tally;
  steps: Tally;
  misses: string[];
}

const OPEN = new Set(['duration', 'equivalence']);
const NOT_SCORED_ROLES = new Set(['contact', 'author', 'approver']);
const DEBATABLE_TIMES = new Set(['breakStart', 'lunchStart', 'lunchEnd', 'gatesClose', 'arriveBy']);

export function precision({ right, found }: Tally): number {
  return found === 0 ? 1 : right / found;
}

export function recall({ right, expected }: Tally): number {
  return expected === 0 ? 1 : right / expected;
}

export function f1(tally: Tally): number {
  const [p, r] = [precision(tally), recall(tally)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}

/** Reads every NAME.md of a folder that has a NAME.gold.json beside it. */
export function measure(folder: string): Accuracy {
  const accuracy: Accuracy = { documents: 0, byKind: new Map(), facts: emptyTally(), steps: emptyTally(), misses: [] };
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.gold.json'))
    .toSorted()) {
    const page = name.replace(/\.gold\.json$/, '.md');
    const gold = Gold.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    const parsed = parsePolicy(readFileSync(join(folder, page), 'utf8'));
    accuracy.documents++;
    measureFacts(page, gold.facts, parsed.facts, accuracy);
    measureSteps(page, gold.escalation, parsed.escalation, accuracy);
  }
  return accuracy;
}

function emptyTally(): Tally {
  return { expected: 0, found: 0, right: 0, certain: 0, certainRight: 0 };
}

function keyOf(fact: Fact | GoldFact): string {
  const value = (name: string): string => String((fact as Record<string, unknown>)[name] ?? '');
  switch (fact.kind) {
    case 'time':
      return `${value('field')} ${value('value')}`;
    case 'threshold':
      return `${/^(?:consecutive(?:Absence)?Days|absenceDays|days)$/.test(value('metric')) ? 'days' : value('metric')} ${value('op').replace('=', '')} ${value('value')} ${value('unit')}`;
    case 'code':
      return value('code');
    case 'penalty':
      return `${value('amountGBP')} ${value('withinDays')}`;
    case 'date':
      return `${value('field')} ${value('value').slice(0, 7)}`;
    case 'reviewCycle':
      return value('months');
    case 'role':
      return `${value('role')} ${value('name')
        .toLowerCase()
        .replaceAll('’', "'")
        .replaceAll('.', '')
        .replace(/^(?:mr|mrs|ms|miss|dr|mx|rev|sir)\s+/, '')}`;
    case 'contact':
      return value('phone').replace(/\D/g, '') || value('email').toLowerCase();
    case 'target':
      return value('value');
    case 'mis':
      return value('name').toLowerCase();
    case 'legalReference':
      return value('title')
        .toLowerCase()
        .replace(/^the /, '')
        .replace(/[^a-z0-9]+/g, ' ')
        .trim();
    case 'retention':
      return value('years');
    default:
      return JSON.stringify(fact);
  }
}

/** Debatable: finding it or leaving it is right either way. */
function isOptional(fact: GoldFact): boolean {
  const { optional, reward, band, label, metric, op } = fact as Record<string, unknown>;
  if (optional === true || reward === true) return true;
  return (
    fact.kind === 'threshold' &&
    (band !== undefined || label === 'target' || (metric === 'attendance' && String(op).startsWith('>')))
  );
}

function isScored(fact: Fact | GoldFact): boolean {
  const { kind, field, role } = fact as { kind: string; field?: string; role?: string };
  if (OPEN.has(kind) || (kind === 'role' && NOT_SCORED_ROLES.has(role ?? ''))) return false;
  return !(kind === 'time' && DEBATABLE_TIMES.has(field ?? '')) && !(kind === 'date' && field === 'other');
}

function measureFacts(page: string, gold: readonly GoldFact[], found: readonly Fact[], accuracy: Accuracy): void {
  const wanted = new Map<string, GoldFact[]>();
  for (const fact of gold.filter(isScored))
    wanted.set(`${fact.kind} ${keyOf(fact)}`, [...(wanted.get(`${fact.kind} ${keyOf(fact)}`) ?? []), fact]);
  const read = new Map<string, Fact[]>();
  for (const fact of found.filter(isScored))
    read.set(`${fact.kind} ${keyOf(fact)}`, [...(read.get(`${fact.kind} ${keyOf(fact)}`) ?? []), fact]);
  matchTitles(wanted, read);
  for (const [key, facts] of wanted) {
    if (facts.every(isOptional)) continue;
    const hit = read.has(key);
    bump(accuracy, facts[0]?.kind ?? '', 'expected');
    if (hit) bump(accuracy, facts[0]?.kind ?? '', 'right');
    else accuracy.misses.push(`${page}:${facts[0]?.line}: missed ${key}`);
  }
  for (const [key, facts] of read) {
    const want = wanted.get(key);
    if (want?.every(isOptional)) continue;
    const [first] = facts;
    // A figure that attendance should be above is a target or a prize, never a trigger: finding it or not is no error.
    if (!first || (!want && first.kind === 'threshold' && first.metric === 'attendance' && first.op.startsWith('>')))
      continue;
    bump(accuracy, first.kind, 'found');
    if (facts.some(({ confidence }) => confidence === 'certain')) {
      bump(accuracy, first.kind, 'certain');
      if (want) bump(accuracy, first.kind, 'certainRight');
    }
    if (!want) accuracy.misses.push(`${page}:${first.line}: not there: ${key}`);
  }
}

/** Titles of law are printed in many ways: two that share half of their words are one. */
function matchTitles(wanted: Map<string, GoldFact[]>, read: Map<string, Fact[]>): void {
  const isTitle = (key: string): boolean => key.startsWith('legalReference ');
  const free = new Set([...read.keys()].filter((key) => isTitle(key) && !wanted.has(key)));
  for (const key of [...wanted.keys()].filter((name) => isTitle(name) && !read.has(name))) {
    const twin = [...free].find((other) => sharedWords(key, other) >= 0.5);
    const facts = wanted.get(key);
    if (!twin || !facts) continue;
    free.delete(twin);
    wanted.delete(key);
    wanted.set(twin, facts);
  }
}

function sharedWords(a: string, b: string): number {
  const words = (text: string): Set<string> =>
    new Set(text.split(' ').filter((word) => word.length > 2 && !/^(?:the|and|for|act|legalReference)$/.test(word)));
  const [one, other] = [words(a), words(b)];
  const both = [...one].filter((word) => other.has(word)).length;
  return both / (one.size + other.size - both || 1);
}

function bump(accuracy: Accuracy, kind: string, what: keyof Tally): void {
  let tally = accuracy.byKind.get(kind);
  if (!tally) accuracy.byKind.set(kind, (tally = emptyTally()));
  tally[what]++;
  accuracy.facts[what]++;
}

/** Every name that a trigger goes by; two agree when they share one. */
function triggerKeys(trigger: GoldTrigger): string[] {
  const keys = (trigger.anyOf ?? []).flatMap(triggerKeys);
  if (trigger.band) keys.push(`band ${trigger.band.toSorted((a, b) => a - b).join('-')}`);
  if (trigger.metric) keys.push(keyOf({ kind: 'threshold', line: 1, ...trigger }));
  if (trigger.afterStep !== undefined) keys.push('after');
  return keys.length > 0 ? keys : ['words'];
}

function measureSteps(
  page: string,
  gold: readonly z.infer<typeof GoldStep>[],
  found: readonly Step[],
  accuracy: Accuracy,
): void {
  const free = [...found];
  for (const step of gold) {
    const keys = [
      step.trigger,
      ...(step.band ? [{ band: step.band }] : []),
      ...(step.alternativeTriggers ?? []),
    ].flatMap(triggerKeys);
    const near = free
      .filter(
        (other) =>
          Math.abs(other.line - step.line) <= 2 && triggerKeys(other.trigger).some((key) => keys.includes(key)),
      )
      .toSorted((x, y) => Math.abs(x.line - step.line) - Math.abs(y.line - step.line))[0];
    const at = near ? free.indexOf(near) : -1;
    if (at >= 0) free.splice(at, 1);
    if (step.optional || step.reward) continue;
    accuracy.steps.expected++;
    if (at >= 0) {
      accuracy.steps.right++;
      accuracy.steps.found++;
    } else accuracy.misses.push(`${page}:${step.line}: missed step ${keys.join(' or ')}`);
  }
  accuracy.steps.found += free.length;
  for (const step of free)
    accuracy.misses.push(`${page}:${step.line}: step not there: ${triggerKeys(step.trigger).join(' or ')}`);
}
