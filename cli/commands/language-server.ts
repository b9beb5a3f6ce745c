import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { todayInLondon } from '#core/attendance/today.ts';
import { servePolicies } from '#core/server/serve.ts';
import type { Command } from '../command.ts';

/** `rollmark language-server`: what the editor knows of a policy, for VS Code and others that speak the protocol. */
export const languageServer: Command = {
  name: 'language-server',
  summary: 'Serves a code editor over the language server protocol.',
  usage: '[--stdio]',
  options: [{ name: 'stdio', help: 'speak over standard input and output (the only way, and the default)' }],
  notes: [
    'A client may send "asOf", "schoolType", "phase" and "severities" as its initialisation options, or later under "rollmark" in its configuration. Policies are opened as Markdown.',
  ],
  examples: ['rollmark language-server --stdio'],
  async run(call, io) {
    call.noFiles();
    const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
    servePolicies(connection, { today: () => todayInLondon(io.now()), later: (run) => void setTimeout(run, 50) });
    // The connection itself ends the process when the client says "exit" or goes away.
    return new Promise(() => {});
  },
};
