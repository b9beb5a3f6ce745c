import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './chromium.ts';
import { openEditor, openSample, showPane } from './editor-page.ts';
import { type Served, serveFolders } from './serve.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let served: Served;
let browser: Browser;

beforeAll(async () => {
  served = await serveFolders({ mounts: { '/': 'dist/editor' } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** What axe has to say about the whole page, Monaco included, one line for each kind of fault. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

describe.each(['Light', 'Dark', 'High contrast'])('in %s', (look) => {
  it('axe finds no fault on the start screen or any pane', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    const { page } = await openEditor(context, served.url);
    await page.getByLabel('Appearance').selectOption({ label: look });
    expect(await faults(page)).toEqual([]);
    await openSample(page);
    for (const pane of ['problems', 'read', 'ladder', 'duties', 'try', 'fill', 'preview', 'compare'] as const) {
      await showPane(page, pane);
      expect({ pane, faults: await faults(page) }).toEqual({ pane, faults: [] });
    }
    await context.close();
  });
});

describe('the window', () => {
  it.each([
    { width: 1280, height: 720 },
    { width: 1920, height: 1080 },
    { width: 1024, height: 768 },
  ])('does not scroll sideways at $width × $height', async (viewport) => {
    const context = await browser.newContext({ viewport });
    const { page } = await openEditor(context, served.url);
    await openSample(page);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over).toBeLessThanOrEqual(0);
    await context.close();
  });

  it('lets the keyboard into the text and out of it', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    const { page } = await openEditor(context, served.url);
    await openSample(page);
    await page.locator('.monaco-editor').first().click();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.monaco-editor') === null)).toBe(true);
    await context.close();
  });
});
