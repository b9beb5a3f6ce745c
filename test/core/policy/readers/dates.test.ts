import { describe, expect, it } from 'vitest';
import { dates } from '#core/policy/readers/dates.ts';
import { readWith } from './read-with.ts';

/** "field value" for each date and "every n" for each cycle of a text, in its order. */
function read(text: string): string {
  return readWith(dates, text)
    .flatMap((draft) => {
      if (draft.kind === 'date') return [`${draft.field} ${draft.value}`];
      return draft.kind === 'reviewCycle' ? [`every ${draft.months}`] : [];
    })
    .join(', ');
}

describe('a control block', () => {
  it.each([
    ['Reviewed and updated – September 2025', 'lastReviewed 2025-09'],
    ['Next Policy Review Date | Sept 2026', 'nextReview 2026-09'],
    ['Date Approved - June 2024', 'approved 2024-06'],
    ['Approved by: Full Governing Body\tDate: 10/02/2016', 'approved 2016-02-10'],
    ['Approved by the trustees: Anna Reed, Colin Marsh\n2 September 2025', 'approved 2025-09-02'],
    ['Reviewed by: Harriet Lowe\n15 August 2025', 'lastReviewed 2025-08-15'],
    ['Reviewed by: December 2026', 'nextReview 2026-12'],
    ['Approved / Next review\nMar 2024 / Mar 2026', 'approved 2024-03, nextReview 2026-03'],
    ['Approved / Next review / Owner\nMar 2024 / Mar 2026', ''],
    ['Next review date:\n\nSeptember 2026', 'nextReview 2026-09'],
    ['Next review due by:\tOctober 2025\t', 'nextReview 2025-10'],
    ['Review date: July 2026', 'nextReview 2026-07'],
    ['Date of review: 17.02.2025\nDate of next review: Feb 2026', 'lastReviewed 2025-02-17, nextReview 2026-02'],
    ['Last updated: 15/08/25', 'lastReviewed 2025-08-15'],
    ['Last reviewed: 3rd of March, 2024', 'lastReviewed 2024-03-03'],
    ['This policy will be looked at again in October 2026.', 'nextReview 2026-10'],
    ['Reviewed September 24\nNext review September 25', 'lastReviewed 2024-09, nextReview 2025-09'],
    ['Ratified: 2025-03-01', 'approved 2025-03-01'],
    ['Effective from: 1st September 2025', 'effective 2025-09-01'],
    ['Signed: T. Moss, Chair of Governors   Date: 12/09/2025', 'approved 2025-09-12'],
    ['Review date: Sept 2025 Approved: 3rd October 2024 Author: K Lee', 'nextReview 2025-09, approved 2024-10-03'],
    [
      '| Approved by | Date | Next review |\n|---|---|---|\n| Governors | June 2024 | June 2025 |',
      'approved 2024-06, nextReview 2025-06',
    ],
    [
      '| Policy | Approved | Review |\n|---|---|---|\n| Attendance | May 2024 | May 2026 |',
      'approved 2024-05, nextReview 2026-05',
    ],
  ])('%s', (text, said) => expect(read(text)).toBe(said));

  it('lists every adoption of a policy that was adopted again', () =>
    expect(read('Approved: June 2019. Re-adopted: June 2020, June 2021 and June 2022.')).toBe(
      'approved 2019-06, approved 2020-06, approved 2021-06, approved 2022-06',
    ));
});

describe('dates in prose', () => {
  it.each([
    [
      'This policy was approved by governors in March 2024 and will be reviewed in March 2026.',
      'approved 2024-03, nextReview 2026-03',
    ],
    ['This policy applies from 1 September 2025.', 'effective 2025-09-01'],
    ['The next scheduled review date for this policy is by **December 2026**.', 'nextReview 2026-12'],
  ])('%s', (text, said) => expect(read(text)).toBe(said));
});

describe('labels that run into what they label', () => {
  it.each([
    ['ApprovedMarch 2023\nReview byMarch 2024', 'approved 2023-03, nextReview 2024-03'],
    [
      'Attendance Policy\nResponsible for review: Standards Committee of the full board\nReview cycle: 2 years\nFirst written long ago',
      'every 24',
    ],
  ])('%s', (text, said) => expect(read(text)).toBe(said));
});

describe('dates of something else', () => {
  it.each([
    ['Our choir sang in the hall in dismay 2023 times.'],
    ['Uploaded 3 March 2024'],
    ['Published 4 May 2024 by the school office'],
    ['The Regulations came into force on 1 September 2006 and were amended in September 2013.'],
    ['statutory guidance on attendance (applies from 19 August 2024)'],
    ['Keeping children safe in education was last reviewed in September 2025.'],
    ['| Version | Date | Change |\n|---|---|---|\n| 1.0 | June 2019 | Approved |'],
    ["Your child's attendance will be reviewed on 12 March 2025."],
    ['Ratified by governors, Autumn 2009'],
    ['Approved for the school year 2023/24'],
    ['Next review date:'],
    ['School closes on 19 July 2025.'],
    ['Approved on 31 February 2025'],
  ])('%s', (text) => expect(read(text)).toBe(''));
});

describe('how often the policy is reviewed', () => {
  it.each([
    ['Review Cycle\tAnnually', 'every 12'],
    ['Review Cycle\tEvery 2 years', 'every 24'],
    ['Policy review frequency: 3 yearly', 'every 36'],
    ['Review: 1 year', 'every 12'],
    ['This policy will be reviewed **annually** by the headteacher.', 'every 12'],
    ['The policy is reviewed as guidance changes, and as a minimum 3 yearly.', 'every 36'],
    ['This policy will be reviewed every two years, or sooner.', 'every 24'],
    ['This policy is reviewed every eighteen months.', 'every 18'],
    ['This policy is reviewed biennially.', 'every 24'],
    ['Reviewed annually.', 'every 12'],
    ['Reviewed every two years.', 'every 24'],
    ['To be reviewed yearly by the governors.', 'every 12'],
    ['Date of last review: 03.09.2025      Reviewed every two years', 'lastReviewed 2025-09-03, every 24'],
    ['The policy was agreed by governors on 2 July 2025, to be reviewed annually.', 'approved 2025-07-02, every 12'],
    ['Attendance data is reviewed annually.', ''],
    ['Targets are reviewed every year.', ''],
    ['A second notice within 3 years is charged at the higher rate.', ''],
    ['The reduced timetable is reviewed every two months.', ''],
  ])('%s', (text, said) => expect(read(text)).toBe(said));
});
