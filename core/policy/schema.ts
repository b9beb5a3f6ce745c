import { z } from 'zod';
import { SpanSchema } from '../text/schema.ts';
import { SEQUENCES } from './sequences.ts';

/** What a policy says, one fact for each place that says it. The shapes that other programs rely on. */

export const ConfidenceSchema = z.enum(['certain', 'likely', 'unsure']);
export type Confidence = z.infer<typeof ConfidenceSchema>;

const place = {
  /** 1-based line of the document. */
  line: z.int().min(1),
  span: SpanSchema,
  /** Exactly the document's text at `span`. */
  quote: z.string(),
  confidence: ConfidenceSchema,
};

export const TIME_FIELDS = [
  'gatesOpen',
  'gatesClose',
  'arriveBy',
  'schoolDayStart',
  'schoolDayEnd',
  'amRegisterOpens',
  'amRegisterMarkedBy',
  'amRegisterCloses',
  'pmRegisterOpens',
  'pmRegisterMarkedBy',
  'pmRegisterCloses',
  'reportAbsenceBy',
  'firstDayContactFrom',
  'breakStart',
  'lunchStart',
  'lunchEnd',
] as const;
export const TimeFieldSchema = z.enum(TIME_FIELDS);
export type TimeField = z.infer<typeof TimeFieldSchema>;

/** A clock time of 24 hours, 'HH:MM'. */
export const ClockSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

export const MetricSchema = z.enum([
  'attendance',
  'absence',
  'unauthorisedSessions',
  'unauthorisedDays',
  'consecutiveAbsenceDays',
  'absenceDays',
  'lateMarks',
  'sessions',
  'penaltyNotices',
]);
export type Metric = z.infer<typeof MetricSchema>;
export const OperatorSchema = z.enum(['<', '<=', '>=', '>']);
export type Operator = z.infer<typeof OperatorSchema>;
export const UnitSchema = z.enum(['percent', 'sessions', 'days', 'occurrences']);
export type Unit = z.infer<typeof UnitSchema>;
export const DurationUnitSchema = z.enum([
  'minutes',
  'hours',
  'days',
  'schoolDays',
  'workingDays',
  'weeks',
  'schoolWeeks',
  'halfTerms',
  'terms',
  'months',
  'years',
]);
export type DurationUnit = z.infer<typeof DurationUnitSchema>;

export const TimeFactSchema = z.object({
  kind: z.literal('time'),
  field: TimeFieldSchema,
  value: ClockSchema,
  /** A phase, year group or school that the time is for; absent: everyone. */
  scope: z.string().optional(),
  ...place,
});
export const ThresholdFactSchema = z.object({
  kind: z.literal('threshold'),
  metric: MetricSchema,
  op: OperatorSchema,
  value: z.number(),
  unit: UnitSchema,
  /** In words, "10 school weeks"; null when the text gives none. */
  window: z.string().nullable(),
  label: z.enum([
    'persistentAbsence',
    'severeAbsence',
    'target',
    'concern',
    'penaltyNotice',
    'missingEducation',
    'other',
  ]),
  scope: z.string().optional(),
  ...place,
});
export const CodeFactSchema = z.object({ kind: z.literal('code'), code: z.string(), meaning: z.string(), ...place });
export const PenaltyFactSchema = z.object({
  kind: z.literal('penalty'),
  amountGBP: z.number(),
  withinDays: z.int().nullable(),
  offence: z.enum(['first', 'second', 'unspecified']),
  ...place,
});
export const DateFactSchema = z.object({
  kind: z.literal('date'),
  field: z.enum(['approved', 'lastReviewed', 'nextReview', 'effective']),
  value: z.string().regex(/^\d{4}-\d{2}(?:-\d{2})?$/),
  ...place,
});
export const ReviewCycleFactSchema = z.object({ kind: z.literal('reviewCycle'), months: z.int().min(1), ...place });
export const RoleFactSchema = z.object({
  kind: z.literal('role'),
  role: z.enum(['attendanceChampion', 'attendanceOfficer', 'linkGovernor', 'headteacher', 'contact']),
  name: z.string(),
  /** The title as the document prints it. */
  title: z.string().optional(),
  ...place,
});
export const ContactFactSchema = z.object({
  kind: z.literal('contact'),
  for: z.enum(['absence', 'attendance', 'localAuthority']),
  phone: z.string().optional(),
  email: z.string().optional(),
  ...place,
});
export const TargetFactSchema = z.object({ kind: z.literal('target'), value: z.number(), ...place });
export const MisFactSchema = z.object({ kind: z.literal('mis'), name: z.string(), ...place });
export const LegalReferenceFactSchema = z.object({
  kind: z.literal('legalReference'),
  title: z.string(),
  /** The id of the instrument in core/guidance/documents.ts, when it is one that we know. */
  canonical: z.string().optional(),
  ...place,
});
export const RetentionFactSchema = z.object({ kind: z.literal('retention'), years: z.number(), ...place });
export const DurationFactSchema = z.object({
  kind: z.literal('duration'),
  what: z.string(),
  value: z.number(),
  unit: DurationUnitSchema,
  ...place,
});
export const EquivalenceFactSchema = z.object({
  kind: z.literal('equivalence'),
  attendancePercent: z.number().optional(),
  days: z.number().optional(),
  sessions: z.number().optional(),
  weeks: z.number().optional(),
  lessons: z.number().optional(),
  ...place,
});

export const FactSchema = z.discriminatedUnion('kind', [
  TimeFactSchema,
  ThresholdFactSchema,
  CodeFactSchema,
  PenaltyFactSchema,
  DateFactSchema,
  ReviewCycleFactSchema,
  RoleFactSchema,
  ContactFactSchema,
  TargetFactSchema,
  MisFactSchema,
  LegalReferenceFactSchema,
  RetentionFactSchema,
  DurationFactSchema,
  EquivalenceFactSchema,
]);
export type Fact = z.infer<typeof FactSchema>;
export type FactKind = Fact['kind'];
export type FactOf<K extends FactKind> = Extract<Fact, { kind: K }>;

/** When a step of a ladder begins. Everything given must hold; `anyOf`: one of them is enough. */
export interface Trigger {
  metric?: Metric | undefined;
  op?: Operator | undefined;
  value?: number | undefined;
  unit?: Unit | undefined;
  window?: string | null | undefined;
  /** Attendance percentages, low end first. */
  band?: [number, number] | undefined;
  /** The order of an earlier step of the same sequence, "9a" for a sub-step. */
  afterStep?: number | string | undefined;
  /** Words that only a person can judge. */
  condition?: string | undefined;
  anyOf?: Trigger[] | undefined;
}
export const TriggerSchema: z.ZodType<Trigger> = z.lazy(() =>
  z.object({
    metric: MetricSchema.optional(),
    op: OperatorSchema.optional(),
    value: z.number().optional(),
    unit: UnitSchema.optional(),
    window: z.string().nullable().optional(),
    band: z.tuple([z.number(), z.number()]).optional(),
    afterStep: z.union([z.number(), z.string()]).optional(),
    condition: z.string().optional(),
    anyOf: z.array(TriggerSchema).optional(),
  }),
);

export { SEQUENCES };
export const SequenceSchema = z.enum(SEQUENCES);
export type Sequence = z.infer<typeof SequenceSchema>;

/** A figure among the steps of a ladder that no step was read from. */
export const UnreadRungSchema = z.object({
  trigger: TriggerSchema,
  line: z.int().min(1),
  span: SpanSchema,
  /** Exactly the document's text at `span`. */
  quote: z.string(),
});

export const StepSchema = z.object({
  /** The printed number, else the position in its sequence, from 1. */
  order: z.number(),
  sub: z.string().optional(),
  sequence: SequenceSchema,
  title: z.string(),
  kind: z.enum(['reward', 'universal']).optional(),
  trigger: TriggerSchema,
  actions: z.array(z.string()),
  /** Indexes of the actions that are enforcement. */
  enforcement: z.array(z.int().min(0)),
  actor: z.string().optional(),
  monitoring: z.object({ value: z.number(), unit: DurationUnitSchema }).optional(),
  /** Attendance percentage that the step asks for. */
  target: z.number().optional(),
  /** Figures behind this step, before the next one, that may be a step of their own: pupils past one are shown no step. */
  unread: z.array(UnreadRungSchema).optional(),
  ...place,
});
export type Step = z.infer<typeof StepSchema>;

export const PlaceholderSchema = z.object({
  kind: z.enum(['fill', 'choice', 'optional', 'note']),
  /** One name for all occurrences of one meaning. */
  field: z.string(),
  expects: z.enum(['name', 'time', 'contact', 'choice', 'text', 'instruction']),
  options: z.array(z.string()).optional(),
  text: z.string(),
  line: z.int().min(1),
  span: SpanSchema,
});
export type Placeholder = z.infer<typeof PlaceholderSchema>;

/** What the document leaves open or says two ways. */
export const QuestionSchema = z.object({
  id: z.string(),
  /** The question in a sentence, for a trust lead. */
  asks: z.string(),
  candidates: z.array(z.object({ answer: z.string(), line: z.int().min(1), span: SpanSchema, quote: z.string() })),
  /** What depends on the answer, in words. */
  affects: z.string(),
  /** Where the question stands in the document. */
  line: z.int().min(1),
  span: SpanSchema,
});
export type Question = z.infer<typeof QuestionSchema>;

export const DocumentKindSchema = z.enum(['policy', 'template', 'ladder', 'page']);
export type DocumentKind = z.infer<typeof DocumentKindSchema>;

/** A value of the resolved policy with the facts (indexes into `facts`) that it came from. */
const sourced = <T extends z.ZodType>(value: T) =>
  z.object({ value, scope: z.string().optional(), facts: z.array(z.int().min(0)) });
/** Where the document says two, both stand here and a conflict lists them. */
const times = z.array(sourced(ClockSchema));

export const ConflictSchema = z.object({
  /** The path in the resolved policy, "registers.am.closes". */
  path: z.string(),
  values: z.array(sourced(z.string())),
});
export type Conflict = z.infer<typeof ConflictSchema>;

const register = z.object({ opens: times, markedBy: times, closes: times });
const dated = z.array(sourced(z.string()));

/** The resolved view: what the other parts of Rollmark use. */
export const AttendancePolicySchema = z.object({
  schemaVersion: z.literal(1),
  school: z.string().optional(),
  trust: z.string().optional(),
  day: z.object({
    gatesOpen: times,
    gatesClose: times,
    arriveBy: times,
    start: times,
    end: times,
    breakStart: times,
    lunchStart: times,
    lunchEnd: times,
  }),
  registers: z.object({ am: register, pm: register }),
  reporting: z.object({ absenceBy: times, firstDayContactFrom: times, contacts: z.array(sourced(z.string())) }),
  people: z.array(z.object({ role: RoleFactSchema.shape.role, name: z.string(), facts: z.array(z.int().min(0)) })),
  codes: z.array(z.object({ code: z.string(), meaning: z.string(), facts: z.array(z.int().min(0)) })),
  thresholds: z.array(
    z.object({
      metric: MetricSchema,
      op: OperatorSchema,
      value: z.number(),
      unit: UnitSchema,
      window: z.string().nullable(),
      label: ThresholdFactSchema.shape.label,
      facts: z.array(z.int().min(0)),
    }),
  ),
  /** Indexes into `escalation`, by sequence, in the order of the document. */
  ladder: z.array(z.object({ sequence: SequenceSchema, steps: z.array(z.int().min(0)) })),
  penalties: z.array(
    z.object({
      amountGBP: z.number(),
      withinDays: z.int().nullable(),
      offence: PenaltyFactSchema.shape.offence,
      facts: z.array(z.int().min(0)),
    }),
  ),
  leave: z.object({ requestNotice: z.array(sourced(z.string())) }),
  review: z.object({
    approved: dated,
    lastReviewed: dated,
    next: dated,
    effective: dated,
    cycleMonths: z.array(sourced(z.int())),
  }),
  legalReferences: z.array(
    z.object({ title: z.string(), canonical: z.string().optional(), facts: z.array(z.int().min(0)) }),
  ),
  mis: z.array(sourced(z.string())),
  retentionYears: z.array(sourced(z.number())),
  targets: z.array(sourced(z.number())),
  conflicts: z.array(ConflictSchema),
});
export type AttendancePolicy = z.infer<typeof AttendancePolicySchema>;

export const ParsedPolicySchema = z.object({
  schemaVersion: z.literal(1),
  document: z.object({
    title: z.string().nullable(),
    school: z.string().nullable(),
    trust: z.string().nullable(),
    sha256: z.string(),
    kind: DocumentKindSchema,
  }),
  facts: z.array(FactSchema),
  escalation: z.array(StepSchema),
  placeholders: z.array(PlaceholderSchema),
  policy: AttendancePolicySchema,
  questions: z.array(QuestionSchema),
});
/** What `rollmark parse --format json` prints. */
export type ParsedPolicy = z.infer<typeof ParsedPolicySchema>;
