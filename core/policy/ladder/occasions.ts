import { matchesOf } from '../../text/matches.ts';
import { cardinalOf, ordinalOf } from '../../text/numbers.ts';
import { waitIn } from './conditions.ts';
import { looksBack } from './looks-back.ts';
import { saysAction } from './measures.ts';
import type { Found, Reading } from './reading.ts';
import { schoolDoes } from './school-does.ts';
import { GETS_IN_TOUCH, PARENTS_DO, STRONG, saysAway, spelledOut } from './wording.ts';

/** Steps that no figure sets off and no "if": a question and its answer, truancy counted by times, separate absences. */

/** "No reply by 10am? Mrs Lee rings each of your contacts.": a question that is the condition of its answer. */
export function asked({ text, after, setting }: Reading): Found | null {
  if (!/\?\s*$/.test(text) || text.length > 90) return null;
  const words = text.replace(/(?<![\s?])[\s?]+$/, '').trim();
  if (!saysAway(spelledOut(words)) || /^\W*(?:what|how|why|when|who|can|do|does|will)\b/i.test(words)) return null;
  if (!(GETS_IN_TOUCH.test(after) || STRONG.isIn(after)) || PARENTS_DO.test(after)) return null;
  const lead = text.length - text.trimStart().length;
  const follows = setting.inLadder || setting.follows === true;
  return {
    trigger: { condition: words },
    start: lead,
    end: text.trimEnd().length,
    ...(follows ? { after: { wait: null } } : {}),
    likely: false,
  };
}

const TRUANCY = /\btruan/i;
const NTH_TIME =
  /\b(?:the\s+|a\s+)?(\d{1,2}(?:st|nd|rd|th)|(?:fir|seco|thi|four|fif|six|seve|eigh|nin|ten|eleven|twelf)\w{1,3})\b(?:\s+(?:time|occasion|incident|instance))?/gi;

/** "The first time a pupil truants …. A second time parents come in. A third may lead to …" */
export function truanted(reading: Reading): Found | null {
  const { text, before, setting } = reading;
  if (!TRUANCY.test(text) && !TRUANCY.test(before) && !TRUANCY.test(setting.heading ?? '')) return null;
  const match = matchesOf(text, NTH_TIME).find(([, nth]) => ordinalOf(nth ?? '') !== null);
  if (!match) return null;
  const number = ordinalOf(match[1] ?? '');
  if (number === null || number > 5 || match.index > 20) return null;
  if (!/\btime|occasion|incident|instance/i.test(match[0]) && number === 1) return null;
  if (!saysAction(text) && !/\b(?:exclusion|suspension|suspended|make\s+up|detention)\b/i.test(text)) return null;
  return {
    trigger: { condition: match[0].trim() },
    start: match.index,
    end: match.index + match[0].length,
    ...(number > 1 ? { after: { wait: null } } : {}),
    likely: false,
  };
}

const COUNTED_APART = /absences|occasions|periods|episodes|spells|instances/i;
const SEPARATE =
  /\b([a-z\d]+)(?:\s+or\s+more)?\s+(?:(?:separate|different|individual|unexplained)\s+(?:absences|occasions)|(?:separate\s+|different\s+)?(?:periods|episodes|spells|instances)\s+of\s+(?:absence|illness|sickness))(?:\s+(?:in|over|within|during)\s+(?:a|an|any|one|the)\s+[\w-]{1,10}(?:\s+(?:term|year))?)?/gi;

const MORE_OF_THEM =
  /^\W*(?:and\s+)?((?:at|after|on\s+reaching|once\s+there\s+are)\s+([a-z\d]{1,9}))(?:,|\s+(?=(?:the|a|an|we|our|parents?|you|there|it)\b))/i;

/** "At five the tutor rings", behind a sentence that counts absences: the condition in full; null where it does not go on. */
function moreOfThem(reading: Reading): Found | null {
  const counted = reading.setting.counted;
  const match = counted ? MORE_OF_THEM.exec(reading.text) : null;
  const value = cardinalOf(match?.[2] ?? '');
  if (!counted || !match?.[1] || value === null || value <= counted.value || value > MOST_ABSENCES) return null;
  const start = match[0].indexOf(match[1]);
  return {
    trigger: { condition: counted.words.replace(/^[a-z\d]+/i, match[2] ?? '') },
    start,
    end: start + match[1].length,
    likely: false,
    counted: { value, words: counted.words },
  };
}

// No count of absences in a policy goes further.
const MOST_ABSENCES = 40;

/** "After five separate absences in a year: a chat with the teacher": counted by no mark of the register, so in words. */
export function separateAbsences(reading: Reading): Found | null {
  const match = COUNTED_APART.test(reading.text)
    ? matchesOf(reading.text, SEPARATE).find(([, count]) => cardinalOf(count ?? '') !== null)
    : undefined;
  if (!match && reading.figures.length === 0 && schoolDoes(reading.text)) return moreOfThem(reading);
  if (!match || !saysAction(reading.text.slice(match.index + match[0].length) + reading.text.slice(0, match.index)))
    return null;
  if (PARENTS_DO.test(reading.main) || !/absence|illness|sickness/i.test(match[0] + reading.before)) return null;
  const words = match[0].replace(/\s+/g, ' ');
  return {
    trigger: { condition: words },
    start: match.index,
    end: match.index + match[0].length,
    likely: false,
    counted: { value: cardinalOf(match[1] ?? '') ?? 0, words },
  };
}

const HABIT =
  /^\W*(?:after\s+(?:this|that),?\s+|then,?\s+)?((?:any\s+|all\s+)?(?:persistent(?:ly)?|repeated(?:ly)?|continued|continuing|continual|regular(?:ly)?|frequent|ongoing|on-going|further|subsequent)\s+(?:[\w/,-]+\s+){0,3}?(?:lateness|lates?|absences?|non-attendance|truancy|(?:late|poor)\s+(?:school\s+)?(?:arrival|attendance|punctuality))\b[^.;:]{0,60}?)\s+(?=(?:will|may|could|can|might|would)\b)/i;
const BRINGS_ABOUT =
  /^(?:will|may|could|can|might|would)\s+(?:also\s+|then\s+)?(?:result\s+in|lead\s+to|mean|require|trigger|involve|bring|be\s+(?:referred|dealt|reported|followed|escalated|passed|raised|discussed))\b/i;

/** "Being late to lessons repeatedly will result in a detention". */
const BEING_LATE =
  /^\W*((?:being|arriving)\s+late\b[^.;:]{0,40}?\b(?:repeatedly|regularly|frequently|often|persistently))\s+(?=(?:will|may|could|can|might|would)\b)/i;

/** "A decline in attendance without medical evidence will lead to a letter". */
const DECLINE =
  /^\W*((?:an?|any)\s+(?:\w+\s+)?(?:decline|drop|fall|deterioration)\s+in\s+(?:[\w']+\s+){0,3}(?:attendance|punctuality)\b[^.;:]{0,60}?)\s+(?=(?:will|may|could|can|might|would)\b)/i;

/** "Persistent lateness will require parents to meet the Head of Year": trouble that goes on, as the subject of what it leads to. */
export function habit({ text }: Reading): Found | null {
  const match = HABIT.exec(text) ?? BEING_LATE.exec(text) ?? DECLINE.exec(text);
  if (!match?.[1]) return null;
  const does = text.slice(match[0].length);
  if (!BRINGS_ABOUT.test(does) || !(STRONG.isIn(does) || (schoolDoes(text) && saysAction(does)))) return null;
  const words = match[1].replace(/\s+/g, ' ');
  const start = match[0].indexOf(match[1]);
  return {
    trigger: { condition: words },
    start,
    end: start + match[1].length,
    ...(looksBack(words) || /\b(?:subsequent|further|continu\w+|on-?going)\b/i.test(words)
      ? { after: { wait: waitIn(words) } }
      : {}),
    likely: false,
  };
}
