import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { keepHeapsSmall } from './engine.ts';
import { type FileOutcome, failureOf, type RunSettings } from './file-outcome.ts';
import type { Io } from './io.ts';

/** With fewer a person need not be told how far the run has come. */
const FEWEST_FOR_PROGRESS = 17;
/** With less for each, a thread takes longer to start, and to compile the patterns of all rules again, than it saves. */
const BYTES_FOR_A_THREAD = 300_000;
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
  const isMany = files.length >= FEWEST_FOR_PROGRESS;
  const outcomes: (FileOutcome | undefined)[] = new Array(files.length);
  let done = 0;
  const keep = (at: number, outcome: FileOutcome): void => {
    outcomes[at] = outcome;
    done++;
    if (isMany && io.stderr.isTerminal) io.stderr.write(`\rrollmark: ${done} of ${files.length} files checked`);
  };
  const task = { settings, files, taken: shared(1), takers: shared(files.length) };
  const threads = io.program ? await threadsFor(files, io) : 1;
  if (threads > 1) keepHeapsSmall();
  const helpers = Array.from({ length: threads - 1 }, (_, at) =>
    runThread(io.program, { ...task, thread: at + 1 }, keep),
  );
  // Loaded only now, so that all threads load it at the same time.
  const { createFileLinter } = await import('./lint-file.ts');
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

/** On how many threads, this one among them, the files are checked soonest. */
async function threadsFor(files: readonly string[], io: Io): Promise<number> {
  const most = Math.min(MOST_THREADS, availableParallelism(), files.length);
  if (most < 2 || files.includes('-')) return 1;
  let bytes = 0;
  for (const file of files) {
    // What cannot be read is told when it is its turn.
    bytes += (await stat(resolve(io.cwd, file)).catch(() => null))?.size ?? 0;
    if (bytes >= most * BYTES_FOR_A_THREAD) break;
  }
  return Math.min(most, Math.max(1, Math.floor(bytes / BYTES_FOR_A_THREAD)));
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
