import { expose } from 'comlink';
import { type PolicySnapshot, takeSnapshot } from '#core/language/snapshot.ts';
import type { Finding } from '#core/lint/finding.ts';
import { createPolicyLinter, type LintSettings } from '#core/lint/lint.ts';
import { createPolicyReader } from '#core/policy/parse.ts';

const read = createPolicyReader();
const lint = createPolicyLinter();
let lastChecked: (() => PolicySnapshot) | null = null;

/** Reads and checks policies away from the page, so that typing never waits. */
const api = {
  /** The problems of the text under the rules of a day. */
  check(text: string, file: string, asOf: string, settings: LintSettings): readonly Finding[] {
    const reading = read(text);
    const report = lint(reading, { ...settings, file, asOf });
    lastChecked = () => takeSnapshot(reading, report);
    return report.findings;
  },
  /** Everything an editor shows of the text that was checked last. It is large, so it is sent when somebody looks. */
  snapshot(): PolicySnapshot {
    if (!lastChecked) throw new Error('No text has been checked yet.');
    return lastChecked();
  },
};
export type LintWorker = typeof api;

expose(api);
