import { figuresIn } from '../readers/thresholds/figures.ts';
import { mainClause } from './actions.ts';
import { belowThat } from './below-that.ts';
import { waitIn } from './conditions.ts';
import { EARNS_POINTS } from './counted-by-notices.ts';
import { onlyDescribes, onlyForgoes } from './describing.ts';
import { familyBrings, onlyWantsProof } from './families-part.ts';
import { isLostTable } from './figure-words.ts';
import { looksBack } from './looks-back.ts';
import { isReward, saysAction } from './measures.ts';
import { askedWhen } from './question-rungs.ts';
import type { Found, Reading } from './reading.ts';
import { schoolDoes } from './school-does.ts';
import { isPercent } from './sequences.ts';
import { triggerOf } from './triggers.ts';
import { eitherBefore } from './way-on.ts';
import { ASKS_PARENTS, DEFINITION, NOT_DONE, PARENTS_DO, STRONG, withoutBrackets } from './wording.ts';

/** A figure and something done: "If attendance falls below 93%, a letter is sent". */
export function measured(reading: Reading): Found | null {
  const { text, after, clauses, setting, figures, main } = reading;
  const named = belowThat(reading);
  const read = named ?? triggerOf(figures, text);
  if (!read || (clauses.length === 0 && figures[0] && isLostTable(text, figures[0]))) return null;
  const next = figuresIn(after).length === 0 ? after : '';
  const does = [main, elsewhere(reading), next, ...(setting.below ?? [])].join(' ').replace(NO_ACTION, ' ');
  if ((LEAVE_RULE.test(text) && !WRITES.test(main)) || NOT_DONE.test(main) || ASKS_PARENTS.test(main)) return null;
  if (read.trigger.unit === 'days' && onlyWantsProof(text)) return null;
  if (SUPPORT_DOES_NOT_APPLY.test(text)) return null;
  if (familyBrings(main, text) || EQUALS.test(text.slice(read.end))) return null;
  if (PARENTS_DO.test(main) && !SCHOOL_WILL.test(main) && !CALLED_IN.test(main)) return null;
  // A definition is a step only when what is done follows at once.
  const follows = STRONG.isIn(after) || (clauses.length > 0 && next !== '' && saysAction(after));
  if (
    DEFINITION.isIn(withoutBrackets(text)) &&
    !STRONG.isIn(main) &&
    !meansWeAct(text) &&
    !(figures[0] && joinsWhatWeDo(text.slice(figures[0].end))) &&
    // "If a child becomes severely absent, we ask the council …": a step.
    !(OPENS_CONDITION.test(text) && SCHOOL_WE.test(main) && saysAction(main)) &&
    !(follows && (schoolDoes(after) || saysAction(after)))
  )
    return null;
  const labelled = LABELLED.test(text.slice(read.end)) && text.slice(0, read.start).replace(/[^a-z]/gi, '').length < 14;
  const brings =
    (labelled && figures.length === 1 && (setting.listed || read.trigger.unit === 'occurrences')) ||
    (read.trigger.unit === 'occurrences' && BRINGS.test(text) && !EARNS_POINTS.test(text));
  const rising =
    !named && figures.some(({ metric, op, band }) => metric === 'attendance' && op.startsWith('>') && !band);
  // Below a line nobody is praised, whatever else the sentence names ("with the attendance certificate").
  const praised = (read.trigger.band !== undefined || (read.trigger.value ?? 0) >= 97) && isReward(text);
  const listedDay = setting.inList === true && read.trigger.unit === 'days';
  if (
    (isPercent(read.trigger) && (onlyDescribes(text) || onlyForgoes(text))) ||
    rising ||
    praised ||
    !(saysAction(does) || brings || listedDay || (setting.among && saysWhatIsDone(main)))
  )
    return null;
  const likely = clauses.length > 0;
  const instead = orElse(text.slice(read.end)) ?? eitherBefore(text.slice(0, read.start));
  if (instead && !read.trigger.band) return { ...read, after: { wait: waitIn(instead), instead }, likely };
  const goesOn = read.trigger.metric === 'consecutiveAbsenceDays' ? STILL_AWAY : FURTHER_COUNT;
  const back = clauses.find(({ words }) => looksBack(words.replace(goesOn, ' ')));
  const condition = back && !read.trigger.condition && !read.trigger.band ? { condition: back.words } : {};
  // A notice that is asked for when help has not worked follows no notice.
  const told = back ? undefined : read.trigger.condition?.replace(goesOn, ' ');
  const isLater =
    told !== undefined
      ? looksBack(told)
      : back && !(read.trigger.metric === 'unauthorisedSessions' && HELP_FAILED.test(back.words));
  return {
    ...read,
    trigger: { ...read.trigger, ...condition },
    ...(isLater ? { after: { wait: waitIn(text) } } : {}),
    likely,
  };
}

/** "Where all ten are a holiday, help does not apply and the notice may be sent without it": a case of the step before. */
export const SUPPORT_DOES_NOT_APPLY =
  /\bnothing\s+to\s+support\b|\b(?:help|support)\b[^.;]{0,40}\b(?:does|do|will|need)\s+not\s+(?:apply|come\s+first|be\s+(?:offered|given|tried))\b/i;
const FEWEST_WORDS = 3;

/** "We keep an eye on things": a sentence of some words beside the figure, whatever its verb. */
function saysWhatIsDone(main: string): boolean {
  return main.split(' ').filter((word) => /^[a-z]{2}/i.test(word)).length >= FEWEST_WORDS;
}

/** "A fall to below 95% means that the class teacher speaks to the family": what it brings, and not what a word means. */
function meansWeAct(text: string): boolean {
  const brought = /\bmeans?\s+that\s+(?!(?:your|a|the)\s+(?:child|pupil|student)\b)(.+)$/is.exec(text)?.[1];
  return brought !== undefined && schoolDoes(brought) && saysAction(brought);
}

/** "At 90% your child is a persistent absentee and we must invite you in". */
function joinsWhatWeDo(behind: string): boolean {
  const joined = /\band\s+((?:we|the\s+school|the\s+head\w*)\s.+)$/is.exec(behind)?.[1];
  return joined !== undefined && saysAction(joined);
}

const OPENS_CONDITION = /^\W*(?:if|when|where|once|should)\b/i;
const SCHOOL_WE = /^\W*(?:we|the\s+(?:school|head\w*|office|attendance\s+\w+))\b/i;

// "after a further 4 late marks (8 in all)": counted on, and no other step looked back to.
// "still away on the fifth day in a row": the days say it.
const STILL_AWAY =
  /\bstill\s+(?:away|absent|off|ill|missing|not\s+(?:in|back|at\s+school|been|returned|come)|at\s+home)\b/gi;
const FURTHER_COUNT = /\bfurther\s+(?:\d{1,2}|[a-z]{3,6})\b/gi;
const HELP_FAILED = /\b(?:help|support|interventions?|measures|it|this|that)\b[^.;]{0,40}\bnot\b/i;
/** "At 90% that is nineteen days": what a figure comes to. */
const EQUALS =
  /^\W*(?:(?:that|this|which|it)\s+)?(?:is|comes\s+to|adds\s+up\s+to|equals)\s+(?:the\s+(?:same|equivalent)\s|(?:[\w-]+\s+){1,3}(?:days?|weeks?|sessions?|lessons?|hours?)\b)/i;
const OR_WHEN = /^[^.;]{0,16}?,?\s+or\s+(?:(?:when|if|where|once)\s+)?((?:[^.;,)]|\.(?=\d)){6,90})/i;

/** "below 90%, or when the target of the first meeting has been missed": the other way onto the step; null for none. */
function orElse(behind: string): string | null {
  const words = OR_WHEN.exec(behind)?.[1]?.replace(/\s+/g, ' ').trim();
  return words && looksBack(words) && figuresIn(words).length === 0 ? words : null;
}

/** "Attendance at 95%: letter home". */
export function isAnswered(behind: string): boolean {
  return LABELLED.test(behind) && saysAction(behind);
}

/** "Below 92%: head of year". */
export const LABELLED = /^(?:\s+in\s+(?:an?|any|one|the)\s+(?:half[\s-])?[a-z]{4,9})?\s*(?:[:=→]|=>|-)\s*[a-z]{3}/i;

/** "A third late means an hour on Friday": what lateness costs. */
const BRINGS = /\b(?:means?|earns?|brings?|costs?|leads?\s+to|results?\s+in)\s+(?:an?|one|two|\d|the|their|his|her)\b/i;

const REFERS_BACK =
  /^\W*(?:and\s+)?(?:this|that|it|they|these|those|one)\s+(?:is|are|will|happens?|takes?|applies|comes?|goes|follows?|begins?|starts?|may|can)\b/i;

/** What is done, where another part of the text says it: "Our first step is a call. This happens below 95%." */
export function elsewhere({ text, before, shared, main, setting, figures, clauses }: Reading): string {
  // "A white letter is for information. You will get one if …"
  if (/\b(?:get|receive|send)\s+(?:one|it)\b/i.test(main) && saysAction(before)) return mainClause(before);
  if (shared !== '') return mainClause(shared);
  if (setting.letter && YOUR_CHILDS.test(text)) return setting.letter;
  const asked = setting.asked ?? askedWhen(before);
  if (asked !== '' && !saysAction(main)) return asked;
  const announced = threshold(text, before, setting.above ?? '', figures, clauses);
  if (announced !== '') return announced;
  if (ALSO_APPLIES.test(text)) return mainClause(before);
  return REFERS_BACK.test(text) && !saysAction(main) && figuresIn(before).length === 0 ? mainClause(before) : '';
}

/** "This will also apply if 10 sessions are missed without permission." */
const ALSO_APPLIES = /^\W*(?:this|it|the\s+same)\s+(?:(?:will|may|can)\s+)?also\s+(?:appl(?:y|ies)|happens?)\b/i;

const THRESHOLD_IS =
  /^\W*(?:the|this|that)\s+(?:(?:new|single|national|local|legal)\s+){0,2}threshold\b[^.;]{0,40}\bis\b/i;
const WILL = /\b(?:will|may|can|must|should|could)\b/i;
const NOTICE = /\b(?:(?:issu|consider|giv|us|refer)\w*[^.;:]{0,30}?\s)?(?:fixed\s+)?penalty\s+notices?\b/i;
const NOTICES_WHEN =
  /\bpenalty\s+notices?\b[^.;]{0,40}\b(?:issued|considered|used|given|served)\b|\b(?:circumstances|criteria|thresholds?|when)\b[^.;]{0,40}\bpenalty\s+notices?\b/i;

/** "Your child's attendance is currently below 85%": what follows in the letter is done about it. */
export const YOUR_CHILDS =
  /\byour\s+(?:child|son|daughter)(?:'s)?\s+(?:\w+\s+)?attendance\s+(?:(?:is|has)\s+)?(?:currently|now|presently|recently|at\s+present)\b/i;

/** "A penalty notice is issued once the threshold is met. The threshold is ten sessions …", and the figure alone under such a heading. */
function threshold(
  text: string,
  before: string,
  above: string,
  figures: Reading['figures'],
  clauses: Reading['clauses'],
): string {
  if (figures[0]?.metric !== 'unauthorisedSessions' || saysAction(text)) return '';
  if (THRESHOLD_IS.test(text)) {
    const told = NOTICE.test(before) ? before : above;
    return NOTICE.exec(told)?.[0] ?? '';
  }
  // "When a pupil has ten unauthorised sessions in a term.", and no more, under "What is a penalty notice?"
  if ((clauses[0]?.start ?? text.length) < 6 && !WILL.test(text)) return NOTICE.exec(above)?.[0] ?? '';
  return NOTICES_WHEN.test(above) && !/[.]\s*$/.test(before) ? (NOTICE.exec(above)?.[0] ?? '') : '';
}

const NO_ACTION = /\bno\s+(?:further\s+)?(?:action|concerns?|letter)s?\b/gi;
export const SCHOOL_WILL =
  /\b(?:we|school|staff|lead|team|officer|la|authority)\s+(?:will|may|would|shall|must|to)\b|^\W*contact\b|^\W*(?:then\s+)?(?:you|parents?|carers?|families|they)\s+(?:will|may)\s+(?:then\s+)?(?:receive|get|be\s+(?:sent|contacted|telephoned|rung|called|texted|visited|invited))\b|\bmessage\s+(?:should|will|is\s+to)\s+be\s+left\b/i;
/** Parents are asked to make an appointment: that is the school's measure. */
const CALLED_IN =
  /\b(?:letter|first|second|third|fourth|last|it|which)\b[^.;]{0,60}\basks?\s+(?:you|parents?|carers?|families|them)\s+to\b|\b(?:asked|invited)\s+to\s+(?:ring|call|phone|contact)\b[^.;]{0,30}\b(?:appointment|meet)/i;
const WRITES = /\b(?:and|we|school)\s+(?:will\s+)?(?:also\s+)?(?:write|ring|phone|call|meet|invite|send|refer)\b/i;
const LEAVE_RULE =
  /\b(?:leave|licen[cs]e|holidays?|absences?)\b[^.]{0,80}\b(?:not|never|only|unlikely)\b[^.]{0,30}\b(?:authori[sz]ed?|granted|approved)\b|\bnot\s+authori[sz]e\b/i;
