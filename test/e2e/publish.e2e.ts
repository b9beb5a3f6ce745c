import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../cli/run.ts';
import { launchBrowser } from './chromium.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SAMPLE = 'samples/policies/hartsmere-primary.md';
const folder = mkdtempSync(join(tmpdir(), 'rollmark-page-'));
const file = join(folder, 'index.html');

let browser: Browser;

beforeAll(async () => {
  const silent = { write: () => {}, isTerminal: false };
  const status = await runCommand(['publish', SAMPLE, '-o', folder, '--as-of', '2026-11-20'], {
    stdout: silent,
    stderr: silent,
    readStdin: async () => new Uint8Array(),
    cwd: process.cwd(),
    env: {},
    now: () => new Date('2026-11-20T10:00:00Z'),
  });
  expect(status).toBe(0);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The page in a context of its own; `requests` are the addresses that it asked for, its own file left out. */
async function open(
  options: BrowserContextOptions = {},
): Promise<{ page: Page; requests: string[]; errors: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 900 }, ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  const own = pathToFileURL(file).href;
  page.on('request', (request) => {
    if (request.url() !== own) requests.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(own);
  return { page, requests, errors };
}

describe.each(['light', 'dark'] as const)('the page in %s', (colorScheme) => {
  it.each([1100, 380])(
    'has no fault that axe can find, %i pixels wide, and does not scroll sideways',
    async (width) => {
      const { page } = await open({ colorScheme, viewport: { width, height: 900 } });
      await page.evaluate(AXE);
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
      );
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
      ).toEqual([]);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over).toBeLessThanOrEqual(0);
      await page.context().close();
    },
  );
});

describe('the page', () => {
  it('asks for nothing, and its own policy of content stops nothing that it needs', async () => {
    const { page, requests, errors } = await open();
    await page.getByLabel('Days missed so far').fill('12');
    await page.mouse.wheel(0, 20_000);
    await page.waitForTimeout(300);
    expect({ requests, errors }).toEqual({ requests: [], errors: [] });
    await page.context().close();
  });

  it('weighs 300 kB at most', () => expect(statSync(file).size).toBeLessThanOrEqual(300_000));

  it('reads in full without script: every section, and the table in place of the calculator', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    for (const id of ['key-facts', 'day', 'steps', 'what-if', 'questions', 'policy', 'duties', 'sources'])
      expect({ id, seen: await page.locator(`#${id}`).isVisible() }).toEqual({ id, seen: true });
    expect(await page.locator('.calculator').isVisible()).toBe(false);
    expect(await page.locator('#what-if table').isVisible()).toBe(true);
    await page.context().close();
  });

  it('gives the same answer in the calculator as in the table, at both ends of every row', async () => {
    const { page } = await open();
    const rows = await page
      .locator('#what-if tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')));
    expect(rows.length).toBeGreaterThan(3);
    await page.getByLabel('School days so far').fill('190');
    for (const [, days = '', step = ''] of rows) {
      for (const end of days.match(/\d+(?:\.\d)?/g) ?? []) {
        await page.getByLabel('Days missed so far').fill(end);
        const said = (await page.locator('.calculator output').textContent()) ?? '';
        expect(said).toContain(`By attendance alone: ${step === 'No step' ? 'no step' : step}.`);
      }
    }
    await page.context().close();
  });

  it.each([
    ['more days missed than there were', '30', '20'],
    ['nothing', '', ''],
    ['less than nothing', '-1', '20'],
  ])('asks again for %s', async (_, missed, days) => {
    const { page } = await open();
    await page.getByLabel('Days missed so far').fill(missed);
    await page.getByLabel('School days so far').fill(days);
    expect(await page.locator('.calculator output').textContent()).toMatch(/^Give the days missed/);
    await page.context().close();
  });

  it('is walked by keyboard alone: every link, field and scrolling table that can be seen, once, each with a mark of focus', async () => {
    const { page } = await open();
    const expected = await page.evaluate(
      () =>
        [...document.querySelectorAll('a[href],input,summary,[tabindex="0"]')].filter(
          (element) =>
            (element as HTMLElement).offsetParent !== null && !element.closest('details:not([open]) > :not(summary)'),
        ).length,
    );
    expect(expected).toBeGreaterThan(40);
    let reached = 0;
    const unmarked: string[] = [];
    for (; reached <= expected + 5; reached++) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const active = document.activeElement;
        if (!active || active === document.body) return null;
        const seen = active.hasAttribute('data-seen');
        active.setAttribute('data-seen', '');
        const style = getComputedStyle(active);
        return {
          seen,
          html: active.outerHTML.slice(0, 80),
          outlined: style.outlineStyle !== 'none' && style.outlineWidth !== '0px',
        };
      });
      if (!focus || focus.seen) break;
      if (!focus.outlined) unmarked.push(focus.html);
    }
    expect({ reached, unmarked }).toEqual({ reached: expected, unmarked: [] });
    await page.context().close();
  });

  it('prints on A4 with its state on it, in few pages', async () => {
    const { page } = await open();
    const pdf = (await page.pdf({ preferCSSPageSize: true, tagged: true })).toString('latin1');
    const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(3);
    expect(pages).toBeLessThanOrEqual(20);
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\]/);
    expect(pdf).toContain('/StructTreeRoot');
    await page.context().close();
  });
});
