import type { Block } from '../policy/blocks.ts';
import type { RuleContext } from './context.ts';

const LEAST = 4;

/** The first number that is printed before a heading's words. */
function numberOfHeading({ kind, marker, plain, bodyAt }: Block): number | null {
  if (kind !== 'heading') return null;
  const printed = marker ?? /^\d{1,2}(?:\.\d{1,2})*/.exec(plain.slice(bodyAt).trim())?.[0] ?? '';
  const number = Number.parseInt(printed, 10);
  return Number.isNaN(number) ? null : number;
}

/** The number of the last section, where at least four headings are numbered from 1 without a gap; else null. */
export function lastSection(context: RuleContext): number | null {
  let last = 0;
  for (const { found: number } of context.gather(numberOfHeading)) {
    if (number === last + 1) last = number;
    else if (number > last + 1) return null;
  }
  return last >= LEAST ? last : null;
}
