import { describe, expect, it } from 'vitest';
import { triggersIn } from './words.ts';

/** Steps told in a sentence or two, as schools write them, and the triggers in their order. */
const SENTENCES: readonly (readonly [text: string, triggers: readonly string[]])[] = [
  [
    `When a child's attendance dips below 96%, the class teacher has a friendly word with the parent at the end of the day.`,
    ['attendance < 96'],
  ],
  [`If your child's attendance falls to 94% or less we will write to you.`, ['attendance <= 94']],
  ['Attendance under 92% prompts a phone call from Mrs Kell in the office.', ['attendance < 92']],
  [
    'Once a pupil drops below 90%, our Family Support Worker gets in touch to see how we can help.',
    ['attendance < 90'],
  ],
  ['Children below 93% are added to our watch list and tracked weekly.', ['attendance < 93']],
  [
    'Any pupil whose attendance is less than 95% at the end of a half term is sent home with a letter of concern.',
    ['attendance < 95'],
  ],
  [
    'Below 85% the Headteacher becomes involved and parents are required to come to a formal meeting.',
    ['attendance < 85'],
  ],
  ['At 91% the Deputy Head, Mr Orme, takes over from the class teacher.', ['attendance <= 91']],
  ['The Attendance Officer steps in when a pupil reaches 92%.', ['attendance <= 92']],
  ['A meeting is triggered by attendance of 90% or lower.', ['attendance <= 90']],
  [
    `We begin to worry when attendance slips below 95%; at this point your child's tutor will have a chat with them.`,
    ['attendance < 95'],
  ],
  [
    `Pupils who slip under 94% find themselves on the tutor's list, and the tutor rings home that week.`,
    ['attendance < 94'],
  ],
  [
    'Falling below 93% triggers letter one, and falling below 90% triggers letter two.',
    ['attendance < 93', 'attendance < 90'],
  ],
  [
    'You will receive our amber letter if attendance is under 95% and our red letter if it is under 90%.',
    ['attendance < 95', 'attendance < 90'],
  ],
  [
    'We send a first letter at 95%, a second at 92% and a third at 90%.',
    ['attendance <= 95', 'attendance <= 92', 'attendance <= 90'],
  ],
  ['Letters go home at 95% and again at 90%.', ['attendance <= 95', 'attendance <= 90']],
  [
    'If attendance falls below 95% a letter will be sent, below 92% parents will be invited to a meeting, and below 90% a referral will be made to the local authority.',
    ['attendance < 95', 'attendance < 92', 'attendance < 90'],
  ],
  [
    'A text is sent home below 96%, a letter below 93%, and parents are asked in once attendance is below 90%.',
    ['attendance < 96', 'attendance < 93', 'attendance < 90'],
  ],
  [
    'If attendance is between 93% and 95.9% the tutor speaks to the student; between 90% and 92.9% the head of year meets the family; below 90% the case goes to the attendance panel.',
    ['93 to 95.9', '90 to 92.9', 'attendance < 90'],
  ],
  ['Between 90% and 95% we write home, and under 90% we ask you to come in.', ['90 to 95', 'attendance < 90']],
  [
    'A letter is sent when attendance falls below 95%, with a second letter if it falls below 90%.',
    ['attendance < 95', 'attendance < 90'],
  ],
  [
    'Parents of children with attendance below 94% get a letter, and a second letter if below 90%.',
    ['attendance < 94', 'attendance < 90'],
  ],
  [
    'Where attendance falls below 90%, or there are ten unauthorised sessions, the school refers the family to the council.',
    ['attendance < 90 + unauthorisedSessions >= 10'],
  ],
  [
    'The first stage is a conversation with the class teacher, which takes place when attendance falls below 96%. The second stage, a letter from the office, follows at 93%. The third stage is a meeting with the head, held when attendance is 90% or less.',
    ['attendance < 96', 'attendance <= 93', 'attendance <= 90'],
  ],
  [
    `Our first step is a phone call. This happens when a child's attendance goes below 95%. Our second step is a letter, sent at 92%. Our third step is a meeting, and that is for anyone below 90%.`,
    ['attendance < 95', 'attendance <= 92', 'attendance < 90'],
  ],
  [
    'Stage one begins when attendance falls below 95%. The tutor talks to the student. Stage two begins when it falls below 92%. The head of year meets the parents. Stage three begins when it falls below 90% and the local authority is informed.',
    ['attendance < 95', 'attendance < 92', 'attendance < 90'],
  ],
  ['We move a pupil to Stage 2 when attendance is under 92%. The Year Leader then writes home.', ['attendance < 92']],
  [
    'A pupil moves on to Stage 3 if their attendance has not gone up after four weeks. A panel meeting is held.',
    ['words'],
  ],
  [
    'If attendance falls below 95% the tutor phones home. If there is no improvement within three weeks, the Head of Year writes. If after a further three weeks there is still no improvement, parents are invited to a meeting. If that fails, we refer to the local authority.',
    ['attendance < 95', 'after', 'after', 'after'],
  ],
  [
    'The tutor will speak to any student under 95%. Three weeks later, if things are no better, the Head of Year will ring home. After another three weeks without improvement, a meeting will be held.',
    ['attendance < 95', 'after', 'after'],
  ],
  [
    'At 95% we send a letter. Should matters not improve within half a term, we hold a meeting. Should the meeting make no difference, the Education Welfare Officer is asked to visit.',
    ['attendance <= 95', 'after', 'after'],
  ],
  [
    `If the target is not met by the end of the four weeks the case goes to the governors' attendance panel.`,
    ['words'],
  ],
  ['Parents who do not attend the meeting will receive a home visit.', ['words']],
  ['Failure to attend the meeting will result in a referral to the local authority.', ['words']],
  ['Where parents do not engage with the support offered, a Notice to Improve will be issued.', ['words']],
  ['If support has been tried and has not worked, or is refused, the school will consider legal action.', ['words']],
  ['If the contract is broken we will ask the local authority to consider prosecution.', ['words']],
  [
    'Persistent absence, that is missing 10% or more of sessions, is met with an attendance plan drawn up with the family.',
    ['absence >= 10'],
  ],
  [
    'A pupil becomes a persistent absentee when they miss 10% or more of school. At this point the Attendance Lead will meet with the family and agree a plan.',
    ['absence >= 10'],
  ],
  [`Severely absent pupils (attendance below 50%) are referred to children's services.`, ['attendance < 50']],
  [
    'Three late marks in a half term and the tutor rings home; six and the Head of Year sees the student and a parent.',
    ['lateMarks >= 3', 'lateMarks >= 6'],
  ],
  ['A student with three lates in one week will sit a detention.', ['lateMarks >= 3']],
  ['A third late in a week means an hour on Friday.', ['lateMarks >= 3']],
  [
    'Five lates in a half term lead to a letter, ten to a meeting with the Assistant Head.',
    ['lateMarks >= 5', 'lateMarks >= 10'],
  ],
  ['Anyone late twice in a week stays behind for twenty minutes on Friday.', ['lateMarks >= 2']],
  ['Students who are late more than four times in a month go on punctuality report.', ['lateMarks > 4']],
  ['If your child is late on three or more occasions in a half-term we will text you.', ['lateMarks >= 3']],
  [
    'After five late marks we write home. After ten, parents are asked to come in.',
    ['lateMarks >= 5', 'lateMarks >= 10'],
  ],
  ['Every tenth late mark brings a meeting with the Head of House.', ['lateMarks >= 10']],
  ['A pupil who arrives late loses their break to catch up.', ['lateMarks >= 1']],
  ['Any student who is late to school receives a same-day detention of 20 minutes.', ['lateMarks >= 1']],
  [
    'Being late twice in one week earns a lunchtime detention; being late a third time earns an after-school one.',
    ['lateMarks >= 2', 'lateMarks >= 3'],
  ],
  ['On the fourth late the Attendance Officer telephones home.', ['lateMarks >= 4']],
  ['10 U codes in ten weeks and we will apply for a penalty notice.', ['lateMarks >= 10']],
  [
    'On the first day of absence, if we have not heard from you by 9.30am, we text. On the second day we telephone every contact we hold. On the third day we visit the home.',
    ['consecutiveAbsenceDays >= 1', 'consecutiveAbsenceDays >= 2', 'consecutiveAbsenceDays >= 3'],
  ],
  [
    'If a child is absent and no message has come by 9.15 the office telephones parents. If there is still no answer by 10 we try the emergency contacts. If nobody can be reached by noon the safeguarding lead decides whether to visit.',
    ['words', 'after', 'words'],
  ],
  [
    'By the third day without contact a home visit will be made, and by the fifth day we inform the local authority.',
    ['consecutiveAbsenceDays >= 3', 'consecutiveAbsenceDays >= 5'],
  ],
  [
    'When a pupil has been off for three days in a row and we have heard nothing, a member of staff will call at the house.',
    ['consecutiveAbsenceDays >= 3'],
  ],
  ['After ten consecutive days of unexplained absence we must tell the council.', ['consecutiveAbsenceDays >= 10']],
  [`Five days' absence without explanation is reported to Children Missing Education.`, ['absenceDays >= 5']],
  ['A child missing for 20 school days is referred to the CME officer.', ['absenceDays >= 20']],
  ['A home visit is made on the third day of any absence that nobody has explained.', ['consecutiveAbsenceDays >= 3']],
  [
    'Once a pupil has 10 unauthorised sessions in 10 school weeks we are obliged to consider a penalty notice.',
    ['unauthorisedSessions >= 10'],
  ],
  [
    'Six unauthorised sessions lead to a warning letter and ten to a penalty notice.',
    ['unauthorisedSessions >= 6', 'unauthorisedSessions >= 10'],
  ],
  ['Home visits take place when 10 and 20 sessions have been missed.', ['sessions >= 10', 'sessions >= 20']],
  [
    'When ten sessions are lost the office writes, and when twenty are lost the Head meets parents.',
    ['sessions >= 10', 'sessions >= 20'],
  ],
  [
    'A first penalty notice costs £160, or £80 if paid within 21 days. A second within three years is £160 with no discount. A third cannot be issued, and prosecution is considered.',
    ['words'],
  ],
  ['Taking a holiday of five days or more in term time may result in a penalty notice.', ['unauthorisedDays >= 5']],
  [
    'Where attendance is below 93% or there are concerning patterns, the Attendance Lead meets with the parents.',
    ['attendance < 93'],
  ],
  [
    'If attendance is below 92% and no medical evidence has been given, the school will not authorise further absence and will write home.',
    ['attendance < 92'],
  ],
  ['Where attendance remains below 90% after the meeting, a Notice to Improve is sent.', ['attendance < 90']],
  ['If it is still under 90% six weeks on, we make a referral.', ['attendance < 90']],
  ['Where a pupil already on Stage 1 falls below 90%, the Attendance Lead arranges a panel.', ['attendance < 90']],
];

describe('steps told in sentences', () => {
  it.each(SENTENCES)('%s', (text, triggers) => expect(triggersIn(text)).toEqual(triggers));
});
