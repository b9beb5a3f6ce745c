import { describe, expect, it } from 'vitest';
import { readPolicy } from '#core/policy/parse.ts';
import { actionsIn, stepsIn, triggersIn } from './words.ts';

const orders = (text: string): string[] =>
  readPolicy(text).parsed.escalation.map(({ sequence, order }) => `${sequence} ${order}`);

describe('labels behind the numbers of clauses', () => {
  const text =
    '6.2 Level One. Where attendance is less than 95%, the tutor shall speak to the pupil.\n\n6.3 Level Two: formal. If there is no improvement at the end of four weeks the Head of House writes to parents.\n\n6.4 Level Three. Where a pupil has 10 or more unauthorised sessions in 10 school weeks, the Principal asks for a penalty notice.\n\n6.5 Pupils whose absence goes over 50% are severely absent; a meeting is called.\n';
  it('are one ladder, and the next clause is no part of the last', () => {
    expect(stepsIn(text).slice(0, 3)).toEqual([
      '1 main 1: attendance < 95 percent',
      '3 main 2: after 1 (4 weeks) if there is no improvement at the end of four weeks',
      '5 main 3: unauthorisedSessions >= 10 sessions in 10 school weeks',
    ]);
    expect(actionsIn(text)[2]).toEqual(['!the Principal asks for a penalty notice']);
  });
});

describe('the boxes of a chart that was flattened', () => {
  it('each have their own trigger and what is done below it', () => {
    const text =
      '[ 1 ] Attendance falls under 96%\nTutor rings home\n↓\n[ 2 ] Attendance falls under 92%\nYear leader meets the parents\n↓\n[ 3 ] No improvement three weeks after box 2\nThe case goes to the panel\n';
    expect(triggersIn(text)).toEqual(['attendance < 96', 'attendance < 92', 'after']);
    expect(actionsIn(text)).toEqual([
      ['Tutor rings home'],
      ['Year leader meets the parents'],
      ['The case goes to the panel'],
    ]);
  });
});

describe('either way onto a step', () => {
  it.each([
    [
      'the other way named first',
      'Stage 2: If the target set at Stage 1 is not reached, or attendance falls to 90%, parents see the head.',
      'attendance <= 90 + after',
    ],
    [
      'a stage that is also used',
      'Stage 2: If there is no improvement after two weeks the head writes home. This stage is also used where attendance is less than 91%.',
      'attendance < 91 + after',
    ],
    [
      'no progress as the other trigger',
      'Stage 2: attendance below 92% or no progress after stage 1. Meeting with parents.',
      'attendance < 92 + after',
    ],
    [
      'nobody has replied',
      'Stage 2: attendance below 92%, or if nobody has responded to the letter within ten days. Meeting with parents.',
      'attendance < 92 + after',
    ],
  ])('%s', (_, second, expected) => {
    const text = `Stage 1: attendance below 95%. The tutor rings home.\n\n${second}\n`;
    expect(triggersIn(text)).toEqual(['attendance < 95', expected]);
    expect(readPolicy(text).parsed.escalation[1]?.trigger.anyOf).toHaveLength(2);
  });
});

describe('when, and what is done then, in one sentence without an "if"', () => {
  it.each([
    'four weeks later there has been no improvement and parents come to a meeting',
    'Twenty school days have passed since Letter One and attendance has not gone up. Parents come to a meeting.',
    'attendance is still under 93% a month after the phone call. Parents come to a meeting.',
  ])('%s', (words) =>
    expect(triggersIn(`Strike one: attendance goes below 94%. A letter is sent.\n\nStrike two: ${words}\n`)[1]).toMatch(
      /after/,
    ),
  );
});

describe('questions that say when', () => {
  it.each([
    ['on the line above their answers', (question: string, answer: string) => `**${question}**\n${answer}\n\n`],
    ['as headings', (question: string, answer: string) => `### ${question}\n\n${answer}\n\n`],
  ])('%s', (_, printed) => {
    const text =
      '# Attendance policy\n\n' +
      printed(
        'My child’s attendance has gone below 95%. What will happen?',
        'The class teacher will have a word with you.',
      ) +
      printed('And if it goes below 90%?', 'We will ask you to a meeting with the headteacher.') +
      printed('What is persistent absence?', 'Missing 10% or more. We tell the council how many pupils that is.');
    expect(triggersIn(text).slice(0, 2)).toEqual(['attendance < 95', 'attendance < 90']);
  });
});

describe('tables whose columns are the people who act', () => {
  it('have all that each of them does, and rows where the first does nothing', () => {
    const text =
      '| Attendance | Form Tutor | Head of Year | Attendance Officer |\n|---|---|---|---|\n| 90 – 94% | Calls home | Monitors weekly | |\n| 80 – 89% | Daily report | Meets parents | Sends letter |\n| Below 80% | | Reviews the plan | Home visit |\n';
    expect(triggersIn(text)).toEqual(['90 to 94', '80 to 89', 'attendance < 80']);
    expect(actionsIn(text)).toEqual([
      ['Calls home', 'Monitors weekly'],
      ['Daily report', 'Meets parents', 'Sends letter'],
      ['Reviews the plan', 'Home visit'],
    ]);
  });
});

describe('bands alone on their lines', () => {
  it('with what a table had beside them on the lines below', () =>
    expect(
      triggersIn(
        '# Attendance\n\nAttendance % Colour What the school does What parents do\n\n100 - 96\nGreen\nPostcard home\n\n95.9 - 92\nYellow\nTutor speaks to the parents\n\n91.9 - 90\nAmber\nLetter A is sent\n\nbelow 90\nRed\nMeeting with the head\n',
      ),
    ).toEqual(['96 to 100', '92 to 95.9', '90 to 91.9', 'attendance < 90']));
});

describe('nothing to fall to', () => {
  it('whole attendance is reached from below, and praised', () => {
    const [purple] = readPolicy('PURPLE – 100%. Wow! A name in the newsletter.\n\nRED – below 90%. A meeting.\n').parsed
      .escalation;
    expect(purple).toMatchObject({ kind: 'reward', trigger: { op: '>=', value: 100 } });
  });
  it('the share of pupils at the head of a wrapped line', () =>
    expect(
      triggersIn(
        'The governors look at figures each term (persistent absence last year:\n21.4%; national 26.5%) and a meeting is held.\n',
      ),
    ).toEqual([]));
});

describe('statuses among named steps', () => {
  it('are decided by their names', () =>
    expect(
      stepsIn(
        '**Watch list** – attendance has dropped below 95%. Miss Larch sends a letter.\n\n**Persistent absence** – Mrs Ogden meets the family.\n\n**Severe absence** – the head calls a meeting of everybody.\n',
      ),
    ).toEqual(['1 main 1: attendance < 95 percent', '3 main 2: if Persistent absence', '5 main 3: if Severe absence']));
});

describe('which ladder is which', () => {
  it('sessions added up are the main one, whatever else is told of a first day', () =>
    expect(
      orders(
        'If you are not here and nobody has told us why your key worker will ring.\n\n| Sessions missed | Step | What we do |\n|---|---|---|\n| 6 | Check-in | Key worker rings home |\n| 12 | Home visit | Key worker comes round |\n',
      ),
    ).toEqual(['firstDay 1', 'main 1', 'main 2']));
  it('late marks in a paragraph of their own go on with no others', () =>
    expect(
      orders(
        'The threshold is 10 unauthorised sessions in 10 school weeks, when the council may be asked for a penalty notice.\n\nWhen a pupil has had 6 L marks the tutor rings home; when it is 12 the head asks the parents in.\n',
      ),
    ).toEqual(['penalty 1', 'lateness 1', 'lateness 2']));
});
