import { readCall } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import { commandHelp, generalHelp } from './help.ts';
import type { ExitCode, Io } from './io.ts';
import { nearest } from './nearest.ts';
import { oneLine } from './output/terminal-text.ts';
import { InputProblem } from './problem.ts';
import { VERSION } from './version.ts';

/** Runs one command line (without "rollmark" itself) and returns its exit status. Never throws. */
export async function runCommand(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (error instanceof InputProblem) {
      io.stderr.write(`rollmark: ${oneLine(error.message)}\n`);
      return 2;
    }
    io.stderr.write(bugReport(error, argv, io));
    return 3;
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...words] = argv;
  if (name === '--version' || name === '-v') {
    io.stdout.write(`${VERSION}\n`);
    return 0;
  }
  if (name === '--help' || name === '-h' || (name === 'help' && words.length === 0)) {
    io.stdout.write(generalHelp(COMMANDS));
    return 0;
  }
  if (name === undefined) {
    io.stderr.write(generalHelp(COMMANDS));
    return 2;
  }
  if (name === 'help') return dispatch([words[0] ?? '', '--help'], io);
  const entry = COMMANDS.find((command) => command.name === name);
  if (!entry) throw new InputProblem(unknownCommand(name));
  const command = await entry.load();
  const untilFiles = words.indexOf('--') < 0 ? words : words.slice(0, words.indexOf('--'));
  if (untilFiles.includes('--help') || untilFiles.includes('-h')) {
    io.stdout.write(commandHelp(command));
    return 0;
  }
  return command.run(readCall(command, words), io);
}

function unknownCommand(given: string): string {
  const names = COMMANDS.map((command) => command.name);
  const meant = nearest(given, names);
  const kind = given.startsWith('-') ? 'option' : 'command';
  return `there is no ${kind} "${given}"${meant ? `; did you mean "${meant}"?` : ''} ("rollmark --help" lists the commands).`;
}

function bugReport(error: unknown, argv: readonly string[], io: Io): string {
  const what = error instanceof Error ? error.message : String(error);
  const lines = [
    `rollmark: This is a bug in Rollmark ${VERSION}: ${oneLine(what.split('\n')[0] ?? '')}`,
    `To report it, send this line and the command (rollmark ${oneLine(argv.join(' '))}) to whoever looks after Rollmark for you; leave pupils' names out.`,
  ];
  if (io.env['ROLLMARK_DEBUG'] === '1' && error instanceof Error) lines.push(error.stack ?? '');
  else lines.push('Set ROLLMARK_DEBUG=1 and run it again to see where it happened.');
  return `${lines.join('\n')}\n`;
}
