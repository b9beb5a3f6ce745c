import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Finding } from '#core/lint/finding.ts';
import { applyFix, applyFixes } from '#core/lint/fix.ts';
import { lintPolicy } from '#core/lint/lint.ts';
import { readPolicy } from '#core/policy/parse.ts';
import { RULES } from '#core/rules/index.ts';
import { SourceText } from '#core/text/span.ts';
import { unmark } from '../rules/examples.ts';
import { absence } from '../rules/wordings/absence.ts';
import { codes } from '../rules/wordings/codes.ts';
import { penalties } from '../rules/wordings/penalties.ts';
import { registers } from '../rules/wordings/registers.ts';
import { texts } from '../rules/wordings/texts.ts';

const TEXT = 'Alpha beta gamma.';
const source = new SourceText(TEXT);

function fixing(...edits: [start: number, end: number, text: string][]): Finding {
  const span = source.span(0, 1);
  return {
    file: 'policy.md',
    ruleId: 'a/b',
    topic: 'other',
    severity: 'advice',
    duty: 'good',
    message: 'Something.',
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 2,
    span,
    citations: [],
    related: [],
    fixes: [{ title: 'Mend', edits: edits.map(([start, end, text]) => ({ span: source.span(start, end), text })) }],
  };
}

const fixAll = (text: string) =>
  applyFixes(text, lintPolicy(readPolicy(text), { asOf: '2026-11-21', file: 'policy.md' }).findings);

describe('applying fixes', () => {
  it('makes all edits of one fix, in any order', () => {
    expect(applyFixes(TEXT, [fixing([11, 16, 'delta'], [0, 5, 'Omega'])]).text).toBe('Omega beta delta.');
  });

  it('makes an edit once when two findings ask for it', () => {
    const { text, applied } = applyFixes(TEXT, [fixing([0, 5, 'Omega']), fixing([0, 5, 'Omega'])]);
    expect(text).toBe('Omega beta gamma.');
    expect(applied).toHaveLength(2);
  });

  it.each([
    ['overlapping edits', fixing([0, 7, 'x']), fixing([5, 9, 'y'])],
    ['two insertions at one place', fixing([5, 5, 'x']), fixing([5, 5, 'y'])],
    ['an insertion inside a change', fixing([0, 5, 'x']), fixing([3, 3, 'y'])],
  ])('takes the first of %s and leaves the other for the next time', (_, first, second) => {
    const { applied, left } = applyFixes(TEXT, [first, second]);
    expect(applied).toEqual([first]);
    expect(left).toEqual([second]);
  });

  it('refuses a fix whose own edits overlap', () => {
    const fix = fixing([0, 7, 'x'], [5, 9, 'y']).fixes[0];
    expect(fix && (() => applyFix(TEXT, fix))).toThrow('overlapping edits at offset 5');
  });

  it('comes to rest: fixing twice is fixing once', () => {
    const text = [
      'The Education (Pupil Registration) (England) Regulations 2006 apply.',
      'Entries in the register are kept for three years.',
      'A penalty is £60 within 21 days or £120 within 28 days, and a parenting contract may follow.',
    ].join('\n\n');
    const once = fixAll(text);
    expect(once.text).not.toBe(text);
    expect(once.applied.length).toBeGreaterThanOrEqual(4);
    expect(fixAll(once.text).text).toBe(once.text);
  });
});

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const pagesIn = (folder: string) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => [name, readFileSync(join(ROOT, folder, name), 'utf8')] as const);
const wordings = Object.entries({ ...absence, ...codes, ...penalties, ...registers, ...texts }).map(
  ([id, { wrong }]) => [`wordings of ${id}`, wrong.join('\n\n')] as const,
);
const examples = RULES.map(
  ({ id, examples: { bad } }) =>
    [`examples of ${id}`, bad.map(({ markdown }) => unmark(markdown).text).join('\n\n')] as const,
);

describe.each([
  ...pagesIn('samples'),
  ...pagesIn('test/corpus/lint'),
  ...pagesIn('test/corpus/pages'),
  ...wordings,
  ...examples,
])('all fixes of %s', (_name, text) => {
  it('come to rest, and nothing that was mended is found again', () => {
    const first = fixAll(text);
    let last = first;
    // Fixes that touched each other wait for the next round.
    for (let round = 0; round < 5 && last.applied.length > 0; round++) last = fixAll(last.text);
    expect(last.applied.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
    expect(fixAll(last.text).text).toBe(last.text);
  });

  it('change no more than the words that they quote', () => {
    for (const { span, fixes, message } of lintPolicy(readPolicy(text), { asOf: '2026-11-21', file: 'p.md' }).findings)
      for (const { edits } of fixes)
        for (const edit of edits) {
          const slack = 4;
          expect(edit.span.start.offset, message).toBeGreaterThanOrEqual(span.start.offset - slack);
          expect(edit.span.end.offset, message).toBeLessThanOrEqual(span.end.offset + slack);
        }
  });
});
