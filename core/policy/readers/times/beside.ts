import type { Mention } from './mentions.ts';
import type { Role } from './reading.ts';
import type { Cue, CueToken } from './tokens.ts';

const STRONG = /^(?:;|\.\s|if|but|who)$/i;
/** "at 8.45 and that is also when …": what may stand before the clause. */
const LEADS: ReadonlySet<Cue> = new Set<Cue>(['stop', 'anaphor']);
const FARTHEST = 3;
const THAT_IS_THE_START =
  /^,?\s{1,3}(?:and|so)?,?\s?(?:that|this)(?:'s|\s(?:is|marks))\s(?:when\s)?(?:(?:the|our)\s)?(?:official\s)?(?:(?:start|beginning)\sof\s(?:the|our)\s(?:school\s)?day|(?:the|our)?\s?(?:school\s)?day\s(?:starts|begins))\b/i;

/**
 * What else is said of a time in a clause of its own beside it: "by 10.00, when the registers close", "at 8.45, when school
 * starts and the teacher takes the register".
 */
export function rolesBeside(mention: Mention, isDeadline: boolean): Role[] {
  // "at 8.40, which is the start of the school day"
  if (mention.right[1]?.is === 'dayStart' && /^[\s,]{0,4}which\s{1,3}is\b/i.test(mention.rightText))
    return ['schoolDayStart'];
  // "The bell goes at 8.45 and that is the start of our day."
  if (THAT_IS_THE_START.test(mention.rightText)) return ['schoolDayStart'];
  const clause = clauseOfWhen(mention.right);
  const roles = clause ? rolesIn(clause) : [];
  if (roles.length > 0) return roles;
  const one = isDeadline ? roleOfRegister(mention) : null;
  return one ? [one] : [];
}

/** The cues behind "when", as far as its sentence goes; null where no "when" follows the time. */
function clauseOfWhen(right: readonly CueToken[]): CueToken[] | null {
  const when = right.findIndex((cue) => cue.is === 'when');
  if (when < 0 || when > FARTHEST) return null;
  if (!right.slice(0, when).every((cue) => LEADS.has(cue.is) && !STRONG.test(cue.text))) return null;
  const clause = right.slice(when + 1);
  const end = clause.findIndex((cue) => cue.is === 'stop' && STRONG.test(cue.text));
  return end < 0 ? clause : clause.slice(0, end);
}

/** Every thing of a clause that has its verb beside it. */
function rolesIn(clause: readonly CueToken[]): Role[] {
  const roles = new Set<Role>();
  const words = clause.filter((cue) => cue.is !== 'stop' && cue.is !== 'staff');
  for (const [index, { is }] of words.entries()) {
    const [before, behind] = [words[index - 1]?.is, words[index + 1]?.is];
    const begins = behind === 'take' || behind === 'open' || behind === 'start' || before === 'take';
    if (is === 'register' && behind === 'close') roles.add('registerCloses');
    else if (is === 'register' && begins) roles.add('registerOpens');
    else if (is === 'gate' && behind === 'open') roles.add('gatesOpen');
    else if (is === 'dayStart' || (is === 'day' && behind === 'start')) roles.add('schoolDayStart');
  }
  return [...roles];
}

/** Of a parents' hour: that it is when the register closes, or opens. */
function roleOfRegister({ left, leftText, right, first }: Mention): Role | null {
  const behind = right.filter((cue) => !(cue.is === 'stop' && cue.text === ',') && cue.is !== 'day');
  if (behind[0]?.is === 'register' && behind[1]?.is === 'close') return 'registerCloses';
  const [joint, named] = left.filter((cue) => cue.is !== 'at').slice(-2);
  if (joint?.is === 'register' && named?.is === 'close') return 'registerCloses';
  // "ring us before registration at 8.45"
  if (joint?.is !== 'before' || named?.is !== 'register' || named.start - joint.end >= 8) return null;
  return /^\s*at\s*$/i.test(leftText.slice(named.end - first.start)) ? 'registerOpens' : null;
}
