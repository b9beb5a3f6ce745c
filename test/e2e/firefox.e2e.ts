import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleBundle } from './extension.ts';
import { findFirefox, openOwnPage, startFirefox } from './firefox.ts';
import { type Served, serveFolders } from './serve.ts';

/**
 * The core story in a real Firefox: a policy, a site turned on by one click, marks over the rows, the side bar.
 * Where there is no Firefox the story is not run, and the one test that remains says so.
 */
const program = findFirefox();
if (program === null) {
  process.stdout.write(
    '\nNOT RUN: the extension in Firefox. No Firefox was found; install one ("apt-get install firefox-esr" on Debian) or set FIREFOX_PATH.\n\n',
  );
  it('in Firefox was NOT tried: none is installed here (set FIREFOX_PATH)', () => expect(findFirefox()).toBeNull());
} else {
  describe('the extension in Firefox', () => inFirefox(program));
}

function inFirefox(installed: string): void {
  let browser: Browser;
  let site: Served;
  let page: Page;
  let folder: string;
  let tabId = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rollmark-firefox-'));
    site = await serveFolders({ mounts: { '/': 'samples/mis' } });
    browser = await startFirefox(installed);
    page = await browser.newPage();
    await page.goto(`${site.url}/summary.html`);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** The rows over which something of the overlay lies: what a page itself can see of a closed shadow root. */
  const markedRows = (): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('#pupils tbody tr')].flatMap((row) => {
        row.scrollIntoView({ block: 'center' });
        const { left, right, top, height } = row.getBoundingClientRect();
        for (let x = Math.max(0, left - 120); x < right; x += 6) {
          if (document.elementFromPoint(x, top + height / 2)?.tagName === 'ROLLMARK-OVERLAY') {
            return [row.querySelector('.name')?.textContent?.trim() ?? ''];
          }
        }
        return [];
      }),
    );
  const until = async <T>(look: () => Promise<T>, isDone: (value: T) => boolean): Promise<T> => {
    let value = await look();
    for (const end = Date.now() + 10_000; !isDone(value) && Date.now() < end; value = await look()) {
      await new Promise((done) => setTimeout(done, 100));
    }
    return value;
  };
  const textOf = (own: Page): Promise<string> => own.evaluate(() => document.body.innerText);

  it('is silent before anyone turned it on', async () => {
    await new Promise((done) => setTimeout(done, 500));
    expect(await markedRows()).toEqual([]);
  });

  it('takes a policy bundle on its options page', async () => {
    const file = join(folder, 'policy.json');
    await writeFile(file, JSON.stringify(await sampleBundle()));
    const options = await openOwnPage(browser, 'options.html', 'input[type=file]');
    const field = await options.$('input[aria-label="Policy bundle file"]');
    if (!field) throw new Error('no field for the bundle');
    // A field's type is what was asked for by its label.
    await (field as Awaited<ReturnType<typeof options.$<'input'>>>)?.uploadFile(file);
    const text = await until(
      () => textOf(options),
      (shown) => shown.includes('Hartsmere'),
    );
    expect(text).toContain('Hartsmere Primary School');
    expect(text).toMatch(/\d+ steps, published 21 November 2026, from policy\.json/);
    await options.close();
  });

  it('is turned on for the site by one click', async () => {
    await page.bringToFront();
    const helper = await openOwnPage(browser, 'options.html', 'h1');
    tabId = await helper.evaluate(async (address) => {
      // biome-ignore lint/suspicious/noExplicitAny: the page has the browser's own object, which has no types here.
      const tabs: any[] = await (globalThis as any).browser.tabs.query({});
      const found = tabs.find((tab) => tab.url === address) ?? tabs.filter((tab) => tab.url === undefined).at(-1);
      return found?.id ?? 0;
    }, page.url());
    await helper.close();
    const popup = await openOwnPage(
      browser,
      `popup.html?tab=${tabId}&address=${encodeURIComponent(page.url())}`,
      '.wide.main',
    );
    await popup.click('.wide.main');
    const text = await until(
      () => textOf(popup),
      (shown) => shown.includes('Turn off') && shown.includes('18 of 18'),
    );
    expect(text).toContain('Turn off for this site');
    expect(text).toContain('18 of 18 pupils, as at 20 November 2026');
    await popup.close();
  });

  it('shows a mark over the row of every pupil', async () => {
    await page.bringToFront();
    const rows = await until(markedRows, (found) => found.length === 18);
    expect(rows).toHaveLength(18);
    expect(rows[0]).toBe('Bello, Amara');
  });

  it('opens the window of a mark, whose script comes when it is wanted', async () => {
    const overlayAt = (x: number, y: number): Promise<boolean> =>
      page.evaluate((left, top) => document.elementFromPoint(left, top)?.tagName === 'ROLLMARK-OVERLAY', x, y);
    const mark = await page.evaluate(() => {
      const row = document.querySelectorAll('#pupils tbody tr')[7];
      row?.scrollIntoView({ block: 'center' });
      const { left, right, top, height } = row?.getBoundingClientRect() ?? new DOMRect();
      for (let x = left; x < right; x += 6)
        if (document.elementFromPoint(x, top + height / 2)?.tagName === 'ROLLMARK-OVERLAY')
          return { x: x + 8, y: top + height / 2 };
      return { x: -1, y: -1 };
    });
    expect(mark.x).toBeGreaterThan(0);
    await page.mouse.click(mark.x, mark.y);
    const beside = (): Promise<boolean> => overlayAt(mark.x + 250, mark.y + 30);
    expect(await until(beside, (isOpen) => isOpen)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await until(beside, (isOpen) => !isOpen)).toBe(false);
  });

  it('lists the pupils by step in the side bar', async () => {
    const panel = await openOwnPage(browser, `sidepanel.html?tab=${tabId}`, '.pupils');
    const groups = await panel.evaluate(() =>
      [...document.querySelectorAll('h2.group')].map((heading) => heading.textContent?.replace(/\s+/g, ' ').trim()),
    );
    expect(groups).toEqual(['Step 43', 'Step 32', 'Step 22', 'Step 14', 'No step7']);
    expect(await textOf(panel)).toMatch(/draft/i);
    await panel.close();
  });

  it('marks the page again when it is loaded again', async () => {
    await page.bringToFront();
    await page.reload();
    expect(await until(markedRows, (found) => found.length === 18)).toHaveLength(18);
  });

  it('is turned off again, and then nothing is read', async () => {
    const popup = await openOwnPage(
      browser,
      `popup.html?tab=${tabId}&address=${encodeURIComponent(page.url())}`,
      '.wide',
    );
    await until(
      () => textOf(popup),
      (shown) => shown.includes('Turn off for this site'),
    );
    await popup.click('.wide');
    await until(
      () => textOf(popup),
      (shown) => shown.includes('Turn on for this site'),
    );
    await popup.close();
    await page.bringToFront();
    await page.reload();
    await new Promise((done) => setTimeout(done, 700));
    expect(await markedRows()).toEqual([]);
  });
}
