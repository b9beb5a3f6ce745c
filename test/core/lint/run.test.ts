import { describe, expect, it } from 'vitest';
import { citeProvision } from '#core/guidance/provisions.ts';
import { RuleContext } from '#core/lint/context.ts';
import { defineRule, type Problem } from '#core/lint/rule.ts';
import { isInForce, runRules } from '#core/lint/run.ts';
import { readPolicy } from '#core/policy/parse.ts';

const TEXT = 'Alpha **beta** gamma.';

function ruleWith(problems: Problem[] | Error, more: Partial<Parameters<typeof defineRule>[0]> = {}) {
  return defineRule({
    id: 'a/b',
    topic: 'other',
    title: 'A thing',
    duty: 'must',
    citations: [citeProvision('registers-kept-six-years')],
    why: 'Because.',
    *check() {
      if (problems instanceof Error) throw problems;
      yield* problems;
    },
    examples: { good: [], bad: [] },
    ...more,
  });
}
const run = (...rules: ReturnType<typeof ruleWith>[]) =>
  runRules(rules, new RuleContext(readPolicy(TEXT), { asOf: '2026-11-21' }), 'policy.md');
const at = { start: 0, end: 5 };

describe('running rules', () => {
  it.each([
    ['must', 'error'],
    ['should', 'warning'],
    ['good', 'advice'],
    ['internal', 'warning'],
  ] as const)('makes what a policy %s do an %s', (duty, severity) => {
    expect(run(ruleWith([{ message: 'So.', at }], { duty }))).toMatchObject([{ severity, duty, message: 'So.' }]);
  });

  it('never calls what is not traced an error, and says how sure it is', () => {
    const citations = [citeProvision('code-hash-whole-school')];
    expect(run(ruleWith([{ message: 'So.', at }], { citations }))).toMatchObject([
      { severity: 'warning', message: 'So, as far as we know.' },
    ]);
  });

  it('makes advice of what is doubtful', () => {
    expect(run(ruleWith([{ message: 'So.', at, doubtful: true }]))).toMatchObject([
      { severity: 'advice', message: 'So.' },
    ]);
  });

  it('tells of a rule that fails, and runs the others', () => {
    const findings = run(ruleWith(new Error('no luck')), ruleWith([{ message: 'So.', at }], { id: 'c/d' }));
    expect(findings.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([
      ['c/d', 'error'],
      ['a/b', 'advice'],
    ]);
    expect(findings[1]?.message).toContain('a/b stopped with “no luck”');
  });

  it('tells of one place and topic once, the graver first', () => {
    const findings = run(
      ruleWith([{ message: 'Mild.', at }], { id: 'c/d', duty: 'good' }),
      ruleWith([{ message: 'Grave.', at }]),
      ruleWith([{ message: 'Other.', at }], { id: 'e/f', topic: 'typo' }),
    );
    expect(findings.map(({ message }) => message)).toEqual(['Grave.', 'Other.']);
  });

  it('points at the words, without the marks of emphasis around them', () => {
    expect(run(ruleWith([{ message: 'So.', at: { start: 5, end: 15 } }]))).toMatchObject([
      { column: 9, endColumn: 13 },
    ]);
  });

  it('knows the first and the last day of a rule', () => {
    const rule = ruleWith([], { inForce: { from: '2024-08-19', until: '2026-08-31' } });
    expect(['2024-08-18', '2024-08-19', '2026-08-31', '2026-09-01'].map((day) => isInForce(rule, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
