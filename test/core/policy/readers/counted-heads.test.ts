import { describe, expect, it } from 'vitest';
import { countedHead } from '#core/policy/readers/thresholds/counted-heads.ts';

function told(head: string): string | null {
  const found = countedHead(head);
  if (!found) return null;
  const { metric, window } = found.figure;
  return window ? `${metric} in ${window}` : metric;
}

describe('what the head over bare numbers counts', () => {
  it.each([
    ['Late marks', 'lateMarks'],
    ['No. of lates (in a half term)', 'lateMarks in half term'],
    ['Cumulative number of late marks per term (code L only)', 'lateMarks in term'],
    ['Number of Us', 'lateMarks'],
    ['LATE MARKS IN A HALF TERM', 'lateMarks in half term'],
    ['How many times late', 'lateMarks'],
    ['Sessions missed', 'sessions'],
    ['Half days missed', 'sessions'],
    ['Unauthorised sessions missed in the last six weeks', 'unauthorisedSessions in 6 weeks'],
    ['Total sessions of unauthorised absence', 'unauthorisedSessions'],
    ['Unauthorised days', 'unauthorisedDays'],
    ['Days off', 'absenceDays'],
    ['Days lost this term', 'absenceDays in term'],
    ['Consecutive days absent', 'consecutiveAbsenceDays'],
  ])('%s', (head, expected) => expect(told(head)).toBe(expected));

  it.each([
    'Attendance this term',
    'Late step',
    'Letters for lateness',
    'What happens after lates',
    'Sessions',
    'Days',
    'Absence in days',
    'Minutes late',
    '3 lates',
    'Monday',
    '',
  ])('%s counts nothing', (head) => expect(told(head)).toBeNull());
});
