import { cardinalsIn } from '../../text/numbers.ts';
import { oneLine } from '../../text/one-line.ts';
import type { Figure } from '../readers/thresholds/figure.ts';
import { windowIn } from '../readers/thresholds/windows.ts';
import type { Metric, Trigger } from '../schema.ts';
import { saysAction } from './measures.ts';
import { nextSubject } from './next-subject.ts';

/** What stands beside a figure and narrows it: a time, a second figure, a kind of absence, some of the pupils. */

// No clause that narrows a figure is longer.
const REACH = 160;
const CLAUSE_ENDS = /[.;:|](?=\s|$)|\s-\s|→/;
const NEXT_VERB = /\s(?:will|may|shall|must|could|should|(?:is|are)\s+(?:\w{2,12}ed|sent|told|seen|given|put|rung))\s/i;

/** The words behind a figure as far as its own clause goes. */
function behind(text: string, { end }: Figure): string {
  return text.slice(end, end + REACH).split(CLAUSE_ENDS, 1)[0] ?? '';
}

/** The words before a figure as far as its own clause goes. */
function before(text: string, { start }: Figure): string {
  const words = text.slice(Math.max(0, start - REACH), start);
  return words.split(CLAUSE_ENDS).at(-1) ?? '';
}

// "over the last six weeks", "this half term": the times that a sentence gives without a plain number or article.
const WHICH = /\b(?:past|preceding|latest|most\s+recent|current|recent|previous|last|this)\s+/gi;
const NO_PREPOSITION =
  /^(?:(?:in|over|for|within|during|across|throughout)\s+)?(?=(?:half[\s-]?term|term|month|week)\b)/i;
const MEASURED =
  /^\s*(?:attendance\s+|absence\s+)?[,(]?\s*(?:(?:when\s+|as\s+)?(?:measured|calculated|counted|taken|averaged|recorded)\s+)?/i;
/** What leads from a time to its figure: "in any half term falls below". */
const LEADS_TO_FIGURE =
  /^[\s,)]*(?:(?:if|when|where|is|are|falls?|drops?|dips?|goes|reaches|stands?|has|have|been|fallen|dropped|was|at|to|of|a|an|the|any|your|their|his|her|overall|pupil(?:'s|s)?|child(?:'s)?|student(?:'s|s)?|attendance|absence|whose|with|for)\s+){0,9}$/i;
const EACH_TIME = /\b(?:each|every|per)\b/i;
const SINCE_A_STEP = /\b(?:improv\w*|after|following|since|letter|meeting|review\w*|monitor\w*|target)\b/i;

/**
 * The time that a percentage is counted over, in words ("6 weeks", "half term"); null for the school year, which needs no
 * saying, and where the text names no time beside the figure.
 */
export function countedOver(text: string, figure: Figure): string | null {
  if (figure.unit !== 'percent') return null;
  const rest = behind(text, figure).replace(MEASURED, '');
  const plain = rest.replace(WHICH, '');
  const words = plain === rest ? plain : plain.replace(NO_PREPOSITION, 'in the ');
  const after = windowIn(words);
  if (after && after.start === 0) return unlessYear(after.words);
  const lead = before(text, figure).replace(WHICH, '');
  const earlier = windowIn(lead);
  if (!earlier || !LEADS_TO_FIGURE.test(`${lead.slice(earlier.end)} `)) return null;
  const said = lead.slice(0, earlier.end);
  return EACH_TIME.test(said) || SINCE_A_STEP.test(said) ? null : unlessYear(earlier.words);
}

function unlessYear(words: string): string | null {
  return words === 'school year' ? null : words;
}

const JOINT =
  /^([^.;:,%]{0,45}?),?\s*\(?\b((?:and(?:\s+also)?|with|plus|together\s+with|combined\s+with|as\s+well\s+as|alongside)\s+(?:(?:where|when|there|are|is|has|have|had|also|been|at|least|more|than|over|a|an|minimum|of|the|they|he|she|pupil|child|student|who|accrued|recorded|missed|some|total|reached)\s+){0,7})(?=\d|[a-z]+\s)/i;
const COUNTED =
  /^\s?\+?\s+(?:(?:or|more|unauthori[sz]ed|authori[sz]ed|unexplained|consecutive|separate|broken|school|full|missed|persistent|recorded|further|late|absence|of)\s+){0,6}(?:sessions?|half[\s-]days?|absences?|marks?|lates?|lateness|days?|occasions|arrivals)\b(?!')(?:\s+(?:of\s+)?(?:unauthori[sz]ed\s+|unexplained\s+)?(?:absences?|lateness|late|missed)\b)?/i;
const NOT_COUNTED = /^\s*(?:notice|later|afterwards|warning)\b/i;

/** "… and 5 or more unauthorised sessions": the second of two things that must both hold; null for none. */
function alsoCounted(text: string, figure: Figure): string | null {
  const rest = behind(text, figure);
  const joint = JOINT.exec(rest);
  if (!joint?.[2] || saysAction(joint[1] ?? '') || NEXT_VERB.test(joint[1] ?? '')) return null;
  const number = cardinalsIn(rest).find(({ start }) => start === joint[0].length);
  if (!number) return null;
  const counted = COUNTED.exec(rest.slice(number.end))?.[0];
  if (counted === undefined || sameKind(counted, figure.metric, figure.unit)) return null;
  const end = number.end + counted.length;
  if (NOT_COUNTED.test(rest.slice(end))) return null;
  const time = windowIn(rest.slice(end));
  const to = time && time.start <= 1 ? end + time.end : end;
  return rest.slice(joint[0].length - joint[2].length, to);
}

function sameKind(counted: string, metric: Metric, unit: Figure['unit']): boolean {
  if (metric === 'lateMarks') return /\blate|\bmarks?\b/i.test(counted);
  return (unit === 'sessions' && /session/i.test(counted)) || (unit === 'days' && /\bdays?\b/i.test(counted));
}

const AND_PERCENT =
  /^[^.;:,%]{0,60}?,?\s*\b((?:and|with|plus)\s+(?:(?:where|when|if|an?|has|have|is|the|their|his|her|overall|pupil's|child's|total|whose|attendance|absence|falls|of|rate)\s+){0,7})$/i;

/** "10 unauthorised sessions and attendance below 90%". */
function alsoPercent(text: string, figure: Figure, others: readonly Figure[]): string | null {
  if (figure.unit === 'percent') return null;
  const next = others.find(({ unit, start }) => unit === 'percent' && start >= figure.end);
  const between = next && `${text.slice(figure.end, next.start).trimEnd()} `;
  const joint = between && !saysAction(between) ? AND_PERCENT.exec(between)?.[1] : undefined;
  return next && between && joint ? `${joint}${text.slice(next.start, next.end)}` : null;
}

const BECAUSE =
  /^([^.;:,%]{0,60}?)\b((?:through|due\s+to|because\s+of|owing\s+to|as\s+a\s+result\s+of|on\s+account\s+of)\s+[^.;:,()]{3,70})/i;
const LEFT_OUT =
  /^([^.;:,%]{0,60}?),?\s*\(?\b((?:excluding|not\s+including|not\s+counting|discounting|disregarding|leaving\s+aside|apart\s+from|other\s+than|except(?:ing)?(?:\s+for)?)\s+[^.;:,()]{3,70})/i;
const LEFT_OUT_FIRST =
  /((?:excluding|not\s+including|not\s+counting|discounting|disregarding|leaving\s+aside|apart\s+from)\s+[^.;:,()]{3,70}),/i;
const UNLESS =
  /\b(unless\s+[^.;:,()]{0,60}?(?:authori[sz]ed|medical\w*|illness|ill|evidence|reasons?|circumstances|holiday|appointments?|agreed|explained)\b)/i;
const SOME_YEARS =
  /(?:\b(?:in|for|from)\s+)?\b(?:(?:years?|year\s+groups?|key\s+stages?)\s+|ks\s?)\d{1,2}(?:(?:\s?-\s?|\s(?:to|and|or)\s|,\s)(?:years?\s+)?\d{1,2}){0,4}\b(?!\s+(?:tutor|teacher|head|leader|lead|team|manager|office))|\b(?:in|for)\s+(?:the\s+)?(?:nursery|reception|sixth[\s-]form|eyfs|early\s+years)\b(?!\s+(?:tutor|teacher|head|leader|lead|team|manager|office))/i;
const OF_STAFF = /\b(?:heads?|leaders?|leads?|teachers?|tutors?|managers?|coordinators?)\s+(?:(?:of|for|in)\s*)?$/i;
const CALLED_AS = /^\W*(?:we|school|parents?|you)\b/i;

/** "authorised absence for illness is above 8%": some of all absence. */
const AUTHORISED_ONLY =
  /(?<!\bun-?)(?<!\b(?:and|or)\s)\b(authori[sz]ed\s+absences?(?:\s+(?:for|through|due\s+to)\s+[a-z]+)?)(?:\s+(?:is|are|rate|level|has|reaches|goes|rises?|at|of|figure))*\s*(?:above|over|more\s+than|exceeds?|at|to)?\s*$/i;
/** "on three separate checks": more than once. */
const ON_CHECKS =
  /^[\s,(]{0,3}((?:on|at|in)\s+(?:two|three|four|five|\d)\s+(?:or\s+more\s+)?(?:separate\s+|consecutive\s+|successive\s+|different\s+)?(?:checks?|occasions|reports?|reviews?|data\s+drops?)(?:\s+(?:in\s+a\s+row|running))?)/i;
/** "95%: letter, unless the absence was authorised": said behind what is done. */
const BEHIND_ACTION =
  /,\s+((?:unless|except\s+where|provided)\s+[^.;:]{4,90}|(?:where|if|when)\s+(?:the\s+|this\s+|that\s+|these\s+)?absences?\s+(?:is|are|was|were|has|have)\s[^.;:,]{3,70})/i;
/** "Year 11 only: attendance below 96%". */
const YEARS_FIRST =
  /^[\s\-*•]*((?:for\s+)?(?:(?:years?|year\s+groups?|key\s+stages?)\s+|ks\s?|y)\d{1,2}(?:(?:\s?[-–]\s?|\s(?:to|and|or|&)\s|,\s)(?:years?\s+|y)?\d{1,2}){0,4}(?:\s+(?:only|pupils|students))?)\s{0,2}[:(–-]/i;

/** "Year 11 only" in a cell of its own: whom the row is for; null for other words. */
export function yearsOnly(words: string): string | null {
  const cell = words.trim();
  return YEARS_FIRST.exec(`${cell.replace(/\s?[:–-]$/, '')}:`)?.[1] ?? null;
}

/** What is done behind a figure, up to the next one or the end of its sentence. */
function answer(text: string, { end }: Figure): string {
  const words = /^[^.;\n|]*/.exec(text.slice(end, end + REACH))?.[0] ?? '';
  return /\d\s?%/.test(words) ? '' : words;
}

/** Words that narrow the pupils or the absence that a figure counts, in the order of the text. */
function restrictions(text: string, figure: Figure): string[] {
  const rest = behind(text, figure);
  const found: string[] = [];
  for (const pattern of [BECAUSE, LEFT_OUT]) {
    const match = pattern.exec(rest);
    if (match?.[2] && !saysAction(match[1] ?? '')) found.push(upToVerb(match[2]));
  }
  const first = LEFT_OUT_FIRST.exec(before(text, figure))?.[1];
  if (first) found.push(first);
  const authorised = figure.metric === 'absence' ? AUTHORISED_ONLY.exec(before(text, figure))?.[1] : undefined;
  if (authorised) found.push(authorised);
  const checks = ON_CHECKS.exec(rest)?.[1];
  if (checks) found.push(checks);
  const unless = UNLESS.exec(rest)?.[1] ?? BEHIND_ACTION.exec(answer(text, figure))?.[1];
  if (unless) found.push(unless);
  const years =
    yearsIn(rest, true) ?? yearsIn(before(text, figure), false) ?? YEARS_FIRST.exec(text.slice(0, figure.start))?.[1];
  if (years) found.push(years);
  return found;
}

function yearsIn(words: string, isBehind: boolean): string | null {
  const match = SOME_YEARS.exec(words);
  if (!match) return null;
  const lead = words.slice(0, match.index);
  if (OF_STAFF.test(lead) || saysAction(lead) || (isBehind && (CALLED_AS.test(lead) || /,/.test(lead)))) return null;
  return match[0];
}

function upToVerb(words: string): string {
  const stop = nextSubject(words, Math.min(12, words.length));
  return (words.slice(0, stop).split(NEXT_VERB, 1)[0] ?? words).trim();
}

/** What must hold beside the figure and is asked, in words; null for nothing. */
export function besideFigure(text: string, figure: Figure, others: readonly Figure[]): string | null {
  const also = alsoCounted(text, figure) ?? alsoPercent(text, figure, others);
  const words = [...(also ? [also] : []), ...restrictions(text, figure)];
  return words.length > 0 ? words.map((one) => oneLine(one)).join('; ') : null;
}

const ONLY_UNAUTHORISED =
  /^unless\s+(?:(?:it|they|this|these|the|those)\s+)?(?:absences?\s+|sessions?\s+|days?\s+)?(?:(?:is|are|was|were|has\s+been|have\s+been)\s+)?authori[sz]ed$/i;

/** "5 days of absence unless authorised" counts the unauthorised ones. */
export function withoutAuthorised(trigger: Trigger): Trigger {
  const { metric, condition } = trigger;
  const of = metric === 'sessions' ? 'unauthorisedSessions' : metric === 'absenceDays' ? 'unauthorisedDays' : null;
  if (of === null || trigger.unit === 'percent' || !condition || !ONLY_UNAUTHORISED.test(condition)) return trigger;
  const { condition: _said, ...rest } = trigger;
  return { ...rest, metric: of };
}

const WHICH_LATE =
  /^\s*(?:,?\s{0,2}of\s+(?:either|any|both)\s+(?:kind|sort|type)s?\b(?:\s{0,2}\([^()]{1,30}\))?|\(\s*(?:code[sd]?\s+)?["']?[LU]["']?(?:\s*(?:or|and|\/|&)\s*["']?[LU]["']?)?(?:\s+codes?|\s+marks?)?\s*\)|(?:\(\s*)?(?:before\s+(?:or|and)\s+)?after\s+(?:the\s+)?(?:(?:close|closing)\s+of\s+(?:the\s+)?)?regist(?:er|ers|ration)s?\b(?:\s+(?:has|have|is|are|was)(?:\s+been)?)?(?:\s+clos\w{1,3})?\)?)/i;

/** Where the words end that say which late marks are counted, "(L or U)", "after the register has closed"; the figure's end without them. */
export function endOfLates(text: string, { metric, end }: Figure): number {
  const said = metric === 'lateMarks' ? WHICH_LATE.exec(text.slice(end, end + 90)) : null;
  return said ? end + said[0].length : end;
}
