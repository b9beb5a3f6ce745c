import { describe, expect, it } from 'vitest';
import { openPopup } from '../extension.ts';
import type { Desk } from './desk.ts';

const PERIOD = '<p>Statutory sessions, 2 September 2026 to 20 November 2026</p>';
const ofOne = (name: string, attended: number): string =>
  `<main><h1>${name}</h1>${PERIOD}<dl><dt>Possible sessions</dt><dd>106</dd><dt>Attended</dt><dd>${attended}</dd><dt>Authorised absences</dt><dd>${106 - attended}</dd><dt>Unauthorised absences</dt><dd>0</dd></dl></main>`;
const ofClass = (name: string): string =>
  `${PERIOD}<table><tr><th>Pupil</th><th>Possible</th><th>Attended</th><th>Authorised</th><th>Unauthorised</th></tr><tr><td>${name}</td><td>106</td><td>97</td><td>9</td><td>0</td></tr></table>`;

/** Pages without a class's table, whose reading has a script of its own. */
export function onePupil(desk: Desk): void {
  describe('a page about one pupil', () => {
    /** Counts the scripts that the worker loads, and refuses those of one name. */
    const watchScripts = async (refused: string): Promise<void> => {
      const { context } = desk.extension;
      const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
      await worker.evaluate((name) => {
        const { scripting } = chrome;
        const known = Reflect.get(globalThis, 'realExecute') ?? scripting.executeScript.bind(scripting);
        const loaded: string[] = [];
        Object.assign(globalThis, { realExecute: known, loaded });
        Object.assign(scripting, {
          executeScript: (injection: { files?: string[] }) => {
            loaded.push(...(injection.files ?? []));
            return injection.files?.some((file) => file.includes(name))
              ? Promise.reject(new Error('Cannot access contents of the page'))
              : known(injection);
          },
        });
      }, refused);
    };
    const loaded = async (): Promise<string[]> =>
      (await desk.extension.context.serviceWorkers()[0]?.evaluate(() => Reflect.get(globalThis, 'loaded'))) ?? [];
    const fresh = async (): Promise<void> => {
      await desk.page.bringToFront();
      await desk.page.goto(`${desk.extension.site.url}/index.html`);
    };

    it('is marked by a script that a class’s page never loads, and that comes once', async () => {
      await watchScripts('nothing');
      await desk.page.bringToFront();
      await desk.page.goto(`${desk.extension.site.url}/summary.html`);
      await expect.poll(async () => (await desk.overlay.marks()).length).toBeGreaterThan(10);
      expect(await loaded()).toEqual([]);
      await desk.put(ofOne('Jacob Hart', 97));
      await desk.marksAre(['Jacob Hart: Step 3']);
      await desk.put(ofOne('Maya Whitlock', 105));
      await desk.marksAre(['Maya Whitlock: No step']);
      expect(await loaded()).toEqual(['content-scripts/rare.js']);
    });

    it('is marked inside a frame whose address never changes', async () => {
      await fresh();
      await desk.page.evaluate(
        (html) => {
          document.body.innerHTML = '<h1>Portal</h1><iframe style="width:900px;height:400px"></iframe>';
          const frame = document.querySelector('iframe');
          if (frame) frame.srcdoc = html;
        },
        ofOne('Jacob Hart', 97),
      );
      await desk.marksAre(['Jacob Hart: Step 3']);
    });

    it('is marked where the page writes itself anew and is never done', async () => {
      await fresh();
      await desk.put(ofClass('Maya Whitlock'));
      await desk.marksAre(['Maya Whitlock: Step 3']);
      await desk.page.evaluate(
        (html) => {
          document.open();
          document.write(`<!doctype html><body>${html}`);
        },
        ofOne('Jacob Hart', 97),
      );
      await desk.marksAre(['Jacob Hart: Step 3']);
    });

    it('shows nothing, and says why, where the script is refused; a class’s table is marked all the same', async () => {
      await watchScripts('rare.js');
      await fresh();
      await desk.put(ofOne('Jacob Hart', 97));
      const popup = await openPopup(desk.extension, desk.page);
      await popup.getByText('A part of Rollmark could not be loaded').waitFor();
      await popup.close();
      await desk.page.bringToFront();
      expect(await desk.overlay.marks()).toEqual([]);
      await desk.put(ofClass('Jacob Hart'));
      await desk.marksAre(['Jacob Hart: Step 3']);
      for (const name of ['Ada Quill', 'Ben Quill', 'Cy Quill', 'Di Quill']) {
        await desk.put(ofOne(name, 90));
        await desk.page.waitForTimeout(400);
      }
      // A script that does not come is asked for a few times, and not at every change.
      expect((await loaded()).filter((file) => file.includes('rare')).length).toBeLessThanOrEqual(3);
      await watchScripts('nothing');
      await fresh();
      await desk.put(ofOne('Jacob Hart', 97));
      await desk.marksAre(['Jacob Hart: Step 3']);
    });
  });
}
