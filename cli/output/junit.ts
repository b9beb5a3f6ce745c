import type { Finding } from '#core/lint/finding.ts';
import { shownName } from '../input/files.ts';
import { cite } from './citation.ts';
import type { LintRun } from './lint-run.ts';

/** JUnit XML: a suite for each file, a case for each finding; those at or above --fail-on fail. */
export async function junit(run: LintRun): Promise<string> {
  const { default: reports } = await import('junit-report-builder');
  const builder = reports.newBuilder();
  for (const { file, findings } of run.files) {
    const suite = builder.testSuite().name(clean(shownName(file)));
    if (findings.length === 0)
      suite
        .testCase()
        .className(clean(shownName(file)))
        .name('nothing found')
        .file(clean(file));
    for (const finding of findings) {
      const one = suite
        .testCase()
        .className(finding.ruleId)
        .name(clean(`${finding.ruleId}, line ${finding.line}`))
        .file(clean(shownName(file)));
      if (run.failing.includes(finding.severity)) one.failure(clean(finding.message), finding.severity);
      one.standardOutput(clean(details(finding)));
    }
  }
  for (const { file, message } of run.unread) {
    const name = clean(shownName(file));
    builder.testSuite().name(name).testCase().className(name).name('readable').error(clean(message));
  }
  return `${builder.build()}\n`;
}

function details(finding: Finding): string {
  return [
    `${finding.severity}: ${finding.message}`,
    `${shownName(finding.file)}:${finding.line}:${finding.column}`,
    ...finding.citations.map(cite),
    ...finding.fixes.map((fix) => `Fix: ${fix.title}`),
  ].join('\n');
}

/** XML has no place for most control characters, not even escaped. */
function clean(text: string): string {
  return text
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}
