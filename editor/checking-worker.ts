import address from './lint.worker.ts?worker&url';

/** Where the checking worker comes from: another address for other code. Null while that is being worked on. */
export const CHECKER: string | null = import.meta.env.PROD ? address : null;

/** The worker that checks policies, and a promise that fails when it cannot start. */
export interface CheckingWorker {
  readonly worker: Worker;
  readonly broken: Promise<never>;
}

let prepared: CheckingWorker | null = null;
let wasPrepared = false;

/** Starts the worker before there is anything to check; once, since a worker that is in use stays. */
export function prepareCheckingWorker(): void {
  if (wasPrepared) return;
  wasPrepared = true;
  prepared = start();
}

/** The worker that was prepared, for whoever asks first; a new one for everybody else. */
export function takeCheckingWorker(): CheckingWorker {
  const taken = prepared ?? start();
  prepared = null;
  wasPrepared = true;
  return taken;
}

function start(): CheckingWorker {
  const worker = new Worker(address, { type: 'module', name: 'rollmark-lint' });
  const broken = new Promise<never>((_, fail) => {
    worker.addEventListener('error', (event) =>
      fail(new Error(event.message || 'The part of Rollmark that checks policies could not start.')),
    );
  });
  broken.catch(() => undefined);
  return { worker, broken };
}
