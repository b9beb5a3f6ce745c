import { givesChannel, isSentToTheMissing, leadsCallLine, readsMessages } from './call-lines.ts';
import type { Mention } from './mentions.ts';
import type { Cue, CueToken, Token } from './tokens.ts';

/** The one time of day by which parents report an absence, and from which school asks after a pupil, as a sentence says it. */
export interface ContactRole {
  readonly role: 'reportAbsenceBy' | 'firstDayContactFrom';
  /** Who speaks to whom is named. */
  readonly explicit: boolean;
}

const NOON = 12 * 60;
const ELSEWHERE =
  /\b(?:collect|picked up|lunch|club|trip|medication|medicine|holiday|leave of absence|appointment|governors?|ofsted|police|social care|transport|taxi|minibus|meals?|dinners?|(?<!absence )forms)\b/i;

/** "To see the head, ring the office before 9.00." */
const OF_A_WISH =
  /^\W*(?:to|if you (?:want|wish|would like|need) to) (?:see|speak|talk|meet|book|order|buy|arrange|change|cancel|visit|hire)\b/i;

/** "absent through illness or an appointment": said of absence all the same. */
const BESIDES_ABSENCE =
  /\b(?:absent|absence|ill|illness|sick|sickness|unwell)\b[^.;]{0,40}\b(?:appointments?|medical)\b/gi;
/** "has an appointment or is too unwell": the same, the other way round. */
const AND_ABSENCE = /\bappointments?\s+or\b(?=[^.;]{0,40}\b(?:absent|away|ill|illness|sick|unwell)\b)/gi;

/** Whether the words speak of something else that parents call about. */
function isElsewhere(words: string): boolean {
  return ELSEWHERE.test(words.replace(BESIDES_ABSENCE, '').replace(AND_ABSENCE, ''));
}

const UNANSWERED =
  /\b(?:no\s+(?:answer|reply|response)|(?:nobody|no[\s-]one)\s+(?:answers|replies|responds)|still\s+(?:not|no|nothing|been)|neither\s+(?:of\s+them\s+)?has)\b[^.;]{0,40}$/i;

/** "If there is no answer by 9.45 the office rings at 10.15". */
const UNANSWERED_BEFORE = /\b(?:if|where|when)\b[^.;]{0,30}\bno\s(?:answer|reply|response)\b(?:[^.;]|\.\d){0,60}$/i;

/** "All contacts rung again before 10.00": by the school, which asked before. */
const RUNG_AGAIN =
  /\b(?:ring|rings|rung|phone[ds]?|call(?:s|ed)?|text(?:s|ed)?|contact(?:s|ed)?|tried|try|tries)\s(?:\w+\s){0,2}again\b[^.;]{0,20}$/i;

/** Calls about something else than an empty place. */
const OF_A_MISHAP =
  /\b(?:nurse|(?:ill|unwell|sick|poorly)\s(?:at|in|during)\s(?:the\s)?(?:school|lesson|day)|(?:becomes?|falls?|taken)\s(?:ill|unwell|sick)|hurt|injur(?:y|ed)|accident|first aid|detentions?|uniform|homework|lost property)\b/i;

/** "10.00am: if there is no reply we ring again". */
const UNANSWERED_THEN =
  /^\W{0,4}(?:if|where|when)\s+(?:(?:there|we|parents?)\s+(?:is|are|have|has|get|receive|had|do(?:es)?)\s+)?(?:still\s+)?(?:not\s+(?:answer|reply|respond)|(?:no|any)\s+(?:answer|reply|response|contact))/i;

/** "Leave a message before the school opens at 8": when it may be done, not by when. */
const BEFORE_OPENING =
  /\bbefore\s+(?:the\s+|our\s+)?(?:school|academy|college|office|reception)(?:\s+office)?\s+(?:opens|is\s+open|is\s+staffed)\b[^.;]{0,20}$/i;

/** "… as staff are preparing their rooms before 8.30": the time is the reason's. */
const OF_A_REASON = /\b(?:as|because|since|while)\s+(?:\w+\s+){1,3}(?:are|is|will|may|might)\b/i;

/** "If your child will be late please ring before 8.30": of lateness alone. */
const ONLY_LATE = /\b(?:be|is|are|arrive|arriving|running)\s+(?:\w+\s+){0,3}late\b(?!\s+or\b)/i;

const SUPPOSED_BEHIND = /^\s*(?:if|when|should)\b[^.;]{0,60}/i;

/** "Teachers tell the office who is missing", "staff who are ill ring the deputy": no parent does. */
const STAFF_TELL =
  /\b(?:staff|teachers?|tutors?|colleagues|employees|governors)(?: (?:who|that|will|must|should|should always|always|then|are|is|feel|ill|unwell|sick|absent|late|also)){0,5} $/i;

/** Inside the school: "absence is reported by the class teacher to the office". */
const BY_A_TEACHER = /\bby (?:the |a |each |every )?(?:class ?|form ?|classroom )?(?:teachers?|tutors?|staff)\b/i;

/** "Ring the absence line or send an email before 8.30": who is told to ring the school's line is a parent. */
const RINGS_THE_LINE =
  /^\W{0,3}(?:please\s)?(?:ring|call|phone|telephone)\s(?:the|our)\s(?:[a-z]{1,12}\s){0,2}(?:line|office|school|answerphone|number)\b/i;

const TRIES_PARENTS =
  /\b(?:attempts?|seeks?|tries|try|makes?)\s(?:to\s)?(?:make\s|establish\s)?contact\s(?:with\s)?(?:(?:each|every|all|the|both|any|a|one|at\sleast)\s){0,3}(?:parents?|carers?|famil(?:y|ies)|homes?)\b[^.;]{0,20}\bby\s$/i;
const BY_PARENTS = /\bby\s+(?:the\s+|a\s+|your\s+)?(?:parents?|carers?|famil(?:y|ies)|you)\b/i;
/** "A text goes out": of what, its sentence says. */
const GOES_OUT =
  /^(?:texts?|messages?|calls?|e-?mails?|alerts?) (?:will )?goe?s? (?:out|home)$|^(?:group|automat\w+) /i;
const RINGS: ReadonlySet<Cue> = new Set<Cue>(['call', 'staff', 'report']);

/** Whether the time is when parents must have called, or when the school calls; null when it is neither. */
export function contactRole(mention: Mention, text: string): ContactRole | null {
  const clock = (mention.last ?? mention.first).clock;
  if (clock.minutes >= NOON) return null;
  // The second call, when the first went unanswered.
  if (UNANSWERED_BEFORE.test(text.slice(0, mention.first.start))) return null;
  if (UNANSWERED.test(mention.leftText) || UNANSWERED_THEN.test(mention.rightText)) return null;
  if (RUNG_AGAIN.test(mention.leftText)) return null;
  if (BEFORE_OPENING.test(mention.leftText) || readsMessages(mention)) return null;
  // "The academy will attempt contact with each parent by 10.00": the school's call, whatever the noun.
  if (TRIES_PARENTS.test(mention.leftText)) return { role: 'firstDayContactFrom', explicit: false };
  if (leadsCallLine(mention) && !isElsewhere(mention.rightText))
    return { role: 'firstDayContactFrom', explicit: false };
  const before = nearestContact(mention);
  const deadline = isDeadline(mention);
  if (before) {
    if (before.is === 'call' && isToldToSchool(mention.left, before))
      return deadline ? { role: 'reportAbsenceBy', explicit: true } : null;
    const from = mention.first.start - mention.leftText.length;
    const lead = text.slice(from, before.start);
    const onlyLate = ONLY_LATE.test(lead) || ONLY_LATE.test(SUPPOSED_BEHIND.exec(mention.rightText)?.[0] ?? '');
    if (isElsewhere(lead) || (onlyLate && !isAboutAbsence(text))) return null;
    if (before.is === 'call' && deadline && RINGS_THE_LINE.test(text))
      return { role: 'reportAbsenceBy', explicit: true };
    // "Failure to report illness before 9.15 means …": the hour is the parents', where nobody rings behind it.
    if (deadline && /^fail/i.test(before.text) && !mention.right.some((cue) => RINGS.has(cue.is)))
      return { role: 'reportAbsenceBy', explicit: false };
    // "Absence calls should be made by parents before 8.45"
    // "Parents are asked to make a phone call to school by 9"
    if (
      before.is === 'call' &&
      deadline &&
      /^makes?\b/i.test(before.text) &&
      isMadeByParents(mention.left, before, text)
    )
      return { role: 'reportAbsenceBy', explicit: true };
    if (before.is === 'call' && deadline && BY_PARENTS.test(text.slice(before.end, mention.first.start)))
      return { role: 'reportAbsenceBy', explicit: true };
    // "If we have not heard by 9.30 the absence is unauthorised": nobody rings; the hour is the parents'.
    if (before.is === 'unheard' && isThenUnauthorised(mention)) return { role: 'reportAbsenceBy', explicit: false };
    // "Alert the safeguarding lead if no contact has been made by 10.00": nobody outside is rung.
    if (before.is === 'unheard' && TELLS_COLLEAGUE.test(text) && !mention.right.some((cue) => RINGS.has(cue.is)))
      return null;
    if (OF_A_MISHAP.test(text) || (GOES_OUT.test(before.text) && !isSentToTheMissing(text))) return null;
    if (before.is === 'unheard' || before.is === 'call')
      return {
        role: 'firstDayContactFrom',
        // "No call by 9.15? The office rings at 9.30": the next sentence may have another hour.
        explicit: !/\bto be \w+$/i.test(before.text) && isOfAbsence(before, text) && !/^\s*\?/.test(mention.rightText),
      };
    const who = whoReports(mention.left, before, text);
    if (STAFF_TELL.test(lead) && !PASSIVE_BEFORE.test(lead) && who !== 'staff') return null;
    const between = text.slice(before.end, mention.first.start);
    if (BY_A_TEACHER.test(between) || OF_A_REASON.test(between)) return null;
    if (who === 'staff')
      return isElsewhere(SUPPOSED_BEHIND.exec(mention.rightText)?.[0] ?? '')
        ? null
        : { role: 'firstDayContactFrom', explicit: false };
    if (!deadline || isElsewhere(mention.leftText) || OF_A_WISH.test(lead)) return null;
    if (isElsewhere(SUPPOSED_BEHIND.exec(mention.rightText)?.[0] ?? '')) return null;
    const isForUs = who === 'parent' && !/^(?:leave|drop) us/i.test(before.text);
    return { role: 'reportAbsenceBy', explicit: isForUs || isAboutAbsence(text) };
  }
  // "If a pupil is not in by 9.30 we ring home"
  const waiting = mention.left.some((cue) => cue.is === 'arrive' || cue.is === 'not');
  const behind = mention.right.find((cue) => cue.is === 'report' || cue.is === 'call' || cue.is === 'unheard');
  if (!behind || blocked(mention.right, behind)) return null;
  // "lateness after 9.10, or days off without a reason": nobody is rung.
  const rings = mention.right.some((cue) => RINGS.has(cue.is) && !isToldInside(cue, text));
  if (behind.is === 'unheard' && !rings) return null;
  if (GOES_OUT.test(behind.text) && !isSentToTheMissing(text)) return null;
  if (behind.is === 'call' || behind.is === 'unheard')
    return waiting || !hasContent(mention.left) ? { role: 'firstDayContactFrom', explicit: false } : null;
  const who = whoReports(mention.right, behind, text);
  if (who === 'staff')
    return waiting || !hasContent(mention.left) ? { role: 'firstDayContactFrom', explicit: false } : null;
  return deadline && !hasContent(mention.left) && who === 'parent'
    ? { role: 'reportAbsenceBy', explicit: false }
    : null;
}

/** "A message is sent at 9.30 to parents" may be about anything. */
function isOfAbsence(call: CueToken, text: string): boolean {
  return !/^messages? /i.test(call.text) || isAboutAbsence(text);
}

/** Whether what comes of the silence is a mark in the register and no call. */
function isThenUnauthorised({ right }: Mention): boolean {
  return right.some((cue) => cue.is === 'absent') && !right.some((cue) => RINGS.has(cue.is));
}

const COLLEAGUE =
  /^\s*(?:the\s+|our\s+|a\s+)?(?:designated|d?dsl\b|slt\b|senior|head|deputy|safeguarding|police|social\s+worker|attendance\s+(?:lead|officer|team|manager)|ewo\b|education)/i;

const TELLS_COLLEAGUE =
  /\b(?:alert|tell|inform|notify|escalate\s+to)\s+(?:the\s+|our\s+|a\s+)?(?:designated|d?dsl\b|slt\b|senior|head|deputy|safeguarding|police)/i;

/** "still unaccounted for: tell the safeguarding lead": nobody outside the school is called. */
function isToldInside(cue: CueToken, text: string): boolean {
  return cue.is === 'report' && COLLEAGUE.test(text.slice(cue.end, cue.end + 40));
}

/** "Please telephone the school.": without an hour, which the next sentence may give. */
export function asksToReport(tokens: readonly Token[]): boolean {
  const report = tokens.findIndex((cue) => cue.is === 'report');
  return report >= 0 && !tokens.some((cue) => cue.is === 'staff') && tokens.some((cue) => cue.is === 'parent');
}

const THIS =
  /^\W*(?:deadline\b|(?:please\s+)?(?:do|use|ring|call)\s+(?:this|so|it|either|one of these)\b|this|it|these|messages?|calls?)\b/i;

/** "Before 8.30 on each day of absence", alone or as what a row says of the deadline. */
const ON_EACH_DAY =
  /(?:^|:\s)\s{0,4}(?:by|before|no later than)\s[\d.:apm ]{3,10}\son\s(?:the\s)?(?:first|each|every)\s(?:day|morning)\b/i;

/** "This should be done before 9.15am on the first day", behind a sentence that asks parents to report. */
export function continuesReport(mention: Mention, text: string): ContactRole | null {
  const onlyDone = mention.left.every(
    (cue) => ['before', 'at', 'take', 'anaphor', 'parent'].includes(cue.is) || cue.text === ':',
  );
  const morning = (mention.last ?? mention.first).clock.minutes < NOON;
  return morning &&
    onlyDone &&
    (THIS.test(text) || ON_EACH_DAY.test(text)) &&
    isDeadline(mention) &&
    !ELSEWHERE.test(text)
    ? { role: 'reportAbsenceBy', explicit: false }
    : null;
}

/** A number or an address with its hour, below a line that asks for reports. */
export function channelReport(mention: Mention): ContactRole | null {
  const { left, last } = mention;
  const only = left.every((cue) => ['before', 'at', 'until', 'parent', 'stop', 'report'].includes(cue.is));
  return only && !last && givesChannel(mention) && !isElsewhere(mention.leftText)
    ? { role: 'reportAbsenceBy', explicit: false }
    : null;
}

/** "… as soon as possible; preferably before 8": still the call's hour. */
const PREFERABLY =
  /[;:]\s*(?:but\s+|and\s+)?(?:preferably|ideally|certainly|definitely|if\s+possible),?\s*(?:by|before|no\s+later\s+than)?\s*$/i;
const AWAY = /\b(?:absent|absence|away|ill|unwell|sick|not\s+(?:be\s+)?(?:in|attending|coming))\b/i;

/** "Let us know if your child will be late or absent by 9": the report before the condition. */
function reportBeforeIf({ left, leftText, first }: Mention, at: number): CueToken | null {
  const supposes = left.slice(0, at).findLastIndex((cue) => cue.is === 'stop' && /^if$/i.test(cue.text));
  const report = left[supposes - 1];
  const from = first.start - leftText.length;
  return report?.is === 'report' && AWAY.test(leftText.slice((left[supposes]?.end ?? 0) - from)) ? report : null;
}

function nearestContact(mention: Mention): CueToken | null {
  const { left } = mention;
  const preferably = PREFERABLY.test(mention.leftText);
  for (let at = left.length - 1; at >= 0; at--) {
    const cue = left[at];
    if (!cue) continue;
    if (cue.is === 'report' || cue.is === 'call' || cue.is === 'unheard') {
      // "late without explanation and arrives by 8.30": the coming has the time.
      const comes = left.slice(at + 1).some((one) => one.is === 'arrive' && /^arriv/i.test(one.text));
      return cue.is === 'unheard' && comes ? null : cue;
    }
    // "First day calls begin at …": the verb is the call's own.
    if (cue.is === 'start' && left[at - 1]?.is === 'call') continue;
    // "we contact parents on the first day, starting at 9.15"
    if (/^(?:starting|beginning)$/i.test(cue.text) && left[at - 1]?.text === ',') continue;
    // A verb of its own between the two takes the time; "before registers close at" is looked at by the caller.
    if (
      [
        'start',
        'end',
        'take',
        'mark',
        'late',
        'absent',
        'lunch',
        'break',
        'gate',
        'dayEnd',
        'pickup',
        'other',
      ].includes(cue.is)
    ) {
      const beforeVerb = left.slice(0, at).some((one) => one.is === 'before');
      if (!beforeVerb) return cue.is === 'late' ? reportBeforeIf(mention, at) : null;
    }
    if (cue.is === 'stop' && /^(?:;|\.\s)$/.test(cue.text) && !preferably) return null;
  }
  return null;
}

/** "The school should be contacted by 9.30": of the passive, the one named before it is told. */
function isToldToSchool(left: readonly CueToken[], verb: CueToken): boolean {
  if (!/^(?:will|are|be|is|being) \w+$/i.test(verb.text)) return false;
  const told = left.findLast((cue) => cue.start < verb.start && ['parent', 'day', 'staff'].includes(cue.is));
  return told !== undefined && told.is !== 'parent';
}

function isMadeByParents(left: readonly CueToken[], call: CueToken, text: string): boolean {
  const who = left.findLast((cue) => cue.start < call.start && (cue.is === 'parent' || cue.is === 'staff'));
  const toHome = /^\s{0,3}(?:to|with)\s{1,3}(?:the\s|all\s|your\s)?(?:parents?|carers?|famil|home)/i;
  return who?.is === 'parent' && !toHome.test(text.slice(call.end, call.end + 30));
}

const PASSIVE_BEFORE = /\b(?:be|been|being|are|is|get|kept)\s{1,3}$/i;

/** Who does the telling: the last person named before the verb, or whoever is told is not them. */
function whoReports(cues: readonly CueToken[], verb: CueToken, text: string): 'parent' | 'staff' | null {
  if (
    /^(?:hear(?:d)? from|(?:absence|message|reason)s? \w+ (?:to )?be with us|reach|ask for|like to know|need|leave word)/i.test(
      verb.text,
    )
  )
    return 'parent';
  const object = text.slice(verb.end, verb.end + 40);
  if (
    /^\s*(?:the |your |all |their |any )?(?:(?:pupil|child|student)'?s?'? )?(?:parents?|carers?|famil|home\b|you\b|guardian)/i.test(
      object,
    )
  )
    return 'staff';
  if (
    /^\s*(?:to |with )?(?:the |our |us\b|school|office|academy|attendance|reception|college)/i.test(object) ||
    /us|the|school/i.test(verb.text.slice(4))
  )
    return 'parent';
  let person: 'parent' | 'staff' | null = null;
  for (const cue of cues) {
    if (cue.start >= verb.start) break;
    if (cue.is === 'parent' || cue.is === 'staff') person = cue.is;
  }
  // "We need to be informed by 9.15": of the passive, the one named before it is told.
  // "if you are reporting an absence" is no passive.
  if (person && !/ing$/i.test(verb.text) && PASSIVE_BEFORE.test(text.slice(Math.max(0, verb.start - 12), verb.start)))
    return person === 'staff' ? 'parent' : 'staff';
  return person ?? (CALLS.test(verb.text) && CALLER.test(text.slice(0, verb.start)) ? 'staff' : null);
}

/** "Mrs Shaw rings", "the secretary phones". */
const CALLS = /^(?:ring|phone|telephone|call|text|e-?mail)s$/i;
const CALLER =
  /(?:\b(?:Mrs?|Ms|Miss|Dr)\.?\s[A-Z][\w'-]{1,20}|\b(?:office|officer|secretary|assistant|receptionist|lead|manager))\s$/;

function isDeadline(mention: Mention): boolean {
  if (mention.last) return true;
  const close = mention.left.findLast((cue) => ['before', 'at', 'until', 'from', 'after', 'between'].includes(cue.is));
  if (close?.is === 'before' || close?.is === 'until') return true;
  if (close?.is === 'at' && /^by$/i.test(close.text)) return true;
  // "before the registers close at 9.15"; "8.30am at the latest"
  if (close?.is === 'at' && mention.left.some((cue) => cue.is === 'before')) return true;
  return mention.right[0]?.is === 'before' && /latest/i.test(mention.right[0].text);
}

function blocked(right: readonly CueToken[], cue: CueToken): boolean {
  // "we will begin to contact parents": the verb is the call's own.
  return right.some(
    (one) =>
      one.start < cue.start &&
      ['late', 'absent', 'open', 'close', 'start', 'end', 'take'].includes(one.is) &&
      !(one.is === 'start' && cue.start - one.end < 5),
  );
}

function hasContent(left: readonly CueToken[]): boolean {
  return left.some((cue) =>
    [
      'register',
      'gate',
      'day',
      'lunch',
      'break',
      'open',
      'close',
      'start',
      'end',
      'take',
      'mark',
      'dayStart',
      'dayEnd',
      'other',
      'pickup',
    ].includes(cue.is),
  );
}

function isAboutAbsence(text: string): boolean {
  return /\b(?:absen|ill|sick|unwell|not (?:be )?(?:attending|in school|coming)|away|off school|first day|each day|every day)/i.test(
    text,
  );
}
