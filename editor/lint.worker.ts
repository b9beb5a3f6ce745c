import { expose } from 'comlink';
import { CheckingEnd } from './checking-end.ts';

/** Reads and checks policies away from the page, so that typing never waits. */
const checking = new CheckingEnd();
export type LintWorker = Pick<CheckingEnd, 'check' | 'snapshot'>;

expose(checking);
