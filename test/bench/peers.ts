import { fileURLToPath } from 'node:url';
import { lint as markdownlint } from 'markdownlint/sync';
import { createLinter, loadTextlintrc } from 'textlint';
import { lintPolicy } from '#core/lint/lint.ts';
import { readPolicy } from '#core/policy/parse.ts';
import { forgetAll } from '#core/text/remembered.ts';
import type { Row } from './measure.ts';

const AS_OF = '2026-11-21';
const ROUNDS = 12;
const WARM_UP = 3;

/** One rule, the least that textlint runs with: what it costs is its parse and its walk. */
export const TEXTLINT_CONFIG = fileURLToPath(new URL('./textlintrc.json', import.meta.url));

/** Reading and linting against what general linters take for the same text, warm, each with its usual rules. */
export async function benchPeers(name: string, text: string): Promise<Row[]> {
  const textlint = createLinter({ descriptor: await loadTextlintrc({ configFilePath: TEXTLINT_CONFIG }) });
  const work: Readonly<Record<string, () => unknown>> = {
    rollmark: () => {
      forgetAll();
      return lintPolicy(readPolicy(text), { asOf: AS_OF, file: name });
    },
    markdownlint: () => markdownlint({ strings: { [name]: text } }),
    textlint: () => textlint.lintText(text, `${name}.md`),
  };
  const best = new Map<string, number>();
  for (let round = 0; round < ROUNDS + WARM_UP; round++)
    for (const [key, run] of Object.entries(work)) {
      const began = process.cpuUsage();
      await run();
      const { user, system } = process.cpuUsage(began);
      if (round >= WARM_UP) best.set(key, Math.min(best.get(key) ?? Number.POSITIVE_INFINITY, user + system));
    }
  const of = (key: string): number => best.get(key) ?? Number.NaN;
  return ['markdownlint', 'textlint'].map((peer) => ({
    what: `${name}: read and lint`,
    value: of('rollmark') / of(peer),
    unit: `× ${peer}`,
  }));
}
