import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Row } from './measure.ts';
import { TEXTLINT_CONFIG } from './peers.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ROUNDS = 5;

/** `rollmark lint`, built and with its start-up, against the command lines of general linters on the same files: the best of five runs in turn. */
export async function benchProcesses(files: readonly string[]): Promise<Row[]> {
  await build({ root: ROOT, configFile: `${ROOT}cli/vite.config.ts`, logLevel: 'error' });
  const commands: Readonly<Record<string, readonly string[]>> = {
    'rollmark lint': [`${ROOT}dist/cli/rollmark.mjs`, 'lint'],
    'markdownlint-cli2': [`${ROOT}node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs`],
    textlint: [`${ROOT}node_modules/textlint/bin/textlint.js`, '--config', TEXTLINT_CONFIG],
  };
  const best = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, command] of Object.entries(commands)) {
      const began = performance.now();
      const { status, stderr } = spawnSync(process.execPath, [...command, ...files], {
        cwd: ROOT,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      const took = performance.now() - began;
      // 1 says that problems were found, as there should be; anything else would time a failure.
      if (status !== 0 && status !== 1) throw new Error(`${name} ended with ${status}: ${stderr.slice(0, 400)}`);
      best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, took));
    }
  const own = best.get('rollmark lint') ?? Number.NaN;
  const against = (name: string): number => own / (best.get(name) ?? Number.NaN);
  return [
    { what: `rollmark lint, ${files.length} policies`, value: own, unit: 'ms' },
    {
      what: '  against markdownlint-cli2',
      value: against('markdownlint-cli2'),
      unit: '×',
      goal: '≤ 1',
      met: against('markdownlint-cli2') <= 1,
    },
    { what: '  against textlint', value: against('textlint'), unit: '×' },
  ];
}
