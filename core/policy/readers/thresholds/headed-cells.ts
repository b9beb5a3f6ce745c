import { CARDINAL } from '../../../text/numbers.ts';
import { countedHead } from './counted-heads.ts';

/** Words behind others that count: "Lesson 1 lates in a half term", "Stage (late marks)". */
const COUNTED =
  /\b(?:late\s+marks?|lates|(?:times|occasions)\s+late|(?:u|l)\s+(?:codes?|marks)|unauthori[sz]ed\s+sessions|sessions\s+of\s+unauthori[sz]ed\s+absence)\b.{0,40}$/i;

/** What the head of a column counts, and the time in which: "Lates in a half term", "No. of unauthorised sessions". */
function countedUnder(header: string): string | undefined {
  const counted = countedHead(header);
  return counted && SETS_OFF.has(counted.figure.metric) ? counted.noun : COUNTED.exec(header)?.[0];
}

// Days and sessions missed of every kind stand in tables of equivalents.
const SETS_OFF: ReadonlySet<string> = new Set(['lateMarks', 'unauthorisedSessions', 'consecutiveAbsenceDays']);
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
  const unit = countedUnder(header);
  if (!unit) return null;
  const lowest = RANGE.exec(cell)?.[1];
  if (lowest !== undefined) return `${lowest.padEnd(cell.trimEnd().length)} ${unit}`;
  const timed = TIMED.exec(cell);
  if (timed?.[1] && timed[2])
    return `${timed[1].trimEnd()} ${unit.replace(/(?<!\s)\s+(?:in|per|over|within|during)\b.*$/i, '')} ${timed[2]}`;
  return NUMBER.test(cell) ? `${cell.trimEnd()} ${unit}` : null;
}
