import { countsIn } from './counts.ts';
import type { Figure } from './figure.ts';
import { percentagesIn } from './percentages.ts';

const PERCENT = /%|per\s?cent/i;
const COUNT = /session|half[- ]day|\bdays?\b|late|\b[ul]['"]?\s(?:codes?|marks?)|notices|fines|consecutive|successive/i;

/** Every figure of a sentence in its order; `around` is the paragraph that holds it, for words that it leaves out. */
export function figuresIn(text: string, around = text): Figure[] {
  const percentages = PERCENT.test(text) ? percentagesIn(text) : [];
  const counts = COUNT.test(text) ? countsIn(text, around) : [];
  return [...percentages, ...counts].sort((a, b) => a.start - b.start);
}
