import type { CueToken } from './tokens.ts';

export type Subject =
  | 'register'
  | 'gate'
  | 'day'
  | 'session'
  | 'lunch'
  | 'break'
  | 'pickup'
  | 'dayStart'
  | 'dayEnd'
  | 'lesson'
  | 'other'
  | 'arrive';
export type Action = 'open' | 'close' | 'start' | 'end' | 'take' | 'mark';

/** The thing and the verb that a time belongs to. */
export interface Governor {
  readonly subject: Subject;
  readonly action: Action | null;
  /** The subject was named before the stretch, or above it. */
  readonly inherited: boolean;
  readonly text: string;
}

const SUBJECTS: ReadonlySet<string> = new Set<Subject>([
  'register',
  'gate',
  'day',
  'session',
  'lunch',
  'break',
  'pickup',
  'dayStart',
  'dayEnd',
  'lesson',
  'other',
  'arrive',
]);
const ACTIONS: ReadonlySet<string> = new Set<Action>(['open', 'close', 'start', 'end', 'take', 'mark']);

export function isSubject(cue: CueToken): cue is CueToken & { is: Subject } {
  return SUBJECTS.has(cue.is);
}
export function isAction(cue: CueToken): cue is CueToken & { is: Action } {
  return ACTIONS.has(cue.is);
}

/** Reads the governor from the cues before a time, nearest first; `inherited` is what the sentence was about before. */
export function governorBefore(left: readonly CueToken[], inherited: Subject | null): Governor | null {
  for (let at = left.length - 1; at >= 0; at--) {
    const cue = left[at];
    if (!cue) continue;
    if (isAction(cue)) {
      if (left[at + 1]?.is === 'lesson' && left.slice(0, at).some((one) => one.is === 'register')) continue;
      const named = subjectOf(left, at) ?? null;
      // "Afternoon registration is at 1.25pm in period 4 and closes at 1.55pm": no lesson closes.
      const named_ = named === null ? -1 : left.indexOf(named);
      const passed =
        named?.is === 'lesson' ||
        // "the register is opened in all three schools and closes"
        (named?.is === 'day' && left.slice(named_ + 1, at).some((one) => /^and$/i.test(one.text)));
      const subject = cue.is === 'close' && passed && inherited === 'register' ? null : named;
      // "Register and lessons begin": the register's share is what counts.
      const mate = named?.is === 'lesson' && cue.is === 'start' ? joinedRegister(left, left.indexOf(named)) : null;
      if (mate) return { subject: 'register', action: 'start', inherited: false, text: mate.text };
      // "Registers are taken at the start of each session and sent to the office by 9.10": what is sent is the register.
      const sent =
        cue.is === 'mark' && named?.is === 'session'
          ? left.slice(0, at).findLast((one) => one.is === 'register')
          : undefined;
      if (sent) return { subject: 'register', action: 'mark', inherited: false, text: sent.text };
      if (subject) return { subject: subject.is, action: cue.is, inherited: false, text: subject.text };
      // "Doors 8.40, start 8.50, finish 3.15": no door starts.
      const starts = inherited === 'gate' && (cue.is === 'start' || cue.is === 'end');
      if (starts) return { subject: 'day', action: cue.is, inherited: true, text: '' };
      if (inherited) return { subject: inherited, action: cue.is, inherited: true, text: '' };
      return null;
    }
    if (isSubject(cue)) {
      // "arrive at the Academy by 8.20": the school is where, not what.
      if (cue.is === 'day' && left[at - 1]?.is === 'arrive' && cue.start - (left[at - 1]?.end ?? 0) < 8) continue;
      // "arrive on time for school at 8.40": so here.
      if (cue.is === 'day' && left[at - 1]?.is === 'present' && left[at - 2]?.is === 'arrive') continue;
      const passed = passedRegister(left, at);
      if (passed) return passed;
      // "registers close at the end of Period 1 (9.25am)": the period only says which moment it is.
      if (cue.is === 'lesson' && /\d$/.test(cue.text)) {
        if (left.slice(0, at).some((one) => one.is === 'register')) continue;
        // "Registers are taken at 8.50am and in period 4 at 1.15pm": the verb is said once.
        if (inherited === 'register' && at > 0 && left.slice(0, at).every((one) => one.is === 'stop'))
          return { subject: inherited, action: 'take', inherited: true, text: '' };
      }
      // "Registration/Assembly", "registration and tutor time": the register's share is what counts.
      const mate = left.slice(0, at).findLast((one) => !(one.is === 'stop' && /^(?:and|or)$/i.test(one.text)));
      if (mate?.is === 'register' && (cue.is === 'other' || cue.is === 'lesson') && cue.start - mate.end < 8)
        return { subject: 'register', action: actionOn(left, left.indexOf(mate)), inherited: false, text: mate.text };
      // "the bus arrives", "breakfast club arrivals"
      const before = left[at - 1];
      if (cue.is === 'arrive' && before?.is === 'other')
        return { subject: 'other', action: null, inherited: false, text: before.text };
      const action = actionOn(left, at);
      return { subject: cue.is, action, inherited: false, text: cue.text };
    }
  }
  return null;
}

/** The register that "and" joins to what stands at a place. */
function joinedRegister(left: readonly CueToken[], at: number): CueToken | null {
  const joint = left[at - 1];
  const mate = left[at - 2];
  return joint?.is === 'stop' && /^and$/i.test(joint.text) && mate?.is === 'register' ? mate : null;
}

/**
 * The register that a sentence speaks of before the place or the meal nearest to its time: "students register with their
 * tutors at 8.40", "registers are taken again after lunch: 1.00".
 */
function passedRegister(left: readonly CueToken[], at: number): Governor | null {
  const cue = left[at];
  const before = left.slice(0, at);
  const register = before.findLast((one) => one.is === 'register');
  if (!cue || !register || before.some((one) => one.start > register.start && /^(?:;|\.\s)$/.test(one.text)))
    return null;
  const isVerb = /\sregister$/i.test(register.text);
  if (isVerb && (cue.is === 'lesson' || cue.is === 'arrive'))
    return { subject: 'register', action: 'take', inherited: false, text: register.text };
  const action = left[left.indexOf(register) + 1];
  // "We take registers at the start of the day (8.50)"
  const isTaken = cue.is === 'dayStart' && left[left.indexOf(register) - 1]?.is === 'take';
  if (isTaken) return { subject: 'register', action: 'take', inherited: false, text: register.text };
  const isRoom = cue.is === 'arrive' && /^(?:in|at)\b/i.test(cue.text);
  const isPlace =
    isRoom || cue.is === 'lesson' || ((cue.is === 'lunch' || cue.is === 'break') && left[at - 1]?.is === 'after');
  // "Afternoon registration is straight after lunch: 1.10"
  if (cue.is === 'lunch' && left[at - 1]?.is === 'after' && action === left[at - 1])
    return { subject: 'register', action: null, inherited: false, text: register.text };
  // "Registration takes place during tutor time at 8.40"
  if (isPlace && (action?.is === 'take' || (action?.is === 'start' && /place|happens/i.test(action.text))))
    return { subject: 'register', action: 'take', inherited: false, text: register.text };
  return null;
}

/** Reads the governor from the cues behind a time: "At 9.15 the registers close", "8.45am - registers open". */
export function governorBehind(right: readonly CueToken[], needsVerb = false, isFollowed = false): Governor | null {
  for (let at = 0; at < right.length; at++) {
    const cue = right[at];
    if (!cue) continue;
    if (cue.is === 'stop' && /^(?:;|\.\s)$/.test(cue.text)) return null;
    if (isSubject(cue)) {
      // "8:45 - children enter school - registration taken", "1.50 - 2.50 Period 5 (inc. registration)"
      if ((cue.is === 'arrive' || (cue.is === 'lesson' && /\d$/.test(cue.text))) && goesOnToRegister(right, at))
        continue;
      // "1.10pm: the whistle goes and registers are called"
      if (
        cue.is === 'other' &&
        /^(?:bell|whistle) (?!for)/i.test(cue.text) &&
        (isFollowed ? goesOnToLessons(right, at) : goesOnToRegister(right, at) || goesOnToLessons(right, at))
      )
        continue;
      // "8.40: on site for doors opening"
      if (cue.is === 'arrive' && right[at + 1]?.is === 'gate' && right[at + 2]?.is === 'open') continue;
      const verb = right.slice(at + 1, at + 4).find(isAction);
      // "8.40 School day. Gates open at 8.30": the verb before the next time's own "at" is that time's.
      const isNext = verb && isFollowed && right.at(-1)?.is === 'at' && right.at(-2) === verb;
      const action = isNext ? undefined : verb;
      if (needsVerb && !action) return null;
      return { subject: cue.is, action: action?.is ?? null, inherited: false, text: cue.text };
    }
    if (isAction(cue)) {
      // "8.45am start, register closes 9.15am": what starts stands before the comma.
      const parts = right.findIndex((one, index) => index > at && one.is === 'stop');
      const clause = parts < 0 ? right : right.slice(0, parts);
      const subject = clause.slice(at + 1, at + 3).find(isSubject);
      if (subject) return { subject: subject.is, action: cue.is, inherited: false, text: subject.text };
      // "3.10: Finish for Reception": what finishes, unnamed, is the day.
      if (
        (cue.is === 'end' || cue.is === 'start') &&
        // "at 10.05 and start home visits": what is done then.
        right.slice(0, at).every((one) => one.is === 'stop' && !/^(?:and|or|but)$/i.test(one.text)) &&
        !clause.some(isSubject)
      )
        return { subject: 'day', action: cue.is, inherited: true, text: '' };
    }
  }
  return null;
}

/** Whether an entry goes on to the register, with nothing else of the school day between. */
function goesOnToRegister(right: readonly CueToken[], at: number): boolean {
  const next = right.slice(at + 1).find((cue) => (isSubject(cue) && cue.is !== 'day') || /^(?:;|\.\s)$/.test(cue.text));
  return next?.is === 'register';
}

/** "the whistle goes and lessons begin", "the bell rings and school starts": joined to the bell, and nothing else. */
function goesOnToLessons(right: readonly CueToken[], at: number): boolean {
  const [joint, what, verb] = right.slice(at + 1);
  const begins = (what?.is === 'lesson' || what?.is === 'day') && verb?.is === 'start';
  return begins && joint?.is === 'stop' && /^(?:and|,)$/i.test(joint.text);
}

const OF_A_PHASE: ReadonlySet<string> = new Set<Subject>([
  'lunch',
  'break',
  'session',
  'lesson',
  'gate',
  'register',
  'pickup',
]);
const WHOLE = /\b(?:school|college|academy|nursery|day|hours|times|timings)\b/i;

/** The nearest subject before the verb; "school" gives way to the register or gate named right before it. */
function subjectOf(left: readonly CueToken[], at: number): (CueToken & { is: Subject }) | null {
  for (let index = at - 1; index >= 0; index--) {
    const cue = left[index];
    if (cue && isSubject(cue)) {
      // "Registration takes place in period 5, which begins at 1.40pm"
      if (cue.is === 'lesson' && /\d$/.test(cue.text)) {
        const register = left.slice(0, index).find((one) => one.is === 'register');
        if (register && isSubject(register)) return register;
      }
      // "be in registration when it begins at 8.40": what begins is the registration.
      if (cue.is === 'arrive' && /\bregistration$/i.test(cue.text) && left[index + 1]?.is === 'when')
        return { ...cue, is: 'register' };
      // "Lunch for infants ends at 12.50": whose it is, and not what.
      const own = left[index - 1];
      if (
        own &&
        cue.is === 'day' &&
        OF_A_PHASE.has(own.is) &&
        cue.start - own.end <= 12 &&
        !WHOLE.test(cue.text) &&
        isSubject(own)
      )
        return own;
      // "the register for the second session is taken", "the second register of the day is taken"
      const isOwned = cue.is === 'session' || (cue.is === 'day' && /^the day$/i.test(cue.text));
      const owner = isOwned ? left[index - 1] : undefined;
      return owner && isSubject(owner) && (cue.is === 'session' || owner.is === 'register') ? owner : cue;
    }
    if (cue && cue.is === 'stop' && /^(?:;|\.\s)$/.test(cue.text)) break;
  }
  // "Opening of registers", "closing of the gates"
  const after = left[at + 1];
  return after && isSubject(after) ? after : null;
}

/** A verb before its object: "we take the register at", "close the morning register at". */
function actionOn(left: readonly CueToken[], at: number): Action | null {
  for (let index = at - 1; index >= 0 && index >= at - 2; index--) {
    const cue = left[index];
    if (!cue) continue;
    if (isAction(cue)) return cue.is;
    if (cue.is === 'stop' || isSubject(cue)) return null;
  }
  return null;
}
