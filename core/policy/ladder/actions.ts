import { matchesOf } from '../../text/matches.ts';
import { oneLine } from '../../text/one-line.ts';
import { remembered } from '../../text/remembered.ts';
import { clausesOf } from './conditions.ts';
import { enforcementIn, isEnforcement, saysAction } from './measures.ts';

/** What a rung does, as short strings: bullets, comma lists, sentences, slashes. */

const THREE_LETTERS = /[a-z]{3}/i;
// What is looked back at stands behind the space, so that only spaces are looked at.
const SENTENCE_BREAK = /\s(?:(?<=[.!?;]\s)\s*(?=["'(]?[A-Z])|[•▪·●]\s|-(?:\s?(?=[A-Z])|\s(?=[a-z])))|;\s+/;
const FINITE =
  /\b(?:will|is|are|was|be|has|have|may|can|could|should|must|would|do|does|did|agree|meet|need|shall|discuss|review|write|attend|receive)\b/i;

/** The actions of one line of words. */
export function actionsOf(text: string): string[] {
  return oneLine(text)
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
  if (clausesOf(words).length === 0) return oneLine(words);
  const last = clausesOf(words).at(-1);
  const lastOpens = last && words.slice(0, last.start).trim().length > 12;
  if (last && lastOpens && words.slice(last.end).trim().length <= 1 && !/[,:]\s*$/.test(words.slice(0, last.start)))
    words = words.slice(0, last.start);
  const first = clausesOf(words)[0];
  if (first && words.slice(0, first.start).replace(LIST_MARK, '').trim() === '') {
    const rest = words.slice(first.end).replace(/^\s*(?:,|then|-|:)\s*(?:then\s+)?/i, '');
    if (rest.replace(/[^a-z]/gi, '').length >= 8) words = rest;
  }
  return oneLine(words);
}

const LIST_MARK =
  /^[\s\-*•]*(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?\s|\(?\w{1,2}[.)])?\s*(?:(?:and|but)\s+)?(?:(?:a|an|one|two|three|four|six|\d{1,2})\s+(?:week|month|half[\s-]term|term)s?\s+later,?)?/i;

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
  const at = enforcementIn(sentence);
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
  const unmarked = LETTER_FIRST.test(action)
    ? action
    : action.replace(/^[\s\-*•▪·●.,:;>=→)|]+(?:\d{1,2}[.)]\s)?/, '').replace(CLAUSE, '');
  const words = unmarked.replace(/^(?:(?:step|stage|action)\s+\d\b[\s:.-]*)?(?:(?:then|and|or)\s+)?/i, '');
  let end = words.length;
  while (end > 0 && TRAILING.has(words[end - 1] ?? '')) end--;
  return words.slice(0, end).trim();
}

const LETTER_FIRST = /^[a-z]/i;
/** "4.1.2 The tutor rings home"; "9.15 Text to parents" begins with an hour. */
const CLAUSE = /^\d{1,2}\.\d{1,2}(?:(?:\.\d{1,2}){1,2}\.?|(?<=\.\d)\.?)\s+(?=[A-Z])/;
const TRAILING = new Set(' .,;:');

/** "It says what must change", after a notice: more about the same measure, and nothing that anybody does beside it. */
const SAME_MEASURE = /^(?:it|this|that|these|they|the\s+(?:notice|penalty|fine|warning|order))\b/i;
/** "We never do so before …", "Support is not a condition where …": when the measure is not taken, and nothing that is done. */
const PROVISO =
  /^(?:but\s+|however,?\s+)?(?:(?:we|this|it|that|they|the\s+[a-z]+)\s+(?:[a-z]+\s+)?(?:never|cannot|only|(?:do|does|will|would|can|may|shall|is|are|has|have)\s+(?:not|never|only))|(?:support|help|(?:earlier|previous|prior)\s+[a-z]+|no\s+[a-z]+)\s(?:[a-z]+\s){0,3}(?:not|never|no|need))\b/i;
const HELPS =
  /\b(?:support|help|meet(?:s|ing|ings)?|offer\w{0,3}|invit\w{1,5}|visit|refer\w{0,5}|plan|telephone|call|letter)\b/i;

/** Indexes of the actions that are enforcement: those that name it, and sentences that only say more of the one before. */
export function enforcementAmong(actions: readonly string[]): number[] {
  const found: number[] = [];
  actions.forEach((action, index) => {
    const goesOn =
      found.at(-1) === index - 1 &&
      index > 0 &&
      (PROVISO.test(action) || (SAME_MEASURE.test(action) && !HELPS.test(action)));
    if (isEnforcement(action) || goesOn) found.push(index);
  });
  return found;
}
