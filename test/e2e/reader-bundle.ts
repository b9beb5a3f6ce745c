import { build } from 'vite';

/** The reader as one script that puts `rollmarkReader` on the page: what the content script holds, without the extension round it. */
export async function bundleReader(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['import'] },
    build: {
      write: false,
      target: 'es2023',
      minify: false,
      lib: { entry: 'test/e2e/reader-entry.ts', formats: ['iife'], name: 'rollmarkReader' },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  for (const one of outputs) {
    if (!('output' in one)) continue;
    for (const chunk of one.output) if (chunk.type === 'chunk') return chunk.code;
  }
  throw new Error('The reader could not be bundled: vite wrote no chunk.');
}
