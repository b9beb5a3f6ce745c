import { dated } from './citation.ts';

/**
 * The day of the year ("09-08") by which schools in England have usually opened in the autumn. Schools and local
 * authorities set their own term dates, so this is custom and not law: term dates, where they are known, come first.
 */
export const termHasBegunBy = dated({
  from: null,
  value: '09-08',
  citation: {
    document: 'School term and holiday dates',
    edition: 'as published by local authorities',
    provision: 'first day of the autumn term',
    url: 'https://www.gov.uk/school-term-holiday-dates',
    inForceFrom: null,
    checkedOn: '2026-11-22',
    verified: false,
  },
});
