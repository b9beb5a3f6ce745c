import { parsePolicy } from '#core/policy/parse.ts';
import type { Command } from '../command.ts';
import { readPolicyFile } from '../input/policy.ts';

/** `rollmark parse`: what a policy says, as facts and steps with their places. */
export const parse: Command = {
  name: 'parse',
  summary: 'Reads a policy into facts, escalation steps and the resolved policy.',
  usage: 'FILE [--format json|summary]',
  options: [{ name: 'format', value: 'json|summary', help: 'json (the default) for programs, summary for people' }],
  examples: ['rollmark parse policy.md', 'rollmark parse policy.docx --format summary'],
  async run(call, io) {
    const file = call.oneFile('policy');
    call.choice('format', ['json', 'summary']);
    const parsed = parsePolicy(await readPolicyFile(file, io));
    io.stdout.write(`${JSON.stringify(parsed, null, 1)}\n`);
    return 0;
  },
};
