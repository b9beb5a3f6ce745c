import { CARDINAL, cardinalOf } from '../text/numbers.ts';

/** A stretch of time as a policy prints it, "two weeks", "10 school weeks", "half term". */
export interface SpanOfTime {
  count: number;
  unit:
    | 'now'
    | 'minutes'
    | 'schoolDays'
    | 'workingDays'
    | 'calendarDays'
    | 'weeks'
    | 'schoolWeeks'
    | 'months'
    | 'years'
    | 'halfTerms'
    | 'terms'
    | 'schoolYear'
    | 'sessions';
}

const NOW = /\b(?:immediate(?:ly)?|straight ?away|at once|same day|without delay)\b/;
const COUNT = String.raw`(\d{1,4}|${CARDINAL}|an?|the|next|following)`;
const UNIT = `(school[ -]weeks?|school[ -]days?|working[ -]days?|calendar[ -]days?|half[- ]?terms?|terms?|weeks?|fortnights?|days?|months?|years?|sessions?|minutes?|mins?|hours?)`;
// "3-4 weeks", "two or three weeks"; in "twenty-one days" the hyphen joins one number.
const RANGE = new RegExp(String.raw`\b(?:\d{1,3} ?(?:to|-|or) ?|${CARDINAL} (?:to|or) )(?=${CARDINAL}\b)`);
const AMOUNT = new RegExp(
  String.raw`(?:\b${COUNT}[ -]+(?:consecutive |rolling |full |additional |further |more )?)?\b${UNIT}\b`,
);
const SCHOOL_YEAR =
  /\b(?:(?:school|academic|this|current|whole) year|(?:an?|the) (?:school|academic) year|year to date)\b/;

const DASHES = /[‐-―]/g;
const BLANKS = /\s+/g;
const PLURAL = /s$/;
const JOINS = /[- ]/g;

/** Reads a window; of a range ("3 to 4 weeks") the longer end. Null when it names no time that can be counted. */
export function readSpanOfTime(text: string): SpanOfTime | null {
  const plain = text.toLowerCase().replace(DASHES, '-').replace(BLANKS, ' ').trim();
  if (SCHOOL_YEAR.test(plain)) return { count: 1, unit: 'schoolYear' };
  const match = AMOUNT.exec(plain.replace(RANGE, ''));
  if (!match) return NOW.test(plain) ? { count: 0, unit: 'now' } : null;
  const count = numberOf(match[1]);
  const unit = (match[2] ?? '').replace(PLURAL, '').replace(JOINS, '');
  switch (unit) {
    case 'fortnight':
      return { count: 2 * count, unit: 'weeks' };
    case 'hour':
      return { count: 60 * count, unit: 'minutes' };
    case 'minute':
    case 'min':
      return { count, unit: 'minutes' };
    default:
      return { count, unit: UNITS[unit] ?? 'schoolDays' };
  }
}

const UNITS: Record<string, SpanOfTime['unit']> = {
  schoolweek: 'schoolWeeks',
  schoolday: 'schoolDays',
  workingday: 'workingDays',
  calendarday: 'calendarDays',
  halfterm: 'halfTerms',
  term: 'terms',
  week: 'weeks',
  day: 'schoolDays',
  month: 'months',
  year: 'years',
  session: 'sessions',
};

/** "A week" and "the next week" are one. */
function numberOf(word: string | undefined): number {
  return word === undefined ? 1 : (cardinalOf(word) ?? 1);
}

/** In words, "10 school weeks". */
export function spanInWords(span: SpanOfTime): string {
  const one = UNIT_WORDS[span.unit];
  return span.unit === 'now' || span.unit === 'schoolYear' ? one : `${span.count} ${one}${span.count === 1 ? '' : 's'}`;
}

const UNIT_WORDS: Record<SpanOfTime['unit'], string> = {
  now: 'straight away',
  minutes: 'minute',
  schoolDays: 'school day',
  workingDays: 'working day',
  calendarDays: 'day',
  weeks: 'week',
  schoolWeeks: 'school week',
  months: 'month',
  years: 'year',
  halfTerms: 'half term',
  terms: 'term',
  schoolYear: 'this school year',
  sessions: 'session',
};
