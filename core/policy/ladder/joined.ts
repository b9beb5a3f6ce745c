import type { PlacedBlock, PolicyDocument } from '../document.ts';
import { areSame } from '../same-words.ts';
import type { Trigger } from '../schema.ts';
import { BAND_FAMILY } from './heads.ts';
import type { Line } from './lines.ts';
import type { Ladder, Rung } from './rung.ts';
import type { SortedLadder } from './steps.ts';

/** Ladders that a document's layout sets apart, though they are one: items of one numbered list, sections that are each a rung. */

/**
 * "1. Under 95%: … 2. Under 92%: … 3. If attendance has not gone up: …": the items that name no figure are steps of the
 * list's ladder, in its numbers. What is left of the sentences told beside it; null for nothing.
 */
export function withinList(ladders: Ladder[], told: Ladder): Ladder | null {
  for (const [index, ladder] of ladders.entries()) {
    if (ladder.family !== BAND_FAMILY || !ladder.rungs.every(isNumbered)) continue;
    const [first, last] = [ladder.rungs[0], ladder.rungs.at(-1)];
    if (!first || !last) continue;
    const among = told.rungs.filter((rung) => isNumbered(rung) && isInList(rung, first, last, ladder.rungs.length));
    const rungs = [...ladder.rungs, ...among]
      .map((rung) => ({ ...rung, printed: numberOf(rung.place.line) }))
      .sort((a, b) => a.place.line.placed.index - b.place.line.placed.index || a.place.start - b.place.start);
    if (among.length === 0 || !rungs.every((rung, at) => at === 0 || rises(rungs[at - 1], rung))) continue;
    ladders[index] = { ...ladder, rungs };
    const others = told.rungs.filter((rung) => !among.includes(rung));
    return others.length > 0 ? { ...told, rungs: others } : null;
  }
  return told;
}

// Between two items of a list there may be as many blocks: an item's own lines.
const MOST_BETWEEN = 4;

function isNumbered({ place }: Rung): boolean {
  return numberOf(place.line) !== null;
}

function numberOf({ kind, placed }: Line): number | null {
  const digits = kind === 'item' ? /^\(?(\d{1,2})[.)]$/.exec(placed.block.marker ?? '')?.[1] : undefined;
  return digits === undefined ? null : Number(digits);
}

/** Whether an item stands in the list of the others: under their heading, as deep, among them or right behind. */
function isInList(rung: Rung, first: Rung, last: Rung, length: number): boolean {
  const [line, begins, ends] = [rung.place.line, first.place.line, last.place.line];
  const number = numberOf(line) ?? 0;
  return (
    line.depth === begins.depth &&
    areSame(line.placed.headings, begins.placed.headings) &&
    line.placed.index > begins.placed.index &&
    line.placed.index - ends.placed.index <= MOST_BETWEEN * Math.max(1, length) &&
    number > (numberOf(begins) ?? 0)
  );
}

/** Whether a rung’s number is behind the other’s, or its own again where an item holds two steps. */
function rises(one: Rung | undefined, other: Rung): boolean {
  if (!one || one.printed === null || other.printed === null) return false;
  const by = other.printed - one.printed;
  return by > 0 || (by === 0 && other.sub === true);
}

/** What was joined, and whether that depends on what stands between the ladders. */
export interface Joined {
  readonly ladders: readonly SortedLadder[];
  readonly looksBetween: boolean;
}

/**
 * "First contact: if attendance is between 90% and 95% …", "Support meeting: if attendance is below 90% …" under headings of
 * one level, each the next section: its rungs are those of one ladder. Two such make it sure that the sections are rungs;
 * then one that looks back only ("if the target has not been met") goes on with them.
 */
export function joinSections({ blocks }: PolicyDocument, ladders: readonly SortedLadder[]): Joined {
  const joined: SortedLadder[] = [];
  let looksBetween = false;
  // How many sections the last of `joined` is made of.
  let sections = 1;
  for (const ladder of ladders) {
    const last = joined.at(-1);
    const counts = last !== undefined && countsOn(last, ladder);
    const goesOn = last && (counts || mayFollow(last, ladder, sections));
    if (goesOn) looksBetween = true;
    if (last && goesOn && isNextSection(last, ladder, blocks)) {
      const [before, behind] = counts
        ? [last.rungs, ladder.rungs]
        : [sections === 1 ? named(last) : last.rungs, named(ladder)];
      joined[joined.length - 1] = { ...last, rungs: [...before, ...behind] };
      sections++;
    } else {
      joined.push(ladder);
      sections = 1;
    }
  }
  return { ladders: joined, looksBetween };
}

const GOES_ON_WITH: ReadonlySet<string> = new Set(['main', 'other', 'penalty']);

/** Whether the printed numbers of one ladder go on in the next: "Stage 4" under "Legal intervention" behind stages 1 to 3. */
function countsOn(one: SortedLadder, other: SortedLadder): boolean {
  const last = one.rungs.at(-1)?.printed ?? null;
  return (
    (one.sequence === 'main' || one.sequence === 'other') &&
    GOES_ON_WITH.has(other.sequence) &&
    one.family === other.family &&
    one.rungs.length > 1 &&
    last !== null &&
    one.rungs.every(({ printed }, index) => printed === index + 1) &&
    other.rungs.every(({ printed }, index) => printed === last + 1 + index)
  );
}

const LONGEST_NAME = 60;

/** The rungs of a section; a single one has the section's own name, by which the school will record it. */
function named(ladder: SortedLadder): readonly Rung[] {
  const [only, ...others] = ladder.rungs;
  const name = headingsOf(ladder).at(-1)?.trim() ?? '';
  return only && others.length === 0 && name !== '' && name.length <= LONGEST_NAME
    ? [{ ...only, title: name }]
    : ladder.rungs;
}

// A section with more steps is a ladder by itself.
const MOST_OF_SECTION = 2;
/** A section for some of the pupils only, or for something else than falling attendance. */
const OF_ITS_OWN =
  /\b(?:years?|keystage|key\s+stage|ks\d|sixth|nursery|reception|eyfs|early\s+years|infants?|juniors?|primary|secondary|boarders?|late|lateness|punctuality|rewards?|penalty|fines?|legal|holidays?|leave|targets?|definitions?)\b/i;

function mayFollow(one: SortedLadder, other: SortedLadder, sections: number): boolean {
  if (!isSection(other, MOST_OF_SECTION) || !isSection(one, MOST_OF_SECTION * sections)) return false;
  if (one.sequence !== 'main' || (other.sequence !== 'main' && other.sequence !== 'other')) return false;
  const [above, below] = [headingsOf(one), headingsOf(other)];
  const [name, next] = [above.at(-1), below.at(-1)];
  if (name === undefined || next === undefined || name === next) return false;
  if (!areSame(above.slice(0, -1), below.slice(0, -1)) || OF_ITS_OWN.test(name) || OF_ITS_OWN.test(next)) return false;
  if (other.rungs.every(looksBackOnly)) return sections > 1;
  const lowest = Math.min(...one.rungs.map(({ trigger }) => rangeOf(trigger)?.low ?? Number.POSITIVE_INFINITY));
  const first = rangeOf(one.rungs.at(-1)?.trigger ?? {}) ? one.rungs.at(-1) : one.rungs.findLast(hasRange);
  const top = Math.max(...other.rungs.map(({ trigger }) => rangeOf(trigger)?.high ?? Number.NEGATIVE_INFINITY));
  if (!first || !other.rungs[0] || !hasRange(other.rungs[0])) return false;
  return first.trigger.band ? top <= lowest : top < lowest;
}

/** Whether a ladder is what sentences under a heading or two tell of falling attendance. */
function isSection({ family, rungs }: Ladder, most: number): boolean {
  return (
    (family === 'prose' || family === BAND_FAMILY) &&
    rungs.length <= most &&
    rungs.every((rung) => !rung.kind && (hasRange(rung) || looksBackOnly(rung)))
  );
}

function hasRange({ trigger }: Rung): boolean {
  return rangeOf(trigger) !== null;
}

function looksBackOnly({ trigger, after }: Rung): boolean {
  return after !== undefined && !trigger.metric && !trigger.band && !trigger.anyOf;
}

/** Where a trigger by falling attendance begins, and how far down it names the figure; null for any other. */
function rangeOf({ metric, op, value, unit, band }: Trigger): { high: number; low: number } | null {
  if (band) return { high: band[1], low: band[0] };
  if (metric !== 'attendance' || unit !== 'percent' || value === undefined) return null;
  return op === '<' || op === '<=' ? { high: value, low: value } : null;
}

function headingsOf({ rungs }: Ladder): readonly string[] {
  return rungs.at(-1)?.place.line.placed.headings ?? [];
}

/** Whether one heading alone stands between two ladders, and each begins its section or stands right behind its first words. */
function isNextSection(one: Ladder, other: Ladder, blocks: readonly PlacedBlock[]): boolean {
  const from = one.rungs.at(-1)?.place.line.placed.index;
  const to = other.rungs[0]?.place.line.placed.index;
  if (from === undefined || to === undefined || to <= from) return false;
  const headings = blocks.slice(from + 1, to).filter(({ block }) => block.kind === 'heading');
  const [heading] = headings;
  return heading !== undefined && headings.length === 1 && to - heading.index <= 2;
}
