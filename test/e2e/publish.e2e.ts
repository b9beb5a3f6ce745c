import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './chromium.ts';
import { someOf } from './extent.ts';
import { documents, type OpenPage, openPage, PagesOnDisk } from './published-pages.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pages = new PagesOnDisk();
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  pages.remove();
});

/** The rules of axe that look at style: all others say the same of a page in every light and width. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];
const OF_STYLE = [...OF_COLOUR, 'scrollable-region-focusable', 'target-size'];

/** What axe finds, each with the elements that it is about. */
async function faultsOf(page: Page, rules: readonly string[] | null = null): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (only) =>
      (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run(
        only ? { runOnly: only } : {},
      ),
    rules,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

describe.each(someOf(documents(), 2, 'published pages'))('the page of $name', (document) => {
  let html: string;
  let url: string;
  /** One page for all that does not look at how it was opened. */
  let opened: OpenPage;
  beforeAll(async () => {
    ({ html, url } = pages.publishFile(document));
    opened = await openPage(browser, url);
  });
  afterEach(() => opened.page.emulateMedia({ media: null, colorScheme: null }));
  afterAll(() => opened?.close());

  it.each([
    ['dark', 1100, null],
    ['light', 390, OF_STYLE],
  ] as const)(
    'has no fault that axe can find in %s, %i pixels wide, and does not scroll sideways',
    async (colorScheme, width, rules) => {
      const { page } = opened;
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      for (const details of await page.locator('details').all())
        await details.evaluate((each) => ((each as HTMLDetailsElement).open = true));
      expect(await faultsOf(page, rules)).toEqual([]);
      const over = await page.evaluate(() => window.document.documentElement.scrollWidth - window.innerWidth);
      expect(over).toBeLessThanOrEqual(0);
    },
  );

  it('has no fault that axe can find as it is printed', async () => {
    const { page } = opened;
    await page.emulateMedia({ media: 'print' });
    expect(await faultsOf(page, OF_COLOUR)).toEqual([]);
  });

  it('asks for nothing, before first paint or after, and its own policy of content stops nothing that it needs', async () => {
    const { page, requests, errors, close } = await openPage(browser, url);
    await page.mouse.wheel(0, 50_000);
    await page.waitForTimeout(200);
    const seen = await page.evaluate(() => ({
      fetched: performance.getEntriesByType('resource').map(({ name }) => name),
      blocking: [...window.document.querySelectorAll('link, script[src], style')].filter((each) =>
        each.matches('link, [src]'),
      ).length,
    }));
    expect({ requests, errors, ...seen }).toEqual({
      requests: [],
      errors: [],
      fetched: [],
      blocking: 0,
    });
    await close();
  });

  it('weighs 300 kB at most', () => expect(Buffer.byteLength(html)).toBeLessThanOrEqual(300_000));

  it('reads in full and in order without style and without script', async () => {
    const plain = pages.write(html.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<script>[\s\S]*?<\/script>/, ''));
    const { page, close } = await openPage(browser, plain, { javaScriptEnabled: false });
    const ids = await page.locator('main > section').evaluateAll((all) => all.map(({ id }) => id));
    const order = [
      'key-facts',
      'day',
      'steps',
      'changes',
      'impact',
      'questions',
      'policy',
      'duties',
      'exceptions',
      'sources',
    ];
    expect(ids).toEqual(order.filter((id) => ids.includes(id)));
    expect(ids).toEqual(expect.arrayContaining(['key-facts', 'steps', 'questions', 'policy', 'duties', 'sources']));
    // A calculator that cannot work is not there; what it would say is.
    expect(
      await page.locator('.calculator').evaluateAll((all) => all.filter((each) => each.checkVisibility()).length),
    ).toBe(0);
    const hidden = await page
      .locator('main *')
      .evaluateAll((all) =>
        all
          .filter((each) => !each.checkVisibility() && !each.closest('.calculator, details, svg'))
          .map((each) => each.outerHTML.slice(0, 80)),
      );
    expect(hidden).toEqual([]);
    const words = await page.locator('body').innerText();
    expect(words).toMatch(/^Skip to the policy\s+(?:DRAFT|Approved)/);
    await close();
  });

  it('is walked by keyboard alone: everything that can be pressed or scrolled, once, each with a mark of focus', async () => {
    const { page } = opened;
    const expected = await page.evaluate(() => {
      for (const each of window.document.querySelectorAll('details')) each.open = true;
      const seen: [Element, string, boolean][] = [];
      Object.assign(globalThis, { seen });
      window.document.addEventListener('focusin', ({ target }) => {
        if (!(target instanceof Element)) return;
        const { outlineStyle, outlineWidth } = getComputedStyle(target);
        seen.push([target, target.outerHTML.slice(0, 80), outlineStyle !== 'none' && outlineWidth !== '0px']);
      });
      window.scrollTo(0, 0);
      return [...window.document.querySelectorAll('a[href],input,summary,[tabindex="0"]')].filter((each) =>
        each.checkVisibility(),
      ).length;
    });
    expect(expected).toBeGreaterThan(20);
    await page.keyboard.press('Tab');
    const first = await page.evaluate(() => {
      const { left, top } = window.document.activeElement?.getBoundingClientRect() ?? { left: -1, top: -1 };
      return { words: window.document.activeElement?.textContent, isSeen: left >= 0 && top >= 0 };
    });
    expect(first).toEqual({ words: 'Skip to the policy', isSeen: true });
    for (let press = 1; press < expected; press++) await page.keyboard.press('Tab');
    const walked = await page.evaluate(() => {
      const { seen } = globalThis as unknown as { seen: [Element, string, boolean][] };
      return {
        reached: new Set(seen.map(([element]) => element)).size,
        unmarked: seen.filter(([, , isOutlined]) => !isOutlined).map(([, html]) => html),
      };
    });
    expect(walked).toEqual({ reached: expected, unmarked: [] });
  });

  it('leads every link of its own to a place that is there', async () => {
    const { page } = opened;
    const lost = await page.evaluate(() =>
      [...window.document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
        .map((link) => decodeURIComponent(link.hash.slice(1)))
        .filter((id) => !window.document.getElementById(id)),
    );
    expect(lost).toEqual([]);
    const led = await page.evaluate(() =>
      [...window.document.querySelectorAll<HTMLAnchorElement>('.toc-section a')].map((link) => {
        link.click();
        return [link.hash, `#${window.document.querySelector(':target')?.id ?? ''}`] as const;
      }),
    );
    for (const [hash, at] of led) expect(at).toBe(hash);
  });

  it('gives the same answer in the calculator as in the table, at both ends of every row', async () => {
    const { page } = opened;
    const rows = await page
      .locator('#what-if tbody tr')
      .evaluateAll((all) =>
        all.map((row) =>
          [...row.querySelectorAll('td')].map((cell) =>
            [...cell.childNodes].map((part) => part.textContent).join('; '),
          ),
        ),
      );
    if ((await page.locator('.calculator').count()) > 0) {
      expect(rows.length).toBeGreaterThan(1);
      await page.getByLabel('School days so far').fill('190');
    }
    const missed = page.getByLabel('Days missed so far');
    for (const [, days = '', step = ''] of rows) {
      const ends = days.match(/\d+(?:\.\d)?/g) ?? [];
      const answers = await missed.evaluateAll(
        ([input], values) =>
          values.map((value) => {
            if (!(input instanceof HTMLInputElement)) return '';
            input.value = value;
            input.dispatchEvent(new Event('input', { bubbles: true }));
            return window.document.querySelector('.calculator output')?.textContent ?? '';
          }),
        ends,
      );
      for (const said of answers)
        expect(said).toContain(`By attendance alone: ${step === 'No step' ? 'no step' : step}`);
    }
  });

  it('prints on tagged A4 pages, each with school, state, version, day and number, and no heading left alone at the end of one', async () => {
    const { page } = opened;
    const state = (await page.locator('.state strong').innerText()).trim();
    const bytes = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
    const raw = bytes.toString('latin1');
    expect(raw).toContain('/StructTreeRoot');
    expect(raw).toMatch(/\/MarkInfo\s*<<\/Type \/MarkInfo\s+\/Marked true|\/Marked true/);
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    expect(pdf.numPages).toBeGreaterThan(3);
    for (let number = 1; number <= pdf.numPages; number++) {
      const sheet = await pdf.getPage(number);
      expect(sheet.view.map(Math.round)).toEqual([0, 0, expect.closeTo(595, -1), expect.closeTo(842, -1)]);
      const items = (await sheet.getTextContent()).items.flatMap((item) =>
        'str' in item && item.str.trim() ? [item] : [],
      );
      const words = items
        .map(({ str }) => str)
        .join(' ')
        .replace(/\s+/g, ' ');
      expect(words).toContain(`Page ${number} of ${pdf.numPages}`);
      expect(words).toMatch(/Version [0-9a-f]{8}, as at 20 November 2026/);
      expect(words).toContain(state);
      // The last line of the sheet's own text is no heading: those stand larger than all other words.
      const body = items.filter(({ transform }) => transform[5] > 57 && transform[5] < 785);
      const last = body.toSorted((a, b) => a.transform[5] - b.transform[5])[0];
      expect(last?.height ?? 0, `“${last?.str}” ends page ${number}`).toBeLessThan(11.2);
    }
  });
});

describe('the calculator', () => {
  let opened: OpenPage;
  beforeAll(async () => {
    const [sample] = documents();
    if (!sample) throw new Error('There is no sample policy.');
    opened = await openPage(browser, pages.publishFile(sample).url);
  });
  afterAll(() => opened?.close());

  it.each([
    ['more days missed than there were', '30', '20'],
    ['nothing', '', ''],
    ['less than nothing', '-1', '20'],
  ])('asks again for %s', async (_, missed, days) => {
    const { page } = opened;
    await page.getByLabel('Days missed so far').fill(missed);
    await page.getByLabel('School days so far').fill(days);
    expect(await page.locator('.calculator output').textContent()).toMatch(/^Give the days missed/);
  });
});
