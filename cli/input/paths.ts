import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Io } from '../io.ts';
import { InputProblem } from '../problem.ts';
import { POLICY_KINDS } from './policy-kinds.ts';

/** A file, or a name that leads to none and why. */
export interface NamedFile {
  readonly file: string;
  readonly problem?: InputProblem;
}

/** HTML is left out of folders: the pages that `rollmark publish` writes lie beside the policies. */
const IN_FOLDERS = POLICY_KINDS.filter((kind) => kind.name !== 'html').flatMap((kind) => kind.extensions);

/** Names as given on the command line into files: patterns and folders become what they hold, each file once. */
export async function expandFiles(names: readonly string[], io: Io): Promise<NamedFile[]> {
  const found = new Map<string, NamedFile>();
  for (const name of names) {
    for (const each of await expand(name, io)) {
      const key = each.file === '-' ? each.file : resolve(io.cwd, each.file);
      if (!found.has(key)) found.set(key, each);
    }
  }
  return [...found.values()];
}

async function expand(name: string, io: Io): Promise<NamedFile[]> {
  if (name === '-') return [{ file: name }];
  const about = await stat(resolve(io.cwd, name)).catch(() => null);
  if (about?.isDirectory()) return inFolder(name, io);
  // A file whose name has brackets is a file, not a pattern.
  if (about || !/[*?[{!(]/.test(name)) return [{ file: name }];
  const files = await search(withSlashes(name), io);
  return files.length > 0
    ? files.map((file) => ({ file }))
    : [{ file: name, problem: new InputProblem(`${name}: matches no file; check the pattern and the folder.`) }];
}

async function inFolder(folder: string, io: Io): Promise<NamedFile[]> {
  const { escapePath } = await import('tinyglobby');
  const base = escapePath(withSlashes(folder).replace(/(?<!\/)\/+$/, ''));
  const files = await search(`${base === '.' ? '' : `${base}/`}**/*{${IN_FOLDERS.join(',')}}`, io);
  if (files.length > 0) return files.map((file) => ({ file }));
  const problem = new InputProblem(
    `${folder}: holds no policy (${IN_FOLDERS.join(', ')}); name a file or another folder.`,
  );
  return [{ file: folder, problem }];
}

async function search(pattern: string, io: Io): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  const files = await glob(pattern, {
    cwd: io.cwd,
    ignore: ['**/node_modules/**'],
    caseSensitiveMatch: false,
    // Lock files of an open Word document ("~$policy.docx") are no policies.
    dot: false,
  });
  return files
    .filter((file) => !/(?:^|\/)~\$/.test(file))
    .sort((a, b) => a.localeCompare(b, 'en-GB', { numeric: true }));
}

function withSlashes(name: string): string {
  return process.platform === 'win32' ? name.replaceAll('\\', '/') : name;
}
