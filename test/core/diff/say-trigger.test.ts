import { expect, it } from 'vitest';
import { sayTrigger } from '#core/diff/steps.ts';
import type { Trigger } from '#core/policy/schema.ts';

it.each<[Trigger, string]>([
  [{ band: [90, 95] }, 'from 90% to 95%'],
  [{ band: [90, 95], metric: 'attendance', op: '<', value: 95, unit: 'percent' }, 'from 90% to below 95%'],
  [{ band: [90, 95], window: 'half term' }, 'from 90% to 95% in half term'],
  [{ metric: 'attendance', op: '<', value: 95, unit: 'percent', window: '6 weeks' }, 'below 95% in 6 weeks'],
  [{ metric: 'absence', op: '>=', value: 10, unit: 'percent' }, 'at absence at or above 10%'],
  [{ afterStep: 2, window: '3 weeks' }, 'after step 2, 3 weeks later'],
])('%j is told as %s, so that another time is another meaning', (trigger, said) => {
  expect(sayTrigger(trigger)).toBe(said);
});
