import { matchesOf } from '../../../text/matches.ts';
import type { TimeField } from '../../schema.ts';
import type { Role } from './reading.ts';

const AFTERNOON = /\bafternoon|\bp\.?m\.?\b|\bsecond session|\bafter lunch|\blunch/gi;
const MORNING = /\bmorning|\ba\.?m\.?\b|\bfirst session/gi;
const NOON = 12 * 60;
const LAST_MORNING = 11 * 60;

/** Which register a register's time is of. Late in the morning the words decide: "11.50" may begin an afternoon session. */
export function fieldOf(role: Role, minutes: number, words: string): TimeField {
  switch (role) {
    case 'registerOpens':
      return isAfternoon(minutes, words) ? 'pmRegisterOpens' : 'amRegisterOpens';
    case 'registerMarkedBy':
      return isAfternoon(minutes, words) ? 'pmRegisterMarkedBy' : 'amRegisterMarkedBy';
    case 'registerCloses':
      return isAfternoon(minutes, words) ? 'pmRegisterCloses' : 'amRegisterCloses';
    default:
      return role;
  }
}

function isAfternoon(minutes: number, words: string): boolean {
  if (minutes >= NOON) return true;
  if (minutes < LAST_MORNING) return false;
  return lastIndex(words, AFTERNOON) > lastIndex(words, MORNING);
}

function lastIndex(words: string, pattern: RegExp): number {
  let last = -1;
  for (const match of matchesOf(words, pattern)) last = match.index;
  return last;
}
