import { describe, expect, it } from 'vitest';
import { triggersIn } from './words.ts';

/** Ladders told in paragraphs, answers and lists, as schools write them, and the triggers in their order. */
const PARAGRAPHS: readonly (readonly [text: string, triggers: readonly string[]])[] = [
  [
    `## How we respond

We look at attendance every Monday. The first time a child's figure slips under 96% the class teacher mentions it at the gate. Nothing is written down at this stage.

If the figure is still falling a fortnight later, or has gone under 94%, Mrs Oram in the office writes home.

Parents whose child drops below 91% are asked to come and see Mr Reeve, our deputy. Together they set a target for the next half term.

Should the target be missed, the case is handed to the council's Attendance Support Team.`,
    ['attendance < 96', 'attendance < 94 + after', 'attendance < 91', 'after'],
  ],
  [
    'In the first instance (attendance below 95%) the form tutor speaks to the student. The Head of Year becomes involved when attendance is below 92% and will meet with the family. The Assistant Principal takes responsibility for all students below 90%, and a parenting contract is offered. If this does not bring about an improvement within six weeks we make a referral to the local authority, which may result in a fine.',
    ['attendance < 95', 'attendance < 92', 'attendance < 90', 'after'],
  ],
  [
    `What happens if my child's attendance drops?

We will ring you for a chat once it is under 95%. When it gets to 92% you will have a letter. If it carries on going down, and certainly if it goes below 90%, we will ask you in to meet the Headteacher.`,
    ['attendance < 95', 'attendance <= 92', 'attendance < 90 + after'],
  ],
  [
    `What if attendance does not improve?

If after four weeks of support there is no change, we may ask the local authority to step in.`,
    ['words'],
  ],
  ['Attendance below 90%? You will be invited to a meeting.', ['attendance < 90']],
  [
    `Lateness

Pupils who are late lose five minutes of break. Three lates in a fortnight mean a phone call home, five a letter, and eight a meeting with the Head of Year.`,
    ['lateMarks >= 1', 'lateMarks >= 3', 'lateMarks >= 5', 'lateMarks >= 8'],
  ],
  [
    'Punctuality is recorded weekly. Two lates: warning from tutor. Four lates: letter home. Six lates: parents invited in.',
    ['lateMarks >= 2', 'lateMarks >= 4', 'lateMarks >= 6'],
  ],
  [
    'Our response to lateness is simple. On the third late in a half term the tutor phones home. On the sixth, a letter is sent. On the tenth, parents meet with the Assistant Head.',
    ['lateMarks >= 3', 'lateMarks >= 6', 'lateMarks >= 10'],
  ],
  [
    'A student who collects five late marks in a half term will be placed on report for a fortnight; a student who collects ten will be referred to the Education Welfare Officer.',
    ['lateMarks >= 5', 'lateMarks >= 10'],
  ],
  [
    'If a pupil is late 10 times or more in a term, a meeting will be arranged with their parents.',
    ['lateMarks >= 10'],
  ],
  [
    `First day calling

If your child is not in school and we have not heard from you, Mrs Tanner will call you by 9.45am. If she cannot get hold of you she will try each of the other numbers on our list. If we still cannot reach anyone by 11am two members of staff will visit your home. If we have had no contact by the third day we will tell the police and children's services.`,
    ['words', 'words', 'after', 'consecutiveAbsenceDays >= 3'],
  ],
  [
    `On day one we telephone home. On day two, if the pupil is still absent and we have not heard, we call every contact. On day three a home visit is carried out. On day five the case is passed to Children Missing Education.

(unexplained absence)`,
    [
      'consecutiveAbsenceDays >= 1',
      'consecutiveAbsenceDays >= 2',
      'consecutiveAbsenceDays >= 3',
      'consecutiveAbsenceDays >= 5',
    ],
  ],
  [
    'A pupil who has been absent without explanation for five days will have a home visit, and after ten days the local authority is told.',
    ['absenceDays >= 5', 'absenceDays >= 10'],
  ],
  [
    `Penalty notices

When a pupil has missed ten sessions without permission in any ten school weeks we must consider a penalty notice. The first notice is £80 per parent if paid within 21 days, or £160 if paid within 28. If a second notice is issued within three years, the charge is £160. There is no third notice: the council will think about prosecution instead.`,
    ['unauthorisedSessions >= 10', 'words', 'after', 'after'],
  ],
  [
    'If the pupil misses ten sessions without leave during a ten-week period, the council may fine you.',
    ['unauthorisedSessions >= 10'],
  ],
  [
    'Holidays of five days or more taken without leave will be referred to the council for a penalty notice.',
    ['unauthorisedDays >= 5'],
  ],
  [
    'Tier 1 is for all pupils. Tier 2 is for pupils between 90% and 95%: the tutor agrees a plan with the family. Tier 3 is for pupils under 90%: an Attendance Panel meets. Tier 4 is for those below 50%, where a multi-agency meeting is held.',
    ['90 to 95', 'attendance < 90', 'attendance < 50'],
  ],
  [
    `Phase one begins when a student's attendance is 94% or lower: the tutor contacts home. Phase two begins if, three weeks later, nothing has changed: the Head of Year holds a meeting. Phase three begins if attendance is still below 90% after a further four weeks: the case is referred.`,
    ['attendance <= 94', 'after', 'attendance < 90 + after'],
  ],
  [
    'Stage 1 (94-96%): a friendly letter. Stage 2 (90-93%): a meeting with the attendance lead. Stage 3 (under 90%): a support plan and, if needed, a notice to improve.',
    ['94 to 96', '90 to 93', 'attendance < 90'],
  ],
  [
    'Pupils are grouped by attendance. Those at 97% or above are Green and need nothing from us. Those from 93% to 96.9% are Amber and have a mentor. Those below 93% are Red and their parents are called to a meeting.',
    ['93 to 96.9', 'attendance < 93'],
  ],
  [
    'Below 95%: tutor. Below 92%: head of year. Below 90%: panel. Below 85%: local authority.',
    ['attendance < 95', 'attendance < 92', 'attendance < 90', 'attendance < 85'],
  ],
  [
    `Where a pupil's absence goes above 10% the attendance lead writes to the family and offers a meeting. Where it goes above 50% we work with social care.`,
    ['absence > 10', 'absence > 50'],
  ],
  ['Once your child has missed 10% of sessions you will be sent a letter about persistent absence.', ['absence >= 10']],
  [
    'When attendance goes below 93 per cent the tutor writes. When it goes below ninety per cent the principal writes.',
    ['attendance < 93', 'attendance < 90'],
  ],
  ['If attendance has not reached 93% by the end of the monitoring period we will hold a formal meeting.', ['words']],
  ['The EWO will visit the family of any child who has fallen beneath 88%.', ['attendance < 88']],
  ['Attendance of 92% or under leads to a formal attendance review.', ['attendance <= 92']],
  [
    'You can expect a call from us at 94%, a letter at 92%, and an invitation to meet the head at 90%.',
    ['attendance <= 94', 'attendance <= 92', 'attendance <= 90'],
  ],
  [
    'The office runs a report each Friday. Anyone under 95% gets a text, anyone under 92% gets a letter and anyone under 90% gets a visit from the family liaison officer.',
    ['attendance < 95', 'attendance < 92', 'attendance < 90'],
  ],
  [
    'When a pupil has missed 10 sessions (five days) their tutor talks to them. When they have missed 20 sessions their parents are invited to meet the Head of Year.',
    ['sessions >= 10', 'sessions >= 20'],
  ],
  [
    'After 6 sessions of unauthorised absence a letter is sent to parents. After 10 sessions a request for a penalty notice will be made.',
    ['unauthorisedSessions >= 6', 'unauthorisedSessions >= 10'],
  ],
  ['If no improvement is seen, the school moves to the formal stage and issues a Notice to Improve.', ['words']],
  ['If parents fail to attend two meetings the school will write to them formally.', ['words']],
  [
    'Where all other avenues have been exhausted and support is not working or not being engaged with, the council may prosecute.',
    ['words'],
  ],
  [
    'Pupils with attendance below 90%, and those whose attendance is causing concern, are discussed at a fortnightly meeting with the EWO.',
    ['attendance < 90'],
  ],
  ['When a child is persistently late the class teacher will speak with the parents.', ['words']],
  ['Where lateness persists parents will be invited to meet the headteacher.', ['words']],
  [
    'A pupil with a broken pattern of attendance, or with attendance under 92%, is given a mentor.',
    ['attendance < 92'],
  ],
  ['Two staff will visit the home if there has been no contact by the second day.', ['consecutiveAbsenceDays >= 2']],
  [
    'On the third day of unexplained absence the Family Liaison Officer will call at the home; on the tenth day the local authority will be notified.',
    ['consecutiveAbsenceDays >= 3', 'consecutiveAbsenceDays >= 10'],
  ],
  [
    'A welfare visit is made to any child who has not been seen for three school days.',
    ['consecutiveAbsenceDays >= 3'],
  ],
  ['Where a child has been ill for five days or more we ask for medical evidence.', []],
  [
    `Each late mark is counted. Three in a half term and your child's tutor has a word. Five and you'll get a letter. Eight and you'll be asked to come in.`,
    ['lateMarks >= 3', 'lateMarks >= 5', 'lateMarks >= 8'],
  ],
  [
    'Pupils late once in a week get a warning; those late twice stay in at break; those late three times or more see the Head of Year.',
    ['lateMarks >= 1', 'lateMarks >= 2', 'lateMarks >= 3'],
  ],
  ['Students receive one behaviour point for each late. Five points lead to a Friday detention.', ['lateMarks >= 1']],
  [
    'If a student is late to school, a 15 minute detention is served the same day. If it happens three times in a week, this becomes an hour. If it happens five times or more in a half term, the Head of Year contacts parents.',
    ['lateMarks >= 1', 'lateMarks >= 3', 'lateMarks >= 5'],
  ],
  [
    `Letter 1 goes out when a child's attendance is below 95%. Letter 2 goes out when it drops under 92%. Letter 3 goes out at 90% and comes with an invitation to a meeting.`,
    ['attendance < 95', 'attendance < 92', 'attendance <= 90'],
  ],
  [
    'There are four levels. Level 1 covers everyone at 96% and above. Level 2 covers those between 93% and 95.9%, and a member of the pastoral team checks in with them weekly. Level 3 covers those between 90% and 92.9%, who have an attendance plan. Level 4 covers those below 90%, whose parents meet the Deputy Head.',
    ['93 to 95.9', '90 to 92.9', 'attendance < 90'],
  ],
  [
    `Our attendance officer telephones when a child's attendance is lower than 94%, visits when it is lower than 90% and refers to the council when it is lower than 85%.`,
    ['attendance < 94', 'attendance < 90', 'attendance < 85'],
  ],
  [
    'If attendance is 92% or lower, or a pupil has been absent on six or more separate occasions, the Inclusion Lead will arrange a meeting.',
    ['attendance <= 92'],
  ],
  [
    'Pupils who have missed 20 sessions or more this year, or whose attendance is below 92%, are placed on an attendance support plan.',
    ['sessions >= 20 + attendance < 92'],
  ],
  [
    'A child who has been away for 10 sessions without a good reason may be referred for a penalty notice.',
    ['unauthorisedSessions >= 10'],
  ],
  [
    'Five sessions of unauthorised absence: warning letter. Ten sessions: penalty notice.',
    ['unauthorisedSessions >= 5', 'unauthorisedSessions >= 10'],
  ],
  [
    'Under 96%: the class teacher chats to you at pick-up. Under 93%: letter from the office. Under 90%: meeting with Mrs Bellamy, our Head.',
    ['attendance < 96', 'attendance < 93', 'attendance < 90'],
  ],
  [
    `Attendance      What we do
Under 96%       Chat with class teacher
Under 93%       Letter from the office
Under 90%       Meeting with the head`,
    ['attendance < 96', 'attendance < 93', 'attendance < 90'],
  ],
  [
    `• Attendance under 95%
Informal conversation with the class teacher
• Attendance under 92%
Letter and phone call from the attendance lead
• Attendance under 90%
Formal meeting; plan agreed`,
    ['attendance < 95', 'attendance < 92', 'attendance < 90'],
  ],
  [
    `What if it doesn't get better?

We'll ask you in for a second meeting. If that doesn't help either, we have to let the council know.`,
    ['words'],
  ],
  ['We may ask the council for a penalty notice if you take your child on holiday in term time.', []],
  [`If you don't come to the meeting we will hold it without you and write to tell you what was decided.`, ['words']],
  [
    'Where families do not take up the help that is offered, or where it does not work, we will issue a Notice to Improve. If there is no improvement by the end of the notice we will ask for a penalty notice.',
    ['words', 'after'],
  ],
  ['If the Notice to Improve is not successful the council may issue a penalty notice.', ['words']],
  ['If a second penalty notice has been issued and absences continue, the council is likely to prosecute.', ['words']],
  [
    'If attendance has not gone up to 93% in six weeks, the head teacher and the attendance officer from the council will meet with you.',
    ['words'],
  ],
  [`Your child's tutor will be in touch if attendance dips under 95% in any half term.`, ['attendance < 95']],
  ['Attendance of less than 90% is treated as a safeguarding concern and discussed with the DSL.', ['attendance < 90']],
  [`When a pupil's attendance is in the 90–93% band the Year Team meets with the family.`, ['90 to 93']],
  [
    `Families whose child's attendance falls into the red zone (below 90%) will be asked to attend a panel.`,
    ['attendance < 90'],
  ],
  [
    'At the end of each half term we write to all families. If your child is between 90 and 94% the letter is yellow; if below 90% it is red and you will be asked to ring for an appointment.',
    ['90 to 94', 'attendance < 90'],
  ],
  [
    'Mrs Tully meets with each pupil below 92% weekly and with each pupil below 85% daily.',
    ['attendance < 92', 'attendance < 85'],
  ],
  [
    'Missing 5 days in a school year puts your child on our radar and the teacher will ring. Missing 10 days means a letter. Missing 15 days means a meeting with Mr Ashdown.',
    ['absenceDays >= 5', 'absenceDays >= 10', 'absenceDays >= 15'],
  ],
  [
    `After 4 days' absence in a term we write to you, after 8 we ask to see you.`,
    ['absenceDays >= 4', 'absenceDays >= 8'],
  ],
  [
    `Should your child's attendance fall below 93%, Mrs Ito will telephone you to find out how we can help; should it fall below 90%, you will be asked to meet with her and the head teacher.`,
    ['attendance < 93', 'attendance < 90'],
  ],
  [
    `Parents are told by text when their child's attendance falls below 95% and by letter when it falls below 92%.`,
    ['attendance < 95', 'attendance < 92'],
  ],
  ['Step up meetings are held for pupils at 90% or below.', ['attendance <= 90']],
  [
    `A child whose attendance has been below 90% for two half terms in a row is referred to the council's team.`,
    ['attendance < 90'],
  ],
  [
    'When attendance is causing concern, usually when it is below 94%, the class teacher will talk to parents.',
    ['attendance < 94'],
  ],
];

describe('ladders told in paragraphs', () => {
  it.each(PARAGRAPHS)('%s', (text, triggers) => expect(triggersIn(text)).toEqual(triggers));
});
