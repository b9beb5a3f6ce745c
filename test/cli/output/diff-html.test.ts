import { describe, expect, it } from 'vitest';
import { diffHtml } from '../../../cli/output/diff-html.ts';
import { diffText } from '../../../cli/output/diff-text.ts';
import { type MovedPupil, movesOf, type PolicyDiff } from '../../../cli/output/policy-diff.ts';

const standing = (step: string | null, due: string[] = []): MovedPupil['before'] => ({
  answer: step ? 'step' : 'none',
  step,
  due,
});
const moved = (many: number, prefix: string, before: string | null, after: string | null): MovedPupil[] =>
  Array.from({ length: many }, (_, index) => ({
    pupilId: `${prefix}${index}`,
    name: `Child ${prefix}${index}`,
    before: standing(before),
    after: standing(after),
  }));
const comparison = (pupils: MovedPupil[]): PolicyDiff => ({
  before: 'old.md',
  after: 'new.md',
  changes: [],
  asOf: '2026-09-18',
  asOfFrom: 'as asked',
  pupils,
  moves: movesOf(pupils),
});

describe('who moves', () => {
  it('is counted by the step left and the step reached, the largest group first', () => {
    const pupils = [...moved(2, 'A', 'Stage 1', 'Stage 2'), ...moved(7, 'B', null, 'Stage 1')];
    expect(movesOf(pupils)).toEqual([
      { before: 'no step', after: 'Stage 1', pupils: 7 },
      { before: 'Stage 1', after: 'Stage 2', pupils: 2 },
    ]);
    expect(diffText(comparison(pupils))).toContain('7 × no step → Stage 1\n  2 × Stage 1 → Stage 2\n');
  });

  it('tells a pupil apart who stays but has other steps due', () => {
    const pupil = { pupilId: 'P', before: standing('Stage 1'), after: standing('Stage 1', ['Letter']) };
    expect(diffText(comparison([pupil]))).toContain('1 × Stage 1, with other steps due');
  });
});

describe('the page for governors', () => {
  it('counts groups of five and more', () => {
    const page = diffHtml(comparison([...moved(5, 'A', 'Stage 1', 'Stage 2'), ...moved(8, 'B', null, 'Stage 1')]));
    expect(page).toContain('<th scope="row">Stage 1 → Stage 2</th><td>5</td>');
    expect(page).toContain('<th scope="row">no step → Stage 1</th><td>8</td>');
    expect(page).toContain('13 pupils');
  });

  it('counts neither a smaller group, nor the one that would give it away, nor their sum', () => {
    const pupils = [
      ...moved(4, 'A', 'Stage 1', 'Stage 2'),
      ...moved(8, 'B', null, 'Stage 1'),
      ...moved(9, 'C', 'Stage 2', 'Stage 3'),
    ];
    const page = diffHtml({ ...comparison(pupils), stayed: 60 });
    expect(page).toContain('<th scope="row">Stage 2 → Stage 3</th><td>9</td>');
    expect(page).toContain('<th scope="row">Stage 1 → Stage 2</th><td>not shown</td>');
    expect(page).toContain('<th scope="row">no step → Stage 1</th><td>not shown</td>');
    expect(page).not.toMatch(/21 pupils|60/);
  });

  it('names no group where each is too small', () => {
    const page = diffHtml({ ...comparison(moved(4, 'A', 'Stage 1', 'Stage 2')), stayed: 3 });
    expect(page).not.toContain('Stage 2');
    expect(page).toContain('not counted');
  });

  it('names no pupil', () => {
    const page = diffHtml(comparison([...moved(9, 'A', 'Stage 1', 'Stage 2'), ...moved(1, 'B', null, 'Stage 1')]));
    expect(page).not.toMatch(/Child|\b[AB]\d\b/);
  });

  it('says that nobody moves', () => {
    expect(diffHtml(comparison([]))).toContain('0 pupils');
  });

  it('writes words of a policy as words', () => {
    const page = diffHtml(comparison(moved(6, 'A', '<script>alert(1)</script>', '"&')));
    expect(page).not.toContain('<script');
  });
});
