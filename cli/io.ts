/** Where a command reads and writes, so that a test can stand in for the terminal. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  /** All of standard input. */
  readStdin(): Promise<Uint8Array>;
  /** Relative paths start here. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The only clock: core never reads one. */
  now(): Date;
  /** The built command, which can be started again as a thread; absent: all work is done in this one. */
  readonly program?: URL;
}

export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
}

/** 0 fine · 1 findings at or above --fail-on · 2 the call or the input is wrong · 3 a bug in Rollmark. */
export type ExitCode = 0 | 1 | 2 | 3;

/** The terminal, the environment and the clock of this process. */
export function processIo(program?: URL): Io {
  return {
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    readStdin: async () => {
      const pieces: Uint8Array[] = [];
      for await (const piece of process.stdin) pieces.push(piece);
      return Buffer.concat(pieces);
    },
    cwd: process.cwd(),
    env: process.env,
    now: () => new Date(),
    ...(program && { program }),
  };
}

function output(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => {
      stream.write(text);
    },
    isTerminal: stream.isTTY === true,
  };
}
