import { defineAdapter, FROM_DOCUMENTS } from './adapter.ts';

/*
 * The host page, as public material describes it:
 * staff pages under /Main/; portals for parents and students are single-page applications with the route in the hash.
 * Independent schools define their own registration codes, so a letter there may mean something else than nationally.
 */
export const isams = defineAdapter({
  id: 'isams',
  name: 'iSAMS',
  matches: ['https://*.isamshosting.cloud/*'],
  revised: '2026-11-21',
  evidence: FROM_DOCUMENTS,
  codes: 'own',
  pages: [],
});
