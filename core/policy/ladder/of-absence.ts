import type { Trigger } from '../schema.ts';
import type { Rung } from './rung.ts';

/**
 * "10% or more … 30% or more … 70% or more", each with what is done: levels of absence, and so the highest of them too, though
 * by itself it would be one of attendance.
 */
export function allOfAbsence(rungs: readonly Rung[]): readonly Rung[] {
  const absence = rungs.filter(({ trigger }) => trigger.metric === 'absence' && rises(trigger));
  if (absence.length < 2) return rungs;
  const most = Math.max(...absence.map(({ trigger }) => trigger.value ?? 0));
  return rungs.map((rung) => {
    const { metric, unit, value } = rung.trigger;
    const goesOn = metric === 'attendance' && unit === 'percent' && rises(rung.trigger) && (value ?? 0) > most;
    return goesOn && !rung.kind ? { ...rung, trigger: { ...rung.trigger, metric: 'absence' } } : rung;
  });
}

function rises({ op }: Trigger): boolean {
  return op === '>=' || op === '>';
}
