import { logState } from '../log/log.ts';
import type { Settings } from '../messages.ts';
import { allLessons } from '../teaching/lessons.ts';
import { localDay } from '../today.ts';
import { isAllowed, type Managed } from './managed.ts';
import { allPolicies, summaryOf } from './policies.ts';
import { readSites } from './sites.ts';
import { typedTerms } from './typed-terms.ts';

/** Everything that the popup and the options page show. */
export async function readSettings(managed: Managed): Promise<Settings> {
  const today = localDay();
  const [policies, sites, typed, lessons, log] = await Promise.all([
    allPolicies(managed),
    readSites(),
    typedTerms(),
    allLessons(),
    logState(today),
  ]);
  const terms = managed.terms
    ? { ...managed.terms, from: 'it' as const }
    : { ...typed, from: typed.terms.length > 0 ? ('typed' as const) : null };
  return {
    policies: policies.usable.map((policy) => summaryOf(policy, today)),
    missing: policies.missing,
    // What IT allows no more is off, whoever turned it on.
    sites: sites.filter((pattern) => isAllowed(pattern, managed)),
    locked: managed.locked,
    allowedOrigins: managed.allowedOrigins,
    terms,
    lessons,
    log,
    disabledAdapters: managed.disabledAdapters,
    problems: managed.problems,
  };
}
