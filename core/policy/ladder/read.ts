import type { PolicyDocument } from '../document.ts';
import type { Fact, Step } from '../schema.ts';
import { groupHeads } from './groups.ts';
import { ladderOfGroup } from './headed-rungs.ts';
import { type Line, linesOf } from './lines.ts';
import { proseLadders } from './prose-ladders.ts';
import type { Ladder } from './rung.ts';
import { stepsOf } from './steps.ts';
import { tableLadders } from './tables.ts';

/** Every escalation step of the document, by sequence and order. */
export function readLadders(document: PolicyDocument, _facts: readonly Fact[]): Step[] {
  const lines = linesOf(document.blocks);
  const ladders: Ladder[] = tableLadders(lines);
  const taken = new Set<Line>();
  for (const group of groupHeads(lines)) {
    const ladder = ladderOfGroup(group);
    if (!ladder) continue;
    ladders.push(ladder);
    for (const rung of group.rungs) for (const line of [rung.line, ...rung.body]) taken.add(line);
  }
  ladders.push(...proseLadders(lines, taken));
  return stepsOf(document, ladders);
}
