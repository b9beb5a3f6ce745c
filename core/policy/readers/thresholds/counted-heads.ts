import { remembered } from '../../../text/remembered.ts';
import type { Figure } from './figure.ts';
import { figuresIn } from './figures.ts';

/** What a head over bare numbers counts: "Number of Us", "Cumulative late marks per term (code L only)". */
export interface CountedHead {
  /** The words that belong behind each of the numbers. */
  readonly noun: string;
  readonly figure: Figure;
}

const OPENS =
  /^\W*(?:(?:the|your|their|cumulative|running|total|overall)\s+){0,3}(?:(?:number|no\.?|count|total|amount)\s+of\s+|how\s+many\s+|#\s?)?(?:(?:the|your|their|cumulative|total)\s+)?/i;
const IN_BRACKET = /\(((?:in|over|within|per|each|this)\s[^()]{3,40})\)/gi;
const BRACKET = /\([^()]{0,60}\)/g;
/** "Late step" over 1, 2, 3: they number the steps. */
const NUMBERS_STEPS = /\b(?:steps?|stages?|levels?|tiers?|phases?|letters?|waves?|warnings?|points?)\b/i;
const EACH_TIME = /\b(?:per|this|each|every)\s+(?=half|term|month|week|fortnight|school|academic|year)/gi;
const DAYS_OFF = /^((?:school\s+)?days)\s+(?:off|lost|out)\b/i;
// Any number that nobody would print stands for those below the head.
const PROBE = 7;
const LONGEST_HEAD = 80;

/** What a head counts: the count that a number before its words would be; null for a head that counts nothing. */
export function countedHead(head: string): CountedHead | null {
  return head.length <= LONGEST_HEAD && MAY_COUNT.test(head) ? readHead(head) : null;
}

/** A quick look: most lines name nothing that is counted. */
const MAY_COUNT = /late|marks?\b|codes?\b|sessions?\b|days?\b|absen|arrival|\b[ul]['’]?s\b/i;

const readHead = remembered((head: string): CountedHead | null => {
  if (/[\d%]/.test(head.replace(BRACKET, '')) || NUMBERS_STEPS.test(head)) return null;
  const noun = head
    .replace(IN_BRACKET, '$1')
    .replace(BRACKET, ' ')
    .replace(OPENS, '')
    .replace(EACH_TIME, 'in a ')
    .replace(DAYS_OFF, '$1 missed')
    .trim()
    .replace(/[:?]$/, '')
    .trim();
  const told = `${PROBE} ${noun}`;
  const [figure, ...others] = figuresIn(told);
  const counts = figure && others.length === 0 && figure.start === 0 && figure.value === PROBE && figure.op === '>=';
  return counts && figure.sense === 'trigger' && figure.unit !== 'percent' ? { noun, figure } : null;
});
