import { expose } from 'comlink';
import type { CheckingEnd } from './checking-end.ts';

/**
 * Reads and checks policies away from the page, so that typing never waits. This first script is small, since a browser
 * keeps what the page says to a worker until that has run and the page is free to hear so: while Monaco starts, it is not.
 */
const coming: Promise<CheckingEnd> = import('./checking-end.ts').then(({ CheckingEnd }) => new CheckingEnd());
// Whoever asks hears why it did not come.
coming.catch(() => undefined);

const worker = {
  check: async (...asked: Parameters<CheckingEnd['check']>) => (await coming).check(...asked),
  snapshot: async () => (await coming).snapshot(),
};
export type LintWorker = typeof worker;

expose(worker);
