import type { SinceLast } from '../by-block.ts';
import type { Change } from '../change.ts';
import type { PlacedBlock, PolicyDocument } from '../document.ts';
import type { Step } from '../schema.ts';
import { alikeLadders, withAlike } from './alike-lines.ts';
import { withCarriedWindows } from './carried-windows.ts';
import { fieldLadders } from './field-records.ts';
import { goOnWith } from './going-on.ts';
import { groupHeads } from './groups.ts';
import { ladderOfGroup } from './headed-ladders.ts';
import { joinSections, withinList } from './joined.ts';
import { keptPart, ladderAtPlace, movedSteps, type ReadPart, sorted } from './kept-parts.ts';
import { withLeftOver } from './left-over.ts';
import { countToldBefore } from './line-traits.ts';
import { type Line, linesOf } from './lines.ts';
import { namedLevels } from './named-levels.ts';
import { type Part, partsOf, standAlike } from './parts.ts';
import { proseLadders } from './prose-ladders.ts';
import type { Ladder } from './rung.ts';
import { byPlace, stepsOf } from './steps.ts';
import { tableLadders } from './tables.ts';
import { withToldCounting } from './told-counting.ts';
import { ofTheSchool } from './whose-steps.ts';

/** Reads every escalation step, by sequence and order, of one version of a document after another; of each only the parts that changed since the last. */
export function createLadderReader(): (document: PolicyDocument, change: SinceLast) => Step[] {
  let last = new Map<number, ReadPart>();
  let blocks: readonly PlacedBlock[] = [];
  let stretches: readonly Part[] = [];
  let steps: Step[] = [];
  // What stands between two ladders decides whether they are one.
  let looksBetween = false;
  return (document, change) => {
    if (!change || !areAlike(blocks, document.blocks, change)) stretches = partsOf(document.blocks);
    blocks = document.blocks;
    const parts = new Map<number, ReadPart>();
    const laddered = [...last.values()].filter(({ ladders }) => ladders.length > 0);
    let kept = 0;
    let read = 0;
    for (const { from, to } of stretches) {
      const told = countToldBefore(blocks, from);
      const known = keptPart(from, to, change, last, told);
      const part = known ?? readPart(document, from, to, told);
      parts.set(from, part);
      if (part.ladders.length === 0) continue;
      if (known) kept++;
      else read++;
    }
    last = parts;
    if (change && read === 0 && kept === laddered.length && !looksBetween) {
      steps = movedSteps(steps, document, change);
    } else {
      const all = [...parts.values()].flatMap((part) => ladderAtPlace(document, part));
      const joined = joinSections(document, all.sort(byPlace));
      steps = stepsOf(document, joined.ladders);
      ({ looksBetween } = joined);
    }
    return steps;
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

function readPart(document: PolicyDocument, from: number, to: number, counted: string | null): ReadPart {
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
  for (const told of proseLadders(lines, taken, counted)) {
    const rest = withinList(ladders, told);
    if (rest && !goOnWith(ladders, rest, lines)) ladders.push(rest);
  }
  const all = withAlike(ladders, [...fieldLadders(lines), ...alikeLadders(lines)]).flatMap(
    (ladder) => ofTheSchool(ladder) ?? [],
  );
  const told = withLeftOver(all, lines).map((ladder) =>
    withToldCounting({ ...ladder, rungs: withCarriedWindows(ladder.rungs) }, lines),
  );
  return { from, to, ladders: told.map(sorted), readAt: from, told: counted };
}
