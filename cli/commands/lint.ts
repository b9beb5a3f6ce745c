import { type LintReport, SEVERITIES } from '#core/lint/finding.ts';
import { lintPolicy } from '#core/lint/lint.ts';
import { readPolicy } from '#core/policy/parse.ts';
import type { Command } from '../command.ts';
import { readPolicyFile } from '../input/policy.ts';
import { readDay, todayInLondon } from '../input/today.ts';
import { InputProblem } from '../problem.ts';

/** `rollmark lint`: policies against the rule book of a day. */
export const lint: Command = {
  name: 'lint',
  summary: 'Checks policies against the rule book.',
  usage: 'FILE… [--as-of DATE] [--format FORMAT] [--fail-on SEVERITY]',
  options: [
    { name: 'as-of', value: 'DATE', help: 'the rules of that day; default: today' },
    { name: 'format', value: 'FORMAT', help: 'stylish' },
    { name: 'fail-on', value: 'SEVERITY', help: 'error' },
  ],
  examples: ['rollmark lint policy.md'],
  async run(call, io) {
    const asOf = call.value('as-of') ? readDay('as-of', call.required('as-of')) : todayInLondon(io.now());
    const report: LintReport = { schemaVersion: 1, asOf, findings: [], crosswalk: [], suppressed: [] };
    let unread = false;
    for (const file of call.files) {
      try {
        const read = lintPolicy(readPolicy(await readPolicyFile(file, io)), { asOf, file });
        report.findings.push(...read.findings);
        report.crosswalk.push(...read.crosswalk);
        report.suppressed.push(...read.suppressed);
      } catch (error) {
        if (!(error instanceof InputProblem)) throw error;
        io.stderr.write(`rollmark: ${error.message}\n`);
        unread = true;
      }
    }
    io.stdout.write(`${JSON.stringify(report, null, 1)}\n`);
    const failing = SEVERITIES.slice(0, SEVERITIES.indexOf(call.choice('fail-on', SEVERITIES)) + 1);
    if (unread) return 2;
    return report.findings.some((finding) => failing.includes(finding.severity)) ? 1 : 0;
  },
};
