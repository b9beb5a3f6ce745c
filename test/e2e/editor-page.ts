import type { BrowserContext, Page } from 'playwright-core';

/** Steps that the tests of the editor share, as a person at the screen would take them. */

/** Opens the editor in a new tab; anything that goes wrong in the page fails the test through `troubles`. */
export async function openEditor(context: BrowserContext, url: string): Promise<{ page: Page; troubles: string[] }> {
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(?:data|blob):/.test(request.url()))
      troubles.push(`request to another host: ${request.url()}`);
  });
  await page.goto(`${url}/`);
  return { page, troubles };
}

/** Opens the sample and waits until it was read and checked. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Try the sample/ }).click();
  await waitForText(page);
  await waitForCheck(page);
}

/** Waits until the text editor stands in place of the plain text. */
export async function waitForText(page: Page): Promise<void> {
  await page.locator('.editor-place[data-state="here"] .view-line').first().waitFor();
}

/** Waits until what shows belongs to the text as it is. */
export async function waitForCheck(page: Page): Promise<void> {
  await page.locator('.status-counts').filter({ hasNotText: 'Reading' }).waitFor();
  await page.locator('.status-busy[data-busy="false"]').waitFor({ state: 'attached' });
}

/** Replaces the whole text with words that are pasted; typed ones would be as many edits as letters. */
export async function replaceText(page: Page, words: string): Promise<void> {
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.evaluate((content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', content);
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(paste);
  }, words);
}

/** The text of the open draft, as the browser keeps it. */
export async function keptText(page: Page): Promise<string> {
  return (await keptTexts(page))[0] ?? '';
}

/** The texts of all drafts that the browser keeps, the newest first. */
export async function keptTexts(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((done, fail) => {
        const opening = indexedDB.open('rollmark');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('drafts').objectStore('drafts').getAll();
          reading.onerror = () => fail(reading.error);
          reading.onsuccess = () => {
            const drafts = reading.result as { text: string; updatedAt: number }[];
            opening.result.close();
            done(drafts.sort((a, b) => b.updatedAt - a.updatedAt).map(({ text }) => text));
          };
        };
      }),
  );
}

type PaneId = 'problems' | 'read' | 'ladder' | 'duties' | 'try' | 'fill' | 'preview' | 'compare';

/** Shows one of the panes. */
export async function showPane(page: Page, id: PaneId): Promise<void> {
  await page.locator(`#tab-${id}`).click();
  await page.locator(`#tab-${id}[aria-selected="true"]`).waitFor();
}
