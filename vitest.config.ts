import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = {
  // Its browser build touches `document` at import and kills every worker (see README, "Traps").
  'decode-named-character-reference': fileURLToPath(
    new URL('./node_modules/decode-named-character-reference/index.js', import.meta.url),
  ),
};
const oxc = { jsx: { runtime: 'automatic' as const, importSource: 'preact' } };

export default defineConfig({
  test: {
    maxWorkers: availableParallelism(),
    projects: [
      {
        resolve: { alias },
        oxc,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/corpus/**', 'test/**/*.alone.test.ts'],
          // Nothing here changes what is global, so that the core is loaded once and not for every file.
          isolate: false,
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        // What puts a browser, a clock or a module in place of the real one has a world of its own.
        resolve: { alias },
        test: {
          name: 'unit-alone',
          include: ['test/**/*.alone.test.ts'],
          exclude: ['test/corpus/**', 'test/e2e/**'],
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        // Through the built command, over documents that may not be there.
        test: {
          name: 'corpus',
          include: ['test/corpus/**/*.test.ts'],
          testTimeout: 300_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        resolve: { alias },
        oxc,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          exclude: ['test/e2e/managed.e2e.ts'],
          globalSetup: ['test/e2e/build.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // A browser keeps more than one core busy: two at once wait for each other.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // What IT sets holds for every browser of the computer, so nothing else may run beside it.
        resolve: { alias },
        oxc,
        test: {
          name: 'e2e-alone',
          include: ['test/e2e/managed.e2e.ts'],
          globalSetup: ['test/e2e/build.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
