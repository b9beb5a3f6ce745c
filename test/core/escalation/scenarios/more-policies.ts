const head = (school: string): string => `# Attendance policy\n\n${school}\n\n`;

/** Ladders as other schools print them: lists, colours, brackets, statuses, the worst first. */
export const MORE_POLICIES = {
  PROSE_NUMBERS: `${head('Brackenhill Academy')}## Monitoring attendance

We follow attendance every week:

1. At 97% or below the tutor speaks with the pupil.
2. Below 95% letter 1 is sent home.
3. Below 93% letter 2 is sent and parents are invited to a meeting.
4. Below 90% an attendance panel meets parents and sets an action plan.
`,

  COLOURS: `${head('Larkrise Primary School')}## Attendance bands

| Colour | Attendance | What happens |
|---|---|---|
| Green | 97% - 100% | Praise in assembly and a certificate |
| Yellow | 95% - 96.9% | Class teacher speaks to parents at the gate |
| Amber | 90.1% - 94.9% | Letter home and a meeting with the attendance lead |
| Red | 90% and below | Attendance contract and referral to the local authority's support team |
`,

  BRACKETS: `${head('St Brannoc High School')}## Stages

**Stage 1 (attendance below 96%)** – the form tutor telephones home.

**Stage 2 (attendance below 93%)** – the head of year meets parents and agrees targets.

**Stage 3 (no improvement after four weeks of stage 2)** – the assistant headteacher holds a panel.

**Stage 4 (10 or more unauthorised sessions in a rolling period of 10 school weeks)** – the school asks the local authority to issue a penalty notice.
`,

  TERM_LATES: `${head('Harrow Lane College')}## Punctuality

Pupils who collect 5 late marks in a term are spoken to by their tutor. Pupils who collect 10 late marks in a term have a letter sent home. Pupils who collect 15 late marks in a term meet the head of year with their parents.

## Attendance

Level 1: attendance drops below 95%. A text is sent home.

Level 2: attendance drops below 90%. Parents come in to meet the pastoral manager.
`,

  LOWER_AND_STATUSES: `${head('Tidewater School')}## Our response

| Stage | Trigger | Action |
| --- | --- | --- |
| 1 | Attendance 95% or lower | Letter 1 |
| 2 | Attendance 92% or lower | Letter 2 and a meeting |
| 3 | Persistent absence | Attendance support plan agreed with the family |
| 4 | Severe absence | Multi-agency meeting |
`,

  STEPS_OF_NOTICE: `${head('Ormesby Street School')}## Support and sanctions

**Step 1** Attendance under 94%: the attendance officer rings parents and offers help.

**Step 2** Attendance under 90%: the attendance officer visits home and an early help assessment is offered.

**Step 3** If attendance has not improved within 3 weeks of step 2, a Notice to Improve is issued.

**Step 4** If attendance has not improved within 6 weeks of step 3, a penalty notice is requested.
`,

  WORST_FIRST: `${head('Cold Ash School')}## What we do, worst first

- Below 80%: the education welfare team is told and a plan is agreed.
- Below 85%: the headteacher meets parents.
- Below 90%: the attendance officer meets parents.
- Below 95%: a letter goes home.
`,

  UNIVERSAL: `${head('Millbrook Academy')}## Attendance ladder

| Step | When | Who acts | Action |
| --- | --- | --- | --- |
| 1 | All pupils | Tutor | Daily register checks |
| 2 | Below 96% | Tutor | Telephone call |
| 3 | Below 94% | Head of year | Letter |
| 4 | Two weeks after step 3 if there has been no improvement | Head of year | Meeting |
| 5 | 90% or below | Deputy head | Attendance panel |
`,

  COLON_TRIGGERS: `${head('Saltmarsh School')}## Steps

**Step 1: Tutor call.** Attendance at or below 95%.

**Step 2: Letter.** Attendance at or below 93% or 4 unauthorised sessions in 4 school weeks.

**Step 3: Meeting.** Attendance at or below 90% or 8 unauthorised sessions in 8 school weeks.

**Step 4: Penalty notice.** 10 unauthorised sessions in 10 school weeks. The local authority is asked to issue a penalty notice.
`,

  ABSENCE: `${head('Rookery Lane')}## Absence

| Absence | Response |
| --- | --- |
| 5% or more | Letter 1 |
| 8% or more | Letter 2 |
| 10% or more (persistent absence) | Meeting |
| 50% or more (severe absence) | Panel |
`,

  WAVES: `${head('Ferndale School')}## Waves

Wave 1: 96% to 100% – praise postcards.

Wave 2: 93% to 95.9% – form tutor call.

Wave 3: 90% to 92.9% – head of year meeting.

Wave 4: under 90% – attendance panel.
`,

  DAYS_AND_LETTERS: `${head('Abbots Green')}## First day calling

1. First day of absence with no reason given: the office sends a text by 9.30.
2. Second day of absence: the office telephones all contacts.
3. Third day of absence: a home visit is made.
4. Tenth day of continuous absence: the local authority is told.

## Attendance concerns

A. Below 95%: letter from the tutor.
B. Below 92%: meeting with the year leader.
C. Below 90%: meeting with the headteacher.
`,

  TERMS_AFTER: `${head('Marsh Lane Primary')}## Ladder

**Stage 1** Attendance below 96%: the class teacher speaks to parents.

**Stage 2** No improvement after one half term from stage 1: the attendance lead sends a letter.

**Stage 3** No improvement after one term from stage 2: parents meet the headteacher.

**Stage 4** Attendance below 85%: a panel with the governors and a support plan.
`,

  UNAUTHORISED_LATES: `${head('Thornfield High')}## Attendance

### Stage 1
Below 95% the tutor makes a call home.

### Stage 2
Below 92% the head of year meets parents and sets a target of 95% to be reached in four weeks.

### Stage 3
If the target is not met four weeks after stage 2, the deputy headteacher holds a panel.

## Lateness

After 5 unauthorised late marks in a half term we write to parents. After 10 unauthorised late marks in a half term we meet parents.
`,
} as const;
