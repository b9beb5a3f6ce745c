import { sha256 } from '../text/sha256.ts';
import { digestOf } from './digest.ts';
import { BUNDLE_VERSION, formatOf, migrate, type Stored } from './migrate.ts';
import { type PolicyBundle, PolicyBundleSchema } from './schema.ts';

/** UTF-16 units; the largest policy we know makes a bundle a hundredth of this. */
const LONGEST = 20_000_000;

/** A bundle that is refused; the message says why and what to do, in one sentence. */
export class BundleError extends Error {
  override name = 'BundleError';
}

/**
 * Reads `policy.json` of this or an older format, checking its shape, its hashes and that every fact stands in its text.
 * What it gives is in the newest format. @throws BundleError
 */
export function readBundle(text: string): PolicyBundle {
  try {
    return readChecked(text);
  } catch (error) {
    // Triggers hold triggers; a file made to nest them without end exhausts the stack.
    if (!(error instanceof RangeError)) throw error;
    throw new BundleError('The bundle is damaged or not from Rollmark (nested too deep); publish the policy again.');
  }
}

function readChecked(text: string): PolicyBundle {
  if (text.length > LONGEST) {
    const size = Math.round(text.length / 1_000_000);
    throw new BundleError(`The file is far larger than any policy bundle (${size} MB); choose policy.json.`);
  }
  const stored = newest(asBundle(parseJson(text)));
  const bundle = checkShape(stored);
  if (sha256(bundle.source.markdown) !== bundle.source.sha256) {
    throw new BundleError(
      'The bundle’s text does not match its SHA-256, so one of them was changed after publishing; publish the policy again.',
    );
  }
  if (digestOf(stored) !== bundle.digest) {
    throw new BundleError(
      'The bundle’s steps, facts or dates were changed after publishing, for they do not match its digest; publish the policy again.',
    );
  }
  refuseStrayQuotes(bundle);
  return bundle;
}

function parseJson(text: string): unknown {
  const words = text.replace(/^\ufeff/, '').trim();
  try {
    return JSON.parse(words);
  } catch {
    throw new BundleError(whyNoJson(words));
  }
}

function whyNoJson(words: string): string {
  if (words === '') return 'The file is empty; choose the policy.json that Rollmark wrote.';
  if (words.startsWith('<'))
    return 'This is a web page and no policy bundle: the address may lead to a page for signing in, or to index.html; choose the policy.json beside it.';
  if (words.startsWith('{'))
    return 'The bundle is cut short or damaged, so that it is no longer JSON; fetch policy.json again, or publish the policy again.';
  return 'The file is not JSON; choose the policy.json that Rollmark wrote.';
}

function asBundle(value: unknown): Stored {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (isObject && 'schemaVersion' in value && 'source' in value) return { ...value };
  if (isObject && 'schemaVersion' in value && 'document' in value)
    throw new BundleError(
      'This is what “rollmark parse” prints and no policy bundle; choose the policy.json that “rollmark publish” writes.',
    );
  throw new BundleError('The file is JSON but no policy bundle; choose the policy.json that Rollmark wrote.');
}

/** The bundle in the format of today. */
function newest(bundle: Stored): Stored {
  const format = formatOf(bundle);
  if (format > BUNDLE_VERSION) {
    throw new BundleError(
      `The bundle was written by a newer Rollmark (format ${format}, this one reads up to ${BUNDLE_VERSION}); update Rollmark to use it.`,
    );
  }
  const migrated = migrate(bundle);
  if (migrated) return migrated;
  throw new BundleError(
    `The bundle’s format, ${shown(bundle['schemaVersion'])}, is none that Rollmark ever wrote; publish the policy again.`,
  );
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'none';
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}

function checkShape(value: unknown): PolicyBundle {
  const read = PolicyBundleSchema.safeParse(value);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const problem = `${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? 'unexpected value'}`;
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
