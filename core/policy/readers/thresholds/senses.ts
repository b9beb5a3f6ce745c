import type { Operator } from '../../schema.ts';
import type { Sense } from './figure.ts';
import { missesSince } from './not-reached.ts';
import { isTold } from './told-figures.ts';

/** Why a percentage that looks like a threshold is none: what the words around it say that it is there for. */

const TARGET_BEFORE =
  /\b(?:target|aim(?:s|ing|ed)?|goal|aspir\w{1,6}|expect(?:s|ed|ation|ations)?|striv\w{1,4}|maintain\w{0,3}|kept|minimum|should\s+(?:be|have|attend|aim)|must\s+(?:be|have|attend)|ideal\w{0,2}|hope|want|require[sd]?|encourag\w{1,4})\b/i;
const FALLING = /\b(?:below|under|less\s+than|lower\s+than|fall\w{0,3}|fell|drop\w{0,4}|declin\w{1,4}|dip\w{0,4}|<)/i;
const EXIT_BEFORE =
  /\b(?:until|improv\w{1,6}|increas\w{1,4}|ris(?:es|en|ing)|rise|rose|rais\w{1,3}|return\w{0,3}|recover\w{0,3}|stabilis\w{1,4}|achiev\w{1,4}|success\w{0,5}|back|mov(?:es?|ed|ing)|gets?|up)\s+(?:(?:to|at|above|over|their|attendance|is|by|the|reaches|back|up|and|:|least|a|of|stabilises|expected|target|minimum)\s+){0,6}(?:at\s+least\s+|to\s+|above\s+|over\s+)?$/i;
const RESULT =
  /\b(?:last\s+year|previous\s+year|this\s+year(?:'s)?\s+(?:was|is|attendance)|year\s+to\s+date|national(?:ly)?|average|in\s+20\d\d|20\d\d[-/]\d\d|statistic\w*|data\s+shows?|research|achieved|was|were)\b/i;
/** What research says of pupils below a line, or of others than those. */
const STUDIES =
  /\b(?:data|research|statistics|evidence|studies)\s+(?:\w+\s+)?(?:shows?|suggests?|tells?|proves?|indicates?)\b[^;.]{0,240}$/i;
const COMPARED = /\bthan\s+(?:those|pupils|students|children)\b[^.;]{0,40}$/i;
const RESULT_BEFORE =
  /\b(?:was|were|achieved|reached|stood\s+at|averag\w{1,4}|national(?:ly)?\s+(?:\w+\s+){0,3}(?:is|of|at))\s+(?:(?:at|just|over|under|above|below|around|about|of|an?|attendance)\s+){0,3}$/i;
/** "23 children below 90%", "12 of our pupils are under 50%": a headcount. */
const HEADCOUNT_BEFORE =
  /(?<![\d.])\d{1,4}\s+(?:of\s+(?:our|the|these)\s+)?(?:(?:[a-z]+\s+)?(?:pupils|children|students|learners|girls|boys|(?:families|parents)\s+whose\s+(?:child|children)))\s+(?:(?:who|are|were|is|was|had|have|with|an|attendance|currently|now|still|at|fell|finished|ended)\s+){0,5}(?:below|under|less\s+than|above|over|at|on)?\s*$/i;
/** "Levels have dropped to 93.2%" tells; "if levels have dropped to 93%" supposes. */
const HAS_CHANGED =
  /\b(?:has|have)\s+(?:\w+\s+)?(?:dropped|fallen|declined|dipped|slipped|risen|increased|improved|gone\s+(?:down|up))\s+(?:(?:slightly|sharply|again|a\s+little|back)\s+)?to\s*$/i;
/** "Letter 1 – attendance has dropped to 95%": behind a label it says when. */
const LABELLED =
  /\b(?:letter|stage|step|level|tier|phase|band|warning|meeting)\s\w{1,5}\s{0,2}(?:[:–-]|is\s(?:sent|used))\s[^.;]{0,40}$|^\s{5,20}[:–-]\s[^.;]{0,40}$/i;
const SUPPOSES = /\b(?:if|when|where|once|whose|should|any|until|unless|child|pupil|student)\b/i;
const SHARE_AFTER =
  /^\s*(?:(?:chance|probability|likelihood)\b|of\s+(?:(?:all|our|the|these|those|its|their)\s+){0,3}(?:whole\s+)?(?:pupils|children|students|families|parents|learners|schools|cohort|year\s+group|class(?:es)?|persistent|pas?\b|a\s+class)|pa\b|persistent\s+absence\s+rate)/i;
const SHARE_BEFORE =
  /\b(?:percentage|proportion|number|share)\s+of\s+(?:\w+\s+){0,3}(?:pupils|children|students|families)\b[^.;%]{0,80}$/i;
const NEARING_BEFORE =
  /\b(?:at\s+risk\s+of|risk(?:s|ing)?|approach(?:es|ing)?|close\s+to|nearing|near\s+to|toward?s?|heading\s+for|danger\s+of|likely\s+to)\s+(?:(?:being|becoming|falling|dropping|fall|drop|going|moving|reaching|or)\s+){0,3}(?:(?:below|under|to|less|than)\s+){0,2}$/i;
/** "The school total was 95.8%, a little under our 96% target": how the school did. */
const WAS_ANOTHER = /\b(?:was|were|is|are|stands?|stood|reached|had)\s(?:at\s)?\d{2,3}(?:\.\d{1,2})?\s?%[^.;]{0,40}$/i;
/** "The other mums say there's a letter at 95%": what people tell, which the answer puts right. */
const HEARD =
  /\b(?:mums?|dads?|people|friends|neighbours?|somebody|someone|everybody|others?)\s(?:all\s|keep\s)?(?:say|says|said|saying|told|tells?)\b|\bI(?:\shave|'ve)?\s(?:heard|read|was\stold)\b/i;
/** "has risen by three points, or has reached 97%": the way up. */
const GONE_UP_OR_REACHED =
  /\b(?:risen|improved|increased|gone\sup|climbed)\b[^.;]{0,80}\b(?:or|and)\s(?:it\s)?(?:has\s|have\s)?(?:now\s)?reach(?:es|ed)?\s$/i;
/** "has gone up by 5% or more": how far attendance has moved. */
const CHANGED_BY =
  /\b(?:up|down|risen|rises?|rose|improv\w{1,5}|increas\w{1,3}|fall(?:en|s)?|fell|dropp?(?:ed|s)?)\sby\s(?:(?:at\sleast|more\sthan|over)\s)?$/i;
const EQUALS_AFTER =
  /^\s*(?:attendance\s+)?(?:(?:over|in|across|for)\s+(?:the|a|one)\s+(?:school\s+|academic\s+)?year\s+)?(?:=(?!\s*(?:[a-z']+\s+){0,2}(?:letters?|meeting|calls?|phone|telephone|texts?|visit|referral|referred|panel|detention|warning|notice|certificate|plan|contract|conversation|chat|postcard|e-?mail|action|concern|monitor\w*|support)\b)|equals?\b|is\s+(?:the\s+same|equal|equivalent)|(?:means|amounts|equates|translates|represents|adds\s+up|works\s+out|is|comes)\s+(?:(?:to|as|the|missing|that|being|having|a|an|your|child|missed|has|over|about|around|approximately|nearly|almost|loss|of|absent|at|least)\s+){0,8}(?:\d|half|one|two|three|four|five|a\s+day))/i;
const EQUALS_BEFORE =
  /(?:=|\bequals?|equivalent\s+to|equates\s+to|same\s+as)\s*(?:an?\s+)?(?:attendance\s+(?:of\s+)?)?$/i;
/** A rule that is taken away, and the first of "from 15% to 10%": how it used to be. */
const NO_LONGER =
  /\bremov(?:e|es|ed|ing)\s+(?:the\s+|a\s+)?(?:requirement|need|condition|rule)\b[^.;]{0,60}$|\bno\s+longer\s+(?:a\s+requirement|an?\s+rule|requires?|required|needs?|ha(?:s|ve)\s+to)\b[^.;]{0,40}$/i;
const TO_ANOTHER =
  /^\s*(?:(?:absence|attendance)\s+)?(?:down\s+|up\s+)?to\s+(?:[\w.]{1,10}\s+)?[\w.]{1,10}\s{0,2}(?:%|per\s?cent)/i;
const OTHER_SHARE =
  /\b(?:discount|reduction|grade|gcse|score|(?<!late\s)marks?|vote|vat|funding|of\s+(?:the\s+)?lessons?\s+taught)\b/i;
const LEAVE = /\b(?:leave|holiday|request|licen[cs]e|performance|authoris(?:e|ed)\s+(?:any|an|this|the|leave))\b/i;

const EXAMPLE_BEFORE = /\b(?:e\.g\.?|for\s+example|for\s+instance|such\s+as)\s*,?(?:[^.;()]|\.\d){0,60}$/i;

const CONSEQUENCE =
  /\b(?:speaks?|talks?|writes?|sends?|letter|letters|meeting|meet|contact\w{0,3}|call\w{0,3}|refer\w{0,5}|notice|fine|visit\w{0,2}|monitor\w{0,3}|inform\w{0,2}|invit\w{1,3}|plan|support|action|panel|report|warning|text|email|intervention|concern|absentees?|absent|absence)\b/i;

/** What a single percentage is there for. */
export function percentSense(
  text: string,
  figure: { start: number; end: number; op: Operator | null; metric: 'attendance' | 'absence'; value: number },
): Sense {
  const { start, end, op, metric, value } = figure;
  const before = text.slice(Math.max(0, start - 120), start);
  const near = clauseBefore(before);
  const after = text.slice(end, end + 80);
  if (SHARE_AFTER.test(after) || SHARE_BEFORE.test(before)) return 'share';
  if (OTHER_SHARE.test(after.slice(0, 30)) || OTHER_SHARE.test(before.slice(-30))) return 'share';
  const defines = metric === 'absence' && op === '>=' && /\b(?:persistent|severe)/i.test(before);
  if (!defines && (EQUALS_AFTER.test(after) || equalsBefore(before))) return 'equivalence';
  if (NO_LONGER.test(before) || (/\bfrom\s+$/i.test(before) && TO_ANOTHER.test(after))) return 'result';
  if (EXAMPLE_BEFORE.test(before)) return 'example';
  if (missesSince(before, text)) return 'exit';
  if (HEARD.test(text)) return 'result';
  if (GONE_UP_OR_REACHED.test(before)) return 'exit';
  if (NEARING_BEFORE.test(before)) return 'nearing';
  if (CHANGED_BY.test(before) || (WAS_ANOTHER.test(before) && /^\s?(?:target|goal|aim)\b/i.test(after)))
    return 'result';
  // What research or this year's figures say of pupils below a line is no line of the school's.
  if (
    /\b\d{1,3}(?:\.\d)?\s?(?:%|per\s?cent)\s+of\s+(?:\w+\s+){0,3}(?:pupils|children|students)\b[^.;]{0,60}$/i.test(
      before,
    )
  )
    return 'result';
  if (PROVEN_AFTER.test(after)) return 'result';
  if (WILL_HAVE_MISSED.test(text.slice(end, end + 140))) return 'equivalence';
  if (OUTCOME_AFTER.test(after) || HEADCOUNT_BEFORE.test(before)) return 'result';
  if (HAS_CHANGED.test(before) && !SUPPOSES.test(before) && !LABELLED.test(before)) return 'result';
  if (isTold(before, text, ANSWER.test(after))) return 'result';
  if (STUDIES.test(text.slice(0, start)) || COMPARED.test(before)) return 'result';
  const rising = op === '>' || op === '>=';
  if (metric === 'attendance' && value < 20) return 'share';
  if (metric === 'absence') {
    // Less absence is what everyone hopes for: "keep absence below 4%".
    if (op === '<' || op === '<=') return 'target';
    if (value > 60 || value < 3) return 'share';
    if (op === null && MISSING.test(before) && ANSWER.test(after)) return 'trigger';
    return op === null
      ? /\b(?:reach\w{0,3}|hits?|threshold|at)\b|\b(?:once|when)\s+$/i.test(near)
        ? 'trigger'
        : 'bare'
      : 'trigger';
  }
  // "When it gets to 92% you will have a letter": on its way down.
  if (op === null && REACHED.test(before) && ANSWER.test(after) && !LETS_GO.test(after)) return 'trigger';
  if (EXIT_BEFORE.test(before) && op !== '<' && op !== '<=') return 'exit';
  if (ELSEWHERE.test(before)) return 'result';
  if (/\b(?:no|not|without|fail\w{0,3})\s+(?:\w+\s+){0,3}improv\w{0,6}\s+(?:to|above)\b[^.;]{0,20}$/i.test(before))
    return 'exit';
  if (NOBODY_BELOW.test(before) && (op === '<' || op === '<=')) return 'target';
  if (rising && IS_EXPECTED.test(after)) return 'target';
  if (rising) {
    if (TARGET_BEFORE.test(near)) return 'target';
    return RESULT_BEFORE.test(before) ? 'result' : 'trigger';
  }
  if (RESULT_BEFORE.test(before) && !/\b(?:if|where|when|whose|once|who)\b/i.test(before)) return 'result';
  if (op === null) {
    if (
      /\bat\s+$/i.test(before) &&
      (ANSWER.test(near) || IN_SERIES.test(near)) &&
      !/\b(?:attendance|kept|keep)\s+at\s+$/i.test(before)
    )
      return LETS_GO.test(near) || RESULT.test(before) ? 'bare' : 'trigger';
    if (TARGET_BEFORE.test(near)) return 'target';
    if (
      /^\W*(?:once\s+)?(?:at|on\s+reaching|reaching)\s+$/i.test(before) &&
      (CONSEQUENCE.test(after) || ANSWER.test(after))
    )
      return 'trigger';
    if (/^[\s\-*•(:]*(?:attendance\s*(?:(?:is|at|of|:|-)\s*)?)?$/i.test(text.slice(0, start))) return 'point';
    if (/^[\s\-*•(>]*at\s+$/i.test(text.slice(0, start)) && /^\s*[:–-]\s/.test(after)) return 'point';
    // "Once attendance reaches 94% the Head of Year telephones": on its way down, as what is done then shows.
    if (
      /\b(?:if|when|where|once)\b[^.;]{0,40}\b(?:reach(?:es|ed)?|hits?)\s+$/i.test(before) &&
      ANSWER.test(after) &&
      !LETS_GO.test(after)
    )
      return 'trigger';
    // "We send a first letter at 95%", "steps in when a pupil reaches 92%".
    if (
      /\b(?:at|reach(?:es|ed)?|hits?)\s+$/i.test(before) &&
      ANSWER.test(`${near} ${after.slice(0, 60)}`) &&
      !LETS_GO.test(`${near} ${after.slice(0, 60)}`) &&
      !RESULT.test(before)
    )
      return 'trigger';
    if (
      /\b(?:at|reach(?:es|ed|ing)?|hits?|trigger(?:s|ed)?\s+at|is|of)\s+$/i.test(before) &&
      FALLING_CONTEXT.test(before)
    )
      return 'point';
    return RESULT.test(before) ? 'result' : 'bare';
  }
  if (op === '<=' && TARGET_BEFORE.test(near) && !FALLING.test(near)) return 'target';
  if (LEAVE.test(before) && !CONSEQUENCE.test(after)) return 'leave';
  return 'trigger';
}

/** "No child should have less than 96%", "our aim is that nobody falls under 96%": what is hoped for, and no trigger. */
const NOBODY_BELOW =
  /\b(?:nobody|no(?:ne of (?:our|the)\s\w+|[\s-]one|\s(?:child|pupil|student)(?:'s\sattendance)?))\s(?:should\s(?:\w+\s)?|falls?|drops?|is|has|to)\b(?![^.;]{0,60}\b(?:if|when|whose|where)\b)[^.;]{0,30}$/i;
const IS_EXPECTED = /^\s{0,2}(?:or\s\w+\s)?is\s(?:our|the|what\swe)\s(?:\w+\s)?(?:expect|target|aim|goal)/i;

/** "A pupil whose attendance drops to 90% each year will, by the age of eleven, have missed …". */
const WILL_HAVE_MISSED = /^[^.;]{0,60}\b(?:will|would)\b[^.;]{0,60}\bhave\s+(?:missed|lost)\b/i;
/** "… for less than 96% of the time it has been proven that …". */
const PROVEN_AFTER =
  /^[^.;]{0,40}\b(?:it\s+(?:has\s+been|is)\s+(?:proven|shown|known)|(?:research|studies|evidence|statistics)\s+(?:shows?|suggests?|tells?|proves?))\b/i;
const OUTCOME_AFTER =
  /^\s(?:attendance\s)?(?:costs?|loses?)\b|^[^.;:]{0,30}\b(?:can|could|may|will|are|is|has|have)\s+(?:\w+\s+){0,2}(?:(?:half|twice|\w+\s+times)\s+as\s+likely|affect|(?:less|more|un)\s?likely|likely\s+to\s+(?:achieve|get|gain|reach)|impact|damag\w+|harm|struggl\w+|fall\s+behind|underachiev\w+)/i;

const ANSWER =
  /\b(?:telephon|phon|call|ring|letter|writ|meeting|meet|refer|visit|invit|panel|contract|warning|notice)\w{0,4}\b|\bsteps?\s+in\b|\btakes?\s+over\b|\bgets?\s+in\s+touch\b|\bstages?\b|\bsteps?\b|\btexts?\b|\b(?:speaks?|talks?)\s+(?:to|with)\b/i;
const LETS_GO =
  /\b(?:end|stop|leav|remov|congratulat|reward|certificate|praise|no\s+longer|clos|return|discharg|sign\w*\s+off|come)\w{0,5}\b/i;
/** What other schools do. */
const ELSEWHERE =
  /\bcompares?\s+with\b|\b(?:partner|neighbouring|other|another|feeder)\s+schools?\b|\bour\s+(?:friends|neighbours)\b|\bthere,\s/i;
const REACHED =
  /\b(?:if|when|where|once)\b[^.;]{0,40}\b(?:gets?|goes|comes|slips|sinks)\s+(?:down\s+)?(?:to|as\s+far\s+as)\s+$/i;
/** "The second, at 92%, …". */
const IN_SERIES = /^\W*(?:and\s+)?(?:the|an?)\s+(?:first|second|third|fourth|next|final|last)\b[^.;]{0,40}\bat\s+$/i;
const MISSING = /\b(?:if|when|where|once|whose|who)\b[^.;]{0,40}\bmiss(?:es|ed|ing)?\s+(?:at\s+least\s+)?$/i;
const FALLING_CONTEXT = /\b(?:if|when|where|once|whose|pupils?|children|child|students?|attendance)\b/i;

/** "goes from 12% to 60%": a change, and no band. */
const RISES_FROM =
  /\b(?:goes|go|went|gone|rises?|rose|risen|moves?|moved|improves?|improved|climbs?|climbed|increases?|increased)\s+(?:up\s+)?from\s+$/i;

/** What a two-sided band is there for. */
export function bandSense(text: string, start: number, end: number): Sense {
  const before = text.slice(Math.max(0, start - 120), start);
  const after = text.slice(end, end + 80);
  if (SHARE_AFTER.test(after) || SHARE_BEFORE.test(before)) return 'share';
  if (EXAMPLE_BEFORE.test(before)) return 'example';
  if (EQUALS_AFTER.test(after) || equalsBefore(before)) return 'equivalence';
  // "below the target of 96% (between 90 and 96%)": the bracket says which pupils are meant.
  if (/\(\s*(?:between\s+|from\s+)?$/i.test(before)) return 'trigger';
  if (RESULT_BEFORE.test(before) || RISES_FROM.test(before)) return 'result';
  if (/\b(?:target|aim|goal)\b/i.test(clauseBefore(before))) return 'target';
  return 'trigger';
}

/** "19 days = 90%"; "RED = 91-94%" gives a level its name. */
function equalsBefore(before: string): boolean {
  if (!EQUALS_BEFORE.test(before)) return false;
  return !/=\s*$/.test(before) || /\d|\b(?:days?|weeks?|sessions?|lessons?|attendance|absences?)\b/i.test(before);
}

/** The words before a figure as far as its own clause goes. */
function clauseBefore(before: string): string {
  const cut = Math.max(before.lastIndexOf('. '), before.lastIndexOf('; '), before.lastIndexOf(': '));
  return cut < 0 ? before : before.slice(cut + 1);
}
