import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyPage } from '#test/extension/fixtures/pages/index.ts';
import { chooseBundle, type ExtensionUnderTest, sampleBundle, startExtension, turnOnFor } from './extension.ts';
import { OverlayView } from './overlay-view.ts';

/** Nothing of a pupil leaves the page: not to a network, not to a storage. Every fixture page is opened for it. */
let extension: ExtensionUnderTest;
let folder: string;
let page: Page;
let marked = 0;
/** Pages that hold many fixture pages each, in frames: the extension reads each frame as it does a page. */
const crowds: string[] = [];
const A_CROWD = 15;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollmark-pages-'));
  for (const [at, { html }] of everyPage.entries()) {
    const head = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>Page</title>';
    await writeFile(join(folder, `${at}.html`), head + html);
  }
  for (let from = 0; from < everyPage.length; from += A_CROWD) {
    const frames = everyPage
      .slice(from, from + A_CROWD)
      .map((_, at) => `<iframe src="/${from + at}.html" style="width:1200px;height:700px"></iframe>`);
    const name = `frames-${from}.html`;
    await writeFile(
      join(folder, name),
      `<!doctype html><link rel="icon" href="data:,"><title>Pages</title>${frames.join('')}`,
    );
    crowds.push(name);
  }
  extension = await startExtension({ folder });
  const options = await chooseBundle(extension, JSON.stringify(await sampleBundle()));
  // The pages are of other schools; a policy for any school makes the extension do all that it does.
  await options.getByLabel('whatever school a page names').check();
  await options.close();
  page = await extension.context.newPage();
  await page.goto(`${extension.site.url}/0.html`);
  await (await turnOnFor(extension, page)).close();
  await page.bringToFront();
}, 120_000);
afterAll(async () => {
  await extension?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('on every fixture page', () => {
  it('the extension asks for nothing beyond the page’s own', async () => {
    const overlay = new OverlayView(page);
    for (const name of crowds) {
      await page.goto(`${extension.site.url}/${name}`);
      // Until no further frame has marks: each is read in its own time, and some have none.
      let now = 0;
      for (let [round, same] = [0, 0]; same < (now > 0 ? 2 : 4) && round < 20; round++) {
        await page.waitForTimeout(250);
        const count = await overlay.count();
        same = count === now ? same + 1 : 0;
        now = count;
      }
      marked += now;
    }
    const own = (url: string): boolean =>
      url.startsWith(`${extension.site.url}/`) || /^(?:chrome|chrome-extension|data|blob|about):/.test(url);
    expect(extension.requests.filter((url) => !own(url))).toEqual([]);
    expect(extension.requests.filter((url) => /\/\d+\.html$/.test(url)).length).toBeGreaterThanOrEqual(
      everyPage.length,
    );
    // It was at work: a test of something that did nothing would prove nothing.
    expect(marked).toBeGreaterThan(20);
  }, 180_000);

  it('and keeps no name, no identifier and no figure of any pupil', async () => {
    const own = await extension.context.newPage();
    await own.goto(`${extension.home}/it.html`);
    const stored = await own.evaluate(async () => {
      const areas = [chrome.storage.local, chrome.storage.session, chrome.storage.sync];
      const kept = await Promise.all(areas.map((area) => area?.get()));
      const databases = await indexedDB.databases();
      return JSON.stringify([kept, databases, { ...localStorage }, { ...sessionStorage }, await caches.keys()]);
    });
    await own.close();
    const texts = everyPage.flatMap(({ truth }) => [
      ...truth.pupils.flatMap(({ shown, name, id }) => [shown, name, ...(id && id.length > 4 ? [id] : [])]),
      ...truth.notPupils.filter((text) => text.includes(' ')),
    ]);
    expect(new Set(texts).size).toBeGreaterThan(50);
    expect([...new Set(texts)].filter((text) => stored.toLowerCase().includes(text.toLowerCase()))).toEqual([]);
    // And by surname alone, where it is none of the policy's own words.
    const policy = (await readFile('samples/policies/hartsmere-primary.md', 'utf8')).toLowerCase();
    const surnames = new Set(
      everyPage.flatMap(({ truth }) => truth.pupils.map(({ name }) => name.split(' ').at(-1)?.toLowerCase() ?? '')),
    );
    const telling = [...surnames].filter((word) => word.length > 4 && !policy.includes(word));
    expect(telling.length).toBeGreaterThan(10);
    expect(telling.filter((word) => stored.toLowerCase().includes(word))).toEqual([]);
  });

  it('and leaves nothing in the page’s own storage', async () => {
    const kept = await page.evaluate(() => ({ ...localStorage, ...sessionStorage, cookie: document.cookie }));
    expect(kept).toEqual({ cookie: '' });
  });
});

describe.each(['extension/chrome-mv3', 'extension/firefox-mv3'])('the built %s', (built) => {
  const root = `dist/${built}`;
  const manifest = async () => JSON.parse(await readFile(join(root, 'manifest.json'), 'utf8'));

  it('has no host permission, no script and no style in its manifest', async () => {
    const {
      host_permissions = [],
      content_scripts = [],
      optional_permissions = [],
      web_accessible_resources = [],
      ...rest
    } = await manifest();
    expect([host_permissions, content_scripts, optional_permissions, web_accessible_resources]).toEqual([
      [],
      [],
      [],
      [],
    ]);
    expect(rest.externally_connectable).toBeUndefined();
    expect(
      rest.permissions.filter((one: string) => !['storage', 'scripting', 'activeTab', 'sidePanel'].includes(one)),
    ).toEqual([]);
  });
  it('lets its own pages load nothing but the package, and reach no address but by https', async () => {
    expect((await manifest()).content_security_policy).toEqual({
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    });
  });

  it.each(['details', 'rare', 'reader', 'teacher'])('has no call to a network in its %s', async (script) => {
    const text = await readFile(join(root, 'content-scripts', `${script}.js`), 'utf8');
    const calls =
      /\bfetch\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|importScripts|\bimport\s*\(|new Image\b|navigator\.serviceWorker/g;
    expect(text.match(calls) ?? []).toEqual([]);
    // Preact's own namespaces are names, and the sources of the law are shown: neither is ever asked for.
    const addresses = [...text.matchAll(/https?:\/\/[^"'`\s)\\]+/g)].map(([address]) => address);
    expect(
      addresses.filter(
        (address) =>
          !/^http:\/\/www\.w3\.org\//.test(address) &&
          !/^https:\/\/(?:www\.gov|www\.legislation\.gov|explore-education-statistics\.service\.gov)\.uk\//.test(
            address,
          ) &&
          !/^https:\/\/(?:\*\.uk\.arbor\.sc|cloudmis\.bromcom\.com|\*\.isamshosting\.cloud)\//.test(address),
      ),
    ).toEqual([]);
  });
  it('has one place alone that asks a network: the fetch of a policy', async () => {
    const background = await readFile(join(root, 'background.js'), 'utf8');
    const chunks = await readdir(join(root, 'chunks')).catch(() => []);
    const texts = [
      background,
      ...(await Promise.all(chunks.map((name) => readFile(join(root, 'chunks', name), 'utf8')))),
    ];
    expect(texts.flatMap((text) => text.match(/onMessageExternal|onConnectExternal/g) ?? [])).toEqual([]);
    expect(texts.flatMap((text) => text.match(/XMLHttpRequest|WebSocket|EventSource|sendBeacon/g) ?? [])).toEqual([]);
    // Called by the name that fetch-bundle.ts gives it, and by its own name nowhere.
    expect(texts.flatMap((text) => text.match(/\bfetch\s*\(/g) ?? [])).toEqual([]);
    expect(texts.flatMap((text) => text.match(/[=,:]\s*fetch\b/g) ?? [])).toHaveLength(1);
  });
  it('has no eval, and imports nothing from elsewhere', async () => {
    const names = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.js'));
    expect(names.length).toBeGreaterThan(5);
    for (const name of names)
      expect(await readFile(join(root, name), 'utf8')).not.toMatch(
        /\beval\s*\(|\bnew\s+Function\b|import\s*\(\s*["'`]?https?:/,
      );
  });
  it('has no style for pages among its files', async () => {
    const names = await readdir(join(root, 'content-scripts'));
    expect(names.sort()).toEqual(['details.js', 'rare.js', 'reader.js', 'teacher.js']);
  });
});
