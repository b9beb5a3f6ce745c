import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPolicyLinter, lintPolicy } from '#core/lint/lint.ts';
import { createPolicyReader, readPolicy } from '#core/policy/parse.ts';

const SAMPLE = readFileSync(new URL('../../../samples/policies/hartsmere-primary.md', import.meta.url), 'utf8');
const OPTIONS = { asOf: '2026-11-21', file: 'policy.md' };

const WORDS = [
  'x',
  ' ',
  '\n',
  '\n\n',
  '# Registers\n\n',
  'Registers close at 9.15am. ',
  'If attendance falls below 92%, we write to you. ',
  'Stage 2: attendance under 90% – a meeting.\n\n',
  '- ring 01632 960 123 by 9am\n',
  '| Code | Meaning |\n|---|---|\n| L | Late |\n\n',
  '[insert name] ',
  '<!-- rollmark-ignore codes/complete-list: later -->\n\n',
  '```\n',
];
const edit = fc.record({ at: fc.nat(), cut: fc.oneof(fc.nat(8), fc.nat(400)), added: fc.constantFrom(...WORDS, '') });

describe('reading again after an edit', () => {
  it('gives the facts, the steps and the findings that reading the text for the first time gives', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const reader = createPolicyReader();
        const lint = createPolicyLinter();
        let text = SAMPLE;
        lint(reader(text), OPTIONS);
        for (const { at, cut, added } of edits) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + added + text.slice(from + cut);
          const again = reader(text);
          const first = readPolicy(text);
          expect(again.parsed).toEqual(first.parsed);
          expect(lint(again, OPTIONS)).toEqual(lintPolicy(first, OPTIONS));
        }
      }),
      { numRuns: 40 },
    );
  });
});
