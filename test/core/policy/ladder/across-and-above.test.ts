import { describe, expect, it } from 'vitest';
import { actionsIn, stepsIn, triggersIn } from './words.ts';

const table = (...rows: string[][]): string =>
  rows
    .flatMap((row, at) => [`| ${row.join(' | ')} |`, ...(at === 0 ? [`|${row.map(() => '---').join('|')}|`] : [])])
    .join('\n');

describe('tables whose columns are the rungs', () => {
  it.each([
    [
      'stages above, what sets them off and what is done below',
      table(
        ['', 'Stage 1', 'Stage 2', 'Stage 3'],
        ['When', 'Below 95%', 'Below 92%', 'Below 89%'],
        ['What we do', 'Tutor rings home', 'Letter and a meeting', 'Panel with the governors'],
      ),
      ['attendance < 95', 'attendance < 92', 'attendance < 89'],
      [['Tutor rings home'], ['Letter and a meeting'], ['Panel with the governors']],
    ],
    [
      'figures above, measures below',
      table(['Below 96%', 'Below 93%'], ['letter to parents', 'meeting with the head of year']),
      ['attendance < 96', 'attendance < 93'],
      [['letter to parents'], ['meeting with the head of year']],
    ],
    [
      'notices side by side',
      table(
        ['First offence', 'Second offence', 'Third offence'],
        ['£160, or £80 within 21 days', '£160', 'the council prosecutes'],
      ),
      ['words', 'after', 'after'],
      [['£160, or £80 within 21 days'], ['£160'], ['!the council prosecutes']],
    ],
  ])('%s', (_, text, triggers, actions) => {
    expect(triggersIn(text)).toEqual(triggers);
    expect(actionsIn(text)).toEqual(actions);
  });

  it.each([
    [
      'days missed under each percentage',
      table(['95%', '90%', '85%'], ['9 days missed', '19 days missed', '28 days missed']),
    ],
    ['results by year group', table(['Year 7', 'Year 8', 'Year 9'], ['94%', '95%', '93%'])],
    ['terms', table(['Autumn', 'Spring', 'Summer'], ['95%', '94%', '96%'], ['letter sent', 'letter sent', 'none'])],
  ])('not: %s', (_, text) => expect(triggersIn(text)).toEqual([]));
});

it('reads several rungs from one row, each a figure and what is done', () => {
  const text = 'Below 96% | Letter home | Below 93% | Meeting in school | Below 90% | Referral to the council';
  expect(triggersIn(text)).toEqual(['attendance < 96', 'attendance < 93', 'attendance < 90']);
  expect(actionsIn(text)).toEqual([['Letter home'], ['Meeting in school'], ['Referral to the council']]);
});

describe('bands on lines of their own above their stages', () => {
  const text = (...parts: string[]): string => parts.join('\n\n');

  it('gives each band what stands under it, not what stands over it', () => {
    const page = text(
      '96% – 100%',
      'Stage 1 (on course)',
      'Certificates in assembly',
      '91% – 95%',
      'Stage 2 (slipping)',
      'The tutor rings home',
      'Below 91%',
      'Stage 3 (serious)',
      'Parents are invited to a meeting with the head of year',
    );
    expect(stepsIn(page)).toEqual([
      '1 main 1 reward: 96 to 100',
      '7 main 2: 91 to 95',
      '13 main 3: attendance < 91 percent',
    ]);
    expect(actionsIn(page)).toEqual([
      ['Certificates in assembly'],
      ['The tutor rings home'],
      ['Parents are invited to a meeting with the head of year'],
    ]);
  });

  it('leaves bands where they stand below their stages', () => {
    const page = text(
      'Stage 1',
      '91% – 95%',
      'The tutor rings home',
      'Stage 2',
      'Below 91%',
      'A panel meets with the family.',
    );
    expect(stepsIn(page)).toEqual(['3 main 1: 91 to 95', '9 main 2: attendance < 91 percent']);
    expect(actionsIn(page)).toEqual([['The tutor rings home'], ['A panel meets with the family']]);
  });
});

describe('what is done first, and when at its end', () => {
  it.each([
    ['items', '- Letter home – attendance below 95%\n- Meeting with the head – attendance below 91%'],
    ['lines of their own', 'Letter home (attendance below 95%)\n\nMeeting with the head (attendance below 91%)'],
  ])('%s', (_, text) => {
    expect(triggersIn(text)).toEqual(['attendance < 95', 'attendance < 91']);
    expect(actionsIn(text)).toEqual([['Letter home'], ['Meeting with the head']]);
  });

  it('is no step where a heading only names the figure', () => {
    expect(triggersIn('Support for pupils (attendance below 90%)\n\nWe are a friendly school.')).toEqual([]);
  });
});

describe('lines that earlier words name', () => {
  it.each([
    ['We expect 96%. If attendance drops below this figure, the office writes home.', ['attendance < 96']],
    [
      'Attendance of 94% is expected, and if it falls below this level we will invite you to a meeting.',
      ['attendance < 94'],
    ],
    ['A letter is sent home when attendance is 95%.', ['attendance <= 95']],
    [
      "If a pupil's attendance falls to 94% we text. Should it fall further to 91%, we hold a meeting.",
      ['attendance <= 94', 'attendance <= 91'],
    ],
  ])('%s', (text, expected) => expect(triggersIn(text)).toEqual(expected));

  it.each([
    'Our aim is 96% and last year we reached 93%. If attendance drops below this figure, the office writes home.',
    'In the county 8% of pupils are persistently absent. If we fall below this level, the governors meet.',
    'After a cold Priya is on 93.5%, so her tutor rings home to see how she is.',
  ])('not: %s', (text) => expect(triggersIn(text)).toEqual([]));
});

describe('treats that pupils go without are no steps', () => {
  it.each([
    'Everyone on 95% or more comes on the summer trip. Those below 95% will stay in school with their teachers.',
    'Pupils whose attendance is below 92% will not be invited to the prom.',
  ])('%s', (text) => expect(triggersIn(text)).toEqual([]));

  it('unless the school tells parents too', () => {
    const text = 'If attendance is below 92% the pupil will not go on the trip and a letter is sent home.';
    expect(triggersIn(text)).toEqual(['attendance < 92']);
  });
});

describe('first-day procedures', () => {
  it('is told in conditions under a name that is no rung', () => {
    const text = [
      'First day absence procedure',
      'If no call has been received and the child is absent, the office will ring the first contact.',
      'If we are unable to reach that person, a message will be left.',
    ].join('\n\n');
    expect(triggersIn(text)).toEqual(['words', 'words']);
  });

  it('reads days of two figures in one line', () => {
    const text = 'Day 1 – text to parents. Day 3 – home visit. Day 10 – referral to the council.';
    expect(triggersIn(text)).toEqual([1, 3, 10].map((day) => `consecutiveAbsenceDays >= ${day}`));
  });
});

it.each([
  ['If your child has a high level of lateness you will receive a warning letter.', ['words']],
  ['Further truancy may result in suspension.', ['words']],
  ['The school reports to the council the names of any pupils who are persistently absent.', []],
])('%s', (text, expected) =>
  expect(triggersIn(text).map((one) => (one === 'after' ? 'words' : one))).toEqual(expected),
);
