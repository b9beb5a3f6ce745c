import type { Day } from '#core/attendance/day.ts';
import type { Severity } from '#core/lint/finding.ts';
import type { FileReport } from '#core/lint/lint.ts';
import type { Suppression } from '#core/lint/suppress.ts';

/** One file as linted. */
export interface LintedFile extends FileReport {
  readonly file: string;
  /** The text that lines and spans refer to. */
  readonly text: string;
  /** False when lines and fixes are of imported Markdown. */
  readonly isOwnText: boolean;
  /** About the reading of the file. */
  readonly notes: readonly string[];
  readonly exceptions: readonly Suppression[];
}

/** Everything that a report of `rollmark lint` can show. */
export interface LintRun {
  readonly asOf: Day;
  readonly isToday: boolean;
  readonly files: readonly LintedFile[];
  /** Files that could not be read, each with its sentence. */
  readonly unread: readonly { readonly file: string; readonly message: string }[];
  /** Findings of these severities make the exit status 1. */
  readonly failing: readonly Severity[];
  readonly showCrosswalk: boolean;
  readonly showExceptions: boolean;
  /** Sentences about the run itself. */
  readonly notes: readonly string[];
  /** Whether to use colours. */
  readonly colour: boolean;
}
