import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { benchDeciding } from './deciding.ts';
import { benchEditor } from './editor.ts';
import { benchRegisters, benchShapes, benchSizes } from './growth.ts';
import { printRows, type Row } from './measure.ts';
import { benchOverlay } from './overlay.ts';
import { benchPeers } from './peers.ts';
import { benchFolder, benchProcesses } from './processes.ts';
import { benchReading } from './reading.ts';
import { benchRelint } from './relint.ts';
import { benchBuilt } from './sizes.ts';

/**
 * `npm run bench`: ratios within one run, printed as a table and kept in reports/bench.json (some ten minutes). `npm run
 * bench -- reading editor` measures only the parts whose names hold one of the words; with the word "largest", texts of 5 MB,
 * registers of five million marks and a folder of a thousand policies too.
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
const words = process.argv.slice(2).map((word) => word.toLowerCase());
const isLargest = words.includes('largest');
const policies = real.length > 0 ? real : ['samples/policies/hartsmere-primary.md'];
const parts: Record<string, () => Row[] | Promise<Row[]>> = {
  Reading: () => ofEach(benchReading),
  'Reading and linting, against general linters': () => ofEach(benchPeers),
  'As a process': () => benchProcesses(policies),
  'A folder': () =>
    benchFolder([sample, ...policies.map((path) => readFileSync(path, 'utf8'))], isLargest ? 1000 : 100),
  'After one key': () => ofEach(benchRelint),
  'Growth with the text': () => benchSizes(sample, isLargest ? 5_000_000 : 1_000_000),
  'Growth with the register': () => benchRegisters(sample, isLargest ? 5_000_000 : 1_000_000),
  'Growth, shape by shape': () => benchShapes(isLargest ? 5_000_000 : 600_000),
  Deciding: benchDeciding,
  Overlay: benchOverlay,
  Editor: benchEditor,
  'What is built': () => benchBuilt(sample),
};
const names = words.filter((word) => word !== 'largest');
const wanted = Object.entries(parts).filter(
  ([title]) => names.length === 0 || names.some((word) => title.toLowerCase().includes(word)),
);
const groups: Record<string, Row[]> = {};
for (const [title, bench] of wanted) {
  const rows = await bench();
  groups[title] = rows;
  printRows(title, rows);
}
mkdirSync('reports', { recursive: true });
writeFileSync('reports/bench.json', `${JSON.stringify(groups, null, 1)}\n`);
