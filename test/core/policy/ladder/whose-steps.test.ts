import { describe, expect, it } from 'vitest';
import { readPolicy } from '#core/policy/parse.ts';
import { triggersIn } from './words.ts';

/** Steps without those that only praise or ask for nothing. */
function setOff(text: string): number {
  return readPolicy(text).parsed.escalation.filter(({ kind }) => kind === undefined).length;
}

const table = (head: string, rows: readonly string[]): string =>
  `${head}\n|---|---|---|\n${rows.map((row) => `| ${row} |`).join('\n')}`;

/** What has the form of a ladder and is none. */
const NONE: readonly [string, string][] = [
  [
    'what parents do on each day, in a table',
    `## Your part\n\n${table('| Day | When | What to do |', ['Day 1 | First day of absence | Parents must phone the school by 8.30am', 'Day 2 | Second day of absence | Parents should telephone again', 'Day 3 | Third day of absence | Parents must send a note'])}`,
  ],
  [
    'what parents do at each level, in a table',
    `## At home\n\n${table('| Level | Attendance | Action |', ['A | Below 96% | Talk to your child about coming to school', 'B | Below 93% | Make sure that your child goes to bed early', 'C | Below 90% | Ask your GP for help'])}`,
  ],
  [
    'how a pupil comes off the stages, in a table',
    `## Coming off monitoring\n\n${table('| Stage | Attendance | Action |', ['Stage 3 | Attendance above 93% | The tutor moves the pupil back to Stage 2', 'Stage 2 | Attendance above 95% | A letter of thanks is sent', 'Stage 1 | Attendance above 97% | The case is closed and parents are told'])}`,
  ],
  [
    'attendance that is back up, under names',
    '## When it gets better\n\n### Stage 2\n\nIf attendance is back to 95%, the tutor tells parents.\n\n### Stage 1\n\nIf attendance is back to 97%, the tutor tells parents that monitoring has stopped.',
  ],
  [
    'the figures of three years, reported each time',
    '## How we are doing\n\n- 2022: 93.1% – reported to governors\n- 2023: 93.8% – reported to governors\n- 2024: 94.4% – reported to governors',
  ],
  [
    'targets of year groups, reviewed each half term',
    `## Targets\n\n${table('| Year | Attendance | Action |', ['Year 7 | 97% | Reviewed each half term', 'Year 8 | 96.5% | Reviewed each half term', 'Year 9 | 96% | Reviewed each half term'])}`,
  ],
  [
    'days that a percentage comes to, under fields',
    '## In days\n\n### Green\n\n**Trigger:** 97%\n\n**Action:** 6 days absent in a year\n\n### Red\n\n**Trigger:** 90%\n\n**Action:** 19 days absent in a year',
  ],
  [
    'what words mean, as items that stand alike',
    '## What the words mean\n\n- Good – 96% and above: in line with what we expect\n- Persistent absence – below 90%: the pupil is defined as persistently absent\n- Severe absence – below 50%: the pupil is defined as severely absent',
  ],
  [
    'rewards, as items with names of metals',
    '## Rewards\n\n- Bronze – 95%: bronze certificate\n- Silver – 97%: silver certificate and a postcard home\n- Gold – 99%: gold certificate and a letter to parents',
  ],
];

describe('what has the form of a ladder and is none', () => {
  it.each(NONE)('%s', (_, text) => {
    expect(setOff(`# Attendance policy\n\n${text}\n`)).toBe(0);
  });
});

describe('what looks like that and is a ladder', () => {
  it.each<[string, string, string[]]>([
    [
      'parents are met, written to and asked in by the school',
      '## Stages\n\n- Early concern – below 96%: you will get a phone call\n- Concern – below 93%: you will be asked to come to a meeting\n- Formal – below 90%: parents are invited to a panel',
      ['attendance < 96', 'attendance < 93', 'attendance < 90'],
    ],
    [
      'weeks that name the steps of counts',
      '## Lateness\n\n- Week 1 – two late marks: text home\n- Week 3 – five late marks: letter home\n- Week 6 – nine late marks: meeting with parents',
      ['lateMarks >= 2', 'lateMarks >= 5', 'lateMarks >= 9'],
    ],
    [
      'levels of absence up to half of all sessions',
      '## Absence\n\n- Stage 1: Absence reaches 5% – phone call home\n- Stage 2: Absence reaches 20% – letter home\n- Stage 3: Absence reaches 50% – meeting with the council',
      ['absence >= 5', 'absence >= 20', 'absence >= 50'],
    ],
    [
      'counts that the heading says are unauthorised',
      '## Unauthorised absence\n\n- Step One – 4 sessions: phone call home\n- Step Two – 8 sessions: warning letter\n- Step Three – 10 sessions: referral to the council',
      ['unauthorisedSessions >= 4', 'unauthorisedSessions >= 8', 'unauthorisedSessions >= 10'],
    ],
  ])('%s', (_, text, triggers) => {
    expect(triggersIn(`# Attendance policy\n\n${text}\n`)).toEqual(triggers);
  });
});
