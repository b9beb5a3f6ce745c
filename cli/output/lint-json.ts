import type { LintReport } from '#core/lint/finding.ts';
import type { LintRun } from './lint-run.ts';

/** The report for programs: one object for all files. `exceptions` only when they were asked for. */
export function lintJson(run: LintRun): string {
  const report: LintReport = {
    schemaVersion: 1,
    asOf: run.asOf,
    findings: run.files.flatMap((file) => file.findings),
    crosswalk: run.files.flatMap((file) => file.crosswalk),
    suppressed: run.files.flatMap((file) => file.suppressed),
  };
  const exceptions = run.files.flatMap(({ file, exceptions }) =>
    exceptions.map(({ ruleId, reason, owner, until }) => ({ file, ruleId, reason, owner, until })),
  );
  return `${JSON.stringify(run.showExceptions ? { ...report, exceptions } : report, null, 1)}\n`;
}
