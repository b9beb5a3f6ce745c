import { parentPort, workerData } from 'node:worker_threads';
import { processIo } from './io.ts';
import { createFileLinter, type RunSettings } from './lint-file.ts';

/** Serves one thread of `rollmark lint`: a file's name comes in, its outcome goes out. */
export function serveThread(): void {
  // Sent by lint-files.ts of the same build.
  const settings: RunSettings = workerData;
  const lint = createFileLinter(settings, processIo());
  parentPort?.on('message', (file: string) => {
    void lint(file).then((outcome) => parentPort?.postMessage(outcome));
  });
}
