import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { benchDeciding } from './deciding.ts';
import { benchEditor } from './editor.ts';
import { benchShapes } from './growth.ts';
import { printRows, type Row } from './measure.ts';
import { benchOverlay } from './overlay.ts';
import { benchGrowth, benchReading } from './reading.ts';
import { benchRelint } from './relint.ts';

/** `npm run bench`: ratios within one run, printed as a table and kept in reports/bench.json. */

const sample = readFileSync('samples/policies/hartsmere-primary.md', 'utf8');
const real = ['jfk', 'st-lukes', 'kellington', 'cambrian-template']
  .map((name) => `../shared/policies/real/${name}.md`)
  .filter((path) => existsSync(path));
const groups: Record<string, Row[]> = {
  Reading: [
    ...benchReading('sample policy', sample),
    ...real.flatMap((path) =>
      benchReading(path.split('/').at(-1)?.replace('.md', '') ?? path, readFileSync(path, 'utf8')),
    ),
  ],
  'After one key': [
    ...benchRelint('sample policy', sample),
    ...real.flatMap((path) =>
      benchRelint(path.split('/').at(-1)?.replace('.md', '') ?? path, readFileSync(path, 'utf8')),
    ),
  ],
  Growth: [...benchGrowth(sample), ...benchShapes()],
  Deciding: await benchDeciding(),
  Overlay: await benchOverlay(),
  Editor: await benchEditor(),
};
for (const [title, rows] of Object.entries(groups)) printRows(title, rows);
mkdirSync('reports', { recursive: true });
writeFileSync('reports/bench.json', `${JSON.stringify(groups, null, 1)}\n`);
