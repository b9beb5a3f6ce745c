import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Io } from './io.ts';
import { createFileLinter, type FileOutcome, failureOf, type RunSettings } from './lint-file.ts';

/** With fewer files a thread takes longer to start, and to compile the patterns of all rules again, than it saves. */
const FEWEST_FOR_THREADS = 17;
/** Each thread holds a rule book and a heap of its own. */
const MOST_THREADS = 4;

/** What a thread is given: all files, and in shared memory how many are taken and which thread took each. */
export interface ThreadTask {
  readonly settings: RunSettings;
  readonly files: readonly string[];
  readonly thread: number;
  readonly taken: Int32Array;
  readonly takers: Int32Array;
}

/** The outcome of each file, in the order of the files; many files on all cores where the built command runs. */
export async function lintFiles(files: readonly string[], settings: RunSettings, io: Io): Promise<FileOutcome[]> {
  const isMany = files.length >= FEWEST_FOR_THREADS;
  const outcomes: (FileOutcome | undefined)[] = new Array(files.length);
  let done = 0;
  const keep = (at: number, outcome: FileOutcome): void => {
    outcomes[at] = outcome;
    done++;
    if (isMany && io.stderr.isTerminal) io.stderr.write(`\rrollmark: ${done} of ${files.length} files checked`);
  };
  const task = { settings, files, taken: shared(1), takers: shared(files.length) };
  const threads = Math.min(MOST_THREADS, availableParallelism(), files.length) - 1;
  const helpers =
    isMany && io.program && !files.includes('-')
      ? Array.from({ length: threads }, (_, at) => runThread(io.program, { ...task, thread: at + 1 }, keep))
      : [];
  const lint = createFileLinter(settings, io);
  for (let at = take({ ...task, thread: 0 }); at < files.length; at = take({ ...task, thread: 0 })) {
    keep(at, await lint(files[at] ?? ''));
    // What the other threads have found since comes in only between two files.
    await new Promise((resume) => setImmediate(resume));
  }
  await Promise.all(helpers);
  if (isMany && io.stderr.isTerminal) io.stderr.write('\r\x1b[K');
  return outcomes.filter((outcome) => outcome !== undefined);
}

const shared = (length: number): Int32Array => new Int32Array(new SharedArrayBuffer(4 * length));

/** The number of the next file that no thread has taken; beyond the last when all are. */
export function take({ taken, takers, thread }: Pick<ThreadTask, 'taken' | 'takers' | 'thread'>): number {
  const at = Atomics.add(taken, 0, 1);
  if (at < takers.length) takers[at] = thread;
  return at;
}

/** Ends when the thread has; what it took and did not finish is then told as a failure of ours. */
function runThread(program: URL | undefined, task: ThreadTask, keep: (at: number, outcome: FileOutcome) => void) {
  return new Promise<void>((ended) => {
    if (!program) return ended();
    const worker = new Worker(program, { workerData: task });
    const finished = new Set<number>();
    worker.on('message', ({ at, outcome }: { at: number; outcome: FileOutcome }) => {
      finished.add(at);
      keep(at, outcome);
    });
    let failure: unknown = new Error('A thread ended before its file was checked');
    worker.on('error', (error) => {
      failure = error;
    });
    worker.on('exit', () => {
      for (const [at, file] of task.files.entries())
        if (task.takers[at] === task.thread && !finished.has(at)) keep(at, failureOf(file, failure));
      ended();
    });
  });
}
