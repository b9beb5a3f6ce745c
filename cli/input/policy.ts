import type { Io } from '../io.ts';
import { InputProblem } from '../problem.ts';
import { readBytes, shownName } from './files.ts';
import { type ImportedPolicy, kindOf } from './policy-kinds.ts';

/** Reads a file of any format into policy Markdown. Notes go to standard error. @throws InputProblem */
export async function readPolicyFile(file: string, io: Io): Promise<string> {
  const { markdown, notes } = await importPolicyFile(file, io);
  for (const note of notes) io.stderr.write(`rollmark: ${note}\n`);
  return markdown;
}

export async function importPolicyFile(file: string, io: Io): Promise<ImportedPolicy> {
  const bytes = await readBytes(file, io);
  const kind = kindOf(bytes, file);
  if (!kind.read) {
    throw new InputProblem(
      `${shownName(file)}: Rollmark cannot read ${kind.what} files (${kind.extensions[0]}) yet; save it as text or Markdown.`,
    );
  }
  return kind.read(bytes, shownName(file));
}
