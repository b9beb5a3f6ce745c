import { isSameSchool } from '../schools/same-school.ts';
import type { AssignedPolicy } from './stored-policy.ts';

/** The policy for one page, or why there is none. */
export type Choice<P> = { policy: P } | { why: string };

/**
 * The one policy for a page of `site` that names `schools`. A policy for this site alone comes before one for every
 * site; where the page names a school, the policy must be that school's; more than one that fits is none.
 */
export function choosePolicy<P extends AssignedPolicy>(
  policies: readonly P[],
  site: string,
  schools: readonly string[],
): Choice<P> {
  if (policies.length === 0) {
    return { why: 'No policy is chosen yet. Open Rollmark’s options and choose your school’s policy bundle.' };
  }
  const own = policies.filter((policy) => policy.site === site);
  const here = own.length > 0 ? own : policies.filter((policy) => policy.site === null);
  if (here.length === 0) return { why: 'No policy is chosen for this site. Open Rollmark’s options and choose one.' };
  const named = here.filter(
    (policy) => policy.namesSchool && schools.some((name) => isSameSchool(name, policy.school)),
  );
  if (named.length === 1 && named[0]) return { policy: named[0] };
  if (named.length > 1) {
    return { why: `More than one policy fits this page (${listed(named)}). Remove one in Rollmark’s options.` };
  }
  const forAny = here.filter(({ anySchool, namesSchool }) => anySchool || !namesSchool);
  const [open] = forAny;
  if (open && forAny.length === 1) return { policy: open };
  const [only] = here;
  if (only && here.length === 1 && schools.length === 0) return { policy: only };
  if (schools.length === 0) {
    return { why: `There are policies of ${listed(here)}, and the page does not say which school it shows.` };
  }
  return {
    why: `This page names ${list(schools.slice(0, 3))}, and the policy chosen is that of ${listed(here)}. No step is shown.`,
  };
}

function listed(policies: readonly AssignedPolicy[]): string {
  return list(policies.slice(0, 4).map(({ school }) => school));
}

function list(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
