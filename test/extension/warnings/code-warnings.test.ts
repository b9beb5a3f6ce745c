import { describe, expect, it } from 'vitest';
import { buildCalendar } from '#core/attendance/calendar.ts';
import type { Mark } from '#core/attendance/pupil.ts';
import { sessionsOf } from '../../../extension/background/terms.ts';
import { codeWarnings } from '../../../extension/warnings/code-warnings.ts';

const CALENDAR = sessionsOf({
  terms: [
    { from: '2026-09-02', to: '2026-10-23' },
    { from: '2026-11-02', to: '2026-12-18' },
  ],
  closed: [],
});
const am = (date: string, code: string): Mark => ({ date, session: 'AM', code });
const warnings = (marks: Mark[], asOf = '2026-11-20', calendar = CALENDAR): string[] => {
  const pupil = { pupilId: '1', marks };
  return codeWarnings(pupil, buildCalendar(calendar, [pupil]), asOf);
};

describe('codes to look at', () => {
  it.each<[string, Mark[], RegExp]>([
    [
      'H, withdrawn in 2024',
      [am('2026-11-03', 'H')],
      /^H was withdrawn on 19 August 2024; now C: 3 November 2026 AM\.$/,
    ],
    ['Y, which became seven', [am('2026-11-03', 'Y')], /now Y1 to Y7/],
    ['a letter of nobody', [am('2026-11-03', 'A')], /^A is no national code/],
    [
      'N for six school days',
      [am('2026-11-12', 'N')],
      /^N has stood for more than 5 school days: 12 November 2026 AM\.$/,
    ],
    ['N over a half-term holiday', [am('2026-10-16', 'N')], /N has stood/],
  ])('%s', (_, marks, sentence) => expect(warnings(marks)).toEqual([expect.stringMatching(sentence)]));

  it.each<[string, Mark[], string]>([
    [
      'codes in force',
      ['/', 'L', 'I', 'C1', 'Y3', 'U', '#'].map((code, at) => am(`2026-11-0${at + 2}`, code)),
      '2026-11-20',
    ],
    ['H while it was in force', [am('2024-06-03', 'H')], '2024-06-04'],
    ['N for five school days', [am('2026-11-13', 'N')], '2026-11-20'],
    ['N before a holiday that is just over', [am('2026-10-21', 'N')], '2026-11-03'],
    ['no mark', [am('2026-11-03', '-'), am('2026-11-04', '?')], '2026-11-20'],
  ])('but not %s', (_, marks, asOf) => expect(warnings(marks, asOf)).toEqual([]));

  it('say nothing of N where no school days are known', () => {
    expect(warnings([am('2026-11-12', 'N')], '2026-11-20', [])).toEqual([]);
  });
  it('name three places and count the rest', () => {
    const marks = [2, 3, 4, 5, 6].map((day) => am(`2026-11-0${day}`, 'J'));
    expect(warnings(marks)[0]).toMatch(/2 November 2026 AM, 3 November 2026 AM, 4 November 2026 AM and 2 more\.$/);
  });
});
