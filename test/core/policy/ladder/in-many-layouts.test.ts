import { describe, expect, it } from 'vitest';
import { readPolicy } from '#core/policy/parse.ts';
import { triggersIn } from './words.ts';

/** Without levels that only reward or at which nothing is done. */
function setOff(text: string): string[] {
  const { escalation } = readPolicy(text).parsed;
  return triggersIn(text).filter((trigger, index) => trigger === 'words' || escalation[index]?.kind === undefined);
}

describe('one ladder in the layouts that schools print', () => {
  it.each<[string, string[]]>([
    [
      'Attendance\n\n97 - 100 No action\n95 - 97 Letter 1 sent home\n92 - 95 Letter 2 and a meeting with the class teacher\n90 - 92 Letter 3, Headteacher meeting\nBelow 90 Referral to EWO',
      ['95 to 97', '92 to 95', '90 to 92', 'attendance < 90'],
    ],
    [
      '| Attendance | Letter |\n|---|---|\n| 95-97 | Letter 1 |\n| 90-95 | Letter 2 and meeting |\n| below 90 | Letter 3, panel |',
      ['95 to 97', '90 to 95', 'attendance < 90'],
    ],
    ['Five days or more of unauthorised holiday will lead to a penalty notice.', ['unauthorisedDays >= 5']],
    [
      '| Level | Trigger | What happens | Led by |\n|---|---|---|---|\n| 1 | Attendance below 96% | Phone call home | Form tutor |\n| 2 | Attendance below 93% | Meeting with parents | Head of Year |\n| 3 | Attendance below 90% | Attendance panel | Assistant Principal |',
      ['attendance < 96', 'attendance < 93', 'attendance < 90'],
    ],
    [
      'Stage      When                     What we do                 Who\n1          Below 96%                Text message home          Office\n2          Below 94%                Letter                     Mrs Dunmore\n3          Below 90%                Meeting, plan agreed       Head',
      ['attendance < 96', 'attendance < 94', 'attendance < 90'],
    ],
    [
      'Wave 1 (96% and above): whole class rewards\nWave 2 (91-95%): check in with mentor, letter home\nWave 3 (90% or below): family support worker visits home, referral made',
      ['91 to 95', 'attendance <= 90'],
    ],
    [
      'Level of concern: Low\nAttendance 94-96%. Tutor speaks to the pupil.\n\nLevel of concern: Medium\nAttendance 90-94%. Letter home.\n\nLevel of concern: High\nAttendance below 90%. Meeting with Head of Year.',
      ['94 to 96', '90 to 94', 'attendance < 90'],
    ],
    [
      '## Letter A\n\nSent when attendance drops below 95%.\n\n## Letter B\n\nSent four weeks after Letter A if attendance has not improved.\n\n## Letter C\n\nSent when a pupil reaches 10 unauthorised sessions.',
      ['attendance < 95', 'after', 'unauthorisedSessions >= 10'],
    ],
    [
      'Day 1: The office rings all contacts.\nDay 3: Home visit by the attendance officer.\nDay 5: Letter sent, DSL informed.\nDay 10: Referral to Children Missing Education.',
      [
        'consecutiveAbsenceDays >= 1',
        'consecutiveAbsenceDays >= 3',
        'consecutiveAbsenceDays >= 5',
        'consecutiveAbsenceDays >= 10',
      ],
    ],
    [
      '- 9.30am - Text sent to parents of absent pupils\n- 10.00am - Telephone call to all contacts\n- 11.30am - Home visit if there has been no contact\n- 1.00pm - Police asked to carry out a welfare check',
      ['words', 'after', 'after', 'after'],
    ],
    [
      "Our attendance steps\n\nStep 1\nAttendance has fallen below 96%\nYour child's teacher will speak to you\n\nStep 2\nAttendance has fallen below 93%\nYou will receive a letter\n\nStep 3\nAttendance has fallen below 90%\nYou will be asked to meet the Headteacher",
      ['attendance < 96', 'attendance < 93', 'attendance < 90'],
    ],
    [
      'Attendance of 96% and above is good. When attendance is between 93% and 95.9% we send an information letter. Between 90% and 92.9% parents meet the attendance lead. Under 90% the school nurse and the EWO become involved.',
      ['93 to 95.9', '90 to 92.9', 'attendance < 90'],
    ],
    [
      'Attendance below:\n- 97% - text\n- 95% - letter\n- 92% - meeting\n- 90% - EWO referral',
      ['attendance < 97', 'attendance < 95', 'attendance < 92', 'attendance < 90'],
    ],
    [
      'We will write to you when your child has missed 8 sessions, invite you to a meeting at 14 sessions and refer to the local authority at 20 sessions.',
      ['sessions >= 8', 'sessions >= 14', 'sessions >= 20'],
    ],
    [
      'Pupils who have had more than 4 periods of absence in a term will be asked to provide medical evidence and parents will be called to a meeting.',
      ['words'],
    ],
    [
      'Attendance Intervention Ladder\n\n1. Attendance drops below 96%: Tutor conversation.\n2. No improvement in 2 weeks: Tutor phones home.\n3. Attendance drops below 93%: Head of Year meeting.\n4. No improvement in 4 weeks: Attendance contract.\n5. Attendance drops below 90%: Panel with governors.',
      ['attendance < 96', 'after', 'attendance < 93', 'after', 'attendance < 90'],
    ],
    [
      'Persistent absence (below 90%)\n\n• Weekly phone call from the pastoral team\n• Attendance plan\n• Referral to early help\n\nSevere absence (below 50%)\n\n• Multi-agency meeting\n• Referral to the local authority',
      ['attendance < 90', 'attendance < 50'],
    ],
    [
      'Stage one - Informal: where attendance is causing concern (typically 94% or below) the class teacher will talk to parents.\nStage two - Formal: where there has been no improvement within 4 school weeks, parents are invited to a meeting.\nStage three - Legal: where attendance remains below 90% and support has not worked a Notice to Improve will be sent.',
      ['attendance <= 94', 'after', 'attendance < 90 + after'],
    ],
    [
      'A text is sent at 97%, a postcard at 95% and a letter at 93%; at 90% the family is invited in.',
      ['attendance <= 97', 'attendance <= 95', 'attendance <= 93', 'attendance <= 90'],
    ],
    [
      'Late marks in a half term\n3 = conversation with tutor\n6 = 30 minute detention\n9 = letter home and 1 hour detention\n12 = meeting with parents',
      ['lateMarks >= 3', 'lateMarks >= 6', 'lateMarks >= 9', 'lateMarks >= 12'],
    ],
    [
      'After 3 lates: verbal warning. After 6 lates: letter. After 10 lates: meeting with Headteacher.',
      ['lateMarks >= 3', 'lateMarks >= 6', 'lateMarks >= 10'],
    ],
    [
      '| Lates | Sanction |\n|---|---|\n| 2 in a week | 20 minute detention |\n| 4 in a fortnight | 40 minute detention |\n| 6 in a half term | Parents called in |',
      ['lateMarks >= 2', 'lateMarks >= 4', 'lateMarks >= 6'],
    ],
    [
      "1st offence: £80 if paid within 21 days, £160 within 28 days.\n2nd offence within 3 years: £160 flat rate.\n3rd offence: no notice, case goes to the Magistrates' Court.",
      ['words', 'after', 'after'],
    ],
    [
      'If attendance drops below 95 percent your child is in the "watch" group and the teacher will ring. If it drops below 92 percent it is in the "concern" group and we will write to you. If it drops below 90 percent your child is "persistently absent" and you must meet with us.',
      ['attendance < 95', 'attendance < 92', 'attendance < 90'],
    ],
    [
      'Tutor: monitors all students and contacts home when attendance is below 96%.\nHead of Year: meets parents when attendance is below 93%.\nSLT: chairs panel meetings when attendance is below 90%.',
      ['attendance < 96', 'attendance < 93', 'attendance < 90'],
    ],
    [
      'Attendance at 95%: letter 1. If no improvement after 3 weeks: letter 2. If still no improvement after a further 3 weeks: meeting. Attendance at 90%: referral.',
      ['attendance <= 95', 'after', 'after', 'attendance <= 90'],
    ],
    [
      'Attendance concerns\n\nInitial concern\nAttendance between 93% and 95%\nText and letter to parents\n\nSerious concern\nAttendance between 90% and 92.9%\nMeeting in school, action plan\n\nPersistent absentee\nAttendance below 90%\nReferral to the Attendance Service',
      ['93 to 95', '90 to 92.9', 'attendance < 90'],
    ],
    [
      'Intervention 1: below 96% form tutor. Intervention 2: below 94% head of year. Intervention 3: below 92% attendance officer. Intervention 4: below 90% EWO.',
      ['attendance < 96', 'attendance < 94', 'attendance < 92', 'attendance < 90'],
    ],
    [
      'Category A 97%+ Praise postcard. Category B 94-96.9% Tutor monitoring. Category C 90-93.9% Letter and meeting. Category D <90% Panel, referral.',
      ['94 to 96.9', '90 to 93.9', 'attendance < 90'],
    ],
    [
      '* 95% or less - the class teacher has an informal chat with parents\n* 92% or less - the deputy head meets with parents\n* 90% or less - the head writes to say that no further absence is authorised without evidence\n* 85% or less - we ask the local authority to act',
      ['attendance <= 95', 'attendance <= 92', 'attendance <= 90', 'attendance <= 85'],
    ],
    [
      'Absence rate\n5% or more - letter\n8% or more - meeting\n10% or more - attendance contract',
      ['absence >= 5', 'absence >= 8', 'absence >= 10'],
    ],
    ['Pupils missing 10 or more days in a term will be referred to the school nurse.', ['absenceDays >= 10']],
    [
      'On the third day of unexplained absence two members of staff visit the home. On the fifth day we inform the local authority.',
      ['consecutiveAbsenceDays >= 3', 'consecutiveAbsenceDays >= 5'],
    ],
    [
      'First Response: text and call on day one of absence\nSecond Response: home visit on day three of absence\nThird Response: police welfare check on day five of absence',
      ['consecutiveAbsenceDays >= 1', 'consecutiveAbsenceDays >= 3', 'consecutiveAbsenceDays >= 5'],
    ],
  ])('%s', (text, expected) => expect(setOff(text)).toEqual(expected));
});

describe('ladders, first-day calls and lates in the words that schools use', () => {
  it.each<[string, string[]]>([
    [
      'Holidays\n\nIf you take your child out of school for five days or more the council will be asked to issue a penalty notice.',
      ['unauthorisedDays >= 5'],
    ],
    ['Unauthorised leave of 5 days or more: a penalty notice will be requested.', ['unauthorisedDays >= 5']],
    [
      'Monitoring attendance\n\nEach Friday the attendance officer checks the figures. Any pupil below 96% is discussed with the class teacher. Any pupil below 94% has a letter home. Any pupil below 90% has a meeting.',
      ['attendance < 96', 'attendance < 94', 'attendance < 90'],
    ],
    [
      'What will we do?\n\n• At 96% - we will send you a text\n• At 93% - we will ring you\n• At 90% - we will ask you to come in',
      ['attendance <= 96', 'attendance <= 93', 'attendance <= 90'],
    ],
    [
      'Stage 1 (93%-95%)\nAttendance letter 1 sent\n\nStage 2 (90%-92%)\nAttendance letter 2 sent and meeting offered\n\nStage 3 (below 90%)\nFormal meeting with the Principal',
      ['93 to 95', '90 to 92', 'attendance < 90'],
    ],
    [
      '**Stage 1** – *below 95%* – Class teacher talks to parents.\n\n**Stage 2** – *below 92%* – Letter from Headteacher.\n\n**Stage 3** – *below 90%* – Parents invited to an attendance panel.',
      ['attendance < 95', 'attendance < 92', 'attendance < 90'],
    ],
    [
      "Once a child's attendance falls below 95%, the following steps will be taken:\n1. The class teacher will speak with the parent\n2. A letter will be sent\n3. A meeting will be arranged",
      ['attendance < 95'],
    ],
    [
      'Children with less than 95% attendance get an amber letter, those with less than 90% a red letter and an invitation to meet Mrs Pike.',
      ['attendance < 95', 'attendance < 90'],
    ],
    [
      "A pupil's attendance falls below 96%\n↓\nClass teacher contacts parents\n↓\nAttendance falls below 93%\n↓\nAttendance lead sends letter 1\n↓\nAttendance falls below 90%\n↓\nMeeting with Headteacher and EWO",
      ['attendance < 96', 'attendance < 93', 'attendance < 90'],
    ],
    [
      'If there are ten or more unauthorised absences in a term, the school will refer to the Education Welfare Service.',
      ['unauthorisedSessions >= 10'],
    ],
    [
      "Where a pupil's attendance is 90 to 95 per cent, the tutor will have a conversation. Where it is 85 to 90 per cent, a support plan is made. Where it is less than 85 per cent, we refer to the local authority.",
      ['90 to 95', '85 to 90', 'attendance < 85'],
    ],
    [
      'Attendance is RAG rated every half term.\n\nGreen (96-100%): praise.\nAmber (91-95%): a letter goes home and the tutor sets a target.\nRed (0-90%): parents are asked in for a meeting with the Attendance Officer.',
      ['91 to 95', '0 to 90'],
    ],
    [
      'Attendance Panel: Pupils who fall below 90% and have had no medical evidence will be invited with their parents to an Attendance Panel.',
      ['attendance < 90'],
    ],
    [
      'If your child is absent and you have not contacted us by 9.15am we will text. If we have had no reply by 10am we will ring. If there is still no reply by 11am, a member of the safeguarding team will visit your home.',
      ['words', 'words', 'after'],
    ],
    [
      '1st day - phone call\n2nd day - phone call and text\n3rd day - home visit\n5th day - letter and referral to EWO',
      [
        'consecutiveAbsenceDays >= 1',
        'consecutiveAbsenceDays >= 2',
        'consecutiveAbsenceDays >= 3',
        'consecutiveAbsenceDays >= 5',
      ],
    ],
    [
      'Lateness: pupils arriving after 8.50 get a late mark. Two late marks in one week = break detention. Four late marks in two weeks = lunchtime detention and phone call. Six late marks in a half term = parents meeting.',
      ['lateMarks >= 2', 'lateMarks >= 4', 'lateMarks >= 6'],
    ],
    [
      'When a child has been late on 5 occasions in a half term a letter is sent home, and on 10 occasions parents are invited in to see the Head.',
      ['lateMarks >= 5', 'lateMarks >= 10'],
    ],
    [
      'We send three letters. The first goes out when attendance is below 94%. The second goes out after a further four weeks with no improvement. The third invites parents to a panel meeting if the target is not met.',
      ['attendance < 94', 'after', 'after'],
    ],
    [
      'Attendance between 100% and 97% – Outstanding. Attendance between 96.9% and 95% – Good, no action. Attendance between 94.9% and 90.1% – Requires improvement; letter 1 sent and attendance tracked weekly. Attendance 90% and below – Inadequate; letter 2 sent, meeting with the Head and EWO.',
      ['90.1 to 94.9', 'attendance <= 90'],
    ],
    [
      'Attendance letters go out in weeks 3, 6 and 9 of each term to families below the school target of 96%.',
      ['attendance < 96'],
    ],
    [
      "We follow the trust's 3-6-9 system: 3 days absence - tutor call; 6 days absence - Head of Year letter; 9 days absence - meeting.",
      ['absenceDays >= 3', 'absenceDays >= 6', 'absenceDays >= 9'],
    ],
    [
      'Threshold 1 – 4 sessions missed: text. Threshold 2 – 8 sessions missed: letter. Threshold 3 – 12 sessions missed: meeting. Threshold 4 – 10 unauthorised sessions: Notice to Improve.',
      ['sessions >= 4', 'sessions >= 8', 'sessions >= 12', 'unauthorisedSessions >= 10'],
    ],
    [
      'If attendance is below 92% at the end of a half term, parents receive Letter 1. If attendance has not improved by the next half term, parents receive Letter 2. If attendance is below 90% for two half terms running, a referral is made.',
      ['attendance < 92', 'after', 'attendance < 90'],
    ],
    [
      'A child whose attendance has been below 90% for three weeks is moved to the amber list and the family support worker calls round.',
      ['attendance < 90'],
    ],
    [
      'Level 1 Universal: all pupils. Assemblies, rewards, first day calling.\nLevel 2 Targeted: attendance 90%-94.9%. Mentor, letter, parent meeting.\nLevel 3 Specialist: attendance less than 90%. Early Help, attendance contract, legal action.',
      ['words', '90 to 94.9', 'attendance < 90'],
    ],
    [
      "> Below 97%: your child's tutor talks to them.\n> Below 95%: we write to you.\n> Below 92%: you meet the Head of Year.",
      ['attendance < 97', 'attendance < 95', 'attendance < 92'],
    ],
    [
      'Attendance (%)    Action\n100               Certificate\n96-99             None\n93-95             Letter A\n90-92             Letter B + meeting\n<90               EWO referral',
      ['93 to 95', '90 to 92', 'attendance < 90'],
    ],
    [
      'If a pupil reaches 5% absence the tutor speaks to them; 7.5% absence, letter; 10% absence, meeting with attendance lead.',
      ['absence >= 5', 'absence >= 7.5', 'absence >= 10'],
    ],
    [
      'Where parents fail to attend the first meeting, a second will be offered. Where parents fail to attend the second meeting the matter is referred to the local authority.',
      ['words', 'after'],
    ],
  ])('%s', (text, expected) => expect(setOff(text)).toEqual(expected));

  it.each([
    'Students whose attendance drops below 90% will not go to the prom.',
    'National data show that pupils with attendance under 90% are half as likely to pass. We take attendance seriously and will contact you.',
    'In 2023 our attendance was 93% and persistent absence was below 18%. Letters were sent to 40 families.',
  ])('not: %s', (text) => expect(setOff(text)).toEqual([]));
});

describe('lines that only look like bare figures of a ladder', () => {
  it.each([
    'Attendance\n\n70 - 80 Pupils come to the breakfast club\n\nBelow 60 Pupils stay for tea',
    'Trips this term\n\n90 - 95 Pupils meet at the gate\n80 - 85 Parents are invited',
    'Lunch\n3 = soup and a meeting with friends\n6 = pasta',
    'Lateness\n8.45 = the gate closes and we call home',
  ])('%s', (text) => expect(setOff(text)).toEqual([]));

  it('does not count "a further" number from nothing', () => {
    expect(
      setOff(
        'Where a child has 6 or more sessions of unauthorised absence a warning letter is sent. If a further 4 sessions are recorded we will request a penalty notice.',
      ),
    ).not.toContain('unauthorisedSessions >= 4');
  });
});
