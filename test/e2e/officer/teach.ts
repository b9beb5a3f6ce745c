import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { violationsIn } from '../axe.ts';
import { openPopup } from '../extension.ts';
import { OverlayView } from '../overlay-view.ts';
import type { Desk } from './desk.ts';

const ODD = (
  headings: string[],
): string => `<p>Statutory sessions</p><div style="height:160px;overflow:auto"><table style="border-collapse:collapse" cellpadding="12">
<thead><tr>${headings.map((text) => `<th>${text}</th>`).join('')}</tr></thead><tbody>
<tr><td><a href="/learner/7">Quillfeather, Zebedee</a></td><td>106</td><td>106</td><td>0</td></tr>
<tr><td><a href="/learner/8">Oxenhope, Marmaduke</a></td><td>106</td><td>97</td><td>9</td></tr></tbody></table></div>`;
const HEADINGS = ['Who', 'In all', 'Here', 'Off'];

/** Teaching a page that is not read. */
export function teaching(desk: Desk): void {
  describe('teach this page', () => {
    let teacher: OverlayView;

    it('is offered where a page is not read', async () => {
      await desk.page.bringToFront();
      await desk.page.goto(`${desk.extension.site.url}/index.html`);
      await desk.put(ODD(HEADINGS));
      await desk.page.waitForTimeout(600);
      expect(await desk.overlay.marks()).toEqual([]);
      const popup = await openPopup(desk.extension, desk.page);
      await popup.getByRole('button', { name: 'This page is not read: teach it' }).click();
      await popup.close();
      await desk.page.bringToFront();
      teacher = new OverlayView(desk.page, 'ROLLMARK-TEACHER');
      await teacher.placeOf('h2', 'Teach this page');
    });

    it('takes a click on the page as pointing, and the page never gets it', async () => {
      await desk.page.evaluate(() =>
        addEventListener(
          'click',
          (event) => document.body.setAttribute('data-clicked', String((event.target as Element).tagName)),
          true,
        ),
      );
      const link = desk.page.getByText('Oxenhope, Marmaduke');
      const box = await link.boundingBox();
      if (!box) throw new Error('no link');
      await desk.page.mouse.click(box.x + 4, box.y + 4);
      expect(desk.page.url()).toMatch(/index\.html$/);
      expect(await desk.page.evaluate(() => document.body.getAttribute('data-clicked'))).toBe('ROLLMARK-TEACHER');
      expect(await teacher.look(`function () { return this.querySelector('.column select').value; }`)).toBe('name');
    });

    it('says what is still wanted, and shows what is then read', async () => {
      const status = (): Promise<string | null> =>
        teacher.look(`function () { return this.querySelector('[role=status]').textContent; }`);
      expect(await status()).toMatch(/which columns hold/);
      await teacher.choose('In all', 'possible');
      await teacher.choose('Here', 'attended');
      await teacher.choose('Off', 'authorised');
      expect(await status()).toMatch(/what the figures count/);
      await teacher.click('input[name=unit]');
      await teacher.click('label', 'the school year until now');
      const read = (): Promise<string | null> =>
        teacher.look(`function () { return this.querySelector('[aria-label="What is read"]')?.innerText ?? null; }`);
      await expect.poll(read).toContain('Marmaduke Oxenhope');
      expect(await read()).toContain('106 possible, 97 attended, 9 authorised');
      expect(await violationsIn(teacher)).toEqual([]);
    });

    it('is kept without a cell of any row, and the page is read from then on', async () => {
      await teacher.click('button.main', 'Keep this');
      await expect
        .poll(async () => (await desk.overlay.marks()).map(({ label }) => /^.*?(?:No step|Step \d)/.exec(label)?.[0]), {
          timeout: 5000,
        })
        .toEqual(['Zebedee Quillfeather: No step', 'Marmaduke Oxenhope: Step 3']);
      const text = await desk.stored();
      expect(text).toContain('"heading":"in all"');
      expect(text).not.toMatch(/zebedee|quillfeather|marmaduke|oxenhope/i);
      await desk.page.reload();
      await desk.put(ODD(HEADINGS));
      expect((await desk.overlay.someMarks()).length).toBe(2);
    });

    it('is read there alone: not at another address that the page pushes without a load', async () => {
      await desk.page.evaluate(() => history.pushState(null, '', '/elsewhere'));
      await expect.poll(async () => (await desk.overlay.marks()).length, { timeout: 5000 }).toBe(0);
      await desk.page.evaluate(() => history.back());
      expect((await desk.overlay.someMarks()).length).toBe(2);
    });

    it('is asked about again when the headings change', async () => {
      await desk.put(ODD(['Pupil', 'In all', 'Here', 'Absent sessions']));
      await desk.overlay.noteWith(/Teach this page again/);
      expect(await desk.overlay.marks()).toEqual([]);
    });

    it('shows no step when the page names other days than were taught', async () => {
      await desk.put(`<p>2 November 2026 to 20 November 2026</p>${ODD(HEADINGS)}`);
      await desk.overlay.noteWith(/not the period that was taught/);
      expect(await desk.overlay.marks()).toEqual([]);
    });

    it('is listed, saved as a file and forgotten on the options page', async () => {
      const options = await desk.open('options.html');
      const download = options.waitForEvent('download');
      await options.getByRole('button', { name: 'Save as a file' }).click();
      const text = await readFile((await (await download).path()) ?? '', 'utf8');
      // The address has a port that can be any number.
      expect(text.replaceAll(desk.extension.site.url, '')).not.toMatch(/zebedee|quillfeather|106|97/i);
      await options.getByRole('button', { name: /^Forget / }).click();
      await options.getByRole('status').filter({ hasText: 'forgotten' }).waitFor();
      await options
        .getByLabel('File of taught pages')
        .setInputFiles({ name: 'p.json', mimeType: 'application/json', buffer: Buffer.from(text) });
      await options.getByText('1 taught page taken in.').waitFor();
      await options.getByRole('button', { name: /^Forget / }).click();
      await options.close();
    });

    it('closes by Escape and leaves nothing behind', async () => {
      await desk.page.bringToFront();
      await desk.put(ODD(HEADINGS));
      const popup = await openPopup(desk.extension, desk.page);
      await popup.getByRole('button', { name: /teach it/ }).click();
      await popup.close();
      await desk.page.bringToFront();
      await teacher.placeOf('h2', 'Teach this page');
      await desk.page.keyboard.press('Escape');
      await expect.poll(() => desk.page.evaluate(() => document.querySelector('rollmark-teacher'))).toBeNull();
    });
  });
}
