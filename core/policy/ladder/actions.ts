import { matchesOf } from '../../text/matches.ts';
import { remembered } from '../../text/remembered.ts';
import { clausesOf } from './conditions.ts';

/** What a rung does, as short strings: bullets, comma lists, sentences, slashes. */

const THREE_LETTERS = /[a-z]{3}/i;
const SENTENCE_BREAK = /(?<=[.!?;])\s+(?=["'(]?[A-Z])|;\s+|\s[•▪·●]\s|\s-\s?(?=[A-Z])|\s-\s(?=[a-z])/;
const FINITE =
  /\b(?:will|is|are|was|be|has|have|may|can|could|should|must|would|do|does|did|agree|meet|need|shall|discuss|review|write|attend|receive)\b/i;

/** The actions of one line of words. */
export function actionsOf(text: string): string[] {
  return text
    .replace(/\s+/g, ' ')
    .split(SENTENCE_BREAK)
    .flatMap(splitList)
    .flatMap(splitEnforcement)
    .map(tidy)
    .filter((action) => THREE_LETTERS.test(action));
}

/** A sentence without the words at its head or its end that say when: what is done. */
export const mainClause: (sentence: string) => string = remembered(readMainClause);

function readMainClause(sentence: string): string {
  let words = sentence;
  if (clausesOf(words).length === 0) return words.replace(/\s+/g, ' ').trim();
  const last = clausesOf(words).at(-1);
  const lastOpens = last && words.slice(0, last.start).trim().length > 12;
  if (last && lastOpens && words.slice(last.end).trim().length <= 1 && !/[,:]\s*$/.test(words.slice(0, last.start)))
    words = words.slice(0, last.start);
  const first = clausesOf(words)[0];
  if (first && words.slice(0, first.start).replace(LIST_MARK, '').trim() === '') {
    const rest = words.slice(first.end).replace(/^\s*(?:,|then|-|:)\s*(?:then\s+)?/i, '');
    if (rest.replace(/[^a-z]/gi, '').length >= 8) words = rest;
  }
  return words.replace(/\s+/g, ' ').trim();
}

const LIST_MARK =
  /^[\s\-*•]*(?:\(?\w{1,2}[.)])?\s*(?:(?:and|but)\s+)?(?:(?:a|an|one|two|three|four|six|\d{1,2})\s+(?:week|month|half[\s-]term|term)s?\s+later,?)?/i;

function splitList(sentence: string): string[] {
  if (sentence.includes('/')) {
    const slashes = sentence.replace(/\band\s?\/\s?or\b/gi, 'and/or').split(/\s?(?<!\band)\/\s?/);
    if (slashes.length >= 3 && slashes.every((part) => part.trim().length >= 2) && !FINITE.test(sentence))
      return slashes;
  }
  if (!sentence.includes(',')) return [sentence];
  const commas = sentence.split(/,\s+(?:and\s+)?/);
  if (commas.length >= 3 && !FINITE.test(sentence) && commas.every((part) => part.length < 70)) return commas;
  return [sentence];
}

/** "A meeting with the authority follows, and possibly a fine": support and enforcement are two actions. */
function splitEnforcement(sentence: string): string[] {
  const at = sentence.search(ENFORCEMENT);
  if (at < 0) return [sentence];
  let cut = -1;
  let behind = 0;
  for (const match of matchesOf(sentence.slice(0, at), BOUNDARY))
    [cut, behind] = [match.index, match.index + match[0].length];
  const before = sentence.slice(0, Math.max(0, cut));
  return cut > 12 && saysAction(before) && !isEnforcement(before) ? [before, sentence.slice(behind)] : [sentence];
}

const BOUNDARY = /,\s+(?:and\s+|or\s+)?|(?<!\s)\s+(?:and|so\s+that)\s+/gi;

function tidy(action: string): string {
  const unmarked = LETTER_FIRST.test(action) ? action : action.replace(/^[\s\-*•▪·●.,:;>=→)]+(?:\d{1,2}[.)]\s)?/, '');
  const words = unmarked.replace(/^(?:(?:step|stage|action)\s+\d\b[\s:.-]*)?(?:(?:then|and|or)\s+)?/i, '');
  let end = words.length;
  while (end > 0 && TRAILING.has(words[end - 1] ?? '')) end--;
  return words.slice(0, end).trim();
}

const LETTER_FIRST = /^[a-z]/i;
const TRAILING = new Set(' .,;:');

const ENFORCEMENT =
  /\bnotices?\s+to\s+improve\b|\bpenalty\b|\b(?:fines?|fined)\b|\bf?pns?\b|\bprosecut\w{0,4}|\bcourts?\b|\bmagistrates?'?\b|\bsummons\w{0,2}\b|\blegal(?:ly)?\s+(?:action|proceedings|intervention|measures|sanctions?|process|consequences)|\b(?:statutory|enforcement)\s+(?:action|proceedings|procedures|intervention|measures)|\bformal\s+and\s?\/?\s?or\s+statutory\b|\beducation\s+supervision\s+orders?\b|\bESOs?\b|\bparenting\s+orders?\b|\b(?:first|final|formal|legal|\d+[- ]day)\s+notices?\b|\bnotice\s+warning\b|\bwarning\s+notices?\b|\bNTI\b/i;

/** Whether an action is a notice to improve, a penalty notice, a prosecution, or leads only to one. */
export function isEnforcement(action: string): boolean {
  return ENFORCEMENT.test(action);
}

/** "It says what must change", after a notice: more about the same measure, and nothing that anybody does beside it. */
const SAME_MEASURE = /^(?:it|this|that|these|they|the\s+(?:notice|penalty|fine|warning|order))\b/i;
const HELPS =
  /\b(?:support|help|meet(?:s|ing|ings)?|offer\w{0,3}|invit\w{1,5}|visit|refer\w{0,5}|plan|telephone|call|letter)\b/i;

/** Indexes of the actions that are enforcement: those that name it, and sentences that only say more of the one before. */
export function enforcementAmong(actions: readonly string[]): number[] {
  const found: number[] = [];
  actions.forEach((action, index) => {
    const goesOn = found.at(-1) === index - 1 && index > 0 && SAME_MEASURE.test(action) && !HELPS.test(action);
    if (isEnforcement(action) || goesOn) found.push(index);
  });
  return found;
}

const DOING =
  /\b(?:letters?|meetings?|meets?|met|contact(?:s|ed|ing)?|calls?|called|rings?|rang|writ(?:e|es|ten)|wrote|hold(?:s)?|held|speaks?|spoke|talks?|talking|phon(?:e|es|ed|ing)|telephon\w{0,3}|text(?:s|ed)?|e-?mail(?:s|ed)?|refer(?:s|red|ral|rals|ring)?|notices?|fines?|fined|visit(?:s|ed)?|monitor(?:s|ed|ing)?|inform(?:s|ed)?|alert(?:s|ed)?|notif(?:y|ied|ies)|invit(?:e|es|ed|ation)|plan|plans|support|actions?|panel|report|reported|warn(?:ed|ing|ings)?|interventions?|detentions?|prosecut\w{1,4}|court|police|speak|spoken|discuss(?:ed|ion)?|penalty|review(?:ed|s)?|contract|track(?:ed|ing)?|remov(?:e|es|ed)|certificates?|rewards?|praise[ds]?|checks?|checked|conversation|sanctions?|escalat\w{1,4}|asked|involve[sd]?|issued?|sent|arranged?|postcards?|told|tells?|takes?\s+(?:over|up|on)|address(?:ed)?|target(?:ed|s)?|assessment|mentoring|talk|prize\w{0,3}|chat|tr(?:y|ies)\s+(?:every\w*|each|all|the|your|other|emergency)|be\s+in\s+touch|lets?\s+(?:\w+\s+){1,3}know|sees?\s+(?:the\s+|our\s+|their\s+)?(?:head|deputy|year|principal|assistant|mr|mrs|ms|miss)\b|stays?\s+in|pop(?:s|ping)?\s+(?:round|in|over)|comes?\s+(?:out|round)|considers?(?:ed)?|(?:quiet|friendly)\s+word|(?:has|have)\s+a\s+word|step(?:s|ped)?\s+in|g[eo]ts?\s+in\s+touch|becomes?\s+involved|(?:watch|monitoring)\s+list|pass(?:es|ed)?\s+(?:on\s+)?to|goes\s+to|go(?:es)?\s+out|hand(?:s|ed)\s+(?:\w+\s+)?(?:on\s+)?to|works?\s+with|mov(?:es?|ed|ing)\s+(?:on\s+)?to|placed\s+on|put\s+on|added\s+to|stays?\s+behind|kept\s+(?:in|behind)|loses?\s+(?:\w+\s+)?(?:break|lunch\w*|time|playtime)|makes?\s+up\s+(?:the\s+)?time|interview|conferences?|mentors?|come\s+in(?:to)?|comes\s+to\s+the\s+house|drop\s+in|knocks?|see(?:s|n)?\s+(?:the\s+(?:parents?|student|pupil|family|child)|you|parents|them|by)|triggers?|catch\s+up|escort\w{0,2}|bring\s+in|brought\s+(?:in|to)|asks?\s+(?:you|parents?|the|for))\b/i;

/** Whether words say that somebody does something about attendance. */
export function saysAction(text: string): boolean {
  return DOING.test(text);
}

const REWARD =
  /\b(?:rewards?|certificates?|prizes?|praise[ds]?|celebrat\w{1,4}|congratulat\w{1,5}|excellent|outstanding|well\s+done|very\s+good|good\s+attend\w{2,4}|badges?|awards?|draw|raffle|trophy|treat|merit|postcards?|perfect|impressive|superb|keep\s+it)\b/i;
const TROUBLE =
  /\b(?:concern\w{0,3}|warning|refer\w{0,5}|improve(?!d)|invit\w{1,4}|penalty|fine|visit|monitor\w{0,3}|below\s+expect|at\s+risk|risk|barriers|needs?\s+improv\w{1,5}|meetings?|caution)\b/i;

/** Whether a rung only rewards. */
export function isReward(words: string): boolean {
  return REWARD.test(words) && !TROUBLE.test(words);
}
