import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { replaceText, showPane, waitForCheck } from './editor-page.ts';
import { freshSample, shareEditor, toStart } from './editor-shared.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PANES = ['problems', 'read', 'ladder', 'duties', 'try', 'fill', 'preview', 'compare'] as const;
const SOON = { timeout: 10_000 };

const shared = shareEditor();

/** What axe has to say about the whole page, Monaco included, one line for each kind of fault. */
async function faults(page: Page, options: RunOptions = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (given) => (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(given),
    { resultTypes: ['violations'], ...options } satisfies RunOptions,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

async function inEveryPane(page: Page, options: RunOptions): Promise<void> {
  for (const pane of PANES) {
    await showPane(page, pane);
    expect({ pane, faults: await faults(page, options) }).toEqual({ pane, faults: [] });
  }
}

/** What a look can change; all else is the same in every look. */
const BY_COLOUR: RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] };

describe('axe finds no fault', () => {
  it.each([
    ['Light', {}],
    ['Dark', BY_COLOUR],
    ['High contrast', BY_COLOUR],
  ])('in %s: on the start screen, in any pane', async (look, options) => {
    const { page } = shared;
    await toStart(page);
    await page.getByLabel('Appearance').selectOption({ label: look });
    expect(await faults(page, options)).toEqual([]);
    await freshSample(page);
    await inEveryPane(page, options);
    await page.getByLabel('Appearance').selectOption({ label: 'System' });
  });

  it('where there is nothing to show yet, and in the dialogs', async () => {
    const { page } = shared;
    await freshSample(page);
    await replaceText(page, 'x');
    await waitForCheck(page);
    await inEveryPane(page, {});
    for (const name of ['Export', 'Versions', 'Keys']) {
      await page.getByRole('button', { name, exact: true }).click();
      await page.getByRole('dialog').waitFor();
      expect({ name, faults: await faults(page) }).toEqual({ name, faults: [] });
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
  });
});

/** How far down the window something begins; nowhere in sight when it is not drawn. */
function topOf(box: { y: number } | null): number {
  return box && box.y >= 0 ? box.y : Number.POSITIVE_INFINITY;
}

describe('the window', () => {
  afterEach(() => shared.page.setViewportSize({ width: 1280, height: 720 }));

  it.each([
    { what: 'a small laptop', width: 1280, height: 720 },
    { what: 'a large screen', width: 1920, height: 1080 },
    { what: 'a tablet on its side', width: 1024, height: 768 },
    { what: 'a tablet', width: 820, height: 1180 },
    { what: 'a small laptop enlarged to 200%', width: 640, height: 360 },
  ])(
    'does not scroll sideways on $what, and each pane is in sight when its tab is chosen',
    async ({ width, height }) => {
      const { page } = shared;
      await page.setViewportSize({ width, height });
      await freshSample(page);
      for (const pane of PANES) {
        await showPane(page, pane);
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect({ pane, over: Math.max(0, over) }).toEqual({ pane, over: 0 });
        const title = page.locator('#side-content h2').first();
        await expect.poll(async () => topOf(await title.boundingBox()) < height, { message: pane, ...SOON }).toBe(true);
      }
      for (const name of ['Export', 'Save file']) {
        const box = await page.getByRole('button', { name, exact: true }).boundingBox();
        expect(box && box.x >= 0 && box.x + box.width <= width).toBe(true);
      }
    },
  );

  it('goes with the colours of the system', async () => {
    const { page } = shared;
    await freshSample(page);
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'light' });
    const ink = (): Promise<string> =>
      page
        .locator('.monaco-editor-background')
        .first()
        .evaluate((place) => getComputedStyle(place).backgroundColor);
    await expect.poll(ink, SOON).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    await expect.poll(ink, SOON).toBe('rgb(0, 0, 0)');
    await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
  });

  it('lets the keyboard into the text and out of it', async () => {
    const { page } = shared;
    await freshSample(page);
    const inText = (): Promise<boolean> =>
      page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null);
    await page.locator('.monaco-editor').first().click();
    await page.keyboard.press('Tab');
    expect(await inText()).toBe(false);
    await page.keyboard.press('F6');
    expect(await inText()).toBe(true);
    await page.keyboard.press('F6');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-problems');
  });

  it('tells all keys and commands, from the text and from anywhere, and gives the command that is chosen', async () => {
    const { page } = shared;
    await freshSample(page);
    await page.locator('.monaco-editor').first().click();
    await page.keyboard.press('Shift+F1');
    const dialog = page.getByRole('dialog', { name: 'Keys and commands' });
    await dialog.waitFor();
    await dialog.getByText('Go to the next problem').waitFor();
    await dialog.getByText('Ctrl+S', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.locator('#tab-problems').focus();
    await page.keyboard.press('Shift+F1');
    await dialog.getByRole('searchbox').fill('duties');
    await dialog.getByRole('button', { name: 'Show Duties' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('heading', { name: 'Duties', exact: true }).waitFor();
  });
});
