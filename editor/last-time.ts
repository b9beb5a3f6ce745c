/** Where the browser keeps whether the last visit ended with a policy open. */
export const HINT = 'rollmark.open';

/** Where it keeps the problems of that policy. */
export const PROBLEMS = 'rollmark.problems';

/** Whether the last visit ended with a policy open. The database tells which, but later. */
export function wasOpen(): boolean {
  try {
    return localStorage.getItem(HINT) !== null;
  } catch {
    // Without storage there is no last time.
    return false;
  }
}

/**
 * Whether the problems of that policy were noted today, so that they show before any is found. A guess by the first
 * letters of what was noted: reading all of it takes longer.
 */
export function wereProblemsNotedToday(now = new Date()): boolean {
  try {
    return localStorage.getItem(PROBLEMS)?.slice(0, 500).includes(now.toISOString().slice(0, 10)) ?? false;
  } catch {
    // Without storage nothing was noted.
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
