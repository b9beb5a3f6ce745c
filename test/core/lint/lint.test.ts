import { describe, expect, it } from 'vitest';
import { DutyStatusSchema, FindingSchema } from '#core/lint/finding.ts';
import { lintPolicy } from '#core/lint/lint.ts';
import { readPolicy } from '#core/policy/parse.ts';
import { rulebookAge } from '#core/rules/rulebook.ts';

const asOf = '2026-11-21';
const lint = (text: string, settings: Omit<Parameters<typeof lintPolicy>[1], 'asOf' | 'file'> = {}) =>
  lintPolicy(readPolicy(text), { asOf, file: 'policy.md', ...settings });
const THREE_YEARS = 'Every entry in the register is kept for three years.';

describe('linting a policy', () => {
  it('reports in the order of the text, in the shape of the contract', () => {
    const text = `A penalty notice will be issued for truancy.\n\n${THREE_YEARS}\n\nThe fine is £60 within 21 days.`;
    const { findings } = lint(text);
    expect(findings.map(({ topic }) => topic)).toEqual([
      'automatic-penalty',
      'retention',
      'penalty-amounts',
      'penalty-limit',
    ]);
    for (const finding of findings) {
      FindingSchema.parse(finding);
      expect(finding.span.start.offset).toBeLessThan(finding.span.end.offset);
      expect(text.slice(finding.span.start.offset, finding.span.end.offset).trim()).not.toBe('');
    }
  });

  it('judges by the law of the day', () => {
    const before = lintPolicy(readPolicy(THREE_YEARS), { asOf: '2024-08-18', file: 'policy.md' });
    expect(before.findings).toEqual([]);
  });

  it('takes a severity, or silence, from the settings', () => {
    const id = 'registers/kept-six-years';
    expect(lint(THREE_YEARS).findings.map(({ severity }) => severity)).toEqual(['error']);
    expect(lint(THREE_YEARS, { severities: { [id]: 'advice' } }).findings.map(({ severity }) => severity)).toEqual([
      'advice',
    ]);
    expect(lint(THREE_YEARS, { severities: { [id]: 'off' } }).findings).toEqual([]);
  });

  it('says of a Welsh policy that it knows England only, and nothing else', () => {
    const { findings, crosswalk } = lint(`We follow the Welsh Government. ${THREE_YEARS}`);
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['document/england-only']);
    expect(crosswalk).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['a byte-order mark', '\ufeff'],
    ['blank lines', '\n\n\n'],
    ['a comment alone', '<!-- rollmark-ignore registers/kept-six-years: why -->'],
    ['one long line', 'attendance below 90% '.repeat(4000)],
    ['deep nesting', `${'> '.repeat(200)}register kept for three years`],
    ['carriage returns alone', 'Registers\rkept for three years\r'],
    ['odd letters', 'İstanbul ﬁne £60 ß register kept for three years 🎒'],
  ])('survives %s', (_, text) => {
    for (const { span } of lint(text).findings) expect(span.end.offset).toBeLessThanOrEqual(text.length);
  });
});

describe('the crosswalk', () => {
  it('tells what is met, partly met, missing and contradicted, with the lines', () => {
    const text = [
      'The morning register closes at 9.10am.',
      THREE_YEARS,
      'The senior attendance champion is Mrs A Patel, attendance@example.org.',
    ].join('\n\n');
    const { crosswalk } = lint(text);
    for (const duty of crosswalk) DutyStatusSchema.parse(duty);
    const status = new Map(crosswalk.map((duty) => [duty.id, duty]));
    expect(status.get('retention')).toMatchObject({
      status: 'contradicted',
      evidence: [{ line: 3, quote: 'three years' }],
    });
    expect(status.get('register-window')).toMatchObject({ status: 'partly', evidence: [{ line: 1 }] });
    expect(status.get('promotion')).toMatchObject({ status: 'missing', evidence: [] });
    expect(status.get('senior-champion')?.evidence.map(({ line }) => line)).toContain(5);
  });
});

describe('the age of the rule book', () => {
  it('is no matter within twelve months, and is told after them', () => {
    expect(rulebookAge('2027-11-21')).toBeNull();
    expect(rulebookAge('2027-11-23')).toContain('more than twelve months');
  });
});
