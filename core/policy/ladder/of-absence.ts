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
    if (metric !== 'attendance' || unit !== 'percent' || (value ?? 0) <= most || rung.kind) return rung;
    if (rises(rung.trigger)) return { ...rung, trigger: { ...rung.trigger, metric: 'absence' } };
    // "Absence reaches 50%" behind 10% and 20%: by itself half of all sessions is a height for attendance too.
    return ofAbsence(rung) ? { ...rung, trigger: { ...rung.trigger, metric: 'absence', op: '>=' } } : rung;
  });
}

function ofAbsence({ place: { line, start, end } }: Rung): boolean {
  return (
    ABSENCE_BEHIND.test(line.text.slice(end, end + 30)) ||
    ABSENCE_BEFORE.test(line.text.slice(Math.max(0, start - 30), start))
  );
}

const ABSENCE_BEHIND = /^\s*(?:or\s+(?:more|above)\s+)?(?:of\s+)?absen(?:ce|t)\b/i;
const ABSENCE_BEFORE = /\babsen(?:ce|t)\b[^.;:|%]{0,20}$/i;

function rises({ op }: Trigger): boolean {
  return op === '>=' || op === '>';
}
