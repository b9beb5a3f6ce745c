import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { preloadWindow } from './preload-window.ts';
import { withoutEntities } from './without-entities.ts';
import { withoutHandbook } from './without-handbook.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Monaco in its own layers, each in a file: a browser reads them side by side. And where Monaco makes an Error while it
 * starts, V8 reads the file that does so a second time, to note the line: that is then a small one.
 */
const MONACO_LAYERS = [
  { name: 'monaco-base', test: /[\\/]monaco-editor[\\/]esm[\\/]vs[\\/]base[\\/]/ },
  { name: 'monaco-platform', test: /[\\/]monaco-editor[\\/]esm[\\/]vs[\\/]platform[\\/]/ },
];

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
  plugins: [withoutHandbook(), preloadWindow()],
  worker: { format: 'es', plugins: () => [withoutEntities(), withoutHandbook()] },
  build: {
    outDir: at('../dist/editor'),
    emptyOutDir: true,
    target: 'es2022',
    // Monaco is one large part that is fetched after the shell shows.
    chunkSizeWarningLimit: 4500,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: MONACO_LAYERS } } },
  },
});
