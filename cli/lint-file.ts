import { lintPolicy } from '#core/lint/lint.ts';
import { readSuppressions } from '#core/lint/suppress.ts';
import { createPolicyReader } from '#core/policy/parse.ts';
import { type FileOutcome, failureOf, type RunSettings } from './file-outcome.ts';
import { readPolicyText } from './input/policy.ts';
import type { Io } from './io.ts';
import { InputProblem } from './problem.ts';

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
