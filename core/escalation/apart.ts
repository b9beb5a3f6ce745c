import type { Rung } from './test.ts';

/** Lines between two steps of one ladder: longer than a step with all its actions. */
const FURTHEST = 40;

/**
 * Says where steps that belong to no named ladder are printed far apart, so that they may be two ladders read as one; null
 * for ladders with a name of their own, and where the steps stand together.
 */
export function printedApart(name: string, rungs: readonly Rung[]): string | null {
  if (name !== 'other') return null;
  const printed = [...rungs].sort((a, b) => a.ref.line - b.ref.line);
  const at = printed.findIndex((rung, index) => rung.ref.line - (printed[index - 1] ?? rung).ref.line > FURTHEST);
  if (at < 0) return null;
  const places = [printed.slice(0, at), printed.slice(at)].map(linesOf).join(' and ');
  return `The steps ${places} are printed far apart: they are read as one ladder, and may be two.`;
}

function linesOf(rungs: readonly Rung[]): string {
  const first = rungs[0]?.ref.line;
  const last = rungs.at(-1)?.ref.line;
  return first === last ? `on line ${first}` : `on lines ${first} to ${last}`;
}
