import type { Trigger } from '../schema.ts';
import type { Line } from './lines.ts';
import { looksBack } from './looks-back.ts';
import type { Ladder, Rung } from './rung.ts';

/** What the sentences right behind a ladder say of what comes next. */

/**
 * "If there is no improvement after six weeks, …" and "Below 88%, the council comes too" in the lines right behind a ladder
 * are its next steps, not ones of their own: whether they were joined to one of the ladders.
 */
export function goOnWith(ladders: Ladder[], told: Ladder, lines: readonly Line[]): boolean {
  const first = told.rungs[0];
  if (!first) return false;
  const at = lines.indexOf(first.place.line);
  for (const [index, ladder] of ladders.entries()) {
    const last = ladder.rungs.at(-1);
    if (!last || ladder.family === 'prose' || ladder.family === 'table') continue;
    if (!(looksBackOnly(told.rungs) || isMoreSevere(told.rungs, ladder.rungs))) continue;
    const behind = at - lines.indexOf(last.place.line);
    const between = lines.slice(at - behind + 1, at + 1);
    if (
      behind < 1 ||
      behind > CLOSE ||
      between.some((line) => line.kind === 'heading' && line !== last.place.line && !looksBack(line.text))
    )
      continue;
    // Numbers that do not count the rungs from one (waves from nought) stay: what comes behind them is part of the last.
    const inside = ladder.rungs.some(({ printed }, position) => printed !== null && printed !== position + 1);
    const joined = told.rungs.map((rung) => ({ ...rung, printed: null, ...(inside ? { sub: true } : {}) }));
    ladders[index] = { ...ladder, rungs: [...ladder.rungs, ...joined] };
    return true;
  }
  return false;
}

// As many lines may stand between a ladder's last trigger and the sentence that goes on with it.
const CLOSE = 6;

function looksBackOnly(rungs: readonly Rung[]): boolean {
  return (
    rungs[0]?.after !== undefined &&
    rungs.every(({ after, trigger }, index) => after && (index > 0 || !(trigger.metric || trigger.band)))
  );
}

/** Whether sentences begin below a ladder's last percentage, and count nothing else. */
function isMoreSevere([first, ...others]: readonly Rung[], ladder: readonly Rung[]): boolean {
  const lowest = ladder.map(({ trigger }) => lineOf(trigger)).findLast((line) => line !== null) ?? null;
  const line = first ? lineOf(first.trigger) : null;
  if (line === null || lowest === null || line >= lowest) return false;
  return others.every(({ trigger }) => !trigger.anyOf && (trigger.metric === undefined || lineOf(trigger) !== null));
}

/** The attendance below which a trigger holds, in percent; null for any other trigger. */
function lineOf({ metric, op, value, unit, band }: Trigger): number | null {
  if (band) return band[0];
  return metric === 'attendance' && unit === 'percent' && (op === '<' || op === '<=') ? (value ?? null) : null;
}
