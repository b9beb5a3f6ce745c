import { describe, expect, it } from 'vitest';
import { stepsIn } from './words.ts';

/** Where one ladder ends, and what still belongs to it. Line numbers count the empty first line. */
const TEXTS: readonly { name: string; text: string; steps: string[] }[] = [
  {
    name: '"if nothing changes" by the end of the next half term',
    text: `
If attendance falls below 85% parents are invited to a meeting. If nothing changes by the end of the next half term, we will refer the family to the council.
`,
    steps: [
      '2 main 1: attendance < 85 percent',
      '2 main 2: after 1 (half term) if nothing changes by the end of the next half term',
    ],
  },
  {
    name: 'a timetable in which nothing changes',
    text: '\nIf nothing changes in the timetable we will post it in May.\n',
    steps: [],
  },
  {
    name: 'a third notice with the years in a bracket behind a bare number',
    text: `
| Notice | What happens |
|---|---|
| First | £80 if paid within 21 days |
| Second (within 3 years) | £160 |
| Third (within 3 years) | No penalty notice. The case will go to court |
`,
    steps: [
      '4 penalty 1: if First notice',
      '5 penalty 2: after 1 (3 years) if Second notice',
      '6 penalty 3: after 2 (3 years) if Third notice',
    ],
  },
  {
    name: '"if there is no improvement" behind the last rung is the next one',
    text: `
**Blue letter**

Attendance falls below 95%. The tutor speaks to parents.

**Red letter**

Attendance is 90% or below. A plan is written with the head teacher.

If there is no improvement after six weeks, we refer to the local authority.
`,
    steps: [
      '4 main 1: attendance < 95 percent',
      '8 main 2: attendance <= 90 percent',
      '10 main 3: after 2 (6 weeks) if there is no improvement after six weeks',
    ],
  },
  {
    name: 'no improvement and a figure in one sentence under a heading: either is enough',
    text: `
### Step 1: a letter

When attendance falls below 94%, the office sends a letter.

### Step 2: a meeting

If there is no improvement three weeks after step 1, or when attendance falls below 92%, parents meet the head.
`,
    steps: [
      '4 main 1: attendance < 94 percent',
      '8 main 2: attendance < 92 percent OR after 1 (3 weeks) if there is no improvement three weeks after step 1',
    ],
  },
  {
    name: 'the next number of a list is no part of the rung before it',
    text: `
3.  Tier One applies to a pupil whose attendance is between 93% and 96%. The class teacher sends a letter.

4.  Tier Two applies where attendance is less than 90%. The head chairs a meeting.

5.  If attendance has still not improved six weeks after Tier Two, the case is referred to the council.
`,
    steps: [
      '2 main 1: 93 to 96',
      '4 main 2: attendance < 90 percent',
      '6 main 3: after 2 (6 weeks) if attendance has still not improved six weeks after Tier Two',
    ],
  },
  {
    name: 'a day on a line of its own and the same day in the sentence below it',
    text: `
1st Day:
Text to the first contact. If no reply by 10:30am we phone every contact.
Day Five
Letter to parents.
Day 10:
After 10 school days of absence we tell the council.
`,
    steps: [
      '2 firstDay 1: consecutiveAbsenceDays >= 1 days',
      '3 firstDay 1b: after 1 if no reply by 10:30am',
      '4 firstDay 2: consecutiveAbsenceDays >= 5 days',
      '6 firstDay 3: consecutiveAbsenceDays >= 10 days',
    ],
  },
  {
    name: 'a branch inside a day is no condition of the day',
    text: `
Day 1: Phone call home.
Day 3: Home visit by two members of staff. If there is no answer, a card is left.
`,
    steps: ['2 firstDay 1: consecutiveAbsenceDays >= 1 days', '3 firstDay 2: consecutiveAbsenceDays >= 3 days'],
  },
  {
    name: 'a wait between commas, and attendance that has not gone up',
    text: `
**Letter A** is sent when attendance drops under 94%.

**Letter B** is sent if, four school weeks after Letter A, attendance has not gone up. Parents are invited to a meeting.
`,
    steps: [
      '2 main 1: attendance < 94 percent',
      '4 main 2: after 1 (4 school weeks) if four school weeks after Letter A, attendance has not gone up',
    ],
  },
  {
    name: 'stages under "Staged response", their figures behind "When:"',
    text: `
## Staged response

**Stage A**
When: attendance is below 95% but above 92%.
Who: form tutor. What: phone call home.

**Stage B**
When: attendance is below 90 or less.
Who: head of year. What: meeting with parents.
`,
    steps: ['5 main 1: 92 to below 95', '9 main 2: attendance <= 90 percent'],
  },
  {
    name: 'the threshold with its days in brackets, at the head of an item',
    text: `
## Penalty notices
1. 10 sessions (5 school days) of unauthorised absence within a rolling 10 school week period: first notice, £80 if paid in 21 days.
2. A second notice in three years: £160, payable within 28 days.
`,
    steps: [
      '3 penalty 1: unauthorisedSessions >= 10 sessions in 10 school weeks',
      '4 penalty 2: after 1 (3 years) if second notice',
    ],
  },
  {
    name: 'pupils who sit a detention',
    text: `
A student who is late three times in a week will sit a 30-minute detention. Six lates in a half term lead to a meeting with the head of year.
`,
    steps: [
      '2 lateness 1: lateMarks >= 3 occurrences in week',
      '2 lateness 2: lateMarks >= 6 occurrences in half term',
    ],
  },
  {
    name: 'words that only look like labels',
    text: `
## Staged support

Meeting a parent at the gate is often enough. Levels differ from child to child.
`,
    steps: [],
  },
];

describe('where a ladder goes on', () => {
  it.each(TEXTS)('$name', ({ text, steps }) => expect(stepsIn(text)).toEqual(steps));
});
