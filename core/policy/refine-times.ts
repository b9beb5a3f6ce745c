import type { PlacedBlock, PolicyDocument } from './document.ts';
import { readTimes } from './readers/times/read-block.ts';
import type { Ground, TimeReading } from './readers/times/reading.ts';
import type { Fact, TimeField } from './schema.ts';
import { timesAboveLabels, withTimesAbove } from './times-above.ts';

type TimeFact = Extract<Fact, { kind: 'time' }>;

interface Weighed {
  readonly fact: TimeFact;
  readonly ground: Ground;
}

const SESSIONS = [
  { markedBy: 'amRegisterMarkedBy', closes: 'amRegisterCloses' },
  { markedBy: 'pmRegisterMarkedBy', closes: 'pmRegisterCloses' },
] as const;

/**
 * Weighs the times of a document against one another: a guess gives way to a statement, "closes" gives way to what becomes
 * of the pupil, and being in school by a time begins the day where nothing else does.
 */
export function refineTimes(document: PolicyDocument, facts: readonly Fact[]): Fact[] {
  const above = timesAboveLabels(document);
  const placed = above.size > 0 ? withTimesAbove(document, facts, above) : facts;
  const weighed = weigh(document, placed, above);
  if (weighed.length === 0) return [...placed];
  const dropped = new Set<Fact>();
  for (const { markedBy, closes } of SESSIONS) {
    dropGuesses(weighed, closes, dropped);
    dropOverruled(weighed, markedBy, closes, dropped);
  }
  dropGuesses(weighed, 'schoolDayStart', dropped);
  dropGuesses(weighed, 'schoolDayEnd', dropped);
  dropGuesses(weighed, 'gatesOpen', dropped);
  dropLaterCalls(document, weighed, dropped);
  const kept = placed.filter((fact) => !dropped.has(fact));
  return withStartFromArrival(kept);
}

/** Every time fact with the ground on which its reader gave it its field. */
function weigh(
  document: PolicyDocument,
  facts: readonly Fact[],
  above: ReadonlyMap<PlacedBlock, readonly TimeReading[]>,
): Weighed[] {
  const byPlace = new Map<number, TimeFact>();
  const blocks = new Set<PlacedBlock>();
  for (const fact of facts) {
    if (fact.kind !== 'time') continue;
    byPlace.set(placeKey(fact.field, fact.span.start.offset), fact);
    const placed = document.blockAt(fact.span.start.offset);
    if (placed) blocks.add(placed);
  }
  const weighed: Weighed[] = [];
  for (const placed of blocks) {
    const context = {
      headings: placed.headings,
      before: document.blocks[placed.index - 1]?.block.plain ?? '',
      after: document.blocks[placed.index + 1]?.block.plain ?? '',
    };
    for (const reading of above.get(placed) ?? readTimes(placed, context)) {
      const fact = byPlace.get(placeKey(reading.field, placed.offset + reading.start));
      if (fact) weighed.push({ fact, ground: reading.ground });
    }
  }
  return weighed;
}

/** One number for a field and an offset: a text may have very many times. */
function placeKey(field: TimeField, offset: number): number {
  let number = fieldNumbers.get(field);
  if (number === undefined) fieldNumbers.set(field, (number = fieldNumbers.size));
  return offset * MOST_FIELDS + number;
}

const MOST_FIELDS = 64;
const fieldNumbers = new Map<TimeField, number>();

/** "Registration 8.45–9.00" only suggests a close: where another line says when, or the day's start otherwise, it goes. */
function dropGuesses(weighed: readonly Weighed[], field: TimeField, dropped: Set<Fact>): void {
  const said = weighed.filter(({ fact, ground }) => fact.field === field && ground !== 'guess').map(({ fact }) => fact);
  // What is said of Years 1 and 2 leaves a guess for Reception as it was.
  const isSaidOf = ({ scope }: TimeFact): boolean =>
    said.some((one) => !one.scope || !scope || one.scope.toLowerCase() === scope.toLowerCase());
  for (const { fact, ground } of weighed)
    if (fact.field === field && ground === 'guess' && isSaidOf(fact)) dropped.add(fact);
}

/**
 * The register "closes" at 8.55, but who comes then is late, and absent only after 9.15: the word gives way to the marks.
 * A late window that ends where another begins ("8.35 to 8.40 late; after 8.40 late too") does not end there either.
 */
function dropOverruled(weighed: readonly Weighed[], markedBy: TimeField, closes: TimeField, dropped: Set<Fact>): void {
  const lateAfter = weighed.filter(({ fact, ground }) => fact.field === markedBy && ground === 'consequence');
  if (lateAfter.length === 0) return;
  const closings = weighed.filter(({ fact }) => fact.field === closes);
  const placeOf = ({ fact }: Weighed): string => `${fact.value} ${fact.scope ?? ''}`;
  const lateAt = new Set(lateAfter.map(placeOf));
  const notLateAfter = new Set<string>();
  const firstLate = lateAfter.reduce((first, { fact }) => (fact.value < first ? fact.value : first), '24:00');
  const lastOf = (counts: (ground: Ground) => boolean): string =>
    closings.reduce((last, { fact, ground }) => (counts(ground) && fact.value > last ? fact.value : last), '');
  const lastSaid = lastOf((ground) => ground !== 'guess');
  const lastShown = lastOf((ground) => ground !== 'guess' && ground !== 'verb');
  for (const closing of closings) {
    const { fact, ground } = closing;
    if (ground === 'consequence' || !lateAt.has(placeOf(closing))) continue;
    if (fact.value >= (ground === 'window' ? lastSaid : lastShown)) continue;
    dropped.add(fact);
    if (ground === 'window' && firstLate < fact.value) notLateAfter.add(placeOf(closing));
  }
  for (const late of lateAfter) if (notLateAfter.has(placeOf(late))) dropped.add(late.fact);
}

/** "2. By 10.00, if nothing has been heard, …" */
const LEADS_ITS_LINE = /^\W{0,6}(?:\d{1,2}[.)]\s{1,3})?(?:(?:by|at|from)\s{1,3})?$/i;
const FARTHEST_ITEM = 2;

/** Of items that count on through a morning, the first that has the school in touch tells from when it is. */
function dropLaterCalls(document: PolicyDocument, weighed: readonly Weighed[], dropped: Set<Fact>): void {
  const calls = weighed
    .filter(({ fact }) => fact.field === 'firstDayContactFrom')
    .map(({ fact }) => fact)
    .sort((a, b) => a.span.start.offset - b.span.start.offset);
  for (const [at, call] of calls.entries()) {
    const before = calls[at - 1];
    if (!before || before.value >= call.value || before.scope !== call.scope) continue;
    const [one, other] = [before, call].map(({ span }) => document.blockAt(span.start.offset));
    if (!one || !other || one === other || other.index - one.index > FARTHEST_ITEM) continue;
    const lead = document.text.slice(other.offset, call.span.start.offset);
    if (LEADS_ITS_LINE.test(lead) && one.headings.at(-1) === other.headings.at(-1)) dropped.add(call);
  }
}

/** Where no line says when the day starts, the time by which pupils must be in school does; not after the register opened. */
function withStartFromArrival(facts: readonly Fact[]): Fact[] {
  const clock = (field: TimeField): TimeFact[] =>
    facts.filter((fact): fact is TimeFact => fact.kind === 'time' && fact.field === field);
  if (clock('schoolDayStart').length > 0) return [...facts];
  const opens = clock('amRegisterOpens').map((fact) => fact.value);
  const first = opens.length > 0 ? opens.reduce((a, b) => (a < b ? a : b)) : '10:00';
  return facts.flatMap((fact): Fact[] => {
    if (fact.kind !== 'time' || fact.field !== 'arriveBy' || fact.value > first || fact.value < '07:30') return [fact];
    return [fact, { ...fact, field: 'schoolDayStart', confidence: 'unsure' }];
  });
}
