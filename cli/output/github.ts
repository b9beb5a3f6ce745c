import type { Finding } from '#core/lint/finding.ts';
import { shownName } from '../input/files.ts';
import type { LintRun } from './lint-run.ts';
import { oneLine } from './terminal-text.ts';

const LEVEL = { error: 'error', warning: 'warning', advice: 'notice' } as const;

/** Workflow commands that GitHub Actions shows beside the lines of a change. */
export function github(run: LintRun): string {
  return [
    ...run.files.flatMap((file) => file.findings.map(annotation)),
    ...run.unread.map(
      ({ file, message }) => `::error file=${property(shownName(file))},title=not read::${data(message)}`,
    ),
    ...run.notes.map((note) => `::notice title=rollmark::${data(note)}`),
    '',
  ].join('\n');
}

function annotation(finding: Finding): string {
  // GitHub takes columns only for a stretch within one line.
  const columns =
    finding.line === finding.endLine
      ? [`col=${finding.column}`, `endColumn=${Math.max(finding.column, finding.endColumn - 1)}`]
      : [];
  const properties = [
    `file=${property(shownName(finding.file))}`,
    `line=${finding.line}`,
    `endLine=${finding.endLine}`,
    ...columns,
    `title=${property(finding.ruleId)}`,
  ];
  return `::${LEVEL[finding.severity]} ${properties.join(',')}::${data(finding.message)}`;
}

/** On one line: what comes after a line's end would be a command of its own. */
function data(text: string): string {
  return oneLine(text).replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
