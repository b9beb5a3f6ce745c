import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveFolders } from '../test/e2e/serve.ts';
import { mustRun, ROOT, run } from './run.ts';

/** `npm start`: builds what is missing, serves the editor and the sample MIS, opens the editor, says how to load the extension. */

const always = process.argv.includes('--build');
if (always || !existsSync(join(ROOT, 'dist/cli/rollmark.mjs')))
  await mustRun('Building the command', 'npm', ['run', '--silent', 'build:cli']);
if (always || !existsSync(join(ROOT, 'dist/editor/index.html')))
  await mustRun('Building the editor', 'npm', ['run', '--silent', 'build:editor']);
if (always || !existsSync(join(ROOT, 'dist/extension/chrome-mv3/manifest.json')))
  await mustRun('Building the extension', 'npm', ['run', '--silent', 'build:ext']);
await mustRun('Publishing the sample policy', process.execPath, [
  'cli/bin.mjs',
  'publish',
  'samples/policies/hartsmere-primary.md',
  '-o',
  'dist/samples',
]);

const editor = await serveFolders({ mounts: { '/': join(ROOT, 'dist/editor') }, port: 4173 });
const mis = await serveFolders({
  mounts: { '/': join(ROOT, 'samples/mis'), '/policy/': join(ROOT, 'dist/samples') },
  port: 4174,
});
process.stdout.write(
  [
    '',
    `Editor      ${editor.url}  (opening in your browser)`,
    `Sample MIS  ${mis.url}  (npm run try opens a Chromium with the extension loaded on it)`,
    `Extension   chrome://extensions → Developer mode → Load unpacked → ${join(ROOT, 'dist/extension/chrome-mv3')}`,
    '',
    'Press Ctrl+C to stop.',
    '',
  ].join('\n'),
);
if (!process.argv.includes('--no-open') && !process.env['CI']) {
  const opener = process.platform === 'darwin' ? 'open' : process.platform === 'win32' ? 'start' : 'xdg-open';
  // A machine without a desktop has no opener: the address above is enough.
  run(opener, [editor.url]).catch(() =>
    process.stdout.write(`Open ${editor.url} yourself: this machine offers no browser to open it in.\n`),
  );
}
