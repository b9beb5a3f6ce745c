import { CARDINAL, cardinalOf } from '../../text/numbers.ts';
import { figuresIn } from '../readers/thresholds/figures.ts';
import type { DurationUnit } from '../schema.ts';

/** How long a step is watched, and what attendance it asks for: neither sets anything off. */

const UNITS: Record<string, DurationUnit> = {
  day: 'days',
  'school day': 'schoolDays',
  week: 'weeks',
  'school week': 'schoolWeeks',
  'half term': 'halfTerms',
  term: 'terms',
  month: 'months',
};
const MONITORING = new RegExp(
  `\\b(${CARDINAL})(?:\\s?-\\s?|\\s+)((?:school\\s+)?(?:day|week|month|term)|half[\\s-]term)s?\\s+(?:\\w+\\s+){0,2}(?:monitoring|review|support|improvement)\\b|\\b(?:monitor\\w{0,3}|review\\w{0,3})\\b[^.;]{0,40}\\b(?:for|over|within|after)\\s+(?:a\\s+|an\\s+)?(?:further\\s+|period\\s+of\\s+)?(?:${CARDINAL}\\s?(?:-|to)\\s?)?(${CARDINAL})(?:\\s?-\\s?|\\s+)((?:school\\s+)?(?:day|week|month|term)|half[\\s-]term)s?\\b`,
  'i',
);

export function monitoringIn(text: string): { value: number; unit: DurationUnit } | undefined {
  const match = MONITORING.exec(text);
  const value = cardinalOf(match?.[1] ?? match?.[3] ?? '');
  const unit = UNITS[(match?.[2] ?? match?.[4] ?? '').toLowerCase().replace(/[\s-]+/g, ' ')];
  return value !== null && unit ? { value, unit } : undefined;
}

/** The attendance that a step asks the pupil to reach, in percent. */
export function targetIn(text: string): number | undefined {
  if (!/%|per\s?cent/i.test(text)) return undefined;
  return figuresIn(text).find(({ sense }) => sense === 'exit')?.value;
}
