import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { withoutHandbook } from './without-handbook.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The language server as one file, for code editors that run in a browser and start it as a worker. */
export default defineConfig({
  root: at('.'),
  resolve: {
    alias: {
      // Its browser build touches `document` at import and kills every worker.
      'decode-named-character-reference': at('../node_modules/decode-named-character-reference/index.js'),
    },
  },
  plugins: [withoutHandbook()],
  build: {
    outDir: at('../dist/language-server'),
    emptyOutDir: true,
    target: 'es2022',
    lib: { entry: at('./language-server.worker.ts'), formats: ['es'], fileName: () => 'worker.js' },
    chunkSizeWarningLimit: 1500,
  },
});
