import { describe, expect, it } from 'vitest';
import { buildCalendar } from '#core/attendance/calendar.ts';
import { decide, prepareLadder } from '#core/escalation/decide.ts';
import type { Decision } from '#core/escalation/decision.ts';
import { explainDecision } from '#core/escalation/explain.ts';
import { decided, marked, missed } from './deciding.ts';
import { lastDay, MEETING_AND_PENALTY, marksFrom, PENALTY, pupil, step, totals } from './ladders.ts';

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
  expect(explainDecision(decision, 'Ada Fernhill')).toBe(`Ada Fernhill (P1), as of 10 November 2025

Attendance: 92 of 100 possible sessions (about 92%); authorised absence 4, unauthorised 4, late 0
Persistent absence: no · severe absence: no · national threshold: no · limit of penalty notices to one parent reached: no

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
  Step 1 ("Fine") does not hold: 4 unauthorised sessions in the 10 school weeks, it holds from 10.
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
`);
});

describe('the sections of an explanation', () => {
  const LONG = `Below 97% ${'we write home '.repeat(30)}`.trim();
  const steps = [
    step(1, '<97', { title: 'Stage 1: letter', line: 12, quote: LONG }),
    step('2a', '<95', { title: 'Meeting', line: 14, quote: ' Below 95%\n  parents   meet us.' }),
    step(3, '<80', { title: 'Both', line: 16, ...MEETING_AND_PENALTY }),
    step(1, '3 late', { sequence: 'lateness', title: 'Late letter', line: 20 }),
    step(2, '6 late', { sequence: 'lateness', title: 'Late meeting', line: 21 }),
    step(1, '<70', { sequence: 'legal', title: 'Legal talk', line: 25 }),
    step(2, '<60', { sequence: 'legal', title: 'Legal letter', line: 26 }),
  ];
  const bands = [step(1, '95-100', { title: 'Watch' }), step(2, '85-95', { title: 'Letter' }), step(3, '<85')];
  const sections = (decision: Decision): string[] => explainDecision(decision).trimEnd().split('\n\n');
  const HEAD = 'Pupil P1, as of 7 November 2025';

  it('the heading names the pupil by their number where there is no name', () => {
    expect(sections(decided(steps, missed(0)))[0]).toBe(HEAD);
  });

  it('of one who is on no step: what comes next', () => {
    expect(sections(decided(steps, missed(0)))).toContain(
      'Next:\n  With 4 more absent sessions it is stage 1 ("letter").',
    );
  });

  it('of a pupil with much to say', () => {
    const decision = decided(steps, marked('LLLL /*71 I*25'), { actions: [['2a', '2025-09-20']] });
    expect(sections(decision).slice(2, 7)).toEqual([
      'Current step:\n  step 3: Both\n  line 16: “the sentence of Both”\n  withheld: a penalty notice is issued (the national threshold for a penalty notice is not reached)',
      'Due:\n  stage 1: letter (skipped: no action shows it)\n  step 3: Both',
      'Leaving the step:\n  25 more attended sessions in a row would lead out of step 3 ("Both"), to step 2a ("Meeting").',
      'Shown apart: lateness:\n  step 1: Late letter\n  line 20: “the sentence of Late letter”\n  due: step 1: Late letter\n  next: With 2 more late marks (L) it is step 2 ("Late meeting").',
      'Shown apart: legal measures:\n  none\n  next: With 8 more absent sessions it is step 1 ("Legal talk").',
    ]);
    const because = sections(decision)[7]?.split('\n') ?? [];
    const [, holds, marks] = because;
    expect(holds).toBe(
      '  Step 3 ("Both") holds: below 80%: 25 of 100 possible sessions missed, it holds from 21 (25 × 100 > 20 × 100).',
    );
    expect(marks).toMatch(/^ {6}marks: 5 earlier, 2025-10-27 AM I, (?:\S+ [AP]M I, ){18}2025-11-07 PM I$/);
    expect(because).toContain('      policy, line 14: “Below 95% parents meet us.”');
    expect(because).toContain(`      policy, line 12: “${LONG.slice(0, 297)}...”`);
  });

  it('of bands that were passed, from a rounded figure', () => {
    const decision = decided(bands, totals({ percent: '82.4' }), { actions: [] });
    expect(sections(decision).slice(1, 5)).toEqual([
      'Attendance: 82.4%, rounded; the sessions are not known\nPersistent absence: yes · severe absence: no · national threshold: cannot tell · limit of penalty notices to one parent reached: no',
      'Current step:\n  step 3: Rung 3\n  line ' + bands[2]?.line + ': “the sentence of Rung 3”',
      'Due:\n  step 3: Rung 3',
      'Passed without a record, not due:\n  step 1: Watch\n  step 2: Letter',
    ]);
  });

  it('of one who is further down another ladder, and two who are on both', () => {
    const elsewhere = sections(decided(steps, missed(35))).find((text) => text.startsWith('More severe'));
    expect(elsewhere).toBe('More severe steps elsewhere in the policy:\n  step 1: Legal talk');
    const apart = sections(decided(steps, missed(35))).find((text) => text.includes('legal measures'));
    expect(apart).toContain('\n  due: step 1: Legal talk');
    const both = sections(decided(steps, missed(55))).find((text) => text.includes('legal measures'));
    expect(both).toContain('\n  due: step 1: Legal talk; step 2: Legal letter');
  });

  it.each<[string, Parameters<typeof totals>[0], string]>([
    ['nothing is known', {}, 'Attendance: not known'],
    [
      'no kinds of absence',
      { possible: 100, attended: 88 },
      'Attendance: 88 of 100 possible sessions (about 88%); authorised absence not known, unauthorised not known, late not known',
    ],
    [
      'no session was possible',
      { possible: 0, attended: 0, authorised: 0, unauthorised: 0, late: 0 },
      'Attendance: 0 of 0 possible sessions; authorised absence 0, unauthorised 0, late 0',
    ],
  ])('attendance where %s', (_, given, line) => {
    expect(sections(decided([], totals(given)))[1]?.split('\n')[0]).toBe(line);
  });

  it('of a step that cannot be told, and of none', () => {
    expect(sections(decided([step(1, '<90')], totals({ percent: '90.0' })))[2]).toBe(
      'Current step:\n  cannot tell: see below',
    );
    expect(sections(decided([step(1, '<90')], missed(2)))[2]).toBe('Current step:\n  none');
  });

  it('a source that nobody has checked is shown as such', () => {
    const decision = decided([], missed(2), { actions: [] });
    const citation = {
      document: 'Guidance',
      edition: 'May 2026',
      provision: 'page 3',
      url: 'https://example.org',
      verified: false,
    };
    const shown = sections({ ...decision, because: [{ text: 'So it is.', citation, marks: [] } as never], notYet: [] });
    expect(shown).toContain(
      'Because:\n  So it is.\n      source: Guidance, May 2026, page 3 (not checked at its source)',
    );
  });
});
