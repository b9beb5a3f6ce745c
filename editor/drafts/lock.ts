/** A draft that this tab alone may write. */
export interface DraftLock {
  release(): void;
}

/** Takes the draft for this tab; null when another tab of this browser has it. */
export function lockDraft(id: string): Promise<DraftLock | null> {
  // Old browsers and plain-http addresses have no locks; there the last tab to write wins, as in any editor.
  if (!('locks' in navigator)) return Promise.resolve({ release: () => undefined });
  return new Promise((done, fail) => {
    navigator.locks
      .request(`rollmark-draft-${id}`, { ifAvailable: true }, (lock) => {
        if (!lock) {
          done(null);
          return undefined;
        }
        // The lock lasts as long as this promise: until it is released or the tab closes.
        return new Promise<void>((release) => done({ release }));
      })
      .catch(fail);
  });
}
