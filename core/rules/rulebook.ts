import type { Day } from '../attendance/day.ts';
import { isOverAYearOld } from '../guidance/age.ts';
import { PROVISIONS_CHECKED_ON } from '../guidance/provisions.ts';

/** Which rule book this is. Its version is the month in which its rules last changed. */
export const RULEBOOK = { version: '2026.11', checkedOn: PROVISIONS_CHECKED_ON } as const;

/** A sentence to show when the rule book was compared with its sources more than twelve months before the day, else null. */
export function rulebookAge(asOf: Day): string | null {
  if (!isOverAYearOld(RULEBOOK.checkedOn, asOf)) return null;
  return `The rule book was last compared with the law and guidance on ${RULEBOOK.checkedOn}, more than twelve months before ${asOf}; look for a newer Rollmark before relying on it.`;
}
