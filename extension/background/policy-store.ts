import { browser } from 'wxt/browser';
import { z } from 'zod';
import { BundleError, readBundle } from '#core/bundle/read.ts';
import { type PolicyBundle, PolicyBundleSchema } from '#core/bundle/schema.ts';
import { POLICY_KEY, type PolicyNotice, type PolicySummary } from '../messages.ts';
import type { Managed } from './managed.ts';
import { sentenceAround } from './sentences.ts';

const StoredSchema = z.object({
  name: z.string(),
  ladder: PolicyBundleSchema.shape.ladder,
  sentences: z.array(z.string()),
  calendar: z.array(z.object({ date: z.string(), session: z.enum(['AM', 'PM']), open: z.boolean() })),
  school: z.string(),
  state: z.enum(['draft', 'approved']),
  on: z.string(),
});
export type StoredPolicy = z.infer<typeof StoredSchema>;

/** The policy in force: IT's, else the one that was chosen; null when there is none. */
export async function storedPolicy(managed: Managed): Promise<StoredPolicy | null> {
  if (managed.policyBundle !== undefined) {
    try {
      return toStored(readBundle(managed.policyBundle), 'set by your IT team');
    } catch (error) {
      if (!(error instanceof BundleError)) throw error;
      console.warn(`Rollmark: the policy set by IT cannot be used. ${error.message}`);
      return null;
    }
  }
  const read = StoredSchema.safeParse((await browser.storage.local.get(POLICY_KEY))[POLICY_KEY]);
  return read.success ? read.data : null;
}

/** Checks a bundle and keeps it. @throws BundleError with a sentence for the person who chose it */
export async function storePolicy(text: string, name: string): Promise<void> {
  await browser.storage.local.set({ [POLICY_KEY]: toStored(readBundle(text), name) });
}

export async function removePolicy(): Promise<void> {
  await browser.storage.local.remove(POLICY_KEY);
}

/** What is said of the policy beside a pupil. */
export function noticeOf({ ladder, sentences, school, state, on }: StoredPolicy): PolicyNotice {
  const byOffset = ladder.map(({ span }, index) => [String(span.start.offset), sentences[index] ?? ''] as const);
  return { school, state, on, sentences: Object.fromEntries(byOffset) };
}

export function summaryOf({ ladder, school, state, on, name }: StoredPolicy): PolicySummary {
  return { school, state, on, steps: ladder.length, from: name };
}

function toStored({ policy, ladder, calendar, published, source }: PolicyBundle, name: string): StoredPolicy {
  const school = policy.school ?? policy.trust ?? 'A school without a name';
  const sentences = ladder.map(({ span }) => sentenceAround(source.markdown, span));
  return { name, ladder, sentences, calendar: calendar ?? [], school, state: published.state, on: published.on };
}
