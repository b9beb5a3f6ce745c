import { describe, expect, it } from 'vitest';
import { readPolicy } from '#core/policy/parse.ts';
import type { Step } from '#core/policy/schema.ts';
import { at, current, decided, reasons, said, titles } from './deciding.ts';
import { attendance, marksFrom, PENALTY, pupil, step, termDates, totals } from './ladders.ts';

const HALF_TERM = ['2025-10-27', '2025-10-31'] as const;
const CHRISTMAS = ['2025-12-20', '2026-01-04'] as const;

describe('windows of terms and half terms', () => {
  const lates = (window: string): Step[] => [step(1, `3 late / ${window}`)];
  const year = termDates('2025-09-01', '2026-07-20', [HALF_TERM, CHRISTMAS]);
  /** Three late marks in the first days of September. */
  const marks = marksFrom('2025-09-01', `LLL${'/'.repeat(70)}`);
  it.each([
    ['a term goes on over its half-term break', 'term', '2025-11-20', 'Rung 1'],
    ['a term ends with the Christmas holiday', 'term', '2026-01-12', 'none'],
    ['two terms do not', '2 terms', '2026-01-12', 'Rung 1'],
    ['a half term ends with its break', 'half term', '2025-11-04', 'none'],
    ['before the break it has not ended', 'half term', '2025-10-24', 'Rung 1'],
    ['two half terms reach over the break', 'two half terms', '2025-11-04', 'Rung 1'],
    ['a month ends with its date', 'month', '2025-10-01', 'none'],
    ['up to the date it has not', '1 month', '2025-09-30', 'Rung 1'],
    ['weeks are weeks of the calendar', '4 weeks', '2025-09-28', 'Rung 1'],
    ['a day later the first mark is out', '4 weeks', '2025-09-29', 'none'],
    ['so many school days back', '10 school days', '2025-09-12', 'Rung 1'],
    ['one more school day', '10 school days', '2025-09-15', 'none'],
    ['so many sessions back', '20 sessions', '2025-09-12', 'Rung 1'],
  ])('%s', (_, window, asOf, expected) => {
    const until = marks.filter(({ date }) => date <= asOf && !(date >= HALF_TERM[0] && date <= HALF_TERM[1]));
    expect(current(decided(lates(window), pupil(until), { asOf, entries: year }))).toBe(expected);
  });
});

describe('what stays as the days go by', () => {
  const ladder = [step(1, '<96'), step(2, 'after 1 / two weeks')];
  it('an after-step holds though the trigger of the earlier step no longer does: the action was taken', () => {
    const decision = decided(ladder, pupil(attendance(100, 2)), { asOf: '2025-11-14', actions: [['1', '2025-09-20']] });
    expect(current(decision)).toBe('Rung 2');
    expect(reasons(decision)).toContain('Step 1 ("Rung 1") does not hold: below 96%: 2 of 100');
  });
  it('without the action it is not current, whatever the attendance', () => {
    expect(current(decided(ladder, at(80), { actions: [] }))).toBe('Rung 1');
  });
});

describe('triggers of several parts with marks in doubt', () => {
  const either = (...parts: string[]): Step['trigger'] => ({ anyOf: parts.map((part) => step(9, part).trigger) });
  // Five absences of illness and one session of an unknown code among a hundred.
  const doubtful = pupil(marksFrom('2025-09-01', `IIIII?${'/'.repeat(94)}`));
  it.each([
    ['one part holds whatever the mark was: the step holds', either('<96', '3 late'), 'Rung 1'],
    ['no part can hold: the step does not', either('<94', '3 late'), 'none'],
    ['a part depends on the mark: cannot tell', either('<95', '3 late'), 'cannot-tell'],
    ['so it does where the other part is settled', either('3 late', '1 late'), 'cannot-tell'],
  ])('%s', (_, trigger, expected) => {
    expect(current(decided([step(1, trigger)], doubtful))).toBe(expected);
  });
  it('only the part that is in doubt is told', () => {
    const text = said(decided([step(1, either('<95', '3 late'))], doubtful));
    expect(text).toMatch(/Whether step 1 .* cannot be told: below 95%.*1 session may count either way/);
    expect(text).not.toContain('late marks');
  });
});

describe('pupils who may not be of compulsory school age', () => {
  const ladder = [step(1, '<96'), step(2, '10 unauthorised / 10 school weeks', PENALTY)];
  const marks = marksFrom('2025-09-01', '/'.repeat(120) + 'O'.repeat(10));
  it.each(['12', 'Y13', 'Year 14', 'Nursery', 'N1', 'Sixth form'])(
    '%s: attendance is computed, enforcement is not, with the reason',
    (year) => {
      const decision = decided(ladder, pupil(marks, { year }), { actions: [['1', '2025-10-01']] });
      expect(current(decision)).toBe('Rung 1');
      expect(decision.status.persistentAbsence.answer).toBe('no');
      expect(decision.status.penaltyThreshold.answer).toBe('cannot-tell');
      expect(said(decision)).toMatch(/it is for pupils of compulsory school age/);
    },
  );
  it.each(['Reception', '1', 'Year 11', '11A'])('%s: as usual', (year) => {
    const decision = decided(ladder, pupil(marks, { year }), { actions: [['1', '2025-10-01']] });
    expect(current(decision)).toBe('Rung 2');
    expect(decision.because.map(({ text }) => text).join(' ')).toContain('taken to be of compulsory school age');
  });
});

describe('what is not yet, and what comes next, agree for a reader', () => {
  it.each([
    [95, 5, 90, '6 short of the 11 of 100 from which it holds', 6],
    [100, 0, 75, '26 short of the 26 of 100 from which it holds', 34],
    [100, 0, 50, '51 short of the 51 of 100 from which it holds', 101],
  ])('at %i of 100 attended (%i missed), below %i%%', (_, absent, percent, notYet, next) => {
    const decision = decided([step(1, `<${percent}`)], pupil(attendance(100, absent)));
    expect(reasons(decision)).toContain(notYet);
    expect(reasons(decision)).not.toMatch(/\d more/);
    expect(decision.next?.text).toContain(`With ${next} more absent sessions it is step 1`);
  });
});

describe('a target that the school has for everyone', () => {
  it('is no step of the ladder', () => {
    const { escalation } = readPolicy(
      '# Attendance\n\nOur target is 97% attendance.\n\n## Steps\n\n- Step 1: below 95% – a letter\n- Step 2: below 90% – a meeting',
    ).parsed;
    expect(current(decided(escalation, at(96)))).toBe('none');
  });
  it('is not what a step asks of a pupil, which is compared with the attendance since', () => {
    const ladder = [
      step(1, '<95', { target: 95 }),
      step(2, { afterStep: '1', window: '2 weeks', condition: 'the target is not met' }),
    ];
    const marks = marksFrom('2025-09-01', `${'/'.repeat(20)}IIIIIIIIII${'/I'.repeat(20)}`);
    const decision = decided(ladder, pupil(marks), { actions: [['1', '2025-09-22']] });
    expect(current(decision)).toBe('Rung 2');
    expect(decision.because[0]?.text).toContain('the target is 95%');
  });
});

describe('a more severe step that stands apart', () => {
  const apart = '\n\n## Legal measures\n\n- Attendance below 85%: a legal meeting with the local authority\n';
  const policy = `# Attendance\n\n## Steps\n\n- Step 1: below 97% – a call\n- Step 2: below 95% – a letter\n- Step 3: below 90% – a plan`;
  it('is named for the pupil, and is not the current step', () => {
    const steps = [step(1, '<97'), step(2, '<90'), step(1, '<85', { sequence: 'legal', title: 'Legal meeting' })];
    const decision = decided(steps, at(84));
    expect(current(decision)).toBe('Rung 2');
    expect(titles(decision.elsewhere)).toEqual(['Legal meeting']);
    expect(titles(decided(steps, at(86)).elsewhere)).toEqual([]);
  });
  it('makes a question of the policy, and a single ladder makes none', () => {
    const { escalation, questions } = readPolicy(policy + apart).parsed;
    const sequences = new Set(escalation.map(({ sequence }) => sequence));
    const asked = questions.filter(({ id }) => id.startsWith('elsewhere.'));
    expect(asked.length).toBe(sequences.size > 1 ? 1 : 0);
    expect(sequences.size).toBeGreaterThan(1);
    expect(asked[0]?.asks).toMatch(/It begins at 85% attendance, and stands apart/);
    expect(readPolicy(policy).parsed.questions.filter(({ id }) => id.startsWith('elsewhere.'))).toEqual([]);
  });
});

describe('where a management system would show another answer, the reason is named', () => {
  it('days in the policy are sessions in the register', () => {
    const decision = decided([step(1, '5 days')], pupil(attendance(60, 9)));
    expect(current(decision)).toBe('none');
    expect(reasons(decision)).toContain(
      '9 absent sessions in this school year, it holds from 10, since 5 days are 10 sessions',
    );
  });
  it('one day is two sessions', () => {
    expect(reasons(decided([step(1, '1 running')], pupil(attendance(60, 1))))).toContain('since 1 day is 2 sessions');
  });
  it('exactly 90% is not below it, and is persistent absence', () => {
    const decision = decided([step(1, '<90')], totals({ possible: 380, attended: 342 }));
    expect(current(decision)).toBe('none');
    expect(reasons(decision)).toContain('exactly 90% is not below it');
    expect(decision.status.persistentAbsence).toMatchObject({ answer: 'yes', margin: 0 });
  });
  it('a figure that a system rounds onto the line', () => {
    const rounded = decided([step(1, '<90')], totals({ possible: 10_000, attended: 8996 }));
    expect(rounded.because[0]?.text).toContain(
      'a system that rounds to one decimal shows 90%, which would answer otherwise',
    );
  });
  it('ten weeks of the calendar are not ten school weeks', () => {
    const codes = `OOOOOOOOOO${'/'.repeat(90)}`;
    const before = marksFrom('2025-09-01', codes).filter(({ date }) => date < HALF_TERM[0]);
    const after = marksFrom('2025-11-03', '/'.repeat(100 - before.length));
    const year = termDates('2025-09-01', '2026-07-20', [HALF_TERM]);
    const decision = decided([step(1, '<50')], pupil([...before, ...after]), { asOf: '2025-11-14', entries: year });
    expect(decision.status.penaltyThreshold).toMatchObject({ answer: 'yes', unauthorisedInWindow: 10 });
    expect(decision.because.map(({ text }) => text).join(' ')).toContain(
      'a system that counts 10 weeks of the calendar shows 0, since it leaves no holidays out',
    );
  });
});
