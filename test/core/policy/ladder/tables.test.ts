import { describe, expect, it } from 'vitest';
import { stepsIn } from './words.ts';

/** Ladders in tables. Line numbers count the empty first line. */
const TEXTS: readonly { name: string; text: string; steps: string[] }[] = [
  {
    name: 'short labels in a table with columns for trigger, actor and action',
    text: `
| Level | Trigger | Who | Action |
|---|---|---|---|
| T1 | Attendance 93-96% | Form tutor | Conversation with pupil and call home |
| T2 | Attendance 90-92.9% | Head of Year | Letter 1, meeting with parents |
| T3 | Attendance below 90% | Attendance Officer | Attendance contract, home visit |
| T4 | 10 unauthorised sessions in 10 school weeks | Headteacher | Notice to improve / penalty notice |
`,
    steps: [
      '4 main 1: 93 to 96',
      '5 main 2: 90 to 92.9',
      '6 main 3: attendance < 90 percent',
      '7 main 4: unauthorisedSessions >= 10 sessions in 10 school weeks',
    ],
  },
  {
    name: 'bare numbers under Stage, actions in any words, a row that follows the one before it',
    text: `
| Stage | Attendance | Action |
|---|---|---|
| 1 | below 95% | Tutor has a quiet word |
| 2 | below 92% | Letter home |
| 3 | No improvement after four weeks | Referral to the council |
`,
    steps: [
      '4 main 1: attendance < 95 percent',
      '5 main 2: attendance < 92 percent',
      '6 main 3: after 2 (4 weeks) if No improvement after four weeks',
    ],
  },
  {
    name: 'a column of actions that says that nothing is done',
    text: `
| Attendance | Action |
|---|---|
| 96 - 99% | No action needed |
| 95% and above | None |
| 93 - 94% | |
| below 92% | A quiet chat at the gate |
| below 90% | Letter home |
`,
    steps: [
      '4 main 1 universal: 96 to 99',
      '5 main 2 universal: attendance >= 95 percent',
      '7 main 3: attendance < 92 percent',
      '8 main 4: attendance < 90 percent',
    ],
  },
  {
    name: 'numbers whose unit stands at the head of their column',
    text: `
| Lates in a half term | What we do |
|---|---|
| 3 | Text home |
| 5-7 | Time made up at break |
| more than 10 | Meeting with governors |
`,
    steps: [
      '4 lateness 1: lateMarks >= 3 occurrences in half term',
      '5 lateness 2: lateMarks >= 5 occurrences in half term',
      '6 lateness 3: lateMarks > 10 occurrences in half term',
    ],
  },
  {
    name: 'bare days under Day',
    text: `
| Day | Action |
|---|---|
| 1 | Text and call home |
| 3 | Home visit |
`,
    steps: ['4 firstDay 1: consecutiveAbsenceDays >= 1 days', '5 firstDay 2: consecutiveAbsenceDays >= 3 days'],
  },
  {
    name: 'minutes late and what they cost are no late marks',
    text: `
| Minutes late each day | Time lost in a year |
|---|---|
| 5 | 3 days |
| 15 | 10 days |
`,
    steps: [],
  },
  {
    name: 'days of absence in a table',
    text: `
| Day | Action | Staff |
|---|---|---|
| Day 1 | Text and telephone call home | Office |
| Day 2 | Second call, emergency contacts called | Attendance officer |
| Day 3 | Home visit | Family support worker |
| Day 5 | Letter sent, referral to EWO considered | Head |
| Day 10 | Children Missing Education referral | DSL |
`,
    steps: [
      '4 firstDay 1: consecutiveAbsenceDays >= 1 days',
      '5 firstDay 2: consecutiveAbsenceDays >= 2 days',
      '6 firstDay 3: consecutiveAbsenceDays >= 3 days',
      '7 firstDay 4: consecutiveAbsenceDays >= 5 days',
      '8 firstDay 5: consecutiveAbsenceDays >= 10 days',
    ],
  },
  {
    name: 'a table of single percentages',
    text: `
| Attendance | Days missed | What we do |
|---|---|---|
| 97% | 6 | Letter of praise |
| 95% | 10 | Text message to parents |
| 92% | 15 | Phone call and letter 1 |
| 90% | 19 | Meeting with head; attendance plan |
| 85% | 29 | Referral to Local Authority; penalty notice considered |
`,
    steps: [
      '4 main 1 reward: attendance >= 97 percent',
      '5 main 2: attendance <= 95 percent',
      '6 main 3: attendance <= 92 percent',
      '7 main 4: attendance <= 90 percent',
      '8 main 5: attendance <= 85 percent',
    ],
  },
  {
    name: 'pipe rows without a rule under the header',
    text: `
| Stage | Attendance | Action |
| Stage 1 | 94-96% | Text home |
| Stage 2 | 90-93% | Letter and meeting |
| Stage 3 | Below 90% | Referral to EWS |
`,
    steps: ['3 main 1: 94 to 96', '4 main 2: 90 to 93', '5 main 3: attendance < 90 percent'],
  },
  {
    name: 'rows cut by tabs',
    text: `
Attendance	Stage	Action taken
97-100%	Green	No action; certificate
93-96%	Amber	Letter home, monitor
Below 93%	Red	Meeting with parents; EWO referral
`,
    steps: ['3 main 1 reward: 97 to 100', '4 main 2: 93 to 96', '5 main 3: attendance < 93 percent'],
  },
  {
    name: 'days, ranges of days and "after ten days"',
    text: `
| Timescale | Action |
|---|---|
| Day 1 | Phone call |
| Day 2 - 3 | Second phone call, text |
| Day 4 | Home visit |
| After 10 days | CME referral |
`,
    steps: [
      '4 firstDay 1: consecutiveAbsenceDays >= 1 days',
      '5 firstDay 2: consecutiveAbsenceDays >= 2 days',
      '6 firstDay 3: consecutiveAbsenceDays >= 4 days',
      '7 firstDay 4: consecutiveAbsenceDays >= 10 days',
    ],
  },
  {
    name: 'a table whose header says definition and support',
    text: `
| Category | Definition | Support |
|---|---|---|
| At risk | 90-95% attendance | Tutor mentoring, phone call |
| Persistent absence | Below 90% attendance | Attendance plan and panel meeting |
| Severe absence | Below 50% attendance | Multi-agency meeting |
`,
    steps: ['4 main 1: 90 to 95', '5 main 2: attendance < 90 percent', '6 main 3: attendance < 50 percent'],
  },
  {
    name: 'a figure run on after other words in its cell',
    text: `
| Concern | What happens |
|---|---|
| More unauthorised absence Attendance below 90% | Attendance panel meeting |
| Unauthorised attendance dropping below 75% | Referral for legal action |
`,
    steps: ['4 main 1: attendance < 90 percent', '5 main 2: attendance < 75 percent'],
  },
  {
    name: 'a table that begins with the actor',
    text: `
| Who | When | What |
|---|---|---|
| Class teacher | Attendance below 96% | Speaks to parent at pick up |
| Office | Attendance below 94% | Sends letter 1 |
| Head | Attendance below 90% | Meets parents, agrees a plan |
`,
    steps: [
      '4 main 1: attendance < 96 percent',
      '5 main 2: attendance < 94 percent',
      '6 main 3: attendance < 90 percent',
    ],
  },
  {
    name: 'bare numbers under a percent header',
    text: `
| Attendance % | Category | Action |
|---|---|---|
| 98 - 100 | Excellent | Certificate |
| 95 - 97.9 | Good | Praise |
| 90 - 94.9 | Concern | Letter home |
| Below 90 | Persistent absence | Meeting and action plan |
`,
    steps: [
      '4 main 1 reward: 98 to 100',
      '5 main 2 reward: 95 to 97.9',
      '6 main 3: 90 to 94.9',
      '7 main 4: attendance < 90 percent',
    ],
  },
  {
    name: 'further late marks, counted in total',
    text: `
| Procedure | Trigger | Action by school |
|---|---|---|
| Phase 1 | 5 late marks in a half term | Letter home |
| Phase 2 | A further 5 late marks (10 in total) | Meeting with Head of Year |
`,
    steps: [
      '4 lateness 1: lateMarks >= 5 occurrences in half term',
      '5 lateness 2: lateMarks >= 10 occurrences in half term',
    ],
  },
];

describe('a ladder in a table', () => {
  it.each(TEXTS)('$name', ({ text, steps }) => expect(stepsIn(text)).toEqual(steps));
});
