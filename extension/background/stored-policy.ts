import { z } from 'zod';
import type { Day } from '#core/attendance/day.ts';
import { readBundle } from '#core/bundle/read.ts';
import { PolicyBundleSchema } from '#core/bundle/schema.ts';
import { sha256 } from '#core/text/sha256.ts';
import type { PolicyNotice } from '../messages.ts';
import { sentenceAround } from './sentences.ts';
import type { TermsInForce } from './terms.ts';

/** What is kept of a bundle: what judging and showing need, and not its text. */
export const KeptPolicySchema = z.object({
  id: z.string(),
  /** The file that it came from, its address, or IT. */
  name: z.string(),
  ladder: PolicyBundleSchema.shape.ladder,
  sentences: z.array(z.string()),
  calendar: z.array(z.object({ date: z.string(), session: z.enum(['AM', 'PM']), open: z.boolean() })),
  school: z.string(),
  /** False: the policy names its trust alone, so it is for every school. */
  namesSchool: z.boolean(),
  state: z.enum(['draft', 'approved']),
  on: z.string(),
  /** Days or months on which the policy says that it is to be reviewed next. */
  reviews: z.array(z.string()),
});
export type KeptPolicy = z.infer<typeof KeptPolicySchema>;

/** A policy with the pages that it is for. */
export interface AssignedPolicy extends KeptPolicy {
  /** The only site that it is for, as a match pattern; null: every site. */
  site: string | null;
  /** Used whatever school a page names. */
  anySchool: boolean;
  byIt: boolean;
  address: string | null;
}

/** Checks a bundle and takes from it what is kept. @throws BundleError with a sentence for the person who chose it */
export function keptFrom(text: string, name: string): KeptPolicy {
  const { policy, ladder, calendar, published, source } = readBundle(text);
  return {
    id: sha256(source.sha256 + published.on + name).slice(0, 16),
    name,
    ladder,
    sentences: ladder.map(({ span }) => sentenceAround(source.markdown, span)),
    calendar: calendar ?? [],
    school: policy.school ?? policy.trust ?? 'A school without a name',
    namesSchool: policy.school !== undefined,
    state: published.state,
    on: published.on,
    reviews: policy.review.next.map(({ value }) => value),
  };
}

/** The review that was due before the day, when none is still to come; null otherwise. */
export function overdueReview({ reviews }: KeptPolicy, today: Day): string | null {
  const lastDay = (value: string): string => (value.length === 7 ? `${value}-31` : value);
  const [latest] = [...reviews].sort((a, b) => (lastDay(a) < lastDay(b) ? 1 : -1));
  return latest !== undefined && lastDay(latest) < today ? latest : null;
}

/** What is said of the policy beside a pupil. */
export function noticeOf(policy: KeptPolicy, today: Day, terms: TermsInForce, log: boolean): PolicyNotice {
  const { ladder, sentences, school, state, on } = policy;
  const byOffset = ladder.map(({ span }, index) => [String(span.start.offset), sentences[index] ?? ''] as const);
  return {
    school,
    state,
    on,
    reviewOverdue: overdueReview(policy, today),
    termDates: terms.from,
    log,
    sentences: Object.fromEntries(byOffset),
    steps: log ? [...new Set(ladder.filter(({ kind }) => kind === undefined).map(({ title }) => title))] : [],
  };
}
