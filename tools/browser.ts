import { findBrowser } from '../test/e2e/chromium.ts';
import { run } from './run.ts';

/**
 * The path of an installed Chrome, Chromium or Edge. Where there is none, one is installed and that is said:
 * Debian's package for root on Debian and its kin, otherwise Playwright's own.
 * @throws when none could be had, saying what to do
 */
export async function ensureBrowser(): Promise<string> {
  const found = findBrowser();
  if (found) return found;
  if (
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    (await run('sh', ['-c', 'command -v apt-get >/dev/null'])) === 0
  ) {
    process.stdout.write('No Chrome, Chromium or Edge found: installing Debian’s chromium (apt-get).\n');
    const lock = ['-o', 'DPkg::Lock::Timeout=300'];
    await run('apt-get', [...lock, 'update', '-qq']);
    await run(
      'apt-get',
      [...lock, 'install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
      {
        DEBIAN_FRONTEND: 'noninteractive',
      },
    );
  } else {
    process.stdout.write('No Chrome, Chromium or Edge found: installing Playwright’s Chromium.\n');
    await run('playwright-core', ['install', 'chromium']);
  }
  const installed = findBrowser();
  if (installed) return installed;
  throw new Error(
    'No browser could be found or installed. Install Chrome, Chromium or Edge, or set CHROMIUM_PATH to the path of one, and try again.',
  );
}
