/** What a new policy starts with: the sections that guidance expects, with what the school has to fill in. */
export const BLANK_TEXT = `# Attendance policy

«Insert School Name»

| | |
| --- | --- |
| Approved by | [insert name] |
| Approved on | [insert date] |
| Next review | [insert date] |

## 1. What we want for every pupil

We want every pupil to be in school, on time, for at least [target, e.g. 96%] of the year. When a pupil finds that hard we ask why, and help, before we do anything else.

We think about each pupil's needs, including special educational needs, disability and illness, before we decide what to do.

## 2. Who does what

**Senior attendance champion.** [insert name], telephone [insert phone number], e-mail [insert email].

**Attendance officer.** [insert name] answers day-to-day questions. Telephone [insert phone number].

**More help.** [insert name] can give more detailed support.

## 3. The school day and the registers

| Time | What happens |
| --- | --- |
| [time, e.g. 8.45am] | School day starts |
| [time, e.g. 8.50am] | Morning register opens |
| [time, e.g. 9.10am] | Morning register closes |
| [time, e.g. 1.00pm] | Afternoon register opens |
| [time, e.g. 1.20pm] | Afternoon register closes |
| [time, e.g. 3.15pm] | School day ends |

## 4. When a pupil cannot come

Parents tell us by [time, e.g. 9.00am] on every day of absence, on [insert phone number].

If we have not heard, we telephone on the first day of absence, from [time, e.g. 9.30am].

## 5. Lateness

A pupil who arrives after the register opens and before it closes is marked late (code L). A pupil who arrives after it closes is marked with code U.

## 6. Leave of absence in term time

Parents ask in writing and in advance. [headteacher/head of school] looks at each request on its own facts and may grant leave only in exceptional circumstances.

## 7. The steps that we take

### Step 1: a call home

When attendance falls below [percentage, e.g. 96%], we telephone parents to ask what would help.

### Step 2: a letter and a meeting

When attendance falls below [percentage, e.g. 93%], we write and meet.

### Step 3: formal support

If there is no improvement after six weeks, we agree a plan with the family and the local authority.

## 8. Penalty notices

A penalty notice may be asked for when a pupil has 10 unauthorised sessions within 10 school weeks, and support has not worked, was not taken up, or is not appropriate.
`;
