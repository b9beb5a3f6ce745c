import { afterEach, describe, expect, it } from 'vitest';
import { readPolicy } from '#core/policy/parse.ts';
import { changeFigures, decideTried, figures, marks, pupilOfMarks, tryBy } from '../../editor/trying.ts';

const POLICY = `# Attendance policy

## Steps

| Stage | When | What happens |
| --- | --- | --- |
| Stage 1 | Attendance below 95% | Phone call home |
| Stage 2 | Attendance below 90% | Letter and meeting |
`;
const steps = readPolicy(POLICY).parsed.escalation;

afterEach(() => {
  tryBy.value = 'figures';
  figures.value = { possible: 110, attended: 101, unauthorised: 2 };
});

describe('marks that are typed in', () => {
  it.each([
    ['end on the day itself when it is a weekday', '/\\/\\', '2026-11-19', ['2026-11-18', '2026-11-19']],
    ['end on Friday when the day is a Sunday', '/\\/\\', '2026-11-22', ['2026-11-19', '2026-11-20']],
    ['reach back over a weekend', '/\\/\\/\\', '2026-11-17', ['2026-11-13', '2026-11-16', '2026-11-17']],
    ['reach back over two weekends', '/\\'.repeat(8), '2026-11-17', ['2026-11-06', '2026-11-17']],
    ['are one morning when there is but one', '/', '2026-11-16', ['2026-11-16']],
  ])('%s', (_what, words, asOf, days) => {
    const pupil = pupilOfMarks(words, asOf);
    const dates = typeof pupil === 'string' ? [] : (pupil.marks ?? []).map(({ date }) => date);
    expect([...new Set(dates)]).toEqual(expect.arrayContaining(days));
    expect([dates[0], dates.at(-1)]).toEqual([days[0], days.at(-1)]);
  });

  it('are refused with a sentence when they are none', () => {
    expect(pupilOfMarks('7/', '2026-11-19')).toMatch(/^These marks cannot be read: the digit 7/);
    expect(pupilOfMarks('  ', '2026-11-19')).toMatch(/^Write some marks/);
  });
});

describe('an invented pupil', () => {
  it('gets the step of their figures', () => {
    changeFigures({ possible: 100, attended: 94 });
    const decision = decideTried(steps, '2026-11-19');
    expect(typeof decision === 'string' ? decision : decision.current.step?.title).toMatch(/Stage 1|call/i);
  });

  it('gets the step of their marks', () => {
    tryBy.value = 'marks';
    marks.value = `${'/\\'.repeat(8)}OOOO`;
    const decision = decideTried(steps, '2026-11-19');
    expect(typeof decision === 'string' ? decision : decision.current.step?.order).toBe(2);
  });

  it('never attends more than was possible, nor is absent without leave more than absent', () => {
    changeFigures({ possible: 50 });
    expect(figures.value).toEqual({ possible: 50, attended: 50, unauthorised: 0 });
    changeFigures({ attended: Number.NaN });
    expect(figures.value).toEqual({ possible: 50, attended: 0, unauthorised: 0 });
  });

  it('is not tried on a policy without steps', () => {
    expect(decideTried([], '2026-11-19')).toBe('This policy has no steps yet, so there is nothing to try.');
  });
});
