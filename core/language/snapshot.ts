import type { DutyStatus, Finding } from '../lint/finding.ts';
import type { FileReport } from '../lint/lint.ts';
import type { PolicyReading } from '../policy/parse.ts';
import type { ParsedPolicy } from '../policy/schema.ts';
import { type OutlineEntry, outlineOf } from './outline.ts';

/** Everything an editor shows of one version of a policy, as plain data that can cross a worker's border. */
export interface PolicySnapshot {
  readonly text: string;
  readonly parsed: ParsedPolicy;
  readonly findings: readonly Finding[];
  readonly crosswalk: readonly DutyStatus[];
  readonly suppressed: readonly Finding[];
  readonly outline: readonly OutlineEntry[];
}

/** The snapshot of a reading and its findings. */
export function takeSnapshot(reading: PolicyReading, report: FileReport): PolicySnapshot {
  return {
    text: reading.document.text,
    parsed: reading.parsed,
    findings: report.findings,
    crosswalk: report.crosswalk,
    suppressed: report.suppressed,
    outline: outlineOf(reading.document),
  };
}
