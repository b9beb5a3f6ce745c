import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

const { env, platform } = process;

/** What a browser needs to run quietly in a container: as root, without a graphics card, without calling home. */
export const QUIET_ARGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of an installed Chromium, Chrome or Edge: CHROMIUM_PATH, CHROME_PATH, the usual places, then Playwright's own. Null when none. */
export function findBrowser(): string | null {
  const named = [env['CHROMIUM_PATH'], env['CHROME_PATH']].filter((path) => path !== undefined && path !== '');
  const places = [...named, ...usualPlaces(), chromium.executablePath()];
  return places.find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null;
}

/** The same, or an error that says what to install. */
export function requireBrowser(): string {
  const path = findBrowser();
  if (path) return path;
  throw new Error(
    'No Chromium, Chrome or Edge was found. Install one ("apt-get install chromium" on Debian), or set CHROMIUM_PATH to its program.',
  );
}

/** A headless browser with its own empty profile. Close it when done. */
export function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: requireBrowser(),
    headless: true,
    ...options,
    args: [...QUIET_ARGS, ...(options.args ?? [])],
  });
}

function usualPlaces(): string[] {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) => [
      `/Applications/${name}.app/Contents/MacOS/${name}`,
      join(env['HOME'] ?? '/', 'Applications', `${name}.app/Contents/MacOS/${name}`),
    ]);
  }
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
      (root) => root !== undefined,
    );
    return roots.flatMap((root) => [
      join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(root, 'Chromium', 'Application', 'chrome.exe'),
      join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]);
  }
  const programs = [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
  ];
  return ['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((folder) => programs.map((name) => join(folder, name)));
}
