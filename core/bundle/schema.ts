import { z } from 'zod';
import { AttendancePolicySchema, FactSchema, StepSchema } from '../policy/schema.ts';
import { BUNDLE_VERSION } from './migrate.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** `policy.json`: what `rollmark publish` writes and the browser extension loads. Data only. */
export const PolicyBundleSchema = z.object({
  schemaVersion: z.literal(BUNDLE_VERSION),
  policy: AttendancePolicySchema,
  ladder: z.array(StepSchema),
  facts: z.array(FactSchema),
  calendar: z.array(z.object({ date: day, session: z.enum(['AM', 'PM']), open: z.boolean() })).optional(),
  source: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), markdown: z.string() }),
  rulebook: z.object({ version: z.string(), checkedOn: day }),
  published: z.object({ on: day, state: z.enum(['draft', 'approved']), by: z.string().optional() }),
  /** SHA-256 of everything else: see digest.ts. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});
export type PolicyBundle = z.infer<typeof PolicyBundleSchema>;
