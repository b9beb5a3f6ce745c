import { defineAdapter, FROM_DOCUMENTS } from './adapter.ts';

/*
 * The host page, as public material describes it:
 * ASP.NET pages under /Nucleus/; routines share one address and differ in "?page="; tabs of a pupil stand in the hash;
 * tables are Kendo grids, which draw headings and rows as separate tables, and locked columns as further ones.
 */
export const bromcom = defineAdapter({
  id: 'bromcom',
  name: 'Bromcom',
  matches: ['https://cloudmis.bromcom.com/*'],
  revised: '2026-11-21',
  evidence: FROM_DOCUMENTS,
  codes: 'national',
  pupilInLink: /[?&]StudentIDs=(\d{1,12})\b/i,
  pages: [
    {
      what: 'A routine with a grid',
      address: /^\/Nucleus\/UI\/Areas\/Framework\/Routines\.aspx\?/i,
      landmarks: [{ selector: 'table.k-selectable, .k-grid table', atLeast: 1, note: 'a Kendo grid' }],
      counts: null,
      source: 'public test suites that drive /Nucleus/ pages',
    },
  ],
});
