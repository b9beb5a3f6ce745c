import { describe, expect, it } from 'vitest';
import type { Desk } from './desk.ts';

/** An extension whose worker is stopped, or which is updated under an open page. Nothing can follow: it is gone then. */
export function stopped(desk: Desk): void {
  describe('an extension that is stopped or updated', () => {
    it('answers again after its worker was stopped', async () => {
      await desk.page.bringToFront();
      await desk.page.goto(`${desk.extension.site.url}/index.html`);
      const session = await desk.extension.context.browser()?.newBrowserCDPSession();
      const { targetInfos } = (await session?.send('Target.getTargets')) ?? { targetInfos: [] };
      const workers = targetInfos.filter(({ type }) => type === 'service_worker');
      expect(workers.length).toBeGreaterThan(0);
      for (const { targetId } of workers) await session?.send('Target.closeTarget', { targetId });
      await desk.put(
        '<p>Statutory sessions, 2 September 2026 to 20 November 2026</p><table><thead><tr><th>Pupil</th><th>Possible</th><th>Attended</th><th>Authorised</th><th>Unauthorised</th></tr></thead><tbody><tr><td>Jacob Hart</td><td>106</td><td>97</td><td>9</td><td>0</td></tr></tbody></table>',
      );
      expect((await desk.overlay.someMarks()).map(({ label }) => label)).toEqual([
        expect.stringMatching(/^Jacob Hart: Step 3/),
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
