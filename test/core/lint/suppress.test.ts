import { describe, expect, it } from 'vitest';
import { lintPolicy } from '#core/lint/lint.ts';
import { readPolicy } from '#core/policy/parse.ts';

const RULE = 'registers/kept-six-years';
const SENTENCE = 'Every entry in the register is kept for three years.';
const lint = (text: string, asOf = '2026-11-21') => lintPolicy(readPolicy(text), { asOf, file: 'policy.md' });
const rules = (text: string, asOf?: string) => lint(text, asOf).findings.map(({ ruleId }) => ruleId);

describe('setting a finding aside', () => {
  it('keeps it out of the findings and lists it among the suppressed', () => {
    const { findings, suppressed } = lint(`<!-- rollmark-ignore ${RULE}: the trust archives for six -->\n${SENTENCE}`);
    expect(findings).toEqual([]);
    expect(suppressed.map(({ ruleId }) => ruleId)).toEqual([RULE]);
  });

  it.each([
    ['a blank line between', `<!-- rollmark-ignore ${RULE}: why -->\n\n${SENTENCE}`],
    [
      'an owner and a date to come',
      `<!-- rollmark-ignore ${RULE}: why (A Person, until 2027-09-01) -->\n\n${SENTENCE}`,
    ],
    ['a date that is today', `<!-- rollmark-ignore ${RULE}: why (A Person, until 2026-11-21) -->\n\n${SENTENCE}`],
    ['several lines', `<!-- rollmark-ignore ${RULE}:\n     a long why\n     (A Person) -->\n\n${SENTENCE}`],
    ['a whole list', `<!-- rollmark-ignore ${RULE}: why -->\n- One thing.\n- ${SENTENCE}`],
    ['a whole table', `<!-- rollmark-ignore ${RULE}: why -->\n\n| a | b |\n|---|---|\n| c | ${SENTENCE} |`],
    ['the sentence in its own paragraph', `${SENTENCE} <!-- rollmark-ignore ${RULE}: why -->`],
  ])('works with %s', (_, text) => expect(rules(text)).toEqual([]));

  it.each([
    [
      'another block',
      `<!-- rollmark-ignore ${RULE}: why -->\n\nSomething else.\n\n${SENTENCE}`,
      [RULE, 'suppressions/still-needed'],
    ],
    ['no reason', `<!-- rollmark-ignore ${RULE} -->\n\n${SENTENCE}`, ['suppressions/has-a-reason', RULE]],
    ['an empty reason', `<!-- rollmark-ignore ${RULE}: -->\n\n${SENTENCE}`, ['suppressions/has-a-reason', RULE]],
    [
      'a date that passed',
      `<!-- rollmark-ignore ${RULE}: why (A Person, until 2026-11-20) -->\n\n${SENTENCE}`,
      ['suppressions/not-expired', RULE],
    ],
    [
      'no date at all',
      `<!-- rollmark-ignore ${RULE}: why (until summer) -->\n\n${SENTENCE}`,
      ['suppressions/not-expired', RULE],
    ],
    [
      'an unknown rule',
      `<!-- rollmark-ignore registers/none: why -->\n\n${SENTENCE}`,
      ['suppressions/has-a-reason', RULE],
    ],
  ])('does not work with %s, and says so', (_, text, expected) => {
    expect(rules(text).sort()).toEqual([...expected].sort());
  });

  it('is itself a finding when nothing needs it', () => {
    const { findings } = lint(`<!-- rollmark-ignore ${RULE}: why -->\n\nEvery entry is kept for six years.`);
    expect(findings).toMatchObject([
      { ruleId: 'suppressions/still-needed', topic: 'suppression', severity: 'warning', line: 1 },
    ]);
  });
});
