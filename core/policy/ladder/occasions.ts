import { CARDINAL, ORDINAL, ordinalOf } from '../../text/numbers.ts';
import { saysAction } from './actions.ts';
import { looksBack, waitIn } from './conditions.ts';
import type { Found, Reading } from './reading.ts';
import { AWAY, GETS_IN_TOUCH, PARENTS_DO, SCHOOL_DOES, STRONG, spelledOut } from './wording.ts';

/** Steps that no figure sets off and no "if": a question and its answer, truancy counted by times, separate absences. */

/** "No reply by 10am? Mrs Lee rings each of your contacts.": a question that is the condition of its answer. */
export function asked({ text, after, setting }: Reading): Found | null {
  if (!/\?\s*$/.test(text) || text.length > 90) return null;
  const words = text.replace(/(?<![\s?])[\s?]+$/, '').trim();
  if (!AWAY.test(spelledOut(words)) || /^\W*(?:what|how|why|when|who|can|do|does|will)\b/i.test(words)) return null;
  if (!(GETS_IN_TOUCH.test(after) || STRONG.test(after)) || PARENTS_DO.test(after)) return null;
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
const NTH_TIME = new RegExp(`\\b(?:the\\s+|a\\s+)?(${ORDINAL})\\b(?:\\s+(?:time|occasion|incident|instance))?`, 'i');

/** "The first time a pupil truants …. A second time parents come in. A third may lead to …" */
export function truanted(reading: Reading): Found | null {
  const { text, before, setting } = reading;
  if (!TRUANCY.test(text) && !TRUANCY.test(before) && !TRUANCY.test(setting.heading ?? '')) return null;
  const match = NTH_TIME.exec(text);
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
const SEPARATE = new RegExp(
  `\\b${CARDINAL}(?:\\s+or\\s+more)?\\s+(?:(?:separate|different|individual|unexplained)\\s+(?:absences|occasions)|(?:separate\\s+|different\\s+)?(?:periods|episodes|spells|instances)\\s+of\\s+(?:absence|illness|sickness))(?:\\s+(?:in|over|within|during)\\s+(?:a|an|any|one|the)\\s+[\\w-]{1,10}(?:\\s+(?:term|year))?)?`,
  'i',
);

/** "After five separate absences in a year: a chat with the teacher": counted by no mark of the register, so in words. */
export function separateAbsences(reading: Reading): Found | null {
  const match = COUNTED_APART.test(reading.text) ? SEPARATE.exec(reading.text) : null;
  if (!match || !saysAction(reading.text.slice(match.index + match[0].length) + reading.text.slice(0, match.index)))
    return null;
  if (PARENTS_DO.test(reading.main) || !/absence|illness|sickness/i.test(match[0] + reading.before)) return null;
  return {
    trigger: { condition: match[0].replace(/\s+/g, ' ') },
    start: match.index,
    end: match.index + match[0].length,
    likely: false,
  };
}

const HABIT =
  /^\W*((?:any\s+|all\s+)?(?:persistent(?:ly)?|repeated(?:ly)?|continued|continuing|continual|regular(?:ly)?|frequent|ongoing|on-going|further|subsequent)\s+(?:[\w/,-]+\s+){0,3}?(?:lateness|lates?|absences?|non-attendance|truancy|(?:late|poor)\s+(?:arrival|attendance|punctuality))\b[^.;:]{0,60}?)\s+(?=(?:will|may|could|can|might|would)\b)/i;
const BRINGS_ABOUT =
  /^(?:will|may|could|can|might|would)\s+(?:also\s+|then\s+)?(?:result\s+in|lead\s+to|mean|require|trigger|involve|bring|be\s+(?:referred|dealt|reported|followed|escalated|passed|raised|discussed))\b/i;

/** "Persistent lateness will require parents to meet the Head of Year": trouble that goes on, as the subject of what it leads to. */
export function habit({ text }: Reading): Found | null {
  const match = HABIT.exec(text);
  if (!match?.[1]) return null;
  const does = text.slice(match[0].length);
  if (!BRINGS_ABOUT.test(does) || !(STRONG.test(does) || (SCHOOL_DOES.test(text) && saysAction(does)))) return null;
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
