import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageReading } from '../../extension/reading/page-reading.ts';
import { readPage } from '../../extension/reading/whole-page.ts';
import { everyPage } from '../extension/fixtures/pages/index.ts';
import { documentOf } from '../extension/page.ts';
import { holdAgainst, sightOf } from '../extension/reading/against-truth.ts';
import { launchBrowser } from './chromium.ts';
import { bundleReader } from './reader-bundle.ts';
import { type Served, serveFolders } from './serve.ts';

/*
 * The same pages over http in a real browser, with its own idea of what is hidden, checked and laid out where.
 * Figures are the truth's here as in a document without a browser.
 */
let browser: Browser;
let site: Served;
let folder: string;
let page: Page;
let reader: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollmark-pages-'));
  for (const [at, { html, name }] of everyPage.entries())
    await writeFile(
      join(folder, `${at}.html`),
      `<!doctype html><meta charset="utf-8"><title>${name}</title><body>${html}</body>`,
    );
  await mkdir(folder, { recursive: true });
  [browser, site, reader] = await Promise.all([
    launchBrowser(),
    serveFolders({ mounts: { '/': folder } }),
    bundleReader(),
  ]);
  page = await browser.newPage();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

async function readInBrowser(at: number, today: string): Promise<PageReading> {
  await page.goto(`${site.url}/${at}.html`);
  await page.evaluate(reader);
  // The bundle's own answer, whose shape is that of a reading without elements.
  return (await page.evaluate(`rollmarkReader.read(${JSON.stringify(today)})`)) as PageReading;
}

/** Its halves stand side by side with their component kit's style sheet alone; here they stand below one another. */
const LAID_OUT_BY_A_KIT = /^split grid with locked columns/;

describe('in Chromium', () => {
  it.each(everyPage.map((fixture, at) => ({ ...fixture, at })))(
    '$name is read as its truth says',
    async ({ name, at, html, truth, today }) => {
      const verdict = holdAgainst(await readInBrowser(at, today), truth, today);
      expect(verdict.wrong).toEqual([]);
      expect(verdict.steps).toEqual([]);
      const without = documentOf(html);
      const bare = holdAgainst(readPage(without, today, sightOf(without)), truth, today);
      // A browser knows more of a page than its markup says, never less.
      if (!LAID_OUT_BY_A_KIT.test(name)) expect(verdict.read).toBeGreaterThanOrEqual(bare.read);
    },
  );
});

describe('what only a browser knows', () => {
  const ROWS = 200;
  const rows = Array.from(
    { length: ROWS },
    (_, at) =>
      `<tr><td>${'ABCDEFGHIJ'[at % 10]}da Pupil${'abcdefghijklmnopqrst'[Math.floor(at / 10)]}</td><td>106</td><td>${80 + (at % 20)}</td></tr>`,
  );
  const table = (more = ''): string =>
    `<p>Statutory sessions, 2 September 2026 to 20 November 2026</p><table><thead><tr><th>Pupil</th><th>Possible sessions</th><th class="x">Attended sessions</th></tr></thead><tbody>${rows.slice(0, 5).join('')}</tbody></table>${more}`;
  const readHere = async (html: string): Promise<PageReading> => {
    await page.goto(`${site.url}/0.html`);
    await page.setContent(`<!doctype html><body>${html}</body>`);
    await page.evaluate(reader);
    return (await page.evaluate('rollmarkReader.read("2026-11-21")')) as PageReading;
  };

  it('reads what a style sheet leaves visible', async () => {
    const { grids } = await readHere(`<style>tr > :nth-child(3){display:none}</style>${table()}`);
    expect(grids.flatMap(({ pupils }) => pupils.flatMap(({ record }) => record.totals?.attended ?? []))).toEqual([]);
  });
  it('sees a veil that lies over the rows, and none that is transparent', async () => {
    const veil = (style: string): string =>
      `<div style="position:relative">${table()}<div class="grid-mask" style="position:absolute;inset:0;${style}"></div></div>`;
    expect((await readHere(veil(''))).grids[0]?.refusal).toMatch(/loading/);
    expect((await readHere(veil('opacity:0'))).grids[0]?.refusal).toBeNull();
  });
  it('follows a grid that draws only the rows in view', async () => {
    const all = JSON.stringify(rows);
    await readHere(
      `<p>Statutory sessions, 2 September 2026 to 20 November 2026</p><div id="view" style="height:200px;overflow:auto"><div style="height:${ROWS * 20}px"><table style="position:sticky;top:0"><thead><tr><th>Pupil</th><th>Possible sessions</th><th>Attended sessions</th></tr></thead><tbody></tbody></table></div></div>`,
    );
    await page.evaluate(
      `{ const all = ${all}; const view = document.getElementById('view'); const draw = () => { const from = Math.floor(view.scrollTop / 20); document.querySelector('tbody').innerHTML = all.slice(from, from + 12).join(''); }; view.onscroll = draw; draw(); }`,
    );
    const names = new Set<string>();
    for (let top = 0; top < ROWS * 20; top += 160) {
      await page.evaluate(
        `new Promise((done) => { const view = document.getElementById('view'); view.scrollTop = ${top}; requestAnimationFrame(() => requestAnimationFrame(done)); })`,
      );
      const { grids } = (await page.evaluate('rollmarkReader.read("2026-11-21")')) as PageReading;
      for (const { record } of grids[0]?.pupils ?? []) names.add(record.name ?? '');
    }
    expect(names.size).toBe(ROWS);
  });
});

describe('a hostile page', () => {
  const survive = async (html: string, most: number): Promise<PageReading> => {
    await page.goto(`${site.url}/0.html`);
    await page.setContent(`<!doctype html><body>${html}</body>`);
    await page.evaluate(reader);
    const started = Date.now();
    const reading = (await page.evaluate('rollmarkReader.read("2026-11-21")')) as PageReading;
    expect(Date.now() - started).toBeLessThan(most);
    return reading;
  };
  it('with a hundred thousand cells is no hang', async () => {
    const row = `<tr>${'<td>x1</td>'.repeat(100)}</tr>`;
    await survive(`<table>${row.repeat(1000)}</table>`, 15_000);
  });
  it('nested a thousand deep is no hang', async () => {
    await survive(
      `${'<div>'.repeat(450)}<table><tr><td>Pupil</td><td>a</td></tr><tr><td>b c</td><td>1</td></tr></table>${'</div>'.repeat(450)}`,
      10_000,
    );
    await survive(`${'<table><tr><td>'.repeat(120)}x${'</td></tr></table>'.repeat(120)}`, 10_000);
  });
  it('whose elements own each other in a ring is no hang', async () => {
    const { grids } = await survive(
      '<div id="a" role="grid" aria-owns="b"><div role="row" id="b" aria-owns="a"><span role="gridcell">Ada Finch</span></div><div role="row"><span role="gridcell">Bo Finch</span></div></div>',
      5000,
    );
    expect(grids).toEqual([]);
  });
});
