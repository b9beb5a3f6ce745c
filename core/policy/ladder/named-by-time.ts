import type { Headed } from './group.ts';
import { DAY_FAMILY, labelAt } from './labels.ts';

/** The day or the hour that a rung is named by, alone or behind its label: "Day 2", "Box 6 – Day 2, no reason yet", "Step 3 – 9.30am". */

const LEAD = /^[\s:.–-]*/;
const HOUR =
  /^[\s:.–-]*(?:(?:at|by|from)\s)?(\d{1,2}[:.]\d\d(?:\s?[ap]\.?m)?|\d{1,2}\s?[ap]\.?m|(?:12\s)?noon|midday)(?=[\s.,:–-]|$)/i;

/** The day with where its name ends in the line; null where no day names the rung, or a figure does. */
export function dayOf({ head, line }: Headed): { readonly number: number; readonly end: number } | null {
  if (head.family === DAY_FAMILY)
    return head.number === null ? null : { number: head.number, end: Math.max(1, head.rest) };
  if (head.label === '' || head.figures.some(({ sense, unit }) => sense === 'trigger' && unit !== 'days')) return null;
  const rest = line.text.slice(head.rest);
  const lead = LEAD.exec(rest)?.[0].length ?? 0;
  const day = labelAt(rest.slice(lead));
  if (day?.family !== DAY_FAMILY || day.number === null || !/^\s*(?:[,.:–-]|$)/.test(rest.slice(lead + day.end)))
    return null;
  return { number: day.number, end: head.rest + lead + day.end };
}

/** The hour behind the rung's label, as printed; null where none stands there. */
export function hourOf({ head, line }: Headed): string | null {
  return head.label === '' ? null : (HOUR.exec(line.text.slice(head.rest))?.[1] ?? null);
}
