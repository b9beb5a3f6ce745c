import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Io } from '../io.ts';
import { oneLine } from '../output/terminal-text.ts';
import { InputProblem } from '../problem.ts';

const MOST_BYTES = 50 * 1024 * 1024;

/** The bytes of a file, or of standard input for "-". @throws InputProblem that says why it cannot be read. */
export async function readBytes(file: string, io: Io): Promise<Uint8Array> {
  if (file === '-') {
    const bytes = await io.readStdin();
    if (bytes.length > MOST_BYTES) throw tooLarge('standard input');
    return bytes;
  }
  const path = resolve(io.cwd, file);
  try {
    const about = await stat(path);
    if (about.isDirectory()) throw new InputProblem(`${file}: is a folder; name a file in it.`);
    // Such a device may never end; a pipe (of the shell's "<(…)") does.
    if (about.isCharacterDevice()) throw new InputProblem(`${file}: is a device, not a file; name a file.`);
    if (about.size > MOST_BYTES) throw tooLarge(file);
    return await readFile(path);
  } catch (error) {
    throw readProblem(file, error);
  }
}

/** The name of a file in messages: whoever named it, it moves no cursor. */
export function shownName(file: string): string {
  return file === '-' ? 'standard input' : oneLine(file);
}

/** Turns a failure of the file system into a sentence; anything else is passed on as it is. */
export function readProblem(file: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const why = typeof code === 'string' ? FAILURES[code] : undefined;
  return why ? new InputProblem(`${file}: ${why}`) : error;
}

const FAILURES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file; check the name and the folder.',
  ENOTDIR: 'there is no such file; a part of the path is a file, not a folder.',
  EISDIR: 'is a folder; name a file in it.',
  EACCES: 'may not be read; ask for permission, or copy it to a folder of your own.',
  EPERM: 'may not be read; ask for permission, or copy it to a folder of your own.',
  EBUSY: 'is in use by another program; close it there and try again.',
  ELOOP: 'is a link that leads back to itself.',
  ENAMETOOLONG: 'has a name too long to be a file.',
  ERR_INVALID_ARG_VALUE: 'is no file name.',
};

/** The same for a file or folder that cannot be written. */
export function writeProblem(file: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const why = typeof code === 'string' ? WRITE_FAILURES[code] : undefined;
  return why ? new InputProblem(`${file}: ${why}`) : error;
}

const WRITE_FAILURES: Readonly<Record<string, string>> = {
  ENOENT: 'cannot be written, for its folder does not exist; make the folder first.',
  ENOTDIR: 'cannot be written, for a part of the path is a file.',
  EEXIST: 'cannot be written, for a file of that name is in the way.',
  EISDIR: 'is a folder; name a file in it.',
  EACCES: 'may not be written; name a folder of your own.',
  EPERM: 'may not be written; name a folder of your own.',
  EROFS: 'may not be written; the disk is read-only.',
  ENOSPC: 'cannot be written; the disk is full.',
  EBUSY: 'is in use by another program; close it there and try again.',
};

function tooLarge(file: string): InputProblem {
  return new InputProblem(`${file}: is larger than 50 MB, too large for a policy; name the policy itself.`);
}
