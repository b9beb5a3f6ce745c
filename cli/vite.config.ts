import { defineConfig } from 'vite';
import { preparedPhrases } from './prepared-phrases.ts';

/** One file for the command, so that it starts quickly. Packages stay outside but for the small ones it always needs. */
export default defineConfig({
  plugins: [preparedPhrases()],
  build: {
    ssr: 'cli/main.ts',
    outDir: 'dist/cli',
    target: 'node20',
    emptyOutDir: true,
    rolldownOptions: { output: { entryFileNames: 'rollmark.mjs' } },
  },
  ssr: { noExternal: [/^(?!mammoth|pdfjs-dist|node:).*/] },
});
