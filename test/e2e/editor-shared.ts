import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser } from './chromium.ts';
import { openEditor, openSample } from './editor-page.ts';
import { serveFolders } from './serve.ts';

/** One browser and one window of the editor, for all tests of a file. */
export interface SharedEditor {
  url: string;
  browser: Browser;
  context: BrowserContext;
  page: Page;
}

/**
 * Opens the window before the first test of the file and closes it after the last. Whatever goes wrong in the page fails
 * the test that it happened in. The fields are there once the tests run.
 */
export function shareEditor(
  prepare: (context: BrowserContext) => Promise<unknown> = async () => undefined,
): SharedEditor {
  const shared = {} as SharedEditor;
  let closeServer: (() => Promise<void>) | undefined;
  let troubles: string[] = [];
  beforeAll(async () => {
    const served = await serveFolders({ mounts: { '/': 'dist/editor' } });
    closeServer = served.close;
    const browser = await launchBrowser();
    const context = await newVisitor(browser);
    await prepare(context);
    const opened = await openEditor(context, served.url);
    troubles = opened.troubles;
    Object.assign(shared, { url: served.url, browser, context, page: opened.page });
  });
  afterEach(() => {
    expect(troubles.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await shared.browser?.close();
    await closeServer?.();
  });
  return shared;
}

/** Somebody with an empty browser who has seen the walkthrough. */
export async function newVisitor(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    acceptDownloads: true,
    // Nothing is half-way between two colours when it is looked at.
    reducedMotion: 'reduce',
  });
  await context.addInitScript(() => localStorage.setItem('rollmark.walked', 'yes'));
  return context;
}

/** To the start screen, whatever was open. */
export async function toStart(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  const way = page.getByRole('button', { name: /Try the sample/ });
  await way.or(page.locator('.title-bar .wordmark')).first().waitFor();
  if ((await way.count()) === 0) await page.locator('.title-bar .wordmark').click();
  await way.waitFor();
}

/** A new copy of the sample, read and checked, in a window that is open already. */
export async function freshSample(page: Page): Promise<void> {
  await toStart(page);
  await openSample(page);
}

/** Drops a file on the window. */
export function dropFile(page: Page, name: string, bytes: Uint8Array | string): Promise<void> {
  const content = [...(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes)];
  return page.evaluate(
    ([fileName, numbers]) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(numbers)], fileName));
      window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
    },
    [name, content] as const,
  );
}
