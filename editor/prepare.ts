import { prepareChecks } from './checking.ts';

/** What is large and needed by every policy: begun as soon as it is likely that one will be opened. */

const HINT = 'rollmark.open';
let loading: Promise<typeof import('./monaco/create.ts')> | null = null;

/** The text editor, which is fetched apart from the window. */
export function loadTextEditor(): Promise<typeof import('./monaco/create.ts')> {
  loading ??= import('./monaco/create.ts');
  return loading;
}

/** Fetches the text editor and starts what checks policies, while there is still something else to wait for. */
export function prepareEditor(): void {
  prepareChecks();
  // Whoever needs it asks again, and tells the failure.
  loadTextEditor().catch(() => undefined);
}

/** Prepares at once when the last visit ended with a policy open. The database tells which, but later. */
export function prepareAsLastTime(): void {
  try {
    if (localStorage.getItem(HINT) !== null) prepareEditor();
  } catch {
    // Without storage there is no last time.
    return;
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
