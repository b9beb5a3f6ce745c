import { describe, expect, it } from 'vitest';
import { stepsIn } from './words.ts';

/** Texts full of numbers that set nothing off. Line numbers count the empty first line. */
const TEXTS: readonly { name: string; text: string; steps: string[] }[] = [
  {
    name: 'equivalences, targets, results and lengths are no steps',
    text: `
Attendance matters

90% attendance = half a day missed every week. 95% attendance means 9 days off. A child with 85% attendance misses 29 days of school, or nearly 6 weeks.

Our target for 2024/25 is 97%. Last year our attendance was 95.2%, against a national average of 94.6%. Persistent absence was 12.4%, and we want to reduce the percentage of pupils who are persistently absent to less than 8%.

The school year has 190 days (380 sessions). Each day is made of 2 sessions. Parents must give 10 days' notice of any leave request. Pupils with 100% attendance receive a certificate each term.

Detentions last 20 minutes. The Local Authority will reply within 10 working days. The attendance team meets the LA 3 times a year.
`,
    steps: [],
  },
  {
    name: 'a contents page is no ladder',
    text: `
1. Introduction ........ 2
2. Stage 1: below 95% ........ 4
3. Stage 2: below 90% ........ 5
4. Penalty notices ........ 6
`,
    steps: [],
  },
  {
    name: 'an attendance-in-days table is no ladder',
    text: `
| Attendance | Days absent | Sessions | Weeks |
|---|---|---|---|
| 95% | 9 | 18 | 2 |
| 90% | 19 | 38 | 4 |
| 80% | 38 | 76 | 8 |
`,
    steps: [],
  },
  {
    name: 'what attendance means, and last year’s figures, are no steps',
    text: `
Attendance of 97% to 100% is excellent. Attendance below 95% can affect progress. Children with attendance below 90% are less likely to achieve. Only 3% of pupils at our school are below 90%. We were delighted that attendance rose from 92% to 95% this year.
`,
    steps: [],
  },
  {
    name: 'prizes are no steps',
    text: `
Pupils with 100% attendance in a term receive a gold certificate; 97% or more a silver certificate.
`,
    steps: [],
  },
  {
    name: 'sickness rules are no steps',
    text: `
Children must stay off for 48 hours after sickness. After 5 days of illness a doctor's note may be requested. Holidays of 10 sessions or more may result in a fine.
`,
    steps: [],
  },
  {
    name: 'numbers of other things',
    text: `
Attendance at meetings of the governing body was 95%. The school is open for 190 days. Stage 2 pupils go on a trip. Letter A is for apple.
`,
    steps: [],
  },
  {
    name: 'words that only look like labels',
    text: `
Green areas of the school are for play. Red is the colour of our jumper. Level 3 courses need five GCSEs at grade 4 or above. Year 6 pupils reached Level 4 in maths: 85% of pupils.
`,
    steps: [],
  },
];

describe('no ladder', () => {
  it.each(TEXTS)('$name', ({ text, steps }) => expect(stepsIn(text)).toEqual(steps));
});
