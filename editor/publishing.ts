import { type Remote, wrap } from 'comlink';
import type { PolicyComparison } from '#core/diff/compare.ts';
import type { PublishedFiles, PublishWorker } from './publish.worker.ts';
import { asOf, openDraft, text } from './state.ts';

/** Long documents take seconds on a slow computer; what takes longer than this will not come. */
const PATIENCE_MS = 60_000;

// Both are kept: a proxy that nobody holds is let go, and takes the worker's ear with it.
let running: { worker: Worker; remote: Remote<PublishWorker> } | null = null;

/** The page and the bundle of the text as it is now. */
export function publishText(): Promise<PublishedFiles> {
  const draft = openDraft.peek();
  return inWorker((remote) => remote.publish(text.peek(), draft?.fileName ?? draft?.name ?? '', asOf.peek()));
}

/** The text as it is now as a Word file. */
export function wordFile(): Promise<Uint8Array<ArrayBuffer>> {
  return inWorker((remote) => remote.word(text.peek()));
}

/** What changed from an earlier text to a later one. */
export function compareTexts(before: string, after: string): Promise<PolicyComparison> {
  return inWorker((remote) => remote.compare(before, after));
}

/** Starts the worker when first it is needed; one that fails or hangs is thrown away. */
async function inWorker<T>(work: (remote: Remote<PublishWorker>) => Promise<T>): Promise<T> {
  running ??= start();
  const used = running;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lost = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('It took too long and was stopped.')), PATIENCE_MS);
    used.worker.addEventListener(
      'error',
      () => fail(new Error('The part of Rollmark that publishes could not start.')),
      {
        once: true,
      },
    );
  });
  try {
    return await Promise.race([work(used.remote), lost]);
  } catch (error) {
    used.worker.terminate();
    if (running === used) running = null;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function start(): { worker: Worker; remote: Remote<PublishWorker> } {
  const worker = new Worker(new URL('./publish.worker.ts', import.meta.url), {
    type: 'module',
    name: 'rollmark-publish',
  });
  return { worker, remote: wrap<PublishWorker>(worker) };
}
