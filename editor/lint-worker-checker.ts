import { wrap } from 'comlink';
import { AskingEnd } from './asking-end.ts';
import type { LintWorker } from './lint.worker.ts';
import type { Checker } from './lint-client.ts';

/** A checker that runs in its own worker; a worker that cannot start fails every check. */
export function createWorkerChecker(): Checker {
  const worker = new Worker(new URL('./lint.worker.ts', import.meta.url), { type: 'module', name: 'rollmark-lint' });
  const remote = wrap<LintWorker>(worker);
  const broken = new Promise<never>((_, fail) => {
    worker.addEventListener('error', (event) =>
      fail(new Error(event.message || 'The part of Rollmark that checks policies could not start.')),
    );
  });
  broken.catch(() => undefined);
  const asking = new AskingEnd((asked, rest) => Promise.race([remote.check(asked, rest), broken]));
  return {
    check: (request) => asking.check(request),
    snapshot: () => Promise.race([remote.snapshot(), broken]),
    dispose: () => worker.terminate(),
  };
}
