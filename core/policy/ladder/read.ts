import type { PolicyDocument } from '../document.ts';
import type { Fact, Step } from '../schema.ts';
import { groupHeads } from './groups.ts';
import { ladderOfGroup } from './headed-rungs.ts';
import { type Line, linesOf } from './lines.ts';
import { proseLadders } from './prose-ladders.ts';
import type { Ladder } from './rung.ts';
import { stepsOf } from './steps.ts';
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
    if (behind < 1 || behind > CLOSE || between.some((line) => line.kind === 'heading' && line !== last.place.line))
      continue;
    const numbered = told.rungs.map((rung) => ({ ...rung, printed: null }));
    ladders[index] = { ...ladder, rungs: [...ladder.rungs.map((rung) => rung), ...numbered] };
    return true;
  }
  return false;
}

// As many lines may stand between a ladder's last trigger and the sentence that goes on with it.
const CLOSE = 6;

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
  for (const told of proseLadders(lines, taken)) if (!goOnWith(ladders, told, lines)) ladders.push(told);
  return stepsOf(document, ladders);
}
