import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Runs a command of this project's node_modules (or of the system) in its root, with its output shown; gives its exit status. */
export function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const path = `${ROOT}node_modules/.bin${process.platform === 'win32' ? ';' : ':'}${process.env['PATH'] ?? ''}`;
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: 'inherit',
      // npm's commands are .cmd files on Windows, which only a shell starts.
      shell: process.platform === 'win32',
      env: { ...process.env, PATH: path, ...env },
    });
    child.on('error', reject);
    child.on('close', (status) => resolve(status ?? 1));
  });
}

/** Runs the command and ends the whole process when it fails. */
export async function mustRun(
  title: string,
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<void> {
  const started = Date.now();
  process.stdout.write(`\n— ${title}\n`);
  const status = await run(command, args, env);
  if (status !== 0) {
    process.stderr.write(`${title}: failed (exit status ${status}).\n`);
    process.stdout.write('0 passed, 1 failed\n');
    process.exit(status);
  }
  process.stdout.write(`  ${title}: ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}
