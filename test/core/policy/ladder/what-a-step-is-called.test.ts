import { describe, expect, it } from 'vitest';
import { readPolicy } from '#core/policy/parse.ts';
import { actionsIn, stepsIn, triggersIn } from './words.ts';

const titlesIn = (text: string): string[] => readPolicy(text).parsed.escalation.map(({ title }) => title);

describe('a name between the label and what the step says', () => {
  it.each([
    ['a full stop', '**Stage 2 – Family meeting.** '],
    ['a colon', 'Stage 2: Family meeting: '],
    ['a comma', '**Stage 2, Family meeting:** '],
    ['a bracket', 'Stage 2 (Family meeting) '],
    ['whose stage it is', 'Stage 2 – the year leader. '],
  ])('set off by %s', (_, opening) =>
    expect(
      stepsIn(
        `Stage 1 – Postcard. Attendance has slipped under 94%. The tutor posts a card.\n\n${opening}If nothing has improved three weeks after the Stage 1 card, the family is asked in.\n`,
      ),
    ).toEqual([
      '1 main 1: attendance < 94 percent',
      '3 main 2: after 1 (3 weeks) if nothing has improved three weeks after the Stage 1 card',
    ]),
  );

  it('is part of the title, and what is done where nothing else is said', () => {
    const text =
      '- **Step 1, Reminder letter:** attendance less than 96%\n- **Step 2, Concern:** attendance less than 91%. Parents see the head of year\n';
    expect(titlesIn(text)).toEqual(['Step 1: Reminder letter', 'Step 2: Concern']);
    expect(actionsIn(text)).toEqual([['Reminder letter'], ['Parents see the head of year']]);
  });

  it('is none where somebody does something', () =>
    expect(
      titlesIn(
        'Stage 1: The tutor rings home. Attendance is below 95%.\n\nStage 2: Parents come in. Attendance is below 90%.\n',
      ),
    ).toEqual([
      'Stage 1: The tutor rings home. Attendance is below 95%',
      'Stage 2: Parents come in. Attendance is below 90%',
    ]));
});

describe('steps by their names alone', () => {
  const list = [
    '**Doorstep chat.** Attendance is under 95%. The class teacher speaks to the parent.',
    '**Card home.** Attendance has not reached 95% within three weeks of the doorstep chat.',
    '**Meeting.** There is no change ten school days after the card. Parents meet the head.',
    '**Family plan.** Straight away after the meeting, a plan is written with the family.',
  ];
  const expected = [
    'attendance < 95 percent',
    'after 1 (3 weeks) if Attendance has not reached 95% within three weeks of the doorstep chat',
    'after 2 (10 school days) if There is no change ten school days after the card',
    'after 3 (immediately) if Straight away after the meeting',
  ];
  it.each([
    ['a numbered list', (line: string, index: number) => `${index + 1}. ${line}\n`],
    ['bullets', (line: string) => `- ${line}\n`],
    ['paragraphs', (line: string) => `${line}\n\n`],
  ])('in %s', (_, printed) => {
    const text = list.map(printed).join('');
    expect(stepsIn(text).map((step) => step.replace(/^\d+ main \d: /, ''))).toEqual(expected);
    expect(titlesIn(text)).toEqual(['Doorstep chat', 'Card home', 'Meeting', 'Family plan']);
  });

  it.each([
    ['definitions', '- Persistent absence: attendance below 90%\n- Severe absence: attendance below 50%\n'],
    ['reasons', '- Illness. Ring the office by 8.30.\n- Dentist. Bring the card.\n'],
    ['roles', '- Head of year: looks at the figures each week\n- Tutor: calls the register\n'],
    ['a single one', 'Targets. We hope for 97% and more.\n'],
  ])('not in a list of %s', (_, text) => expect(triggersIn(text)).toEqual([]));
});

describe('a table that names its steps in another column', () => {
  const table =
    '| Attendance | Letter | What comes with it |\n|---|---|---|\n| 90% to 94% | Amber letter | A note of the days missed |\n| 80% to 89% | Red letter | A meeting with the head of year |\n';
  it('has their names as titles', () => expect(titlesIn(table)).toEqual(['Amber letter', 'Red letter']));
});

describe('what is counted is no action', () => {
  it('in the words behind the number', () =>
    expect(
      actionsIn(
        '**Stage 1: Warning.** Six unauthorised sessions in a rolling period of six school weeks. Parents are asked in.\n\n**Stage 2: Fine.** 10 or more sessions of unauthorised absence within ten school weeks. The head asks for a penalty notice.\n',
      ),
    ).toEqual([
      ['Warning', 'Parents are asked in'],
      ['!Fine', '!The head asks for a penalty notice'],
    ]));
});

describe('below a line nobody is praised', () => {
  it.each([
    ['a plan that is drawn up', 'Red: 90% and under: we draw up a plan with the parents'],
    [
      'a certificate that comes with the letter',
      'Red: 90% and lower: a letter goes home with the certificate of attendance',
    ],
    ['a reward that is lost', 'Red: 90% or less: the tutor rings home and no reward is given'],
  ])('%s', (_, line) => {
    const text = `Amber: 91% to 95%: the tutor sends a card home\n\n${line}\n`;
    expect(triggersIn(text)).toEqual(['91 to 95', 'attendance <= 90']);
    expect(readPolicy(text).parsed.escalation.map(({ kind }) => kind)).toEqual([undefined, undefined]);
  });
});

describe('a name within the sentence, or behind it', () => {
  it.each([
    ['When attendance is below 93%, we post the **white letter** to parents.', 'White letter'],
    ['You will have **a text** once your child has missed 5% or more.', 'Text'],
    ['3.1 **A1** is sent when attendance is below 96%. It is a friendly letter with the figure in it.', 'A1'],
    ['If attendance is below 94%, the office telephones you. We call this the Check-in.', 'Check-in'],
    ['When it is under 90% parents meet the head. This is called the Family Talk.', 'Family Talk'],
    // Bold for its own sake, or for the figure, is no name.
    ['When attendance is below **93%**, we post a letter to parents.', 'When attendance is below 93%, we post a'],
    ['When attendance is below 93%, **all** parents get a letter.', 'When attendance is below 93%, all parents get'],
    [
      'Attendance below 90% brings a meeting. We call this persistent absence.',
      'Attendance below 90% brings a meeting',
    ],
  ])('%s', (text, title) =>
    expect(titlesIn(`# Attendance\n\n${text}`).map((one) => one.replace(/\s+/g, ' '))).toEqual([title]),
  );

  it('is not told again among what is done', () => {
    const text = 'If attendance is below 94%, the office telephones you. We call this the Check-in.';
    expect(actionsIn(text)).toEqual([['the office telephones you']]);
  });

  it('in each part of a sentence, by the label before the figure', () => {
    const text =
      '**Attendance.** The letters follow the percentage for the year: letter A1 (concern) below 95%; letter A2 (an invitation) below 92%.';
    expect(titlesIn(text).map((title) => title.slice(0, 9))).toEqual(['letter A1', 'letter A2']);
  });
});

describe('a name beside or below a figure that stands alone', () => {
  it.each([
    [
      'in a table, whoever it is',
      '| If attendance is | you will hear from | and this will happen |\n|---|---|---|\n| 96% or less | Tutor | e-mail home |\n| 93% or less | Head of Year | phone call |\n',
      ['Tutor', 'Head of Year'],
    ],
    [
      'in a table that is turned',
      '| 95% | 91% |\n|---|---|\n| Yellow card | Orange card |\n| A friendly word at home time | A letter to parents |\n',
      ['Yellow card', 'Orange card'],
    ],
    [
      'in lines that lost their table',
      '97% – 95%\n**Steady**\nClass teacher has a word\n\n95% – 92%\n**Slipping**\nLetter from the attendance lead\n\n92% – 90%\n**Struggling**\nThe lead meets parents\n',
      ['Steady', 'Slipping', 'Struggling'],
    ],
  ])('%s', (_, text, titles) => expect(titlesIn(text)).toEqual(titles));
});

describe('boxes with arrows between them', () => {
  it.each(['↓', '&darr;', '⇩'].slice(0, 2))('%s says when the next one comes', (arrow) => {
    const text = `**Tutor call** – for pupils whose attendance is under 96%. The tutor rings home.

${arrow} *three weeks after the tutor call, attendance has not improved*

**Letter from the year head** – with a copy of the register.

${arrow} *straight away after the letter*

**Meeting in school** – parents, pupil and year head.
`;
    expect(stepsIn(text).map((step) => step.replace(/ if .*/, ''))).toEqual([
      '1 main 1: attendance < 96 percent',
      '5 main 2: after 1 (3 weeks)',
      '9 main 3: after 2 (immediately)',
    ]);
    expect(actionsIn(text).flat().join(' ')).not.toMatch(/weeks|straight|arr/);
  });
});

it('a step without a figure right behind lines that stand alike is the next of them', () => {
  const text = `This is what you can expect:

* You will have a text once your child has missed 5% or more.
* You will have a call from the class teacher once your child has missed 8% or more.
* You will be asked to make a plan once your child has missed 10% or more.
* You will be asked to a meeting with the head if there is no improvement six weeks after the plan was made.
`;
  expect(triggersIn(text)).toEqual(['absence >= 5', 'absence >= 8', 'absence >= 10', 'after']);
});
