const HINT = 'rollmark.open';

/** Whether the last visit ended with a policy open. The database tells which, but later. */
export function wasOpen(): boolean {
  try {
    return localStorage.getItem(HINT) !== null;
  } catch {
    // Without storage there is no last time.
    return false;
  }
}

/** Notes whether a policy is open, for the next visit. */
export function noteOpen(isOpen: boolean): void {
  try {
    if (isOpen) localStorage.setItem(HINT, 'yes');
    else localStorage.removeItem(HINT);
  } catch {
    // The next visit begins a little later then.
    return;
  }
}
