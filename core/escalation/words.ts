import { cardinalOf } from '../text/numbers.ts';

/** What the words of a policy's conditions mean for a computation: the few that can be measured. */

const ALL_PUPILS =
  /^\W*(?:for |to |routine\b.{0,20}|universal\W*)?(?:all|every) (?:pupils?|students?|child(?:ren)?)\b.{0,40}$|^\W*(?:universal|everyone|all)\W*$/i;

/** "All pupils": a rung that everyone is on. */
export function meansEveryone(text: string): boolean {
  return ALL_PUPILS.test(text);
}

export type AbsenceName = 'persistent' | 'severe';
const PERSISTENT = /\bpersisten(?:t|tly)[ -]{0,3}absen/i;
const SEVERE = /\bsevere(?:ly)?[ -]absen/i;
// In capitals alone: "pa" and "sa" are words of other things.
const PERSISTENT_SHORT = /\bPA\b/;
const SEVERE_SHORT = /\bSA\b/;
const NOT_YET_THERE =
  /\b(?:risk|danger|approach\w*|towards?|close to|near(?:ing|ly)?|prevent\w*|avoid\w*|potential\w*|likely|before)\b/i;

/** The national status that the words name, "persistently absent"; null for one that a pupil is only at risk of. */
export function absenceNamed(text: string): AbsenceName | null {
  if (NOT_YET_THERE.test(text)) return null;
  if (PERSISTENT.test(text) || PERSISTENT_SHORT.test(text)) return SEVERE_FIRST.test(text) ? 'severe' : 'persistent';
  return SEVERE.test(text) || SEVERE_SHORT.test(text) ? 'severe' : null;
}
/** "Severe absence; persistently absent with no improvement" is the severe rung. */
const SEVERE_FIRST = /^\W*(?:\w+ ){0,2}severe(?:ly)?[ -]absen/i;

const ONLY_ABSENCE_NAME =
  /^\W*(?:(?:a |the )?(?:pupils?|child(?:ren)?|students?) (?:is|are|becomes?|who (?:is|are)) )?(?:an? )?(?:PA|SA|(?:persistent|severe)(?:ly)?[ -]absen(?:ce|t|tees?))(?: pupils?)?\W*$/i;

/** A condition that says no more than the status itself. */
export function isOnlyAbsenceName(text: string): boolean {
  return ONLY_ABSENCE_NAME.test(text);
}

export type Improvement = 'not improved' | 'little improved' | 'improved' | 'target missed' | 'target met';
const TARGET = /\btargets?\b/i;
const NEGATED =
  /\b(?:no|not|never|without|isn't|hasn't|haven't|doesn't|don't|fail(?:s|ed|ing)?|lack of|un(?:met|improved)|miss(?:ed|es)?)\b/i;
const MET = /\b(?:met|reach(?:ed|es)?|achiev(?:ed|es)|hit)\b/i;
const IMPROVES = /\bimprov/i;
const IMPROVED = /\b(?:if|improv(?:es|ed))\b/i;
const SOME = /\b(?:significant|sufficient|sustained|enough|satisfactory|marked|rapid|adequate)(?:ly)?\b/i;
const WORSENS =
  /\bcontinu\w+ to (?:fall|drop|decline|deteriorate|decrease|be (?:low|poor|a concern))|\b(?:falls|drops|declines|deteriorates) (?:further|again)/i;

/** What a condition asks of the attendance since the earlier step; null when it asks nothing that can be measured. */
export function improvementAsked(condition: string): Improvement | null {
  if (percentToReach(condition) !== null) return MISSED.test(condition) ? 'target missed' : 'target met';
  if (TARGET.test(condition) && (NEGATED.test(condition) || MET.test(condition)))
    return NEGATED.test(condition) ? 'target missed' : 'target met';
  if (IMPROVES.test(condition)) {
    if (!NEGATED.test(condition)) return IMPROVED.test(condition) ? 'improved' : null;
    return SOME.test(condition) ? 'little improved' : 'not improved';
  }
  return WORSENS.test(condition) ? 'not improved' : null;
}

const REACHES =
  /\b(?:reach(?:ed|es)?(?: to)?|(?:rise[ns]?|rose|return(?:ed|s)?|recover(?:ed|s)?|climb(?:ed|s)?|improve[ds]?|increase[ds]?|back) (?:back )?(?:up )?to|not (?:yet )?(?:at|up to|back at))(?: at least)? (\d{2,3}(?:\.\d{1,2})?) ?(?:%|per ?cent\b)/i;
const MISSED = /\b(?:not|never|unless|without|isn't|hasn't|haven't|doesn't|don't|fail(?:s|ed|ing|ure)?)\b/i;
const STANDS = /\b(?:if|once|when|where|has|have)\b/i;
const HOPED = /\b(?:until|help\w*|aim\w*|expect\w*|in order|so that|should|must|will)\b/i;

/** The percentage that attendance is asked to have come up to since the earlier step, "has not risen to 92%"; else null. */
export function percentToReach(condition: string): number | null {
  const percent = REACHES.exec(condition)?.[1];
  if (percent === undefined || HOPED.test(condition)) return null;
  if (!MISSED.test(condition) && !STANDS.test(condition)) return null;
  return Number(percent) <= 100 ? Number(percent) : null;
}

/** "and 8 or more unauthorised sessions": a count that must be reached beside the step's own number. */
export interface CountAsked {
  op: '>' | '>=';
  sessions: number;
  window?: string;
}

const COUNT_BESIDE =
  /^\W*(?:and|with|including|of which|having|where)(?: also| has| have| had| there| are| is| been| (?:the|a) (?:pupil|child|student))*(?: (at least|a minimum of|more than|over))? (\d{1,3}|[a-z]{3,9})( or more|\+)? (?:unauthori[sz]ed (?:absent )?(?:sessions?|absences|half[- ]days?|marks)(?: of absence)?|(?:sessions|half[- ]days) of unauthori[sz]ed absence)(?: (?:with)?in (?:a |any |the (?:last |past |previous )?)?([\w -]{1,40}))?\W*$/i;

/** The unauthorised sessions that a condition counts, where it says nothing more; else null. */
export function unauthorisedCountAsked(condition: string): CountAsked | null {
  const match = COUNT_BESIDE.exec(condition);
  if (!match) return null;
  const [, before, count = '', after, window] = match;
  const isAbove = before !== undefined && ABOVE.test(before);
  if (isAbove && after !== undefined) return null;
  const sessions = cardinalOf(count);
  if (sessions === null) return null;
  const asked: CountAsked = { op: isAbove ? '>' : '>=', sessions };
  return window === undefined ? asked : { ...asked, window };
}
const ABOVE = /^(?:more than|over)$/i;

const HOLIDAY_WORDS =
  /\bholidays?\b|\b(?:term[- ]time|unauthorised|unauthorized) leave\b|\bleave (?:of absence )?(?:is |was )?(?:not granted|refused|taken without)/i;
const NOT_HOLIDAY =
  /\b(?:other than|not|except|excluding|unless|apart from)(?: for| a| in| as| the)* (?:term[- ]time )?holidays?\b|\b(?:after|before|following|return\w*) (?:\w+ ){0,3}holidays?\b/i;

/** Whether a register code states the condition: G for a term-time holiday. */
export function namesHoliday(condition: string): boolean {
  return HOLIDAY_WORDS.test(condition) && !NOT_HOLIDAY.test(condition);
}

const AFTER_CLOSING =
  /\bunauthori[sz]ed\b|\bafter (?:the )?(?:register|registration)s?\b.{0,20}\bclos|\bcode U\b|\bU (?:code|mark)s?\b/i;
const EITHER_LATE =
  /\bL (?:and|or|\/|&) ?U\b|\bboth before and after\b|\bbefore or after\b|\bwhether or not\b|\bof (?:either|any|both) (?:kind|sort|type)s?\b|\bauthorised (?:and|or) unauthorised\b/i;

/** Which late marks the words count: L, U, or both. */
export function lateMarksMeant(text: string): 'L' | 'U' | 'both' {
  if (EITHER_LATE.test(text)) return 'both';
  return AFTER_CLOSING.test(text) ? 'U' : 'L';
}

/** Whether a condition only says which late marks count: "L or U". */
export function namesLateMarks(condition: string): boolean {
  return /^\W*(?:(?:codes?|marks?)\s+)?[LU](?:\s?(?:and|or|\/|&)\s?[LU])?\W*$/.test(condition);
}

const ONLY_UNAUTHORISED =
  /^\W*(?:(?:absence |absent )?(?:is |are )?(?:unauthori[sz]ed(?: absence)?|without (?:authorisation|authorization|permission)|not authori[sz]ed))\W*$/i;

/** Whether a condition only narrows the absence to the unauthorised kind, which the codes state. */
export function meansUnauthorised(condition: string): boolean {
  return ONLY_UNAUTHORISED.test(condition);
}

const ALTERNATIVE = /^\W*(?:or|and\/or)\b/i;

/** "or concerning patterns": a second way onto the step. */
export function isAlternative(condition: string): boolean {
  return ALTERNATIVE.test(condition);
}

const PENALTY_NOTICE = /\bpenalty (?:warning )?notices?\b|\bfixed[- ]penalt|\bFPNs?\b|\bfines?\b|\bfined\b/i;
const WARNING = /\bwarning\b|\bwarn(?:ed|s)?\b/i;

/** A penalty notice itself, not a warning of one. */
export function meansPenaltyNotice(text: string): boolean {
  return PENALTY_NOTICE.test(text) && !WARNING.test(text);
}

const PAYMENT = /\b(?:pay|paid|pays|payment|unpaid|non-?payment)\b/i;

/** Words about paying a penalty: its 21 and 28 days are calendar days. */
export function meansPayment(text: string): boolean {
  return PAYMENT.test(text) || PENALTY_NOTICE.test(text);
}
