import { processIo } from './io.ts';
import { runCommand } from './run.ts';

// A reader that has seen enough (`rollmark rules | head`) closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

// Not process.exit: it would cut off output that is still on its way into a pipe.
process.exitCode = await runCommand(process.argv.slice(2), processIo());
