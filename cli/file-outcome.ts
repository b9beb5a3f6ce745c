import type { LintSettings } from '#core/lint/lint.ts';
import { shownName } from './input/files.ts';
import type { LintedFile } from './output/lint-run.ts';

/** Settings of a run of `rollmark lint`, with its day. */
export type RunSettings = LintSettings & { asOf: string };

/** A file as linted, or why it was not; `bug` where that is our fault. Plain data, so that a thread can send it. */
export type FileOutcome = { linted: LintedFile } | { message: string; bug?: { error: unknown } };

/** A fault of ours in one policy must not hide what was found in the others; it is reported after them. */
export function failureOf(file: string, error: unknown): FileOutcome {
  return { message: `${shownName(file)}: was not checked, because Rollmark failed on it.`, bug: { error } };
}
