import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig, type Plugin } from 'vite';
import editorConfig from '../../editor/vite.config.ts';
import { withoutHandbook } from '../../editor/without-handbook.ts';

/** Parses a text in the checking worker when a page asks for it, and says how many milliseconds that took. */
const PARSE_ON_REQUEST = `
import { bareParse as parseForBench } from '#test/bench/bare-parse.ts';
addEventListener('message', ({ data }) => {
  if (typeof data?.parseForBench !== 'string') return;
  const began = performance.now();
  parseForBench(data.parseForBench);
  postMessage({ parsedForBench: performance.now() - began });
});
`;

const parseOnRequest = (): Plugin => ({
  name: 'parse-on-request',
  transform: (code, id) => (id.endsWith('/editor/lint.worker.ts') ? code + PARSE_ON_REQUEST : null),
});

/** The editor as it is built, its worker with a plain parse beside; and a page of Monaco alone. Remove them when done. */
export async function buildForBench(): Promise<{ editor: string; bare: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'rollmark-bench-'));
  const editor = join(folder, 'editor');
  const bare = join(folder, 'bare');
  const base: InlineConfig = { ...editorConfig, configFile: false, logLevel: 'warn' };
  await build({
    ...base,
    worker: { ...editorConfig.worker, plugins: () => [withoutHandbook(), parseOnRequest()] },
    build: { ...editorConfig.build, outDir: editor },
  });
  await build({
    ...base,
    // As Vite by itself puts Monaco together: in one file, as a page has it that takes no pains.
    plugins: [],
    root: fileURLToPath(new URL('./bare-monaco', import.meta.url)),
    build: { ...editorConfig.build, rolldownOptions: {}, outDir: bare },
  });
  return { editor, bare, remove: () => rm(folder, { recursive: true, force: true }) };
}
