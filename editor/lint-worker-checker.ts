import { wrap } from 'comlink';
import { AskingEnd } from './asking-end.ts';
import { takeCheckingWorker } from './checking-worker.ts';
import type { LintWorker } from './lint.worker.ts';
import type { Checker } from './lint-client.ts';

/** A checker that runs in its own worker; a worker that cannot start fails every check. */
export function createWorkerChecker(): Checker {
  const { worker, broken } = takeCheckingWorker();
  const remote = wrap<LintWorker>(worker);
  const asking = new AskingEnd((asked, rest) => Promise.race([remote.check(asked, rest), broken]));
  return {
    check: (request) => asking.check(request),
    snapshot: () => Promise.race([remote.snapshot(), broken]),
    dispose: () => worker.terminate(),
  };
}
