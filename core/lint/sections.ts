import type { RuleContext } from './context.ts';

const LEAST = 4;

/** The number of the last section, where at least four headings are numbered from 1 without a gap; else null. */
export function lastSection({ document }: RuleContext): number | null {
  let last = 0;
  for (const { block } of document.blocks) {
    if (block.kind !== 'heading') continue;
    const printed = block.marker ?? /^\d{1,2}(?:\.\d{1,2})*/.exec(block.plain.slice(block.bodyAt).trim())?.[0] ?? '';
    const number = Number.parseInt(printed, 10);
    if (number === last + 1) last = number;
    else if (number > last + 1) return null;
  }
  return last >= LEAST ? last : null;
}
