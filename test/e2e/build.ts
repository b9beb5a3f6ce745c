import { execFileSync } from 'node:child_process';

/** Browser tests look at what is built. `npm test` has built it already; alone, they build it first. */
export default function setup(): void {
  if (process.env['ROLLMARK_BUILT'] === '1') return;
  // What is tried is what is shipped: the test runner's own NODE_ENV would make it a build for developers.
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit', shell: process.platform === 'win32', env });
}
