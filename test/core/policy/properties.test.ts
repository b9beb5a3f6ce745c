import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPolicyReader, parsePolicy } from '#core/policy/parse.ts';
import { type ParsedPolicy, ParsedPolicySchema } from '#core/policy/schema.ts';
import { SHAPES, shaped } from '#test/bench/shapes.ts';

// ROLLMARK_RUNS=10000 tries so many texts for each property, others each time; without it they are few and the same.
const { ROLLMARK_RUNS } = process.env;
const SEED = ROLLMARK_RUNS === undefined ? { seed: 20261122 } : {};
const runs = (usual: number): { numRuns: number; seed?: number } => ({
  numRuns: Number(ROLLMARK_RUNS ?? usual),
  ...SEED,
});
/** A text takes a few milliseconds; a machine with much else to do may take a hundred times that. */
const PATIENCE = 60_000 + Number(ROLLMARK_RUNS ?? 0) * 400;

/** Blocks that a policy may consist of, each saying something to some reader, or nothing at all. */
const BLOCKS = [
  '# Attendance Policy',
  'Elm Bank Primary School',
  'Approved by: Governors\tDate: October 2024',
  'Next review date:\n\nSeptember 2026',
  '## Registers',
  'Registers open at 8.45am and close at 9.15am. A pupil who comes after 8.55am is late.',
  'The afternoon register is taken at 1.10pm and closes at 1.40pm.',
  '- Please call 01632 960118 before 9am if your child is ill.\n- Write to attendance@elm.example.org about anything else.',
  "The school's attendance lead is Mrs Imogen Frost.",
  'Attendance Officer\n\nMr Hal Pell',
  'Our attendance target is 96%. Pupils below 90% are persistently absent.',
  'Registers are kept on Arbor for six years from the date of entry.',
  'Under section 7 of the Education Act 1996 and the Equality Act 2010, parents must see that children attend.',
  'The penalty is £80 if paid within 21 days and £160 if paid within 28 days.',
  '| Attendance | Days | Weeks |\n|---|---|---|\n| 95% | 9 days | 2 weeks |\n| 90% | 19 days | 4 weeks |',
  'L Late arrival The pupil comes before the register has closed',
  'At «School Name» the [headteacher/head of school] is [insert name]. We open at xxx a.m.',
  'Stage 1: attendance falls below 95%. We write to parents.\n\nStage 2: attendance falls below 90%. We meet parents.',
  'Leave must be requested at least four weeks in advance. This policy is reviewed annually.',
  'Some plain words about why school matters to every child.',
];
/** Says nothing to any reader, and stands between blocks without joining them. */
const UNRELATED = 'The garden has an old oak, where the little ones like to read in spring.';

const blocks = fc.array(fc.constantFrom(...BLOCKS), { minLength: 1, maxLength: 9 });

/** Stretches of our own annotated pages, whose layouts are those of real ones. */
const PAGES = readdirSync('test/corpus/pages')
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((name) => readFileSync(`test/corpus/pages/${name}`, 'utf8').split(/\n{2,}/));
const stretch = fc
  .record({ page: fc.constantFrom(...PAGES), from: fc.nat(30), length: fc.integer({ min: 1, max: 12 }) })
  .map(({ page, from, length }) => page.slice(from % page.length).slice(0, length));

const whole = blocks.map((parts) => parts.join('\n\n'));

const policy = fc
  .oneof({ weight: 2, arbitrary: blocks }, { weight: 1, arbitrary: stretch })
  .map((parts) => parts.join('\n\n'));

/** Every span with the text that it claims to cover. */
function claims(parsed: ParsedPolicy): { from: number; to: number; quote: string; line: number; at: number }[] {
  const flat = (item: { span: ParsedPolicy['facts'][number]['span']; line: number }, quote: string) => ({
    from: item.span.start.offset,
    to: item.span.end.offset,
    quote,
    line: item.line,
    at: item.span.start.line,
  });
  return [
    ...parsed.facts.map((fact) => flat(fact, fact.quote)),
    ...parsed.escalation.map((step) => flat(step, step.quote)),
    ...parsed.placeholders.map((hole) => flat(hole, hole.text)),
    ...parsed.questions.flatMap((question) => question.candidates.map((one) => flat(one, one.quote))),
  ];
}

/** What a text says, without where it says it. */
function said(parsed: ParsedPolicy): string[] {
  return [
    ...parsed.facts.map(({ line: _l, span: _s, quote: _q, ...values }) => JSON.stringify(values)),
    ...parsed.escalation.map(({ order, sub, sequence, trigger }) => JSON.stringify({ order, sub, sequence, trigger })),
    ...parsed.placeholders.map(({ kind, field, expects, options }) =>
      JSON.stringify({ kind, field, expects, options }),
    ),
  ];
}

describe('whatever the policy', () => {
  it(
    'quotes exactly what stands at each span',
    () => {
      fc.assert(
        fc.property(policy, (text) => {
          for (const claim of claims(parsePolicy(text))) {
            expect(claim.quote).toBe(text.slice(claim.from, claim.to));
            expect(claim.to).toBeGreaterThan(claim.from);
          }
        }),
        runs(60),
      );
    },
    PATIENCE,
  );

  it('reads something in every block that says something', () => {
    const parsed = parsePolicy(BLOCKS.join('\n\n'));
    const kinds = new Set(parsed.facts.map((fact) => fact.kind));
    for (const kind of [
      'date',
      'role',
      'contact',
      'target',
      'mis',
      'legalReference',
      'retention',
      'reviewCycle',
      'equivalence',
    ])
      expect(kinds).toContain(kind);
    expect(parsed.placeholders.length).toBeGreaterThan(3);
  });

  it(
    'prints what its schema promises',
    () => {
      fc.assert(
        fc.property(policy, (text) => {
          expect(() => ParsedPolicySchema.parse(parsePolicy(text))).not.toThrow();
        }),
        runs(20),
      );
    },
    PATIENCE,
  );

  it(
    'reads the same text the same, fresh or after an edit',
    () => {
      fc.assert(
        fc.property(policy, policy, (first, second) => {
          const reader = createPolicyReader();
          reader(first);
          expect(reader(second).parsed).toEqual(parsePolicy(second));
          expect(parsePolicy(second)).toEqual(parsePolicy(second));
        }),
        runs(30),
      );
    },
    PATIENCE,
  );

  it.each<[string, (text: string) => string]>([
    ['Windows line ends', (text) => text.replaceAll('\n', '\r\n')],
    ['a byte-order mark', (text) => `\ufeff${text}`],
    ['no-break spaces between words', (text) => text.replace(/(?<=[a-z]) (?=[a-z])/g, '\u00a0')],
    [
      'no-break spaces for all blanks within a line',
      (text) => text.replace(/(?<=[^\s#*+>-])(?<!^\s*\d+[.)]) (?=\S)/gm, '\u00a0'),
    ],
    ['a tab behind each bullet', (text) => text.replace(/^- /gm, '-\t')],
    ['blanks and tabs at line ends', (text) => text.replace(/(?<=[.a-z0-9])$/gm, ' \t')],
  ])(
    'is not moved by %s',
    (_, damage) => {
      fc.assert(
        fc.property(policy, (text) => {
          const damaged = damage(text);
          const parsed = parsePolicy(damaged);
          expect(said(parsed)).toEqual(said(parsePolicy(text)));
          for (const claim of claims(parsed)) expect(claim.quote).toBe(damaged.slice(claim.from, claim.to));
        }),
        runs(40),
      );
    },
    PATIENCE,
  );

  it(
    'is not moved by an unrelated paragraph at its end',
    () => {
      fc.assert(
        // A stretch may end in a heading, whose own paragraph this would be.
        fc.property(whole, (text) => {
          expect(said(parsePolicy(`${text}\n\n${UNRELATED}`))).toEqual(said(parsePolicy(text)));
        }),
        runs(40),
      );
    },
    PATIENCE,
  );

  it(
    'is not moved by an unrelated paragraph between two others',
    () => {
      fc.assert(
        fc.property(blocks, fc.nat(), (parts, at) => {
          const more = parts.toSpliced(1 + (at % parts.length), 0, UNRELATED);
          expect(said(parsePolicy(more.join('\n\n')))).toEqual(said(parsePolicy(parts.join('\n\n'))));
        }),
        runs(40),
      );
    },
    PATIENCE,
  );
});

describe('text of no sense', () => {
  it(
    'never throws, and quotes exactly',
    () => {
      const unit = fc.constantFrom(
        ...[
          'Mr ',
          'A',
          ' 9',
          '0',
          '1632',
          '%',
          '£',
          '|',
          '\n',
          '\n\n',
          '- ',
          '[',
          ']',
          '«',
          '»',
          'XXX',
          '==',
          '(',
          ')',
          '.',
          ':',
        ],
        ...[
          ' 2024',
          'June',
          ' Act',
          'DfE',
          "'",
          '@',
          'review',
          ' by ',
          '\t',
          '\r\n',
          '\u00a0',
          '#',
          '*',
          '\\',
          '/',
          '😀',
          'é',
          '\ud800',
        ],
      );
      fc.assert(
        fc.property(
          fc.array(unit, { maxLength: 120 }).map((units) => units.join('')),
          (text) => {
            for (const claim of claims(parsePolicy(text))) expect(claim.quote).toBe(text.slice(claim.from, claim.to));
          },
        ),
        runs(300),
      );
    },
    PATIENCE,
  );

  // Eight times the length may take eight times as long; what grows with its square takes sixty-four. A disturbed run is
  // no failure: below the floor the shape is not judged.
  it.each(SHAPES)('is read in a time that its length explains: %s', (shape) => {
    const cost = (length: number): number => {
      const text = shaped(shape, length);
      const began = process.cpuUsage();
      parsePolicy(text);
      const { user, system } = process.cpuUsage(began);
      return (user + system) / 1000;
    };
    const short = Math.max(cost(25_000), cost(25_000));
    expect(cost(200_000)).toBeLessThan(Math.max(6000, short * 30));
  });
});
