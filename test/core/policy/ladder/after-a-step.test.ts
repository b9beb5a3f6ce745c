import { describe, expect, it } from 'vitest';
import { parsePolicy, readPolicy } from '#core/policy/parse.ts';
import { triggersIn } from './words.ts';

const thresholdsIn = (text: string): string[] =>
  parsePolicy(text).facts.flatMap((fact) => (fact.kind === 'threshold' ? [`${fact.op} ${fact.value}`] : []));

describe('attendance that has not come back up to a figure', () => {
  it.each<[string, string[]]>([
    ['If attendance has not reached 93% four weeks after Stage 1, a meeting is held.', []],
    ['Where it has still not risen to 95%, parents are invited in.', []],
    ['If attendance has not returned to 94% within half a term, a meeting is held.', []],
    // Nothing went before: a line like any other, which does not count itself.
    ['Pupils whose attendance has not reached 90% by Christmas get a letter home.', ['< 90']],
  ])('%s', (text, thresholds) => expect(thresholdsIn(text)).toEqual(thresholds));

  it.each<[string, string, string[]]>([
    [
      'stages by their names',
      `**Stage 1: Early conversation**
This begins when a student's attendance falls below 95%. The form tutor speaks to the student.

**Stage 2: Letter**
If there has been no improvement after four school weeks from Stage 1, the officer sends the letter.

**Stage 3: Support meeting**
If attendance has not reached 93% after four weeks from Stage 2, the Head of Year holds a support meeting.

**Stage 4: Attendance panel**
If attendance is below 85% and Stage 3 has taken place, the Vice Principal convenes the attendance panel.
`,
      ['attendance < 95', 'after', 'after', 'attendance < 85 + after'],
    ],
    [
      'a list of steps',
      `- Step 1: attendance below 96%. The tutor rings home.
- Step 2: attendance has not risen to 96% three weeks after Step 1. The head of year writes.
- Step 3: attendance is still under 92% and Step 2 has been completed. The family is asked to a meeting.
`,
      ['attendance < 96', 'after', 'attendance < 92 + after'],
    ],
    [
      'sections',
      `## Level 1
Attendance below 95%: a letter goes home.

## Level 2
Attendance has not got back up to 95% within six weeks of the letter: a meeting is held.
`,
      ['attendance < 95', 'after'],
    ],
    [
      'sentences',
      'If attendance falls below 95% the tutor rings home. If it has not reached 95% four weeks later, the head of year writes to parents. If it has still not reached 95% after a further half term, parents are asked to a meeting.',
      ['attendance < 95', 'after', 'after'],
    ],
    [
      'lines that stand alike',
      `**Stage 1** – attendance under 94%: letter home.

**Stage 2** – attendance has not returned to 94% four weeks after the letter: meeting in school.

**Stage 3** – Stage 2 has been tried and attendance is under 90%: panel.
`,
      ['attendance < 94', 'after', 'attendance < 90 + after'],
    ],
    [
      'names',
      `1. **Conversation.** Attendance has dropped under 96%. The tutor talks to the pupil.
2. **Letter.** Attendance is under 93% and the conversation has been had. The office writes home.
3. **Meeting.** Attendance is under 90% and the letter has been sent. The head meets the parents.
`,
      ['attendance < 96', 'attendance < 93 + after', 'attendance < 90 + after'],
    ],
    [
      'a line that is not passed again',
      `**Level one.** Attendance below 95%. Tutors make a call home.
**Level two.** Attendance below 92%. The head of year meets the family.

If, six weeks after the meeting, attendance is not above 92%, a contract is agreed.
`,
      ['attendance < 95', 'attendance < 92', 'after'],
    ],
    [
      'by then',
      'When attendance dips under 95 per cent the tutor will monitor it for three weeks. If by then it is not back at 95 per cent, the head of year will phone home.',
      ['attendance < 95', 'after'],
    ],
    [
      'either way',
      `We start with a conversation. When attendance goes under 96%, the tutor asks how things are.

We then write. When it goes under 93%, or when the conversation has made no difference after four weeks, a letter goes home.

We then meet. When it goes under 90%, parents come in to see the pastoral lead.
`,
      ['attendance < 96', 'attendance < 93 + after', 'attendance < 90'],
    ],
    [
      'an item that looks at the figure again',
      `- less than 94%: phase leader writes to you
- 90% or less: phase leader meets you; a plan is written
- still 90% or less after half a term: Head of Phase and a governor meet you
- 80% or less: referral to the council
`,
      ['attendance < 94', 'attendance <= 90', 'attendance <= 90 + after', 'attendance <= 80'],
    ],
    [
      'fields in the words of a letter',
      `LETTER A ("A note")
Goes when: attendance is below 95%.
Signed by: tutor.

LETTER B ("We are concerned")
Goes when: Letter A was sent at least three school weeks ago and attendance has not risen.
Signed by: Head of House. A phone call comes first.
`,
      ['attendance < 95', 'after'],
    ],
    [
      'two lines alone',
      'Stage A – attendance is under 94%: letter home.\n\nStage B – no improvement after four weeks: meeting in school.\n',
      ['attendance < 94', 'after'],
    ],
  ])('in %s', (_, text, triggers) => expect(triggersIn(text)).toEqual(triggers));
});

describe('stages whose numbers go on under the next heading', () => {
  const support = `## 4.1 Support

**Stage 1 – Phone call.** A pupil who has 4 unauthorised sessions in a rolling six school weeks: the manager rings the parent.

**Stage 2 – Support meeting.** When there are 6 unauthorised sessions within a rolling ten school weeks, parents are invited in.
`;
  const legal = (number: number): string => `
## 4.2 Legal intervention

**Stage ${number} – Penalty notice.** Where a pupil reaches 10 unauthorised sessions within a rolling ten school weeks we ask the council to issue a penalty notice. We never do so before the support has been given. Support is not a condition when the ten sessions are holiday.
`;
  const placesIn = (text: string): string[] =>
    readPolicy(text).parsed.escalation.map(({ sequence, order }) => `${sequence} ${order}`);

  it('are one ladder', () => expect(placesIn(support + legal(3))).toEqual(['main 1', 'main 2', 'main 3']));

  it('and where they begin again they are two', () => {
    expect(placesIn(support + legal(1))).toEqual(['main 1', 'main 2', 'penalty 1']);
  });

  it('when enforcement is not used is no part of what is done', () => {
    const { escalation } = readPolicy(support + legal(3)).parsed;
    const last = escalation.at(-1);
    expect(last?.enforcement).toEqual(last?.actions.map((_, index) => index));
    expect(escalation[1]?.enforcement).toEqual([]);
  });
});
