import type { SinceLast } from '../by-block.ts';
import type { Change } from '../change.ts';
import type { PlacedBlock, PolicyDocument } from '../document.ts';
import type { Step } from '../schema.ts';
import { groupHeads } from './groups.ts';
import { ladderOfGroup } from './headed-ladders.ts';
import { type Line, linesOf } from './lines.ts';
import { looksBack } from './looks-back.ts';
import { namedLevels } from './named-levels.ts';
import { type Part, partsOf, standAlike } from './parts.ts';
import { proseLadders } from './prose-ladders.ts';
import type { Ladder } from './rung.ts';
import { sequenceOf } from './sequences.ts';
import { type SortedLadder, stepsOf } from './steps.ts';
import { tableLadders } from './tables.ts';

/** "If there is no improvement after six weeks, …" in the lines right behind a ladder is its next step, not one of its own. */
function goOnWith(ladders: Ladder[], told: Ladder, lines: readonly Line[]): boolean {
  const first = told.rungs[0];
  if (!first?.after || first.trigger.metric || first.trigger.band || told.rungs.some((rung) => !rung.after))
    return false;
  const at = lines.indexOf(first.place.line);
  for (const [index, ladder] of ladders.entries()) {
    const last = ladder.rungs.at(-1);
    if (!last || ladder.family === 'prose' || ladder.family === 'table') continue;
    const behind = at - lines.indexOf(last.place.line);
    const between = lines.slice(at - behind + 1, at + 1);
    if (
      behind < 1 ||
      behind > CLOSE ||
      between.some((line) => line.kind === 'heading' && line !== last.place.line && !looksBack(line.text))
    )
      continue;
    const numbered = told.rungs.map((rung) => ({ ...rung, printed: null }));
    ladders[index] = { ...ladder, rungs: [...ladder.rungs.map((rung) => rung), ...numbered] };
    return true;
  }
  return false;
}

// As many lines may stand between a ladder's last trigger and the sentence that goes on with it.
const CLOSE = 6;

/** Reads every escalation step, by sequence and order, of one version of a document after another; of each only the parts that changed since the last. */
export function createLadderReader(): (document: PolicyDocument, change: SinceLast) => Step[] {
  let last = new Map<number, ReadPart>();
  let blocks: readonly PlacedBlock[] = [];
  let stretches: readonly Part[] = [];
  return (document, change) => {
    if (!change || !areAlike(blocks, document.blocks, change)) stretches = partsOf(document.blocks);
    blocks = document.blocks;
    const parts = new Map<number, ReadPart>();
    for (const { from, to } of stretches)
      parts.set(from, keptPart(document, from, to, change, last) ?? readPart(document, from, to));
    last = parts;
    return stepsOf(
      document,
      [...parts.values()].flatMap(({ ladders }) => ladders),
    );
  };
}

/** Whether an edit left the parts of the document where they were. */
function areAlike(
  earlier: readonly PlacedBlock[],
  later: readonly PlacedBlock[],
  { from, before, now }: Change,
): boolean {
  if (before !== now) return false;
  for (let index = from; index < now; index++) {
    const [one, other] = [earlier[index], later[index]];
    if (!one || !other || !standAlike(one, other)) return false;
  }
  return true;
}

/** The ladders of the blocks up to `to`, end exclusive. */
interface ReadPart {
  readonly to: number;
  readonly ladders: readonly SortedLadder[];
}

function readPart(document: PolicyDocument, from: number, to: number): ReadPart {
  const lines = linesOf(document.blocks.slice(from, to));
  const ladders: Ladder[] = tableLadders(lines);
  const taken = new Set<Line>();
  for (const group of groupHeads(lines)) {
    const ladder = ladderOfGroup(group);
    if (!ladder) continue;
    ladders.push(ladder);
    for (const rung of group.rungs) for (const line of [rung.line, ...rung.body]) taken.add(line);
  }
  const named = namedLevels(lines, taken);
  if (named) {
    ladders.push(named);
    for (const { place } of named.rungs) taken.add(place.line);
  }
  for (const told of proseLadders(lines, taken)) if (!goOnWith(ladders, told, lines)) ladders.push(told);
  return { to, ladders: ladders.map((ladder) => ({ ...ladder, sequence: sequenceOf(ladder) })) };
}

/** A part of the last version that stands in this one too, at its new place. */
function keptPart(
  document: PolicyDocument,
  from: number,
  to: number,
  change: SinceLast,
  last: ReadonlyMap<number, ReadPart>,
): ReadPart | null {
  if (!change) return null;
  const shift = to <= change.from ? 0 : from >= change.now ? change.before - change.now : null;
  const known = shift === null ? undefined : last.get(from + shift);
  if (shift === null || known?.to !== to + shift) return null;
  if (known.ladders.length === 0 || (shift === 0 && change.units === 0)) return { ...known, to };
  const moved = (line: Line): Line => ({ ...line, placed: document.blocks[line.placed.index - shift] ?? line.placed });
  return {
    to,
    ladders: known.ladders.map((ladder) => ({
      ...ladder,
      rungs: ladder.rungs.map((rung) => ({ ...rung, place: { ...rung.place, line: moved(rung.place.line) } })),
    })),
  };
}
