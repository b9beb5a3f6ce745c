import { findClocks, formatClock } from '../text/clock.ts';
import type { PlacedBlock, PolicyDocument } from './document.ts';
import { assignRoles } from './readers/times/assign.ts';
import type { TimeReading } from './readers/times/reading.ts';
import { toReading } from './readers/times/to-reading.ts';
import { tokenise } from './readers/times/tokens.ts';
import type { Fact } from './schema.ts';

/** Web pages print a timetable as a column of boxes, a time and a label by turns: which comes first only the whole column shows. */

const LONGEST_TIME = 40;
const LONGEST_LABEL = 160;
const FEWEST_TIMES = 2;
/** What may stand in a box of a time besides the time. */
const ONLY_JOINTS = /^[\s:.,()–-]*(?:(?:at|by|before|from|after|to|until|and)[\s:.,()–-]*){0,2}$/i;

const PREPOSITION = /\b(?:until|before|from|after)\b/i;

/** Blocks that only tell a time, each with the label that it belongs to. */
interface Column {
  readonly times: readonly PlacedBlock[];
  readonly behind: readonly (PlacedBlock | undefined)[];
}

/**
 * What each time says that stands above its label in a block of its own ("8.45am" / "Gates open" / "8.55am" / "Registers
 * open"); a column that begins with a label is left as it was read, each time with the label above it.
 */
export function timesAboveLabels(document: PolicyDocument): Map<PlacedBlock, readonly TimeReading[]> {
  const readings = new Map<PlacedBlock, readonly TimeReading[]>();
  const { blocks } = document;
  for (let index = 0; index < blocks.length; index++) {
    const first = blocks[index];
    if (!first || !isBareTime(first)) continue;
    const column = columnFrom(blocks, index);
    index += column.times.length * 2 - 1;
    if (column.times.length < FEWEST_TIMES) continue;
    const above = column.times.map((time) => pairedWith(time, blocks[time.index - 1]));
    const below = column.times.map((time, at) => pairedWith(time, column.behind[at]));
    // Where both say as much, a column that begins with a time goes on so.
    const [more, less] = [saying(below), saying(above)];
    if (more < less || more === 0 || (more === less && (above[0]?.length ?? 0) > 0)) continue;
    for (const [at, time] of column.times.entries()) readings.set(time, below[at] ?? []);
  }
  return readings;
}

/** The facts of such columns, in place of those that were read from each block by itself. */
export function withTimesAbove(
  document: PolicyDocument,
  facts: readonly Fact[],
  above: ReadonlyMap<PlacedBlock, readonly TimeReading[]>,
): Fact[] {
  const isReplaced = (fact: Fact): boolean => {
    const placed = fact.kind === 'time' ? document.blockAt(fact.span.start.offset) : undefined;
    return placed !== undefined && above.has(placed);
  };
  const told = [...above].flatMap(([placed, readings]) =>
    readings.map(({ field, minutes, confidence, scope, start, end }): Fact => {
      const span = document.spanIn(placed, start, end);
      const quote = document.text.slice(span.start.offset, span.end.offset);
      const where = { line: span.start.line, span, quote };
      return { kind: 'time', field, value: formatClock(minutes), ...(scope ? { scope } : {}), confidence, ...where };
    }),
  );
  return [...facts.filter((fact) => !isReplaced(fact)), ...told].sort(
    (a, b) => a.span.start.offset - b.span.start.offset,
  );
}

function columnFrom(blocks: readonly PlacedBlock[], from: number): Column {
  const times: PlacedBlock[] = [];
  const behind: (PlacedBlock | undefined)[] = [];
  for (let at = from; ; at += 2) {
    const [time, label] = [blocks[at], blocks[at + 1]];
    if (!time || !isBareTime(time)) break;
    times.push(time);
    const isLabelled = label !== undefined && isLabel(label);
    behind.push(isLabelled ? label : undefined);
    if (!isLabelled) break;
  }
  return { times, behind };
}

function isBareTime({ block }: PlacedBlock): boolean {
  const words = block.plain;
  if (
    words.length > LONGEST_TIME ||
    block.cells ||
    !/\d/.test(words) ||
    /[a-z]{3}/i.test(words.replace(PREPOSITION, ''))
  )
    return false;
  const clocks = findClocks(words);
  if (clocks.length === 0 || clocks.length > 2) return false;
  let rest = '';
  let done = 0;
  for (const { start, end } of clocks) {
    rest += words.slice(done, start);
    done = end;
  }
  return ONLY_JOINTS.test(rest + words.slice(done));
}

function isLabel({ block }: PlacedBlock): boolean {
  const words = block.plain.slice(block.bodyAt).trim();
  return (
    !block.cells &&
    words.length > 2 &&
    words.length <= LONGEST_LABEL &&
    /[a-z]{3}/i.test(words) &&
    !/\d[.:]\d/.test(words)
  );
}

/** A time and a label as one line, "8.55am Registers open", with places in the time's block. */
function pairedWith(time: PlacedBlock, label: PlacedBlock | undefined): TimeReading[] {
  if (!label || !isLabel(label)) return [];
  const { plain } = time.block;
  const text = `${plain.replace(/\n/g, ' ')} ${label.block.plain.slice(label.block.bodyAt).replace(/\n/g, ' ').trim()}`;
  const context = { headings: [], before: '', after: '' };
  return assignRoles(text, tokenise(text), { subject: null, heading: null })
    .filter(({ clock }) => clock.end <= plain.length)
    .map((assigned) => toReading(assigned, { start: 0, text }, undefined, context))
    .map((reading) => (reading.confidence === 'certain' ? { ...reading, confidence: 'likely' } : reading));
}

function saying(readings: readonly (readonly TimeReading[])[]): number {
  return readings.filter(({ length }) => length > 0).length;
}
