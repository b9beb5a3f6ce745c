import { z } from 'zod';
import { isDay } from '../attendance/day.ts';
import { SeveritySchema } from '../lint/finding.ts';

/** What a client may set, as `initializationOptions` or under "rollmark" in its configuration. */
export const ServerSettingsSchema = z.object({
  /** Rules of that day; today where it is not given. */
  asOf: z.string().refine(isDay, 'write a day such as 2026-09-01').optional(),
  schoolType: z.enum(['maintained', 'academy', 'independent', 'unknown']).optional(),
  phase: z.enum(['primary', 'secondary', 'special', 'all-through']).optional(),
  severities: z.record(z.string(), z.union([SeveritySchema, z.literal('off')])).optional(),
});
export type ServerSettings = z.infer<typeof ServerSettingsSchema>;

/** The settings, or a sentence that says which of them is wrong. */
export function readSettings(given: unknown): ServerSettings | { problem: string } {
  const result = ServerSettingsSchema.safeParse(given ?? {});
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  return {
    problem: `Rollmark: the setting "${issue?.path.join('.') ?? ''}" is not understood (${issue?.message ?? ''}).`,
  };
}
