import { governingPreposition, isNegated } from './consequence.ts';
import type { Governor } from './governor.ts';
import type { Mention } from './mentions.ts';
import type { Ground, Role } from './reading.ts';

const NOON = 12 * 60;
const LATE_IN_THE_DAY = 14 * 60 + 30;
const LAST_LESSONS_OVER = 16 * 60;
/** What begins later is not the first. */
const LATEST_FIRST_LESSON = 9 * 60 + 45;
const MODAL =
  /\b(?:should|must|shall|needs?|due|expect\w*|have to|has to|ought|are to|is to|required|asked|please)\b|(?:^|[:;])\W{0,6}(?:[a-z]\)\s{0,3})?(?:be|have|come|go)\b/i;

/** "We recommend that all arrive by 8.20": good advice begins no day. */
const ADVISED = /\b(?:recommend|suggest|advis|encourag|prefer|ideally)\w{0,4}\b/i;

/** "Staff are due in by 8.15": no pupil is. */
const OF_ADULTS =
  /\b(?:staff|teachers|governors?|visitors|volunteers|supply teachers?|assistants)\s(?:(?:who|must|should|are|is|all|need|needs|to|be|will|also|always|due|expected|asked)\s){1,5}$|\b(?:staff|teachers|governors|visitors|volunteers|parents|carers|families)\sare\s(?:due|expected)\s(?:\w+\s){0,3}(?:at|by|for|from)\s$|\b(?:payments?|money|forms?|homework|coursework|work|repl(?:y|ies)|fees?|orders?)\s(?:is|are|must\sbe)\sdue\b/i;

/** "If they arrive between 8.35 and 8.40" supposes, and tells no one to come. */
const SUPPOSED = /\b(?:if|when|where|any|anyone|those|who|whoever)\b[^.]{0,60}$/i;

/** "The register remains open to 9.15". */
const STAYS_OPEN = /\b(?:remain|stay|kept|keep|held)s?\s(?:\w+\s){0,2}open\s(?:for\s\w{2,9}\s)?(?:up\s)?to\s{1,3}$/i;
/** "Pupils may enter the building at 8.35". */
const ALLOWED = /\b(?:may|can|able to|allowed to|welcome to)\b/i;

/** "Please do not arrive before 8.30" tells no one to come by then. */
const NOT_BEFORE = /\b(?:not|never|n't|no\s(?:child|pupil)\w*)\b[^.;]{0,40}\b(?:before|earlier\sthan|until)\s{1,3}$/i;

/** "The register is marked at 8.45", "8.45am: register marked": then it is begun; what is marked by a time is done. */
const MARKED_AT = /\bmarked\s+(?:\w+\s+)?at\s*¤/i;
const MARKED_THEN =
  /^\W*¤[^.;]{0,40}\bregisters?\s+(?:(?:is|are|will|be)\s+){0,2}marked\b(?!\s+and\s+(?:sent|returned|submitted|saved|closed|complete))/i;

/** "has been finished by 8.55", and not "finishes by", which is of the period. */
const DONE_BY = /\bfinished(?:\swith)?\sby\s{1,3}$/i;

/** "Registers are marked twice: 8.45 and 12.50". */
const MARKED_TWICE = /\bmarked\stwice\b[^.;]{0,30}$/i;

/** "The gates will not open until 8.35", "stay locked until": from then on they are open. */
const STAYS_SHUT =
  /\b(?:not\s{1,3}(?:be\s{1,3})?(?:open(?:ed)?|unlocked)|(?:stay|remain|kept)s?\s{1,3}(?:shut|locked|closed)|(?:are|is|be)\s{1,3}(?:shut|locked|closed))\s{1,3}(?:until|till|before)\s{1,3}$/i;

/** "The register shall not be open beyond 9.20": no time at which it opens. */
function isNegatedOpen({ leftText }: Mention): boolean {
  return /\b(?:no|not|never)\b[^.;]{0,80}\bopen\s+(?:beyond|past|after|later\s+than)\s*$/i.test(leftText);
}

/** The words before the arrival that stands nearest before a time. */
function beforeArriving({ left, leftText, first }: Mention): string {
  const arrive = left.findLast((cue) => cue.is === 'arrive');
  return arrive ? leftText.slice(0, Math.max(0, arrive.start - first.start + leftText.length)) : '';
}

/** The words on both sides of a time, with a sign for the time. */
function around({ leftText, rightText }: Mention): string {
  return `${leftText}¤${rightText.slice(0, 60)}`;
}

/** The role that the thing and the verb beside a time give it, and that of the other end of a range; null for none. */
export function fromGovernor(
  governor: Governor,
  mention: Mention,
): { role: Role; second: Role | null; ground: Ground } | null {
  const { subject, action } = governor;
  const preposition = governingPreposition(mention.left);
  const by = byDeadline(mention) || preposition === 'before';
  const until =
    mention.left.findLast((cue) => cue.is === 'until' || cue.is === 'from' || cue.is === 'at')?.is === 'until';
  const minutes = mention.first.clock.minutes;
  const length = mention.last ? mention.last.clock.minutes - minutes : 0;
  const verb: Ground = action ? 'verb' : 'label';
  // "Session times" over "Morning 8.55 - 12.00": the line says which.
  const which = governor.inherited ? `${governor.text} ${mention.leftText}` : governor.text;
  switch (subject) {
    case 'register':
      // "Lunch and registration 1.05" / "Pupils finish 3.05": what finishes so late, unnamed, is the day.
      if (governor.inherited && action === 'end' && minutes >= LATE_IN_THE_DAY)
        return { role: 'schoolDayEnd', second: null, ground: 'guess' };
      // "School begins at 8.45, when the register is taken, and ends at 3.15."
      if (action === 'end' && minutes >= LATE_IN_THE_DAY)
        return { role: 'schoolDayEnd', second: null, ground: 'guess' };
      // "The register is finished with by 8.55": done by then, as any other that is completed.
      if (action === 'end' && DONE_BY.test(mention.leftText))
        return { role: 'registerMarkedBy', second: null, ground: verb };
      if (action === 'close' || action === 'end' || until || STAYS_OPEN.test(mention.leftText))
        return { role: 'registerCloses', second: null, ground: verb };
      if (action === 'mark' && !by && MARKED_TWICE.test(mention.leftText))
        return { role: 'registerOpens', second: null, ground: verb };
      if (action === 'mark' && !by && (preposition === 'at' ? MARKED_AT : MARKED_THEN).test(around(mention)))
        return { role: 'registerOpens', second: null, ground: verb };
      if (action === 'mark' || (by && action !== 'open' && action !== null))
        return { role: 'registerMarkedBy', second: null, ground: verb };
      if (preposition === 'after' && action !== 'open' && action !== 'start') return null;
      // "In no academy shall the register be open beyond 9.20."
      if (preposition === 'after' && action === 'open' && isNegatedOpen(mention)) return null;
      // "in class for registration by 8.50": the pupils' time, not the register's.
      if (by && action === null && mention.left.some((cue) => cue.is === 'arrive'))
        return { role: 'arriveBy', second: null, ground: 'verb' };
      return { role: 'registerOpens', second: 'registerCloses', ground: verb };
    case 'gate':
      if (minutes >= NOON) return null;
      if (STAYS_SHUT.test(mention.leftText)) return { role: 'gatesOpen', second: null, ground: verb };
      // "not through the door at 8.40": a place.
      if (action === null && isNegated(mention.left)) return null;
      // "lead in from the playground at 8.40": a place, unless it opens.
      if (/playground|cloakroom/i.test(governor.text) && action === null && preposition !== 'from') return null;
      if (action === 'close' || action === 'end' || until) return { role: 'gatesClose', second: null, ground: verb };
      if (preposition === 'after' || preposition === 'before') return null;
      return { role: 'gatesOpen', second: 'gatesClose', ground: verb };
    case 'day':
      if (mention.last && length <= 45)
        return action === 'open' ? { role: 'gatesOpen', second: 'gatesClose', ground: verb } : null;
      if (mention.last && length >= 150 && minutes < NOON)
        return { role: 'schoolDayStart', second: 'schoolDayEnd', ground: verb };
      if (action === 'end' || action === 'close')
        return minutes > NOON - 60 ? { role: 'schoolDayEnd', second: null, ground: 'verb' } : null;
      // "leave a message before the school opens at 8": when someone is there.
      if (action === 'open')
        return minutes < NOON && preposition !== 'before' ? { role: 'gatesOpen', second: null, ground: 'verb' } : null;
      if (action === 'start' && preposition !== 'after' && minutes < NOON)
        return { role: 'schoolDayStart', second: null, ground: 'verb' };
      return null;
    case 'dayStart':
      // "We start at 8.45 and finish at 3.15."
      if (action === 'end' && minutes >= LATE_IN_THE_DAY) return { role: 'schoolDayEnd', second: null, ground: 'verb' };
      return minutes < NOON && preposition !== 'after' && action !== 'close' && action !== 'end'
        ? { role: 'schoolDayStart', second: 'schoolDayEnd', ground: 'verb' }
        : null;
    case 'dayEnd':
      return minutes > NOON - 60 ? { role: 'schoolDayEnd', second: null, ground: 'verb' } : null;
    case 'pickup':
      return minutes >= NOON + 60 && !until && !by ? { role: 'schoolDayEnd', second: null, ground: 'guess' } : null;
    case 'session':
      // "Afternoon session 1.00-1.10 Registration": no session is so short.
      if (mention.last && length < 45)
        return mention.right[0]?.is === 'register'
          ? { role: 'registerOpens', second: 'registerCloses', ground: 'label' }
          : null;
      if (action === 'end' && minutes >= LATE_IN_THE_DAY)
        return { role: 'schoolDayEnd', second: null, ground: 'guess' };
      if (minutes < NOON && (action !== 'end' || mention.last) && /morning|\bam\b|first/i.test(which))
        return { role: 'schoolDayStart', second: 'lunchStart', ground: 'guess' };
      if (mention.last && /afternoon|\bpm\b|second/i.test(which))
        return { role: 'lunchEnd', second: 'schoolDayEnd', ground: 'guess' };
      return null;
    case 'lesson':
      // What ends later still is a lesson for a few.
      if (action === 'end' && minutes >= LATE_IN_THE_DAY && minutes < LAST_LESSONS_OVER)
        return { role: 'schoolDayEnd', second: null, ground: 'guess' };
      return action === 'start' &&
        minutes < LATEST_FIRST_LESSON &&
        /^(?:lessons|classes|teaching|learning)/i.test(governor.text)
        ? { role: 'schoolDayStart', second: null, ground: 'guess' }
        : null;
    case 'lunch':
      // What closes is the register that is taken then.
      if (action === 'close') return null;
      // "Lunch 12.15 Finish 3.15": no lunch ends so late.
      if (action === 'end' && minutes >= LATE_IN_THE_DAY)
        return { role: 'schoolDayEnd', second: null, ground: 'label' };
      if (action === 'end' || until) return { role: 'lunchEnd', second: null, ground: verb };
      return preposition === 'after' ? null : { role: 'lunchStart', second: 'lunchEnd', ground: verb };
    case 'break':
      return action === 'end' || preposition === 'after' ? null : { role: 'breakStart', second: null, ground: verb };
    case 'arrive':
      // "Children are in school until 3.20."
      if (until && minutes >= LATE_IN_THE_DAY && ALLOWED.test(mention.leftText)) return null;
      if (until && minutes >= LATE_IN_THE_DAY) return { role: 'schoolDayEnd', second: null, ground: 'guess' };
      if (OF_ADULTS.test(mention.leftText) || OF_ADULTS.test(beforeArriving(mention))) return null;
      if (minutes >= NOON || preposition === 'after' || NOT_BEFORE.test(mention.leftText)) return null;
      if ((mention.last && SUPPOSED.test(mention.leftText)) || ADVISED.test(mention.leftText)) return null;
      if (by || mention.last || (preposition === 'at' && MODAL.test(mention.leftText)))
        return { role: 'arriveBy', second: null, ground: 'verb' };
      // "Staff are in from 8.00"
      if (mention.left.some((cue) => cue.is === 'staff' && /staff|office|team/i.test(cue.text))) return null;
      if (preposition === 'from' || (preposition === 'at' && ALLOWED.test(mention.leftText)))
        return { role: 'gatesOpen', second: null, ground: 'guess' };
      return null;
    default:
      return null;
  }
}

/** The time is a deadline: "by 8.50". */
export function byDeadline(mention: Mention): boolean {
  const preposition = mention.left.findLast((cue) => cue.is === 'at' || cue.is === 'before');
  return preposition !== undefined && /^by$/i.test(preposition.text);
}
