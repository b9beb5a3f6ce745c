import { describe, expect, it } from 'vitest';
import { readPolicy } from '#core/policy/parse.ts';
import { triggersIn } from './words.ts';

/** Ladders as schools tell them, each in its own way, and the triggers in their order. */
const LADDERS: readonly (readonly [text: string, triggers: readonly string[]])[] = [
  [
    `## Punctuality

We keep a running count of late marks each half term.

| Lates | What happens next |
|---|---|
| 3 | Form tutor has a quiet word |
| 5 | Parents are rung |
| 8 | Meeting with the head of year |`,
    ['lateMarks >= 3', 'lateMarks >= 5', 'lateMarks >= 8'],
  ],
  [
    `4.1 Attendance is monitored weekly.
4.1.1 Where it stands at 96% or lower the tutor talks to the pupil.
4.1.2 Where it stands at 93% or lower a letter is posted.
4.1.3 Where it stands at 90% or lower the family is asked to a meeting and a plan is agreed.
4.1.4 If the plan has not brought attendance back to 92% within six weeks the matter goes to governors.`,
    ['attendance <= 96', 'attendance <= 93', 'attendance <= 90', 'after'],
  ],
  [
    `Q. At what point will I hear from school?
A. Once your child has lost six half days, whatever the reason, the class teacher has a chat with you. At ten half days we write. At sixteen you come in for a meeting.`,
    ['sessions >= 6', 'sessions >= 10', 'sessions >= 16'],
  ],
  [
    `Your child's attendance is given a colour every Friday.
Green is 96% or more and needs nothing from us.
Yellow is anything from 93% up to 96%: the tutor sends a message.
Orange runs from 90% up to 93%: the head of year rings.
Red is everything under 90%: you are invited to a meeting.`,
    ['attendance >= 96', '93 to 96', '90 to 93', 'attendance < 90'],
  ],
  [
    `## Attendance bands

Band A (98 to 100): praise postcard. Band B (95 to 97.9): nothing needed. Band C (90 to 94.9): letter home. Band D (under 90): meeting with parents.`,
    ['98 to 100', '95 to 97.9', '90 to 94.9', 'attendance < 90'],
  ],
  [
    `The ladder has four rungs.

First rung: when a pupil drops below 96 per cent. Who: class teacher. What: a conversation at the gate.
Second rung: when a pupil drops below 93 per cent. Who: office manager. What: a letter.
Third rung: when a pupil drops below 90 per cent. Who: headteacher. What: a meeting and a plan.
Fourth rung: when the plan has run for six weeks and attendance has not improved. Who: headteacher and council. What: a formal meeting.`,
    ['attendance < 96', 'attendance < 93', 'attendance < 90', 'after'],
  ],
  [
    `| When | Who | What | Reviewed |
|---|---|---|---|
| Attendance goes below 95% | Tutor | Phone call home | after 2 weeks |
| No improvement at the review | Head of Year | Meeting with parents | after 4 weeks |
| Attendance below 88% | Deputy head | Attendance panel | after 6 weeks |`,
    ['attendance < 95', 'after', 'attendance < 88'],
  ],
  [
    `We send a first letter when a child has had five days off in the year, a second at nine, and a third, with an invitation to meet the headteacher, at fourteen.`,
    ['absenceDays >= 5', 'absenceDays >= 9', 'absenceDays >= 14'],
  ],
  [
    `## Lateness

In any half term:
* 3 lates and your tutor will speak to you
* 6 lates and we ring home
* 9 lates and you lose a lunchtime`,
    ['lateMarks >= 3', 'lateMarks >= 6', 'lateMarks >= 9'],
  ],
  [
    `A tutor meets any student on 95% or under. Students on 92% or under are seen by the head of year, who sets a four-week target. If the target is missed the assistant head meets the parents. Students on 85% or under are referred to the council.`,
    ['attendance <= 95', 'attendance <= 92', 'after', 'attendance <= 85'],
  ],
  [
    `Unauthorised absence: at 5 sessions parents receive a warning letter; at 8 they are asked into school; at 10 (in ten school weeks) a penalty notice may be requested.`,
    ['unauthorisedSessions >= 5', 'unauthorisedSessions >= 8', 'unauthorisedSessions >= 10'],
  ],
  [
    `Letter one is posted when attendance slides under 95%. Letter two is posted if, a month after letter one, attendance is no higher. Letter three, which asks parents to a meeting, is posted if attendance is under 90% and letter two has been sent.`,
    ['attendance < 95', 'after', 'attendance < 90 + after'],
  ],
  [
    `# Attendance: who does what

**Tutor.** Steps in at 96% and rings home.

**Head of year.** Steps in at 93%. Writes home and meets the student.

**Attendance officer.** Steps in at 90%, or at ten unauthorised sessions in ten school weeks. Meets the family and agrees a plan.

**Deputy head.** Steps in if the plan has not worked after six weeks.`,
    ['attendance <= 96', 'attendance <= 93', 'attendance <= 90 + unauthorisedSessions >= 10', 'after'],
  ],
  [
    `Concern level | Attendance | What happens
Low | 93% - 95.9% | Text message home
Medium | 90% - 92.9% | Phone call and letter
High | Below 90% | Meeting, support plan`,
    ['93 to 95.9', '90 to 92.9', 'attendance < 90'],
  ],
  [
    `## Falling attendance

If we notice that your child has missed 5 days (10 sessions) in the school year so far we will send you a letter so that you know. At 10 days (20 sessions) we will ask to meet you. At 19 days (38 sessions) your child will be persistently absent and we will draw up a plan together.`,
    ['absenceDays >= 5', 'absenceDays >= 10', 'absenceDays >= 19'],
  ],
  [
    `## Our response

- Attendance 96%+ : Well done!
- Attendance 94-96% : Class teacher chat
- Attendance 92-94% : Letter 1 from the office
- Attendance 90-92% : Letter 2 and a meeting
- Attendance under 90% : Letter 3, meeting with the head and council officer`,
    ['attendance >= 96', '94 to 96', '92 to 94', '90 to 92', 'attendance < 90'],
  ],
  [
    `Students are placed on Attendance Report 1 when they go under 95%, on Attendance Report 2 when they go under 92% and on Attendance Report 3 when they go under 90%. Each report lasts four weeks and is signed by a parent.`,
    ['attendance < 95', 'attendance < 92', 'attendance < 90'],
  ],
  [
    `The attendance team meets each fortnight and decides on the following:

Monitor – students between 93% and 95%: added to the watch list.
Engage – students between 90% and 93%: phone call and letter home.
Support – students between 80% and 90%: meeting and action plan.
Enforce – students below 80%: referral to the local authority.`,
    ['93 to 95', '90 to 93', '80 to 90', 'attendance < 80'],
  ],
  [
    `Lates are looked at every Friday. A student with two or more in the week is spoken to by the tutor. A student with five or more in a half term gets a letter home. A student with ten or more in a term comes in with a parent.`,
    ['lateMarks >= 2', 'lateMarks >= 5', 'lateMarks >= 10'],
  ],
  [
    `## Support for attendance

| Tier | When it starts | Who acts | What they do | How long before we look again |
|---|---|---|---|---|
| 1 | Attendance under 96% | Tutor | Conversation with the student, call home | 3 weeks |
| 2 | Attendance under 93% | Head of year | Letter and meeting in school | 4 weeks |
| 3 | Attendance under 90% | Attendance officer | Support plan with the family | 6 weeks |
| 4 | Attendance under 80% | Deputy head | Multi-agency meeting | 6 weeks |`,
    ['attendance < 96', 'attendance < 93', 'attendance < 90', 'attendance < 80'],
  ],
  [
    `We write to parents three times.

The first letter goes out once a child has been absent for eight sessions this school year, authorised or not.

The second goes out at sixteen sessions, and asks you to ring us.

The third goes out at twenty-four sessions, and asks you to come to a meeting with the headteacher.`,
    ['sessions >= 8', 'sessions >= 16', 'sessions >= 24'],
  ],
  [
    `## Unauthorised absence

1. After 2 unauthorised sessions in any 4 school weeks the office texts home.
2. After 5 unauthorised sessions in any 4 school weeks the head of year rings home.
3. After 8 unauthorised sessions in any 10 school weeks we hold a support meeting.
4. After 10 unauthorised sessions in any 10 school weeks we may ask for a penalty notice, but only if the steps above have been taken.`,
    [
      'unauthorisedSessions >= 2',
      'unauthorisedSessions >= 5',
      'unauthorisedSessions >= 8',
      'unauthorisedSessions >= 10',
    ],
  ],
  [
    `## The four steps

**Step 1** is for any pupil below 95%. The tutor talks to the pupil.

**Step 2** follows if attendance is no better four weeks after Step 1. The head of year writes home.

**Step 3** follows if attendance is no better six weeks after Step 2. Parents are invited to a meeting.

**Step 4** is for any pupil below 80%, whatever has gone before. The council is asked to help.`,
    ['attendance < 95', 'after', 'after', 'attendance < 80'],
  ],
  [
    `## Chasing absence

A pupil absent on two days running without a reason is visited at home by a member of staff. After five days running we tell the council.`,
    ['consecutiveAbsenceDays >= 2', 'consecutiveAbsenceDays >= 5'],
  ],
  [
    `Lateness. Two lates in one week: break-time detention. Four lates in a half term: the tutor rings home. Eight lates in a half term: parents meet the head of year. Late marks do not move a pupil along the attendance steps.`,
    ['lateMarks >= 2', 'lateMarks >= 4', 'lateMarks >= 8'],
  ],
  [
    `We sort pupils into four groups by their attendance this year.

Group 1 (97% and up): praise in assembly.
Group 2 (94% to just under 97%): the class teacher keeps an eye on things and has a chat at the gate.
Group 3 (90% to just under 94%): letter home and an invitation to talk.
Group 4 (below 90%): meeting with the head; plan; family support worker.`,
    ['attendance >= 97', '94 to 97 + attendance < 97', '90 to 94 + attendance < 94', 'attendance < 90'],
  ],
  [
    `## Stepping up

The class teacher has a word if attendance is at or under 96 per cent. At or under 94 per cent the deputy sends a letter. At or under 90 per cent there is a meeting. Should a meeting not bring attendance up within a half term, we refer to the council's attendance service.`,
    ['attendance <= 96', 'attendance <= 94', 'attendance <= 90', 'after'],
  ],
  [
    `Mrs Hart looks at the figures on the last Friday of every half term.
* Missed 3 days or more in that half term: a note home.
* Missed 5 days or more in that half term: a phone call.
* Missed 7 days or more in that half term: a meeting.`,
    ['absenceDays >= 3', 'absenceDays >= 5', 'absenceDays >= 7'],
  ],
  [
    `### How we escalate

Trigger 1 - 6 sessions of absence in a term: text home
Trigger 2 - 10 sessions of absence in a term: letter home
Trigger 3 - 14 sessions of absence in a term: attendance meeting
Trigger 4 - 20 sessions of absence in a term: panel with governors`,
    ['sessions >= 6', 'sessions >= 10', 'sessions >= 14', 'sessions >= 20'],
  ],
  [
    `If attendance drops to between 93 and 95 per cent, we send a text. Between 90 and 92.9 per cent, we ring. Anything below 90 per cent and we invite you in. Below 50 per cent the local authority is involved.`,
    ['93 to 95', '90 to 92.9', 'attendance < 90', 'attendance < 50'],
  ],
  [
    `Stage 1 (Universal): every pupil. Praise, displays, assemblies.
Stage 2 (Early help): attendance below 95%. Tutor calls home and offers help.
Stage 3 (Targeted): attendance below 90%. Plan agreed at a meeting with the head of year.
Stage 4 (Specialist): attendance below 50%. Multi-agency plan.`,
    ['words', 'attendance < 95', 'attendance < 90', 'attendance < 50'],
  ],
  [
    `Parents will receive:
- an amber letter when attendance falls below 94%
- a red letter when attendance falls below 90%
- an invitation to an attendance clinic when attendance has stayed below 90% for four weeks after the red letter`,
    ['attendance < 94', 'attendance < 90', 'attendance < 90 + after'],
  ],
  [
    `**What if attendance drops?** It depends how far. Under 97%: nothing more than a reminder in the newsletter. Under 95%: the class teacher talks to you. Under 92%: a letter comes home. Under 90%: you meet the head and we make a plan.`,
    ['attendance < 97', 'attendance < 95', 'attendance < 92', 'attendance < 90'],
  ],
  [
    `4.3 A pupil becomes a Level A concern when attendance for the year falls to 95% or lower. The form tutor rings home within five school days.
4.4 A pupil becomes a Level B concern when attendance for the year falls to 92% or lower. The head of year meets the pupil and parent.
4.5 A pupil becomes a Level C concern when attendance for the year falls to 88% or lower. A panel of two governors meets the family.`,
    ['attendance <= 95', 'attendance <= 92', 'attendance <= 88'],
  ],
  [
    `| Attendance since September | Name | Our response | Their response |
|---|---|---|---|
| 90.0 to 94.9 | Watching brief | Text message each Friday | Tell us of any worries |
| 80.0 to 89.9 | Working together | Meeting with family worker | Come to the meeting |
| 0 to 79.9 | Urgent | Council and school meet the family | Come to the meeting |`,
    ['90 to 94.9', '80 to 89.9', '0 to 79.9'],
  ],
  [
    `Our attendance officer sends:
1. a text when a pupil has 3 unauthorised sessions in a half term;
2. a letter when a pupil has 6 unauthorised sessions in a half term;
3. a request for a penalty notice when a pupil has 10 unauthorised sessions in a rolling period of 10 school weeks and support has not worked.`,
    ['unauthorisedSessions >= 3', 'unauthorisedSessions >= 6', 'unauthorisedSessions >= 10'],
  ],
  [
    `Once attendance goes below 95 per cent, Mr Lee (year head) telephones. He looks again after three weeks; if attendance has not improved he writes. After a further four weeks with no improvement, parents see Mrs Orme, the deputy.`,
    ['attendance < 95', 'after', 'after'],
  ],
  [
    `# Attendance steps at Holm Oak

Step one. Attendance at or below 96%. Message home.

Step two. Attendance at or below 93%, or three weeks on from step one without improvement. Phone call.

Step three. Attendance at or below 90%. Meeting.`,
    ['attendance <= 96', 'attendance <= 93 + after', 'attendance <= 90'],
  ],
  [
    `Any pupil who is away for 15 school days or more in the school year, for whatever reason, is discussed at our monthly welfare meeting. At 25 days the school nurse is asked to see the family.`,
    ['absenceDays >= 15', 'absenceDays >= 25'],
  ],
  [
    `- Pupils with 100% for the term: certificate
- Pupils with 97% or over: postcard home
- Pupils under 95%: letter from form tutor
- Pupils under 90%: meeting with assistant head
- Pupils under 85%: meeting with the headteacher`,
    ['attendance >= 100', 'attendance >= 97', 'attendance < 95', 'attendance < 90', 'attendance < 85'],
  ],
  [
    '| Attendance % | Our response |\n|---|---|\n| 90 - 95 | Text message |\n| 50 - 89 | Meeting with family worker |\n| 0 - 49 | Council and school meet the family |\n',
    ['90 to 95', '50 to 89', '0 to 49'],
  ],
  [
    `# Attendance Policy 2026

## Our aims

We want every child to be in school, on time, every day. Our target for the whole school is 96.5%. Last year we reached 95.1%, against a national figure of 94.6%.

## Following up

Each Monday Mrs Bell, our attendance lead, prints the list of pupils whose attendance this year is below 95%. What she does next depends on the figure.

- **Below 95%:** she asks the class teacher to have a chat with the parent.
- **Below 92%:** she writes to the parent with a copy of the register.
- **Below 90%:** she meets the parent, with the headteacher, and a plan is agreed for six weeks.

If attendance has not improved by the end of the six weeks, the headteacher invites the council's attendance officer to a second meeting.

Pupils whose attendance rises to 97% come off the list and get a postcard.

## Late

Doors shut at 8.50am. A pupil who arrives after that has an L; after 9.20am it is a U. Four L marks in a half term mean a call from the office. Eight in a half term mean a meeting with Mrs Bell.

## Fines

The national threshold is 10 unauthorised sessions in 10 school weeks. The council may then issue a penalty notice of £160, or £80 if paid within 21 days.`,
    [
      'attendance < 95',
      'attendance < 92',
      'attendance < 90',
      'after',
      'lateMarks >= 4',
      'lateMarks >= 8',
      'unauthorisedSessions >= 10',
    ],
  ],
  [
    `# Attendance

Good attendance is 97% or above. Attendance of 90% means missing half a day a week.

We have a traffic-light system.

**Green: 97% and above.** No action needed.

**Amber: 91% to 96.9%.** Your child's tutor will contact you to offer support.

**Red: 90.9% and below.** You will be asked to attend a meeting and an Attendance Action Plan will be put in place for eight weeks.

Where a pupil stays in Red at the end of eight weeks, we refer to the Education Welfare Service.`,
    ['attendance >= 97', '91 to 96.9', 'attendance <= 90.9', 'after'],
  ],
  [
    `## Roles and responses

The **form tutor** is responsible for attendance between 93% and 96%. They speak to the pupil and ring home.
The **head of year** is responsible for attendance between 90% and 93%. They meet the parents.
The **attendance officer** is responsible for attendance below 90%. They draw up a plan with the parents and visit the home.`,
    ['93 to 96', '90 to 93', 'attendance < 90'],
  ],
  [
    `## Persistent absence

If a child becomes persistently absent (10% or more of sessions missed) we invite parents to a meeting. If a child becomes severely absent (50% or more of sessions missed) we ask the council to bring services together.`,
    ['absence >= 10', 'absence >= 50'],
  ],
  [
    `## Section 6: Steps we take

6.1 Concern. Attendance for the year to date is 95.9% or less. Action: the tutor phones home and logs the call.
6.2 Letter. Attendance for the year to date is 93.9% or less. Action: letter L1.
6.3 Meeting. Attendance for the year to date is 91.9% or less. Action: meeting with the head of year; targets set.
6.4 Panel. Attendance for the year to date is 89.9% or less, or the targets set in 6.3 have been missed. Action: panel.`,
    ['attendance <= 95.9', 'attendance <= 93.9', 'attendance <= 91.9', 'attendance <= 89.9 + after'],
  ],
  [
    `We use a card system. A blue card comes home when your child has missed four days in a term. A yellow card comes home when your child has missed seven days in a term. A red card, with a meeting, comes when your child has missed ten days in a term.`,
    ['absenceDays >= 4', 'absenceDays >= 7', 'absenceDays >= 10'],
  ],
  [
    `What happens if your child is absent too often?
Up to 3% absence: nothing.
More than 3%: the class teacher keeps an eye.
More than 6%: the attendance lead rings you.
More than 10%: you are asked to a meeting.`,
    ['absence > 3', 'absence > 6', 'absence > 10'],
  ],
  [
    `Pupils with under 95% attendance → text message
Pupils with under 92% attendance → letter
Pupils with under 90% attendance → meeting with attendance officer
Pupils with under 85% attendance → referral to governors`,
    ['attendance < 95', 'attendance < 92', 'attendance < 90', 'attendance < 85'],
  ],
  [
    `If your child has 3 lates in a week you will hear from the office the following Monday. If your child has 6 lates in a half term you will be asked to see the deputy head.`,
    ['lateMarks >= 3', 'lateMarks >= 6'],
  ],
  [
    `Stage 1
Trigger: 3 sessions of unauthorised absence in four school weeks
Response: call from tutor

Stage 2
Trigger: 6 sessions of unauthorised absence in six school weeks
Response: letter and meeting

Stage 3
Trigger: 10 sessions of unauthorised absence in ten school weeks
Response: request to the council for a penalty notice, once support has been tried`,
    ['unauthorisedSessions >= 3', 'unauthorisedSessions >= 6', 'unauthorisedSessions >= 10'],
  ],
  [
    `Day 1: call by 9.30. Day 2: call again and text. Day 3: home visit. Day 5: letter to parents and a call to the council. Day 10: referral as a child missing education.`,
    [
      'consecutiveAbsenceDays >= 1',
      'consecutiveAbsenceDays >= 2',
      'consecutiveAbsenceDays >= 3',
      'consecutiveAbsenceDays >= 5',
      'consecutiveAbsenceDays >= 10',
    ],
  ],
  [
    `Each half term we draw up three lists. List 1 (attendance 93 to 95.9 per cent): tutors speak to these pupils. List 2 (attendance 90 to 92.9 per cent): heads of year write to parents. List 3 (attendance under 90 per cent): the attendance officer meets parents.`,
    ['93 to 95.9', '90 to 92.9', 'attendance < 90'],
  ],
  [
    `When we send letters:
Letter 1 – attendance has dropped to 95%
Letter 2 – attendance has dropped to 92%
Letter 3 – attendance has dropped to 90%, parents are asked in
Letter 4 – attendance has dropped to 85%, council informed`,
    ['attendance <= 95', 'attendance <= 92', 'attendance <= 90', 'attendance <= 85'],
  ],
];

describe('ladders told by one school and another', () => {
  it.each(LADDERS)('%s', (text, triggers) => expect(triggersIn(text)).toEqual(triggers));
});

describe('counts that each have their own time', () => {
  const countsIn = (text: string): string[] =>
    readPolicy(`## Lateness\n\n${text}`).parsed.escalation.map(
      ({ trigger }) => `${trigger.value} in ${trigger.window}`,
    );
  it.each([
    ['Three lates in a fortnight mean a phone call home, five in a half term a letter, and eight in a term a meeting.'],
    [
      'Three lates in a fortnight mean a phone call home. Five lates in a half term mean a letter. Eight lates in a term mean a meeting.',
    ],
    ['- 3 late marks in a fortnight: tutor rings\n- 5 in a half term: letter\n- 8 in a term: meeting\n'],
    [
      '| Late marks | What we do |\n|---|---|\n| 3 in a fortnight | phone call |\n| 5 in a half term | letter home |\n| 8 in a term | meeting with parents |\n',
    ],
  ])('%s', (text) => expect(countsIn(text)).toEqual(['3 in fortnight', '5 in half term', '8 in term']));

  it('a nearer time is its own, whatever stands further on', () => {
    expect(
      countsIn(
        'We ring home after 5 unauthorised sessions in a term, and after 10 in any ten school weeks we hold a meeting.',
      ),
    ).toEqual(['5 in term', '10 in 10 school weeks']);
  });

  it('and the first is not that of the second', () => {
    expect(
      countsIn(
        'We ring home after 4 unauthorised sessions in four school weeks, and after 8 in ten school weeks we hold a meeting.',
      ),
    ).toEqual(['4 in 4 school weeks', '8 in 10 school weeks']);
  });
});

it('"three weeks later … are looked at again. If they have not gone up, …" waits three weeks', () => {
  const text = `**Stage one: verbal warning**
Your tutor speaks to you when attendance goes below 95%.

**Stage two: written warning**
Three weeks later your figures are looked at again. If they have not gone up, the Head of Year writes home.

**Stage three: final warning**
If three more weeks pass without improvement your parents meet the Director of Sixth Form.
`;
  expect(readPolicy(text).parsed.escalation.map(({ trigger }) => trigger.window)).toEqual([
    undefined,
    '3 weeks',
    '3 weeks',
  ]);
});

describe('counts that rise within one time', () => {
  const windowsIn = (text: string): (string | undefined)[] =>
    readPolicy(text).parsed.escalation.map(({ trigger }) => trigger.window ?? undefined);
  it.each([
    [
      'in paragraphs',
      '## Late\n\nAfter 3 late marks in a half term the tutor rings home.\n\nAfter 6 late marks a meeting is held.\n',
    ],
    ['in items', '## Late\n\n- 3 late marks in a half term: the tutor rings home\n- 6 late marks: a meeting\n'],
    [
      'in a table',
      '| Late marks | What we do |\n|---|---|\n| 3 in a half term | phone call |\n| 6 | meeting with parents |\n',
    ],
    [
      'that each names',
      '- Missed 3 days or more in that half term: a phone call.\n- Missed 5 days or more in that half term: a meeting.\n',
    ],
  ])('%s', (_, text) => expect(windowsIn(text)).toEqual(['half term', 'half term']));
});
