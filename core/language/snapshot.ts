import type { DutyStatus, Finding } from '../lint/finding.ts';
import type { FileReport } from '../lint/lint.ts';
import type { PolicyReading } from '../policy/parse.ts';
import type { ParsedPolicy } from '../policy/schema.ts';
import { type OutlineEntry, outlineOf } from './outline.ts';

/** Everything an editor shows of one version of a policy, as plain data that can cross a worker's border. */
export interface PolicySnapshot {
  readonly text: string;
  readonly parsed: ReadPolicy;
  readonly findings: readonly Finding[];
  readonly crosswalk: readonly DutyStatus[];
  readonly suppressed: readonly Finding[];
  readonly outline: readonly OutlineEntry[];
}

/** What was read, without the hash of the text: no editor shows it, and it costs more than reading after a key does. */
export type ReadPolicy = Omit<ParsedPolicy, 'document'> & {
  readonly document: Omit<ParsedPolicy['document'], 'sha256'>;
};

/** The snapshot of a reading and its findings. */
export function takeSnapshot(reading: PolicyReading, report: FileReport): PolicySnapshot {
  const { title, school, trust, kind } = reading.parsed.document;
  return {
    text: reading.document.text,
    parsed: { ...reading.parsed, document: { title, school, trust, kind } },
    findings: report.findings,
    crosswalk: report.crosswalk,
    suppressed: report.suppressed,
    outline: outlineOf(reading.document),
  };
}
