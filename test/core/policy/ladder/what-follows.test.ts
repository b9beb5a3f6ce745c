import { describe, expect, it } from 'vitest';
import { actionsIn, stepsIn, triggersIn } from './words.ts';

describe('a branch within the last rung is a step behind it', () => {
  it.each<[string, string[]]>([
    [
      '- Stage 1: below 96% – letter home\n- Stage 2: below 91% – meeting with the head and a plan. If there is no improvement after four weeks, the school refers the family to the council.',
      [
        '1 main 1: attendance < 96 percent',
        '2 main 2: attendance < 91 percent',
        '2 main 2b: after 2 (4 weeks) if there is no improvement after four weeks',
      ],
    ],
    [
      'Stage 1 (below 95%)\n\nThe tutor rings home.\n\nStage 2 (below 90%)\n\nParents are invited to a meeting.\n\nIf attendance does not improve within six weeks the school will ask the council for a penalty notice.',
      [
        '1 main 1: attendance < 95 percent',
        '5 main 2: attendance < 90 percent',
        '9 main 3: after 2 (6 weeks) if attendance does not improve within six weeks',
      ],
    ],
  ])('%s', (text, steps) => expect(stepsIn(text)).toEqual(steps));

  it('is done then, and not with the rung', () => {
    const text =
      '- Below 96%: letter home\n- Below 91%: meeting and a plan. If there is no improvement after four weeks, the school asks the council for a penalty notice.';
    expect(actionsIn(text)).toEqual([
      ['letter home'],
      ['meeting and a plan'],
      ['!the school asks the council for a penalty notice'],
    ]);
  });

  it.each([
    '- Below 96%: letter home\n- Below 93%: meeting. If there is no improvement, Letter 2 is sent.\n- Below 90%: panel',
    '- Below 96%: letter home\n- Below 91%: meeting, with a translator if parents ask for one',
  ])('stays what a rung does elsewhere: %s', (text) =>
    expect(triggersIn(text).every((trigger) => trigger.startsWith('attendance'))).toBe(true),
  );
});

describe('figures whose words look like something else', () => {
  it.each<[string, string, string[]]>([
    [
      'a count alone on its line is no numbered heading',
      'What happens as absence grows\n\n6 unauthorised sessions\n\nLetter home from the office.\n\n10 unauthorised sessions\n\nPenalty notice requested from the council.',
      ['unauthorisedSessions >= 6', 'unauthorisedSessions >= 10'],
    ],
    [
      'a column of "no contact" says when',
      '| Contact | Action |\n|---|---|\n| No contact in 5 consecutive school days | Home visit by the welfare officer |\n| No contact in 10 consecutive school days | Referral to children missing education |',
      ['consecutiveAbsenceDays >= 5', 'consecutiveAbsenceDays >= 10'],
    ],
    [
      'a sign before the word',
      'If % attendance drops below 95 the tutor rings home. If % attendance drops to 90 a letter is sent.',
      ['attendance < 95', 'attendance <= 90'],
    ],
    [
      'who stays behind on the day of a trip',
      'Pupils with attendance above 95% go to the theme park in July. Those below 95% will stay in school and work as normal.',
      [],
    ],
  ])('%s', (_, text, triggers) => expect(triggersIn(text)).toEqual(triggers));

  it.each<[string, string]>([
    [
      'days added up are the school’s main ladder',
      '## Absences in a term\n\n- 3 days of absence: text message home\n- 6 days of absence: letter home\n- 10 days of absence: meeting with the head',
    ],
    ['without saying of what', '3 days absence – tutor call\n\n6 days absence – letter\n\n9 days absence – meeting'],
  ])('%s', (_, text) => expect(stepsIn(text).every((step) => / main \d: absenceDays/.test(step))).toBe(true));

  it('days without a word from home are of one absence', () => {
    const text = '- 2 days of absence and no reason: phone call\n- 5 days of absence: home visit';
    expect(stepsIn(text).every((step) => step.includes('firstDay'))).toBe(true);
  });
});

describe('counts under words that say what they count', () => {
  it.each<[string, string[]]>([
    [
      'Lates in a half term    What we do\n2    Form tutor reminder\n4    Break-time detention\n6    Letter home from the head of year',
      ['lateMarks >= 2', 'lateMarks >= 4', 'lateMarks >= 6'],
    ],
    [
      'Lates in a term:\n\n- 3 = tutor rings home\n- 6 = letter home\n- more than 9 = meeting with the head',
      ['lateMarks >= 3', 'lateMarks >= 6', 'lateMarks > 9'],
    ],
  ])('%s', (text, triggers) => expect(triggersIn(text)).toEqual(triggers));
});

describe('sessions of all absence', () => {
  it.each([
    'Once a pupil hits 10 sessions of absence, whether authorised or unauthorised, Letter 1 is sent.',
    'After 10 sessions of authorised and unauthorised absence Letter 1 is sent.',
    'Once a pupil has 10 sessions of absence (authorised/unauthorised) Letter 1 is sent.',
  ])('are not counted as unauthorised: %s', (text) => expect(triggersIn(text)).toEqual(['sessions >= 10']));

  it.each([
    'Once a pupil hits 10 sessions of unauthorised absence Letter 1 is sent.',
    'After 10 unauthorised sessions (authorised absence is not counted) Letter 1 is sent.',
  ])('beside: %s', (text) => expect(triggersIn(text)).toEqual(['unauthorisedSessions >= 10']));
});

it('gives an item with a condition of its own its place behind the figure that opens the list', () => {
  const text =
    "If a child's attendance falls below 90%, the school may take the following actions:\n\n- Arrange a meeting with parents\n- Offer an attendance plan\n- Where attendance does not improve after six weeks, ask the council for a penalty notice";
  expect(stepsIn(text)).toEqual([
    '1 main 1: attendance < 90 percent',
    '5 main 2: after 1 (6 weeks) if attendance does not improve after six weeks',
  ]);
});

describe('conditions in the words that schools use', () => {
  it.each<[string, string[]]>([
    ['Should we not receive a telephone call, we will contact you to ask why they are absent.', ['words']],
    ['If we have not received any notification from you, we will make every effort to contact you.', ['words']],
    ['Parents of pupils who have patterns of lateness will be contacted to talk about the morning routine.', ['words']],
    [
      'If you have not told us by 9.30am you will receive a text message asking you to inform us why your child is not here.',
      ['words'],
    ],
    ['If contact cannot be made on any number, then staff should try the other emergency contacts.', ['words']],
    ['If parents do not inform the school on the first day of an absence, the office will telephone them.', ['words']],
    ['A decline in attendance without medical evidence will lead to a letter from the head of year.', ['words']],
    [
      'If a child is absent for 2 or more consecutive days and nobody has rung the school, we will initiate communication.',
      ['consecutiveAbsenceDays >= 2'],
    ],
    ['Further poor school attendance may result in legal action.', ['words']],
    [
      'Red pupils are watched for two weeks and should their attendance fall again, and should your child not improve, the head will write to you.',
      ['words'],
    ],
    ['Being late to lessons repeatedly will result in a detention.', ['words']],
    [
      'When we are concerned that a child has not attended school as they should, we invite parents to a panel.',
      ['words'],
    ],
    [
      '## Truancy\n\nFirst Offense: three detentions and a letter home.\n\nSecond Offense: parents meet the head.',
      ['words', 'words'],
    ],
    [
      'If your child has been missing from school for 3 days and nobody has been in touch, we will take the following steps:\n\nThe welfare officer makes a home visit.\n\nThe office rings every contact.',
      ['absenceDays >= 3'],
    ],
  ])('%s', (text, expected) => expect(triggersIn(text)).toEqual(expected));

  it.each([
    'A drop in attendance will affect how well your child learns.',
    'Any parent who takes a child out of school for a holiday of 6 sessions or more, not authorised by the head, may receive a penalty notice.',
    'We will develop strategies to improve attendance where patterns of absence are emerging.',
    'If we have not received the form by Friday, please ring the office.',
    'We write to families below 91% (who are watched daily, with a call if no reason is given for an absence).',
  ])('sets off nothing in words: %s', (text) => expect(triggersIn(text)).not.toContain('words'));

  it('reads each long line of a page as its own, where a page has no blank lines', () => {
    const text =
      'Children missing from education\nPlease see below how the school reports children who are missing from education to the council\nWhen a child is absent for 10 days or more and the school is not able to reach the parents, a referral is made to the local authority, which will then follow it up and try to find the family.';
    expect(triggersIn(text)).toEqual(['consecutiveAbsenceDays >= 10']);
  });
});
