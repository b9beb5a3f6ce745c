import { describe, expect, it } from 'vitest';
import { stepsIn, triggersIn } from './words.ts';

describe('a line that is left open leads on to the stage below it', () => {
  it.each(['–', '-', ':'])('with %s at its end', (mark) =>
    expect(
      stepsIn(
        `## Stage 1 – attendance below 94%\n\nThe tutor rings home.\n\nIf nothing has changed within three weeks ${mark}\n\n## Stage 2\n\nParents are invited to a meeting.\n`,
      ),
    ).toEqual([
      '1 main 1: attendance < 94 percent',
      '7 main 2: after 1 (3 weeks) if nothing has changed within three weeks',
    ]),
  );

  it('but not where it leads into a list of its own stage', () =>
    expect(
      triggersIn(
        '## Stage 1 – attendance below 94%\n\nThe tutor rings home.\n\n## Stage 2\n\nIf there is no improvement within three weeks:\n\n- a letter goes home\n- a meeting is arranged\n\n## Stage 3: attendance below 88%\n\nReferral to the council.\n',
      ),
    ).toEqual(['attendance < 94', 'after', 'attendance < 88']));
});

describe('what is done without a verb, behind how the step before has gone', () => {
  it.each(['referral to the council', 'meeting with the head of year', 'home visit by the family worker'])(
    '%s',
    (done) =>
      expect(
        triggersIn(
          `## Stage 1\n\nAttendance below 95%. The tutor rings home.\n\n## Stage 2\n\nIf there is no improvement after four weeks, ${done}.\n`,
        ),
      ).toEqual(['attendance < 95', 'after']),
  );
});

describe('a step before that is named ahead of the clause', () => {
  it.each(['After the panel,', 'Following the meeting,', 'After this first review meeting,'])('%s', (after) =>
    expect(
      triggersIn(
        `**Stage 1** – attendance below 93%. Panel meeting with parents.\n\n**Stage 2** – ${after} if there is no improvement within three weeks, the case goes to the council.\n`,
      ),
    ).toEqual(['attendance < 93', 'after']),
  );
});

describe('bare numbers under or beside what they count', () => {
  it.each([
    ['Sessions missed', 'sessions'],
    ['Unauthorised sessions', 'unauthorisedSessions'],
    ['Number of days absent', 'absenceDays'],
    ['Days of unauthorised absence', 'unauthorisedDays'],
  ])('%s', (head, metric) => {
    const expected = [`${metric} >= 8`, `${metric} >= 16`, `${metric} >= 38`];
    const done = ['Letter home', 'Meeting with parents', 'Referral to the council'];
    const down = [8, 16, 38].map((count, index) => `| ${count} | ${done[index]} |`).join('\n');
    expect(triggersIn(`| ${head} | What we do |\n|---|---|\n${down}\n`)).toEqual(expected);
    expect(triggersIn(`| ${head} | 8 | 16 | 38 |\n|---|---|---|---|\n| What we do | ${done.join(' | ')} |\n`)).toEqual(
      expected,
    );
  });

  it.each([
    '| Attendance | Days off | Sessions missed |\n|---|---|---|\n| 98% | 4 | 8 |\n| 96% | 8 | 16 |\n| 90% | 19 | 38 |\n',
    '| Sessions missed | 8 | 16 | 38 |\n|---|---|---|---|\n| Attendance | 98% | 96% | 90% |\n',
    '| Days absent | Lessons missed |\n|---|---|\n| 5 | 25 |\n| 10 | 50 |\n| 19 | 95 |\n',
    '| Year group | Pupils | Days missed |\n|---|---|---|\n| 7 | 120 | 340 |\n| 8 | 118 | 410 |\n',
  ])('but none where only a sum is told: %s', (text) => expect(triggersIn(text)).toEqual([]));
});

describe('hours under the name of first day calling', () => {
  it('are steps, whatever word for absence is left out', () =>
    expect(
      stepsIn(
        '## First day calling\n\n- 9.15 – text sent\n- 10.00 – phone call to all contacts\n- 11.30 – home visit\n',
      ),
    ).toEqual([
      '3 firstDay 1: if no contact by 9.15',
      '4 firstDay 2: after 1 if no contact by 10.00',
      '5 firstDay 3: after 2 if no contact by 11.30',
    ]));

  it('but hours of the first day of term are a timetable', () =>
    expect(
      triggersIn('## First day of term\n\n- 9.15 – assembly\n- 10.00 – tour with tutors\n- 11.30 – early lunch\n'),
    ).toEqual([]));
});
