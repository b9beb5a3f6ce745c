import { browser } from 'wxt/browser';
import { z } from 'zod';
import { BundleError, readBundle } from '#core/bundle/read.ts';
import { type PolicyBundle, PolicyBundleSchema } from '#core/bundle/schema.ts';
import { POLICY_KEY, type PolicySummary, type ReaderPolicy } from '../messages.ts';
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
type Stored = z.infer<typeof StoredSchema>;

/** The policy in force: IT's, else the one that was chosen; null when there is none. */
export async function storedPolicy(managed: Managed): Promise<Stored | null> {
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

/** The part that pages need. */
export function forReader({ ladder, sentences, calendar, school, state, on }: Stored): ReaderPolicy {
  return { school, state, on, steps: ladder, sentences, calendar };
}

export function summaryOf({ ladder, school, state, on, name }: Stored): PolicySummary {
  return { school, state, on, steps: ladder.length, from: name };
}

function toStored({ policy, ladder, calendar, published, source }: PolicyBundle, name: string): Stored {
  const school = policy.school ?? policy.trust ?? 'A school without a name';
  const sentences = ladder.map(({ span }) => sentenceAround(source.markdown, span));
  return { name, ladder, sentences, calendar: calendar ?? [], school, state: published.state, on: published.on };
}
