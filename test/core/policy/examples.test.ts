import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExampleFigures } from '#core/policy/examples/figures.ts';
import { type ExampleToWrite, keepExample, writeExamples } from '#core/policy/examples/write.ts';
import { workedExamplesOf } from '#core/policy/examples.ts';
import { readPolicy } from '#core/policy/parse.ts';

const LADDER = `# Attendance

## Steps

- Step 1: attendance below 96% – a call home
- Step 2: attendance below 92% – a meeting with parents
`;

const examplesIn = (text: string) => workedExamplesOf(readPolicy(text).document);

const table = (header: string, ...rows: string[]): string =>
  [header, header.replace(/[^|]+/g, '---'), ...rows].map((row) => `| ${row} |`).join('\n');

describe('what a table of worked examples may look like', () => {
  it.each<[string, string, (ExampleFigures & { expected: string })[]]>([
    [
      'under a heading that calls them so',
      `## Worked examples\n\n${table('Attendance|Step', '95.9%|Step 1', '97|none')}`,
      [
        { percent: 95_900, expected: 'Step 1' },
        { percent: 97_000, expected: 'none' },
      ],
    ],
    [
      'behind a line that calls them so',
      `Some worked examples:\n\n${table('Pupil|Attendance|What happens', 'Ada|91.5 per cent|a meeting with parents')}`,
      [{ percent: 91_500, expected: 'a meeting with parents' }],
    ],
    [
      'with a column of the expected step, wherever it stands',
      table('Attendance|Expected step', 'exactly 92%|1'),
      [{ percent: 92_000, expected: '1' }],
    ],
    [
      'under “Examples” alone, where every row names a step by its number or none',
      `## Examples\n\n${table('Sessions missed|Sessions possible|Stage', '12|120|Stage 2', '2|120|none')}`,
      [
        { missed: 12, possible: 120, expected: 'Stage 2' },
        { missed: 2, possible: 120, expected: 'none' },
      ],
    ],
    [
      'with a share of sessions instead of a percentage',
      `## Worked examples\n\n${table('Attendance|Step', '342 of 380|Step 2', '342/380 sessions|Step 2')}`,
      [
        { attended: 342, possible: 380, expected: 'Step 2' },
        { attended: 342, possible: 380, expected: 'Step 2' },
      ],
    ],
    [
      'with counts in words, and in days',
      `## Worked examples\n\n${table('Days absent|Late marks|Days absent in a row|Step', 'five|six late marks|3 days|Step 1')}`,
      [{ missed: 10, late: 6, inARow: 6, expected: 'Step 1' }],
    ],
    [
      'with unauthorised sessions, and blanks for none',
      `## Worked examples\n\n${table('Attendance|Unauthorised sessions|Step', '94%|10|Step 1', '94%|–|Step 1', '|10|Step 1')}`,
      [
        { percent: 94_000, unauthorised: 10, expected: 'Step 1' },
        { percent: 94_000, expected: 'Step 1' },
        { unauthorised: 10, expected: 'Step 1' },
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(
      examplesIn(`${LADDER}\n${text}\n`).map(({ figures, expected: step }) => ({ ...figures, expected: step })),
    ).toEqual(expected);
  });

  it.each([
    ['a ladder is no table of examples', `## Our stages\n\n${table('Attendance|Stage|Action', '95%|Stage 1|letter')}`],
    [
      'a table of what absence means is none, though it stands under “Examples”',
      `## Examples\n\n${table('Attendance|Days missed|What happens', '95%|9|learning is at risk')}`,
    ],
    ['a table without a step is none', `## Worked examples\n\n${table('Attendance|Days missed', '95%|9')}`],
    ['a table without a figure is none', `## Worked examples\n\n${table('Case|Step', 'a new pupil|Step 1')}`],
  ])('%s', (_, text) => {
    expect(examplesIn(`${LADDER}\n${text}\n`)).toEqual([]);
  });

  it('a cell that names no figure is kept as it is printed', () => {
    const [example] = examplesIn(`## Worked examples\n\n${table('Attendance|Step', 'about half|Step 1')}`);
    expect(example?.unread).toEqual(['about half']);
  });

  it('an example stands at its row', () => {
    const text = `${LADDER}\n## Worked examples\n\n| Attendance | Step |\n|---|---|\n| 95% | Step 1 |\n| 91% | Step 2 |\n`;
    const [, second] = examplesIn(text);
    expect(second?.line).toBe(13);
    expect(text.slice(second?.span.start.offset, second?.span.end.offset)).toBe('| 91% | Step 2 |');
  });
});

describe('an example is nothing but an example', () => {
  const rows = [
    '93%|10|6|Stage 4',
    '85%|0|0|Stage 9: prosecution',
    '40%|40|12|Step 2: a meeting with parents',
    '99%|3 days|1|none',
  ];
  it('the facts and the steps of the policy are the same with it and without', () => {
    const text = `${LADDER}\n## Worked examples\n\n`;
    const bare = readPolicy(`${text}None yet.\n`).parsed;
    const given = readPolicy(`${text}${table('Attendance|Unauthorised sessions|Late marks|Step', ...rows)}\n`).parsed;
    expect(given.facts).toEqual(bare.facts);
    expect(given.escalation).toEqual(bare.escalation);
    expect(given.questions).toEqual(bare.questions);
  });
});

const counts = fc.record(
  {
    possible: fc.integer({ min: 400, max: 999 }),
    missed: fc.nat(399),
    unauthorised: fc.nat(399),
    late: fc.nat(399),
    inARow: fc.nat(399),
  },
  { requiredKeys: [] },
);
const figures = fc.oneof(
  counts,
  fc.record({ percent: fc.nat(100_000), unauthorised: fc.nat(30) }, { requiredKeys: ['percent'] }),
  fc.record({ attended: fc.nat(399), possible: fc.integer({ min: 400, max: 999 }) }),
);
const examples: fc.Arbitrary<ExampleToWrite> = fc.record(
  {
    label: fc.constantFrom('Ada', 'a pupil | new', '', 'ill for a week'),
    figures: figures.filter((found) => Object.keys(found).length > 0),
    expected: fc.constantFrom('Step 1', 'none', '2', 'Stage 9a', 'a meeting with parents'),
  },
  { requiredKeys: ['figures', 'expected'] },
);
const runs = Number(process.env.ROLLMARK_RUNS ?? 200);
const without = ({ figures: found, expected }: { figures: ExampleFigures; expected: string }) => ({
  figures: found,
  expected,
});

describe('what is written is read back', () => {
  it('a whole table', () => {
    fc.assert(
      fc.property(fc.array(examples, { minLength: 1, maxLength: 5 }), (list) => {
        const text = `${LADDER}\n## Worked examples\n\n${writeExamples(list)}\n`;
        expect(examplesIn(text).map(without)).toEqual(list.map(without));
      }),
      { numRuns: runs },
    );
  });

  it('one after another, each into the document that keeps the ones before', () => {
    fc.assert(
      fc.property(fc.array(examples, { maxLength: 4 }), fc.constantFrom('\n', '\r\n'), (list, newline) => {
        let text = LADDER.replaceAll('\n', newline);
        for (const example of list) {
          const { offset, text: more } = keepExample(readPolicy(text).document, example);
          text = `${text.slice(0, offset)}${more}${text.slice(offset)}`;
        }
        const found = examplesIn(text).map(without);
        expect(found).toHaveLength(list.length);
        expect(found).toEqual(expect.arrayContaining(list.map(without)));
        expect(readPolicy(text).parsed.escalation).toHaveLength(2);
      }),
      { numRuns: runs },
    );
  });

  it('a second example is a row of the table that is there', () => {
    const text = `${LADDER}\n## Worked examples\n\n${table('Pupil|Attendance|Step', 'Ada|95%|Step 1')}\n\nQuestions to the office.\n`;
    const { offset, text: more } = keepExample(readPolicy(text).document, {
      label: 'Bea',
      figures: { percent: 91_500 },
      expected: 'Step 2',
    });
    expect(`${text.slice(0, offset)}${more}${text.slice(offset)}`).toContain(
      '| Ada|95%|Step 1 |\n| Bea | 91.5% | Step 2 |\n\nQuestions',
    );
  });
});
