import type { Clock } from '../../../text/clock.ts';
import { matchesOf } from '../../../text/matches.ts';
import type { Assigned } from './assigned.ts';
import { rolesBeside } from './beside.ts';
import { atTheBell, attributive, behindLabel, withoutAside, withoutGloss } from './beside-the-noun.ts';
import { byDeadline, fromGovernor } from './by-governor.ts';
import { asksForReports } from './call-lines.ts';
import { consequenceOf, governingPreposition } from './consequence.ts';
import { isDistractor } from './distractors.ts';
import { farSide } from './far-side.ts';
import { type Governor, governorBefore, governorBehind, isSubject, type Subject } from './governor.ts';
import { happensThen } from './happens-then.ts';
import { closesAsReckoned, itCloses } from './it-closes.ts';
import { ofItsLesson, registeredBy } from './lesson-register.ts';
import { gatherMentions, type Mention } from './mentions.ts';
import { pairedVerbs } from './paired.ts';
import type { Ground, Role } from './reading.ts';
import { asksToReport, channelReport, contactRole, continuesReport } from './reporting.ts';
import type { CueToken, Token } from './tokens.ts';
import { verbInBrackets } from './verb-in-brackets.ts';
import { waitsForParents } from './waits.ts';

/** Carried from sentence to sentence: what was last spoken of. */
export interface Topic {
  subject: Subject | null;
  /** The sentence before asked parents to report: "This should be done before 9.15am". */
  reporting?: boolean;
  /** The heading or the line above asks for reports: "Primary: 01632 …, by 8.30". */
  channels?: boolean;
  /** The heading above is a question: "3.15pm, from the playground." answers it. */
  asked?: boolean;
  /** The heading above asks when a pupil is late: "From 8.46." */
  late?: boolean;
  /** What the heading above says, for lines that name only a phase or a half of the day: "Morning: 8.45am to 9.00am". */
  heading: Governor | null;
}

const REGISTER_ROLES: ReadonlySet<Role> = new Set<Role>(['registerOpens', 'registerMarkedBy', 'registerCloses']);
const MERE_LABEL =
  /^\s*(?:[-*•▪·●]\s*)?(?:(?:for|in|and|all|our|the|years?|y ?\d{1,2}|ks ?\d|key stage|nursery|pre-?school|reception|eyfs|foundation|infants?|juniors?|lower|upper|pupils|children|class(?:es)?|sixth form|primary|secondary|morning|afternoon|am|pm|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thurs?(?:day)?|fri(?:day)?|session|is|at|from|to|one|two|three|r|\d{1,2})\b[\s,:&/().-]*)*[\s:=(,-]*$/i;
/** Said of a report even where the sentence before did not ask for it. */
const FIRST_DAY = /\b(?:first|each|every) (?:day|morning) of (?:the |their |any )?absence\b/i;
/** Words enough to be a clause of its own, whose governor is not simply the next noun. */
const WORDY = /(?<![a-z])[a-z]+\s+[a-z]+\s+[a-z]/i;
const WITH_REGISTER = /^,?\s{1,3}with\s(?:the\s)?(?:morning\s|am\s)?(?:registration|the\sregister)\b/i;
const JOINT = /\b(?:and|or)\b|[,/&]/i;

/** The role of the time before. */
interface Said {
  role: Role;
  second: Role | null;
  ground: Ground;
}

/** Gives every clock time of one sentence its roles; a time may have two ("by 10.00, when the registers close"). */
export function assignRoles(text: string, tokens: readonly Token[], topic: Topic): Assigned[] {
  const mentions = gatherMentions(text, tokens).map(withoutGloss).map(withoutAside);
  const assigned: Assigned[] = [];
  let previous: Said | null = null;
  let outer: Said | null | undefined;
  let subject = topic.subject;
  const paired = pairedVerbs(mentions, topic.subject);
  for (const [index, found] of mentions.entries()) {
    const mention = inOwnClause(found);
    // "8.45 (closing 9.15) and 1.15": behind the bracket it goes on as before it.
    if (mention.leftText.lastIndexOf('(') > mention.leftText.lastIndexOf(')')) outer = previous;
    else if (outer !== undefined && /^\s*\)/.test(mention.leftText)) [previous, outer] = [outer, undefined];
    if (isDistractor(mention)) {
      previous = null;
      continue;
    }
    const roles: { role: Role; second: Role | null; ground: Ground; explicit: boolean }[] = [];
    const consequence = consequenceOf(mentions, index, text);
    const governor: Governor | null =
      paired.get(index) ??
      attributive(mention) ??
      closesAsReckoned(mention) ??
      verbInBrackets(mention, subject) ??
      itCloses(mention, subject) ??
      (topic.asked && index === 0 && answers(mention) ? topic.heading : null) ??
      atTheBell(mention) ??
      ofItsLesson(mention) ??
      registeredBy(mention) ??
      governorBefore(outsideBrackets(mention), subject) ??
      (!(previous && isCoordinated(mention) && JOINT.test(mention.leftText)) &&
      (timeLed(mention) || index === 0) &&
      !opensBracket(mention, index < mentions.length - 1)
        ? governorBehind(behindLabel(mention), WORDY.test(mention.leftText), index < mentions.length - 1)
        : null) ??
      (isMereLabel(mention) ? topic.heading : null);
    const byConsequence = farSide(mention, consequence, governor, text, topic.late === true && index === 0);
    const contact = byConsequence
      ? null
      : (waitsForParents(mentions, index, text) ??
        contactRole(mention, text) ??
        (topic.reporting || FIRST_DAY.test(text) ? continuesReport(mention, text) : null) ??
        (topic.channels || asksForReports(text) ? channelReport(mention) : null));
    if (byConsequence) roles.push(byConsequence);
    else if (contact) roles.push({ role: contact.role, second: null, ground: 'verb', explicit: contact.explicit });
    // "the morning register by 9.10 and the afternoon register by 1.20": the verb is said once.
    const elided =
      governor?.subject === 'register' && !governor.action && previous && REGISTER_ROLES.has(previous.role);
    const plain = elided ? previous : governor ? fromGovernor(governor, mention) : null;
    // "Doors close at 8.55, after which pupils are late" says two things; "registers close …, after which …" only one.
    const besidesConsequence =
      byConsequence?.aftermath &&
      plain &&
      !['registerCloses', 'registerMarkedBy'].includes(plain.role) &&
      (plain.role !== 'arriveBy' || byDeadline(mention));
    // "Reception: Monday to Friday from 8.50 until 3.20": what lasts so long, unnamed, is the day.
    if (!governor && !byConsequence && !contact && isWholeDay(mention) && isMereLabel(mention))
      roles.push({ role: 'schoolDayStart', second: 'schoolDayEnd', ground: 'guess', explicit: false });
    const besides = byConsequence ? [] : rolesBeside(mention, contact !== null);
    // "the pupil arrives before 9.15, when the register closes" tells no one to come by then.
    const instead =
      besides.length > 0 &&
      (governor?.subject === 'session' ||
        (plain?.role === 'arriveBy' && besides.includes('registerCloses') && !byDeadline(mention)));
    if (plain && !instead && ((!byConsequence && !contact) || besidesConsequence))
      roles.push({
        ...plain,
        ground: plain.ground,
        explicit: !governor?.inherited && governor?.action !== null && plain.ground === 'verb',
      });
    for (const beside of besides) {
      if (roles.some(({ role }) => role === beside)) continue;
      const second = beside === 'gatesOpen' ? 'gatesClose' : null;
      roles.push({ role: beside, second, ground: 'verb', explicit: true });
    }
    // "Registration takes place at the start of school at 9.00", "Registration and start of the school day - 8.45" say both.
    const shared = governor?.subject === 'session' || (governor?.subject === 'dayStart' && plain !== null);
    if (shared && !byConsequence && !contact && opensAtStart(mention))
      roles.push({ role: 'registerOpens', second: null, ground: 'verb', explicit: true });
    if (plain?.role === 'registerOpens' && !byConsequence && startsWithRegister(mention))
      roles.push({ role: 'schoolDayStart', second: null, ground: 'verb', explicit: true });
    // "The school day starts at 8.45 with registration."
    if (plain?.role === 'schoolDayStart' && !byConsequence && WITH_REGISTER.test(mention.rightText))
      roles.push({ role: 'registerOpens', second: null, ground: 'verb', explicit: true });
    // "late after the registration period (8.55 to 9.00)", "marked between 8.50 and 9, and late after that"
    if (
      byConsequence &&
      mention.last &&
      governor?.subject === 'register' &&
      mention.left.some((cue) => cue.is === 'register') &&
      !['open', 'close', 'end'].includes(governor.action ?? '')
    )
      roles.push({ role: 'registerOpens', second: null, ground: 'label', explicit: false });
    // "9.00: the gates close and the register is taken" says two things.
    if (
      !byConsequence &&
      !contact &&
      index === 0 &&
      timeLed(mention) &&
      plain?.role !== 'registerOpens' &&
      alsoTakesRegister(mention)
    )
      roles.push({ role: 'registerOpens', second: null, ground: 'verb', explicit: true });
    const said = roles.some(({ ground }) => ground !== 'consequence');
    // "Up to 8.45 on time, up to 9.15 late": each says of itself what comes then.
    const saidAlike = byConsequence !== null && previous?.ground === 'consequence';
    if (previous && !said && !saidAlike && (roles.length === 0 || byConsequence?.aftermath) && isCoordinated(mention))
      roles.push({ ...previous, explicit: false });
    for (const { role, second, ground, explicit } of roles) {
      // "By 9.30 we text, at 10.00 we ring": the first call is the first.
      if (role === 'firstDayContactFrom' && assigned.some((one) => one.role === role && !isCoordinated(mention)))
        continue;
      if (!happensThen(role, pick(mention, role, ground).minutes)) continue;
      assigned.push({ clock: pick(mention, role, ground), role, ground, explicit, mention });
      if (
        second &&
        mention.last &&
        happensThen(second, mention.last.clock.minutes) &&
        !(second === 'registerCloses' && isLesson(mention, ground, governor))
      )
        assigned.push({
          clock: mention.last.clock,
          role: second,
          ground: role === 'registerOpens' && governor?.action === 'open' ? ground : secondGround(ground, role),
          explicit,
          mention,
        });
    }
    const main = roles[0];
    previous = main ? { role: main.role, second: main.second, ground: main.ground } : null;
    subject = (governor?.subject === 'register' ? 'register' : lastSubject(mention.left)) ?? subject;
  }
  topic.subject = lastSubject(tokens) ?? subject;
  topic.reporting = mentions.length === 0 && (asksToReport(tokens) || asksForReports(text));
  return assigned;
}

const OF_ITS_OWN: ReadonlySet<CueToken['is']> = new Set<CueToken['is']>(['staff', 'call', 'close']);

/** "Registers are complete by 9.10; at 9.15 the office rings": the clause behind the stroke speaks for itself. */
function inOwnClause(mention: Mention): Mention {
  const { left, leftText, right } = mention;
  const opens = /;(\s*(?:at|by|from)\s*)$/i.exec(leftText)?.[1];
  if (opens === undefined || !OF_ITS_OWN.has(right[0]?.is ?? 'stop')) return mention;
  return { ...mention, leftText: opens, left: left.slice(left.findLastIndex((cue) => cue.text === ';') + 1) };
}

const CLOSED_BRACKET = /\([^()]{0,80}\)/g;

const ASIDES: ReadonlySet<Subject> = new Set<Subject>(['other', 'gate', 'lesson', 'lunch', 'break', 'pickup']);

/** "on site (through the late gate) by 8.38": what a bracket names that is closed before the time is no more than an aside. */
function outsideBrackets({ left, leftText, first }: Mention): readonly CueToken[] {
  if (!leftText.includes(')')) return left;
  const from = first.start - leftText.length;
  const brackets = matchesOf(leftText, CLOSED_BRACKET).map(({ index, 0: words }) => ({
    start: from + index,
    end: from + index + words.length,
  }));
  const isAside = (cue: CueToken): boolean =>
    isSubject(cue) && ASIDES.has(cue.is) && brackets.some(({ start, end }) => cue.start >= start && cue.end <= end);
  const outside = left.filter((cue) => !isAside(cue));
  return outside.some(isSubject) ? outside : left;
}

function isWholeDay({ first, last }: Mention): boolean {
  return last !== null && last.clock.minutes - first.clock.minutes >= 5 * 60 && first.clock.minutes >= 8 * 60;
}

const LONGEST_REGISTRATION = 40;

/** "1.45 - 2.45 Period 5 (registration)": a lesson's end closes no register. */
function isLesson({ first, last }: Mention, ground: Ground, governor: Governor | null): boolean {
  const length = (last?.clock.minutes ?? 0) - first.clock.minutes;
  return ground !== 'consequence' && governor?.action !== 'open' && length > LONGEST_REGISTRATION;
}

/** Nothing but a phase, a year group, a day or a half of the day stands with the time. */
function isMereLabel(mention: Mention): boolean {
  return (
    mention.leftText.length < 60 &&
    MERE_LABEL.test(mention.leftText) &&
    mention.right.every((cue) => cue.is === 'stop') &&
    mention.rightText.length < 60
  );
}

/** "3.15pm, from the playground.", "At 3.15pm, for all classes.": the answer begins with its time. */
function answers({ leftText, right }: Mention): boolean {
  return (
    /^\W*(?:at\s+)?$/i.test(leftText) &&
    !right.some((cue) => ['register', 'start', 'open', 'close', 'end'].includes(cue.is))
  );
}

function opensAtStart({ left }: Mention): boolean {
  const at = left.findIndex((cue) => cue.is === 'register');
  const next = at < 0 ? undefined : left[at + 1];
  // "Registration and start of session": nothing but the joint stands between the two.
  const joined =
    next?.is === 'stop' && /^(?:and|,)$/i.test(next.text) && ['dayStart', 'start'].includes(left[at + 2]?.is ?? '');
  const marked = next?.is === 'mark' && /^marked$/i.test(next.text);
  return next?.is === 'take' || next?.is === 'start' || next?.is === 'open' || marked || joined;
}

/** "The school day starts with registration at 8.45", "School starts; register taken: 8.45": both begin. */
function startsWithRegister({ left, leftText, first }: Mention): boolean {
  const cues = left.filter(
    (cue, index) => cue.is !== 'at' && !(cue.is === 'lesson' && left[index + 1]?.is === 'register'),
  );
  const at = cues.findLastIndex((cue) => cue.is === 'register');
  const register = cues[at];
  if (!register) return false;
  const joint = cues.slice(0, at).findLastIndex((cue) => cue.is !== 'stop');
  const [day, start] = [cues[joint - 1], cues[joint]];
  const begins = start?.is === 'dayStart' || (day?.is === 'day' && start?.is === 'start');
  if (!begins || !start) return false;
  if (joint < at - 1) return cues.slice(joint + 1, at).every((cue) => /^(?:;|,|and|&)$/i.test(cue.text.trim()));
  const from = first.start - leftText.length;
  return (
    start.is === 'start' && /^\s*with\s+(?:\w+\s+)?$/i.test(leftText.slice(start.end - from, register.start - from))
  );
}

/** Behind the entry's first clause, joined to it: "…, and the register will be taken". */
function alsoTakesRegister({ right }: Mention): boolean {
  const at = right.findIndex((cue) => cue.is === 'register');
  const verb = right[at + 1];
  const joint = right.slice(0, at).findLast((cue) => cue.is === 'stop');
  // "School starts - registration": named and nothing more.
  const isNamed = verb === undefined && right[at - 1] === joint;
  const isTaken =
    (verb?.is === 'take' || (verb?.is === 'open' && right[at + 2]?.is !== 'until') || verb?.is === 'start') &&
    verb.start - (right[at]?.end ?? 0) < 20;
  // "Children are in class; the register is taken.": where no other time has the words behind the stroke.
  const isLast = verb === undefined || verb === right.at(-1);
  return (
    at > 1 &&
    (isTaken || isNamed) &&
    (isLast ? /^(?:and|,|-|;)$/i : /^(?:and|,|-)$/i).test(joint?.text.trim() ?? '') &&
    !right
      .slice(0, at)
      .some(
        (cue) =>
          ['late', 'absent', 'after', 'before', 'not', 'when'].includes(cue.is) ||
          (cue !== joint && /^(?:;|\.\s|if)$/i.test(cue.text)) ||
          /^(?:\.\s|if)$/i.test(cue.text),
      )
  );
}

/** "taken between 9.00 and 9.15" only suggests that the register closes at its end. */
function secondGround(ground: Ground, role: Role): Ground {
  if (ground === 'consequence' && role === 'registerMarkedBy') return 'window';
  return ground !== 'consequence' && role === 'registerOpens' ? 'guess' : ground;
}

/** Of a range, the end that the role is about: deadlines take the later one. */
function pick(mention: Mention, role: Role, ground: Ground): Clock {
  const toItsEnd = ground === 'consequence' && !mention.window && governingPreposition(mention.left) === 'after';
  if (mention.last && toItsEnd) return mention.last.clock;
  // "Registers are completed between 8.50 and 9.00": by the latter.
  const isCompleted = role === 'registerMarkedBy' && ground !== 'consequence';
  return mention.last && (role === 'reportAbsenceBy' || role === 'arriveBy' || isCompleted)
    ? mention.last.clock
    : mention.first.clock;
}

/** Nothing before the time speaks of anything: "At 9.15 …", "8.45am - …". */
function timeLed(mention: Mention): boolean {
  return !mention.left.some(
    (cue) =>
      isSubject(cue) || ['open', 'close', 'start', 'end', 'take', 'mark', 'report', 'call', 'unheard'].includes(cue.is),
  );
}

/** "8.40am (gates open from 8.20am)": the bracket speaks of the time in it. */
function opensBracket(mention: Mention, isFollowed: boolean): boolean {
  return isFollowed && /^\s*\([^)]*$/.test(mention.rightText);
}

/** "9.15 for the morning session and 1.40 for the afternoon session". */
const OF_ONE_SESSION =
  /^\s?\(?(?:for|in|of)\s(?:the|each|our)\s(?:morning|afternoon|am|pm|first|second)\ssession\)?,?\s(?:and|&|,)\s{1,3}(?:(?:at|from|by)\s{1,3})?$/i;

/** "… and the junior school at 8.45": of the other half of the school. */
const OF_ANOTHER_PHASE =
  /^,?\s(?:and|while|but)?\s?(?:the\s|our\s)?(?:infants?|juniors?|primary|secondary|lower|upper|nursery|high|first|middle)\s(?:school|site|phase|department)\s(?:at|from)\s$/i;

/** "… and 2.00 p.m.", "KS1 8.50, KS2 8.55": only a joint stands between two times. */
function isCoordinated(mention: Mention): boolean {
  return (
    (/[,;/&(]|(?:^|\s)-|\band\b|\bor\b/i.test(mention.leftText) || MERE_LABEL.test(mention.leftText)) &&
    mention.leftText.length < 60 &&
    !/\bbells?\b|\bwhistle\b/i.test(mention.leftText) &&
    !mention.left.some(
      (cue) =>
        (isSubject(cue) &&
          !/^nursery$/i.test(cue.text) &&
          !(cue.is === 'day' && OF_ANOTHER_PHASE.test(mention.leftText)) &&
          !(cue.is === 'session' && OF_ONE_SESSION.test(mention.leftText))) ||
        ['open', 'close', 'start', 'end', 'mark', 'report', 'call', 'late', 'absent'].includes(cue.is),
    ) &&
    !/[.;]\s/.test(mention.leftText)
  );
}

/** What the cues speak of last; a pupil's arrival is no thing that opens or closes. */
function lastSubject(cues: readonly Token[]): Subject | null {
  for (let at = cues.length - 1; at >= 0; at--) {
    const cue = cues[at];
    if (!cue || cue.is === 'time' || !isSubject(cue) || cue.is === 'arrive') continue;
    // What "School opens" is about may close too, and then it is the day.
    if (cue.is === 'gate' && /^(?:school|college|academy)/i.test(cue.text)) return 'day';
    // "KS3 register after lunch: 13.40. Each one is closed …": the meal only says which.
    if (cue.is === 'lunch' && cues[at - 1]?.is === 'after' && cues[at - 2]?.is === 'register') return 'register';
    // "the register is opened at the start of the day": of the register.
    if (cue.is === 'dayStart' && cues.slice(0, at).some((one) => one.is === 'register')) continue;
    // "the register for the second session"
    return cue.is === 'session' && cues[at - 1]?.is === 'register' ? 'register' : cue.is;
  }
  return null;
}
