import { movedBy, type SinceLast } from '../by-block.ts';
import type { PlacedBlock, PolicyDocument } from '../document.ts';
import { areSame } from '../same-words.ts';
import type { Sequence, Step } from '../schema.ts';
import type { Line } from './lines.ts';
import type { Ladder, Rung } from './rung.ts';
import { sequenceOf } from './sequences.ts';
import type { SortedLadder } from './steps.ts';

/** What stays of the ladders of one version of a document in the next. */

/** The ladders of the blocks from `from` to `to`, end exclusive; their lines stand where they stood when they were read. */
export interface ReadPart {
  readonly from: number;
  readonly to: number;
  readonly ladders: readonly SortedLadder[];
  /** The first block's index when they were read. */
  readonly readAt: number;
  /** What the blocks before had said is counted; null for nothing. */
  readonly told: string | null;
}

/** A part of the last version that stands in this one too; null where something of it may have changed. */
export function keptPart(
  from: number,
  to: number,
  change: SinceLast,
  last: ReadonlyMap<number, ReadPart>,
  told: string | null,
): ReadPart | null {
  if (!change) return null;
  const shift = to <= change.from ? 0 : from >= change.now ? change.before - change.now : null;
  const known = shift === null ? undefined : last.get(from + shift);
  if (shift === null || known?.to !== to + shift || known.told !== told) return null;
  return shift === 0 ? known : { ...known, from, to };
}

/** The ladders of a part with their lines where they stand now. */
export function ladderAtPlace(
  { blocks }: PolicyDocument,
  { from, readAt, ladders }: ReadPart,
): readonly SortedLadder[] {
  const placed = (line: Line): PlacedBlock => blocks[line.placed.index - readAt + from] ?? line.placed;
  const stay = ladders.every(({ rungs }) => rungs.every(({ place }) => placed(place.line) === place.line.placed));
  if (stay) return ladders;
  const moved = (rung: Rung): Rung => {
    const { line } = rung.place;
    return { ...rung, place: { ...rung.place, line: { ...line, placed: placed(line) } } };
  };
  return ladders.map((ladder) => ({ ...ladder, rungs: ladder.rungs.map(moved) }));
}

/** The steps of the last version where they stand now, where none of them was in a part that changed. */
export function movedSteps(steps: readonly Step[], { blocks }: PolicyDocument, change: NonNullable<SinceLast>): Step[] {
  const { now, units, lines } = change;
  if (units === 0 && lines === 0) return [...steps];
  const end = (blocks[now]?.offset ?? Number.POSITIVE_INFINITY) - units;
  return steps.map((step) => (step.span.start.offset < end ? step : movedBy(step, change)));
}

interface KnownSequence {
  readonly ladder: Ladder;
  readonly sequence: Sequence;
}

/** By the actions of the first rung, which stay the very list while its words are not edited. */
const sequences = new WeakMap<readonly string[], KnownSequence>();

/** The ladder with its sequence, which is not looked for again where it says what it said. */
export function sorted(ladder: Ladder): SortedLadder {
  const key = ladder.rungs[0]?.actions;
  if (!key) return { ...ladder, sequence: sequenceOf(ladder) };
  let known = sequences.get(key);
  if (!known || !saysTheSame(known.ladder, ladder))
    sequences.set(key, (known = { ladder, sequence: sequenceOf(ladder) }));
  return { ...ladder, sequence: known.sequence };
}

function saysTheSame(one: Ladder, other: Ladder): boolean {
  return (
    one.about === other.about &&
    one.rungs.length === other.rungs.length &&
    one.rungs.every((rung, index) => areOne(rung, other.rungs[index]))
  );
}

function areOne({ title, trigger, actions }: Rung, other: Rung | undefined): boolean {
  return other?.title === title && other.trigger === trigger && areSame(actions, other.actions);
}
