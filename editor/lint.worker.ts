import { expose } from 'comlink';
import { type PolicySnapshot, takeSnapshot } from '#core/language/snapshot.ts';
import { createPolicyLinter, type LintSettings } from '#core/lint/lint.ts';
import { createPolicyReader } from '#core/policy/parse.ts';

const read = createPolicyReader();
const lint = createPolicyLinter();

/** Reads and checks policies away from the page, so that typing never waits. */
const api = {
  /** Everything an editor shows of the text under the rules of a day. */
  check(text: string, file: string, asOf: string, settings: LintSettings): PolicySnapshot {
    const reading = read(text);
    return takeSnapshot(reading, lint(reading, { ...settings, file, asOf }));
  },
};
export type LintWorker = typeof api;

expose(api);
