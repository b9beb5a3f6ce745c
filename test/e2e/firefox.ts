import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';

const { env, platform } = process;

/** The extension's id in Firefox, and the address that the tests give it there. */
export const FIREFOX_ID = 'rollmark@rollmark.example';
const UUID = '5d1f0c42-6a7b-4f7e-9a31-0d2b7c8e4f10';
export const FIREFOX_HOME = `moz-extension://${UUID}`;

/** The program of an installed Firefox: FIREFOX_PATH, else the usual places; null when there is none. */
export function findFirefox(): string | null {
  const named = env['FIREFOX_PATH'];
  const places =
    platform === 'darwin'
      ? ['/Applications/Firefox.app/Contents/MacOS/firefox']
      : platform === 'win32'
        ? ['C:\\Program Files\\Mozilla Firefox\\firefox.exe']
        : ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/usr/local/bin/firefox', '/snap/bin/firefox'];
  return [named, ...places].find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null;
}

/** A Firefox with the built extension in it; its permission question is answered with yes. Close it when done. */
export async function startFirefox(program: string): Promise<Browser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: program,
    headless: true,
    // Else Firefox refuses to show a page of an extension to a test.
    args: ['--remote-allow-system-access'],
    defaultViewport: { width: 1280, height: 860 },
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: UUID }),
      'extensions.webextOptionalPermissionPrompts': false,
    },
  });
  await browser.installExtension(resolve('dist/extension/firefox-mv3'));
  return browser;
}

/** One of the extension's own pages, once it shows `selector`: Firefox never reports that such a page has loaded. */
export async function openOwnPage(browser: Browser, path: string, selector: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${FIREFOX_HOME}/${path}`, { waitUntil: [] });
  await page.waitForSelector(selector);
  return page;
}
