import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from '../command.ts';
import { shownName, writeProblem } from '../input/files.ts';
import { readPolicyText, sayNotes } from '../input/policy.ts';

/** `rollmark import`: a Word, PDF, HTML or text policy as the Markdown that everything else refers to. */
export const importPolicy: Command = {
  name: 'import',
  summary: 'Turns a Word, PDF, HTML or text policy into policy Markdown.',
  usage: 'FILE [-o FILE.md]',
  options: [{ name: 'output', short: 'o', value: 'FILE.md', help: 'write there (default: standard output)' }],
  notes: ['What was changed or lost on the way is told on standard error.'],
  examples: ['rollmark import policy.docx -o policy.md', 'rollmark import policy.pdf | less'],
  async run(call, io) {
    const file = call.oneFile('policy');
    const output = call.value('output');
    const { markdown, notes } = await readPolicyText(file, io);
    sayNotes(file, notes, io);
    if (output === undefined || output === '-') io.stdout.write(markdown);
    else {
      await writeFile(resolve(io.cwd, output), markdown).catch((error: unknown) => {
        throw writeProblem(output, error);
      });
      io.stderr.write(`rollmark: wrote ${shownName(output)}\n`);
    }
    return 0;
  },
};
