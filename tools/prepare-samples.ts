import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, ROOT } from './run.ts';

const PARTS = [
  { title: 'Building the command', script: 'build:cli', proof: 'dist/cli/rollmark.mjs' },
  { title: 'Building the editor', script: 'build:editor', proof: 'dist/editor/index.html' },
  { title: 'Building the extension', script: 'build:ext', proof: 'dist/extension/chrome-mv3/manifest.json' },
];

/** Builds what is missing (everything with --build), and publishes the sample policy into dist/samples. */
export async function prepareSamples(): Promise<void> {
  const always = process.argv.includes('--build');
  for (const { title, script, proof } of PARTS)
    if (always || !existsSync(join(ROOT, proof))) await mustRun(title, 'npm', ['run', '--silent', script]);
  await mustRun('Publishing the sample policy', process.execPath, [
    'cli/bin.mjs',
    'publish',
    'samples/policies/hartsmere-primary.md',
    '-o',
    'dist/samples',
  ]);
}
