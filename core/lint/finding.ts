import { z } from 'zod';
import { SpanSchema } from '../text/schema.ts';
import { SEVERITIES } from './severity.ts';

export const SeveritySchema = z.enum(SEVERITIES);
export type Severity = z.infer<typeof SeveritySchema>;
/** Law · statutory guidance · good practice · the document against itself. */
export const DutySchema = z.enum(['must', 'should', 'good', 'internal']);
export type DutyLevel = z.infer<typeof DutySchema>;

export const CitationSchema = z.object({
  document: z.string(),
  edition: z.string(),
  provision: z.string(),
  url: z.string(),
  inForceFrom: z.string().nullable(),
  checkedOn: z.string(),
  verified: z.boolean(),
});
export type Citation = z.infer<typeof CitationSchema>;

export const EditSchema = z.object({ span: SpanSchema, text: z.string() });
export type Edit = z.infer<typeof EditSchema>;
export const FixSchema = z.object({ title: z.string(), edits: z.array(EditSchema).min(1) });
export type Fix = z.infer<typeof FixSchema>;

export const FindingSchema = z.object({
  file: z.string(),
  ruleId: z.string(),
  topic: z.string(),
  severity: SeveritySchema,
  duty: DutySchema,
  message: z.string(),
  line: z.int().min(1),
  column: z.int().min(1),
  endLine: z.int().min(1),
  endColumn: z.int().min(1),
  span: SpanSchema,
  citations: z.array(CitationSchema),
  fixes: z.array(FixSchema),
  related: z.array(z.object({ line: z.int().min(1), message: z.string() })),
});
export type Finding = z.infer<typeof FindingSchema>;

export const DutyStatusSchema = z.object({
  file: z.string(),
  id: z.string(),
  what: z.string(),
  status: z.enum(['met', 'partly', 'missing', 'contradicted']),
  evidence: z.array(z.object({ line: z.int().min(1), quote: z.string() })),
  citation: CitationSchema,
});
/** A row of the crosswalk: one duty of the guidance and where the policy meets it. */
export type DutyStatus = z.infer<typeof DutyStatusSchema>;

export const LintReportSchema = z.object({
  schemaVersion: z.literal(1),
  asOf: z.string(),
  findings: z.array(FindingSchema),
  crosswalk: z.array(DutyStatusSchema),
  suppressed: z.array(FindingSchema),
});
/** What `rollmark lint --format json` prints. */
export type LintReport = z.infer<typeof LintReportSchema>;
