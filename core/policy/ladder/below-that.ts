import { figuresIn } from '../readers/thresholds/figures.ts';
import type { Reading } from './reading.ts';
import type { ReadTrigger } from './triggers.ts';

const BELOW_THAT =
  /\b(?:below|under|beneath|less\s+than|lower\s+than)\s+(?:it(?=[,.;:]|$)|(?:this|that)\s+(?:(?:percentage|figure|level|threshold|target|line|rate|expectation|standard|point)\b|(?=[,.;]|$)))/i;

/** "We expect 96%. If attendance falls below this figure, we write home": a line that is named by the words before it. */
export function belowThat({ text, before }: Reading): ReadTrigger | null {
  const match = BELOW_THAT.exec(text);
  if (!match) return null;
  const here = figuresIn(text).filter(({ end }) => end <= match.index);
  const named = (here.length > 0 ? here : figuresIn(before)).filter(({ unit }) => unit === 'percent');
  const figure = named.at(-1);
  // Of two figures "this" may be either.
  if (!figure || named.some(({ value }) => value !== figure.value) || figure.value >= 100) return null;
  if (figure.metric !== 'attendance' || UNNAMED.has(figure.sense)) return null;
  return {
    trigger: { metric: 'attendance', op: '<', value: figure.value, unit: 'percent' },
    start: match.index,
    end: match.index + match[0].length,
  };
}

/** What is said of other pupils, other years, or in another measure is no line of the school's. */
const UNNAMED = new Set(['share', 'result', 'equivalence', 'example']);
