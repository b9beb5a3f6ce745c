import { prepareCheckingWorker } from './checking-worker.ts';
import { wasOpen } from './last-time.ts';

/** What is large and needed by every policy: begun as soon as it is likely that one will be opened. */

let loading: Promise<typeof import('./monaco/create.ts')> | null = null;

/** The text editor, which is fetched apart from the window. */
export function loadTextEditor(): Promise<typeof import('./monaco/create.ts')> {
  loading ??= import('./monaco/create.ts').then(async (editor) => {
    // The page was busy with that code. What waited meanwhile comes first: the policy's text, on its way to the worker.
    await new Promise((done) => setTimeout(done));
    return editor;
  });
  return loading;
}

/** Fetches the text editor and starts what checks policies, while there is still something else to wait for. */
export function prepareEditor(): void {
  prepareCheckingWorker();
  // A browser fetches six files at a time, and what checks should not wait behind those of the text editor.
  setTimeout(() => {
    // Whoever needs it asks again, and tells the failure.
    loadTextEditor().catch(() => undefined);
  });
}

/** Prepares at once when the last visit ended with a policy open. */
export function prepareAsLastTime(): void {
  if (wasOpen()) prepareEditor();
}
