import type { Trigger } from './schema.ts';

/**
 * The high end of a band that is none of it, in percent: 97 for "at least 95% but less than 97%", whose trigger is the band
 * and "below 97%" together; null for a band that holds its high end, and for a trigger that is no band.
 */
export function openEndOf({ band, metric, op, value }: Trigger): number | null {
  if (!band) return null;
  const high = Math.max(...band);
  return metric === 'attendance' && op === '<' && value === high ? high : null;
}

/** A band in words, "95% to 97%" or "95% to below 97%"; the empty string for a trigger that is none. */
export function bandText(trigger: Trigger): string {
  const { band } = trigger;
  if (!band) return '';
  return `${band[0]}% to ${openEndOf(trigger) === null ? '' : 'below '}${band[1]}%`;
}
