import { type Citation, dated } from './citation.ts';

/** National figures for attendance in England, each with its dates and the place that sets it. Law is data. */

const CHECKED = '2026-11-21';

const WORKING_TOGETHER = {
  document: 'Working together to improve school attendance',
  edition: 'July 2026',
  url: 'https://www.gov.uk/government/publications/working-together-to-improve-school-attendance',
  inForceFrom: '2024-08-19',
  checkedOn: CHECKED,
};
const PENALTY_REGULATIONS = {
  document: 'Education (Penalty Notices) (England) Regulations 2007 (SI 2007/1867)',
  edition: 'as amended by SI 2024/210',
  url: 'https://www.legislation.gov.uk/uksi/2024/210',
  inForceFrom: '2024-08-19',
  checkedOn: CHECKED,
};
const REGISTRATION_REGULATIONS = {
  document: 'School Attendance (Pupil Registration) (England) Regulations 2024 (SI 2024/208)',
  edition: '2024',
  url: 'https://www.legislation.gov.uk/uksi/2024/208',
  inForceFrom: '2024-08-19',
  checkedOn: CHECKED,
};
const ABSENCE_STATISTICS = {
  document: 'Pupil absence in schools in England: methodology',
  edition: 'explore education statistics',
  url: 'https://explore-education-statistics.service.gov.uk/methodology/pupil-absence-in-schools-in-england',
  checkedOn: CHECKED,
};

function guidance(provision: string, verified: boolean): Citation {
  return { ...WORKING_TOGETHER, provision, verified };
}
function registration(provision: string, verified: boolean): Citation {
  return { ...REGISTRATION_REGULATIONS, provision, verified };
}
function statistics(provision: string, inForceFrom: string | null, verified: boolean): Citation {
  return { ...ABSENCE_STATISTICS, provision, inForceFrom, verified };
}

/** A pupil is persistently absent from this share of their own possible sessions missed (percent, inclusive). */
export const persistentAbsencePercent = dated(
  { from: '2015-08-01', value: 10, citation: statistics('persistent absence: 10% or more missed', '2015-08-01', true) },
  { from: '2010-08-01', value: 15, citation: statistics('persistent absence until 2014/15', '2010-08-01', true) },
  { from: '2005-08-01', value: 20, citation: statistics('persistent absence until 2009/10', '2005-08-01', true) },
);

/** A pupil is severely absent from this share of their own possible sessions missed (percent, inclusive). */
export const severeAbsencePercent = dated({
  from: null,
  value: 50,
  citation: statistics('severe absence: 50% or more missed', null, true),
});

/** The national threshold: so many unauthorised sessions in a rolling number of school weeks. */
export interface PenaltyThreshold {
  sessions: number;
  schoolWeeks: number;
}
export const penaltyThreshold = dated<PenaltyThreshold>({
  from: '2024-08-19',
  value: { sessions: 10, schoolWeeks: 10 },
  citation: guidance('chapter 6, National Framework for Penalty Notices: the national threshold', true),
});

/** How many penalty notices one parent may get for one child, and in how many years. */
export interface PenaltyLimit {
  notices: number;
  years: number;
}
export const penaltyLimit = dated<PenaltyLimit>({
  from: '2024-08-19',
  value: { notices: 2, years: 3 },
  citation: guidance('chapter 6, National Framework for Penalty Notices: at most two in three years', true),
});

/** Notices issued before this day do not count towards the limit: as far as we know; not traced to its source. */
export const firstNoticeThatCounts = dated({
  from: '2024-08-19',
  value: '2024-08-19',
  citation: guidance('chapter 6: earlier notices do not count (not traced to its source)', false),
});

/** Amounts of an attendance penalty notice, in pounds, with the days in which each can be paid. */
export interface PenaltyAmounts {
  first: { amountGBP: number; withinDays: number }[];
  second: { amountGBP: number; withinDays: number }[];
}
const oldAmounts: Citation = {
  document: 'Education (Penalty Notices) (England) Regulations 2007 (SI 2007/1867)',
  edition: 'as amended in 2013',
  provision: 'amounts of an attendance notice until 18 August 2024',
  url: 'https://www.legislation.gov.uk/uksi/2007/1867',
  inForceFrom: '2013-09-01',
  checkedOn: CHECKED,
  verified: true,
};
export const penaltyAmounts = dated<PenaltyAmounts>(
  {
    from: '2024-08-19',
    value: {
      first: [
        { amountGBP: 80, withinDays: 21 },
        { amountGBP: 160, withinDays: 28 },
      ],
      second: [{ amountGBP: 160, withinDays: 28 }],
    },
    citation: { ...PENALTY_REGULATIONS, provision: 'regulations 4 and 4A, amounts', verified: true },
  },
  {
    from: '2013-09-01',
    value: {
      first: [
        { amountGBP: 60, withinDays: 21 },
        { amountGBP: 120, withinDays: 28 },
      ],
      second: [
        { amountGBP: 60, withinDays: 21 },
        { amountGBP: 120, withinDays: 28 },
      ],
    },
    citation: oldAmounts,
  },
);

/** School days in which code N must give way to the code of the reason; day 1 is the school day after the session. */
export const schoolDaysForReason = dated({
  from: '2024-08-19',
  value: 5,
  citation: registration('regulation 10(7) to (9)', true),
});

/** The longest time, in minutes, that a register may stay open. */
export const registerOpenMinutes = dated({
  from: '2024-08-19',
  value: 30,
  citation: guidance('how long a register stays open', true),
});

/** Years for which every register entry is kept. */
export const registerRetentionYears = dated(
  { from: '2024-08-19', value: 6, citation: registration('regulation 7', true) },
  {
    from: '2006-09-01',
    value: 3,
    citation: {
      document: 'Education (Pupil Registration) (England) Regulations 2006 (SI 2006/1751)',
      edition: '2006',
      provision: 'retention of registers (revoked)',
      url: 'https://www.legislation.gov.uk/uksi/2006/1751',
      inForceFrom: '2006-09-01',
      checkedOn: CHECKED,
      verified: true,
    },
  },
);

/** School days of unauthorised absence in a row from which a pupil stands in the attendance return. */
export const attendanceReturnDays = dated({
  from: '2024-08-19',
  value: 10,
  citation: registration('regulation 13, attendance return', true),
});

/** School days of illness, in a row or in total, from which a pupil stands in the sickness return. */
export const sicknessReturnDays = dated({
  from: '2024-08-19',
  value: 15,
  citation: registration('regulation 13, sickness return', true),
});

/** Weeks for which a notice to improve runs. */
export const noticeToImproveWeeks = dated({
  from: '2024-08-19',
  value: { least: 3, most: 6 },
  citation: guidance('notice to improve: the improvement period (paragraph not checked)', false),
});

/** Sessions of a full school year in a maintained school: 190 days. */
export const sessionsOfAYear = dated({
  from: null,
  value: 380,
  citation: statistics('at least 380 sessions or 190 days', null, true),
});
