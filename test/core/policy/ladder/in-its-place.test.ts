import { describe, expect, it } from 'vitest';
import { actionsIn, stepsIn, triggersIn } from './words.ts';

describe('steps that stand among others', () => {
  it.each<[string, string, string[]]>([
    [
      'a figure at the head of a sentence among sentences',
      'Once a child slips under 96% the class teacher has a quiet word.\n\nUnder 94%, Mrs Orr posts a letter, and looks at the marks for three weeks.\n\nShould those three weeks bring no improvement, Mr Bell asks the family in and a plan is written, which runs for six school weeks.',
      [
        '1 main 1: attendance < 96 percent',
        '3 main 2: attendance < 94 percent',
        '5 main 3: after 2 (3 weeks) if those three weeks bring no improvement',
      ],
    ],
    [
      'a lower line told right behind the letters',
      'Letter A goes out when attendance is below 95%. It is a nudge.\n\nLetter B goes out when attendance is below 92%. It invites you to a meeting.\n\nBelow 88%, the head asks the council to come too.',
      ['1 main 1: attendance < 95 percent', '3 main 2: attendance < 92 percent', '5 main 3: attendance < 88 percent'],
    ],
    [
      'a branch in a paragraph of its own, and the rung behind it that looks back to the first',
      '### Wave 2: 92% to 95%\n\nMrs Orr telephones.\n\nIf attendance has not improved after three weeks, Mrs Orr meets the family.\n\n### Wave 3: below 92%\n\nIf there is still no improvement, the head writes home.\n\nIf the plan has been reviewed twice without success, a contract is offered.',
      [
        '1 main 2: 92 to 95',
        '5 main 2b: after 2 (3 weeks) if attendance has not improved after three weeks',
        '7 main 3: attendance < 92 percent',
        '9 main 3b: after 3 if there is still no improvement',
      ],
    ],
    [
      'stages that begin in a clause of their own',
      '4.1 Stage 1: Attention\n\n4.1.1 Stage 1 begins when a pupil has 4 sessions of unauthorised absence in a half term.\n\n4.1.2 The tutor shall telephone the parent.\n\n4.2 Stage 2: Panel\n\n4.2.1 Stage 2 begins when the plan has been reviewed twice without improvement.\n\n4.2.2 The head shall ask the governors to a panel.',
      [
        '3 other 1: unauthorisedSessions >= 4 sessions in half term',
        '7 other 2: after 1 if the plan has been reviewed twice without improvement',
      ],
    ],
  ])('%s', (_, text, steps) => expect(stepsIn(text)).toEqual(steps));

  it('leaves when a stage begins out of what is done in it', () => {
    const text =
      'Stage 1: Attention\n\n1.1 Stage 1 begins when attendance is below 95%.\n\n1.2 The tutor telephones.\n\nStage 2: Concern\n\n2.1 Stage 2 begins when attendance is below 90%.\n\n2.2 The head meets the family.';
    expect(actionsIn(text).flat().join(' ')).not.toMatch(/begins/);
  });

  it('takes no rung for the next one’s branch', () => {
    const text =
      '### Stage 1: below 96%\n\nLetter home.\n\nIf there is no improvement after four weeks, Stage 2 begins.\n\n### Stage 2: below 92%\n\nMeeting.';
    expect(triggersIn(text)).toEqual(['attendance < 96', 'attendance < 92']);
  });

  it('says what a letter does by its name too', () => {
    const text =
      'Letter A goes out when attendance is below 95%. It is a nudge.\n\nLetter B goes out when attendance is below 92%. Parents are asked in.';
    expect(actionsIn(text).map(([first]) => first)).toEqual(['Letter A', 'Letter B']);
  });
});

describe('absent pupils who are chased by the hour', () => {
  it('reads the hours, and what follows a visit by itself', () => {
    const text =
      '# If we have not heard\n\n- 9.40am – Jo texts the main carer\n- 10.15am – no reply, so Jo phones every number\n- 11.00am – still no reply, so the safeguarding lead decides on a visit\n- After a visit with no answer – we contact the social worker, or the police';
    expect(stepsIn(text)).toEqual([
      '3 firstDay 1: if no contact by 9.40am',
      '4 firstDay 2: after 1 if no contact by 10.15am',
      '5 firstDay 3: after 2 if no contact by 11.00am',
      '6 firstDay 4: if a visit with no answer',
    ]);
  });

  it.each<[string, number]>([
    [
      'a) If a child is not in and we have had no message, the office telephones.\n\nb) If no one can be reached by 10 a.m., the safeguarding lead is told.\n\nc) If no one can be reached by midday, there is a home visit.',
      3,
    ],
    [
      'Where a child is missing and nobody has told us why, the office sends a text. If there is still no word at 9.45 we telephone every number. If that gets us nowhere, the deputy head is told and two of us call at the house.',
      3,
    ],
  ])('%s', (text, steps) => expect(triggersIn(text)).toHaveLength(steps));
});

describe('days that add up', () => {
  it('counts the days that the line above names', () => {
    const text =
      '# When days away add up\n\nWe look at the days missed in the term, whatever the reason.\n\n- 5 days in a term: the class teacher telephones home\n- 8 days in a term: Jo meets the family\n- 12 days in a term: a meeting is called with the school nurse\n\nIf the plan has been in place for six weeks and there is no improvement, the council is asked to a meeting.';
    expect(stepsIn(text)).toEqual([
      '5 main 1: absenceDays >= 5 days in term',
      '6 main 2: absenceDays >= 8 days in term',
      '7 main 3: absenceDays >= 12 days in term',
      '9 main 4: after 3 (6 weeks) if the plan has been in place for six weeks and there is no improvement',
    ]);
  });

  it('counts none where the line above is of something else', () => {
    expect(triggersIn('Detentions are given for:\n\n- 5 days: losing a planner\n- 8 days: losing it twice')).toEqual(
      [],
    );
  });
});

describe('notices counted under a heading that names them', () => {
  it.each<[string, string[]]>([
    [
      '# Penalty notices\n\na) It is £80 if paid within 21 days, £160 within 28.\n\nb) If it is the second time within three years it is £160.\n\nc) If it is the third time, no notice can be given and the council decides, which may be prosecution.',
      ['words', 'after'],
    ],
    [
      'The first fine is £80 if paid within 21 days. The second fine in three years is £160. After that there are no more fines, and the council may take parents to court.',
      ['words', 'after', 'after'],
    ],
    [
      '**A third fine?**\n\nA third fine in three years is not possible. Instead, the council may prosecute.',
      ['words'],
    ],
  ])('%s', (text, expected) => expect(triggersIn(text)).toEqual(expected));
});

describe('levels in rows without a head', () => {
  const rows = (second: string): string =>
    `| Green | 97–100% | Thanks in the newsletter |\n|---|---|---|\n| Yellow | 94–96% | ${second} |\n| Amber | 90–93% | Letter from the attendance lead |\n| Red | Below 90% | Meeting with the head |`;

  it.each(['Class teacher to mention it at the gate', 'Slip of paper with the figure goes home'])(
    'leaves out no level whose measure is in other words: %s',
    (second) => {
      expect(triggersIn(rows(second))).toContain('94 to 96');
      expect(stepsIn(rows(second))[0]).toContain('universal: 97 to 100');
    },
  );
});

describe('what is said of others, or what a word means, is no step', () => {
  it.each([
    'A child who misses 10% or more of their sessions for any reason is called persistently absent. One who misses 50% or more is called severely absent.',
    'At Larch High letters go out at 96%, 92% and 88%. Look at their page and not at ours.',
    '**Is it different at the secondary school?**\n\nYes. At Larch High letters go out at 96%.',
  ])('%s', (text) => expect(triggersIn(text)).toEqual([]));
});

describe('parents who stay away from a meeting', () => {
  it.each([
    "If you don't come to the meeting we will hold it without you and write to tell you what was decided.",
    'If parents fail to attend the panel, the school will write to tell them what was agreed.',
  ])('%s', (text) => expect(triggersIn(text)).toEqual(['words']));
});

describe('the time in which counts are counted, said once', () => {
  it.each<[string, string[]]>([
    [
      'After 4 late marks in a half term a pupil sits a detention. After a further 4 late marks (8 in all) she sits an hour.',
      [
        '1 lateness 1: lateMarks >= 4 occurrences in half term',
        '1 lateness 2: lateMarks >= 8 occurrences in half term',
      ],
    ],
    [
      '- 3 lates in a term: text home\n- 6 lates: letter\n- 9 lates: meeting with the head',
      [
        '1 lateness 1: lateMarks >= 3 occurrences in term',
        '2 lateness 2: lateMarks >= 6 occurrences in term',
        '3 lateness 3: lateMarks >= 9 occurrences in term',
      ],
    ],
    [
      '- 3 lates: text home\n- 6 lates in a term: letter\n- 9 lates: meeting with the head',
      [
        '1 lateness 1: lateMarks >= 3 occurrences',
        '2 lateness 2: lateMarks >= 6 occurrences in term',
        '3 lateness 3: lateMarks >= 9 occurrences',
      ],
    ],
    [
      '- 3 lates in a week: text home\n- 10 lates: meeting with the head',
      ['1 lateness 1: lateMarks >= 3 occurrences in week', '2 lateness 2: lateMarks >= 10 occurrences'],
    ],
  ])('%s', (text, steps) => expect(stepsIn(text)).toEqual(steps));

  it('gives no step what the next one does, where its count cannot be read', () => {
    expect(
      actionsIn(
        'After 4 late marks in a half term a pupil sits a detention. After a further four his parents come in and meet the head.',
      ),
    ).toEqual([['a pupil sits a detention']]);
  });
});

describe('ways onto a step', () => {
  it('are two where a sentence sets them apart with "or when"', () => {
    const text =
      '(i) Panel One sits when attendance is below 93%. A plan is agreed.\n\n(ii) Panel Two sits when attendance is below 90% or when the first target has been missed after 6 weeks. The head is in the chair.';
    expect(stepsIn(text)[1]).toContain(
      'attendance < 90 percent OR after 1 (6 weeks) if the first target has been missed',
    );
  });

  it('asks for a notice when help has not worked, after no other notice', () => {
    const text =
      '# Penalty notices\n\nA second notice within three years is £160.\n\nThe council is asked for a notice once a child has 10 sessions of unauthorised absence in 10 school weeks, where help has been offered and has not worked.';
    expect(stepsIn(text)[1]).not.toContain('after');
  });
});

describe('who chases an absent pupil', () => {
  it.each([
    'Where nobody has rung, the office starts telephoning at 9.35am, working through every number.',
    'When a child is not in and nobody has been in touch we ring you the same day.',
    'If there is no word from home by 10.00 am Shazia will ring.',
  ])('%s', (text) => expect(triggersIn(text)).toEqual(['words']));

  it('goes to the house by the third day', () => {
    const text =
      'Where nobody has rung, the office telephones.\n\nIf we still have no answer by the third day, two members of staff come to the house.';
    expect(triggersIn(text)).toEqual(['words', 'consecutiveAbsenceDays >= 3 + after']);
  });

  it.each([
    'If nobody has told us, Parents will ring the office.',
    'If your child is absent, You will ring us by 9am.',
  ])('not: %s', (text) => expect(triggersIn(text)).toEqual([]));
});

describe('a council that looks at families', () => {
  it.each([
    ['The council looks at a family once there are 15 unauthorised sessions in a term.', 'unauthorisedSessions >= 15'],
    [
      'The code of conduct says that a notice is considered after 10 unauthorised sessions in a term.',
      'unauthorisedSessions >= 10',
    ],
  ])('%s', (text, trigger) => expect(triggersIn(text)).toEqual([trigger]));
});

describe('lines that look like headings', () => {
  it('are what is done, as many as under the rung before', () => {
    const text =
      '# If you drop below 95%\n\nWarning letters\n\nMeeting with the head of house\n\nHome visits by the attendance officer\n\n# If you drop below 90%\n\nPersistent absence category\n\nAttendance panels with the governors\n\nAttendance contract issued';
    expect(actionsIn(text)[1]).toEqual([
      'Persistent absence category',
      'Attendance panels with the governors',
      'Attendance contract issued',
    ]);
  });

  it('open a list by its condition', () => {
    const text =
      'The plan runs for six weeks.\n\nIf attendance has not improved:\n\n- Discuss with the team leader\n- Review the support\n- Meet with social care';
    expect(actionsIn(text)).toEqual([['Discuss with the team leader', 'Review the support', 'Meet with social care']]);
  });
});

describe('what comes behind a meeting', () => {
  it('is a step where it is a final warning', () => {
    expect(
      triggersIn(
        'Stage 4 includes a further meeting.\n\nFollowing this meeting a final warning will be issued to the parents.',
      ),
    ).toEqual(['words']);
  });

  it('is none where it is a note of what was said', () => {
    expect(triggersIn('Following this meeting a note of what was said will be sent to the parents.')).toEqual([]);
  });
});

describe('days in a row without leave', () => {
  it.each([
    ['After 10 days of continuous unauthorised absence the school tells the council.', 'unauthorised'],
    ['A child absent for ten school days running without permission is referred to the council.', 'without permission'],
  ])('%s', (text, condition) =>
    expect(stepsIn(text)).toEqual([`1 firstDay 1: consecutiveAbsenceDays >= 10 days if ${condition}`]),
  );
});

describe('a table whose rows are notices', () => {
  it('is a ladder of them, a second row of one notice its other price', () => {
    const text =
      '# Penalty notices\n\n| | Amount | Pay within |\n|---|---|---|\n| First penalty notice | £80 | 21 days |\n| First penalty notice | £160 | 28 days |\n| Second penalty notice in 3 years | £160 | 28 days |\n| Third | no notice, the council considers court | |';
    expect(stepsIn(text)).toEqual([
      '5 penalty 1: if First penalty notice',
      '7 penalty 2: after 1 (3 years) if Second penalty notice',
      '8 penalty 3: after 2 if Third notice',
    ]);
    expect(actionsIn(text)[0]).toEqual(['£80, 21 days', '£160, 28 days']);
  });

  it.each([
    '| Offence | What we do |\n|---|---|\n| First offence | A word with the tutor |\n| Second offence | A detention |',
    '| Place | Prize |\n|---|---|\n| First | £80 |\n| Second | £40 |',
  ])('is none of prices or notices alone: %s', (text) => expect(triggersIn(text)).toEqual([]));
});

describe('figures that would put the wrong pupils on a step', () => {
  it('reads every row under "absence" as of absence', () => {
    const text =
      '| Absence in the last six weeks | What we do |\n|---|---|\n| 10% or more | Keyworker rings home |\n| 30% or more | Letter and a plan |\n| 70% or more | A panel considers the placement |';
    expect(triggersIn(text)).toEqual(['absence >= 10', 'absence >= 30', 'absence >= 70']);
  });

  it.each([
    'A pupil who goes from 12% to 60% in a term has done something remarkable, and we tell them.',
    'The plan asks for 15 school days with no unauthorised absence, and the head writes to the family.',
    'The head is glad to explain how this compares with that of Larch Academy, whose parents receive a letter at 96%.',
  ])('none: %s', (text) => expect(triggersIn(text)).toEqual([]));

  it('keeps two counts of one line apart', () => {
    const text =
      'Three lates in a week lead to a detention. Six lates in a half term lead to a meeting with the head of year.';
    expect(triggersIn(text)).toEqual(['lateMarks >= 3', 'lateMarks >= 6']);
    expect(actionsIn(text)[0]?.join(' ')).not.toContain('meeting');
  });

  it('takes days on end for days in a row', () => {
    expect(triggersIn('We tell the council of pupils absent without leave for 10 school days on end.')).toEqual([
      'consecutiveAbsenceDays >= 10',
    ]);
  });
});
