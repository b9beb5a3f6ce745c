import { formatClock } from '../../text/clock.ts';
import type { PlacedBlock } from '../document.ts';
import type { BlockContext, FactDraft, Reader } from './reader.ts';
import { readTimes } from './times/read-block.ts';

/** Clock times of the school day: gates, registers, reporting, the day's start and end, by what happens at them. */
export const times: Reader = {
  kinds: ['time'],
  mayRead:
    /\d\s?[:.;]\s?[0-5]\d|\d\s{0,2}[ap]\.?\s?m|\d{4}\s?h|\b(?:0[6-9]|1[0-7])[0-5]\d\b|\dh[0-5]\d|clock|\b(?:before|by|after|until|till|than)\s+(?:about\s+)?(?:8|9|10)\b|\bnoon\b|midday|\b(?:past|to)\s+(?:\d|one|two|three|eight|nine|ten)\b/i,
  read(placed: PlacedBlock, context: BlockContext): FactDraft[] {
    const drafts: FactDraft[] = [];
    const seen = new Set<string>();
    for (const { field, minutes, confidence, scope, start, end } of readTimes(placed, context)) {
      const value = formatClock(minutes);
      const key = `${start} ${field} ${value}`;
      if (seen.has(key)) continue;
      seen.add(key);
      drafts.push({ kind: 'time', field, value, confidence, ...(scope ? { scope } : {}), start, end });
    }
    return drafts;
  },
};
