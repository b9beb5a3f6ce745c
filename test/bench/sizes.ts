import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { readPolicy } from '#core/policy/parse.ts';
import { bundleFile, publishPolicy } from '#core/publish/publication.ts';
import { RULEBOOK } from '#core/rules/rulebook.ts';
import type { Row } from './measure.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CONTENT_SCRIPT_GOAL = 45;

const kilobytes = (...texts: readonly (string | Uint8Array)[]): number =>
  texts.reduce((sum, text) => sum + gzipSync(text).length, 0) / 1000;

/** Everything below a folder, file by file. */
function filesIn(folder: string, wanted: RegExp = /./): Uint8Array[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
}

/** What is built and published, in kilobytes, each file gzipped. */
export function benchBuilt(policy: string): Row[] {
  const { status, stderr } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build failed: ${stderr.slice(-400)}`);
  const options = { asOf: '2026-11-20', file: 'policy.md', rulebook: RULEBOOK };
  const { page, bundle } = publishPolicy(readPolicy(policy), options);
  const scripts = 'dist/extension/chrome-mv3/content-scripts';
  const reader = kilobytes(...filesIn(scripts, /^reader\.js$/));
  const row = (what: string, value: number): Row => ({ what, value, unit: 'kB' });
  return [
    {
      ...row('what every page of a school’s system is given', reader),
      goal: `≤ ${CONTENT_SCRIPT_GOAL}`,
      met: reader <= CONTENT_SCRIPT_GOAL,
    },
    row('what is given when a mark is opened or a page is taught', kilobytes(...filesIn(scripts)) - reader),
    row('the extension’s background', kilobytes(...filesIn('dist/extension/chrome-mv3', /^background\.js$/))),
    row('the extension, whole', kilobytes(...filesIn('dist/extension/chrome-mv3'))),
    row('the editor, whole', kilobytes(...filesIn('dist/editor'))),
    row('the command, whole', kilobytes(...filesIn('dist/cli'))),
    row('the language server’s worker', kilobytes(...filesIn('dist/language-server', /^worker\.js$/))),
    row('the sample’s published page', kilobytes(page)),
    row('the sample’s bundle', kilobytes(bundleFile(bundle))),
  ];
}
