import { remembered } from '../../../text/remembered.ts';
import {
  bareCountsBehind,
  daysMissed,
  daysOfAbsence,
  holidayDays,
  latesByContext,
  moreDaysBehind,
} from './bare-counts.ts';
import { countsIn, explainedBy } from './counts.ts';
import { daysInARow } from './days-in-a-row.ts';
import type { Figure } from './figure.ts';
import { OF_LESSONS } from './lates.ts';
import { limitsByContext } from './limits.ts';
import { percentagesIn } from './percentages.ts';
import { toldDays } from './told-days.ts';

// A bare number may be of attendance too: "attendance falls below 90".
const PERCENT =
  /%|per\s?cent|\bhalf\b[^.;]{0,40}\b(?:sessions|school|time|year|lessons|education)\b|\battendance\b(?:[^.;]|\.\d){0,60}\b(?:below|under|than|to)\s+\d\d|\battendance:?\s+\d\d/i;
const COUNT =
  /session|unauthori[sz]ed\s+(?:absence|mark)|half[- ]day|\bdays?\b|late|\barrivals?\s+after\b|\boccasions\b|\b[ul]['"]?\s(?:codes?|marks?)|\bnotices?\b|fines|\bf?pns\b|consecutive|successive|\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s[lu]s\b|\d\s?[x×]\s?["']?[lu]\b|\babsences\s(?:without|for|with)\b/i;
const NUMBER =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fif|twen|thir|for|six|seven|eigh|nine|hundred|first|second|third|fourth|fifth|sixth|tenth|twice|thrice|half\b)/i;
const LIMITS = /\b(?:more\s{1,3}than|maximum|limit|most|only)\b/i;
// No sentence that people write is longer; what is gets read as far as this.
const LONGEST = 6000;

const percentages = remembered(percentagesIn);
const counts = remembered(countsIn);

/**
 * Every figure of a sentence in its order; `around` is the paragraph that holds it, for words that it leaves out, and
 * `before` the last figure of the sentence before it, for numbers that go on counting: "After ten, …".
 */
export function figuresIn(sentence: string, around = sentence, before: Figure | null = null): readonly Figure[] {
  return around === sentence && before === null ? figuresAlone(sentence) : readFigures(sentence, around, before);
}

// A ladder's lines are asked for their figures again and again: is it one that sets off, does it stand at the head, …
const figuresAlone = remembered((sentence) => readFigures(sentence, sentence, null));

function readFigures(sentence: string, around: string, before: Figure | null): readonly Figure[] {
  const text = sentence.length > LONGEST ? sentence.slice(0, LONGEST) : sentence;
  if (!NUMBER.test(text)) return [];
  const ofPercent = PERCENT.test(text) ? percentages(text) : [];
  const counted = COUNT.test(text) ? goingOnFrom(before, counts(text)) : [];
  const goesOn =
    before && counted.length === 0 && ofPercent.length === 0 && isCounted(before)
      ? bareCountsBehind(text, 0, before).slice(0, 1)
      : before?.unit === 'days' && counted.length === 0
        ? moreDaysBehind(text, [{ ...before, end: 0 }])
        : [];
  const lates =
    counted.length + ofPercent.length + goesOn.length === 0 &&
    /late|punctual|\bL\b/i.test(around) &&
    !OF_LESSONS.test(text)
      ? latesByContext(text, around)
      : [];
  const days = /\bdays?\b/i.test(text)
    ? firstOfEach([
        ...daysInARow(text, around),
        ...daysOfAbsence(text, around),
        ...holidayDays(text, around),
        ...daysMissed(text, around),
        ...toldDays(text, around),
      ])
    : [];
  const limits = counted.length === 0 && LIMITS.test(text) ? limitsByContext(text, around) : [];
  if (counted.length + goesOn.length + days.length + lates.length + limits.length === 0) return ofPercent;
  const gloss = EQUIVALENT.test(leadOf(text, around)) && /^\W*\d/.test(text);
  const known = [...ofPercent, ...explainedBy(counted, around.slice(0, LONGEST), text), ...goesOn, ...lates, ...limits];
  const more = days.filter((day) => !known.some((one) => one.start < day.end && day.start < one.end));
  return [...known, ...more]
    .filter((one) => !(gloss && one.metric === 'absenceDays'))
    .sort((a, b) => a.start - b.start);
}

/** Of figures that overlap the first. */
function firstOfEach(figures: readonly Figure[]): Figure[] {
  return figures.filter(
    (one, index) => !figures.slice(0, index).some((other) => one.start < other.end && other.start < one.end),
  );
}

/** A count that an earlier sentence has named. */
export type CountBefore = Pick<Figure, 'metric' | 'unit' | 'value' | 'window' | 'sense'>;

/** "A second letter follows at 16 sessions", behind "when 10 sessions have been missed": more of the same. */
export function goingOnFrom(before: CountBefore | null, figures: readonly Figure[]): readonly Figure[] {
  if (before?.unit !== 'sessions' || before.sense !== 'trigger') return figures;
  return figures.map((figure) =>
    figure.metric === 'sessions' && figure.sense === 'bare' && figure.op !== '<' && figure.value > before.value
      ? { ...figure, metric: before.metric, window: figure.window ?? before.window, sense: 'trigger' as const }
      : figure,
  );
}

/** "90%." with "19 days absence over the year" behind it: the same thing said in days. */
const EQUIVALENT = /(?:%|per\s?cent)(?:\s+attendance)?\W{0,5}$/i;

/** What stands right before a sentence in its paragraph. */
function leadOf(sentence: string, around: string): string {
  const at = around.indexOf(sentence);
  return at > 0 ? around.slice(Math.max(0, at - 20), at) : '';
}

function isCounted({ metric, sense }: Figure): boolean {
  return sense === 'trigger' && COUNTED.has(metric);
}

const COUNTED = new Set<Figure['metric']>(['lateMarks', 'sessions', 'unauthorisedSessions', 'unauthorisedDays']);
