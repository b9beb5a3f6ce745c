import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { printRows, type Row } from './measure.ts';

/**
 * `npm run bench`: ratios within one run, printed as a table and kept in reports/bench.json (some ten minutes). `npm run
 * bench -- reading editor` measures only the parts whose names hold one of the words; with the word "largest", texts of 5 MB,
 * registers of five million marks and a folder of a thousand policies too. Each part has a process of its own: what other
 * parts load (a page for the overlay, the peers' libraries) slows down every loop of the process that it is loaded in.
 */

const sample = readFileSync('samples/policies/hartsmere-primary.md', 'utf8');
const real = ['jfk', 'st-lukes', 'kellington', 'kellington-tiers', 'cambrian-template']
  .map((name) => `../shared/policies/real/${name}.md`)
  .filter((path) => existsSync(path));
const nameOf = (path: string): string => path.split('/').at(-1)?.replace('.md', '') ?? path;
/** Names the one part that a process is started for. */
const ONLY = '--only=';
const REPORT = 'reports/bench.json';
const words = process.argv.slice(2).map((word) => word.toLowerCase());
const isLargest = words.includes('largest');
const policies = real.length > 0 ? real : ['samples/policies/hartsmere-primary.md'];
const parts: Record<string, () => Promise<Row[]>> = {
  Reading: async () => ofEach((await import('./reading.ts')).benchReading),
  'Reading and linting, against general linters': async () => ofEach((await import('./peers.ts')).benchPeers),
  'As a process': async () => (await import('./processes.ts')).benchProcesses(policies),
  'A folder': async () =>
    (await import('./processes.ts')).benchFolder(
      [sample, ...policies.map((path) => readFileSync(path, 'utf8'))],
      isLargest ? 1000 : 100,
    ),
  'After one key': async () => ofEach((await import('./relint.ts')).benchRelint),
  'Growth with the text': async () =>
    (await import('./growth.ts')).benchSizes(sample, isLargest ? 5_000_000 : 1_000_000),
  'Growth with the register': async () =>
    (await import('./growth.ts')).benchRegisters(sample, isLargest ? 5_000_000 : 1_000_000),
  'Growth, shape by shape': async () => (await import('./growth.ts')).benchShapes(isLargest ? 5_000_000 : 600_000),
  Deciding: async () => (await import('./deciding.ts')).benchDeciding(),
  Overlay: async () => (await import('./overlay.ts')).benchOverlay(),
  Editor: async () => (await import('./editor.ts')).benchEditor(),
  'What is built': async () => (await import('./sizes.ts')).benchBuilt(sample),
};

/** The rows of the sample and of each real policy, one after another. */
async function ofEach(bench: (name: string, text: string) => Row[] | Promise<Row[]>): Promise<Row[]> {
  const rows = await bench('sample policy', sample);
  for (const path of real) rows.push(...(await bench(nameOf(path), readFileSync(path, 'utf8'))));
  return rows;
}

/** Measures the part in a process of its own, which prints it. @throws when that process fails */
function inItsOwnProcess(title: string): Record<string, Row[]> {
  const size = isLargest ? ['largest'] : [];
  const self = fileURLToPath(import.meta.url);
  const { status } = spawnSync(process.execPath, [...process.execArgv, self, ONLY + title, ...size], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`Measuring "${title}" ended with ${status}: what it printed is above.`);
  return JSON.parse(readFileSync(REPORT, 'utf8'));
}

const names = words.filter((word) => word !== 'largest');
const only = names.find((name) => name.startsWith(ONLY))?.slice(ONLY.length);
const wanted = Object.keys(parts).filter(
  (title) =>
    names.length === 0 || title.toLowerCase() === only || names.some((word) => title.toLowerCase().includes(word)),
);
const groups: Record<string, Row[]> = {};
if (real.length === 0 && only === undefined)
  process.stdout.write('The real policies are not here: measured on the sample policy alone.\n');
for (const title of wanted) {
  if (only === undefined) Object.assign(groups, inItsOwnProcess(title));
  else printRows(title, (groups[title] = (await parts[title]?.()) ?? []));
}
mkdirSync('reports', { recursive: true });
writeFileSync(REPORT, `${JSON.stringify(groups, null, 1)}\n`);
