import { matchesOf } from '../../text/matches.ts';
import { cardinalOf } from '../../text/numbers.ts';
import type { Figure } from '../readers/thresholds/figure.ts';
import { figuresIn } from '../readers/thresholds/figures.ts';
import { NOT_REACHED_BEFORE } from '../readers/thresholds/not-reached.ts';
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
const WATCHED = /monitor|review|support|improvement/i;
const TIME = /week|day|month|term/i;
// "4 weeks", "a six-week", "half term": the words before the unit are looked up.
const LENGTH =
  /\b([a-z\d]+(?:[ -](?!school\b)[a-z]+)?)(?:\s?-\s?|\s+)((?:school\s+)?(?:day|week|month|term)|half[\s-]term)s?\b/gi;
const OF_WATCHING = /^\s+(?:\w+\s+){0,2}(?:monitoring|review|support|improvement)\b/i;
const WATCHED_FOR =
  /\b(?:monitor\w{0,3}|review\w{0,3})\b[^.;]{0,40}\b(?:for|over|within|after|in)\s+(?:a\s+|an\s+)?(?:further\s+|period\s+of\s+)?(?:[a-z\d]+\s?(?:-|to)\s?)?$/i;

/** How long a step is watched: "a four-week monitoring period", "reviewed after half a term"; undefined where it does not say. */
export function monitoringIn(text: string): { value: number; unit: DurationUnit } | undefined {
  if (!WATCHED.test(text) || !TIME.test(text)) return undefined;
  for (const match of matchesOf(text, LENGTH)) {
    const unit = UNITS[(match[2] ?? '').toLowerCase().replace(/[\s-]+/g, ' ')];
    const counted = countAtEnd(match[1] ?? '');
    if (!unit || !counted) continue;
    const before = text.slice(Math.max(0, match.index + counted.at - 90), match.index + counted.at);
    if (OF_WATCHING.test(text.slice(match.index + match[0].length)) || WATCHED_FOR.test(before))
      return { value: counted.value, unit };
  }
  return undefined;
}

/** The count that the words before a unit end with: "four", "for six", "thirty five". */
function countAtEnd(words: string): { value: number; at: number } | null {
  const whole = cardinalOf(words);
  if (whole !== null) return { value: whole, at: 0 };
  const at = Math.max(words.lastIndexOf(' '), words.lastIndexOf('-')) + 1;
  const value = at > 0 ? cardinalOf(words.slice(at)) : null;
  return value === null ? null : { value, at };
}

/** The attendance that a step asks the pupil to reach, in percent. */
export function targetIn(text: string): number | undefined {
  if (!/%|per\s?cent/i.test(text)) return undefined;
  // What has not been reached says when the step comes, and nothing that it asks for.
  const asked = ({ sense, start }: Figure): boolean =>
    sense === 'exit' && !NOT_REACHED_BEFORE.test(text.slice(0, start));
  return figuresIn(text).find(asked)?.value ?? setTarget(text);
}

const SET_TARGET =
  /(\b(?:set|sets|setting|agree[sd]?|agreeing|given?)\s+)?\b(an?|the|this|that|their|individual)\s+(?:\w+\s+)?target\s+of\s+(?:at\s+least\s+)?(\d{2,3}(?:\.\d{1,2})?)\s?(?:%|per\s?cent)(\s+(?:is|was|are|has\s+been|will\s+be|have\s+been)\s+(?:then\s+|also\s+)?(?:set|agreed|given|not|missed|met)\b|\s+not\s+(?:\w+\s+)?met\b)?/i;

/** "A target of 96% is set", "if the target of 96% is not met": the pupil's own, and not the line that attendance fell below. */
function setTarget(text: string): number | undefined {
  const match = SET_TARGET.exec(text);
  return match?.[3] !== undefined && (match[1] || match[4]) ? Number(match[3]) : undefined;
}
