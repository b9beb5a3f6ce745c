import type { Day } from '../attendance/day.ts';
import type { PolicyReading } from '../policy/parse.ts';
import type { DutyStatus, Finding, Severity } from './finding.ts';

export type SchoolType = 'maintained' | 'academy' | 'independent' | 'unknown';

/** What a trust decides about linting; from a config file or the editor's settings. */
export interface LintSettings {
  schoolType?: SchoolType | undefined;
  phase?: 'primary' | 'secondary' | 'special' | 'all-through' | undefined;
  /** Rule id → severity, or 'off'. */
  severities?: Readonly<Record<string, Severity | 'off'>> | undefined;
}

export interface LintOptions extends LintSettings {
  /** Rules of that day. */
  asOf: Day;
  /** As it stands in `file` of each finding. */
  file: string;
}

export interface FileReport {
  findings: Finding[];
  crosswalk: DutyStatus[];
  suppressed: Finding[];
}

/** Checks a policy against the rule book of a day. Findings in the order of the text. */
export function lintPolicy(_reading: PolicyReading, _options: LintOptions): FileReport {
  return { findings: [], crosswalk: [], suppressed: [] };
}
