import { digestOf } from './digest.ts';

/** A bundle as it lies in a file, of whatever format. */
export type Stored = Readonly<Record<string, unknown>>;

/** Makes of a bundle of one format the same bundle in the next. */
export interface Migration {
  /** The format that it reads; it writes the next. */
  from: number;
  change(old: Stored): Stored;
}

/** The format that this Rollmark writes. */
export const BUNDLE_VERSION = 2;

/** One for each format that was ever written, oldest first. A new format adds its own at the end. */
const MIGRATIONS: readonly Migration[] = [
  {
    // Format 1 had a hash of its text alone; format 2 has one of its steps, facts and dates as well.
    from: 1,
    change: (old) => {
      const bundle = { ...old, schemaVersion: 2 };
      return { ...bundle, digest: digestOf(bundle) };
    },
  },
];

/** The bundle in the newest format, by as many steps as it takes; null when its format is older than any step reads. */
export function migrate(
  bundle: Stored,
  migrations: readonly Migration[] = MIGRATIONS,
  version: number = BUNDLE_VERSION,
): Stored | null {
  let current = bundle;
  for (let format = formatOf(bundle); format < version; format++) {
    const next = migrations.find(({ from }) => from === format);
    if (!next) return null;
    current = next.change(current);
  }
  return current;
}

/** The number of a bundle's format; 0 for what is no whole number. */
export function formatOf({ schemaVersion }: Stored): number {
  return typeof schemaVersion === 'number' && Number.isInteger(schemaVersion) && schemaVersion > 0 ? schemaVersion : 0;
}
