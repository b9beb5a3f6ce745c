import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enforcementAmong } from '#core/policy/ladder/actions.ts';
import { clausesOf, waitIn } from '#core/policy/ladder/conditions.ts';
import { labelAt } from '#core/policy/ladder/labels.ts';
import { looksBack } from '#core/policy/ladder/looks-back.ts';
import { isEnforcement } from '#core/policy/ladder/measures.ts';
import { readPolicy } from '#core/policy/parse.ts';
import { actionsIn, stepsIn } from './words.ts';

const LIST = `# How we monitor attendance

The school takes the following steps:

1. Class teachers talk about attendance each week.
2. If a pupil's attendance falls below **94 percent**, a letter is sent home to say that it is a concern.
3. If a pupil's attendance falls below **90 percent**, a second letter is sent home. The attendance lead rings the parents.
4. Attendance is watched for **two weeks** and, if it does not improve after this time, parents are asked to a meeting in school. If parents are unwilling to come, a referral may be made to the welfare officer.
5. If targets are not met, the school may refer the family to the welfare officer. A **four-week** period begins and, if there are no improvements, a final warning is issued to the parents. If there is no improvement after a further **four weeks**, a penalty notice is issued.
`;

describe('a numbered list of steps', () => {
  it('keeps printed numbers, letters the parts of one item and waits for the step before', () => {
    expect(stepsIn(LIST)).toEqual([
      '6 main 2: attendance < 94 percent',
      '7 main 3: attendance < 90 percent',
      '8 main 4: after 3 (2 weeks) if it does not improve after this time',
      '8 main 4b: if parents are unwilling to come',
      '9 main 5a: after 4 if targets are not met',
      '9 main 5b: after 5a (4 weeks) if there are no improvements',
      '9 main 5c: after 5b (4 weeks) if there is no improvement after a further four weeks',
    ]);
  });

  it('says what each step does, and which of it is enforcement', () => {
    const actions = actionsIn(LIST);
    expect(actions[0]).toEqual(['a letter is sent home to say that it is a concern']);
    expect(actions[1]).toEqual(['a second letter is sent home', 'The attendance lead rings the parents']);
    expect(actions.at(-1)).toEqual(['!a penalty notice is issued']);
  });
});

describe('where a step stands', () => {
  it('points at the words of its trigger', () => {
    const step = readPolicy(LIST).parsed.escalation[0];
    expect(step?.line).toBe(6);
    expect(LIST.slice(step?.span.start.offset, step?.span.end.offset)).toBe(step?.quote);
    expect(step?.quote).toContain('94 percent');
  });

  it('quotes what it spans, in any order of a few shapes', () => {
    const shapes = [
      '## Stage 1\n\nAttendance below 95%\n\n- Letter home\n',
      'If attendance falls below 92%, parents are invited to a meeting.\n',
      '| Level | Action |\n|---|---|\n| Below 90% | Letter home |\n',
      'Day 1: the office telephones home.\nDay 3: a home visit is made.\n',
      '3 lates: text home\n5 lates: detention\n',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...shapes), { minLength: 1, maxLength: 6 }), (parts) => {
        const text = parts.join('\n');
        const steps = readPolicy(text).parsed.escalation;
        expect(steps.length).toBeGreaterThan(0);
        for (const step of steps) {
          expect(text.slice(step.span.start.offset, step.span.end.offset)).toBe(step.quote);
          expect(step.enforcement.every((index) => index < step.actions.length)).toBe(true);
        }
        const orders = steps.map(({ sequence, order, sub }) => `${sequence} ${order}${sub ?? ''}`);
        expect(new Set(orders).size).toBe(orders.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('several ladders of one document', () => {
  const text = `# Attendance

## Levels

Stage 1: attendance below 95%. A letter is sent home.

Stage 2: attendance below 90%. Parents are invited to a meeting.

## Lateness

Stage 1: 3 late marks in a half term. The tutor rings home.

Stage 2: 6 late marks in a half term. Parents are invited to a meeting.

## First days

Day 1: the office telephones home.

Day 3: a home visit is made.
`;
  it('are kept apart, and each counts from one', () => {
    expect(stepsIn(text)).toEqual([
      '5 main 1: attendance < 95 percent',
      '7 main 2: attendance < 90 percent',
      '11 lateness 1: lateMarks >= 3 occurrences in half term',
      '13 lateness 2: lateMarks >= 6 occurrences in half term',
      '17 firstDay 1: consecutiveAbsenceDays >= 1 days',
      '19 firstDay 2: consecutiveAbsenceDays >= 3 days',
    ]);
  });
});

describe('a connective between two rungs', () => {
  const text = `Stage 1 - attendance under 96%. A letter is sent home.
If there is no improvement it moves to -

Stage 2 - attendance under 92%. Parents are asked to a meeting.
`;
  it('belongs to the rung that follows', () =>
    expect(stepsIn(text)).toEqual([
      '1 main 1: attendance < 96 percent',
      '4 main 2: attendance < 92 percent after 1 if there is no improvement',
    ]));
});

describe('enforcement', () => {
  it.each([
    'a penalty notice is issued',
    'Notice to Improve',
    'fines may follow',
    'prosecution in the magistrates’ court',
    'application for legal action',
    '15 day notice warning',
    'an education supervision order is considered',
    'penalty warning letter',
  ])('%s', (action) => expect(isEnforcement(action)).toBe(true));

  it.each(['letter 1', 'meeting with parents', 'a parenting contract is offered', 'referral to early help'])(
    'not: %s',
    (action) => expect(isEnforcement(action)).toBe(false),
  );

  it('is cut from the support beside it', () =>
    expect(actionsIn('Stage 1: attendance below 90%. A panel meeting is held, and possibly a fine.\n')).toEqual([
      ['A panel meeting is held', '!possibly a fine'],
    ]));
});

describe('labels', () => {
  it.each([
    ['Stage 2: below 95%', 'stage', 2],
    ['STAGE THREE', 'stage', 3],
    ['Tier II - targeted', 'tier', 2],
    ['Letter B is sent', 'letter', 2],
    ['Day three of absence', 'day', 3],
    ['3rd Day:', 'day', 3],
    ['After 10 days', 'day', 10],
    ['SAL 2 letter', 'sal', 2],
    ['T1: tutor', 't', 1],
    ['Amber letter:', 'colour', null],
    ['First warning:', 'nth warning', 1],
  ])('%s', (text, family, number) => expect(labelAt(text)).toMatchObject({ family, number }));

  it.each(['Key Stage 2', 'The stage is set', 'Green areas are for play', 'Letters are sent', 'Everyday matters'])(
    'not: %s',
    (text) => expect(labelAt(text)).toBeNull(),
  );
});

describe('conditions', () => {
  it.each([
    ['If there is no improvement, we meet.', 'there is no improvement'],
    ['We meet if parents do not reply.', 'parents do not reply'],
    ['If parents are unwilling, or are unable to come, we visit.', 'parents are unwilling, or are unable to come'],
    ['Should attendance not improve, we refer.', 'attendance not improve'],
    ['If there is no improvement within six weeks we refer the case.', 'there is no improvement within six weeks'],
    ['Failure to pay may result in prosecution.', 'failure to pay'],
  ])('%s', (sentence, words) => expect(clausesOf(sentence)[0]?.words).toBe(words));

  it.each(['The school should act.', 'The following steps are taken.'])('none in: %s', (sentence) =>
    expect(clausesOf(sentence)).toEqual([]),
  );

  it.each([
    'no improvement',
    'attendance does not improve',
    'lateness continues',
    'targets are not met',
    'the pupil already had a green letter',
  ])('looks back: %s', (words) => expect(looksBack(words)).toBe(true));
  it.each(['attendance falls below 90%', 'the child is absent', 'attendance improves'])('does not: %s', (words) =>
    expect(looksBack(words)).toBe(false),
  );

  it.each([
    ['if it does not improve after two weeks', '2 weeks'],
    ['by the end of the 3-week period', '3 weeks'],
    ['within a 3 to 4 week period', '4 weeks'],
    ['One month later', '1 month'],
    ['after a further half term', 'half term'],
    ['the following week', '1 week'],
    ['the case is referred straight away', 'immediately'],
  ])('waits: %s', (words, wait) => expect(waitIn(words)).toBe(wait));
  it('no wait where no time is named', () => expect(waitIn('if there is no improvement')).toBeNull());
});

describe('enforcement among the actions of a step', () => {
  it.each([
    [
      'what a notice says belongs to the notice',
      ['we ask for a Notice to Improve', 'It says what must change and by when'],
      [0, 1],
    ],
    ['support after a notice is support', ['a penalty notice is requested', 'They are offered a meeting'], [0]],
    ['more of a letter is no enforcement', ['a letter is sent', 'It says what must change'], []],
    ['an action of its own after a notice', ['a fine may follow', 'the family liaison officer rings'], [0]],
  ])('%s', (_, actions, expected) => expect(enforcementAmong(actions)).toEqual(expected));
});
