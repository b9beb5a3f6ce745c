import { browser } from 'wxt/browser';
import { z } from 'zod';
import type { Day } from '#core/attendance/day.ts';
import { BundleError } from '#core/bundle/read.ts';
import type { MissingPolicy, PolicySummary } from '../messages.ts';
import { fetchBundle } from './fetch-bundle.ts';
import { keep, listOf, StorageFault } from './keep.ts';
import { type Managed, type ManagedPolicy, patternOfOrigin } from './managed.ts';
import { type AssignedPolicy, type KeptPolicy, KeptPolicySchema, keptFrom, overdueReview } from './stored-policy.ts';

/** A policy that a person chose: a file, or an address to fetch from. */
const ChosenSchema = z.object({
  policy: KeptPolicySchema.nullable(),
  address: z.string().nullable(),
  site: z.string().nullable(),
  anySchool: z.boolean(),
});
type Chosen = z.infer<typeof ChosenSchema>;
const chosen = keep('policies', listOf(ChosenSchema), []);

/** What an address gave last: the last good policy stays, whatever the later tries say. */
const FetchedSchema = z.object({
  address: z.string(),
  policy: KeptPolicySchema.nullable(),
  fetchedOn: z.string().nullable(),
  triedAt: z.number(),
  problem: z.string().nullable(),
});
type FetchedPolicy = z.infer<typeof FetchedSchema>;
const fetched = keep('fetched', listOf(FetchedSchema), []);

const FETCH_EVERY_MS = 24 * 3_600_000;
const AGAIN_AFTER_FAILURE_MS = 15 * 60_000;
const BY_IT = 'set by your IT team';

/** Addresses that are being asked for: the frames of a page all want the same policy at once. */
const underWay = new Set<string>();
/** Answers that the browser had no room for: when they came, and the sentence that says so. */
const unkept = new Map<string, { triedAt: number; problem: string }>();

/** The policies that can be used, and those that are named and are not to be had. */
export interface Policies {
  usable: (AssignedPolicy & { fetchedOn: Day | null; problem: string | null })[];
  missing: MissingPolicy[];
}

/** Every policy in force: IT's where IT names any, else those that a person chose. */
export async function allPolicies(managed: Managed): Promise<Policies> {
  const store = await fetched.read();
  const sources: Source[] =
    managed.policies.length > 0 ? managed.policies.map(sourceOfIt) : (await chosen.read()).map(sourceOfPerson);
  const policies: Policies = { usable: [], missing: [] };
  for (const source of sources) {
    const { site, anySchool, byIt, address, name } = source;
    const last = address === null ? null : store.find((one) => one.address === address);
    const policy = address === null ? source.policy : (last?.policy ?? null);
    const problem = (address === null ? source.problem : (unkept.get(address) ?? last)?.problem) ?? null;
    if (policy)
      policies.usable.push({
        ...policy,
        name,
        site,
        anySchool,
        byIt,
        address,
        fetchedOn: last?.fetchedOn ?? null,
        problem,
      });
    else
      policies.missing.push({
        from: name,
        byIt,
        address,
        problem: problem ?? 'It is being fetched.',
        needs: await neededFor(address),
      });
  }
  return policies;
}

/** Fetches what is named by address and has not come for a day; `all`: whatever its age. @throws StorageFault with `all` */
export async function refresh(managed: Managed, today: Day, all = false): Promise<void> {
  const sources =
    managed.policies.length > 0
      ? managed.policies.map(({ address }) => address ?? null)
      : (await chosen.read()).map(({ address }) => address);
  const named = [...new Set(sources.filter((address) => address !== null))];
  const store = await fetched.read();
  const now = Date.now();
  const due = named.filter((address) => {
    const last = unkept.get(address) ?? store.find((one) => one.address === address);
    const wait = last?.problem ? AGAIN_AFTER_FAILURE_MS : FETCH_EVERY_MS;
    return all || (!underWay.has(address) && (!last || now - last.triedAt > wait || now < last.triedAt));
  });
  for (const address of due) {
    underWay.add(address);
    try {
      await keepFetched(address, await tryFetch(address), { today, now });
      unkept.delete(address);
    } catch (error) {
      if (!(error instanceof StorageFault)) throw error;
      unkept.set(address, { triedAt: now, problem: error.message });
      if (all) throw error;
    } finally {
      underWay.delete(address);
    }
  }
  // What nobody names any more is forgotten.
  if (store.some(({ address }) => !named.includes(address)))
    await fetched.change((before) => before.filter(({ address }) => named.includes(address)));
}

async function keepFetched(
  address: string,
  answer: { policy: KeptPolicy } | { problem: string },
  { today, now }: { today: Day; now: number },
): Promise<void> {
  await fetched.change((before) => {
    const last = before.find((one) => one.address === address);
    const next: FetchedPolicy =
      'policy' in answer
        ? { address, policy: answer.policy, fetchedOn: today, triedAt: now, problem: null }
        : {
            address,
            policy: last?.policy ?? null,
            fetchedOn: last?.fetchedOn ?? null,
            triedAt: now,
            problem: answer.problem,
          };
    return [...before.filter((one) => one.address !== address), next];
  });
}

/** Checks a bundle and keeps it, in place of the one of the same school and site. @throws BundleError */
export async function storePolicy(text: string, name: string): Promise<void> {
  const policy = keptFrom(text, name);
  await chosen.change((before) => [
    ...before.filter((one) => one.policy?.school !== policy.school || one.site !== null),
    { policy, address: null, site: null, anySchool: false },
  ]);
}

/** Names an address to fetch a policy from. */
export async function storeAddress(address: string): Promise<void> {
  await chosen.change((before) => [
    ...before.filter((one) => one.address !== address),
    { policy: null, address, site: null, anySchool: false },
  ]);
}

export async function assignPolicy(id: string, site: string | null, anySchool: boolean): Promise<void> {
  await chosen.change((before) => before.map((one) => (idOf(one) === id ? { ...one, site, anySchool } : one)));
}

export async function removePolicy(id: string): Promise<void> {
  await chosen.change((before) => before.filter((one) => idOf(one) !== id));
}

/** A policy as the options page lists it. */
export function summaryOf(policy: Policies['usable'][number], today: Day): PolicySummary {
  const { id, school, state, on, ladder, name, byIt, site, anySchool, address, fetchedOn, problem } = policy;
  return {
    id: address ?? id,
    school,
    state,
    on,
    reviewOverdue: overdueReview(policy, today),
    steps: ladder.length,
    from: name,
    byIt,
    site,
    anySchool: anySchool || !policy.namesSchool,
    address,
    fetchedOn,
    problem,
  };
}

interface Source extends Pick<AssignedPolicy, 'site' | 'anySchool' | 'byIt' | 'address' | 'name'> {
  policy: KeptPolicy | null;
  problem: string | null;
}

function sourceOfIt({ origin, anySchool = false, bundle, address: named }: ManagedPolicy): Source {
  const address = named ?? null;
  const site = origin === undefined ? null : patternOfOrigin(origin);
  const name = address ?? BY_IT;
  const answer = bundle === undefined ? null : tryKeep(bundle, BY_IT);
  const policy = answer && 'policy' in answer ? answer.policy : null;
  const problem = answer && 'problem' in answer ? answer.problem : null;
  return { site, anySchool, byIt: true, address, name, policy, problem };
}

function sourceOfPerson({ policy, address, site, anySchool }: Chosen): Source {
  return { site, anySchool, byIt: false, address, name: address ?? policy?.name ?? '', policy, problem: null };
}

function idOf({ policy, address }: Chosen): string {
  return address ?? policy?.id ?? '';
}

async function tryFetch(address: string): Promise<{ policy: KeptPolicy } | { problem: string }> {
  const answer = await fetchBundle(address);
  return 'problem' in answer ? answer : tryKeep(answer.text, address);
}

function tryKeep(text: string, name: string): { policy: KeptPolicy } | { problem: string } {
  try {
    return { policy: keptFrom(text, name) };
  } catch (error) {
    if (!(error instanceof BundleError)) throw error;
    return { problem: error.message };
  }
}

/** The site that the browser must be asked for before its address can be read; null: none, or it was already. */
async function neededFor(address: string | null): Promise<string | null> {
  if (address === null || !URL.canParse(address)) return null;
  const pattern = `https://${new URL(address).hostname}/*`;
  return (await browser.permissions.contains({ origins: [pattern] })) ? null : pattern;
}
