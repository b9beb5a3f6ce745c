import { describe, expect, it } from 'vitest';
import { openPopup } from '../extension.ts';
import type { Desk } from './desk.ts';

const PAGE =
  '<p>Statutory sessions, 2 September 2026 to 20 November 2026</p><table><thead><tr><th>Pupil</th><th>Possible</th><th>Attended</th><th>Authorised</th><th>Unauthorised</th></tr></thead><tbody><tr><td>Jacob Hart</td><td>106</td><td>97</td><td>9</td><td>0</td></tr></tbody></table>';

/** An extension whose worker is stopped, or which is updated under an open page. Nothing can follow: it is gone then. */
export function stopped(desk: Desk): void {
  describe('an extension that is stopped or updated', () => {
    const stopWorker = async (): Promise<void> => {
      const session = await desk.extension.context.browser()?.newBrowserCDPSession();
      const { targetInfos } = (await session?.send('Target.getTargets')) ?? { targetInfos: [] };
      const workers = targetInfos.filter(({ type }) => type === 'service_worker');
      expect(workers.length).toBeGreaterThan(0);
      for (const { targetId } of workers) await session?.send('Target.closeTarget', { targetId });
    };
    const isMarked = async (): Promise<void> =>
      expect((await desk.overlay.someMarks()).map(({ label }) => label)).toEqual([
        expect.stringMatching(/^Jacob Hart: Step 3/),
      ]);

    it('says that it is reading until it is answered, and is answered although its worker is stopped in the middle', async () => {
      const [worker] = desk.extension.context.serviceWorkers();
      await worker?.evaluate(() => {
        Object.assign(chrome.storage.local, { get: () => new Promise(() => undefined) });
      });
      await desk.page.bringToFront();
      await desk.page.goto(`${desk.extension.site.url}/summary.html`);
      const panel = await desk.panel();
      await panel.getByText('Reading the page in front…').waitFor();
      await stopWorker();
      await expect.poll(() => panel.locator('.pupils li').count(), { timeout: 8000 }).toBe(18);
      await panel.close();
    });

    it('answers again after its worker was stopped', async () => {
      await desk.page.bringToFront();
      await desk.page.goto(`${desk.extension.site.url}/index.html`);
      await stopWorker();
      await desk.put(PAGE);
      await isMarked();
    });

    it('shows no step where its storage cannot be read, and says so on the page and in the popup', async () => {
      await desk.page.goto(`${desk.extension.site.url}/index.html`);
      const worker =
        desk.extension.context.serviceWorkers()[0] ?? (await desk.extension.context.waitForEvent('serviceworker'));
      await worker.evaluate(() => {
        Object.assign(chrome.storage.local, { get: () => Promise.reject(new Error('IO error: Corruption')) });
      });
      await desk.put(PAGE);
      await desk.overlay.noteWith(/cannot read what Rollmark keeps/);
      expect(await desk.overlay.marks()).toEqual([]);
      const popup = await openPopup(desk.extension, desk.page);
      await popup.getByRole('alert').filter({ hasText: 'cannot read what Rollmark keeps' }).waitFor();
      await popup.close();
      await stopWorker();
      await desk.page.bringToFront();
      await desk.put(PAGE.replace('Hart', 'Hunt'));
      expect((await desk.overlay.someMarks()).map(({ label }) => label)).toEqual([
        expect.stringMatching(/^Jacob Hunt: Step 3/),
      ]);
    });

    it('takes its marks away from open pages with one sentence, and stops', async () => {
      const own = await desk.open('it.html');
      await own.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
      await desk.page.bringToFront();
      await desk.page.waitForTimeout(500);
      await desk.page.mouse.click(5, 5);
      expect(await desk.overlay.noteWith(/was updated\. Load this page again/)).toBeTruthy();
      expect(await desk.overlay.marks()).toEqual([]);
      // Nothing of it runs any more: a change of the page is not answered.
      await desk.page.evaluate(() => document.querySelector('table')?.remove());
      await desk.page.waitForTimeout(500);
      expect(await desk.overlay.marks()).toEqual([]);
    });
  });
}
