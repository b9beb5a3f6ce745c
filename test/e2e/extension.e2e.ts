import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  builtFile,
  builtManifest,
  chooseBundle,
  type ExtensionUnderTest,
  openPopup,
  sampleBundle,
  startExtension,
  tabIdOf,
  turnOnFor,
} from './extension.ts';
import { OverlayView } from './overlay-view.ts';

/**
 * What each pupil of the sample pages has, counted by hand from the marks in samples/mis/pupils.js, and the step by the
 * policy's own words: below 96% step 1, below 94% step 2, below 92% step 3, 90% or below step 4.
 */
const PUPILS: readonly [name: string, missed: number, possible: number, summary: string, grid: string][] = [
  ['Amara Bello', 0, 106, 'No step', 'No step'],
  ['Owen Castle', 2, 106, 'No step', 'No step'],
  ['Priya Chandran', 4, 106, 'No step', 'No step'],
  ['Theo Dunmore', 5, 106, 'Step 1', 'Step 1'],
  ['Freya Ellison', 6, 106, 'Step 1', 'Step 1'],
  ['Yusuf Farah', 7, 106, 'Step 2', 'Step 2'],
  ['Niamh Gallagher', 8, 106, 'Step 2', 'Step 2'],
  ['Jacob Hart', 9, 106, 'Step 3', 'Step 3'],
  ['Siân Hopkins', 10, 106, 'Step 3', 'Step 3'],
  ['Layla Iqbal', 11, 106, 'Step 4', 'Step 4'],
  // Ten unauthorised sessions: totals do not say when they were, so the notice of step 6 is held back; marks show ten
  // sessions of holiday, for which support does not apply.
  ['Callum Jones-Smith', 16, 106, 'Step 4', 'Step 6'],
  // Came on 5 October: the window of ten school weeks begins before, but step 6 could not be hers without support.
  ['Zofia Kowalska', 2, 60, 'No step', 'No step'],
  ['Daniel McAllister', 5, 106, 'Step 1', 'Step 1'],
  ['Evie O’Connor', 0, 106, 'No step', 'No step'],
  ['Aarav Patel', 22, 106, 'Step 4', 'Step 4'],
  ['Ruby Sutton', 0, 106, 'No step', 'No step'],
  ['Leo Tran', 2, 106, 'No step', 'No step'],
  ['Maya Whitlock', 6, 106, 'Step 1', 'Step 1'],
];
const BY_PERCENTAGE: readonly [atLeastMissedPercent: number, step: string][] = [
  [10, 'Step 4'],
  [8.0001, 'Step 3'],
  [6.0001, 'Step 2'],
  [4.0001, 'Step 1'],
];
/** The reader is loaded into every page of a MIS, so it must stay small. */
const MOST_READER_BYTES = 45_000;

let extension: ExtensionUnderTest;
let page: Page;
let overlay: OverlayView;
const before = { body: '', attributes: '' };

beforeAll(async () => {
  extension = await startExtension();
  page = await extension.context.newPage();
  await page.goto(`${extension.site.url}/summary.html`);
  overlay = new OverlayView(page);
});
afterAll(() => extension?.close());

/** The mark's own word, without the flag of its policy. */
const wordOf = (text: string): string | null => text.split('\n').find((part) => /step|tell/i.test(part)) ?? null;

const dom = (): Promise<{ body: string; attributes: string }> =>
  page.evaluate(() => ({
    body: document.body.outerHTML,
    attributes: [...document.documentElement.attributes].map(({ name, value }) => `${name}=${value}`).join(),
  }));

describe('as installed', () => {
  it('asks for no host and reads no page', async () => {
    const manifest = await builtManifest();
    expect(manifest).toMatchObject({ manifest_version: 3, optional_host_permissions: ['*://*/*'] });
    expect(manifest['host_permissions'] ?? []).toEqual([]);
    expect(manifest['content_scripts'] ?? []).toEqual([]);
    expect(manifest['permissions']).toEqual(['storage', 'scripting', 'activeTab', 'sidePanel']);
    expect(await overlay.marks()).toEqual([]);
    Object.assign(before, await dom());
  });

  it('puts no more than 45 kB into a page, and neither the schema nor the Markdown libraries', async () => {
    const reader = await builtFile('content-scripts/reader.js');
    expect(gzipSync(reader).length).toBeLessThan(MOST_READER_BYTES);
    expect(reader.toString()).not.toMatch(/ZodError|micromark/);
  });

  it('refuses a bundle whose text was changed, and says so', async () => {
    const bundle = await sampleBundle();
    const changed = { ...bundle, source: { ...bundle.source, markdown: `${bundle.source.markdown}\n` } };
    const options = await chooseBundle(extension, JSON.stringify(changed));
    expect(await options.getByRole('status').innerText()).toMatch(/does not match its SHA-256/);
    expect(await options.innerText('body')).not.toContain('steps, published');
    await options.close();
  });

  it('takes the policy from a bundle file and says that it is a draft', async () => {
    const options = await chooseBundle(extension, JSON.stringify(await sampleBundle()));
    const text = await options.innerText('body');
    expect(text).toContain('Hartsmere Primary School');
    expect(text).toMatch(/draft/i);
    await options.close();
  });
});

describe('turned on by one click', () => {
  it('the figures of the sample are what they are thought to be', async () => {
    for (const [name, missed, possible, summary] of PUPILS) {
      const step = BY_PERCENTAGE.find(([least]) => (100 * missed) / possible >= least)?.[1] ?? 'No step';
      if (summary !== 'Can’t tell') expect([name, summary]).toEqual([name, step]);
    }
    const rows = await page.locator('#pupils tbody tr').allInnerTexts();
    const shown = rows
      .map((row) => row.split('\t'))
      .map((cells) => [Number(cells[2]) - Number(cells[3]), Number(cells[2])]);
    expect(shown).toEqual(PUPILS.map(([, missed, possible]) => [missed, possible]));
  });

  it('marks every pupil of the summary with the step', async () => {
    const popup = await turnOnFor(extension, page);
    await page.bringToFront();
    const marks = await overlay.someMarks();
    expect(marks.map(({ label, word }) => [label.split(':')[0], wordOf(word)])).toEqual(
      PUPILS.map(([name, , , step], at) => [name, marks[at]?.visible ? step : null]),
    );
    expect(marks.map(({ label }) => label)).toEqual(
      PUPILS.map(([name, , , step]) => expect.stringMatching(new RegExp(`^${name}: ${step}`))),
    );
    // The page is marked before the popup hears of it.
    await expect.poll(() => popup.innerText('body')).toContain('18 of 18 pupils, as at 20 November 2026');
  });

  it('puts each mark on its own row, beside the name and over no text', async () => {
    for (const mark of (await overlay.marks()).filter(({ visible }) => visible)) {
      const [name] = mark.label.split(':');
      const [given = '', family = ''] = [name?.split(' ').slice(0, -1).join(' '), name?.split(' ').at(-1)];
      const cell = page.locator('td.name', { hasText: `${family}, ${given}` });
      const [box, link] = [await cell.boundingBox(), await cell.locator('a').boundingBox()];
      if (!box || !link) throw new Error(`No cell for ${name}`);
      expect(mark.y).toBeGreaterThanOrEqual(box.y);
      expect(mark.y + mark.height).toBeLessThanOrEqual(box.y + box.height);
      expect(mark.x).toBeGreaterThan(link.x + link.width);
      expect(mark.x + mark.width).toBeLessThanOrEqual(box.x + box.width + 1);
    }
  });

  it('says why in a popover, with the policy’s own sentence', async () => {
    const text = await overlay.openMark('Jacob Hart');
    const policy = await readFile('samples/policies/hartsmere-primary.md', 'utf8');
    const sentence =
      /If there is no improvement three weeks after step 2.*?for six weeks\./.exec(policy)?.[0] ?? 'missing';
    expect(text).toContain('Step 3: a meeting and an attendance plan');
    expect(text).toContain(sentence);
    expect(text).toContain('9 of 106 possible sessions missed');
    expect(text).toContain('as at 20 November 2026');
    expect(text).toMatch(/draft policy/i);
  });

  it('says what totals cannot show', async () => {
    await page.keyboard.press('Escape');
    expect(await overlay.popover()).toBeNull();
    const text = await overlay.openMark('Callum Jones-Smith');
    expect(text).toContain('Step 4');
    expect(text).toContain('What the page does not show');
    expect(text).toContain('support has not worked or was not taken up?');
    await page.keyboard.press('Escape');
  });

  it('follows its rows when the page scrolls', async () => {
    await page.setViewportSize({ width: 1280, height: 600 });
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForTimeout(150);
    const marks = await overlay.marks();
    const last = marks.at(-1);
    const box = await page.locator('td.name', { hasText: 'Whitlock' }).boundingBox();
    expect(last?.visible).toBe(true);
    expect(Math.abs((last?.y ?? 0) + (last?.height ?? 0) / 2 - ((box?.y ?? 0) + (box?.height ?? 0) / 2))).toBeLessThan(
      2,
    );
    // The first rows are above the screen or under the page’s own bar, so their marks step back.
    expect(marks[0]?.visible).toBe(false);
    await page.evaluate(() => scrollTo(0, 0));
    await page.setViewportSize({ width: 1280, height: 860 });
  });

  it('leaves the page as it was', async () => {
    expect(await dom()).toEqual(before);
    expect(await page.evaluate(() => [...document.documentElement.children].map(({ tagName }) => tagName))).toEqual([
      'HEAD',
      'BODY',
      'ROLLMARK-OVERLAY',
    ]);
    expect(await page.evaluate(() => document.querySelector('rollmark-overlay')?.shadowRoot)).toBeNull();
  });

  it('marks every pupil of the register grid with the step', async () => {
    await page.goto(`${extension.site.url}/register-grid.html`);
    const marks = await overlay.someMarks();
    expect(marks.map(({ label }) => label)).toEqual(
      PUPILS.map(([name, , , , step]) => expect.stringMatching(new RegExp(`^${name}: ${step}`))),
    );
    const text = await overlay.openMark('Layla Iqbal');
    expect(text).toContain('11 of 106 possible sessions missed');
    expect(text).toContain('When attendance is 90% or below');
  });

  it('can be reached and moved through by keyboard', async () => {
    await page.keyboard.press('Escape');
    await page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : null));
    await overlay.openMark('Amara Bello');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await overlay.popover()).toContain('Owen Castle');
    await page.keyboard.press('Escape');
  });
});

describe('silent, with the reason', () => {
  it.each<[string, RegExp]>([
    ['days', /in days/],
    ['period', /does not say which dates/],
    ['lessons', /in lessons/],
    ['halfTerm', /cover 2 November 2026 to 20 November 2026 only/],
    ['oneMark', /only the morning sessions/],
  ])('on the page of the case "%s"', async (name, why) => {
    await page.goto(`${extension.site.url}/traps.html?case=${name}`);
    await overlay.noteWith(why);
    expect(await overlay.marks()).toEqual([]);
  });

  it('and changes its reason when the page replaces its table in place', async () => {
    await page.getByRole('tab', { name: 'Attendance in days' }).click();
    await overlay.noteWith(/in days/);
  });

  it('and says nothing on a page without pupils', async () => {
    await page.goto(`${extension.site.url}/index.html`);
    await page.waitForTimeout(500);
    expect([await overlay.note(), await overlay.marks()]).toEqual([null, []]);
  });
});

describe('the extension’s own pages', () => {
  const axe = readFile('node_modules/axe-core/axe.min.js', 'utf8');
  const violations = async (tested: Page): Promise<string[]> => {
    await tested.evaluate(await axe);
    return tested.evaluate(async () => {
      // biome-ignore lint/suspicious/noExplicitAny: axe adds itself to the page.
      const { violations: found } = await (globalThis as any).axe.run();
      return found.map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id}: ${nodes[0]?.html}`);
    });
  };

  it('list the pupils by step, find and filter them', async () => {
    await page.goto(`${extension.site.url}/summary.html`);
    await overlay.someMarks();
    const panel = await extension.context.newPage();
    await panel.goto(`${extension.home}/sidepanel.html?tab=${await tabIdOf(extension, page)}`);
    await panel.getByText('18 of 18 pupils read').waitFor();
    expect(await panel.locator('h2').allInnerTexts()).toEqual([
      expect.stringContaining('Step 4'),
      expect.stringContaining('Step 3'),
      expect.stringContaining('Step 2'),
      expect.stringContaining('Step 1'),
      expect.stringContaining('No step'),
    ]);
    await panel.getByLabel('Search by name').fill('hart');
    expect(await panel.getByRole('status').innerText()).toBe('1 of 18 pupils shown');
    await panel.getByLabel('Search by name').fill('');
    await panel.getByLabel('Step', { exact: true }).selectOption({ label: 'Step 3 (2)' });
    expect(await panel.getByRole('status').innerText()).toBe('2 of 18 pupils shown');
    expect(await violations(panel)).toEqual([]);
    await panel.close();
  });

  it('say what a page states of each pupil where no step can be told', async () => {
    await page.goto(`${extension.site.url}/traps.html?case=days`);
    await overlay.noteWith(/in days/);
    const panel = await extension.context.newPage();
    await panel.goto(`${extension.home}/sidepanel.html?tab=${await tabIdOf(extension, page)}`);
    await panel.getByRole('heading', { name: /^What the page states, without a step \(18\)/ }).waitFor();
    expect(await panel.getByRole('listitem').first().innerText()).toMatch(/days[^:;]*: \d+.*; .*2026/is);
    expect(await violations(panel)).toEqual([]);
    await panel.close();
  });

  it('have no fault that axe finds', async () => {
    const options = await extension.context.newPage();
    await options.goto(`${extension.home}/options.html`);
    await options.getByRole('heading', { name: 'Policy and sites' }).waitFor();
    expect(await violations(options)).toEqual([]);
    await options.close();
    const popup = await openPopup(extension, page);
    await popup.getByRole('button', { name: 'Turn off for this site' }).waitFor();
    expect(await violations(popup)).toEqual([]);
    await popup.close();
  });

  it('turn the site off again, and then nothing is read', async () => {
    const popup = await openPopup(extension, page);
    await popup.getByRole('button', { name: 'Turn off for this site' }).click();
    await popup.getByRole('button', { name: 'Turn on for this site' }).waitFor();
    await page.goto(`${extension.site.url}/summary.html`);
    await page.waitForTimeout(700);
    expect(await overlay.marks()).toEqual([]);
  });

  it('made no request beyond the page’s own', () => {
    const own = (url: string): boolean =>
      url.startsWith(extension.site.url) || /^(?:chrome|chrome-extension|data|blob):/.test(url);
    expect(extension.requests.filter((url) => !own(url))).toEqual([]);
    expect(extension.requests.length).toBeGreaterThan(10);
  });
});
