import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Accuracy, f1, measure, precision, recall, type Tally } from './accuracy.ts';

/**
 * How well Rollmark reads the pages of this folder: invented ones, in the styles of real school websites, each annotated
 * before it was first read. A reader that grows better at one style must not grow worse at another.
 */

const PAGES = fileURLToPath(new URL('pages', import.meta.url));
const LEAST = { facts: 0.93, steps: 0.85, certain: 0.99 };

let accuracy: Accuracy;
beforeAll(() => {
  accuracy = measure(PAGES);
  const { byKind, facts, steps } = accuracy;
  const rows: [string, Tally][] = [
    ...[...byKind].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ['facts', facts],
    ['steps', steps],
  ];
  process.stdout.write(`${accuracy.documents} pages\n${table(rows)}\n${accuracy.misses.join('\n')}\n`);
}, 60_000);

describe('the annotated pages', () => {
  it('are all measured', () => expect(accuracy.documents).toBeGreaterThanOrEqual(20));
  it('have their facts read', () => expect(f1(accuracy.facts)).toBeGreaterThanOrEqual(LEAST.facts));
  it('have their steps read', () => expect(f1(accuracy.steps)).toBeGreaterThanOrEqual(LEAST.steps));
  it('are hardly ever misread where the reader is certain', () => {
    const { certain, certainRight } = accuracy.facts;
    expect(certain).toBeGreaterThan(50);
    expect(certainRight / certain).toBeGreaterThanOrEqual(LEAST.certain);
  });
});

function table(rows: readonly [string, Tally][]): string {
  const line = (cells: readonly string[]): string =>
    cells.map((cell, index) => (index === 0 ? cell.padEnd(16) : cell.padStart(10))).join('');
  return [
    line(['kind', 'expected', 'found', 'right', 'precision', 'recall', 'F1']),
    ...rows.map(([kind, tally]) =>
      line([
        kind,
        ...[tally.expected, tally.found, tally.right].map(String),
        ...[precision(tally), recall(tally), f1(tally)].map((share) => share.toFixed(3)),
      ]),
    ),
  ].join('\n');
}
