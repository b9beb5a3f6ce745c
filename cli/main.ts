import { isMainThread } from 'node:worker_threads';
import { setEngine } from './engine.ts';
import { processIo } from './io.ts';
import { runCommand } from './run.ts';

// A reader that has seen enough (`rollmark rules | head`) closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

if (isMainThread) {
  setEngine();
  // Only the built file can be started as a thread; the sources need a loader.
  const program = import.meta.url.endsWith('.mjs') ? new URL(import.meta.url) : undefined;
  // Not process.exit: it would cut off output that is still on its way into a pipe.
  process.exitCode = await runCommand(process.argv.slice(2), processIo(program));
} else {
  await (await import('./lint-thread.ts')).serveThread();
}
