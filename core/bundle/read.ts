import { sha256 } from '../text/sha256.ts';
import { type PolicyBundle, PolicyBundleSchema } from './schema.ts';

/** The format that this Rollmark writes and reads. */
const VERSION = 1;
/** UTF-16 units; the largest policy we know makes a bundle a hundredth of this. */
const LONGEST = 20_000_000;

/** A bundle that is refused; the message says why and what to do, in one sentence. */
export class BundleError extends Error {
  override name = 'BundleError';
}

/** Reads `policy.json`, checking its shape, its hash and that every fact stands in its text. @throws BundleError */
export function readBundle(text: string): PolicyBundle {
  if (text.length > LONGEST)
    throw new BundleError('The file is far larger than any policy bundle; choose policy.json.');
  const value = parseJson(text);
  refuseOtherVersions(value);
  const bundle = checkShape(value);
  if (sha256(bundle.source.markdown) !== bundle.source.sha256) {
    throw new BundleError(
      'The bundle’s text does not match its SHA-256, so one of them was changed after publishing; publish the policy again.',
    );
  }
  refuseStrayQuotes(bundle);
  return bundle;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new BundleError('The file is not JSON; choose the policy.json that Rollmark wrote.');
  }
}

function refuseOtherVersions(value: unknown): void {
  if (typeof value !== 'object' || value === null || !('schemaVersion' in value) || !('source' in value)) {
    throw new BundleError('The file is JSON but no policy bundle; choose the policy.json that Rollmark wrote.');
  }
  const { schemaVersion } = value;
  if (typeof schemaVersion === 'number' && schemaVersion > VERSION) {
    throw new BundleError(
      `The bundle was written by a newer Rollmark (format ${schemaVersion}, this one reads ${VERSION}); update Rollmark to use it.`,
    );
  }
}

function checkShape(value: unknown): PolicyBundle {
  let problem: string;
  try {
    const read = PolicyBundleSchema.safeParse(value);
    if (read.success) return read.data;
    const issue = read.error.issues[0];
    problem = `${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? 'unexpected value'}`;
  } catch (error) {
    // Triggers hold triggers; a file made to nest them without end exhausts the stack.
    if (!(error instanceof RangeError)) throw error;
    problem = 'ladder: nested too deep';
  }
  throw new BundleError(`The bundle is damaged or not from Rollmark (${problem}); publish the policy again.`);
}

/** What is shown beside a pupil is the policy's own sentence: it must be in the policy. */
function refuseStrayQuotes({ facts, ladder, source }: PolicyBundle): void {
  for (const { span, quote } of [...facts, ...ladder]) {
    if (source.markdown.slice(span.start.offset, span.end.offset) === quote) continue;
    const shown = quote.length > 60 ? `${quote.slice(0, 60)}…` : quote;
    throw new BundleError(
      `The bundle quotes words that its text does not have (“${shown}”); publish the policy again.`,
    );
  }
}
