import { CARDINAL } from '../../../text/numbers.ts';

/** What the head of a column counts, and the time in which: "Lates in a half term", "No. of unauthorised sessions". */
const COUNTED =
  /\b(?:late\s+marks?|lates|(?:times|occasions)\s+late|(?:u|l)\s+(?:codes?|marks)|unauthori[sz]ed\s+sessions|sessions\s+of\s+unauthori[sz]ed\s+absence)\b.{0,40}$/i;
const NUMBER = new RegExp(
  `^\\s*(?:(?:more\\s+than|over|at\\s+least)\\s+)?(?:${CARDINAL})(?:\\s?\\+|\\s+(?:or|and)\\s+(?:more|over|above))?\\s*$`,
  'i',
);
/** "2 in a week": the cell says the time itself. */
const TIMED = new RegExp(
  `^\\s*((?:${CARDINAL})(?:\\s?\\+|\\s+(?:or|and)\\s+more)?)\\s+(?:times\\s+)?((?:in|per|within)\\s+(?:a|an|one|any|the)\\s+[\\w\\s-]{4,20})$`,
  'i',
);
const RANGE = /^(\s*\d{1,2})\s?(?:-|to)\s?\d{1,2}\s*$/i;

/**
 * A bare number with the unit that the head of its column gives it: "4" under "Lates in a half term" is "4 lates in a half
 * term". Offsets in the cell stay as they are. Null where the cell says more than a number, or its column counts nothing
 * that sets anything off (days missed stand in tables of equivalents).
 */
export function withHeadersUnit(cell: string, header: string): string | null {
  const unit = COUNTED.exec(header)?.[0];
  if (!unit) return null;
  const lowest = RANGE.exec(cell)?.[1];
  if (lowest !== undefined) return `${lowest.padEnd(cell.trimEnd().length)} ${unit}`;
  const timed = TIMED.exec(cell);
  if (timed?.[1] && timed[2])
    return `${timed[1].trimEnd()} ${unit.replace(/(?<!\s)\s+(?:in|per|over|within|during)\b.*$/i, '')} ${timed[2]}`;
  return NUMBER.test(cell) ? `${cell.trimEnd()} ${unit}` : null;
}
