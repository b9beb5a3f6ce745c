import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { benchDeciding } from './deciding.ts';
import { benchEditor } from './editor.ts';
import { benchShapes } from './growth.ts';
import { printRows, type Row } from './measure.ts';
import { benchOverlay } from './overlay.ts';
import { benchPeers } from './peers.ts';
import { benchProcesses } from './processes.ts';
import { benchGrowth, benchReading } from './reading.ts';
import { benchRelint } from './relint.ts';

/**
 * `npm run bench`: ratios within one run, printed as a table and kept in reports/bench.json. `npm run bench -- reading editor`
 * measures only the parts whose names hold one of the words.
 */

const sample = readFileSync('samples/policies/hartsmere-primary.md', 'utf8');
const real = ['jfk', 'st-lukes', 'kellington', 'kellington-tiers', 'cambrian-template']
  .map((name) => `../shared/policies/real/${name}.md`)
  .filter((path) => existsSync(path));
if (real.length === 0) process.stdout.write('The real policies are not here: measured on the sample policy alone.\n');
const nameOf = (path: string): string => path.split('/').at(-1)?.replace('.md', '') ?? path;
/** The rows of the sample and of each real policy, one after another. */
async function ofEach(bench: (name: string, text: string) => Row[] | Promise<Row[]>): Promise<Row[]> {
  const rows = await bench('sample policy', sample);
  for (const path of real) rows.push(...(await bench(nameOf(path), readFileSync(path, 'utf8'))));
  return rows;
}
const parts: Record<string, () => Row[] | Promise<Row[]>> = {
  Reading: () => ofEach(benchReading),
  'Reading and linting, against general linters': () => ofEach(benchPeers),
  'As a process': () => benchProcesses(real.length > 0 ? real : ['samples/policies/hartsmere-primary.md']),
  'After one key': () => ofEach(benchRelint),
  Growth: () => [...benchGrowth(sample), ...benchShapes()],
  Deciding: benchDeciding,
  Overlay: benchOverlay,
  Editor: benchEditor,
};
const words = process.argv.slice(2).map((word) => word.toLowerCase());
const wanted = Object.entries(parts).filter(
  ([title]) => words.length === 0 || words.some((word) => title.toLowerCase().includes(word)),
);
const groups: Record<string, Row[]> = {};
for (const [title, bench] of wanted) {
  const rows = await bench();
  groups[title] = rows;
  printRows(title, rows);
}
mkdirSync('reports', { recursive: true });
writeFileSync('reports/bench.json', `${JSON.stringify(groups, null, 1)}\n`);
