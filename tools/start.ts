import { join } from 'node:path';
import { type Served, serveFolders } from '../test/e2e/serve.ts';
import { prepareSamples } from './prepare-samples.ts';
import { ROOT, run } from './run.ts';

/** `npm start`: builds what is missing, serves the editor and the sample MIS, opens the editor, says how to load the extension. */

await prepareSamples();
const editor = await serve(4173, { '/': join(ROOT, 'dist/editor') });
const mis = await serve(4174, { '/': join(ROOT, 'samples/mis'), '/policy/': join(ROOT, 'dist/samples') });
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
  const sayOpen = (): boolean =>
    process.stdout.write(`Open ${editor.url} in a browser: none could be opened from here.\n`);
  run(opener, [editor.url]).then((status) => status === 0 || sayOpen(), sayOpen);
}

/** The usual port, or any free one where it is taken. */
async function serve(port: number, mounts: Record<string, string>): Promise<Served> {
  try {
    return await serveFolders({ mounts, port });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return serveFolders({ mounts });
    throw error;
  }
}
