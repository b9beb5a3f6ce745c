import { describe, expect, it } from 'vitest';
import { stepsIn } from './words.ts';

/** Ladders by level of attendance, as headings, lines and lists. Line numbers count the empty first line. */
const TEXTS: readonly { name: string; text: string; steps: string[] }[] = [
  {
    name: 'letters by colour, the later ones after the earlier ones',
    text: `
Attendance letters

We check attendance every half term and send letters by colour.

Green letter: attendance has fallen to below 96%. The letter tells parents about the concern.

Amber letter: the pupil already had a green letter and attendance falls to below 93%. Parents are invited to a meeting with the Attendance Officer.

Red letter: after a short period with no improvement, attendance is below 90%. A referral is made to the Education Welfare Service.
`,
    steps: [
      '6 main 1: attendance < 96 percent',
      '8 main 2: attendance < 93 percent after 1 if the pupil already had a green letter and attendance falls to',
      '10 main 3: attendance < 90 percent after 2 if a short period with no improvement',
    ],
  },
  {
    name: 'numbered letters, one of which has lost its subject',
    text: `
School Attendance Letters

The trigger for a SAL1 letter is that a pupil's attendance falls below 95%.

for a SAL2 letter is that a pupil's attendance does not improve to 95% by the end of the 3-week period.

SAL3: attendance at 90% or less. Parents will be invited to an attendance panel.
`,
    steps: [
      '4 main 1: attendance < 95 percent',
      "6 main 2: after 1 (3 weeks) if a pupil's attendance does not improve to 95% by the end of the 3-week period",
      '8 main 3: attendance <= 90 percent',
    ],
  },
  {
    name: 'four stages in one line',
    text: `
Our stages. Stage 1: Attendance falls below 96%. The class teacher speaks to parents at the gate. Stage 2: Attendance falls below 94%. A letter is sent home and attendance is monitored for four weeks. Stage 3: Attendance falls below 90%. Parents are invited to a formal meeting with the headteacher and a plan is drawn up. Stage 4: If there is no improvement within 6 weeks we refer to the Local Authority, who may issue a penalty notice.
`,
    steps: [
      '2 main 1: attendance < 96 percent',
      '2 main 2: attendance < 94 percent',
      '2 main 3: attendance < 90 percent',
      '2 main 4: after 3 (6 weeks) if there is no improvement within 6 weeks',
    ],
  },
  {
    name: 'band, label and actions each a paragraph',
    text: `
Attendance bands

96% - 100%

Excellent

Certificates and praise in assembly.

92% - 96%

Cause for concern

Letter home, phone call from the tutor.

Below 92%

Serious concern

Meeting with parents, referral to EWO, possible penalty notice.
`,
    steps: ['4 main 1 reward: 96 to 100', '10 main 2: 92 to 96', '16 main 3: attendance < 92 percent'],
  },
  {
    name: 'tiers with the percent sign at one end only',
    text: `
Tier 1 (95 - 100%) Universal support: rewards and praise.
Tier 2 (90 - 94.9%) Letter 1 sent and attendance monitored.
Tier 3 (50 - 89.9%) Persistent absence: meeting, attendance contract, early help.
Tier 4 (Below 50%) Severe absence: referral to social care and legal action.
`,
    steps: [
      '2 main 1 universal: 95 to 100',
      '3 main 2: 90 to 94.9',
      '4 main 3: 50 to 89.9',
      '5 main 4: attendance < 50 percent',
    ],
  },
  {
    name: 'a numbered list of levels',
    text: `
What we do when attendance falls

1. Attendance below 97%: class teacher talks to parents.
2. Attendance below 95%: letter from the headteacher.
3. Attendance below 92%: meeting in school.
4. Attendance below 90%: referral to the Education Welfare Officer.
`,
    steps: [
      '4 main 1: attendance < 97 percent',
      '5 main 2: attendance < 95 percent',
      '6 main 3: attendance < 92 percent',
      '7 main 4: attendance < 90 percent',
    ],
  },
  {
    name: 'lettered stages: judgement, band, level or no improvement',
    text: `
Stage A – initial concern. Form tutor contacts home.
Stage B – attendance 90-94%. Pupil goes on amber. Head of Year meets parents and sets a target of 95% over a four week period.
Stage C – attendance below 90% or Stage B contract does not improve. Referral to Local Authority.
`,
    steps: [
      '2 main 1: if initial concern',
      '3 main 2: 90 to 94',
      '4 main 3: attendance < 90 percent OR after 2 if attendance below 90% or Stage B contract does not improve',
    ],
  },
  {
    name: 'bold stages with bullets, later ones after a wait',
    text: `
**Stage 1** - Attendance drops below **95%**
- Letter 1 sent to parents
- Attendance monitored for 4 weeks

**Stage 2** - No improvement after 4 weeks
- Meeting with parents
- Parenting contract offered

**Stage 3** - No improvement after a further 4 weeks, or attendance below 90%
- Referral to Education Welfare
- Penalty notice may be requested
`,
    steps: [
      '2 main 1: attendance < 95 percent',
      '6 main 2: after 1 (4 weeks) if No improvement after 4 weeks',
      '10 main 3: attendance < 90 percent OR after 2 (4 weeks) if No improvement after a further 4 weeks, or attendance',
    ],
  },
  {
    name: 'a wait behind the figure, and a wait from a meeting that is named',
    text: `
Stage 1: Attendance falls below 95%. We send a letter home.

Stage 2: Attendance is still below 95% four weeks later. We invite parents to a meeting.

Stage 3: There is no improvement within six weeks of the Stage 2 meeting. We refer to the local authority.
`,
    steps: [
      '2 main 1: attendance < 95 percent',
      '4 main 2: attendance < 95 percent after 1 (4 weeks) if Attendance is still',
      '6 main 3: after 2 (6 weeks) if There is no improvement within six weeks of the Stage 2 meeting',
    ],
  },
  {
    name: 'stages by sessions alone, a fine at their end: with no ladder by percentage they are the main one',
    text: `
Stage 1: 4 unauthorised sessions. A letter home.

Stage 2: 8 unauthorised sessions. A meeting with the attendance officer.

Stage 3: 10 unauthorised sessions in 10 school weeks. A penalty notice is requested.
`,
    steps: [
      '2 main 1: unauthorisedSessions >= 4 sessions',
      '4 main 2: unauthorisedSessions >= 8 sessions',
      '6 main 3: unauthorisedSessions >= 10 sessions in 10 school weeks',
    ],
  },
  {
    name: 'routes',
    text: `
Route 1: Attendance between 90% and 95%. We write to parents.
Route 2: Attendance less than 90%. We hold a School Attendance Panel.
`,
    steps: ['2 main 1: 90 to 95', '3 main 2: attendance < 90 percent'],
  },
  {
    name: 'persistent and severe absence with what is done',
    text: `
Persistent absence (PA): Where a child's attendance is 90% or below they are a persistent absentee. The Attendance Lead will meet with parents to agree a plan.

Severe absence: attendance of 50% or lower. The school works with the Local Authority to put an intensive plan in place.
`,
    steps: ['2 main 1: attendance <= 90 percent', '4 main 2: attendance <= 50 percent'],
  },
  {
    name: 'bold colours with their bands',
    text: `
**Green: 97%+** Well done, praise in assembly
**Yellow: 95%-96.9%** Tutor conversation
**Amber: 90% to 94.9%** Letter home and meeting with Head of Year
**Red: below 90%** Attendance panel with parents, referral to the local authority
`,
    steps: [
      '2 main 1 reward: attendance >= 97 percent',
      '3 main 2: 95 to 96.9',
      '4 main 3: 90 to 94.9',
      '5 main 4: attendance < 90 percent',
    ],
  },
  {
    name: 'a band between two one-sided figures',
    text: `
When attendance is below 95% but above 90% a letter is sent home. When attendance falls to 90% or less, parents are invited to meet the headteacher.
`,
    steps: ['2 main 1: 90 to below 95', '2 main 2: attendance <= 90 percent'],
  },
  {
    name: 'three letters in one paragraph',
    text: `
Letter 1 is sent automatically when a child's attendance drops below 95%. Letter 2 follows when attendance is below 92% and there has been no improvement. Letter 3 is sent when attendance falls below 90%, and invites parents to an attendance meeting.
`,
    steps: [
      '2 main 1: attendance < 95 percent',
      '2 main 2: attendance < 92 percent after 1 if there has been no improvement',
      '2 main 3: attendance < 90 percent',
    ],
  },
  {
    name: 'a lettered list',
    text: `
a) Attendance 95% and below: class teacher telephones home
b) Attendance 92% and below: attendance letter from the office
c) Attendance 90% and below: meeting with the headteacher and action plan
`,
    steps: [
      '2 main 1: attendance <= 95 percent',
      '3 main 2: attendance <= 92 percent',
      '4 main 3: attendance <= 90 percent',
    ],
  },
  {
    name: 'a list whose later items wait',
    text: `
1. First letter sent home if attendance falls below 95%.
2. One month later, if there is no improvement, a second letter is sent and parents are invited to a meeting.
3. After a further half term with no improvement, a referral is made to the Education Welfare Service.
4. The Local Authority may issue a penalty notice.
`,
    steps: [
      '2 main 1: attendance < 95 percent',
      '3 main 2: after 1 (1 month) if there is no improvement',
      '4 main 3: after 2 (half term) if a further half term with no improvement',
    ],
  },
  {
    name: 'headings, the band under them, an empty bullet',
    text: `
### Level 1
Attendance: 93% - 95%
- 
- Pastoral team phones home
### Level 2
Attendance: 90% - 93%
- Attendance meeting with pastoral team
- Target set and reviewed after 4 weeks
### Level 3
Attendance: below 90%
- Formal meeting with governors
- Penalty notice considered
`,
    steps: ['3 main 1: 93 to 95', '7 main 2: 90 to 93', '11 main 3: attendance < 90 percent'],
  },
];

describe('a ladder of levels', () => {
  it.each(TEXTS)('$name', ({ text, steps }) => expect(stepsIn(text)).toEqual(steps));
});
