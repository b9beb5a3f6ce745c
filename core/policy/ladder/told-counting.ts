import { figuresIn } from '../readers/thresholds/figures.ts';
import { windowIn } from '../readers/thresholds/windows.ts';
import type { Metric, Trigger } from '../schema.ts';
import { setsOff } from './figure-words.ts';
import type { Line } from './lines.ts';
import type { Ladder, Rung } from './rung.ts';

/**
 * How a school counts, said once beside a ladder: "We add up late marks over the last five school weeks", "Late marks start
 * again each half term", "L and U both count as late". Without it the counts would be of the whole school year.
 */

// So many lines above a ladder, and below it, still speak of it.
const ABOVE = 6;
const BELOW = 3;

interface Told {
  /** The time over which counts are made. */
  readonly window: string | null;
  /** Both kinds of late mark count. */
  readonly bothLates: boolean;
}

/** The ladder with what its section says of the way it counts. */
export function withToldCounting(ladder: Ladder, lines: readonly Line[]): Ladder {
  if (!ladder.rungs.some(({ trigger }) => partsOf(trigger).some(isOpen))) return ladder;
  const sentences = sentencesBeside(ladder, lines).filter((sentence) => !figuresIn(sentence).some(setsOff));
  const counts = toldOf(sentences.filter((sentence) => !OF_A_SHARE.test(sentence)));
  const shares = toldOf(sentences.filter((sentence) => OF_A_SHARE.test(sentence)));
  if (!counts.window && !counts.bothLates && !shares.window) return ladder;
  return { ...ladder, rungs: ladder.rungs.map((rung) => toldRung(rung, counts, shares)) };
}

function partsOf(trigger: Trigger): readonly Trigger[] {
  return trigger.anyOf ?? [trigger];
}

const COUNTED: ReadonlySet<Metric> = new Set([
  'lateMarks',
  'sessions',
  'unauthorisedSessions',
  'absenceDays',
  'unauthorisedDays',
]);

/** Whether a trigger leaves the time open in which it counts. */
function isOpen({ metric, band, unit, window, afterStep }: Trigger): boolean {
  if (window || afterStep !== undefined) return false;
  return band !== undefined || unit === 'percent' || (metric !== undefined && COUNTED.has(metric));
}

/** The sentences of the section around a ladder, those of its own paragraphs included. */
function sentencesBeside({ rungs }: Ladder, lines: readonly Line[]): string[] {
  const own = new Set(rungs.map(({ place }) => place.line));
  const at = lines.findIndex((line) => own.has(line));
  const last = lines.findLastIndex((line) => own.has(line));
  if (at < 0) return [];
  let from = at;
  while (from > Math.max(0, at - ABOVE) && !isHeading(lines[from - 1])) from--;
  let to = last;
  while (to < Math.min(lines.length - 1, last + BELOW) && !isHeading(lines[to + 1])) to++;
  return lines
    .slice(from, to + 1)
    .flatMap(({ text }) => (MAY_TELL.test(text) || LED_BY_TIME.test(text) ? text.split(SENTENCES) : []));
}

/** A heading, and not "In any half term:", which only stands like one. */
function isHeading(line: Line | undefined): boolean {
  return line?.kind === 'heading' && !line.text.trimEnd().endsWith(':');
}

const SENTENCES = /(?<=[.!?;])\s+(?=[A-Z])/;
const MAY_TELL =
  /\b(?:count|add|tot|look|measur|work|calculat|tall|go|start|reset|wip|back|clear|fresh|both|together|either)\w{0,6}\b/i;
const OF_A_SHARE = /\b(?:attendance|percentages?|figures?)\b|%/i;
const COUNTS_OVER =
  /\b(?:count(?:s|ed|ing)?|add(?:s|ed|ing)?|tot(?:al|als|alled|ted|ting)|look(?:s|ed|ing)?\s+(?:back|at)|measured?|worked\s+out|calculated?|tall(?:y|ied)|go(?:es)?\s+by)\b[^.;]{0,70}?\b((?:over|within|across|during|in)\s+(?:the|any|a|this)\s+(?:(?:last|past|previous|rolling|current|single|same|one)\s+)?)/i;
const COUNTS_EACH =
  /\b(?:count(?:s|ed|ing)?|add(?:s|ed|ing)?|tot(?:al|als|alled|ted|ting)|tall(?:y|ied))\b[^.;]{0,40}?\b((?:(?:in|over|for|within)\s+)?(?:each|every|per|by\s+the)\s+(?=half|term|month))/i;
// "We look at attendance over a half term" is how often it is done; over the last one is how it is counted.
const LATEST = /\b(?:last|past|previous|rolling|current)\s/i;
const STARTS_AGAIN =
  /\b(?:starts?\s+(?:again|afresh|anew|over)|resets?|wiped|(?:goes?|set|back)\s+(?:back\s+)?to\s+(?:nought|zero|nothing|0)|cleared|fresh\s+start|clean\s+(?:slate|sheet))\b[^.;]{0,60}?\b(half[\s-]?term|term)\b/i;
/** "In any half term:" over a list. */
const LED_BY_TIME = /^\W{0,6}(?:(?:with)?in|over|during)\s+(?:any|an?|each|every|one|the\s+same)\s[^.:;]{3,60}:\s*$/i;
const LAST = /\b(?:last|past|previous|current)\s+(?=half|term|month|week)/gi;

function toldOf(sentences: readonly string[]): Told {
  let window: string | null = null;
  let bothLates = false;
  for (const sentence of sentences) {
    window ??= timeIn(sentence);
    bothLates ||= /\bL\b/.test(sentence) && /\bU\b/.test(sentence) && TOGETHER.test(sentence) && LATE.test(sentence);
  }
  return { window, bothLates };
}

function timeIn(sentence: string): string | null {
  const led = LED_BY_TIME.test(sentence) ? windowIn(sentence) : null;
  if (led && led.start < 3) return led.words === 'school year' ? null : led.words;
  const again = STARTS_AGAIN.exec(sentence)?.[1];
  if (again) return /half/i.test(again) ? 'half term' : 'term';
  const over = COUNTS_OVER.exec(sentence) ?? (OF_A_SHARE.test(sentence) ? null : COUNTS_EACH.exec(sentence));
  if (!over?.[1] || (OF_A_SHARE.test(sentence) && !LATEST.test(over[1]))) return null;
  const time = sentence
    .slice(over.index + over[0].length - over[1].length)
    .replace(LAST, '')
    .replace(/^(?:(?:(?:over|within|across|during|in|for)\s+)?(?:each|every|this)|per|by\s+the)\s+/i, 'in a ');
  const window = windowIn(time);
  return window && window.start < 3 && window.words !== 'school year' ? window.words : null;
}

const TOGETHER = /\b(?:both|together|either|alike)\b|\bcount(?:s|ed)?\s+(?:as\s+late|the\s+same)\b/i;
const LATE = /\blate(?:s|ness)?\b|\bpunctual|\b(?:count|add|tot|tall)\w{0,5}\b/i;

function toldRung(rung: Rung, counts: Told, shares: Told): Rung {
  const { trigger } = rung;
  if (!partsOf(trigger).some(isOpen)) return rung;
  const told = (one: Trigger): Trigger => {
    if (!isOpen(one)) return one;
    const isShare = one.band !== undefined || one.unit === 'percent';
    const { window } = isShare ? shares : counts;
    const both = counts.bothLates && one.metric === 'lateMarks' && one.condition === undefined;
    return { ...one, ...(window ? { window } : {}), ...(both ? { condition: 'L or U' } : {}) };
  };
  return { ...rung, trigger: trigger.anyOf ? { ...trigger, anyOf: trigger.anyOf.map(told) } : told(trigger) };
}
