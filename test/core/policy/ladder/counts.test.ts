import { describe, expect, it } from 'vitest';
import { stepsIn } from './words.ts';

/** Ladders of days, late marks, sessions and notices. Line numbers count the empty first line. */
const TEXTS: readonly { name: string; text: string; steps: string[] }[] = [
  {
    name: 'hours at which an absent pupil is chased',
    text: `
Missing pupil procedure

8:55 am - office calls parents of any child not in school and not reported.

10:00 am - if there is still no contact, the DSL is told and a home visit is made.

11:00 am - if the child has not been found, the police are called.
`,
    steps: [
      '4 firstDay 1: if no contact by 8:55 am',
      '6 firstDay 2: after 1 if there is still no contact',
      '8 firstDay 3: after 2 if the child has not been found (11:00 am)',
    ],
  },
  {
    name: 'counts of lates at the head of bullets',
    text: `
## Punctuality

- 3 lates in a half term: text home
- 5 lates in a half term: detention
- 10 or more lates in a term: meeting with the Head of Year
`,
    steps: [
      '4 lateness 1: lateMarks >= 3 occurrences in half term',
      '5 lateness 2: lateMarks >= 5 occurrences in half term',
      '6 lateness 3: lateMarks >= 10 occurrences in term',
    ],
  },
  {
    name: 'lateness told in sentences, any late mark first',
    text: `
Any pupil who is late will receive a detention. If a pupil is late more than 5 times in a half-term, a letter is sent home. If lateness continues, parents will be invited to a meeting.
`,
    steps: [
      '2 lateness 1: lateMarks >= 1 occurrences',
      '2 lateness 2: lateMarks > 5 occurrences in half term',
      '2 lateness 3: after 2 if lateness continues',
    ],
  },
  {
    name: 'the threshold and the first, second and third offence',
    text: `
Penalty notices

A penalty notice may be issued when a pupil has 10 or more sessions of unauthorised absence in a rolling period of 10 school weeks.

First offence: the penalty is £160 per parent, reduced to £80 if paid within 21 days.

Second offence (within 3 years): £160 per parent if paid within 28 days.

Third offence: a penalty notice will not be issued and the case may be taken to the magistrates' court.
`,
    steps: [
      '4 penalty 1: unauthorisedSessions >= 10 sessions in 10 school weeks',
      '6 penalty 2: if First offence',
      '8 penalty 3: after 2 (3 years) if Second offence',
      '10 penalty 4: after 3 if Third offence',
    ],
  },
  {
    name: 'days of holiday without permission',
    text: `
Leave in term time

If you take your child on holiday without permission for 5 or more days (10 sessions), you may be issued with a penalty notice. Leave will not be granted where attendance is below 95%.
`,
    steps: ['4 penalty 1: unauthorisedDays >= 5 days'],
  },
  {
    name: 'days in a row',
    text: `
If a pupil is absent for 3 consecutive days without contact, we will make a home visit. After 10 days of continuous unauthorised absence the school will notify the local authority as a child missing from education.
`,
    steps: [
      '2 firstDay 1: consecutiveAbsenceDays >= 3 days if without contact',
      '2 firstDay 2: consecutiveAbsenceDays >= 10 days if unauthorised',
    ],
  },
  {
    name: 'U codes and late marks',
    text: `
Persistent lateness

If your child receives 10 U codes in a 10 week period the school may request a penalty notice. Three late marks in a week will lead to a lunchtime detention.
`,
    steps: [
      '4 lateness 1: lateMarks >= 10 occurrences in 10 weeks',
      '4 lateness 2: lateMarks >= 3 occurrences in week',
    ],
  },
  {
    name: 'nobody answers on the first day',
    text: `
If your child is absent and we have not heard from you by 9.30am we will telephone you. If we cannot contact you we will try your emergency contacts. If there is still no contact, staff will make a home visit. By day 3 without contact we will inform the police or children's social care.
`,
    steps: [
      '2 firstDay 1: if your child is absent and we have not heard from you by 9.30am',
      '2 firstDay 2: if we cannot contact you',
      '2 firstDay 3: after 2 if there is still no contact',
      '2 firstDay 4: consecutiveAbsenceDays >= 3 days if without contact',
    ],
  },
  {
    name: 'number words at the head of lines',
    text: `
Lateness

Three lates in one week: the tutor speaks to the pupil.
Five lates in a half term: after-school detention of 20 minutes.
Eight lates in a half term: letter home and parents called to a meeting.
`,
    steps: [
      '4 lateness 1: lateMarks >= 3 occurrences in 1 week',
      '5 lateness 2: lateMarks >= 5 occurrences in half term',
      '6 lateness 3: lateMarks >= 8 occurrences in half term',
    ],
  },
  {
    name: 'the threshold, then notices as bullets',
    text: `
The threshold is 10 sessions of unauthorised absence in a rolling period of 10 school weeks. If the threshold is met, the school must consider a penalty notice.

- 1st penalty notice: £160, reduced to £80 if paid within 21 days
- 2nd penalty notice within 3 years: £160
- 3rd: prosecution or other measures
`,
    steps: [
      '2 penalty 1: unauthorisedSessions >= 10 sessions in 10 school weeks',
      '4 penalty 2: if 1st penalty notice',
      '5 penalty 3: after 2 (3 years) if 2nd penalty notice',
    ],
  },
  {
    name: 'counts of days and sessions in sentences',
    text: `
Unauthorised absence of 5 days or more in a term will be referred to the local authority. If a child has 10 or more sessions of unauthorised absence in any one term, a warning letter is sent. 20 sessions in 12 weeks: a penalty notice is issued.
`,
    steps: [
      '2 main 1: unauthorisedDays >= 5 days in term',
      '2 main 2: unauthorisedSessions >= 10 sessions in 1 term',
      '2 main 3: unauthorisedSessions >= 20 sessions in 12 weeks',
    ],
  },
  {
    name: 'two counts, one window',
    text: `
Unauthorised absence

Where a pupil's unauthorised absence reaches 6 sessions, a warning letter is sent. If unauthorised absence reaches 10 sessions in 10 school weeks, we ask the council to issue a penalty notice.
`,
    steps: [
      '4 penalty 1: unauthorisedSessions >= 6 sessions',
      '4 penalty 2: unauthorisedSessions >= 10 sessions in 10 school weeks',
    ],
  },
  {
    name: 'what parents have to do is no step, what school does is',
    text: `
## Parents must
- Contact school on the first day of absence
- Inform us if your child is absent for more than 3 days
## School will
- Telephone parents on the first day of absence if no reason has been given
- Make a home visit after 3 days of absence without contact
- Refer to the local authority after 10 days of unexplained absence
`,
    steps: [
      '6 firstDay 1: consecutiveAbsenceDays >= 1 days if no reason has been given',
      '7 firstDay 2: consecutiveAbsenceDays >= 3 days if without contact',
      '8 firstDay 3: absenceDays >= 10 days if unexplained',
    ],
  },
  {
    name: 'a notice to improve and what follows it',
    text: `
If support has not worked, the school will issue a Notice to Improve. If attendance does not improve within 20 school days, a penalty notice will be requested.
`,
    steps: [
      '2 penalty 1: if support has not worked',
      '2 penalty 2: after 1 (20 school days) if attendance does not improve within 20 school days',
    ],
  },
];

describe('a ladder of counts', () => {
  it.each(TEXTS)('$name', ({ text, steps }) => expect(stepsIn(text)).toEqual(steps));
});
