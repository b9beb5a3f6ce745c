import { createPolicyLinter, lintPolicy } from '#core/lint/lint.ts';
import { createPolicyReader, readPolicy } from '#core/policy/parse.ts';
import { bareParse } from './bare-parse.ts';
import type { Row } from './measure.ts';

const AS_OF = '2026-11-22';
const KEYS = 200;
const GOAL = 0.05;

/** What a key costs in milliseconds of processor time, which other programs on the machine do not lengthen. */
function cost(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Where a person types: in the middle of a paragraph, in a cell of a table, in a step of the ladder. */
export function placesToType(text: string): { readonly what: string; readonly at: number }[] {
  const { document, parsed } = readPolicy(text);
  const middle = document.blocks
    .filter(({ block }) => block.kind === 'paragraph' && block.raw.length > 120)
    .toSorted((a, b) => Math.abs(a.offset - text.length / 2) - Math.abs(b.offset - text.length / 2))[0];
  const row = document.blocks.find(({ block }) => block.kind === 'row' && block.header);
  const step = parsed.escalation[parsed.escalation.length >> 1];
  return [
    ...(middle ? [{ what: 'in a paragraph', at: middle.offset + (middle.block.raw.indexOf(' ', 60) + 1) }] : []),
    ...(row ? [{ what: 'in a table', at: row.offset + (row.block.cells?.[0]?.end ?? 1) }] : []),
    ...(step ? [{ what: 'in the ladder', at: step.span.end.offset }] : []),
  ];
}

/**
 * Reading and checking again after each of 200 single keys, against one warm parse of the same text with remark and its
 * GFM plugin: the mean of all keys and the one that 95 of 100 stay below.
 */
export function benchRelint(name: string, text: string): Row[] {
  const options = { asOf: AS_OF, file: name };
  for (let warm = 0; warm < 8; warm++) {
    bareParse(text);
    lintPolicy(readPolicy(text), options);
  }
  return placesToType(text).flatMap(({ what, at }) => {
    const read = createPolicyReader();
    const lint = createPolicyLinter();
    let typed = text;
    lint(read(typed), options);
    const keys: number[] = [];
    const parses: number[] = [];
    for (let key = 0; key < KEYS * 2; key++) {
      const place = at + (key % 50);
      // A word of fifty letters is typed, and then taken back.
      typed =
        key % 100 < 50
          ? `${typed.slice(0, place)}${'absent from '[key % 12]}${typed.slice(place)}`
          : `${typed.slice(0, at + 49 - (key % 50))}${typed.slice(at + 50 - (key % 50))}`;
      const took = cost(() => lint(read(typed), options));
      if (key >= KEYS) keys.push(took);
      if (key >= KEYS && key % 10 === 0) parses.push(cost(() => bareParse(typed)));
    }
    const parse = parses.reduce((sum, took) => sum + took, 0) / parses.length;
    const mean = keys.reduce((sum, took) => sum + took, 0) / keys.length / parse;
    const late = quantile(keys, 0.95) / parse;
    return [
      { what: `${name}: a key ${what}, mean`, value: mean, unit: '× parse', goal: `≤ ${GOAL}`, met: mean <= GOAL },
      { what: `${name}: a key ${what}, p95`, value: late, unit: '× parse', goal: `≤ ${GOAL}`, met: late <= GOAL },
    ];
  });
}
