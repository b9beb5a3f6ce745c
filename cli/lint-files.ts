import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Io } from './io.ts';
import { createFileLinter, type FileOutcome, failureOf, type RunSettings } from './lint-file.ts';

/** With fewer files a thread takes longer to start than it saves. */
const FEWEST_FOR_THREADS = 17;
/** Each thread holds a rule book and a heap of its own. */
const MOST_THREADS = 4;

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
  const threads = Math.min(MOST_THREADS, availableParallelism());
  if (isMany && threads > 1 && io.program && !files.includes('-'))
    await lintInThreads(files, settings, io.program, threads, keep);
  // All files, or those that no thread lived to take.
  const lint = createFileLinter(settings, io);
  for (const [at, file] of files.entries()) if (!outcomes[at]) keep(at, await lint(file));
  if (isMany && io.stderr.isTerminal) io.stderr.write('\r\x1b[K');
  return outcomes.filter((outcome) => outcome !== undefined);
}

async function lintInThreads(
  files: readonly string[],
  settings: RunSettings,
  program: URL,
  threads: number,
  keep: (at: number, outcome: FileOutcome) => void,
): Promise<void> {
  let next = 0;
  const runThread = (): Promise<void> =>
    new Promise((ended) => {
      const worker = new Worker(program, { workerData: settings });
      let at = next;
      const give = (): void => {
        at = next++;
        if (at < files.length) worker.postMessage(files[at]);
        else void worker.terminate().then(() => ended());
      };
      worker.on('message', (outcome: FileOutcome) => {
        keep(at, outcome);
        give();
      });
      worker.on('error', (error) => {
        const file = files[at];
        if (file !== undefined) keep(at, failureOf(file, error));
        ended();
      });
      give();
    });
  await Promise.all(Array.from({ length: threads }, runThread));
}
