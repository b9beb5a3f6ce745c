import { describe, expect, it } from 'vitest';
import { stepsIn } from './words.ts';

/** Ladders by level of attendance, with waits, branches and words around them. Line numbers count the empty first line. */
const TEXTS: readonly { name: string; text: string; steps: string[] }[] = [
  {
    name: 'levels told in clauses of a chapter, in many verbs',
    text: `
4.1 A student whose attendance has slipped below 96% is spoken to by the tutor, who makes a record.

4.2 Once attendance reaches 94% the Head of Year telephones home.

4.3 If, at the end of the three weeks, there has been no improvement, the manager invites parents to a panel.

4.4 Where attendance is 90% or below, the student is classed as a persistent absentee. The principal takes over the case and the welfare service is told.
`,
    steps: [
      '2 main 1: attendance < 96 percent',
      '4 main 2: attendance <= 94 percent',
      '6 main 3: after 2 (3 weeks) if at the end of the three weeks, there has been no improvement',
      '8 main 4: attendance <= 90 percent',
    ],
  },
  {
    name: 'what leads out of a ladder is no step of it',
    text: `
Once attendance reaches 96% the weekly phone calls stop.

We keep ringing home until attendance reaches 95%.
`,
    steps: [],
  },
  {
    name: 'a letter in the voice of the head teacher',
    text: `
We write to parents when attendance goes under 93%. If it has not got better within four weeks we will ask you to come in. At 88% or lower we involve the council's attendance team. If it is still below 85% after six school weeks I will invite you to a meeting with me.
`,
    steps: [
      '2 main 1: attendance < 93 percent',
      '2 main 2: after 1 (4 weeks) if it has not got better within four weeks',
      '2 main 3: attendance <= 88 percent',
      '2 main 4: attendance < 85 percent after 3 (6 school weeks) if it is still below 85% after six school weeks',
    ],
  },
  {
    name: 'duties of staff that begin with what is done',
    text: `
The attendance officer will:
- prepare penalty notice paperwork where a pupil has 10 or more unauthorised absences in 10 school weeks
`,
    steps: ['3 penalty 1: unauthorisedSessions >= 10 sessions in 10 school weeks'],
  },
  {
    name: 'colours as a consequence of stages',
    text: `
Stage A: Attendance between 95% and 97%. Pupils are placed on Green.
Stage B: Attendance between 90% and 95%. Pupils are placed on Amber and parents receive a letter.
Stage C: Attendance below 90%. Pupils are placed on Red; the attendance officer meets parents.
`,
    steps: ['2 main 1: 95 to 97', '3 main 2: 90 to 95', '4 main 3: attendance < 90 percent'],
  },
  {
    name: 'stages that follow when attendance has not improved',
    text: `
Stage 1: attendance below 95% - letter from class teacher.
Stage 2: attendance has not improved after two school weeks - meeting with Attendance Lead.
Stage 3: attendance has not improved after a further four weeks - referral to Inclusion Officer.
Stage 4: fixed penalty notice
`,
    steps: [
      '2 main 1: attendance < 95 percent',
      '3 main 2: after 1 (2 school weeks) if attendance has not improved after two school weeks',
      '4 main 3: after 2 (4 weeks) if attendance has not improved after a further four weeks',
      '5 main 4: if Stage 4',
    ],
  },
  {
    name: 'a band with counts inside',
    text: `
Attendance between 85% and 90%: home visits when 10 and 20 sessions of absence have been missed.
`,
    steps: ['2 main 1: 85 to 90'],
  },
  {
    name: '"at 96%" at the head of sentences',
    text: `
At 96% attendance class teachers will speak to parents. At 93% the office will send letter 1. At 90% or below the headteacher will invite parents to a meeting.
`,
    steps: [
      '2 main 1: attendance <= 96 percent',
      '2 main 2: attendance <= 93 percent',
      '2 main 3: attendance <= 90 percent',
    ],
  },
  {
    name: 'arrows',
    text: `
97% → Text message
95% → Letter 1
93% → Letter 2 and meeting
90% → Referral
`,
    steps: [
      '2 main 1: attendance <= 97 percent',
      '3 main 2: attendance <= 95 percent',
      '4 main 3: attendance <= 93 percent',
      '5 main 4: attendance <= 90 percent',
    ],
  },
  {
    name: 'step one, step two, each with a sentence for its level',
    text: `
Step One
Initial concern (attendance below 96%)
The class teacher will contact parents.

Step Two
Attendance below 94%
The Attendance Officer will write to parents and monitor for 4 weeks.

Step Three
Attendance below 90%
A formal meeting is held. If attendance does not improve, legal action may follow.
`,
    steps: [
      '3 main 1: attendance < 96 percent',
      '7 main 2: attendance < 94 percent',
      '11 main 3: attendance < 90 percent',
      '12 main 3b: after 3 if attendance does not improve',
    ],
  },
  {
    name: 'a single stage out of a longer process',
    text: `
Stage 3: Attendance at 90% or no improvement after the three week period. A referral is made. The referral may be made after two weeks if attendance worsens.
`,
    steps: ['2 main 3: attendance <= 90 percent'],
  },
  {
    name: 'branches stay inside their rung',
    text: `
Attendance Meeting 1: attendance below 92%. Parents are invited to a meeting. If parents attend, targets are set for four weeks. If parents do not attend, a second letter is sent.
Attendance Meeting 2: attendance has not improved at the end of the four weeks. A contract is drawn up.
`,
    steps: [
      '2 main 1: attendance < 92 percent',
      '3 main 2: after 1 (4 weeks) if attendance has not improved at the end of the four weeks',
    ],
  },
  {
    name: 'an old line for persistent absence',
    text: `
Pupils with attendance of 85% or below are persistent absentees. They will be referred to the Education Welfare Service.
`,
    steps: ['2 main 1: attendance <= 85 percent'],
  },
  {
    name: 'a whole ladder in one paragraph',
    text: `
Where attendance falls below 95% for any child, the class teacher will make contact with the family to see if any support is needed. Should attendance continue to fall, and reach 92% or below, the Attendance Officer will write to parents. When a child becomes a persistent absentee (below 90%), the family will be invited to a meeting and an attendance plan will be agreed. Where there is no improvement after 6 weeks, the school will refer the case to the local authority, who may take legal action.
`,
    steps: [
      '2 main 1: attendance < 95 percent',
      '2 main 2: attendance <= 92 percent after 1 if attendance continue to fall, and reach 92% or below',
      '2 main 3: attendance < 90 percent',
      '2 main 4: after 3 (6 weeks) if there is no improvement after 6 weeks',
    ],
  },
  {
    name: 'waves, the first for everyone',
    text: `
**Wave 1 (Universal)** All pupils. Daily registers, rewards.
**Wave 2 (Targeted)** Pupils with attendance 90-95%. Phone calls home, mentoring.
**Wave 3 (Specialist)** Pupils with attendance below 90%. Multi-agency support, referral to Early Help.
`,
    steps: ['2 main 1 universal: if Universal', '3 main 2: 90 to 95', '4 main 3: attendance < 90 percent'],
  },
  {
    name: 'stages whose parts are joined by dashes',
    text: `
Stage 1 - 96% - Text message home - Tutor conversation
Stage 2 - 94% - Letter 1 - Head of Year meeting
Stage 3 - 90% - Letter 2 - Attendance panel - Fine warning
`,
    steps: [
      '2 main 1: attendance <= 96 percent',
      '3 main 2: attendance <= 94 percent',
      '4 main 3: attendance <= 90 percent',
    ],
  },
  {
    name: 'cohorts, the best first',
    text: `
Cohort 1 – 98-100% – Outstanding – reward trip
Cohort 2 – 96-97.9% – Good – postcard home
Cohort 3 – 93-95.9% – Needs attention – form tutor phones home
Cohort 4 – below 93% – Serious – meeting in school with Head of Year
`,
    steps: [
      '2 main 1 reward: 98 to 100',
      '3 main 2 reward: 96 to 97.9',
      '4 main 3: 93 to 95.9',
      '5 main 4: attendance < 93 percent',
    ],
  },
  {
    name: 'a letter to one family',
    text: `
Your child's attendance is currently below 85%. This is very serious. We would like you to come to a meeting on Monday. If there is no improvement we will refer you to the Local Authority.
`,
    steps: ['2 other 1: if there is no improvement'],
  },
  {
    name: 'bands as headings',
    text: `
## 95% and above
Celebrated each week.
## 90% – 94%
Teachers phone home to offer support.
## Below 90%
Attendance lead writes to parents and sets up a support plan.
## Below 50%
School and local authority agree a joint plan.
`,
    steps: [
      '2 main 1 reward: attendance >= 95 percent',
      '4 main 2: 90 to 94',
      '6 main 3: attendance < 90 percent',
      '8 main 4: attendance < 50 percent',
    ],
  },
];

describe('a ladder of levels told in words', () => {
  it.each(TEXTS)('$name', ({ text, steps }) => expect(stepsIn(text)).toEqual(steps));
});
