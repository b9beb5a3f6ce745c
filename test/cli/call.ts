import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { Io } from '../../cli/io.ts';
import { runCommand } from '../../cli/run.ts';

export interface Outcome {
  status: number;
  out: string;
  err: string;
}

/** A folder for the files of one test file, removed afterwards. */
export function workFolder(): {
  path: string;
  write(name: string, content: string | Uint8Array): string;
  call(...argv: string[]): Promise<Outcome>;
  callWith(changes: Partial<Io> & { stdin?: string }, ...argv: string[]): Promise<Outcome>;
} {
  const path = mkdtempSync(join(tmpdir(), 'rollmark-'));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  const callWith = async (changes: Partial<Io> & { stdin?: string }, ...argv: string[]): Promise<Outcome> => {
    const outcome = { status: 0, out: '', err: '' };
    const { stdin = '', ...rest } = changes;
    outcome.status = await runCommand(argv, {
      stdout: { write: (text) => void (outcome.out += text), isTerminal: false },
      stderr: { write: (text) => void (outcome.err += text), isTerminal: false },
      readStdin: async () => new TextEncoder().encode(stdin),
      cwd: path,
      env: {},
      now: () => new Date('2026-10-05T10:00:00Z'),
      ...rest,
    });
    return outcome;
  };
  return {
    path,
    write(name, content) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
      return name;
    },
    call: (...argv) => callWith({}, ...argv),
    callWith,
  };
}

/** One line, no stack, and a hint of what to do. */
export function isOneSentence(text: string): boolean {
  return /^rollmark: [^\n]+\.\n$/.test(text) && !/\bat \S+ \(|\.ts:\d|node:|Error:/.test(text);
}
