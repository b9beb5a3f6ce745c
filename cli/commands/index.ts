import type { Command } from '../command.ts';

/** A command's name and summary at once, the rest of it when it is called: `rollmark lint` must start quickly. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  load(): Promise<Command>;
}

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'parse',
    summary: 'read a policy into facts and escalation steps',
    load: async () => (await import('./parse.ts')).parse,
  },
  {
    name: 'lint',
    summary: 'check policies against the rule book',
    load: async () => (await import('./lint.ts')).lint,
  },
  {
    name: 'publish',
    summary: 'write the governor and parent page and the policy bundle',
    load: async () => (await import('./publish.ts')).publish,
  },
  {
    name: 'escalate',
    summary: "compute each pupil's step",
    load: async () => (await import('./escalate.ts')).escalate,
  },
  {
    name: 'explain',
    summary: 'one pupil, with the whole reasoning',
    load: async () => (await import('./explain.ts')).explain,
  },
  {
    name: 'diff',
    summary: 'what changed in meaning between two versions, and for whom',
    load: async () => (await import('./diff.ts')).diff,
  },
  {
    name: 'rules',
    summary: 'print the rule book',
    load: async () => (await import('./rules.ts')).rules,
  },
  {
    name: 'import',
    summary: 'turn a Word, PDF, HTML or text policy into Markdown',
    load: async () => (await import('./import.ts')).importPolicy,
  },
  {
    name: 'language-server',
    summary: 'serve a code editor over the language server protocol',
    load: async () => (await import('./language-server.ts')).languageServer,
  },
];
