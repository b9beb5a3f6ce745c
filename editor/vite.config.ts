import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { withoutHandbook } from './without-handbook.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at('.'),
  // The folder can be put anywhere, under any address.
  base: './',
  resolve: {
    alias: {
      // Its browser build touches `document` at import and kills every worker.
      'decode-named-character-reference': at('../node_modules/decode-named-character-reference/index.js'),
    },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [withoutHandbook()],
  worker: { format: 'es', plugins: () => [withoutHandbook()] },
  build: {
    outDir: at('../dist/editor'),
    emptyOutDir: true,
    target: 'es2022',
    // Monaco is one large part that is fetched after the shell shows.
    chunkSizeWarningLimit: 4500,
    modulePreload: { polyfill: false },
  },
});
