/** The little of a browser that the background's stores need: storage that can be looked into. */
export interface FakeBrowser {
  /** Everything that is stored, as it is stored. */
  readonly stored: Map<string, unknown>;
  /** Origins whose permission was granted. */
  readonly granted: Set<string>;
  /** What IT has set. */
  readonly managed: Record<string, unknown>;
  /** The sites whose pages get the reader, and the tabs that got a script at once. */
  readonly scripts: { registered: string[]; executed: number[] };
  /** What the browser throws when something is read or stored; null: nothing. */
  readonly faults: { get: Error | null; set: Error | null };
}

/** Puts a browser in place of the real one; call it before anything that imports "wxt/browser". */
export function installFakeBrowser(): FakeBrowser {
  const stored = new Map<string, unknown>();
  const granted = new Set<string>();
  const faults: FakeBrowser['faults'] = { get: null, set: null };
  const managed: FakeBrowser['managed'] = {};
  const scripts: FakeBrowser['scripts'] = { registered: [], executed: [] };
  const local = {
    get: async (key: string) => {
      if (faults.get) throw faults.get;
      return stored.has(key) ? { [key]: structuredClone(stored.get(key)) } : {};
    },
    set: async (values: Record<string, unknown>) => {
      if (faults.set) throw faults.set;
      for (const [key, value] of Object.entries(values)) stored.set(key, structuredClone(value));
    },
    remove: async (key: string) => void stored.delete(key),
  };
  const chrome = {
    runtime: { id: 'test' },
    storage: { local, managed: { get: async () => structuredClone(managed) } },
    scripting: {
      getRegisteredContentScripts: async () => scripts.registered.map((id) => ({ id })),
      unregisterContentScripts: async () => void scripts.registered.splice(0),
      registerContentScripts: async (wanted: { matches: string[] }[]) =>
        void scripts.registered.push(...wanted.flatMap(({ matches }) => matches)),
      executeScript: async ({ target }: { target: { tabId: number } }) => void scripts.executed.push(target.tabId),
    },
    permissions: {
      remove: async ({ origins }: { origins: string[] }) => origins.every((one) => granted.delete(one)),
      contains: async ({ origins }: { origins: string[] }) => origins.every((one) => granted.has(one)),
    },
  };
  Object.assign(globalThis, { chrome });
  return { stored, granted, managed, scripts, faults };
}
