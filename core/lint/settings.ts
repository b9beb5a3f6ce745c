import type { Severity } from './finding.ts';

export type SchoolType = 'maintained' | 'academy' | 'independent' | 'unknown';

/** What a trust decides about linting; from a config file or the editor's settings. */
export interface LintSettings {
  schoolType?: SchoolType | undefined;
  phase?: 'primary' | 'secondary' | 'special' | 'all-through' | undefined;
  /** The authority that the school deals with, as its policy would name it. */
  localAuthority?: string | undefined;
  /** Rule id → severity, or 'off'. */
  severities?: Readonly<Record<string, Severity | 'off'>> | undefined;
}
