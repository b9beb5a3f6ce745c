import { describe, expect, it } from 'vitest';
import { countProblems, countsText, groupProblems, nextProblem, visibleSpan } from '#core/language/diagnostics.ts';
import { factsAt, factsIn, groupFacts } from '#core/language/facts.ts';
import { SourceText } from '#core/text/span.ts';
import { findingOn, marked, timeOn } from './sample.ts';

const source = new SourceText('one\ntwo\nthree\n\nfive');
const at = (start: number, end = start + 1) => source.span(start, end);

describe('problems', () => {
  const findings = [
    findingOn(at(12), { duty: 'good', severity: 'advice', message: 'd' }),
    findingOn(at(8), { duty: 'must', severity: 'warning', message: 'c' }),
    findingOn(at(4), { duty: 'must', severity: 'error', message: 'b' }),
    findingOn(at(0), { duty: 'internal', severity: 'warning', message: 'a' }),
  ];
  it('stand by duty, the law first, the worst first within each', () => {
    const shape = groupProblems(findings).map(({ duty, findings: inGroup }) => [
      duty,
      inGroup.map(({ message }) => message).join(''),
    ]);
    expect(shape).toEqual([
      ['must', 'bc'],
      ['internal', 'a'],
      ['good', 'd'],
    ]);
  });
  it('are counted', () => expect(countProblems(findings)).toEqual({ error: 1, warning: 2, advice: 1 }));
  it.each([
    { counts: { error: 0, warning: 0, advice: 0 }, text: 'No problems' },
    { counts: { error: 1, warning: 0, advice: 0 }, text: '1 error' },
    { counts: { error: 0, warning: 1, advice: 2 }, text: '1 warning and 2 pieces of advice' },
    { counts: { error: 2, warning: 3, advice: 1 }, text: '2 errors, 3 warnings and 1 piece of advice' },
  ])('are said as “$text”', ({ counts, text }) => expect(countsText(counts)).toBe(text));
  it('follow one another in the order of the text, going round', () => {
    expect(nextProblem(findings, 0, 'next')?.message).toBe('b');
    expect(nextProblem(findings, 12, 'next')?.message).toBe('a');
    expect(nextProblem(findings, 8, 'previous')?.message).toBe('b');
    expect(nextProblem(findings, 0, 'previous')?.message).toBe('d');
    expect(nextProblem([], 0, 'next')).toBeNull();
  });
});

describe('what is drawn of an empty span', () => {
  it.each([
    { name: 'is the rest of its line', offset: 4, is: [4, 7] },
    { name: 'is the letter before at the end of a line', offset: 7, is: [6, 7] },
    { name: 'is nothing on an empty line', offset: 14, is: [14, 14] },
    { name: 'is the rest of the last line', offset: 16, is: [16, 19] },
  ])('$name', ({ offset, is }) => {
    const { start, end } = visibleSpan(source.text, at(offset, offset));
    expect([start.offset, end.offset]).toEqual(is);
    expect(source.position(end.offset)).toEqual(end);
  });
  it('leaves a span with words alone', () => expect(visibleSpan(source.text, at(4, 6))).toEqual(at(4, 6)));
});

describe('facts at a place', () => {
  const { text, spans } = marked('«at 9.20 am» or «9.30»');
  const facts = spans.map((span) => timeOn(text, span, '09:20'));
  it('touch a caret at either end', () => {
    expect(factsAt(facts, 0)).toEqual([facts[0]]);
    expect(factsAt(facts, facts[0]?.span.end.offset ?? 0)).toEqual([facts[0]]);
  });
  it('meet a selection only where they share a letter', () => {
    expect(factsIn(facts, facts[0]?.span.end.offset ?? 0, text.length)).toEqual([facts[1]]);
    expect(factsIn(facts, 0, text.length)).toEqual(facts);
  });
  it('stand under the name of their kind', () => {
    expect(groupFacts(facts)).toEqual([{ name: 'Times', facts }]);
    expect(groupFacts([])).toEqual([]);
  });
});
