import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ensureBrowser } from './browser.ts';
import { mustRun, ROOT, run } from './run.ts';

/** `npm test`: types, format and lint, the lockfile, builds, every test and the browsers too. Ends with "N passed, N failed". */

const Report = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numTotalTests: z.number() });

const browser = await ensureBrowser();
process.stdout.write(`Browser tests use ${browser}\n`);
await mustRun('Types', 'npm', ['run', '--silent', 'typecheck']);
await mustRun('Format, lint, lockfile', 'npm', ['run', '--silent', 'lint']);
await mustRun('Known faults of what is shipped', 'npm', ['run', '--silent', 'audit']);
await mustRun('Build', 'npm', ['run', '--silent', 'build']);

mkdirSync(join(ROOT, 'reports'), { recursive: true });
const file = join(ROOT, 'reports', 'tests.json');
process.stdout.write('\n— Tests\n');
const status = await run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], {
  CHROMIUM_PATH: browser,
  ROLLMARK_BUILT: '1',
});
const report = Report.parse(JSON.parse(readFileSync(file, 'utf8')));
process.stdout.write(`\n${report.numPassedTests} passed, ${report.numFailedTests} failed\n`);
process.exit(status);
