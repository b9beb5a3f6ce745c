import { expect, it } from 'vitest';
import { problemsReport } from '#core/export/problems.ts';
import { lintPolicy } from '#core/lint/lint.ts';
import { readPolicy } from '#core/policy/parse.ts';

const findingsOf = (text: string) => lintPolicy(readPolicy(text), { asOf: '2026-11-22', file: 'p.md' }).findings;

it('lists each problem with its line, its paragraph and what would put it right', () => {
  const findings = findingsOf(
    '# Attendance policy\n\nRegisters are kept for three years from the date of each entry.\n',
  );
  const report = problemsReport('Draft [one]', '2026-11-22', findings);
  expect(report).toMatch(/^# Problems in Draft \\\[one\\\]\n\nBy the rules of 22 November 2026: 1 error/);
  expect(report).toContain('**Error, line 3:**');
  expect(report).toContain('Could be put right so: Change to 6 years');
  expect(report).toMatch(/Regulations 2024/);
  for (const { message } of findings) expect(report.replace(/\\/g, '')).toContain(message.replace(/\\/g, ''));
});

it('says so when there is nothing to put right', () => {
  expect(problemsReport('Draft', '2026-11-22', [])).toMatch(/no problems/i);
});
