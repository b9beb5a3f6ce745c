import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { keptText, keptTexts, openEditor, openSample, replaceText, waitForCheck, waitForText } from './editor-page.ts';
import { freshSample, newVisitor, shareEditor, toStart } from './editor-shared.ts';

/** What goes wrong with browsers, disks and people, and that nothing of a draft is lost by it. */

const SOON = { timeout: 15_000 };
const shared = shareEditor();

/** Makes every write to the store fail as a full disk does, or lets it through again. */
function fillDisk(page: Page, full: boolean): Promise<void> {
  return page.evaluate((isFull) => {
    const store = IDBObjectStore.prototype as IDBObjectStore & { truePut?: IDBObjectStore['put'] };
    store.truePut ??= store.put;
    const { truePut } = store;
    store.put = isFull
      ? () => {
          throw new DOMException('No room', 'QuotaExceededError');
        }
      : truePut;
  }, full);
}

/** Lets the editor's file windows answer with a file of the browser's own, which a test can change behind its back. */
async function pickFile(page: Page, words: string): Promise<void> {
  await page.evaluate(async (content) => {
    const root = await navigator.storage.getDirectory();
    const handle = await root.getFileHandle('policy.md', { create: true });
    const stream = await handle.createWritable();
    await stream.write(content);
    await stream.close();
    const pick = () => Promise.resolve([handle]);
    Object.assign(window, { showOpenFilePicker: pick, showSaveFilePicker: () => Promise.resolve(handle) });
    // A file of one's own is always allowed.
    Object.assign(FileSystemHandle.prototype, { requestPermission: () => Promise.resolve('granted') });
  }, words);
}

function fileOnDisk(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    return (await (await root.getFileHandle('policy.md')).getFile()).text();
  });
}

/** Deletes every draft, by the buttons of the start screen. */
async function deleteDrafts(page: Page): Promise<void> {
  const bins = page.getByRole('button', { name: /^Delete “/ });
  // At first the screen may still list what was kept when it was last seen; it shows twelve at most.
  const isListed = async () => (await bins.count()) === Math.min((await keptTexts(page)).length, 12);
  for (;;) {
    await expect.poll(isListed, SOON).toBe(true);
    const kept = (await keptTexts(page)).length;
    if (kept === 0) return;
    await bins.first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect.poll(async () => (await keptTexts(page)).length, SOON).toBe(kept - 1);
  }
}

describe('a draft', () => {
  it('is still there, and says so, when the disk is full; and is kept as soon as there is room', async () => {
    const { page } = shared;
    await freshSample(page);
    await fillDisk(page, true);
    await replaceText(page, '# Written on a full disk');
    await page.getByRole('alert').filter({ hasText: 'no room left for drafts' }).waitFor(SOON);
    await fillDisk(page, false);
    await page.locator('.saved[data-is="saved"]').waitFor(SOON);
    expect(await keptText(page)).toBe('# Written on a full disk');
  });

  it('comes back after the tab crashed', async () => {
    const context = await newVisitor(shared.browser);
    const { page } = await openEditor(context, shared.url);
    await openSample(page);
    await replaceText(page, '# Before the crash');
    await page.locator('.saved[data-is="saved"]').waitFor(SOON);
    const crashed = page.waitForEvent('crash');
    await page.goto('chrome://crash').catch(() => undefined);
    await crashed;
    const again = await openEditor(context, shared.url);
    await waitForText(again.page);
    expect(await again.page.locator('.view-lines').innerText()).toMatch(/Before.the.crash/);
    await context.close();
  });

  it('opens with the problems that it was left with, even where what checks cannot start', async () => {
    const context = await newVisitor(shared.browser);
    const { page } = await openEditor(context, shared.url);
    await openSample(page);
    await replaceText(page, '# Attendance policy\n\nRegisters are kept for three years.\n');
    await page.locator('.squiggly-error').first().waitFor(SOON);
    await page.locator('.saved[data-is="saved"]').waitFor(SOON);
    await waitForCheck(page);
    await page.close();
    await context.route(/lint\.worker/, (route) => route.abort());
    const again = await openEditor(context, shared.url);
    await again.page.locator('.squiggly-error').first().waitFor(SOON);
    await again.page.locator('.status-failed').waitFor(SOON);
    await replaceText(again.page, '# Attendance policy\n\nRegisters are kept for six years.\n');
    await again.page.locator('.saved[data-is="saved"]').waitFor(SOON);
    await again.page.close();
    // Of a text that was never checked nothing is known.
    const third = await openEditor(context, shared.url);
    await waitForText(third.page);
    await third.page.locator('.status-failed').waitFor(SOON);
    expect(await third.page.locator('[class*="squiggly-"]').count()).toBe(0);
    await context.close();
  });

  it('is kept again after the browser cleared its storage while it was open', async () => {
    const { page } = shared;
    await freshSample(page);
    await replaceText(page, '# Before the clearing');
    await page.locator('.saved[data-is="saved"]').waitFor(SOON);
    const devtools = await shared.context.newCDPSession(page);
    await devtools.send('Storage.clearDataForOrigin', { origin: shared.url, storageTypes: 'indexeddb' });
    await page.locator('.monaco-editor').first().click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type(', and after');
    // Looking into the store before it is there again would make an empty one in its place.
    await page.locator('.saved[data-is="saved"]').waitFor(SOON);
    expect(await keptText(page)).toBe('# Before the clearing, and after');
  });

  it('can be taken out with all others as one file', async () => {
    const { page } = shared;
    await toStart(page);
    await deleteDrafts(page);
    await freshSample(page);
    await replaceText(page, '# The first');
    await page.locator('.title-bar .wordmark').click();
    await openSample(page);
    await replaceText(page, '# The second');
    await page.locator('.title-bar .wordmark').click();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: /Download all/ }).click();
    const zip = unzipSync(new Uint8Array(await readFile(await (await coming).path())));
    expect(
      Object.entries(zip)
        .map(([name, bytes]) => `${name}: ${strFromU8(bytes)}`)
        .toSorted(),
    ).toEqual(['Hartsmere Primary School (2).md: # The first', 'Hartsmere Primary School.md: # The second']);
  });
});

describe('a file that someone else changed meanwhile', () => {
  async function openAndChange(): Promise<Page> {
    const { page } = shared;
    await toStart(page);
    await deleteDrafts(page);
    await pickFile(page, '# As it was');
    await page.getByRole('button', { name: /Open a policy/ }).click();
    await waitForText(page);
    await replaceText(page, '# As I want it');
    await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const stream = await (await root.getFileHandle('policy.md')).createWritable();
      await stream.write('# As they want it');
      await stream.close();
    });
    await page.getByRole('button', { name: 'Save file' }).click();
    await page.getByRole('dialog').filter({ hasText: 'The file has changed' }).waitFor(SOON);
    return page;
  }

  it('opens beside the draft, and neither is overwritten', async () => {
    const page = await openAndChange();
    await page.getByRole('button', { name: 'Open their version beside mine' }).click();
    await expect.poll(() => page.locator('.view-lines').innerText(), SOON).toMatch(/As.they.want.it/);
    expect(await fileOnDisk(page)).toBe('# As they want it');
    await page.locator('.title-bar .wordmark').click();
    await expect.poll(() => page.locator('.recent').count(), SOON).toBe(2);
  });

  it('is replaced when that is the answer', async () => {
    const page = await openAndChange();
    await page.getByRole('button', { name: 'Replace theirs with mine' }).click();
    await expect.poll(() => fileOnDisk(page), SOON).toBe('# As I want it');
  });
});
