import { type LintSettings, lintPolicy } from '#core/lint/lint.ts';
import { readSuppressions } from '#core/lint/suppress.ts';
import { createPolicyReader } from '#core/policy/parse.ts';
import { shownName } from './input/files.ts';
import { readPolicyText } from './input/policy.ts';
import type { Io } from './io.ts';
import type { LintedFile } from './output/lint-run.ts';
import { InputProblem } from './problem.ts';

/** Settings of a run of `rollmark lint`, with its day. */
export type RunSettings = LintSettings & { asOf: string };

/** A file as linted, or why it was not; `bug` where that is our fault. Plain data, so that a thread can send it. */
export type FileOutcome = { linted: LintedFile } | { message: string; bug?: { error: unknown } };

/** Lints one file after another; one reader for all, since the policies of a trust share most of their text. */
export function createFileLinter(settings: RunSettings, io: Io): (file: string) => Promise<FileOutcome> {
  const readPolicy = createPolicyReader();
  return async (file) => {
    try {
      const { markdown, isOwnText, notes } = await readPolicyText(file, io);
      const reading = readPolicy(markdown);
      const report = lintPolicy(reading, { ...settings, file });
      const exceptions = readSuppressions(reading.document);
      return { linted: { ...report, file, text: markdown, isOwnText, notes, exceptions } };
    } catch (error) {
      return error instanceof InputProblem ? { message: error.message } : failureOf(file, error);
    }
  };
}

/** A fault of ours in one policy must not hide what was found in the others; it is reported after them. */
export function failureOf(file: string, error: unknown): FileOutcome {
  return { message: `${shownName(file)}: was not checked, because Rollmark failed on it.`, bug: { error } };
}
