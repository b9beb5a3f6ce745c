import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig, type Plugin } from 'vite';
import editorConfig from '../../editor/vite.config.ts';

const PARSER = 'bare-parse.js';

/**
 * In the checking worker: answers its page at once when that asks for an echo; parses a text, and says how many
 * milliseconds that took. The parser is a file of its own, so that the worker is as large as the one that is shipped.
 */
const ANSWERS = `
addEventListener('message', async ({ data }) => {
  if (typeof data?.echoForBench === 'number') postMessage({ echoedForBench: data.echoForBench });
  if (typeof data?.parseForBench !== 'string') return;
  const { bareParse: parseForBench } = await import(/* @vite-ignore */ new URL('/${PARSER}', location.href).href);
  const began = performance.now();
  parseForBench(data.parseForBench);
  postMessage({ parsedForBench: performance.now() - began });
});
`;

const answering = (): Plugin => ({
  name: 'answering',
  transform: (code, id) => (id.endsWith('/editor/lint.worker.ts') ? code + ANSWERS : null),
});

/** The editor as it is built, its worker with these answers; and a page of Monaco alone. Remove them when done. */
export async function buildForBench(): Promise<{ editor: string; bare: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'rollmark-bench-'));
  const editor = join(folder, 'editor');
  const bare = join(folder, 'bare');
  const base: InlineConfig = { ...editorConfig, configFile: false, logLevel: 'warn' };
  await build({
    ...base,
    worker: { ...editorConfig.worker, plugins: () => [editorConfig.worker?.plugins?.(), answering()] },
    build: { ...editorConfig.build, outDir: editor },
  });
  await build({
    ...base,
    plugins: [],
    build: {
      outDir: editor,
      emptyOutDir: false,
      target: 'es2022',
      lib: {
        entry: fileURLToPath(new URL('./bare-parse.ts', import.meta.url)),
        formats: ['es'],
        fileName: () => PARSER,
      },
    },
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
