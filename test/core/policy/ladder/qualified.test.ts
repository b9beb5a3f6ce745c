import { describe, expect, it } from 'vitest';
import { parsePolicy } from '#core/policy/parse.ts';
import type { Trigger } from '#core/policy/schema.ts';

/** The triggers that a document's steps have, in its order. */
function triggersIn(text: string): Trigger[] {
  return parsePolicy(`# Attendance\n\n${text}\n`).escalation.map(({ trigger }) => trigger);
}

const below = (value: number) => ({ metric: 'attendance', op: '<', value, unit: 'percent' });

describe('a percentage keeps the time that it is counted over', () => {
  it.each([
    ['over the last six weeks', '6 weeks'],
    ['in any half term', 'half term'],
    ['in a rolling 6 week period', '6 weeks'],
    ['across a half term', 'half term'],
    ['over a term', 'term'],
    ['this half term', 'half term'],
  ])('"below 92%% %s" is of that time', (words, window) => {
    expect(triggersIn(`If attendance falls below 92% ${words}, we write home.`)).toEqual([{ ...below(92), window }]);
  });

  it.each([
    ['If attendance falls below 92% over the school year, we write home.'],
    ['If attendance falls below 92% during the academic year, we write home.'],
    ['If attendance falls below 92%, we write home and look at it again over the next half term.'],
  ])('%s The year is no restriction, nor what is watched afterwards', (text) => {
    expect(triggersIn(text)).toEqual([below(92)]);
  });

  it('stands before the figure too', () => {
    expect(triggersIn('If in any half term attendance falls below 93%, we write home.')).toEqual([
      { ...below(93), window: 'half term' },
    ]);
  });

  it('stands at the head of a column', () => {
    const table =
      '| Attendance over the last six weeks | Action |\n|---|---|\n| Below 95% | Letter |\n| Below 90% | Meeting |';
    expect(triggersIn(table)).toEqual([
      { ...below(95), window: '6 weeks' },
      { ...below(90), window: '6 weeks' },
    ]);
  });
});

describe('what must hold beside a figure is asked', () => {
  it.each([
    ['and 5 or more unauthorised sessions', 'and 5 or more unauthorised sessions'],
    ['with at least 6 unauthorised sessions', 'with at least 6 unauthorised sessions'],
    ['and there are 4 late marks', 'and there are 4 late marks'],
    ['through illness', 'through illness'],
    ['(excluding medical appointments)', 'excluding medical appointments'],
    ['unless the absence is authorised', 'unless the absence is authorised'],
    ['in Years 7 to 9', 'in Years 7 to 9'],
  ])('below 88%% %s', (words, condition) => {
    expect(triggersIn(`If attendance falls below 88% ${words}, a meeting is held.`)).toEqual([
      { ...below(88), condition },
    ]);
    expect(triggersIn(`- Below 94%: letter home.\n- Below 88% ${words}: meeting with the head.`)).toEqual([
      below(94),
      { ...below(88), condition },
    ]);
  });

  it.each([
    ['If attendance falls below 88%, the Head of Year 9 writes home and within 5 days holds a meeting.'],
    ['If attendance falls below 88%, a meeting is held with the Year 6 teacher.'],
    ['If attendance falls below 88% we write home and ask for 2 dates.'],
  ])('%s Nothing narrows the figure', (text) => {
    expect(triggersIn(text)).toEqual([below(88)]);
  });
});

describe('unauthorised absence in percent is no absence of any kind', () => {
  const unauthorised = (value: number, op = '>=') => ({ metric: 'unauthorisedSessions', op, value, unit: 'percent' });

  it('in a numbered list, from 2% on', () => {
    const list =
      '1. Unauthorised absence of 2% or more: the tutor speaks to the pupil.\n2. Unauthorised absence of 5% or more: letter home.';
    expect(triggersIn(list)).toEqual([unauthorised(2), unauthorised(5)]);
  });

  it('in a table', () => {
    const table =
      '| Trigger | Action |\n|---|---|\n| Unauthorised absence of 4% or more | Letter |\n| Unauthorised absence above 8% | Meeting |';
    expect(triggersIn(table)).toEqual([unauthorised(4), unauthorised(8, '>')]);
  });

  it('authorised and unauthorised absence is all of it', () => {
    expect(triggersIn('If authorised and unauthorised absence reaches 12% or more, we write home.')).toEqual([
      { metric: 'absence', op: '>=', value: 12, unit: 'percent' },
    ]);
  });
});

describe('days of a time and days of one absence', () => {
  it('adds up days of unauthorised absence in a term', () => {
    const list =
      '- After 2 days of unauthorised absence in a term we telephone home.\n- After 5 days of unauthorised absence in a term we write to parents.';
    expect(triggersIn(list)).toEqual([
      { metric: 'unauthorisedDays', op: '>=', value: 2, unit: 'days', window: 'term' },
      { metric: 'unauthorisedDays', op: '>=', value: 5, unit: 'days', window: 'term' },
    ]);
  });

  it('leaves the days of one absence in a row', () => {
    expect(triggersIn('- After 3 days of absence: home visit.\n- Day 5: referral.')[0]).toMatchObject({
      metric: 'consecutiveAbsenceDays',
      value: 3,
    });
  });
});

describe('late marks say which they are in the words that are quoted', () => {
  it.each([
    ['5 late marks after the register has closed: letter home.', /after the register has closed$/],
    ['8 late marks (L or U): meeting with the Head of Year.', /\(L or U\)$/],
    [
      '9 arrivals after the register has closed (code U): referral to the attendance officer.',
      /after the register has closed/,
    ],
  ])('%s', (text, quote) => {
    const [step] = parsePolicy(`# Lateness\n\n- 3 late marks: a call home.\n- ${text}\n`).escalation.slice(1);
    expect(step?.trigger.metric).toBe('lateMarks');
    expect(step?.quote).toMatch(quote);
  });
});

describe('the wait behind an earlier step', () => {
  it.each([
    ['within a fortnight of the Stage 1 letter', '2 weeks'],
    ['within 20 days of the Stage 1 letter', '20 days'],
  ])('not improved %s', (words, window) => {
    const text = `- Stage 1: attendance below 95%: a letter is sent.\n- Stage 2: attendance has not improved ${words}: a meeting is held.`;
    expect(triggersIn(text)[1]).toMatchObject({ afterStep: 1, window });
  });

  it('is read where a target in figures was missed', () => {
    const text =
      'Stage 1: attendance below 93%: parents are invited to a meeting and a target of 96% is set.\n\nStage 2: If the target of 96% is not met within four weeks of the Stage 1 meeting, the case is referred to the local authority.';
    expect(triggersIn(text)[1]).toMatchObject({ afterStep: 1, window: '4 weeks' });
    expect(parsePolicy(text).escalation.map(({ target }) => target)).toEqual([96, 96]);
  });
});

describe('two ladders with two names', () => {
  it('are two, though one is called by a status', () => {
    const { escalation } = parsePolicy(
      '# Attendance\n\n## Whole-school stages\n\nStage 1: attendance below 97%: the tutor speaks to the pupil.\n\nStage 2: attendance below 95%: a letter is sent.\n\n## Persistent absence pathway\n\nStep 1: attendance below 90%: parents are invited to a meeting.\n\nStep 2: attendance below 80%: a referral is made.\n',
    );
    expect(escalation.map(({ sequence, order }) => `${sequence} ${order}`)).toEqual([
      'main 1',
      'main 2',
      'other 1',
      'other 2',
    ]);
  });
});

describe('what narrows a step is asked, wherever it stands', () => {
  it.each([
    [
      "If a pupil's attendance is below 92% on three separate checks, parents are invited to a meeting.",
      'on three separate checks',
    ],
    ['- Attendance below 92%: letter home, unless the absence was authorised.', 'unless the absence was authorised'],
    ['- Attendance below 92%: meeting, where the absence is unauthorised.', 'where the absence is unauthorised'],
    ['- Year 11 only: attendance below 92%: tutor call\n', 'Year 11 only'],
    [
      '| For | Attendance | What we do |\n|---|---|---|\n| Years 7 to 10 | below 92% | letter home |\n',
      'Years 7 to 10',
    ],
    ['If authorised absence for illness is above 8%, we ask to meet the parent.', 'authorised absence for illness'],
    ['If authorised or unauthorised absence is above 8%, we ask to meet the parent.', undefined],
    ['- All years: attendance below 92%: letter home\n', undefined],
    ['- Attendance below 92%: letter home, and a call where we can.', undefined],
    ['| Year | Attendance | What we do |\n|---|---|---|\n| 7 | below 92% | letter home |\n', undefined],
  ])('%s', (text, condition) => expect(triggersIn(text)[0]?.condition).toBe(condition));
});
