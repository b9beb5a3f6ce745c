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
  const marks = marksFrom('2025-09-01', '/*92 IO*4');
  const who = pupil([...marks, { date: '2025-11-10', session: 'AM', code: 'H', row: 102 }]);
  const decision = decide(prepareLadder(steps), who, {
    asOf: '2025-11-10',
    calendar: buildCalendar([], [who]),
    actions: [],
  });
  expect(lastDay(marks)).toBe('2025-11-05');
  expect(explainDecision(decision, 'Ada Fernhill')).toMatchInlineSnapshot(`
    "Ada Fernhill (P1), as of 10 November 2025

    Attendance: 92 of 92 possible sessions (about 100%); authorised absence 0, unauthorised 0, late 0
    Persistent absence: no · severe absence: no · national threshold: no · two penalty notices to one parent: no

    Current step:
      cannot tell: see below

    Shown apart: penalty notices:
      none
      next: With 10 more unauthorised sessions and "Letter 1" recorded as taken it is step 1 ("Fine").

    Not yet:
      Step 2 ("Letter 2") does not hold: below 90%: 0 of 92 possible sessions missed, it holds from 10, 10 more (0 × 100 < 10 × 92).
          policy, line 14: “the sentence of Letter 2”
      Step 1 ("Fine") does not hold: 0 unauthorised sessions in the ten school weeks, it holds from 10.
          policy, line 20: “the sentence of Fine”
      Persistent absence (10% or more missed): no; 0 of 92 possible sessions missed, 10 fewer than the 10 that are 10% (0 × 100 < 10 × 92).
          source: Pupil absence in schools in England: methodology, explore education statistics, persistent absence: 10% or more missed
      Severe absence (50% or more missed): no; 0 of 92 possible sessions missed, 46 fewer than the 46 that are 50% (0 × 100 < 50 × 92).
          source: Pupil absence in schools in England: methodology, explore education statistics, severe absence: 50% or more missed
      The national threshold (10 unauthorised sessions in 10 school weeks): no; 0 unauthorised sessions from 8 September 2025 to 10 November 2025. The pupil is taken to be of compulsory school age.
          source: Working together to improve school attendance, July 2026, chapter 6, National Framework for Penalty Notices: the national threshold
      At most 2 penalty notices to one parent for one child in 3 years: none stands.
          source: Working together to improve school attendance, July 2026, chapter 6, National Framework for Penalty Notices: at most two in three years

    To be asked:
      Step 3 ("Panel"): parents do not engage?

    What cannot be told, and what was left out:
      4 November 2025 AM: code IO is not a register code that we know; the mark is not counted.
      4 November 2025 PM: code IO is not a register code that we know; the mark is not counted.
      5 November 2025 AM: code IO is not a register code that we know; the mark is not counted.
      5 November 2025 PM: code IO is not a register code that we know; the mark is not counted.
      10 November 2025 AM (row 102): code H was not in force on that day (now C); the mark is not counted.
      Whether step 1 ("Letter 1") holds cannot be told: below 95%: 0 of 92 possible sessions missed, it holds from 5, 5 more (0 × 100 < 5 × 92).
    "
  `);
});
