import type { Command } from './command.ts';
import { wrap } from './output/wrap.ts';

const WIDTH = 100;

/** What `rollmark --help` prints. */
export function generalHelp(commands: readonly { name: string; summary: string }[]): string {
  const widest = Math.max(...commands.map((command) => command.name.length));
  return [
    "Rollmark reads an English school's attendance policy as a set of rules: checks it, runs it, publishes it.",
    '',
    'rollmark COMMAND [options]',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(widest)}  ${command.summary}`),
    '',
    'FILE may be Markdown, text, Word (.docx), PDF or HTML; - is standard input. A DATE is YYYY-MM-DD.',
    'Results go to standard output, problems to standard error.',
    'Exit status: 0 fine, 1 findings at or above --fail-on, 2 the call or the input is wrong, 3 a bug in Rollmark.',
    '',
    '"rollmark COMMAND --help" tells the rest. "rollmark --version" prints the version.',
    '',
  ].join('\n');
}

/** What `rollmark COMMAND --help` prints. */
export function commandHelp(command: Command): string {
  const rows = [...command.options, { name: 'help', short: 'h', help: 'this page' }].map((option) => ({
    left: `${option.short ? `-${option.short}, ` : '    '}--${option.name}${'value' in option && option.value ? ` ${option.value}` : ''}`,
    help: option.help,
  }));
  const widest = Math.min(34, Math.max(...rows.map((row) => row.left.length)));
  return [
    `rollmark ${command.name} ${command.usage}`,
    '',
    `  ${command.summary}`,
    '',
    ...rows.flatMap((row) => option(row.left, row.help, widest)),
    '',
    ...(command.notes ?? []).flatMap((note) => [...wrap(note, WIDTH), '']),
    'Examples:',
    ...command.examples.map((example) => `  ${example}`),
    '',
  ].join('\n');
}

function option(left: string, help: string, widest: number): string[] {
  const lines = wrap(help, WIDTH - widest - 4);
  const first = left.length > widest ? [`  ${left}`] : [`  ${left.padEnd(widest)}  ${lines.shift() ?? ''}`];
  return [...first, ...lines.map((line) => `  ${' '.repeat(widest)}  ${line}`)];
}
