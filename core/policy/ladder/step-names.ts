import { oneLine } from '../../text/one-line.ts';
import { figuresIn } from '../readers/thresholds/figures.ts';
import { namesOnlyFigures } from './figure-words.ts';
import type { Headed } from './group.ts';
import { BAND_FAMILY } from './heads.ts';
import { labelAt } from './labels.ts';
import type { Line } from './lines.ts';

/** What a step is called where a sentence sets it out: the name that people write into their records. */

const CALLED =
  /\b(?:[Ww]e\s+call\s+(?:this|it|that)|(?:[Tt]his|[Ww]hich)\s+(?:step\s+|stage\s+)?is\s+(?:called|known\s+as))\s+(?:(?:the|our|an?)\s+)?["'“‘]?([A-Z][\w’-]{1,20}(?:\s(?:[A-Z][\w’-]{0,20}|\d|of|the|and|in|with|for)\b){0,4})/;
const OF_LAW = /\b(?:persistent|severe)(?:ly)?\b|^(?:PA|SA|DfE)\b/i;

/** "We call this the Check-in.": the name alone; null where none is given. */
export function calledBy(text: string): string | null {
  const name = text.includes('call') || text.includes('known') ? CALLED.exec(text)?.[1] : undefined;
  return name === undefined || OF_LAW.test(name) ? null : name;
}

/** Whether words do no more than give a step its name. */
export function onlyNames(words: string): boolean {
  const called = CALLED.exec(words);
  return called !== null && called.index < 4;
}

const BOLD = /(\*\*|__)(?=\S)([^*_\n|]{2,40}?)(?<=\S)\1/g;
const THING =
  /\b(?:letter|card|call|text|message|meeting|plan|visit|panel|warning|conversation|chat|notice|report|review|referral|contract|agreement|interview|conference|clinic|check|check-in|invitation|e-?mail|postcard|detention|nudge|reminder)s?$/i;

/** "We post the **white letter**": the only thing of a stretch that is printed bold and is what a school sends or holds; null for none. */
export function boldIn({ placed, start: at }: Line, start: number, end: number): string | null {
  const raw = placed.block.raw.slice(at + start, at + end);
  if (!raw.includes('**') && !raw.includes('__')) return null;
  const names = [...raw.matchAll(BOLD)].flatMap(([, , words = '']) => {
    const name = words.replace(/(?<![.:,;])[.:,;]+$/, '').replace(/^(?:an?|the|our|your)\s+/i, '');
    return THING.test(name) || /^[A-Z]{1,2}\s?\d{1,2}$/.test(name) || labelAt(name) ? [name] : [];
  });
  const [only, another] = [...new Set(names)];
  return only && !another && figuresIn(only).length === 0 ? only.charAt(0).toUpperCase() + only.slice(1) : null;
}

const LEADS_ON = /\s(?:is|goes|at|below|under|for|when|if)\b/i;
const LABEL_BEHIND = /:\s+((?:letter|stage|step|level|tier|phase|warning)\s[A-Z]?\d{0,2}\b[^.;:%]{0,50}?)\s*$/i;

/** "The letters follow the percentage for the year: letter A1 (concern) …": the label between the colon and the figure; null for none. */
export function labelBefore(words: string): string | null {
  return LABEL_BEHIND.exec(words)?.[1]?.split(LEADS_ON, 1)[0] ?? null;
}

const NAME_BELOW = /^\s*[A-Z][a-z'’-]{1,20}(?:\s[A-Za-z'’-]{1,20}){0,3}\s*$/;

/** What a rung is called by its head, or by the line below one that is a figure alone. */
export function titleOfHeaded({ head, line, body: [under] }: Headed): string {
  // "97% – 95%" over "Steady": a figure alone is no name.
  const alone = head.family === BAND_FAMILY && !head.name && namesOnlyFigures(line.text);
  if (alone && under && NAME_BELOW.test(under.text)) return under.text.trim();
  const text = oneLine(line.text);
  if (head.name && head.label) return `${head.label}: ${head.name.text}`;
  if (head.name) return head.name.text;
  if (line.kind === 'heading' || text.length <= 60) return text.replace(/(?<![\s:.-])[\s:.-]+$/, '');
  if (head.label) {
    const more = /^[\s:.\-–(]*([^.:;()]{3,40}?)(?:[.:;)]|\s-\s)/.exec(line.text.slice(head.rest))?.[1];
    return more && more.length < 40 && !/\d/.test(more) ? `${head.label}: ${more.trim()}` : head.label;
  }
  return text.split(' ').slice(0, 8).join(' ');
}
