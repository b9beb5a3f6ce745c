import { parsePolicy } from '#core/policy/parse.ts';
import type { Command } from '../command.ts';
import { readPolicyFile } from '../input/policy.ts';

/** `rollmark parse`: what a policy says, as facts and steps with their places. */
export const parse: Command = {
  name: 'parse',
  summary: 'Reads a policy into facts, escalation steps and the resolved policy.',
  usage: 'FILE [--format json|summary]',
  options: [{ name: 'format', value: 'FORMAT', help: 'json (the default, for programs) or summary (for people)' }],
  notes: ['Lines and columns count from 1, columns and offsets in UTF-16 units.'],
  examples: ['rollmark parse policy.md', 'rollmark parse policy.docx --format summary'],
  async run(call, io) {
    const file = call.oneFile('policy');
    const format = call.choice('format', ['json', 'summary']);
    const parsed = parsePolicy(await readPolicyFile(file, io));
    if (format === 'json') io.stdout.write(`${JSON.stringify(parsed, null, 1)}\n`);
    else io.stdout.write((await import('../output/policy-summary.ts')).policySummary(parsed));
    return 0;
  },
};
