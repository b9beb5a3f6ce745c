import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { buildBundle } from '#core/bundle/build.ts';
import type { PolicyBundle } from '#core/bundle/schema.ts';
import { readPolicy } from '#core/policy/parse.ts';
import { QUIET_ARGS, requireBrowser } from './chromium.ts';
import { type Served, serveFolders } from './serve.ts';

/** A public key made for these tests alone; it fixes the extension's id. */
const KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAzcR86mhRJ0Crl3qHzxe+wUxYANa9JlGsBT9Zj+9vA1siNyHrZcdkagwWPu5qGCFg3ZiNJJiOIOc6H5hikNftDlGSPAd2HM76xtVMn2hmA+uszhN1ocTVrHGT4O3VVkFtJ+yVRijMxGFFtMBhqk0fzaIotpx66P3vj4s6fVgK4KR7Tgh07n4nNLwmg4iK1xLllN7pgP57teb5ba1HRtKErue9EpK+PC+iKZ7Dr5st0RXF2JelrgS8H/ZyZGjs6G650sYhokivBaksfwanikKu5tokKl/c2z477B9wXkvsXKQaYJFf6ypeOqxvmthCsO80GUwMlywx0R4fAoX6aKS7/QIDAQAB';
/** What people get. */
export const BUILT = 'dist/extension/chrome-mv3';

export interface ExtensionUnderTest {
  context: BrowserContext;
  site: Served;
  /** "chrome-extension://<id>". */
  home: string;
  /** Addresses asked for by anything in the browser, since the start. */
  requests: string[];
  close(): Promise<void>;
}

/**
 * Starts a browser with the extension as it was built for people, but for a key that fixes its id, and with the sample
 * pages. `patience`: for how many seconds it waits for a policy's address.
 */
export async function startExtension(
  options: { dark?: boolean; folder?: string; args?: readonly string[]; patience?: number } = {},
): Promise<ExtensionUnderTest> {
  const profile = await mkdtemp(join(tmpdir(), 'rollmark-profile-'));
  const folder = await copyOfBuilt(join(profile, 'extension'), options.patience);
  const site = await serveFolders({ mounts: { '/': options.folder ?? 'samples/mis' } });
  const context = await chromium.launchPersistentContext(join(profile, 'profile'), {
    executablePath: requireBrowser(),
    headless: true,
    viewport: { width: 1280, height: 860 },
    colorScheme: options.dark ? 'dark' : 'light',
    args: [
      ...QUIET_ARGS,
      ...(options.args ?? []),
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
    ],
  });
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const home = `chrome-extension://${new URL(worker.url()).host}`;
  return {
    context,
    site,
    home,
    requests,
    close: async () => {
      await context.close();
      await site.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** The id that the fixed key gives. */
export function fixedId(): string {
  const digest = createHash('sha256').update(Buffer.from(KEY, 'base64')).digest('hex');
  return digest.slice(0, 32).replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

/** The manifest as built. */
export async function builtManifest(): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(join(BUILT, 'manifest.json'), 'utf8'));
}

/** A built file. */
export async function builtFile(path: string): Promise<Buffer> {
  return readFile(join(BUILT, path));
}

/** Each browser has a copy of its own: a build beside the tests must not change what runs. */
async function copyOfBuilt(folder: string, patience?: number): Promise<string> {
  await cp(BUILT, folder, { recursive: true });
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...(await builtManifest()), key: KEY }));
  if (patience !== undefined) {
    const file = join(folder, 'background.js');
    const parts = (await readFile(file, 'utf8')).split(PATIENCE);
    if (parts.length !== 2)
      throw new Error(`The built background has ${PATIENCE} ${parts.length - 1} times, not once.`);
    await writeFile(file, parts.join(String(patience * 1000)));
  }
  return folder;
}

/** How the 15 seconds of background/fetch-bundle.ts stand in the built file. */
const PATIENCE = '15e3';

/** The bundle of the sample policy, built from its Markdown as it is now. */
export async function sampleBundle(): Promise<PolicyBundle> {
  const markdown = await readFile('samples/policies/hartsmere-primary.md', 'utf8');
  const rulebook = { version: '1', checkedOn: '2026-11-21' };
  return buildBundle(readPolicy(markdown), { asOf: '2026-11-21', rulebook, suppressed: [] }).bundle;
}

/** Chooses a bundle on the options page, as a person does. */
export async function chooseBundle({ context, home }: ExtensionUnderTest, text: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${home}/options.html`);
  await page.getByLabel('Policy bundle file').setInputFiles({
    name: 'hartsmere-primary.policy.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await page.getByRole('status').filter({ hasText: /\S/ }).waitFor();
  return page;
}

/**
 * Turns Rollmark on for the page in front with one click in the popup. Headless browsers cannot answer the browser's own
 * question, so it is answered before it is asked.
 */
export async function turnOnFor(extension: ExtensionUnderTest, page: Page): Promise<Page> {
  await answerPermissionQuestion(extension, patternOf(extension.site.url));
  const popup = await openPopup(extension, page);
  await popup.getByRole('button', { name: 'Turn on for this site' }).click();
  await popup.getByRole('button', { name: 'Turn off for this site' }).waitFor();
  return popup;
}

/** The popup in a tab of its own, speaking of the given page. */
export async function openPopup(extension: ExtensionUnderTest, page: Page): Promise<Page> {
  const id = await tabIdOf(extension, page);
  const popup = await extension.context.newPage();
  await popup.setViewportSize({ width: 340, height: 560 });
  await popup.goto(`${extension.home}/popup.html?tab=${id}&address=${encodeURIComponent(page.url())}`);
  return popup;
}

/** The browser's number for the tab of a page. */
export async function tabIdOf({ context }: ExtensionUnderTest, page: Page): Promise<number> {
  await page.bringToFront();
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return tab?.id ?? -1;
  });
}

/** Answers the browser's question for a site with yes, before it is asked. */
export async function answerPermissionQuestion(
  { context, home }: Pick<ExtensionUnderTest, 'context' | 'home'>,
  pattern: string,
): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(
    ([id, site]) =>
      new Promise<void>((done) => {
        // biome-ignore lint/suspicious/noExplicitAny: a page of the browser itself has this and no types for it.
        (chrome as any).developerPrivate.addHostPermission(id, site, () => done());
      }),
    [new URL(home).host, pattern] as const,
  );
  await page.close();
}

function patternOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}
