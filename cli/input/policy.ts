import type { Io } from '../io.ts';
import { InputProblem } from '../problem.ts';
import { readBytes, shownName } from './files.ts';
import { kindOf } from './policy-kinds.ts';

/** A policy file of any format as policy Markdown. */
export interface PolicyFile {
  readonly markdown: string;
  /** True when the Markdown is the file's own text, and not made from a Word, PDF or HTML file. */
  readonly isText: boolean;
}

/** Reads a policy. What a person should know about the import goes to standard error. @throws InputProblem */
export async function readPolicyFile(file: string, io: Io): Promise<PolicyFile> {
  const bytes = await readBytes(file, io);
  const kind = kindOf(bytes, file);
  if (!kind.read) {
    throw new InputProblem(
      `${shownName(file)}: Rollmark cannot read ${kind.extensions[0]} yet; save it as text or Markdown.`,
    );
  }
  const { markdown, notes } = await kind.read(bytes, shownName(file));
  for (const note of notes) io.stderr.write(`rollmark: ${note}\n`);
  return { markdown, isText: kind.isText };
}
