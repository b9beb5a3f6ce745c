import { describe, expect, it } from 'vitest';
import { actionsIn, triggersIn } from './words.ts';

describe('a table that lost its lines', () => {
  it('is rows again at numbers that go on', () => {
    const text =
      'Procedure   Note   Action Phase 1   Pupil has three late marks in a term   Tutor talks with parents Phase 2   Pupil has six late marks in a term   Formal letter from the governors Phase 3   Pupil has nine late marks in a term   Meeting with the head';
    expect(triggersIn(text)).toEqual(['lateMarks >= 3', 'lateMarks >= 6', 'lateMarks >= 9']);
  });

  it('is rows again at printed colours', () => {
    const text =
      'YELLOW      94 - 95.9%         Phone call home AMBER       90.1 - 93.9%       Letter; meeting if there is no improvement in three weeks RED         90% and under      Meeting with the head';
    expect(triggersIn(text)).toEqual(['94 to 95.9', '90.1 to 93.9', 'attendance <= 90']);
  });

  it('gives no step where one row runs into the next', () =>
    expect(
      triggersIn(
        'The levels: 96%-99% up to 8 days up to two weeks up to forty lessons 95% 9 days two weeks fifty lessons Letter home to say the school hopes for 96%. 90% 19 days four weeks a hundred lessons',
      ),
    ).toEqual([]));

  it.each([
    'Families who move on from Stage 1 Support to Stage 2 Support are told by letter when attendance is under 90%.',
    'At Stage 1 Mrs Low rings, and if attendance has not improved the Stage 2 Meeting is held.',
  ])('is none where a sentence names its stages: %s', (text) => expect(triggersIn(text)).toHaveLength(1));
});

describe('days in one line', () => {
  it('each begin a step behind a full stop', () => {
    const text =
      'What we do when a pupil is absent 1st Day: text at 9.35am. 2nd Day: phone calls and an email. 3rd Day: home visit by two adults.';
    expect(triggersIn(text).slice(-2)).toEqual(['consecutiveAbsenceDays >= 2', 'consecutiveAbsenceDays >= 3']);
  });
});

describe('a tier that says when the next begins', () => {
  it('is not itself behind the one before it', () => {
    const text = `Tier 1 – attendance is below 96% The tutor talks to the pupil A text goes home

Tier 2 – attendance is below 92% Head of year meets parents Action plan for six weeks If there is no improvement it moves to Tier 3

Tier 3 – attendance is below 90% Panel with the deputy head`;
    expect(triggersIn(text).slice(0, 2)).toEqual(['attendance < 96', 'attendance < 92']);
  });
});

describe('what ends a ladder or says how it stands', () => {
  it('gives the last stage no figure', () => {
    const text = `Stage 1
Trigger: attendance below 95%
Action: letter

Stage 2
Trigger: the target of Stage 1 has been missed
Action: panel meeting
A pupil is taken off the stages when attendance has been at 97% for half a term.`;
    expect(triggersIn(text)).toEqual(['attendance < 95', 'after']);
  });

  it.each([
    'Persistent absence is attendance of 90% or below. The governors look at the figures each term and discuss them.',
    'Severe absence means missing 50% or more of school. The head reports numbers to governors.',
    '## Awards\n\nBronze = 95% plus, Silver = 97% plus (worked out each term).\nOur attendance so far is 95.3%, up from 94.1% last year. We praise Year 2!',
  ])('is no step: %s', (text) => expect(triggersIn(text)).toEqual([]));
});

describe('levels of absence without a head', () => {
  it('are all of absence, the highest too', () => {
    const text = `| 10% or more | Keyworker rings home | Keyworker |
|---|---|---|
| 20% or more | Letter and home visit | Keyworker |
| 70% or more | Review meeting with the council | Head |`;
    expect(triggersIn(text)).toEqual(['absence >= 10', 'absence >= 20', 'absence >= 70']);
  });

  it('do not make a reward one of absence', () => {
    const text = `| 10% or more absence | Keyworker rings home |
|---|---|
| 20% or more absence | Letter and home visit |
| 98% or more attendance | Certificate |`;
    expect(triggersIn(text)).toContain('attendance >= 98');
  });
});

it('words that go on below a table of blanks are the end of its action', () =>
  expect(
    actionsIn(`Below 95%     Tutor rings home
Below 92%     Meeting in school; plan for
              six weeks
Below 90%     Referral`)[1],
  ).toEqual(['Meeting in school', 'plan for six weeks']));
