const HEAD = '# Attendance policy\n\nElmgate School\n\n## How we follow attendance\n\n';

export const BELOW = `${HEAD}### Stage 1: call home
When attendance falls below 95%, the form tutor telephones home.

### Stage 2: letter
When attendance falls below 92%, the attendance officer writes to parents.

### Stage 3: meeting
When attendance falls below 90%, parents meet the head of year.
`;

export const AT_MOST = `${HEAD}### Stage 1: letter
When attendance is 95% or below, we write to parents.

### Stage 2: meeting
When attendance is 90% or below, parents meet the head of year.
`;

const table = (rows: readonly (readonly [string, string])[]): string =>
  `${HEAD}| Stage | Attendance | What we do |\n| --- | --- | --- |\n${rows.map(([band, action], i) => `| ${i + 1} | ${band} | ${action} |`).join('\n')}\n`;

export const TOUCHING = table([
  ['95–100%', 'The form tutor checks in with the pupil'],
  ['90–95%', 'We write to parents'],
  ['90% and below', 'Parents meet the head of year'],
]);

export const GAPS = table([
  ['95–100%', 'The form tutor checks in with the pupil'],
  ['90–94%', 'We write to parents'],
  ['80–89%', 'Parents meet the head of year'],
]);

export const DECIMALS = table([
  ['97–100%', 'The form tutor checks in with the pupil'],
  ['93–96.9%', 'We write to parents'],
  ['85–92.9%', 'Parents meet the head of year'],
]);

export const REWARD = table([
  ['97–100%', 'Certificate of excellent attendance and praise in assembly'],
  ['92–96.9%', 'We write to parents'],
  ['Below 92%', 'Parents meet the head of year'],
]);

export const STATUSES = `${HEAD}### Stage 1: below 95%
We write to parents.

### Stage 2: persistent absence
Parents meet the head of year.

### Stage 3: severe absence
A panel meets parents and agrees a plan of support.
`;

export const COUNTS = `${HEAD}### Stage 1
When a pupil has 3 unauthorised sessions, we write to parents.

### Stage 2
When a pupil has 6 unauthorised sessions, parents meet the head of year.

### Stage 3
When a pupil has 8 unauthorised sessions, the headteacher meets parents and offers support.
`;

export const DAYS = `${HEAD}### Stage 1
When a pupil has missed 5 days in a school year, we write to parents.

### Stage 2
When a pupil has missed 10 days in a school year, parents meet the head of year.
`;

export const LATE = `${BELOW}
## Lateness

After 3 late marks we telephone home. After 6 late marks we invite parents to a meeting.
`;

export const LATE_HALF_TERM = `${BELOW}
## Lateness

After 3 late marks in a half term we telephone home. After 6 late marks in a half term we invite parents to a meeting.
`;

export const WORDS = `${HEAD}### Stage 1: letter
When attendance falls below 95%, we write to parents.

### Stage 2: wellbeing
Where staff are concerned about a pupil's wellbeing, we hold a meeting with parents.
`;

export const OR_WORDS = `${HEAD}### Stage 1: letter
When attendance falls below 95% or there are concerning patterns of absence, we write to parents.

### Stage 2: meeting
When attendance falls below 90%, parents meet the head of year.
`;

export const NOTICE = `${HEAD}### Stage 1: letter
When attendance falls below 95%, we write to parents and offer help.

### Stage 2: meeting
When attendance falls below 90%, parents meet the head of year and we agree a support plan.

### Stage 3: penalty notice
When a pupil has 10 unauthorised sessions within 10 school weeks, we ask the local authority to issue a penalty notice.
`;

export const MIXED = `${HEAD}### Stage 1: letter
When attendance falls below 95%, we write to parents and offer help.

### Stage 2: panel
When attendance falls below 90%:

- parents meet the head of year and we agree a support plan
- we ask the local authority to issue a penalty notice
`;

export const ONLY_ENFORCEMENT = `${HEAD}### Stage 1
When attendance falls below 95%, we issue a notice to improve.

### Stage 2
When attendance falls below 90%, we ask the local authority to issue a penalty notice.
`;

export const AFTER_WEEKS = `${HEAD}### Stage 1: letter
When attendance falls below 95%, we write to parents.

### Stage 2: meeting
If there is no improvement two weeks after stage 1, parents meet the head of year.

### Stage 3: panel
If there is no improvement four weeks after stage 2, the headteacher holds a panel with parents.
`;

export const AFTER_DAYS = `${HEAD}### Stage 1: letter
When attendance falls below 95%, we write to parents.

### Stage 2: meeting
If there is no improvement 10 school days after stage 1, parents meet the head of year.
`;

export const AFTER_HALF_TERM = `${HEAD}### Stage 1: letter
When attendance falls below 95%, we write to parents.

### Stage 2: meeting
If there is no improvement one half term after stage 1, parents meet the head of year.
`;

export const NUMBER_AND_AFTER = `${HEAD}### Stage 1: letter
When attendance falls below 95%, we write to parents.

### Stage 2: meeting
If there is no improvement two weeks after stage 1 or attendance falls below 92%, parents meet the head of year.

### Stage 3: panel
When attendance is 90% or below, the headteacher meets parents.

### Stage 4: formal support
If there is no improvement six weeks after stage 3, we offer an attendance contract.
`;

export const NO_LADDER = `${HEAD}We want every child to be in school every day. Registers are taken at 8.50 am and at 1.10 pm.
`;

/** Two ladders without a name of their own, with a long chapter between them. */
export const APART = `${COUNTS}
${'## A chapter\n\nWords about something else.\n\n'.repeat(15)}
## Days missed

### Stage 1
When a pupil has 12 unauthorised sessions, we write to the governors.
`;
