import { describe, expect, it } from 'vitest';
import { parsePolicy } from '#core/policy/parse.ts';
import type { Fact } from '#core/policy/schema.ts';

/** A fact in few words; none for kinds that are tried elsewhere. */
function inWords(fact: Fact): string[] {
  switch (fact.kind) {
    case 'time':
      return [`${fact.field} ${fact.value}`];
    case 'threshold':
      return [`${fact.metric} ${fact.op} ${fact.value}`];
    case 'date':
      return [`${fact.field} ${fact.value}`];
    case 'penalty':
      return [`£${fact.amountGBP}/${fact.withinDays ?? '-'}/${fact.offence}`];
    case 'target':
      return [`target ${fact.value}`];
    case 'reviewCycle':
      return [`cycle ${fact.months}`];
    case 'retention':
      return [`keep ${fact.years}`];
    case 'mis':
      return [`mis ${fact.name}`];
    case 'legalReference':
      return [`law ${fact.title}`];
    default:
      return [];
  }
}

/** What a text says, each once, in the order of the alphabet. */
function read(text: string): string {
  return [...new Set(parsePolicy(text).facts.flatMap(inWords))].sort().join(', ');
}

describe('targets, years kept, reviews, laws, systems, dates, penalties and thresholds in plain words', () => {
  it.each([
    ['Our target for this year is 96.5%.', 'target 96.5'],
    ['We hope that every class will reach 97% this year.', 'target 97'],
    ['The whole-school goal for attendance is 97 per cent.', 'target 97'],
    ['Governors have set an attendance target of 96%.', 'target 96'],
    ['As a school we are working towards 96% attendance.', 'target 96'],
    ['We want each child to be here at least 97% of the time.', 'target 97'],
    ['Our attendance last year was 94.1%; the aim for this one is 95.5%.', 'target 95.5'],
    ['All pupils are expected to reach 96% or more.', 'target 96'],
    ['96% is what we ask of every pupil.', 'target 96'],
    ['The register is kept for six years from the last entry.', 'keep 6'],
    ['Registers are held on file for 6 years.', 'keep 6'],
    ['We retain attendance data for a minimum of six years after the date on which it was made.', 'keep 6'],
    ['Each back-up of the registers stays with us for six years.', 'keep 6'],
    ['Old registers are destroyed once six years have passed.', 'keep 6'],
    ['We look at this policy again each year.', 'cycle 12'],
    ['The policy is brought back to governors every two years.', 'cycle 24'],
    ['Review: annual', 'cycle 12'],
    ['Frequency of review: Every 3 years', 'cycle 36'],
    ['This policy has a two-year review cycle.', 'cycle 24'],
    ['The policy is due for renewal every autumn.', 'cycle 12'],
    ['Reviewed yearly by the trust board.', 'cycle 12'],
    ['Section 7 of the Education Act 1996 puts this duty on parents.', 'law Section 7 of the Education Act 1996'],
    [
      'Under s.444 of the Education Act 1996 it is an offence not to secure attendance.',
      'law s.444 of the Education Act 1996',
    ],
    [
      'See the Education (Penalty Notices) (England) Regulations 2007.',
      'law the Education (Penalty Notices) (England) Regulations 2007',
    ],
    ['We have regard to Keeping Children Safe in Education.', 'law Keeping Children Safe in Education'],
    ['The Equality Act 2010 applies too.', 'law The Equality Act 2010'],
    ['Attendance is recorded in Arbor.', 'mis Arbor'],
    ['Staff mark the register on SIMS.', 'mis SIMS'],
    ['Our management information system is Bromcom.', 'mis Bromcom'],
    ['Teachers take an electronic register, using ScholarPack.', 'mis ScholarPack'],
    ['Approved by the governing board on 14 October 2025', 'approved 2025-10-14'],
    [
      'This policy was agreed by governors in March 2025 and will be looked at again in March 2026.',
      'approved 2025-03, nextReview 2026-03',
    ],
    ['Date of last review: Sept 2025', 'lastReviewed 2025-09'],
    ['To be reviewed: September 2026', 'nextReview 2026-09'],
    ['In force from 1 September 2025', 'effective 2025-09-01'],
    ['Ratified: 12/11/2025. Review due: 12/11/2026.', 'approved 2025-11-12, nextReview 2026-11-12'],
    ['Adopted on 3rd June 2025', 'approved 2025-06-03'],
    [
      'Each parent is charged £160, or £80 where payment is made inside 21 days.',
      '£160/-/unspecified, £80/21/unspecified',
    ],
    ['A second notice to the same parent for the same child is £160 and cannot be reduced.', '£160/-/second'],
    ['Pay £80 within 21 days or £160 within 28.', '£160/28/unspecified, £80/21/unspecified'],
    ['A parent who is fined again within three years pays £160 within 28 days.', '£160/28/second'],
    ['Persistent absence means missing 10% or more of sessions.', 'absence >= 10'],
    ['A child whose attendance is less than 50% is severely absent.', 'attendance < 50'],
    ["We write home when a pupil's attendance drops under 94%.", 'attendance < 94'],
    [
      'A notice may be issued after ten sessions of unauthorised absence in ten school weeks.',
      'unauthorisedSessions >= 10',
    ],
    ['Four lates in a half term lead to a letter.', 'lateMarks >= 4'],
    ['When a child has been away for five days in a row we call at the home.', 'consecutiveAbsenceDays >= 5'],
    ['The school has set itself the target of 96.2% for 2025-26.', 'target 96.2'],
    ['Whole-school attendance target: 97%', 'target 97'],
    ['Attendance target 2025/26 – 96%', 'target 96'],
    ['Target = 95%', 'target 95'],
    ['We expect our pupils to attend for at least 97% of the year.', 'target 97'],
    ['No child should have less than 96% attendance.', 'target 96'],
    ['An attendance figure of 96% or higher is our expectation for each pupil.', 'target 96'],
    ['Trust target 95%; school target 96%', 'target 95, target 96'],
    ['Our aim is that nobody falls under 96%.', 'target 96'],
    ['Every entry must be preserved for six years from the day it was made.', 'keep 6'],
    ['We hold registers for six years.', 'keep 6'],
    ['Registers (paper or electronic) – 6 years', 'keep 6'],
    [
      '| Record | How long kept |\n|---|---|\n| Attendance register | 6 years from date of entry |\n| Leave requests | 2 years |',
      'keep 6',
    ],
    ['The law asks us to keep the attendance register for six years.', 'keep 6'],
    ['Governors will go through this policy once a year.', 'cycle 12'],
    ['Policy review: every two years', 'cycle 24'],
    ['Reviewed: Annually. Next review: June 2026.', 'cycle 12, nextReview 2026-06'],
    ['We update this document at least annually.', 'cycle 12'],
    ['The headteacher reviews this policy each year and reports to governors.', 'cycle 12'],
    ["The Education Act 1996 sets out parents' duties.", 'law The Education Act 1996'],
    ['Part 6 of the Education Act 1996', 'law Part 6 of the Education Act 1996'],
    [
      'This policy rests on the School Attendance (Pupil Registration) (England) Regulations 2024.',
      'law the School Attendance (Pupil Registration) (England) Regulations 2024',
    ],
    ['section 444A of the Education Act 1996 allows notices.', 'law section 444A of the Education Act 1996'],
    [
      'It follows the Anti-social Behaviour Act 2003 and the Children Act 1989.',
      'law the Anti-social Behaviour Act 2003, law the Children Act 1989',
    ],
    ['Our registers are kept electronically on Arbor.', 'mis Arbor'],
    ['Marks are put into Bromcom by tutors.', 'mis Bromcom'],
    ['We moved from SIMS to Arbor in 2024.', 'mis Arbor, mis SIMS'],
    ['Tutors use iSAMS for registers.', 'mis iSAMS'],
    ['Approved: 3.11.25', 'approved 2025-11-03'],
    ['Policy adopted by the Full Governing Body: 18th November 2025', 'approved 2025-11-18'],
    ['Signed off by trustees in December 2025', 'approved 2025-12'],
    ['This version replaces the one of May 2024 and takes effect on 1 September 2025.', 'effective 2025-09-01'],
    ['Last updated 04/09/2025', 'lastReviewed 2025-09-04'],
    ['Date for next review – 09/2026', 'nextReview 2026-09'],
    ['The next review is planned for July 2026.', 'nextReview 2026-07'],
    ['Date agreed: 10 July 2025 | Review date: 10 July 2026', 'approved 2025-07-10, nextReview 2026-07-10'],
    ['Written in January 2020; revised in January 2025.', 'lastReviewed 2025-01'],
    ['A penalty notice is £160 and is cut to £80 when paid within 21 days.', '£160/-/unspecified, £80/21/unspecified'],
    [
      'First notice: £80 (21 days) or £160 (28 days). Second notice: £160 (28 days).',
      '£160/28/first, £160/28/second, £80/21/first',
    ],
    [
      'Fines are per parent and per child: £80 in the first 21 days and £160 from day 22 to day 28.',
      '£160/28/unspecified, £80/21/unspecified',
    ],
    ['The second time it is £160 flat, to be paid within 28 days.', '£160/28/second'],
    ["If the fine of £80 isn't paid in 21 days it goes up to £160.", '£160/-/unspecified, £80/21/unspecified'],
    ['We speak to parents when attendance goes below 95%.', 'attendance < 95'],
    ['At 92% or lower a letter goes home.', 'attendance <= 92'],
    ['Pupils with under 90% are persistent absentees.', 'attendance < 90'],
    ['Missing 50% or more of sessions is severe absence.', 'absence >= 50'],
    ['After six late marks in a term parents are asked in.', 'lateMarks >= 6'],
    ['Ten unauthorised sessions in ten weeks can bring a notice.', 'unauthorisedSessions >= 10'],
    ['On the third day of absence two members of staff call at the home.', 'consecutiveAbsenceDays >= 3'],
  ])('%s', (text, said) => expect(read(text)).toBe(said));
});

describe('figures, years and names that say nothing of the policy', () => {
  it.each([
    ["Last year's attendance was 94.1%."],
    ['CCTV pictures are kept for three months.'],
    ['Accident books are kept for six years.'],
    ['Attendance figures are reviewed every week.'],
    ['Parents can see marks in the ParentPay app.'],
    ['The children plant an arbor in the school garden.'],
    ['Court fines may be up to £2,500.'],
    ['Pupils with 100% are given a badge.'],
    ['National attendance stood at 93.1% last year.'],
    ['Visitor books are held for one year.'],
    ['Attendance plans are reviewed annually with the council.'],
    ['Staff are trained every two years.'],
    ['We read this with our Behaviour Policy.'],
    ['Parents use MyChildAtSchool for messages.'],
    ['The new rules came in on 19 August 2024.'],
    ['Half term begins on 27 October 2025.'],
    ['School trips cost £80 if paid in three parts.'],
  ])('%s', (text) => expect(read(text)).toBe(''));
});
