import type { Metric } from '../schema.ts';
import type { Rung } from './rung.ts';

/**
 * "After 4 late marks in a half term …. After 8 …": counts that rise from one with its time are of that time, said once.
 * Without it eight late marks of a whole year would do.
 */
export function withCarriedWindows(rungs: readonly Rung[]): Rung[] {
  const firsts = new Map<Metric, { readonly window: string | null | undefined; readonly value: number }>();
  return rungs.map((rung) => {
    const { metric, value, unit, window, afterStep } = rung.trigger;
    if (metric === undefined || value === undefined || unit === 'percent' || afterStep !== undefined) return rung;
    const first = firsts.get(metric);
    if (!first) firsts.set(metric, { window, value });
    if (!first?.window || window !== undefined || value <= first.value || !LONG.test(first.window)) return rung;
    return { ...rung, trigger: { ...rung.trigger, window: first.window } };
  });
}

// Ten marks of one week would be every session of it: a week is not carried on.
const LONG = /\bterm\b/i;
