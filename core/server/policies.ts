import { type PolicySnapshot, takeSnapshot } from '../language/snapshot.ts';
import { lintPolicy } from '../lint/lint.ts';
import { createPolicyReader } from '../policy/parse.ts';
import type { ServerSettings } from './settings.ts';

interface OpenPolicy {
  readonly read: ReturnType<typeof createPolicyReader>;
  last: { readonly version: number; readonly key: string; readonly snapshot: PolicySnapshot } | null;
}

/** The policies that are open in the client, each read once for a version and the settings of the moment. */
export class OpenPolicies {
  readonly #open = new Map<string, OpenPolicy>();
  readonly #today: () => string;
  #settings: ServerSettings = {};

  constructor(today: () => string) {
    this.#today = today;
  }

  set settings(settings: ServerSettings) {
    this.#settings = settings;
  }

  /** The day whose rules hold. */
  get asOf(): string {
    return this.#settings.asOf ?? this.#today();
  }

  /** Everything that is shown of the text in that version. */
  snapshot(document: { uri: string; version: number; getText(): string }): PolicySnapshot {
    const policy = this.#open.get(document.uri) ?? { read: createPolicyReader(), last: null };
    this.#open.set(document.uri, policy);
    const { asOf } = this;
    const key = JSON.stringify([asOf, this.#settings]);
    if (policy.last?.version === document.version && policy.last.key === key) return policy.last.snapshot;
    const reading = policy.read(document.getText());
    const { asOf: _, ...settings } = this.#settings;
    const snapshot = takeSnapshot(reading, lintPolicy(reading, { ...settings, file: fileName(document.uri), asOf }));
    policy.last = { version: document.version, key, snapshot };
    return snapshot;
  }

  close(uri: string): void {
    this.#open.delete(uri);
  }
}

/** "policy.md" of "file:///c:/policies/policy.md". */
function fileName(uri: string): string {
  const last = uri.split('/').at(-1) ?? uri;
  try {
    return decodeURIComponent(last);
  } catch {
    // A stray per cent sign: the name is shown as it came.
    return last;
  }
}
