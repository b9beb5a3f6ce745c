import { describe, expect, it } from 'vitest';
import { parsePolicy } from '#core/policy/parse.ts';

const thresholdsOf = (text: string): string[] =>
  parsePolicy(text).facts.flatMap((fact) => (fact.kind === 'threshold' ? [`${fact.metric} ${fact.value}`] : []));

describe('days and counts that set nothing off', () => {
  it.each([
    ['If a penalty has not been paid by day 28 the council decides whether to prosecute for the absence.', []],
    ['Where the fine for the absence is still unpaid after 21 days, it doubles.', []],
    ['90% is 19 days missed, which is 38 sessions.', []],
    ['Good to know: 95% is 9 or 10 days off in a year, 90% is 19 days.', []],
    ['The Early Bird cup goes to Willow class (only 2 lates).', []],
    ['After only 3 late marks in a half term parents receive a letter.', ['lateMarks 3']],
    ['If a pupil is away for 3 days without word, we visit the home.', ['consecutiveAbsenceDays 3']],
    ['On day 3 of an absence without contact we visit the home.', ['consecutiveAbsenceDays 3']],
    ['10 sessions of unauthorised absence in a term lead to a meeting.', ['unauthorisedSessions 10']],
  ])('%s', (text, expected) => expect(thresholdsOf(text)).toEqual(expected));

  it('a fine not paid by a day is never a step of days of absence', () => {
    const { escalation } = parsePolicy(
      'If a penalty has not been paid by day 28 the council may prosecute for the absence.',
    );
    expect(escalation.filter(({ trigger }) => 'metric' in trigger)).toEqual([]);
  });
});

describe('what somebody says, had, or did', () => {
  it.each<[string, string[]]>([
    ["The other mums say there's a letter at 95%. Is that true?", []],
    ['I heard that a letter comes at 93%.', []],
    ['There were 61 lates last week.', []],
    ['Aaliyah has 6 sessions of unauthorised absence in week two and three more in week nine.', []],
    ['Anyone who has 6 sessions of unauthorised absence in a term is seen.', ['unauthorisedSessions 6']],
    ['When there have been 61 lates in a year parents are asked in.', ['lateMarks 61']],
    ['A letter goes when attendance has risen by 3 percentage points, or has reached 97%.', []],
    [
      'Ten sessions like that (five days) inside ten school weeks and the county may send each parent a penalty notice.',
      ['unauthorisedSessions 10'],
    ],
    ['After 20 sessions of absence, whatever the reason, we meet you; a penalty notice is not used.', ['sessions 20']],
  ])('%s', (text, expected) => expect(thresholdsOf(text)).toEqual(expected));
});

describe('how the school did beside its target', () => {
  it.each([
    ['Last term attendance was 95.8%, a smidge under our 96% target.', []],
    ['Pupils with attendance under our 96% target are seen by their tutor.', ['attendance 96']],
  ])('%s', (text, expected) => expect(thresholdsOf(text)).toEqual(expected));
});

describe('what the government calls something is no call', () => {
  it.each([
    ['The government calls this persistent absence (10% or more missed).', 0],
    ['Ministers call that severe absence, where 50% or more is missed.', 0],
    ['At 10% or more missed, the head of year calls home.', 1],
  ])('%s', (text, steps) => expect(parsePolicy(text).escalation).toHaveLength(steps));
});

describe('times beside a word that another reading had taken', () => {
  const timesOf = (text: string): string[] =>
    parsePolicy(text).facts.flatMap((fact) => (fact.kind === 'time' ? [`${fact.field} ${fact.value}`] : []));

  it.each([
    ['Ring the absence line or send an email before 8.30am on every day of the illness.', ['reportAbsenceBy 08:30']],
    ['The office rings the parents of every absent pupil before 9.30am.', ['firstDayContactFrom 09:30']],
    [
      'The register closes at 9.20am. Nursery morning ends at 11.45am.',
      ['amRegisterCloses 09:20', 'schoolDayEnd 11:45'],
    ],
  ])('%s', (text, expected) => expect(timesOf(text)).toEqual(expected));
});
