import { signal } from '@preact/signals';
import * as z from 'zod/mini';
import type { LintSettings } from '#core/lint/lint.ts';

/** What kind of school the policy is for: some rules hold for one kind alone. Remembered in this browser. */

const KEY = 'rollmark.school';
export const TYPE_KEYS = ['unknown', 'academy', 'maintained', 'independent'] as const;
export const PHASE_KEYS = ['unknown', 'primary', 'secondary', 'special', 'all-through'] as const;
const SchoolSchema = z.object({
  schoolType: z._default(z.enum(TYPE_KEYS), 'unknown'),
  phase: z._default(z.enum(PHASE_KEYS), 'unknown'),
});
export type School = z.infer<typeof SchoolSchema>;

export const school = signal<School>({ schoolType: 'unknown', phase: 'unknown' });

/** Takes what was chosen at the last visit. */
export function startSchool(): void {
  try {
    const kept = SchoolSchema.safeParse(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
    if (kept.success) school.value = kept.data;
  } catch {
    // Nothing kept, or nothing that can be read: the rules are worded for every kind of school.
    return;
  }
}

/** Chooses and remembers. */
export function chooseSchool(part: Partial<School>): void {
  school.value = { ...school.peek(), ...part };
  try {
    localStorage.setItem(KEY, JSON.stringify(school.peek()));
  } catch {
    // Without storage the choice lasts until the tab closes.
    return;
  }
}

/** The choice as the rule book takes it. */
export function lintSettings(): LintSettings {
  const { schoolType, phase } = school.peek();
  return { schoolType, ...(phase === 'unknown' ? {} : { phase }) };
}
