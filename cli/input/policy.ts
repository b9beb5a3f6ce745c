import type { Io } from '../io.ts';
import { readBytes, shownName } from './files.ts';
import { type PolicyText, readPolicyBytes } from './policy-kinds.ts';

/** Reads a policy file of any format, saying nothing. @throws InputProblem */
export async function readPolicyText(file: string, io: Io): Promise<PolicyText> {
  return readPolicyBytes(await readBytes(file, io), file, shownName(file));
}

/** Reads a policy file of any format; what a person should know about the reading goes to standard error. @throws InputProblem */
export async function readPolicyFile(file: string, io: Io): Promise<string> {
  const { markdown, notes } = await readPolicyText(file, io);
  sayNotes(file, notes, io);
  return markdown;
}

export function sayNotes(file: string, notes: readonly string[], io: Io): void {
  for (const note of notes) io.stderr.write(`rollmark: ${shownName(file)}: ${note}\n`);
}
