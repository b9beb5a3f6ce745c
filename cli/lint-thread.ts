import { parentPort, workerData } from 'node:worker_threads';
import { processIo } from './io.ts';
import { createFileLinter } from './lint-file.ts';
import { type ThreadTask, take } from './lint-files.ts';

/** One more thread of `rollmark lint`: it takes one file after another, as the first thread does, and sends the outcomes. */
export async function serveThread(): Promise<void> {
  // Sent by lint-files.ts of the same build.
  const task: ThreadTask = workerData;
  const { settings, files } = task;
  const lint = createFileLinter(settings, processIo());
  for (let at = take(task); at < files.length; at = take(task))
    parentPort?.postMessage({ at, outcome: await lint(files[at] ?? '') });
}
