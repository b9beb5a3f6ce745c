import { describe, expect, it } from 'vitest';
import { actionsIn, triggersIn } from './words.ts';

describe('a row that goes on with the one above it', () => {
  it('is none of a table’s heads, and its words are the end of what is done', () => {
    const text = `## Lates in a term

4 lates     form tutor detention, 20 minutes
7 lates     head of year detention; parental
            meeting
9 lates     punctuality contract`;
    expect(triggersIn(text)).toEqual(['lateMarks >= 4', 'lateMarks >= 7', 'lateMarks >= 9']);
    expect(actionsIn(text)[1]).toEqual(['head of year detention', 'parental meeting']);
  });

  it('adds what it does where it begins with a capital', () => {
    const text = `| Attendance | What we do |
| --- | --- |
| Below 95% | Letter home |
| | Meeting with the tutor |
| Below 90% | Referral to the council |`;
    expect(actionsIn(text)).toEqual([['Letter home', 'Meeting with the tutor'], ['Referral to the council']]);
  });

  it('is read where a letter says itself when it goes out', () => {
    const text = `Letter 1    goes out when attendance drops below 94%.
Letter 2    goes out when attendance drops below 91%. It asks parents to
            come in and see the pastoral lead.
Letter 3    goes out when attendance drops below 89%.`;
    expect(triggersIn(text)).toEqual(['attendance < 94', 'attendance < 91', 'attendance < 89']);
  });
});

describe('whole attendance in a table', () => {
  it('is a step that praises, so that the others keep their places', () => {
    const text = `| Level | Attendance | What happens |
| --- | --- | --- |
| Gold | 100% | Certificate |
| Silver | 96–99.9% | Postcard home |
| Bronze | Below 96% | Letter from the tutor |`;
    expect(triggersIn(text)).toEqual(['attendance >= 100', '96 to 99.9', 'attendance < 96']);
  });

  it.each(['| 100% | We thank every family whose attendance is above 96% |', '| 100% | |', '| 100% | 0 days missed |'])(
    'is none where its row tells of nothing that is done about it: %s',
    (row) =>
      expect(triggersIn(`| Attendance | Action |\n| --- | --- |\n${row}\n| Below 94% | Letter home |`)).toEqual([
        'attendance < 94',
      ]),
  );
});

describe('what a family must bring', () => {
  it('is no step in a row', () => {
    const text = `| Level | Attendance | What happens |
| --- | --- | --- |
| 1 | Below 95% | The tutor rings home |
| 2 | Below 92% | Pupils must bring a doctor's note for every absence |
| 3 | Below 90% | Parents are invited to a meeting |`;
    expect(triggersIn(text)).toEqual(['attendance < 95', 'attendance < 90']);
  });

  it('is no step at a level', () => {
    const text = `Level 1: below 95% – the tutor rings home
Level 2: below 92% – parents must send medical evidence for each absence
Level 3: below 90% – parents are invited to a meeting`;
    expect(triggersIn(text)).toEqual(['attendance < 95', 'attendance < 90']);
  });

  it('does not hide what the school does beside it', () => {
    const text = `Level 1: below 95% – the tutor rings home
Level 2: below 92% – parents must send medical evidence; the head of year writes home
Level 3: below 90% – parents are invited to a meeting`;
    expect(triggersIn(text)).toEqual(['attendance < 95', 'attendance < 92', 'attendance < 90']);
  });
});

describe('hours that chase an absent pupil', () => {
  const steps = ['words', 'after', 'after'];
  it.each([
    "9.15 am A text goes to every absent pupil's first contact.\n\n9.45 am The office rings each contact.\n\n11 am The safeguarding lead is told.",
    '9.15am – text to the home of each absent pupil\n\n9.45am – the office rings each contact\n\nNoon – the safeguarding lead (DSL) is told',
  ])('are steps without bold type: %s', (text) => expect(triggersIn(text)).toEqual(steps));

  it.each([
    '8.30 am Parents ring the absence line.\n\n8.40 am Doors open.\n\n9.30 am The office rings absent pupils.',
    '8.40 am Doors open.\n\n8.50 am Registers are taken.\n\n3.15 pm The bell rings.',
    '12 noon Lunch is called.\n\n1 pm Registers close and the bell rings.',
  ])('are none in a timetable: %s', (text) => expect(triggersIn(text)).toEqual([]));
});

describe('levels whose counts have no unit', () => {
  it.each([
    [
      'Late marks in a half term',
      'Level 1 – 3: word with the tutor\nLevel 2 – 5: detention\nLevel 3 – 8: meeting with parents',
      [3, 5, 8],
    ],
    ['Number of lates each term', '- Stage 1 (4): tutor phones home\n- Stage 2 (7): letter home', [4, 7]],
    ['Late marks', 'Level 1 – 3: a word\nLevel 2 – 3: a letter', []],
    ['Late marks', 'Level 1 – 3: pupils are spoken to\nLevel 4 – 6: parents are invited to a meeting', []],
  ])('count what the line above them names: %s, %s', (above, lines, counts) =>
    expect(triggersIn(`## ${above}\n\n${lines}`).filter((one) => one.startsWith('late'))).toEqual(
      counts.map((count) => `lateMarks >= ${count}`),
    ),
  );

  it('are of attendance where that is above them', () => {
    const text = '## Attendance stages\n\nStage 1 - 95: letter\nStage 2 - 92: meeting\nStage 3 - 90: referral';
    expect(triggersIn(text)).toEqual(['attendance <= 95', 'attendance <= 92', 'attendance <= 90']);
  });

  it('are of attendance where they run from a hundred downwards', () => {
    const text =
      '## How low?\n\n* 97 to 100 – super\n* 94 to 96 – the teacher will mention it\n* 93 or lower – we ask you to a meeting';
    expect(triggersIn(text)).toEqual(['97 to 100', '94 to 96', 'attendance <= 93']);
  });

  it.each([
    '* 90 to 100 – grade A, letter home\n* 60 to 70 – grade C, letter home\n* 50 to 55 – grade D, meeting',
    '* 90 to 100 – letter\n* 80 to 89 – meeting',
    '* 60 to 70 – letter\n* 55 to 60 – meeting\n* 50 to 54 – call',
  ])('are none where they leave gaps, are few, or begin lower: %s', (text) => expect(triggersIn(text)).toEqual([]));
});

describe('notices counted by a word alone', () => {
  it('are rows under heads that name them', () => {
    const text = `| Offence within three years | What is issued | Sum |
| --- | --- | --- |
| First | Penalty notice | £80 within 21 days |
| Second | Penalty notice | £160 within 28 days |
| Third | No penalty notice | Prosecution is considered |`;
    expect(triggersIn(text)).toEqual(['words', 'after', 'after']);
  });
});

describe('a school that asks for advice', () => {
  it.each([
    'If attendance does not improve after six weeks the school requests advice from the local authority.',
    'Should there be no improvement, we seek further help from the council.',
  ])('takes a step: %s', (text) => expect(triggersIn(text)).toEqual(['words']));

  it('does not where families ask', () =>
    expect(triggersIn('If there is no improvement in a cold, parents may request leave by form.')).toEqual([]));
});
