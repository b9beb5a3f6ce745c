import { figuresIn } from '../readers/thresholds/figures.ts';
import { looksBack } from './looks-back.ts';

/** "Stage 2 – Parent meeting. If …", "1. Phone call. Attendance is below 96%": what a rung is called, before what it says. */
export interface Name {
  readonly text: string;
  /** Where the words behind it begin. */
  readonly end: number;
  /** "Persistent absence": the name says when. */
  readonly isStatus?: true;
}

const NAMED =
  /^\s{0,4}(?:[:,.(–—-]\s{0,4})?["'“‘]?([A-Z][A-Za-z'’/&-]{0,20}(?:\s(?:[A-Za-z'’/&-]{1,20}|\d{1,2}\b(?!%))){0,6})["'”’]?(?:\s{0,4}\)\s?[.:–—-]?|\s{0,4}[.:–—]|\s{1,4}-)\s{1,4}(?=\S)/;
/** "Stage one – the form tutor. …": behind a label, whose stage it is. */
const WHOSE =
  /^\s{0,4}[:,(–—-]\s{0,4}((?:the\s)?[a-z'’-]{2,15}(?:\s[a-z'’-]{2,15}){0,3})(?:\s{0,4}\)\s?[.:–—-]?|\s{0,4}\.)\s{1,4}(?=[A-Z])/;
/** Words that no name of a step has: those of a sentence, of a condition and of what is counted. */
const NO_NAME =
  /\b(?:is|are|be|was|were|will|has|have|had|may|can|should|must|falls?|fallen|drops?|dropped|goes|reache[sd]|if|when|where|once|unless|we|our|they|you|your|there|below|above|under|than|between|triggers?|sessions|criteria|threshold|attendance\s*$)\b|^(?:the|a|an|this|that|these|actions?|who|what|responsible|mr|mrs|ms|miss|dr|no|any|all|after|following|note|please|triggers?|criteria|when|e\.?g|i\.?e)\b/i;
/** "Parents come in", "Attendance improves" are sentences; "Parent meeting", "Attendance panel" are names. */
const OF_WHOM = /^(?:attendance|absence|parents?|pupils?|students?|child(?:ren)?|famil(?:y|ies)|carers?)\b/i;
const MEASURE =
  /\b(?:meeting|panel|letter|call|contact|contracts?|plan|plans|support|review|visit|referral|notice|warning|monitoring|help|conversation|concerns?|agreement|interview|intervention|action|clinic|check|watch|alert|surgery|stage|engagement|liaison|worker|report|pathway|mentoring)s?$/i;
/** "Class teacher speaks to the parents.": somebody does something. */
const SOMEBODY_DOES =
  /^(?:[A-Za-z]+\s){0,2}(?:teachers?|tutors?|officers?|leads?|heads?|headteacher|office|leaders?|managers?|workers?|staff|team|school|senco|sendco|dsl|slt|admin|council|governors?)\s(?:also\s|then\s)?[a-z]+s\b/i;

/** The name that stands in a text behind an offset; null for none. */
export function nameAt(text: string, from: number): Name | null {
  const match = NAMED.exec(text.slice(from, from + 120)) ?? (from > 0 ? WHOSE.exec(text.slice(from, from + 80)) : null);
  const name = match?.[1];
  if (!match || !name || SOMEBODY_DOES.test(name)) return null;
  if (NO_NAME.test(name.replace(/^the\s/i, ''))) return null;
  if (OF_WHOM.test(name) && !MEASURE.test(name)) return null;
  if (/\d/.test(name) && figuresIn(name).length > 0) return null;
  return looksBack(name) && !/\bconcerns?\b/i.test(name) ? null : { text: name, end: from + match[0].length };
}
