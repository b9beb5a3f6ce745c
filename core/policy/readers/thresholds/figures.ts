import { remembered } from '../../../text/remembered.ts';
import { countsIn, explainedBy } from './counts.ts';
import type { Figure } from './figure.ts';
import { percentagesIn } from './percentages.ts';

// A bare number may be of attendance too: "attendance falls below 90".
const PERCENT = /%|per\s?cent|\battendance\b[^.;]{0,60}\b(?:below|under|than|to)\s+\d\d/i;
const COUNT =
  /session|unauthori[sz]ed\s+absences|half[- ]day|\bdays?\b|late|\b[ul]['"]?\s(?:codes?|marks?)|\bnotices?\b|fines|\bf?pns\b|consecutive|successive/i;
const NUMBER =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fif|twen|thir|for|six|seven|eigh|nine|hundred|first|second|third|fourth|fifth|sixth|tenth)/i;
// No sentence that people write is longer; what is gets read as far as this.
const LONGEST = 6000;

const percentages = remembered(percentagesIn);
const counts = remembered(countsIn);

/** Every figure of a sentence in its order; `around` is the paragraph that holds it, for words that it leaves out. */
export function figuresIn(sentence: string, around = sentence): readonly Figure[] {
  const text = sentence.length > LONGEST ? sentence.slice(0, LONGEST) : sentence;
  if (!NUMBER.test(text)) return [];
  const ofPercent = PERCENT.test(text) ? percentages(text) : [];
  const counted = COUNT.test(text) ? counts(text) : [];
  if (counted.length === 0) return ofPercent;
  return [...ofPercent, ...explainedBy(counted, around.slice(0, LONGEST))].sort((a, b) => a.start - b.start);
}
