import { describe, expect, it } from 'vitest';
import { durations } from '#core/policy/readers/durations.ts';
import { readWith } from './read-with.ts';

function read(text: string): string {
  return readWith(durations, text)
    .flatMap((draft) => (draft.kind === 'duration' ? [`${draft.what} ${draft.value} ${draft.unit}`] : []))
    .join(', ');
}

describe('lengths of time that a rule hangs on', () => {
  it.each([
    ['Leave must be requested at least **four weeks** in advance.', 'leaveRequestNotice 4 weeks'],
    ['Parents request leave two-weeks prior to the absence.', 'leaveRequestNotice 2 weeks'],
    ['No more than 2 penalty notices in a 3-year rolling period.', 'penaltyNoticeRollingPeriod 3 years'],
    ['Registers are kept open for 30 minutes.', 'registerOpenFor 30 minutes'],
    ['A reason must be given within 5 school days.', 'reasonWithin 5 schoolDays'],
    ['If there is no improvement within 15 days a fine follows.', 'improvementPeriod 15 days'],
    ['A Notice to Improve runs for six weeks.', 'noticeToImprovePeriod 6 weeks'],
    ['We ask for medical evidence after more than 5 days of illness.', 'medicalEvidenceAfter 5 days'],
  ])('%s', (text, said) => expect(read(text)).toBe(said));
});

describe('lengths of time that say nothing', () => {
  it.each([
    ['The lesson lasts 50 minutes.'],
    ['A penalty notice of £80 if paid within 21 days.'],
    ['Our school was founded 100 years ago.'],
    ['We are open for 32 hours and 30 minutes a week.'],
  ])('%s', (text) => expect(read(text)).toBe(''));
});
