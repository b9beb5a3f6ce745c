import { fileURLToPath } from 'node:url';

/** ROLLMARK_MUTATE=vitest: by Vitest itself, some thirty times slower, to see that the answers are the same. */
const BY_VITEST = process.env.ROLLMARK_MUTATE === 'vitest';

/**
 * `npm run mutate`: every small change to the engine must make one of its tests fail.
 * `npm run mutate -- --mutate core/escalation/after.ts` asks of one file, ROLLMARK_SAMPLE=5 of every fifth change.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  mutate: ['core/escalation/**/*.ts', 'core/attendance/**/*.ts'],
  plugins: ['@stryker-mutator/vitest-runner', fileURLToPath(new URL('./engine-runner.mjs', import.meta.url))],
  testRunner: BY_VITEST ? 'vitest' : 'engine',
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: Number(process.env.ROLLMARK_WORKERS ?? 2),
  timeoutMS: 20_000,
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
  jsonReporter: { fileName: 'reports/mutation.json' },
  thresholds: { high: 95, low: 90, break: 90 },
  // What the tests of the engine never read. The sandbox is a copy.
  ignorePatterns: [
    'dist',
    'reports',
    '.output',
    'docs',
    'samples',
    'editor',
    'extension',
    'test/corpus',
    'test/e2e',
    '*.log',
  ],
  tempDirName: 'reports/stryker',
};
