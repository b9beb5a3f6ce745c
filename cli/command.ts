import { parseArgs } from 'node:util';
import type { ExitCode, Io } from './io.ts';
import { nearest } from './nearest.ts';
import { InputProblem } from './problem.ts';

/** One command of `rollmark`. Its help page is written from this. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What follows the name: "FILE… [options]". */
  readonly usage: string;
  readonly options: readonly Option[];
  /** Paragraphs for the end of the help page. */
  readonly notes?: readonly string[];
  readonly examples: readonly string[];
  run(call: Call, io: Io): Promise<ExitCode>;
}

export interface Option {
  readonly name: string;
  readonly short?: string;
  /** What stands for its value in the help, "FILE"; absent: a switch. */
  readonly value?: string;
  readonly help: string;
}

/** A command line, read against the options that its command declares. */
export class Call {
  readonly files: readonly string[];
  readonly #command: Command;
  readonly #values: ReadonlyMap<string, string>;
  readonly #switches: ReadonlySet<string>;

  constructor(
    command: Command,
    files: readonly string[],
    values: ReadonlyMap<string, string>,
    switches: ReadonlySet<string>,
  ) {
    this.#command = command;
    this.files = files;
    this.#values = values;
    this.#switches = switches;
  }

  value(name: string): string | undefined {
    return this.#values.get(name);
  }

  /** @throws InputProblem when the option was not given. */
  required(name: string): string {
    const value = this.value(name);
    if (value === undefined) throw this.problem(`needs --${name}`);
    return value;
  }

  isOn(name: string): boolean {
    return this.#switches.has(name);
  }

  /** One of the words, the first when the option was not given. @throws InputProblem for any other word. */
  choice<const T extends string>(name: string, words: readonly [T, ...T[]]): T {
    const value = this.value(name);
    if (value === undefined) return words[0];
    const word = words.find((each) => each === value);
    if (word === undefined) {
      throw this.problem(`does not know --${name} ${value}: use ${listOr(words)}`);
    }
    return word;
  }

  /** @throws InputProblem unless exactly one file was named. */
  oneFile(what = 'file'): string {
    const [file, second] = this.files;
    if (file === undefined) throw this.problem(`needs the name of a ${what}, or - for standard input`);
    if (second !== undefined) throw this.problem(`takes one ${what}, but "${second}" stands after "${file}"`);
    return file;
  }

  noFiles(): void {
    const [file] = this.files;
    if (file !== undefined) throw this.problem(`takes no file of its own, but "${file}" was given`);
  }

  /** A problem of the call that points to the command's help. */
  problem(what: string): InputProblem {
    return new InputProblem(`rollmark ${this.#command.name} ${what} (see "rollmark ${this.#command.name} --help").`);
  }
}

/** Reads the words after the command's name. @throws InputProblem for an option that the command does not have. */
export function readCall(command: Command, words: readonly string[]): Call {
  const options = Object.fromEntries(
    command.options.map((option) => [
      option.name,
      { type: option.value ? ('string' as const) : ('boolean' as const), ...(option.short && { short: option.short }) },
    ]),
  );
  // Not strict: the messages of parseArgs are written for programmers.
  const { tokens } = parseArgs({ args: [...words], options, strict: false, allowPositionals: true, tokens: true });
  const files: string[] = [];
  const values = new Map<string, string>();
  const switches = new Set<string>();
  const bare = new Call(command, [], values, switches);
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value);
    if (token.kind !== 'option') continue;
    const option = command.options.find((each) => each.name === token.name);
    if (!option) throw bare.problem(unknownOption(command, token.rawName));
    if (!option.value) {
      if (token.value !== undefined) throw bare.problem(`takes no value for ${token.rawName}`);
      switches.add(option.name);
    } else if (token.value === undefined || token.value === '' || (!token.inlineValue && /^-./.test(token.value))) {
      throw bare.problem(`needs a value after ${token.rawName}: ${token.rawName} ${option.value}`);
    } else values.set(option.name, token.value);
  }
  const inputs = [...files, ...[...values].flatMap(([name, value]) => (name === 'output' ? [] : value))];
  if (inputs.filter((input) => input === '-').length > 1) {
    throw bare.problem('can read only one file from standard input');
  }
  return new Call(command, files, values, switches);
}

function unknownOption(command: Command, given: string): string {
  const meant = nearest(
    given,
    command.options.map((option) => `--${option.name}`),
  );
  return `has no option ${given}${meant ? `; did you mean ${meant}?` : ''}`;
}

/** "a, b or c" */
export function listOr(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
