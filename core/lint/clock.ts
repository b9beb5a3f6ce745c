import type { FactOf, TimeField } from '../policy/schema.ts';

/** Minutes after midnight of a clock time 'HH:MM'. */
export function minutesOf(clock: string): number {
  const [hours = '0', minutes = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** The times of a field that are not mere guesses. */
export function timesOf(times: readonly FactOf<'time'>[], ...fields: readonly TimeField[]): FactOf<'time'>[] {
  return times.filter(({ field, confidence }) => fields.includes(field) && confidence !== 'unsure');
}
