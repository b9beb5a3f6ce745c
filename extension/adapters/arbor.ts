import { defineAdapter, FROM_DOCUMENTS } from './adapter.ts';

/*
 * The host page, as public material describes it:
 * one ExtJS tree; the route stands in the query string ("/?/students-ui/…"), so neither path nor hash changes;
 * forms open as slide-overs above the tree; a present mark can be a tick without any text, which is never guessed.
 * Statutory ("roll call") marks are derived from lessons, and pupil pages open on lessons first.
 */
export const arbor = defineAdapter({
  id: 'arbor',
  name: 'Arbor',
  matches: ['https://*.uk.arbor.sc/*'],
  revised: '2026-11-21',
  evidence: FROM_DOCUMENTS,
  codes: 'national',
  pupilInLink: /\/student-id\/(\d{1,12})\b/,
  pages: [
    {
      what: 'Continuous Absence',
      heading: /\bcontinuous absence\b/i,
      landmarks: [],
      // Days with an absent mark in any lesson; U counts there as absent.
      counts: 'days',
      source: 'Arbor help centre, article 203797222',
    },
    {
      what: 'Attendance fines',
      heading: /\battendance fines\b/i,
      landmarks: [],
      counts: 'days',
      source: 'Arbor help centre, article 28590262808477: absence periods, not sessions of the year',
    },
  ],
});
