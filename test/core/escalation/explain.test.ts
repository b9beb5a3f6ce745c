import { expect, it } from 'vitest';
import { buildCalendar } from '#core/attendance/calendar.ts';
import { decide, prepareLadder } from '#core/escalation/decide.ts';
import { explainDecision } from '#core/escalation/explain.ts';
import { lastDay, marksFrom, PENALTY, pupil, step } from './ladders.ts';

it('an explanation reads from the answer to the reasons', () => {
  const steps = [
    step(1, '<95', { title: 'Letter 1', line: 12 }),
    step(2, '<90', { title: 'Letter 2', line: 14 }),
    step(3, { condition: 'parents do not engage' }, { title: 'Panel', line: 16 }),
    step(1, '10 unauthorised / 10 school weeks', { sequence: 'penalty', title: 'Fine', line: 20, ...PENALTY }),
  ];
  const marks = marksFrom('2025-09-01', '/*92 I*4 O*4');
  const who = pupil([...marks, { date: '2025-11-10', session: 'AM', code: 'H', row: 102 }]);
  const decision = decide(prepareLadder(steps), who, {
    asOf: '2025-11-10',
    calendar: buildCalendar([], [who]),
    actions: [],
  });
  expect(lastDay(marks)).toBe('2025-11-07');
  expect(explainDecision(decision, 'Ada Fernhill')).toMatchInlineSnapshot(`
    "Ada Fernhill (P1), as of 10 November 2025

    Attendance: 92 of 100 possible sessions (about 92%); authorised absence 4, unauthorised 4, late 0
    Persistent absence: no · severe absence: no · national threshold: no · two penalty notices to one parent: no

    Current step:
      step 1: Letter 1
      line 12: “the sentence of Letter 1”

    Due:
      step 1: Letter 1

    Shown apart: penalty notices:
      none
      next: With 6 more unauthorised sessions and "Letter 1; Letter 2" recorded as taken it is step 1 ("Fine").

    Because:
      Step 1 ("Letter 1") holds: below 95%: 8 of 100 possible sessions missed, it holds from 6 (8 × 100 > 5 × 100).
          marks: 2025-11-04 AM I, 2025-11-04 PM I, 2025-11-05 AM I, 2025-11-05 PM I, 2025-11-06 AM O, 2025-11-06 PM O, 2025-11-07 AM O, 2025-11-07 PM O
          policy, line 12: “the sentence of Letter 1”

    Not yet:
      Step 2 ("Letter 2") does not hold: below 90%: 8 of 100 possible sessions missed, 3 short of the 11 of 100 from which it holds (8 × 100 < 10 × 100).
          marks: 2025-11-04 AM I, 2025-11-04 PM I, 2025-11-05 AM I, 2025-11-05 PM I, 2025-11-06 AM O, 2025-11-06 PM O, 2025-11-07 AM O, 2025-11-07 PM O
          policy, line 14: “the sentence of Letter 2”
      Step 1 ("Fine") does not hold: 4 unauthorised sessions in the ten school weeks, it holds from 10.
          marks: 2025-11-06 AM O, 2025-11-06 PM O, 2025-11-07 AM O, 2025-11-07 PM O
          policy, line 20: “the sentence of Fine”
      Persistent absence (10% or more missed): no; 8 of 100 possible sessions missed, 2 fewer than the 10 that are 10% (8 × 100 < 10 × 100).
          marks: 2025-11-04 AM I, 2025-11-04 PM I, 2025-11-05 AM I, 2025-11-05 PM I, 2025-11-06 AM O, 2025-11-06 PM O, 2025-11-07 AM O, 2025-11-07 PM O
          source: Pupil absence in schools in England: methodology, explore education statistics, persistent absence: 10% or more missed
      Severe absence (50% or more missed): no; 8 of 100 possible sessions missed, 42 fewer than the 50 that are 50% (8 × 100 < 50 × 100).
          marks: 2025-11-04 AM I, 2025-11-04 PM I, 2025-11-05 AM I, 2025-11-05 PM I, 2025-11-06 AM O, 2025-11-06 PM O, 2025-11-07 AM O, 2025-11-07 PM O
          source: Pupil absence in schools in England: methodology, explore education statistics, severe absence: 50% or more missed
      The national threshold (10 unauthorised sessions in 10 school weeks): no; 4 unauthorised sessions from 8 September 2025 to 10 November 2025. The pupil is taken to be of compulsory school age.
          marks: 2025-11-06 AM O, 2025-11-06 PM O, 2025-11-07 AM O, 2025-11-07 PM O
          source: Working together to improve school attendance, July 2026, chapter 6, National Framework for Penalty Notices: the national threshold
      At most 2 penalty notices to one parent for one child in 3 years: none stands.
          source: Working together to improve school attendance, July 2026, chapter 6, National Framework for Penalty Notices: at most two in three years

    To be asked:
      Step 3 ("Panel"): parents do not engage?

    What cannot be told, and what was left out:
      10 November 2025 AM (row 102): code H was not in force on that day (now C); the mark is not counted.
      How many more marks lead to the next step depends on the marks that are not counted.
    "
  `);
});
