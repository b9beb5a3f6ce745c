import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tables of examples before properties: most mutants fall to an example, and only the first failure is waited for. */
class ExamplesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number =>
      moduleId.includes('properties') ? 2 : moduleId.includes('scenarios') ? 1 : 0;
    return [...files].sort((a, b) => rank(a) - rank(b) || a.moduleId.localeCompare(b.moduleId));
  }
}

const NAMES = process.env.ROLLMARK_TESTS;

/** The tests of the engine and of the registers alone, for `npm run mutate`. */
export default defineConfig({
  test: {
    // ROLLMARK_TESTS=words,national: only the tests of those names, while one file is worked on.
    include: NAMES
      ? NAMES.split(',').flatMap((name) => [`test/core/{escalation,attendance}/${name}.test.ts`])
      : ['test/core/escalation/**/*.test.ts', 'test/core/attendance/**/*.test.ts'],
    testTimeout: 120_000,
    env: { ROLLMARK_RUNS: process.env.ROLLMARK_RUNS ?? '200' },
    sequence: { sequencer: ExamplesFirst },
  },
});
