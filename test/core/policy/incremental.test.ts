import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeSnapshot } from '#core/language/snapshot.ts';
import { createPolicyLinter, lintPolicy } from '#core/lint/lint.ts';
import { createPolicyReader, readPolicy } from '#core/policy/parse.ts';

/** What was remembered must never show: after any edits, everything is as if the text had been read for the first time. */

// ROLLMARK_RUNS=3000 tries so many texts, each with up to six edits, others each time; without it they are the same forty.
const { ROLLMARK_RUNS } = process.env;
const RUNS = Number(ROLLMARK_RUNS ?? 40);
const SEED = ROLLMARK_RUNS === undefined ? { seed: 20261122 } : {};
const OPTIONS = { asOf: '2026-11-21', file: 'policy.md' };
const OWN = ['samples/policies/hartsmere-primary.md', 'samples/templates/attendance-policy.md'];
const SHARED = ['jfk', 'st-lukes', 'kellington', 'kellington-tiers', 'cambrian-template'].map(
  (name) => `../shared/policies/real/${name}.md`,
);
const present = SHARED.filter((path) => existsSync(path));
if (present.length < SHARED.length)
  console.log(`${SHARED.length - present.length} shared policies are not here: edits are tried on our own alone.`);
const TEXTS = [...OWN, ...present].map((path) => readFileSync(path, 'utf8'));

const WORDS = [
  'x',
  ' ',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '    ',
  '- ',
  '1. ',
  '> ',
  '| ',
  '**',
  '\n# ',
  '\n## 4. ',
  '```\n',
  '\n~~~\n',
  '<div>\n',
  '<!-- ',
  ' -->',
  '\n---\n',
  '92%',
  '8.55am',
  '# Registers\n\n',
  '## Stage 2\n\n',
  'Contents\n\n1. Aims\n2. Law\n3. Registers\n4. Leave\n\n',
  'Registers close at 9.15am. ',
  'The register closes at 9.30am and pupils are late until then.\n\n',
  'Pupils who arrive after this time are marked late.\n\n',
  'If attendance falls below 92%, we write to you. ',
  'If there is no improvement after three weeks, we meet. ',
  'Stage 2: attendance under 90% – a meeting.\n\n',
  'Day 3: a visit to the home.\n',
  '- ring 01632 960 123 by 9am\n',
  '| Code | Meaning |\n|---|---|\n| L | Late |\n\n',
  '| Attendance | Action |\n|---|---|\n| 90–95% | Letter |\n| Below 90% | Meeting |\n\n',
  '[insert name] ',
  '[the form]() ',
  'see section 9 ',
  '| Colour | Attendance |\n|---|---|\n| Green | 95% to 100% |\n| Amber | 92% to 94.9% |\n| Red | below 91% |\n\n',
  'A penalty notice may follow. ',
  '[time], [date] and [school name] ',
  'Note to the school: delete this box. ',
  'Mrs Lee is the senior attendance champion. ',
  'Penalty notices are £60 if paid within 21 days. ',
  'The Welsh Government says so. ',
  'Next review: September 2024\n\n',
  'See section 12. ',
  '<!-- rollmark-ignore codes/complete-list: later -->\n\n',
];

const edit = fc.oneof(
  // A key, or a few letters taken back.
  { weight: 5, arbitrary: fc.record({ at: fc.nat(), cut: fc.nat(8), added: fc.constantFrom(...WORDS, '', 'a', 'e') }) },
  // A stretch taken out.
  { weight: 2, arbitrary: fc.record({ at: fc.nat(), cut: fc.nat(900), added: fc.constantFrom(...WORDS, '') }) },
  // A stretch of some policy pasted in.
  {
    weight: 2,
    arbitrary: fc
      .record({ at: fc.nat(), cut: fc.nat(40), from: fc.nat(), length: fc.nat(1500), text: fc.constantFrom(...TEXTS) })
      .map(({ at, cut, from, length, text }) => {
        const start = from % text.length;
        return { at, cut, added: text.slice(start, start + length) };
      }),
  },
);

/** A stretch of a policy to begin with: short, so that thousands of edits can be tried, or the whole. */
const beginnings = fc
  .record({
    text: fc.constantFrom(...TEXTS),
    from: fc.nat(),
    length: fc.oneof({ weight: 8, arbitrary: fc.nat(7000) }, { weight: 1, arbitrary: fc.constant(60_000) }),
    lines: fc.constantFrom('\n', '\n', '\n', '\r\n'),
  })
  .map(({ text, from, length, lines }) => {
    const start = length > 7000 ? 0 : from % text.length;
    return text.slice(start, start + length).replaceAll('\n', lines);
  });

describe('reading again after an edit', () => {
  it('gives all that reading the text for the first time gives', { timeout: 6_000 * Math.max(40, RUNS) }, () => {
    fc.assert(
      fc.property(beginnings, fc.array(edit, { minLength: 1, maxLength: 6 }), (beginning, edits) => {
        const read = createPolicyReader();
        const lint = createPolicyLinter();
        let text = beginning;
        lint(read(text), OPTIONS);
        for (const { at, cut, added } of edits) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + added + text.slice(from + cut);
          const again = read(text);
          const first = readPolicy(text);
          // Compared as text first: that is quick, and what differs is shown only where something does.
          const seen = takeSnapshot(again, lint(again, OPTIONS));
          const expected = takeSnapshot(first, lintPolicy(first, OPTIONS));
          if (JSON.stringify(seen) !== JSON.stringify(expected)) expect(seen).toEqual(expected);
          expect(again.document.blocks.map(({ offset, line, headings }) => [offset, line, headings.length])).toEqual(
            first.document.blocks.map(({ offset, line, headings }) => [offset, line, headings.length]),
          );
        }
      }),
      { numRuns: RUNS, ...SEED },
    );
  });

  it.each<[string, string, string]>([
    [
      'an edit between two blocks that moves lines and no offset',
      'This policy is reviewed yearly.\n\n \n\nRegisters are kept for three years.\n',
      'This policy is reviewed yearly.\n\n\n\n\nRegisters are kept for three years.\n',
    ],
    [
      'a line above what a sentence of a rule names by its line',
      'Words.\n\nThe Attendance Champion is Mrs Jane Harper.\n\nSenior attendance champion: Mr Paul Ridley\n',
      'Words.\n\nMore words.\n\nThe Attendance Champion is Mrs Jane Harper.\n\nSenior attendance champion: Mr Paul Ridley\n',
    ],
    [
      'the number of a stage, by which another comes in its order',
      '## Stage 1\n\nAttendance is below 95%. A letter goes home.\n\n## Stage 2\n\nAttendance is below 90%. We meet.\n\n## Stage 3\n\nAttendance is below 93%. We refer the case.\n',
      '## Stage 1\n\nAttendance is below 95%. A letter goes home.\n\n## Stage 4\n\nAttendance is below 90%. We meet.\n\n## Stage 3\n\nAttendance is below 93%. We refer the case.\n',
    ],
    [
      'what is done at a step, and the lines above it',
      '- Stage 1: 91–95%, a letter.\n- Stage 2: 85–88%, a meeting.\n- Stage 3: below 85%, a referral.\n',
      'Words.\n\n- Stage 1: 91–95%, a letter.\n- Stage 2: 85–88%, a long meeting.\n- Stage 3: below 85%, a referral.\n',
    ],
  ])('tells findings and lines anew after %s', (_, before, after) => {
    const read = createPolicyReader();
    const lint = createPolicyLinter();
    expect(lint(read(before), OPTIONS).findings.length).toBeGreaterThan(0);
    expect(lint(read(after), OPTIONS)).toEqual(lintPolicy(readPolicy(after), OPTIONS));
  });

  it.each<[string, string, string]>([
    [
      'the block behind says what becomes of who comes then',
      'The register closes at 9.00am.\n\nOur school has a garden.\n',
      'The register closes at 9.00am.\n\nPupils who arrive after this time are marked late.\n',
    ],
    [
      'the block before names the post of the one who is named here',
      'Our garden\n\nMrs Jane Harper\n',
      'Attendance Champion\n\nMrs Jane Harper\n',
    ],
    [
      'the heading above says whom the number reaches',
      '# Garden\n\nRing 01632 960123.\n',
      '# Reporting an absence\n\nRing 01632 960123.\n',
    ],
    [
      'the rung before hands on its condition',
      '- Stage 1: below 95%, a letter home.\n- We meet.\n- Stage 2: a meeting.\n',
      '- Stage 1: below 95%, a letter home.\n- If there is no improvement after four weeks it moves to Stage 2.\n- Stage 2: a meeting.\n',
    ],
    [
      'the lines under a rung say what is done',
      '## Stage 1: below 95%\n\nA letter goes home.\n\n## Stage 2: below 90%\n\nWe meet.\n',
      '## Stage 1: below 95%\n\nA letter goes home.\n\n## Stage 2: below 90%\n\nThe case is referred to the council.\n',
    ],
    [
      'a line above opens the list',
      'Our garden:\n\n- below 95%\n- below 90%\n',
      'You may get a penalty notice if your child:\n\n- is below 95%\n- is below 90%\n',
    ],
  ])('reads unchanged words anew where %s', (_, before, after) => {
    const read = createPolicyReader();
    const { facts, escalation } = read(before).parsed;
    const now = read(after).parsed;
    expect(now).toEqual(readPolicy(after).parsed);
    // Else this would show nothing.
    const said = (found: readonly object[]): string =>
      JSON.stringify(found, (key, value: unknown) => (key === 'line' || key === 'span' ? undefined : value));
    expect(said([...now.facts, ...now.escalation])).not.toBe(said([...facts, ...escalation]));
    expect(read(before).parsed).toEqual(readPolicy(before).parsed);
  });

  it('gives the findings of other rules when the day or the settings change', () => {
    const text = TEXTS[0] ?? '';
    const read = createPolicyReader();
    const lint = createPolicyLinter();
    for (const options of [
      OPTIONS,
      { ...OPTIONS, asOf: '2023-11-21' },
      { ...OPTIONS, severities: { 'codes/complete-list': 'off' as const } },
      { ...OPTIONS, file: 'other.md' },
    ])
      expect(lint(read(text), options)).toEqual(lintPolicy(readPolicy(text), options));
  });

  it('keeps the very findings that an edit left alone', () => {
    const text = TEXTS[0] ?? '';
    const read = createPolicyReader();
    const lint = createPolicyLinter();
    const before = lint(read(text), OPTIONS);
    const at = text.lastIndexOf('\n\n') + 2;
    const after = lint(read(`${text.slice(0, at)}Words of thanks. ${text.slice(at)}`), OPTIONS);
    const kept = after.findings.filter((finding) => before.findings.includes(finding));
    expect(kept.length).toBeGreaterThan(0.7 * before.findings.length);
  });
});
