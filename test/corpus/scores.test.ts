import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/**
 * How well Rollmark reads and lints annotated policies. The annotated documents are other people's and stay outside
 * the project, in ../shared; a clone without them says so and measures nothing.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SHARED = join(ROOT, '..', 'shared');
const COMMAND = `${process.execPath} ${join(ROOT, 'cli/bin.mjs')}`;

const SCORES = [
  {
    name: 'reads facts, steps and placeholders as a careful reader does',
    scorer: 'score/score.mjs',
    checks: ['facts=0.97', 'escalation=0.92', 'placeholder=0.97'],
    folders: ['policies/real', 'policies/cases'],
  },
  {
    name: 'reports what a competent check reports',
    scorer: 'score/lint-score.mjs',
    checks: ['recall=0.95', 'precision=0.95', 'false=0'],
    folders: ['policies/real', 'policies/cases'],
  },
];

const hasShared = existsSync(join(SHARED, 'score/score.mjs'));

describe('the annotated policies', () => {
  if (!hasShared) {
    it('are not beside this clone, so nothing is measured here', () => {
      process.stdout.write('../shared is not there: the scorers did not run.\n');
      expect(hasShared).toBe(false);
    });
    return;
  }
  it.each(SCORES)(
    '$name',
    ({ scorer, checks, folders }) => {
      const args = [
        join(SHARED, scorer),
        '--cmd',
        COMMAND,
        ...checks.flatMap((check) => ['--check', check]),
        ...folders.map((folder) => join(SHARED, folder)),
      ];
      const { stdout, stderr, status } = spawnSync(process.execPath, args, {
        cwd: ROOT,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      process.stdout.write(`${stdout}${stderr}\n`);
      expect(status).toBe(0);
    },
    300_000,
  );
});
