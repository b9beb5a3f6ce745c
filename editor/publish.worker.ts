import { expose, transfer } from 'comlink';
import { comparePolicies, type PolicyComparison } from '#core/diff/compare.ts';
import { exportWord } from '#core/export/word.ts';
import { createPolicyReader, readPolicy } from '#core/policy/parse.ts';
import { bundleFile, publishPolicy } from '#core/publish/publication.ts';
import { RULEBOOK } from '#core/rules/rulebook.ts';

/** What publishing makes, as files. */
export interface PublishedFiles {
  page: string;
  bundle: string;
  state: 'draft' | 'approved';
}

const read = createPolicyReader();

/** Makes everything that leaves the editor, away from the page, so that typing never waits. */
const api = {
  /** The same page and bundle as `rollmark publish` writes. */
  publish(text: string, file: string, asOf: string): PublishedFiles {
    const { page, bundle } = publishPolicy(read(text), { asOf, file, rulebook: RULEBOOK });
    return { page, bundle: bundleFile(bundle), state: bundle.published.state };
  },
  /** A Word file of the text. */
  async word(text: string): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await exportWord(read(text));
    return transfer(bytes, [bytes.buffer]);
  },
  /** An earlier text against the text as it is. */
  compare(before: string, after: string): PolicyComparison {
    return comparePolicies(readPolicy(before), read(after));
  },
};
export type PublishWorker = typeof api;

expose(api);
