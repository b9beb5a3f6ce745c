import type { Metric } from '../../schema.ts';
import { windowIn } from './windows.ts';

const DEADLINE_BEFORE =
  /\b(?:within|in|by|under|at\s+least|up\s+to|every|next|first|last|between|after|allow|takes?|than|paid|pay|additional|extra|the|for|a\s+period\s+of)\s+(?:the\s+)?$/i;
/** "9 days of learning": what absence costs. */
const TOLD_OF_LEARNING = /^\s*(?:of\s+)?(?:learning|lessons?|education|schooling|teaching)\b/i;
/** "They will have been away for more than 25 days", "this equates to missing 20 days": the same said in days. */
const TOLD_IN_DAYS =
  /\b(?:have|has)\s+(?:been\s+(?:absent|away|off)|missed|lost)\s+(?:(?:for|more|at|least|than|over|about|around|nearly|almost|up|to|approximately|roughly)\s+){0,4}$/i;
const EQUATES = /\b(?:equates?|equivalent|amounts?|adds?\s+up|works?\s+out|translates?|the\s+same\s+as)\b[^.;]{0,60}$/i;
/** "95% is 9 or 10 days off in a year": the same said in days. */
const PERCENT_IS = /(?:%|per\s?cent)\s(?:is|means|equals)\s(?:[\w-]{1,15}\s){0,3}$/i;
/** "If a penalty has not been paid by day 28": days in which to pay. */
const TO_BE_PAID = /\b(?:un)?paid\b[^.;]{0,30}$/i;

/** Whether the days before the place are those in which a fine is to be paid. */
export function areDaysToPay(text: string, start: number): boolean {
  return TO_BE_PAID.test(text.slice(Math.max(0, start - 60), start));
}

/** "A doctor's certificate" is no prize. */
const PRIZES =
  /\b(?:badges?|awards?|(?<!\b(?:doctor'?s?'?|gp|medical|sick(?:ness)?) )certificates?|prizes?|celebrat\w+)\b/i;
/** "10 days of absence give 94.7% attendance": a sum, unless it supposes. */
const COMES_TO =
  /^[^.;]{0,40}\b(?:(?:will|would|can|could)\s+(?:only\s+)?(?:attain|achieve|have|reach|get)|gives?|leaves?|results?\s+in|makes?|brings?)\b[^.;\d]{0,40}\d{2}(?:\.\d+)?\s?(?:%|per\s?cent)|^[^.;\d]{0,50}\b(?:will|would)\s+(?:have\s+)?(?:miss|lose|missed|lost)\s+(?:\w+\s+){0,2}\d/i;
const CONDITION = /\b(?:if|when|where|whenever|once|after|who|whose|should|until|unless)\b/i;
const DEADLINE_PERIOD = /\b(?:following|next|coming|over|within|during|in)\s+(?:(?:a|the|this|that)\s+)?$/i;
/** "the 15-day monitoring period", "a 20 day support plan": a time in which, and no number of absences. */
const NAMED_SPAN =
  /^\s{1,3}(?:[a-z]{1,20}\s{1,3})?(?:monitoring|review|support|improvement|warning|notice|appeal|payment|assessment|observation|trial|report|target)\s{1,3}(?:period|window|plan|cycle|programme|phase|stage|time)\b/i;
/** "in the 15 days any unauthorised absence …", "throughout these 20 days": a time that was set before, and what happens in it. */
const THAT_TIME =
  /\b(?:during|in|within|over|throughout|across)\s{1,3}(?:(?:all|any)\s{1,3}of\s{1,3})?(?:the|these|those)\s{1,3}$/i;
const OF_ABSENCE = /^\s{1,3}of\s{1,3}(?:[a-z]{1,15}\s{1,3})?(?:absence|illness|sickness)\b/i;
/** "gives the parents 15 school days to bring about a change": time allowed. */
const TIME_GIVEN =
  /\b(?:giv(?:e|es|en|ing)|allow(?:s|ed|ing)?|have|has|had|gets?)\s{1,3}(?:(?!been\b)[\w']{1,15}\s{1,3}){0,4}$/i;
const TO_DO = /^\s{1,3}(?:in\s{1,3}which\s{1,3})?to\s{1,3}(?!date\b)[a-z]/i;
/** "absent without authorisation for 20 school days". */
const WITHOUT_LEAVE_FOR =
  /\b(?:absent|absence|away|missing)\s{1,3}without\s{1,3}(?:authori[sz]ation|permission|leave|agreement)\s{1,3}for\s{1,3}(?:(?:more|longer|at|least|than|a|period|of)\s{1,3}){0,4}$/i;
const AWAY =
  /\b(?:absen(?:t|ce|ces)|unauthori[sz]ed|missing|missed|miss|away|illness|ill|sick(?:ness)?|not\s+(?:returned|attended|attending|been\s+(?:seen|in)|in\s+school|at\s+school)|off\s+school|no\s+(?:contact|news|word|message|reason|call|answer|reply)|without\s+(?:contact|news|word)|with\s+no\s+(?:contact|news|word)|non-attendance|unwell|extended\s+period|fail\w{0,3}\s+to\s+attend)\b/i;
/** "unable to locate the pupil", "has not been able to make contact". */
const CANNOT_REACH =
  /\b(?:(?:unable|not\s+(?:been\s+)?able)\s+to|cannot|could\s+not|fail\w{0,3}\s+to)\s+(?:make\s+(?:any\s+)?contact|contact|reach|locate|trace|find|establish)\b/i;
/** Nobody has been in touch while the days pass: those of one absence, in a row. */
const UNHEARD =
  /\b(?:no|without|with\s+no|any)\s+(?:\w+\s+)?(?:contact|news|word|message|reply|response)\b|\bheard\s+nothing\b|(?:\bnot|n't)\s+(?:been\s+)?(?:\w+\s+)?(?:hear|heard|returned|in\s+touch|contacted|seen)\b/i;
const IN_A_ROW = /\b(?:consecutive|continuous|successive|unbroken)\b/i;
/** "ten school days running without permission", "five days of continuous absence". */
const IN_A_ROW_AFTER =
  /^\s*(?:or\s+more\s+)?(?:(?:away|off|absent|missed)\s+)?(?:in\s+a\s+row|running|on\s+end|consecutively|continuously|(?:of\s+)?(?:consecutive|continuous|successive|unbroken)\b)/i;
/** "is absent for", "an absence of more than": one absence that lasts. */
const LASTS =
  /\b(?:(?:is|are|remains?|be)\s+(?:still\s+)?(?:absent|away|off(?:\s+(?:school|sick|ill))?|ill|unwell|missing)(?:\s+from\s+\w+)?\s+for|absences?\s+(?:lasts?|lasting)|(?:an|any|one|single)\s+absence\s+of)\s+(?:(?:more|longer|at|least|than|over)\s+){0,3}$/i;
/** "has had 5 days off in a half term". */
const DAYS_OFF = /^\s*off\s+(?:school\b|(?:in|within|over|during)\s+(?:a|an|any|one|the|each|half)\b|this\b)/i;
const NOT_AWAY =
  /\b(?:pay|paid|payment|notice|written|working|inset|training|suspen\w+|exclu\w+|reply|respond|response|writing|appeal|request\w*|in\s+advance|ahead\b|beforehand|before\s+(?:the|a|any)|prior|school\s+year|open|register(?:ed)?\s+within|adding|clear|review\w*|return(?:ed)?\s+(?:the|this|form)|form)\b/i;

/** The text, as long as before, with no "Miss Lee" that misses anything. */
export function withoutMisses(text: string): string {
  return text.includes('Miss ') ? text.replace(/\bMiss(?=\s[A-Z])/g, 'Mrs.') : text;
}

/** What a number of days counts, by the words around it; null where it is no days of absence. */
export function dayMetric(printed: string, between: string, start: number, end: number): Metric | null {
  const text = withoutMisses(printed);
  if (PRIZES.test(text)) return null;
  const before = text.slice(Math.max(0, start - 120), start);
  const after = text.slice(end, end + 90);
  const clause = after.split(/[.;]/, 1)[0] ?? after;
  // "15 school days with no unauthorised absence": what is asked for.
  if (/^\s*with(?:out|\s+no)\s+(?:(?:any|further)\s+){0,2}(?:unauthori[sz]ed\s+)?absences?\b/i.test(after)) return null;
  if (TOLD_OF_LEARNING.test(after) && !/\b(?:if|when|where|once|after|who)\b/i.test(before)) return null;
  if ((TOLD_IN_DAYS.test(before) && !CONDITION.test(before)) || EQUATES.test(before)) return null;
  // "90% | 19 days absence", "90%: 19 days missed": the same said twice.
  if (/(?:%|per\s?cent)\s{0,2}[.:=|(-]\s{0,3}$/i.test(before)) return null;
  if (PERCENT_IS.test(before) || areDaysToPay(text, start)) return null;
  if (COMES_TO.test(after) || /\bon\s+average\b/i.test(before)) return null;
  if (/^\s*behind\b/i.test(after) || (/^\s*period\b/i.test(after) && DEADLINE_PERIOD.test(before))) return null;
  if (NAMED_SPAN.test(after) || (TO_DO.test(after) && TIME_GIVEN.test(before) && !LASTS.test(before.slice(-60))))
    return null;
  if (THAT_TIME.test(before) && !OF_ABSENCE.test(after)) return null;
  const unauthorisedHere =
    /\bunauth/i.test(between) ||
    /^\s*(?:\([^)]{0,30}\)\s*)?(?:or\s+more\s+)?(?:of\s+)?(?:\w+\s+){0,1}(?:un-?authori[sz]ed|without\s+(?:authori[sz]ation|permission|leave|agreement))/i.test(
      after,
    ) ||
    /\bunauthori[sz]ed\s+absences?\s+(?:(?:of|for|totalling|reaches|exceeds|is)\s+){0,2}(?:(?:more|at|least|than|over)\s+){0,3}$/i.test(
      before,
    );
  const consecutive = IN_A_ROW.test(between) || IN_A_ROW_AFTER.test(after);
  if (WITHOUT_LEAVE_FOR.test(before)) return consecutive ? 'consecutiveAbsenceDays' : 'unauthorisedDays';
  // "ten consecutive school days of unauthorised absence": ten scattered days would not do.
  if (unauthorisedHere && consecutive) return 'consecutiveAbsenceDays';
  if (unauthorisedHere) return 'unauthorisedDays';
  // "A child with 85% attendance misses 29 days": the same thing said in days.
  if (/(?:%|per\s?cent)[^.;]{0,60}$/i.test(before) && !/\b(?:if|where|when|or)\b[^.;]{0,60}$/i.test(before))
    return null;
  if (
    /\b(?:holidays?|leave|out\s+of\s+school)\b[^.;]{0,60}\b(?:for|of)\s+$/i.test(before) &&
    /\b(?:without\s+(?:permission|authorisation|agreement|leave)|unauthori[sz]ed|penalt(?:y|ies)|fines?|fined)\b|£/i.test(
      before + after,
    )
  )
    return consecutive ? 'consecutiveAbsenceDays' : 'unauthorisedDays';
  const near = before.slice(-60);
  if (consecutive && /\b(?:penalt(?:y|ies)|fines?|fined)\b/i.test(clause)) return 'consecutiveAbsenceDays';
  const away =
    (/^\s*(?:(?:or\s+more|in\s+a\s+row|consecutively)\s+)?(?:of|off|away|absent|(?:(?:unexplained|unreported|continued)\s+)?absence|illness|sickness|without|with\s+no|absences|missed|(?:have|has)\s+been\s+(?:missed|lost)|are\s+(?:missed|lost))\b/i.test(
      after,
    ) &&
      AWAY.test(clause.slice(0, 60))) ||
    (/\b(?:absen(?:t|ce|ces)|missing|miss(?:es)?|missed|away|(?:not|n't)\s+hea(?:r|rd)|ill|unwell|sick|off|absences?\s+(?:of|for|lasts?|lasting|exceeds|exceeding|totalling|over)|not\s+(?:returned|attended|been\s+seen)|fail\w{0,3}\s+to\s+attend|without\s+(?:an?\s+)?(?:explanation|reason)|returned\s+to\s+school|period)\b[^.;]{0,40}$/i.test(
      near,
    ) &&
      !/\bperiod\b[^.;]{0,10}$/i.test(near)) ||
    (consecutive && AWAY.test(before + clause)) ||
    DAYS_OFF.test(after);
  const unreached = CANNOT_REACH.test(consecutive ? text : near) && (consecutive || /\bfor\s+$/i.test(near));
  if (!away && !unreached && !(consecutive && AWAY.test(text))) return null;
  if (
    NOT_AWAY.test(near.slice(-30)) ||
    /^\s*(?:'|notice|in\s+advance|before|prior|to\s+pay|for\s+(?:payment|the\s+first))/i.test(after)
  )
    return null;
  if (
    DEADLINE_BEFORE.test(before) &&
    /\b(?:within|by|under|every|next|first|paid|pay|in)\s+(?:the\s+)?$/i.test(before) &&
    !consecutive
  )
    return null;
  if (/\bwithin\b/i.test(near.slice(-14))) return null;
  // "absent for three days without contact": of one absence; three days here and there would put the wrong child on the step.
  const ofOne = LASTS.test(near) || unreached || UNHEARD.test(before + clause);
  return consecutive || (ofOne && windowIn(text) === null) ? 'consecutiveAbsenceDays' : 'absenceDays';
}
