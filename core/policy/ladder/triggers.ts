import { oneLine } from '../../text/one-line.ts';
import type { Figure } from '../readers/thresholds/figure.ts';
import type { Trigger } from '../schema.ts';
import { clausesOf } from './conditions.ts';
import { besideFigure, countedOver, endOfLates, withoutAuthorised } from './qualified.ts';

/** A trigger with the place of its figures in the text that was read. */
export interface ReadTrigger {
  readonly trigger: Trigger;
  readonly start: number;
  readonly end: number;
}

const SETS_OFF = new Set(['trigger', 'point']);

/** What sets a rung off, from the figures of its words; null when none of them does. */
export function triggerOf(figures: readonly Figure[], text: string): ReadTrigger | null {
  const usable = figures.filter((figure) => SETS_OFF.has(figure.sense) && figure.metric !== 'penaltyNotices');
  const first = usable[0];
  if (!first) return null;
  const alternatives = [first];
  for (const figure of usable.slice(1)) {
    const previous = alternatives.at(-1) ?? first;
    const between = text.slice(previous.end, figure.start);
    if (between.length < 90 && /\bor\b/i.test(between) && !/[.;]/.test(between) && !sameFigure(first, figure))
      alternatives.push(figure);
  }
  const last = alternatives.at(-1) ?? first;
  const trigger: Trigger =
    alternatives.length > 1
      ? { anyOf: alternatives.map((figure) => withTime(text, figure)) }
      : withoutAuthorised({ ...withTime(text, first), ...withCondition(text, first) });
  const beside = trigger.condition ? null : besideFigure(text, last, usable);
  return {
    trigger: beside ? withoutAuthorised({ ...trigger, condition: beside }) : trigger,
    start: first.start,
    end: endOfLates(text, last),
  };
}

/** The figure as a trigger, a percentage with the time that it is counted over. */
function withTime(text: string, figure: Figure): Trigger {
  const window = countedOver(text, figure);
  return { ...single(figure), ...(window ? { window } : {}) };
}

/** The figure alone as a trigger. */
export function single(figure: Figure): Trigger {
  const { metric, value, unit, window, band } = figure;
  // "at least 95% but less than 97%": the high end is none of it.
  if (band) return { band: [band[0], band[1]], ...(figure.below ? { metric, op: '<', value, unit } : {}) };
  // Whole attendance is reached from below: nobody falls to it.
  const op = metric === 'attendance' && figure.op === '<=' && value >= 100 ? '>=' : figure.op;
  return { metric, op, value, unit, ...(window ? { window } : {}) };
}

/** Whether two triggers begin at the same figures. */
export function sameTrigger(a: Trigger, b: Trigger): boolean {
  return (
    (a.metric === b.metric || (a.unit === 'sessions' && b.unit === 'sessions')) &&
    a.value === b.value &&
    a.unit === b.unit &&
    a.band?.[0] === b.band?.[0] &&
    a.band?.[1] === b.band?.[1]
  );
}

function sameFigure(a: Figure, b: Figure): boolean {
  return a.metric === b.metric && a.value === b.value && a.unit === b.unit;
}

const MORE_TO_IT =
  /\b(?:and|but)\s+((?:[\w']+\s+){0,4}(?:no|not|without|unexplained|concerning|patterns?\s+of)\b[^.;:,]{0,60})|\b((?:without|with\s+no)\s+(?:any\s+)?(?:good\s+|medical\s+|a\s+|valid\s+)?(?:contact|reason|evidence|explanation|authorisation)[^.;:,]{0,30})/i;

/** "below 95% or there are concerning patterns of absence": a second way on, kept with its "or". */
const OR_ELSE =
  /^[^.;:]{0,40}?,?\s(or\s+(?:where\s+|if\s+|when\s+)?(?:there\s+(?:are|is)\s+|(?:has|have|shows?|with)\s+)?(?:[\w']+\s+){0,2}(?:(?:concerning|worrying|unusual|regular|irregular|broken)\s+\w+|patterns?|concerns?)(?:\s+(?:of|about|over|in|with)\s+(?:[\w']+\s?){1,4}?)?)(?=[,.;:]|$|\s(?:we|the|a|an|they|he|she|parents|school|is|are|will)\b)/i;

/** What is done behind the condition: "without good reason will be visited". */
const NEXT_VERB = /\s(?:will|may|shall|must|could|(?:is|are)\s+(?:\w{2,12}ed|sent|told|seen|given|put|rung))\s/i;

/** A condition in words that stands beside a figure: "and no medical evidence". */
function withCondition(text: string, figure: Figure): { condition?: string } {
  const sentence = sentenceAround(text, figure);
  const outside = `${sentence.before} ${sentence.after}`;
  if (figure.unit === 'days' && figure.value <= 10) {
    const at = sentence.before.length;
    const clause = clausesOf(`${sentence.before}${text.slice(figure.start, figure.end)}${sentence.after}`).find(
      ({ words, start, end }) => UNREACHED.test(words) && (at < start || at >= end),
    );
    if (clause) return { condition: clause.words };
    const unheard = unheardBehind(sentence.after);
    if (unheard.condition) return unheard;
    if (UNREPORTED.test(outside))
      return { condition: UNREPORTED.exec(outside)?.[0].replace(/\s+/g, ' ') ?? 'absence not reported' };
  }
  if (figure.metric === 'consecutiveAbsenceDays') {
    const without = saidOfDays(`${text.slice(figure.start, figure.end)}${sentence.after.slice(0, 60)}`);
    if (without) return { condition: without };
  }
  const either = OR_ELSE.exec(sentence.after)?.[1];
  if (either) return { condition: oneLine(either) };
  const more = MORE_TO_IT.exec(sentence.after);
  const words = (more?.[1] ?? more?.[2])?.split(NEXT_VERB, 1)[0]?.replace(/\s+/g, ' ').trim();
  return words ? { condition: words } : {};
}

/** Days in a row are counted of all absence; that it was without leave, or without a word from anybody, stands beside them, in these words. */
export function saidOfDays(words: string): string | undefined {
  return (UNAUTHORISED.exec(words) ?? UNHEARD.exec(words))?.[0].replace(/\s+/g, ' ');
}

const UNHEARD =
  /\b(?:without|with\s+no)\s+(?:any\s+|a\s+|further\s+)?(?:contact|news|word|explanation|reason|message|notification)\b|\b(?:unexplained|unreported|unnotified)\b/i;

const UNAUTHORISED = /\bun-?authori[sz]ed\b|\bwithout\s+(?:permission|authori[sz]ation|leave|agreement)\b/i;
const UNREACHED = /\b(?:no|not|n't|nobody|unable|without|fail\w*)\b/i;
/** What was not heard, behind the day on which it was not. */
export function unheardBehind(words: string): { condition?: string } {
  const condition = NOTHING_HEARD.exec(words)?.[1]?.replace(/\s+/g, ' ').trim();
  return condition ? { condition } : {};
}

/** "First day of absence, no message from home by 9.30". */
const NOTHING_HEARD =
  /^[^.;]{0,30}?[,:(–-]\s{0,3}((?:and\s|with\s|but\s)?(?:no|nobody|nothing|not|without)\s(?:[^.:;()|]|[.:]\d){3,60}?)(?=\s?(?:[.:](?!\d)|[;)|]|[,–-]\s|$))/i;
const UNREPORTED = /\b(?:absence\s+not\s+reported|not\s+reported|unreported|unexplained|no\s+reason(?:\s+given)?)\b/i;

function sentenceAround(text: string, figure: Figure): { before: string; after: string } {
  const from = Math.max(text.lastIndexOf('. ', figure.start), text.lastIndexOf('; ', figure.start)) + 1;
  const stop = text.slice(figure.end).search(/[.;](?:\s|$)/);
  return {
    before: text.slice(from, figure.start),
    after: text.slice(figure.end, stop < 0 ? text.length : figure.end + stop),
  };
}
